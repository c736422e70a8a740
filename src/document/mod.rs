//! The model of what is handed out: the narrow waist between products (above) and formats (below).
//!
//! A document is complete: every figure is formatted, every reference resolved, every word in its language. Formats know
//! nothing of courses, and products know nothing of HTML.

mod block;
mod chart;
mod deck;
mod evidence;
mod fit;
mod height;
mod inline;
mod link;
mod meta;
mod page;
mod paper;
mod quiz;

pub use block::{
    Alignment, Answer, Ballot, Block, Blocks, Callout, GuessBox, GuideLabel, GuideNote, List, ListItem, Section, Table,
    Timetable, TimetableRow, Tone, Worksheet,
};
pub use chart::{Chart, ChartKind, Datum, Process, Step};
pub use deck::{Deck, Layout, Part, Slide};
pub use evidence::EvidenceNote;
pub use fit::{Fit, Size, TitleSize, fit, has_long_claim};
pub use inline::{Href, Inline, Inlines, Picture, plain_text};
pub use link::Link;
pub use meta::{Audience, Meta};
pub use page::{Card, Page, PageKind};
pub use paper::{Footnote, Paper, PaperKind, Reference};
pub use quiz::{Misconception, Quiz, Scoring};

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
