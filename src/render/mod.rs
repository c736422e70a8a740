//! Documents to files: a row in [`FORMATS`] for each format.

mod calendar;
mod flashcards;
pub mod html;
mod setting;

use crate::document::Document;
use crate::tree::File;

pub use setting::Setting;

/// A format.
#[derive(Debug)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// The ending of its files, without a dot.
    pub ending: &'static str,
    /// The format it goes with: pages link to its files, so it is made whenever they are.
    pub goes_with: Option<&'static str>,
    /// The document has a file in this format.
    pub takes: fn(&Document) -> bool,
    /// A document as files.
    pub render: fn(&Document, Setting<'_>) -> Vec<File>,
}

/// Every format.
pub const FORMATS: &[Format] = &[
    Format {
        name: "html",
        ending: "html",
        goes_with: None,
        takes: |it| !matches!(it, Document::Calendar(_) | Document::Search(_)),
        render: html::render,
    },
    Format {
        name: "ics",
        ending: "ics",
        goes_with: Some("html"),
        takes: |it| matches!(it, Document::Calendar(_)),
        render: calendar::render,
    },
    Format {
        name: "tsv",
        ending: "tsv",
        goes_with: Some("html"),
        takes: |it| matches!(it, Document::Cards(_)),
        render: flashcards::render,
    },
    Format {
        name: "js",
        ending: "js",
        goes_with: Some("html"),
        takes: |it| matches!(it, Document::Search(_)),
        render: html::search::render,
    },
];
