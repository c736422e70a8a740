//! A link on its own, outside running text.

use serde::Serialize;

use super::inline::Href;

/// A link with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Link {
    /// The words.
    pub text: String,
    /// Where to.
    pub href: Href,
    /// The language of what it leads to, where it is another.
    pub lang: Option<String>,
}
