//! What a format needs besides the document.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::html::DeckParts;
#[cfg(not(feature = "pdf"))]
use super::no_press::Press;
#[cfg(feature = "pdf")]
use super::pdf::press::Press;
use crate::theme::{Sheet, Theme};
use crate::tree::Tree;

/// What a format needs besides the document.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The theme.
    pub theme: &'a Theme,
    /// The curriculum's files, for pictures.
    pub tree: &'a Tree,
    /// What all decks of the theme share, once the first was made.
    pub deck_parts: &'a OnceLock<DeckParts>,
    /// What all printed documents of the theme share.
    pub press: &'a Press,
    /// Whether a slide that is revealed step by step has a page for each step.
    pub steps: bool,
    /// The PDFs that pages can link to, by their paths.
    pub beside: &'a BTreeSet<String>,
    /// The paper that PDF is set for.
    pub sheet: Sheet,
}
