//! Rules over documents: what only shows once everything is put together.

mod glyphs;
mod leaks;
mod slides;
mod text;

use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::source::Sources;

pub use leaks::{Passage, leaks, passages};

/// Looks a document over before it is rendered.
pub fn prove(document: &Document, diagnostics: &mut Diagnostics) {
    match document {
        Document::Deck(deck) => slides::prove(deck, diagnostics),
        Document::Paper(paper) => leaks::trainer_blocks(paper, diagnostics),
        Document::Quiz(_)
        | Document::Page(_)
        | Document::Cards(_)
        | Document::Calendar(_)
        | Document::Certificate(_)
        | Document::Search(_) => {}
    }
}

/// Looks a document over that becomes a PDF, where a browser has no other face to fall back on; its spans lie in `sources`.
pub fn prove_printed(document: &Document, sources: &Sources, diagnostics: &mut Diagnostics) {
    match document {
        Document::Deck(deck) => glyphs::of_deck(deck, sources, diagnostics),
        Document::Paper(paper) => glyphs::of_paper(paper, sources, diagnostics),
        Document::Quiz(_)
        | Document::Page(_)
        | Document::Cards(_)
        | Document::Calendar(_)
        | Document::Certificate(_)
        | Document::Search(_) => {}
    }
}
