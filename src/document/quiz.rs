//! A quiz that answers.

use super::inline::{Href, Inlines};
use super::meta::Meta;
use crate::item::{Item, Key, Use};

/// A quiz that answers. It is the one document for participants that holds what is right, because it must score itself.
#[derive(Debug, Clone)]
pub struct Quiz {
    /// What all documents have.
    pub meta: Meta,
    /// The title as running text.
    pub title: Inlines,
    /// The questions of all modes.
    pub items: Vec<Item<Inlines>>,
    /// What is right.
    pub key: Key<Inlines>,
    /// The modes that have a question, in order; `Concept` is not among them.
    pub modes: Vec<Use>,
    /// Per cent to pass.
    pub pass: u32,
    /// Whether it asks how sure one is.
    pub confidence: bool,
    /// How answers are scored.
    pub scoring: Scoring,
    /// How many questions each participant gets.
    pub draw: Option<u32>,
    /// The beliefs that wrong answers stand for.
    pub misconceptions: Vec<Misconception>,
    /// Where to read about it.
    pub handout: Href,
}

/// A belief that wrong answers stand for.
#[derive(Debug, Clone, PartialEq)]
pub struct Misconception {
    /// Its id.
    pub id: String,
    /// The belief in a sentence.
    pub text: Inlines,
    /// Where the handout takes it apart.
    pub href: Option<Href>,
}

/// How answers are scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scoring {
    /// Points for what is right.
    Points,
    /// 1, 2, 3 if right; 0, −2, −6 if wrong.
    Certainty,
}
