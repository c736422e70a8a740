//! Rules about the arc of a claim.

use super::rule::Subject;
use crate::curriculum::Role;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::BELIEF_WITHOUT_REALITY;

/// Each belief has a reality before the next belief.
pub fn realities(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        let mut open = None;
        for section in &module.sections {
            match &section.role {
                Role::Belief(_) => {
                    if let Some(span) = open.replace(section.span) {
                        diagnostics.report(&BELIEF_WITHOUT_REALITY, span, &[]);
                    }
                }
                Role::Reality => open = None,
                _ => {}
            }
        }
        if let Some(span) = open {
            diagnostics.report(&BELIEF_WITHOUT_REALITY, span, &[]);
        }
    }
}
