//! What only shows when the day is laid out: variants that take too long, and stretches without a pause or something to do.

use crate::compose;
use crate::curriculum::{Edition, Minutes};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::{NO_ACTIVITY, NO_BREAK, OVER_TARGET};

/// People need a pause after so many minutes: the 90 that a course's schedule has by default, and the five that are left of a day for
/// which none is put in …
const LONGEST_WITHOUT_PAUSE: Minutes = Minutes(95);
/// … and something to do after so many.
const LONGEST_WITHOUT_ACTIVITY: Minutes = Minutes(20);

/// What only shows when the day is laid out.
pub fn check_times(edition: &Edition, diagnostics: &mut Diagnostics) {
    let paces = compose::paces(edition);
    for pace in &paces {
        if let (Some(name), Some(target)) = (&pace.variant, pace.target.filter(|it| pace.least > *it)) {
            diagnostics.report(&OVER_TARGET, edition.span, &[name, &pace.least.0.to_string(), &target.0.to_string()]);
        }
    }
    // Minutes stand in the original alone.
    if edition.translated.is_some() {
        return;
    }
    // One finding for the longest day: what helps there helps the others.
    let longest = paces.iter().max_by_key(|it| it.stretch).filter(|it| it.stretch > LONGEST_WITHOUT_PAUSE);
    if let Some(pace) = longest {
        let day = pace.variant.as_deref().unwrap_or(&edition.slug);
        diagnostics.report(&NO_BREAK, edition.span, &[day, &pace.stretch.0.to_string()]);
    }
    for module in &edition.modules {
        for (span, minutes) in compose::listening(edition, module, LONGEST_WITHOUT_ACTIVITY) {
            diagnostics.report(&NO_ACTIVITY, span, &[&minutes.0.to_string()]);
        }
    }
}
