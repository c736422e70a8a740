//! What a file of sources has that cannot be read.

use std::collections::BTreeSet;

/// Sources that are listed, but in a way that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// These keys.
    Keys(BTreeSet<String>),
    /// Anything: the file as a whole is something else.
    All,
}

impl Unread {
    /// Whether a key may be one of them.
    pub fn has(&self, key: &str) -> bool {
        match self {
            Self::Keys(keys) => keys.contains(key),
            Self::All => true,
        }
    }
}

impl Default for Unread {
    fn default() -> Self {
        Self::Keys(BTreeSet::new())
    }
}
