//! The target `module`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::module(data));
