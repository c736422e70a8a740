//! What is asked ([`Item`]), how it can be answered ([`Response`]), and what is right ([`Key`]).
//!
//! Answers never lie in an `Item`, so whoever holds items alone cannot give them away.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::locale::Unit;

/// The id of a question, unique in its module.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ItemId(pub String);

/// A question as it is put. `Text` is what running text is at the caller's floor.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Item<Text> {
    /// Its id.
    pub id: ItemId,
    /// The name of its kind, such as `single`.
    pub kind: &'static str,
    /// The question.
    pub question: Text,
    /// What can be answered.
    pub response: Response<Text>,
    /// Help that costs nothing.
    pub hint: Option<Text>,
    /// Points for a right answer; zero where it is not scored.
    pub points: u32,
    /// When it is asked.
    pub uses: Vec<Use>,
    /// The objective it tests, by id.
    pub objective: Option<String>,
    /// Whether options or items may be put in another order.
    pub shuffle: bool,
}

/// When a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Use {
    /// Before the course.
    Pre,
    /// After it.
    Post,
    /// Weeks after it.
    Delayed,
    /// In the room, as a vote.
    Concept,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Response<Text> {
    /// One of the options (`single`, `truth`).
    Choice { options: Vec<Text> },
    /// Any of the options (`multiple`).
    Choices { options: Vec<Text> },
    /// A number (`estimate`).
    Number { unit: Unit },
    /// Items to be put in order; here in the order they are shown (`order`).
    Order { items: Vec<Text> },
    /// What goes with what; `right` includes distractors, in the order shown (`match`).
    Match { left: Vec<Text>, right: Vec<Text> },
    /// Text with gaps: one more piece than there are gaps (`cloze`). `widths` are the gaps' widths in characters, rounded so as not to tell.
    Cloze { pieces: Vec<Text>, widths: Vec<usize> },
    /// A word or two (`short`).
    Short,
    /// Free text (`open`), with so many lines on paper.
    Open { lines: u32 },
    /// A step on a scale (`scale`).
    Scale { low: Text, high: Text, steps: u32 },
}

/// What is right, and what to say to each answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Answer<Text> {
    /// What is right.
    pub solution: Solution,
    /// For each option (`Choice`, `Choices`): why it is right or tempting. Empty for other kinds.
    pub why_option: Vec<Option<Text>>,
    /// For each option: the id of the misconception it stands for.
    pub misconceptions: Vec<Option<String>>,
    /// Said after any answer.
    pub why: Option<Text>,
}

/// What is right.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Solution {
    /// This option (from 0).
    Choice(usize),
    /// These options, in rising order.
    Choices(Vec<usize>),
    /// A number between `low` and `high`, both right; `point` is the figure itself, if there is one.
    Number { point: Option<f64>, low: f64, high: f64 },
    /// The shown items' right order: positions in `Response::Order::items`.
    Order(Vec<usize>),
    /// For each left one, the position of its right one.
    Match(Vec<usize>),
    /// For each gap, the answers that are right, the first being the text's own.
    Cloze(Vec<Vec<String>>),
    /// Answers that are right, compared without case and outer spaces.
    Short(Vec<String>),
    /// Not scored; a sample answer.
    Open { sample: Option<String> },
    /// Not scored.
    Scale,
}

/// The answers of a quiz, by question.
pub type Key<Text> = BTreeMap<ItemId, Answer<Text>>;

/// The letter of an option on paper: A to Z, then their numbers.
pub fn option_letter(idx: usize) -> String {
    match u8::try_from(idx) {
        Ok(idx @ 0..26) => ((b'A' + idx) as char).to_string(),
        _ => (idx + 1).to_string(),
    }
}
