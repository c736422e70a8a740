//! The target `twins`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::twins(data));
