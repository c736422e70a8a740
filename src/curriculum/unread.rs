//! What a course defines and nobody can read.

use std::collections::BTreeSet;

use super::fact::FactId;

/// What a course defines, but in a way that cannot be read. That is told where it stands; to what names it, it is not unknown.
#[derive(Debug, Clone, Default)]
pub struct Unread {
    /// Whether there may be facts whose names are not known: the ledger is no YAML, or a fact has no id.
    pub ledger: bool,
    /// Facts with a mistake.
    pub facts: BTreeSet<FactId>,
    /// Files of modules, by their names.
    pub modules: BTreeSet<String>,
}

impl Unread {
    /// Whether a fact may be one that could not be read.
    pub fn has_fact(&self, id: &FactId) -> bool {
        self.ledger || self.facts.contains(id)
    }
}
