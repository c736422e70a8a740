//! What is around a question: what it may ask of its course and module.

use std::collections::BTreeMap;

use crate::curriculum::{Fact, FactId, Misconception, Section, Unread};
use crate::prose::Features;

/// What questions may ask of their course and module.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The ledger.
    pub facts: &'a BTreeMap<FactId, Fact>,
    /// What of the course could not be read.
    pub unread: &'a Unread,
    /// The module's sections, whose beliefs can be put as questions.
    pub sections: &'a [Section],
    /// The module's misconceptions.
    pub misconceptions: &'a [Misconception],
    /// How running text is read.
    pub features: Features,
}
