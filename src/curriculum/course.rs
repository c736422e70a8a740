//! Courses, and each course in its languages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fact::{Fact, FactId};
use super::module::{Minutes, Module};
use super::unread::Unread;
use crate::citation::Bibliography;
use crate::locale::Language;
use crate::source::Span;

/// Everything under the curriculum's folder that could be read.
#[derive(Debug, Clone, Default)]
pub struct Curriculum {
    /// The courses by the names of their folders.
    pub courses: Vec<Course>,
}

/// A course: a folder.
#[derive(Debug, Clone)]
pub struct Course {
    /// The folder's name.
    pub slug: String,
    /// The course in each of its languages, the original first.
    pub editions: Vec<Edition>,
}

/// A course in one language, with numbers and answers from the original and texts from the translation.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The course's folder's name.
    pub slug: String,
    /// The language.
    pub language: &'static Language,
    /// What is known of the originals that this translates; none for the original itself.
    pub translated: Option<Translated>,
    /// Where the course is described.
    pub span: Span,
    /// Its title.
    pub title: String,
    /// Printed on every page.
    pub version: Option<String>,
    /// For whom.
    pub audience: Audience,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// An SPDX expression.
    pub license: Option<String>,
    /// The theme's name.
    pub theme: Option<String>,
    /// Whether `$…$` is math.
    pub math: bool,
    /// Whether raw HTML is kept, sanitised.
    pub html: bool,
    /// The day.
    pub schedule: Schedule,
    /// Shorter and longer ways to give it, in the order of `course.yaml`.
    pub variants: Vec<Variant>,
    /// Per cent to pass a quiz.
    pub pass: u32,
    /// Whether quizzes ask how sure one is.
    pub confidence: bool,
    /// How answers are scored.
    pub scoring: Scoring,
    /// Days after which it is followed up.
    pub followup: Vec<u32>,
    /// Months after which a fact is to be checked again.
    pub review_months: Option<u32>,
    /// Where the pages will be published; for links on paper.
    pub base_url: Option<String>,
    /// The evidence ledger.
    pub facts: BTreeMap<FactId, Fact>,
    /// What is defined, but could not be read.
    pub unread: Unread,
    /// The sources.
    pub sources: Bibliography,
    /// Terms and their definitions, in the file's order.
    pub glossary: Vec<Term>,
    /// The modules in their order.
    pub modules: Vec<Arc<Module>>,
}

/// What the originals said when they were translated: for each file and each of its parts, a digest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Translated {
    /// By the file's name and the part's key.
    pub digests: BTreeMap<String, BTreeMap<String, String>>,
}

/// For whom a course is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Audience {
    /// In words.
    pub who: Option<String>,
    /// The least and the greatest number of participants.
    pub size: Option<(u32, u32)>,
}

/// A term of the glossary.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// The word.
    pub term: String,
    /// What it means.
    pub definition: String,
}

/// When a course day starts and pauses.
#[derive(Debug, Clone, PartialEq)]
pub struct Schedule {
    /// Minutes after midnight.
    pub start: u32,
    /// How often and how long the pauses are.
    pub pause: Option<Break>,
    /// When lunch is.
    pub lunch: Option<Lunch>,
}

/// Pauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// At the latest after so much work.
    pub every: Minutes,
    /// For so long.
    pub minutes: Minutes,
}

/// Lunch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lunch {
    /// Minutes after midnight.
    pub at: u32,
    /// For so long.
    pub minutes: Minutes,
}

/// A shorter or longer way to give a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Its name, the same in every language: on the command line and in addresses.
    pub name: String,
    /// What it is called on pages.
    pub title: String,
    /// How long it may take: pauses count, lunch does not.
    pub minutes: Minutes,
}

impl Variant {
    /// Its name in addresses, of letters that every file system takes.
    pub fn slug(&self) -> String {
        let name: String = self.name.chars().map(|it| if it.is_alphanumeric() || it == '_' { it } else { '-' }).collect();
        name.to_lowercase()
    }
}

/// How answers are scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scoring {
    /// Points for what is right.
    Points,
    /// Certainty-based marking after Gardner-Medwin: 1, 2, 3 if right; 0, −2, −6 if wrong.
    Certainty,
}
