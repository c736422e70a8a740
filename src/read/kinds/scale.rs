//! The `scale` kind: a step between two ends, not scored.

use super::kind::{Asked, Asking, Kind};
use crate::diagnostic::Reported;
use crate::diagnostic::fault::EXPECTED;
use crate::item::{Response, Solution};
use crate::read::text::required_prose;
use crate::yaml::Field;
use crate::yaml::FieldKind::{Integer, Prose};

/// A step on a scale.
pub const KIND: Kind = Kind {
    name: "scale",
    example: "question: How sure are you?\nlow: not at all\nhigh: completely\nsteps: 5\n",
    fields: &[
        Field::required("low", Prose, "What the low end is called."),
        Field::required("high", Prose, "What the high end is called."),
        Field::optional("steps", Integer, "How many steps, from 2 to 11; 5 otherwise."),
    ],
    scored: false,
    shuffles: false,
    has_own_question: false,
    read,
};

fn read(asking: &mut Asking<'_, '_>) -> Result<Asked, Reported> {
    let features = asking.around.features;
    let (low, high) = (required_prose(asking.record, "low", features), required_prose(asking.record, "high", features));
    let steps = asking.record.optional_integer("steps")?;
    if let Some(steps) = steps.as_ref().filter(|it| !(2..=11).contains(&it.value)) {
        let found = format!("`{}`", steps.value);
        return Err(asking.record.diagnostics.error(&EXPECTED, steps.span, &["steps", "between 2 and 11", &found]));
    }
    let steps = steps.map_or(5, |it| it.value);
    Ok(Asked::new(Response::Scale { low: low?, high: high?, steps }, Solution::Scale))
}
