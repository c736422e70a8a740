//! How a command ends.

use std::fmt;

use crate::diagnostic::report::Messages;

/// How a command ends when the system did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It is done.
    Done,
    /// It found errors.
    Findings,
}

/// The command cannot be run as it was asked for; told with exit status 2.
#[derive(Debug)]
pub struct WrongUsage {
    english: String,
    swedish: String,
}

impl WrongUsage {
    /// What is wrong, in a language.
    pub fn told(&self, messages: Messages) -> &str {
        messages.choose(&self.english, &self.swedish)
    }
}

impl fmt::Display for WrongUsage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.english)
    }
}

impl std::error::Error for WrongUsage {}

/// A wrong usage as an error.
pub fn wrong_usage(english: impl Into<String>, swedish: impl Into<String>) -> anyhow::Error {
    WrongUsage { english: english.into(), swedish: swedish.into() }.into()
}
