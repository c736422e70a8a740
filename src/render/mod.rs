//! Documents to files: a row in [`FORMATS`] for each format.

mod calendar;
mod code;
mod flashcards;
pub mod html;
#[cfg(not(feature = "pdf"))]
mod no_press;
#[cfg(feature = "pdf")]
mod pdf;
mod setting;

use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::tree::File;

#[cfg(not(feature = "pdf"))]
pub use no_press::Press;
#[cfg(feature = "pdf")]
pub use pdf::Press;

pub use html::DeckParts;
pub use setting::Setting;

/// A format.
#[derive(Debug)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What stands between a document's path and the ending of its files: `-large`.
    pub suffix: &'static str,
    /// The ending of its files, without a dot.
    pub ending: &'static str,
    /// The format it goes with: pages link to its files, so it is made whenever they are.
    pub goes_with: Option<&'static str>,
    /// The document has a file in this format.
    pub takes: fn(&Document) -> bool,
    /// A document as files. What goes wrong is told, and what can be made is made.
    pub render: fn(&Document, Setting<'_>, &mut Diagnostics) -> Vec<File>,
    /// What a document's files say, for a format whose bytes do not show it.
    pub words: Option<fn(&Document) -> String>,
}

/// Every format.
pub const FORMATS: &[Format] = &[
    Format {
        name: "html",
        suffix: "",
        ending: "html",
        goes_with: None,
        takes: |it| !matches!(it, Document::Calendar(_) | Document::Search(_)),
        render: |it, setting, _| html::render(it, setting),
        words: None,
    },
    Format {
        name: "ics",
        suffix: "",
        ending: "ics",
        goes_with: Some("html"),
        takes: |it| matches!(it, Document::Calendar(_)),
        render: |it, setting, _| calendar::render(it, setting),
        words: None,
    },
    Format {
        name: "tsv",
        suffix: "",
        ending: "tsv",
        goes_with: Some("html"),
        takes: |it| matches!(it, Document::Cards(_)),
        render: |it, setting, _| flashcards::render(it, setting),
        words: None,
    },
    Format {
        name: "js",
        suffix: "",
        ending: "js",
        goes_with: Some("html"),
        takes: |it| matches!(it, Document::Search(_)),
        render: |it, setting, _| html::search::render(it, setting),
        words: None,
    },
    #[cfg(feature = "pdf")]
    Format {
        name: "pdf",
        suffix: "",
        ending: "pdf",
        goes_with: None,
        takes: pdf::takes,
        render: pdf::render,
        words: Some(pdf::words),
    },
    #[cfg(feature = "pdf")]
    Format {
        name: "pdf-large",
        suffix: "-large",
        ending: "pdf",
        goes_with: None,
        takes: pdf::takes_large,
        render: pdf::render_large,
        words: Some(pdf::words),
    },
];
