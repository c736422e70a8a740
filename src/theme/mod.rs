//! Themes: tokens, styles, scripts, page shells and fonts. The built-in theme is embedded; a folder can replace any file of it.

use serde_json::Value;

use crate::tree::File;

/// A theme, ready to use: layered files, compiled shells, hashed assets.
#[derive(Debug)]
pub struct Theme {}

impl Theme {
    /// A page shell (`html/NAME.html`, Tera) filled with a context.
    pub fn shell(&self, _name: &str, _context: &Value) -> String {
        String::new()
    }

    /// The path below the output of a style or script (`base.css`) or font: `assets/base-1f2e3d4c.css`.
    pub fn asset(&self, _name: &str) -> String {
        String::new()
    }

    /// The text of a style or script, for documents that carry their own.
    pub fn text(&self, _name: &str) -> &str {
        ""
    }

    /// Every asset, to be published once for each build.
    pub fn files(&self) -> Vec<File> {
        Vec::new()
    }
}
