//! What is voted on, in a belief or a poll.

use crate::prose::Inline;

/// What is voted on.
#[derive(Debug, Clone, PartialEq)]
pub struct Ballot {
    /// The question; a belief's own heading if there is none.
    pub question: Option<Vec<Inline>>,
    /// The options; empty for agree and disagree, of which *disagree* is right.
    pub options: Vec<Vec<Inline>>,
    /// The right option, if one is.
    pub correct: Option<usize>,
}
