//! What a rule is, and what it looks at.

use crate::curriculum::Edition;
use crate::diagnostic::{Diagnostics, Fault};
use crate::tree::Tree;

/// A rule: what it reports, and the function that looks for it.
#[derive(Debug)]
pub struct Rule {
    /// What it reports.
    pub fault: &'static Fault,
    /// Looks for it.
    pub check: fn(Subject<'_>, &mut Diagnostics),
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// A course in a language.
    pub edition: &'a Edition,
    /// The curriculum's files, for pictures.
    pub tree: &'a Tree,
}
