//! A quiz: questions, and apart from them what is right.

use super::fact::FactId;
use crate::item::{Item, Key, Response, Use};
use crate::prose::Inline;
use crate::source::Span;

/// A question with its running text.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Where it is written.
    pub span: Span,
    /// What is asked. A `truth` about a claim has the claim's heading as its question.
    pub item: Item<Vec<Inline>>,
    /// The fact whose figure it asks for.
    pub fact: Option<FactId>,
    /// The belief it asks about, by its section's id.
    pub claim: Option<String>,
}

/// A module's quiz.
#[derive(Debug, Clone, PartialEq)]
pub struct Quiz {
    /// Per cent to pass; the course's if absent.
    pub pass: Option<u32>,
    /// Whether it asks how sure one is; the course's if absent.
    pub confidence: Option<bool>,
    /// How many questions each participant gets; all if absent.
    pub draw: Option<u32>,
    /// Whether options may be put in another order.
    pub shuffle: bool,
    /// The questions.
    pub questions: Vec<Question>,
    /// Whether a question could not be read, and is left out.
    pub lacks_questions: bool,
    /// What is right.
    pub key: Key<Vec<Inline>>,
}

impl Quiz {
    /// The questions that are voted on in the room: those with one right option among several.
    pub fn voted_on(&self) -> impl Iterator<Item = &Question> {
        let is_voted =
            |it: &&Question| it.item.uses.contains(&Use::Concept) && matches!(it.item.response, Response::Choice { .. });
        self.questions.iter().filter(is_voted)
    }
}
