//! The model of what is handed out: the narrow waist between products (above) and formats (below).
//!
//! A document is complete: every figure is formatted, every reference resolved, every word in its language. Formats know
//! nothing of courses, and products know nothing of HTML.

mod block;
mod chart;
mod deck;
mod evidence;
mod fit;
mod followup;
mod height;
mod inline;
mod link;
mod meta;
mod page;
mod paper;
mod quiz;
mod search;

pub use block::{
    Alignment, Answer, Ballot, Block, Blocks, Callout, GuessBox, GuideLabel, GuideNote, List, ListItem, Section, Table,
    Timetable, TimetablePlace, TimetableRow, Tone, Worksheet,
};
pub use chart::{Chart, ChartKind, Datum, Process, Step};
pub use deck::{Deck, Layout, Part, Slide};
pub use evidence::EvidenceNote;
pub use fit::{Fit, Size, TitleSize, fit, has_long_claim};
pub use followup::{Calendar, Cards, Certificate, CertificateSheet, Event, Flashcard};
pub use inline::{Href, Inline, Inlines, Picture, plain_text};
pub use link::Link;
pub use meta::{Audience, Meta};
pub use page::{Card, Page, PageKind};
pub use paper::{Footnote, Paper, PaperKind, Pointer, Reference, term_id};
pub use quiz::{Misconception, Quiz, Scoring};
pub use search::{Facets, SearchEntry, SearchIndex};

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
    /// Cards to recall by.
    Cards(Cards),
    /// Days to come back.
    Calendar(Calendar),
    /// Certificates to sign.
    Certificate(Certificate),
    /// What participants' pages can be found by.
    Search(SearchIndex),
}

impl Document {
    /// What all documents have.
    pub fn meta(&self) -> &Meta {
        match self {
            Document::Deck(deck) => &deck.meta,
            Document::Paper(paper) => &paper.meta,
            Document::Quiz(quiz) => &quiz.meta,
            Document::Page(page) => &page.meta,
            Document::Cards(cards) => &cards.meta,
            Document::Calendar(calendar) => &calendar.meta,
            Document::Certificate(certificate) => &certificate.meta,
            Document::Search(index) => &index.meta,
        }
    }
}
