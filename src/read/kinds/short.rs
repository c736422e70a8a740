//! The `short` kind: a word or two, compared without case.

use super::kind::{Asked, Asking, Kind};
use crate::diagnostic::Reported;
use crate::item::{Response, Solution};
use crate::yaml::Field;
use crate::yaml::FieldKind::{OneOrMore, Text};

/// A word or two.
pub const KIND: Kind = Kind {
    name: "short",
    example: "question: What is it called?\naccept: [buying process, the buying process]\n",
    fields: &[Field::required("accept", OneOrMore(&Text), "Every answer that is right; the first is shown in the key.")],
    scored: true,
    shuffles: false,
    has_own_question: false,
    read,
};

fn read(asking: &mut Asking<'_, '_>) -> Result<Asked, Reported> {
    asking.record.required("accept")?;
    let accept = asking.record.texts("accept")?.into_iter().map(|it| it.value);
    let accept: Vec<String> = accept.filter(|it| !it.trim().is_empty()).collect();
    if accept.is_empty() {
        // Nothing would be right.
        return Err(asking.record.missing("accept"));
    }
    Ok(Asked::new(Response::Short, Solution::Short(accept)))
}
