//! The target `brand`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::brand(data));
