//! Rules about evidence.

use super::rule::Subject;
use crate::curriculum::{Grade, Status};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::FACT_WITHOUT_CAVEAT;

/// A fact that is disputed, or graded C to E, does not stand without its caveat.
pub fn caveats(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for fact in subject.edition.facts.values() {
        let weak = fact.status == Status::Disputed || fact.grade >= Grade::C;
        if weak && fact.caveat.as_ref().is_none_or(|it| it.trim().is_empty()) {
            diagnostics.report(&FACT_WITHOUT_CAVEAT, fact.span, &[&fact.id.0]);
        }
    }
}
