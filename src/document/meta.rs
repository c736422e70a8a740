//! What every document says of itself.

use serde::Serialize;

use super::link::Link;
use crate::locale::Language;

/// What all documents have.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Meta {
    /// The language it is in.
    pub language: &'static Language,
    /// Its path in the output without its ending, with `/` between the parts: `tvartom/sv/90-procent/handout`.
    pub path: String,
    /// Its own title: the module's, for most.
    pub title: String,
    /// What kind of document it is, in its language: "Deltagarmaterial".
    pub kind: String,
    /// The course's title; empty for the catalogue.
    pub course: String,
    /// The course's version.
    pub version: Option<String>,
    /// Who may see it.
    pub audience: Audience,
    /// A way up: course page or index. `None` at the top.
    pub up: Option<Link>,
}

/// Who may see a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Audience {
    /// Everybody; no block for answers or guide text may be in it.
    Participant,
    /// The trainer; it lies under `trainer/`.
    Trainer,
}
