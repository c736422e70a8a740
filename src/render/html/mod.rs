//! Documents as HTML pages: Tera shells around a body that is written here, block by block, into one buffer.

mod address;
mod beside;
mod block;
mod cards;
mod certificate;
mod chart;
mod chart_lines;
mod chart_rows;
mod chart_waffle;
mod chart_words;
mod context;
mod deck;
mod deck_end;
mod deck_layout;
mod deck_parts;
mod deck_script;
mod deck_slide;
mod desk;
mod escape;
mod evidence;
mod find;
mod form;
mod gallery;
mod guide;
mod inline;
mod needed;
mod page;
mod paper;
mod picture;
mod process;
mod process_layout;
mod question;
mod quiz;
mod quiz_key;
mod quiz_question;
pub(super) mod search;
mod section;
mod sheet;
mod solution;
mod squeeze;
mod svg;
mod table;

pub use deck_parts::DeckParts;
pub use escape::escaped;

use super::setting::Setting;
use crate::document::Document;
use crate::tree::File;

/// A document as one HTML file.
pub fn render(document: &Document, setting: Setting<'_>) -> Vec<File> {
    match document {
        Document::Deck(it) => deck::render(it, setting),
        Document::Paper(it) => paper::render(it, setting),
        Document::Quiz(it) => quiz::render(it, setting),
        Document::Page(it) => page::render(it, setting),
        Document::Cards(it) => cards::render(it, setting),
        Document::Certificate(it) => certificate::render(it, setting),
        Document::Calendar(_) | Document::Search(_) => Vec::new(),
    }
}
