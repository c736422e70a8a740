//! Documents as HTML pages: Tera shells around a body that is written here, block by block, into one buffer.

mod address;
mod block;
mod chart;
mod context;
mod deck;
mod escape;
mod evidence;
mod form;
mod gallery;
mod guide;
mod inline;
mod page;
mod paper;
mod picture;
mod process;
mod question;
mod quiz;
mod section;
mod solution;
mod table;

use super::Setting;
use crate::document::Document;
use crate::tree::File;

/// A document as one HTML file.
pub fn render(document: &Document, setting: Setting<'_>) -> Vec<File> {
    match document {
        Document::Deck(it) => deck::render(it, setting),
        Document::Paper(it) => paper::render(it, setting),
        Document::Quiz(it) => quiz::render(it, setting),
        Document::Page(it) => page::render(it, setting),
    }
}
