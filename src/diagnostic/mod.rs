//! What we tell the author: findings with a stable code, a place, a sentence and a way out.
//!
//! A finding carries a [`Fault`] (one row of a table) and its arguments; the sentence is made in the reader's language when
//! it is printed. Findings are collected, never printed where they arise.

mod collect;
pub mod fault;
mod meant;
mod mend;
mod noun;
pub mod report;

pub use collect::{Diagnostic, Diagnostics, Related, Reported};
pub use fault::{FAULTS, Fault, Severity};
pub use meant::{Meant, did_you_mean};
pub use mend::{Fix, Mend, apply};
pub use noun::is_known as is_known_in_swedish;
