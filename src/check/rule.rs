//! What a rule is, and what it looks at.

use crate::curriculum::{Course, Edition};
use crate::diagnostic::{Diagnostics, Fault};
use crate::tree::Tree;

/// A rule: what it reports, where it looks, and the function that looks for it.
#[derive(Debug)]
pub struct Rule {
    /// What it reports.
    pub fault: &'static Fault,
    /// Which editions of a course it looks at.
    pub scope: Scope,
    /// Looks for it.
    pub check: fn(Subject<'_>, &mut Diagnostics),
}

/// Which editions of a course a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All: what it looks at is written anew in each language.
    Every,
    /// The original: what it looks at stands there alone, and would be told once for each language.
    Original,
    /// Translations, each beside its original.
    Translation,
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The course in all its languages.
    pub course: &'a Course,
    /// One of them.
    pub edition: &'a Edition,
    /// The curriculum's files.
    pub tree: &'a Tree,
    /// Today: year, month, day.
    pub today: (i32, u32, u32),
}

impl<'a> Subject<'a> {
    /// The original of a translation, if it was read.
    pub fn original(self) -> Option<&'a Edition> {
        self.course.editions.iter().find(|it| it.translated.is_none())
    }

    /// Whether a rule of this scope looks at it.
    pub fn is_in(self, scope: Scope) -> bool {
        match scope {
            Scope::Every => true,
            Scope::Original => self.edition.translated.is_none(),
            Scope::Translation => self.edition.translated.is_some(),
        }
    }
}
