//! A deck as an HTML page.

use crate::document::Deck;
use crate::render::Setting;
use crate::tree::File;

/// The page.
pub fn render(_deck: &Deck, _setting: Setting<'_>) -> Vec<File> {
    Vec::new()
}
