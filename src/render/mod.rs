//! Documents to files: a row in [`FORMATS`] for each format.

pub mod html;

use crate::document::Document;
use crate::theme::Theme;
use crate::tree::{File, Tree};

/// What a format needs besides the document.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The theme.
    pub theme: &'a Theme,
    /// The curriculum's files, for pictures.
    pub tree: &'a Tree,
}

/// A format.
#[derive(Debug)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// The ending of its files, without a dot.
    pub ending: &'static str,
    /// A document as files.
    pub render: fn(&Document, Setting<'_>) -> Vec<File>,
}

/// Every format.
pub const FORMATS: &[Format] = &[Format { name: "html", ending: "html", render: html::render }];
