//! Rules over the curriculum: a file for each family, a row in [`RULES`] for each rule.

mod allow;
mod arc;
mod evidence;
mod references;
mod rule;
mod walk;

use crate::curriculum::Curriculum;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::{
    ALT_MISSING, BELIEF_WITHOUT_REALITY, FACT_WITHOUT_CAVEAT, FACT_WITHOUT_VALUE, UNKNOWN_FACT, UNKNOWN_FOOTNOTE,
    UNKNOWN_MISCONCEPTION, UNKNOWN_OBJECTIVE, UNKNOWN_PICTURE, UNKNOWN_SECTION, UNKNOWN_SOURCE,
};
use crate::tree::Tree;

pub use allow::silence;
pub use rule::Rule;

/// Every rule.
pub const RULES: &[Rule] = &[
    Rule { fault: &UNKNOWN_FACT, check: references::facts },
    Rule { fault: &FACT_WITHOUT_VALUE, check: references::fact_fields },
    Rule { fault: &UNKNOWN_SOURCE, check: references::sources },
    Rule { fault: &UNKNOWN_SECTION, check: references::sections },
    Rule { fault: &UNKNOWN_FOOTNOTE, check: references::footnotes },
    Rule { fault: &UNKNOWN_PICTURE, check: references::pictures },
    Rule { fault: &UNKNOWN_OBJECTIVE, check: references::objectives },
    Rule { fault: &UNKNOWN_MISCONCEPTION, check: references::misconceptions },
    Rule { fault: &FACT_WITHOUT_CAVEAT, check: evidence::caveats },
    Rule { fault: &BELIEF_WITHOUT_REALITY, check: arc::realities },
    Rule { fault: &ALT_MISSING, check: references::alts },
];

/// Applies every rule to every edition.
pub fn check(curriculum: &Curriculum, tree: &Tree, diagnostics: &mut Diagnostics) {
    for edition in curriculum.courses.iter().flat_map(|course| &course.editions) {
        for rule in RULES {
            (rule.check)(rule::Subject { edition, tree }, diagnostics);
        }
    }
}
