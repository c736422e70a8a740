//! A page as an HTML page.

use crate::document::Page;
use crate::render::Setting;
use crate::tree::File;

/// The page.
pub fn render(_page: &Page, _setting: Setting<'_>) -> Vec<File> {
    Vec::new()
}
