//! The stages in order: the whole program on one page.

use crate::diagnostic::Diagnostics;
use crate::tree::{Sink, Tree};

/// What is asked for. Clock, language and selection are part of it, so that a build depends on nothing else.
#[derive(Debug, Clone)]
pub struct Request {
    /// The themes' folders: `NAME/theme.yaml` and so on. Empty for the built-in theme alone.
    pub themes: Tree,
    /// The theme's name; the course's own if absent.
    pub theme: Option<String>,
    /// Languages, by tag; empty for all.
    pub languages: Vec<String>,
    /// Products, by name; empty for all.
    pub only: Vec<String>,
    /// Formats, by name; empty for HTML.
    pub formats: Vec<String>,
    /// Courses (`tvartom`) or modules (`tvartom/02-x.md`), relative to the curriculum; empty for all.
    pub paths: Vec<String>,
    /// The variant whose agenda is made; all if absent.
    pub variant: Option<String>,
    /// How many take part.
    pub participants: Option<u32>,
    /// Whether warnings stop the build as errors do.
    pub strict: bool,
    /// How many modules are worked on at once; 0 for as many as there are processors.
    pub jobs: usize,
    /// Today: year, month, day.
    pub today: (i32, u32, u32),
}

/// What was learned in earlier builds of the same process: parsed modules by the hash of what they were made from.
#[derive(Debug, Default)]
pub struct Memo {}

/// Builds everything that is asked for into the sink. It does not fail: what cannot be read is told and left out
/// ([`Sink::keep`] leaves its earlier pages), and the rest is built.
pub fn build(_tree: &Tree, _request: &Request, _memo: &mut Memo, _sink: &mut dyn Sink) -> Diagnostics {
    Diagnostics::default()
}

/// Reads and checks, and writes nothing.
pub fn check(_tree: &Tree, _request: &Request, _memo: &mut Memo) -> Diagnostics {
    Diagnostics::default()
}
