//! Rules over documents: what only shows once everything is put together.

mod glyphs;
mod leaks;
mod slides;
mod text;

use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::source::Sources;

pub use leaks::{Passage, leaks, passages};

/// Looks a document over before it is rendered; its spans lie in `sources`.
pub fn prove(document: &Document, sources: &Sources, diagnostics: &mut Diagnostics) {
    match document {
        Document::Deck(deck) => {
            slides::prove(deck, diagnostics);
            glyphs::of_deck(deck, sources, diagnostics);
        }
        Document::Paper(paper) => {
            leaks::trainer_blocks(paper, diagnostics);
            glyphs::of_paper(paper, sources, diagnostics);
        }
        Document::Quiz(_)
        | Document::Page(_)
        | Document::Cards(_)
        | Document::Calendar(_)
        | Document::Certificate(_)
        | Document::Search(_) => {}
    }
}
