//! What is around a question: what it may ask of its course and module.

use std::collections::BTreeMap;

use crate::curriculum::{Fact, FactId, Misconception, Section};
use crate::prose::Features;
use crate::source::Span;

/// What questions may ask of their course and module.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The ledger.
    pub facts: &'a BTreeMap<FactId, Fact>,
    /// Facts of the ledger that could not be read.
    pub unread: &'a BTreeMap<FactId, Span>,
    /// The module's sections, whose beliefs can be put as questions.
    pub sections: &'a [Section],
    /// The module's misconceptions.
    pub misconceptions: &'a [Misconception],
    /// How running text is read.
    pub features: Features,
}
