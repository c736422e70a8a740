//! A quiz as an HTML page.

use crate::document::Quiz;
use crate::render::Setting;
use crate::tree::File;

/// The page.
pub fn render(_quiz: &Quiz, _setting: Setting<'_>) -> Vec<File> {
    Vec::new()
}
