//! Sources, and how a citation reads in a style and a language.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostics;
use crate::locale::Language;
use crate::source::Source;

/// The sources of a course.
#[derive(Debug, Clone, Default)]
pub struct Bibliography {
    entries: BTreeMap<String, ()>,
}

/// A piece of a formatted entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text.
    Text(String),
    /// Emphasised text: a title.
    Emphasis(String),
    /// A link and its words.
    Link { text: String, address: String },
}

impl Bibliography {
    /// Reads `sources.yaml` (Hayagriva) or `sources.bib` (BibLaTeX), by the file's ending.
    pub fn read(_source: &Source, _diagnostics: &mut Diagnostics) -> Bibliography {
        Bibliography::default()
    }

    /// The keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// Whether a key is known.
    pub fn contains(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Citations between one pair of parentheses, each a key with its locator: `(Adamson m.fl. 2012, s. 12)`.
    pub fn cite(&self, _citations: &[(&str, Option<&str>)], _language: &'static Language) -> String {
        String::new()
    }

    /// The same without parentheses, for one source: `Adamson m.fl. 2012`.
    pub fn short(&self, _key: &str, _language: &'static Language) -> String {
        String::new()
    }

    /// The entry as it stands in a list of sources.
    pub fn entry(&self, _key: &str, _language: &'static Language) -> Vec<Piece> {
        Vec::new()
    }

    /// Keys in the order of a list of sources.
    pub fn sort(&self, _keys: &mut Vec<String>, _language: &'static Language) {}
}
