//! A paper as an HTML page.

use crate::document::Paper;
use crate::render::Setting;
use crate::tree::File;

/// The page.
pub fn render(_paper: &Paper, _setting: Setting<'_>) -> Vec<File> {
    Vec::new()
}
