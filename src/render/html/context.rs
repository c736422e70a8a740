//! Where a page stands: its language, its path, and ways to other files from it.

use crate::document::Meta;
use crate::locale::Language;
use crate::render::setting::Setting;

/// Where a page stands.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The language of the page.
    pub language: &'static Language,
    /// The page's path below the output with its ending.
    pub path: &'a str,
    /// Theme and pictures.
    pub setting: Setting<'a>,
    /// Whether the page carries its pictures in itself (the deck).
    pub self_contained: bool,
}

impl<'a> Context<'a> {
    /// The context of a document; `path` is its path with the ending.
    pub fn new(meta: &Meta, path: &'a str, setting: Setting<'a>) -> Self {
        Self { language: meta.language, path, setting, self_contained: false }
    }

    /// A file below the output, as a relative link from this page.
    pub fn relative(&self, to: &str) -> String {
        let from: Vec<&str> = self.path.split('/').collect();
        let target: Vec<&str> = to.split('/').collect();
        let shared = from[..from.len() - 1].iter().zip(&target[..target.len() - 1]).take_while(|(a, b)| a == b).count();
        let mut out = "../".repeat(from.len() - 1 - shared);
        out.push_str(&target[shared..].join("/"));
        out
    }
}
