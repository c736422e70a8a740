//! The `match` kind: what goes with what, with or without distractors.

use super::kind::{Asked, Asking, Kind};
use super::shuffle::shuffled;
use crate::diagnostic::Reported;
use crate::diagnostic::fault::{EQUAL_ITEMS, TOO_FEW_OPTIONS};
use crate::item::{Response, Solution};
use crate::prose::{Inline, InlineKind, plain_text};
use crate::read::shapes::PAIR;
use crate::read::text::{prose_list, required_prose};
use crate::yaml::FieldKind::{List, Prose, Record as RecordOf};
use crate::yaml::{Field, Record};

/// Pairs to be found.
pub const KIND: Kind = Kind {
    name: "match",
    example: "question: What goes with what?\npairs:\n  - {left: SPIN, right: Questions}\n  - {left: MEDDIC, right: Qualification}\ndistractors: [Discount]\n",
    fields: &[
        Field::required("pairs", List(&RecordOf(&PAIR)), "What goes together."),
        Field::optional("distractors", List(&Prose), "Answers that go with nothing."),
    ],
    scored: true,
    shuffles: true,
    has_own_question: false,
    read,
};

fn read(asking: &mut Asking<'_, '_>) -> Result<Asked, Reported> {
    let features = asking.around.features;
    asking.record.required("pairs")?;
    let (mut left, mut right) = (Vec::<Vec<Inline>>::new(), Vec::new());
    for item in asking.record.list("pairs")? {
        let mut pair = Record::open(item, &PAIR, asking.record.diagnostics)?;
        let (one, other) = (required_prose(&mut pair, "left", features), required_prose(&mut pair, "right", features));
        let one = one?;
        let words = plain_text(&one);
        if !words.is_empty() && left.iter().any(|it| plain_text(it) == words) {
            let span = item.get("left").map_or(item.span, |it| it.span);
            return Err(asking.record.diagnostics.error(&EQUAL_ITEMS, span, &[&words]));
        }
        left.push(one);
        right.push(other?);
    }
    if left.len() < 2 {
        return Err(asking.record.diagnostics.error(&TOO_FEW_OPTIONS, asking.asked(), &["2"]));
    }
    right.extend(prose_list(asking.record, "distractors", features)?);
    let firsts: Vec<usize> = (0..right.len()).map(|idx| first_alike(&right, idx)).collect();
    let unlike: Vec<usize> = (0..right.len()).filter(|idx| firsts[*idx] == *idx).collect();
    if unlike.len() < 2 {
        return Err(asking.record.diagnostics.error(&TOO_FEW_OPTIONS, asking.asked(), &["2"]));
    }
    let shown: Vec<usize> = shuffled(unlike.len(), asking.seed).into_iter().map(|idx| unlike[idx]).collect();
    let place = |original: usize| shown.iter().position(|it| *it == firsts[original]).expect("the first of each is shown");
    let solution = (0..left.len()).map(place).collect();
    let right = shown.iter().map(|it| right[*it].clone()).collect();
    Ok(Asked::new(Response::Match { left, right }, Solution::Match(solution)))
}

/// The position of the first that reads the same: it is shown once, for nobody can tell one from the other.
fn first_alike(texts: &[Vec<Inline>], idx: usize) -> usize {
    let words = |it: &[Inline]| it.iter().all(|it| matches!(it.kind, InlineKind::Text(_))).then(|| plain_text(it));
    let own = words(&texts[idx]);
    texts.iter().position(|it| own.is_some() && words(it) == own).unwrap_or(idx)
}
