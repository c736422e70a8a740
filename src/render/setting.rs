//! What a format needs besides the document.

use crate::theme::Theme;
use crate::tree::Tree;

/// What a format needs besides the document.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The theme.
    pub theme: &'a Theme,
    /// The curriculum's files, for pictures.
    pub tree: &'a Tree,
}
