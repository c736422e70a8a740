//! What participants' pages can be found by.

use super::meta::Meta;

/// What participants' pages can be found by. It holds titles, objectives and headings alone, as those pages show them.
#[derive(Debug, Clone)]
pub struct SearchIndex {
    /// What all documents have.
    pub meta: Meta,
    /// A course or a module each, in their order.
    pub entries: Vec<SearchEntry>,
}

/// A course or a module that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchEntry {
    /// The page, as a path below the output with its ending.
    pub path: String,
    /// Where on it, by id.
    pub id: Option<String>,
    /// The course's folder and language, by which a course page finds its own: `tvartom/sv/`.
    pub scope: String,
    /// The course's title; empty for a course itself.
    pub course: String,
    /// Its title.
    pub title: String,
    /// What participants can do afterwards.
    pub objectives: Vec<String>,
    /// The headings on the page, with their ids where they are places on it.
    pub headings: Vec<(String, Option<String>)>,
    /// What it can be narrowed down by.
    pub facets: Facets,
}

/// What a course or a module can be narrowed down by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// For whom.
    pub audience: Option<String>,
    /// How long it takes.
    pub minutes: u32,
    /// The languages there are of it: tag and name.
    pub languages: Vec<(String, String)>,
    /// What it is about.
    pub topics: Vec<String>,
}
