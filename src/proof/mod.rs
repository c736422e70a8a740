//! Rules over documents: what only shows once everything is put together.

mod leaks;
mod slides;
mod text;

use crate::diagnostic::Diagnostics;
use crate::document::Document;

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
