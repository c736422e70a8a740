//! The `multiple` kind: any number of the options is right.

use super::kind::{Asked, Asking, Kind};
use super::options::{OPTIONS, read_options};
use crate::diagnostic::Reported;
use crate::diagnostic::fault::NO_RIGHT_ANSWER;
use crate::item::{Response, Solution};

/// Several right options, with partial credit.
pub const KIND: Kind = Kind {
    name: "multiple",
    example: "question: Which are signs?\noptions:\n  - text: A date\n    correct: true\n  - text: A name\n    correct: true\n  - text: A feeling\n    why: It is ours, not theirs.\n",
    fields: OPTIONS,
    scored: true,
    shuffles: true,
    has_own_question: false,
    read,
};

fn read(asking: &mut Asking<'_, '_>) -> Result<Asked, Reported> {
    let options = read_options(asking)?;
    if options.right.is_empty() {
        return Err(asking.record.diagnostics.error(&NO_RIGHT_ANSWER, asking.asked(), &[]));
    }
    Ok(Asked {
        question: None,
        response: Response::Choices { options: options.texts },
        solution: Solution::Choices(options.right),
        why_option: options.why,
        misconceptions: options.misconceptions,
    })
}
