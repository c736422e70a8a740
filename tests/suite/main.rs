//! The one test program: what holds for the house as a whole.
//!
//! `architecture` is the plan of the house; `cases` are files in `tests/cases`; `tables` walks the tables; the rest are
//! promises: nothing leaks, twins are equal, what ships is sound, a folder is written with care, a watch ends where a build does.
#![expect(clippy::unwrap_used, reason = "a test may fall over")]

mod architecture;
mod bench;
mod build;
mod canary;
mod cases;
mod faults;
mod fuzz;
mod hostile;
mod leaks;
#[cfg(feature = "pdf")]
mod pdf;
mod properties;
mod shipped;
mod tables;
mod twins;
mod watch;
