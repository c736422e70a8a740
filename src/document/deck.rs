//! A deck: slides with notes.

use serde::Serialize;

use super::block::{Ballot, Blocks, Tone};
use super::chart::Chart;
use super::evidence::EvidenceNote;
use super::inline::Inlines;
use super::link::Link;
use super::meta::Meta;
use super::paper::{Footnote, Reference};
use crate::source::Span;

/// Slides with notes.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Deck {
    /// What all documents have.
    pub meta: Meta,
    /// The slides in order; at least the title.
    pub slides: Vec<Slide>,
    /// Minutes planned for the whole deck.
    pub minutes: u32,
    /// Sources, in the order they are printed, for the slide that lists them.
    pub sources: Vec<Reference>,
    /// Where the pages are published, if anywhere: `https://kurs.example/tvartom`, without a slash at its end.
    pub base_url: Option<String>,
}

/// A part of a deck, as its agenda lists it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Part {
    /// What it is called.
    pub title: Inlines,
    /// Whether that is what people say, to be set as a quotation.
    pub claim: bool,
    /// Planned minutes.
    pub minutes: u32,
}

/// A slide.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Slide {
    /// Unique in the deck; stable while the author's heading is.
    pub id: String,
    /// The author's words it came from.
    #[serde(skip)]
    pub span: Span,
    /// How it is laid out, with what only that layout has.
    pub layout: Layout,
    /// Which voice is heard.
    pub tone: Tone,
    /// A label above the title; empty where there is none.
    pub kicker: String,
    /// Its title, also its name to screen readers; never empty.
    pub title: Inlines,
    /// What is shown under the title, or beside the figure.
    pub body: Blocks,
    /// Whether the body's blocks (and list items) are revealed one by one.
    pub steps: bool,
    /// Evidence for the figures on it: grade badge, caveat, source line.
    pub evidence: Vec<EvidenceNote>,
    /// Footnotes marked on it.
    pub footnotes: Vec<Footnote>,
    /// What the trainer says and does.
    pub notes: Blocks,
    /// Planned minutes, on the first slide of a section.
    pub minutes: Option<u32>,
    /// Which claim's votes it belongs to, counted from 0.
    pub claim: Option<usize>,
}

/// How a slide is laid out.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Layout {
    /// The module's title with its lead; `course` above it.
    Title { lead: Inlines },
    /// What participants can do afterwards: the body is the list.
    Objectives,
    /// What lies ahead, part by part.
    Agenda { parts: Vec<Part> },
    /// A heading alone, before the slides under it.
    Section,
    /// The claim alone, big; the title is the claim.
    Claim,
    /// A vote: the title is the claim or question. `round` is 1 or 2.
    Vote { round: u8, ballot: Ballot },
    /// Talk to the person next to you, with a countdown.
    Discuss { minutes: u32 },
    /// A question and an empty box.
    Guess { unit: String },
    /// One figure, large, with its proof. The body holds what else is shown.
    Figure { figure: String, of: String, chart: Option<Chart> },
    /// Ordinary content: title and body.
    Content,
    /// One sentence, quotation or formula, large; the title repeats the section's heading above it.
    Statement,
    /// The question alone on the split square; `claim` in the upper half where there is one.
    Inversion { claim: Option<Inlines> },
    /// Something the group does: `how` is "I grupper om 3", with a countdown.
    Task { how: String, minutes: u32 },
    /// How the group changed its mind; `correct` is the position of the right option in `ballot`.
    Shift { ballot: Ballot, correct: Option<usize> },
    /// Key points with gaps.
    Recap,
    /// If … then I will ….
    Commitment,
    /// A pause with a countdown.
    Break { minutes: u32 },
    /// The list of sources ([`Deck::sources`]).
    Sources,
    /// The end, with links to handout and quiz.
    End { links: Vec<Link> },
}
