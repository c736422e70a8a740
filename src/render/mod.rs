//! Documents to files: a row in [`FORMATS`] for each format.

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
    /// A document as files.
    pub render: fn(&Document, Setting<'_>) -> Vec<File>,
}

/// Every format.
pub const FORMATS: &[Format] = &[Format { name: "html", ending: "html", render: html::render }];
