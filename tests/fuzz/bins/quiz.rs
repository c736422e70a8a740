//! The target `quiz`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::quiz(data));
