//! Rules over the curriculum: a file for each family, a row in [`RULES`] for each rule.

mod allow;
mod arc;
mod cut_off;
mod evidence;
mod html;
mod language;
mod numbers;
mod objectives;
mod passage;
mod phrase;
mod pictures;
mod quiz;
mod ranges;
mod references;
mod rule;
mod sources;
mod tasks;
mod texts;
mod translation;
mod unused;
mod walk;

use crate::curriculum::Curriculum;
use crate::diagnostic::{Diagnostics, fault};
use crate::tree::Tree;

pub use allow::told;
pub use rule::{Rule, Scope, Subject};

use Scope::{Every, Original, Translation};

/// Every rule. Those on what is missing or unused come last: what was mistyped is told first, and once.
pub const RULES: &[Rule] = &[
    Rule { fault: &fault::UNKNOWN_FACT, scope: Every, check: references::facts },
    Rule { fault: &fault::FACT_WITHOUT_VALUE, scope: Every, check: references::fact_fields },
    Rule { fault: &fault::UNKNOWN_SOURCE, scope: Every, check: references::sources },
    Rule { fault: &fault::UNKNOWN_SECTION, scope: Every, check: references::sections },
    Rule { fault: &fault::UNKNOWN_FOOTNOTE, scope: Every, check: references::footnotes },
    Rule { fault: &fault::UNKNOWN_PICTURE, scope: Every, check: references::pictures },
    Rule { fault: &fault::NOT_A_PICTURE, scope: Every, check: pictures::kinds },
    Rule { fault: &fault::UNKNOWN_OBJECTIVE, scope: Every, check: references::objectives },
    Rule { fault: &fault::UNKNOWN_MISCONCEPTION, scope: Every, check: references::misconceptions },
    Rule { fault: &fault::FACT_WITHOUT_CAVEAT, scope: Every, check: evidence::caveats },
    Rule { fault: &fault::FACT_WITHOUT_SOURCE, scope: Original, check: evidence::unsourced },
    Rule { fault: &fault::BELIEF_WITHOUT_REALITY, scope: Every, check: arc::realities },
    Rule { fault: &fault::ALT_MISSING, scope: Every, check: references::alts },
    Rule { fault: &fault::CLAIM_INCOMPLETE, scope: Original, check: arc::parts },
    Rule { fault: &fault::CLAIM_UNASKED, scope: Original, check: arc::questions },
    Rule { fault: &fault::GUESS_REVEALED, scope: Original, check: arc::guesses },
    Rule { fault: &fault::OBJECTIVE_WITHOUT_ACTIVITY, scope: Original, check: objectives::activities },
    Rule { fault: &fault::OBJECTIVE_WITHOUT_QUESTION, scope: Original, check: objectives::questions },
    Rule { fault: &fault::OBJECTIVE_NOT_OBSERVABLE, scope: Every, check: objectives::verbs },
    Rule { fault: &fault::ACTIVITY_WITHOUT_DEBRIEF, scope: Original, check: tasks::debriefs },
    Rule { fault: &fault::TYPED_NUMBER, scope: Every, check: numbers::typed },
    Rule { fault: &fault::STRONG_WORDS, scope: Every, check: evidence::strong_words },
    Rule { fault: &fault::STALE_FACT, scope: Original, check: evidence::stale },
    Rule { fault: &fault::REVIEWED_AHEAD, scope: Original, check: evidence::ahead },
    Rule { fault: &fault::CONTRADICTING_FACTS, scope: Original, check: evidence::contradictions },
    Rule { fault: &fault::SECOND_HAND_SOURCE, scope: Every, check: sources::second_hand },
    Rule { fault: &fault::LONGEST_ANSWER, scope: Every, check: quiz::longest },
    Rule { fault: &fault::ANSWER_IN_PLACE, scope: Original, check: quiz::places },
    Rule { fault: &fault::SILENT_DISTRACTOR, scope: Original, check: quiz::distractors },
    Rule { fault: &fault::NEGATIVE_QUESTION, scope: Every, check: quiz::negative },
    Rule { fault: &fault::ABOUT_OPTIONS, scope: Every, check: quiz::about_options },
    Rule { fault: &fault::OVERLAPPING_OPTIONS, scope: Every, check: quiz::overlaps },
    Rule { fault: &fault::HTML_OFF, scope: Every, check: html::off },
    Rule { fault: &fault::HARD_TO_READ, scope: Every, check: language::reading },
    Rule { fault: &fault::TRANSLATION_BEHIND, scope: Translation, check: translation::behind },
    Rule { fault: &fault::GAPS_DIFFER, scope: Translation, check: translation::gaps },
    Rule { fault: &fault::UNUSED_FACT, scope: Original, check: unused::facts },
    Rule { fault: &fault::UNUSED_SOURCE, scope: Original, check: unused::sources },
    Rule { fault: &fault::UNUSED_PICTURE, scope: Original, check: unused::pictures },
];

/// Applies every rule to every edition it looks at. `today` is year, month, day.
pub fn check(curriculum: &Curriculum, tree: &Tree, today: (i32, u32, u32), diagnostics: &mut Diagnostics) {
    for rule in RULES {
        for course in &curriculum.courses {
            for edition in &course.editions {
                let subject = Subject { course, edition, tree, today };
                if subject.is_in(rule.scope) {
                    (rule.check)(subject, diagnostics);
                }
            }
        }
    }
}

/// Takes out what only follows from other findings and the warnings that the author allows where they stand, and tells what
/// is allowed in vain.
pub fn silence(diagnostics: &mut Diagnostics) {
    diagnostics.retain(|it| !it.follows);
    let at_original: Vec<&str> = RULES.iter().filter(|it| it.scope == Original).map(|it| it.fault.code).collect();
    allow::silence(diagnostics, &at_original);
}
