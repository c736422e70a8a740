//! What we tell the author: findings with a stable code, a place, a sentence and a way out.
//!
//! A finding carries a [`Fault`] (one row of a table) and its arguments; the sentence is made in the reader's language when
//! it is printed. Findings are collected, never printed where they arise.

mod collect;
pub mod fault;
mod noun;
pub mod report;
mod similar;

pub use collect::{Diagnostic, Diagnostics, Related, Reported};
pub use fault::{FAULTS, Fault, Severity};
pub use noun::is_known as is_known_in_swedish;
pub use similar::did_you_mean;
