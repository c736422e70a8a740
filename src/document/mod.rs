//! The model of what is handed out: the narrow waist between products (above) and formats (below).
//!
//! A document is complete: every figure is formatted, every reference resolved, every word in its language. Formats know
//! nothing of courses, and products know nothing of HTML.

mod block;
mod chart;
mod deck;
mod inline;
mod page;
mod paper;
mod quiz;

pub use block::{
    Alignment, Answer, Ballot, Block, Blocks, Callout, GuessBox, GuideLabel, GuideNote, List, ListItem, Section, Table,
    Timetable, TimetableRow, Tone, Worksheet,
};
pub use chart::{Chart, ChartKind, Datum, Process, Step};
pub use deck::{Deck, Layout, Slide};
pub use inline::{Href, Inline, Inlines, Picture, plain_text};
pub use page::{Card, Link, Page, PageKind};
pub use paper::{EvidenceNote, Footnote, Paper, PaperKind, Reference};
pub use quiz::{Misconception, Quiz, Scoring};

use crate::locale::Language;

/// What can be handed out.
#[derive(Debug, Clone)]
pub enum Document {
    /// Slides with notes.
    Deck(Deck),
    /// Something to read and to write on: handout, paper quiz, key, guide, agenda.
    Paper(Paper),
    /// A quiz that answers.
    Quiz(Quiz),
    /// Course page, catalogue, trainer's index.
    Page(Page),
}

impl Document {
    /// What all documents have.
    pub fn meta(&self) -> &Meta {
        match self {
            Document::Deck(deck) => &deck.meta,
            Document::Paper(paper) => &paper.meta,
            Document::Quiz(quiz) => &quiz.meta,
            Document::Page(page) => &page.meta,
        }
    }
}

/// What all documents have.
#[derive(Debug, Clone)]
pub struct Meta {
    /// The language it is in.
    pub language: &'static Language,
    /// Its path in the output without its ending, with `/` between the parts: `tvartom/sv/90-procent/handout`.
    pub path: String,
    /// Its own title: the module's, for most.
    pub title: String,
    /// What kind of document it is, in its language: "Deltagarmaterial".
    pub kind: String,
    /// The course's title; empty for the catalogue.
    pub course: String,
    /// The course's version.
    pub version: Option<String>,
    /// Who may see it.
    pub audience: Audience,
    /// A way up: course page or index. `None` at the top.
    pub up: Option<Link>,
}

/// Who may see a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everybody; no block for answers or guide text may be in it.
    Participant,
    /// The trainer; it lies under `trainer/`.
    Trainer,
}
