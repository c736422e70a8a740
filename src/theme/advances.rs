//! How wide letters are, in thousandths of the type size: measured by `build.rs` in the same faces that pages carry.

include!(concat!(env!("OUT_DIR"), "/advances.rs"));
