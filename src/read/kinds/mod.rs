//! The kinds of question: a row in [`KINDS`] and a file for each.

mod cloze;
mod estimate;
mod kind;
mod matching;
mod multiple;
mod open;
mod options;
mod order;
mod scale;
mod short;
mod shuffle;
mod single;
mod truth;

pub use kind::{Asking, Kind};

/// Every kind of question.
pub const KINDS: &[Kind] = &[
    single::KIND,
    multiple::KIND,
    truth::KIND,
    estimate::KIND,
    order::KIND,
    matching::KIND,
    cloze::KIND,
    short::KIND,
    open::KIND,
    scale::KIND,
];
