//! Stands where printing does, in a program that was built without it.

/// Nothing: this program was built without PDF.
#[derive(Debug, Default)]
pub struct Press {}

impl Press {
    /// Does nothing.
    pub fn rest(&self) {}
}
