//! The `single` kind: one of several options is right.

use super::kind::{Asked, Asking, Kind};
use super::options::{OPTIONS, read_options};
use crate::diagnostic::Reported;
use crate::diagnostic::fault::{NO_RIGHT_ANSWER, TWO_RIGHT_ANSWERS};
use crate::item::{Response, Solution};

/// One right option.
pub const KIND: Kind = Kind {
    name: "single",
    example: "question: What do you lose most deals to?\noptions:\n  - text: A cheaper supplier\n    why: It is named often.\n  - text: Nothing changing\n    correct: true\n",
    fields: OPTIONS,
    scored: true,
    shuffles: true,
    has_own_question: false,
    read,
};

fn read(asking: &mut Asking<'_, '_>) -> Result<Asked, Reported> {
    let options = read_options(asking)?;
    let span = asking.asked();
    let right = match options.right.as_slice() {
        [right] => *right,
        [] => return Err(asking.record.diagnostics.error(&NO_RIGHT_ANSWER, span, &[])),
        _ => return Err(asking.record.diagnostics.error(&TWO_RIGHT_ANSWERS, span, &[])),
    };
    Ok(Asked {
        question: None,
        response: Response::Choice { options: options.texts },
        solution: Solution::Choice(right),
        why_option: options.why,
        misconceptions: options.misconceptions,
    })
}
