//! The `open` kind: free text, not scored, with a sample answer for the key.

use super::kind::{Asked, Asking, Kind};
use crate::diagnostic::Reported;
use crate::item::{Response, Solution};
use crate::yaml::Field;
use crate::yaml::FieldKind::{Integer, Text};

/// Free text.
pub const KIND: Kind = Kind {
    name: "open",
    example: "question: What will you do on Monday?\nsample: Call the customer.\nlines: 5\n",
    fields: &[
        Field::optional("sample", Text, "A sample answer; only in the key."),
        Field::optional("lines", Integer, "Lines to write on, on paper; 4 otherwise."),
    ],
    scored: false,
    shuffles: false,
    has_own_question: false,
    read,
};

fn read(asking: &mut Asking<'_, '_>) -> Result<Asked, Reported> {
    let (sample, lines) = (asking.record.optional_text("sample"), asking.record.optional_integer("lines"));
    let sample = sample?.map(|it| it.value);
    let lines = lines?.map_or(4, |it| it.value.clamp(1, 40));
    Ok(Asked::new(Response::Open { lines }, Solution::Open { sample }))
}
