//! Questions and what is right.

use tvartom::document::Inlines;
use tvartom::item::{self, Item, Response, Solution};

use super::inline::inlines;
use super::push;

/// A question as it is put.
pub fn item(item: &Item<Inlines>, indent: usize, out: &mut Vec<String>) {
    let uses = item.uses.iter().map(|it| format!("{it:?}")).collect::<Vec<_>>().join(" ");
    let fixed = if item.shuffle { "" } else { ", fixed" };
    let objective = item.objective.as_ref().map(|it| format!(", {it}")).unwrap_or_default();
    push(
        out,
        indent,
        &format!("? {} {} [{}, {uses}, {} p{objective}{fixed}]", item.id.0, inlines(&item.question), item.kind, item.points),
    );
    push(out, indent + 1, &response(&item.response));
    if let Some(hint) = &item.hint {
        push(out, indent + 1, &format!("hint: {}", inlines(hint)));
    }
}

fn joined(texts: &[Inlines]) -> String {
    texts.iter().map(|it| inlines(it)).collect::<Vec<_>>().join(" | ")
}

fn response(response: &Response<Inlines>) -> String {
    match response {
        Response::Choice { options } => format!("one of: {}", joined(options)),
        Response::Choices { options } => format!("some of: {}", joined(options)),
        Response::Number { unit } => format!("a number: {unit:?}"),
        Response::Order { items } => format!("in order: {}", joined(items)),
        Response::Match { left, right } => format!("together: {} with {}", joined(left), joined(right)),
        Response::Cloze { pieces, widths } => format!("gaps: {} {widths:?}", joined(pieces)),
        Response::Short => "a word".to_owned(),
        Response::Open { lines } => format!("{lines} lines"),
        Response::Scale { low, high, steps } => format!("{} to {} in {steps}", inlines(low), inlines(high)),
    }
}

/// What is right, and why.
pub fn answer(item: &Item<Inlines>, answer: &item::Answer<Inlines>, indent: usize, out: &mut Vec<String>) {
    push(out, indent, &format!("= {}", solution(&item.response, &answer.solution)));
    for (idx, why) in answer.why_option.iter().enumerate() {
        if let Some(why) = why {
            push(out, indent, &format!("why {}: {}", idx + 1, inlines(why)));
        }
    }
    for (idx, misconception) in answer.misconceptions.iter().enumerate() {
        if let Some(misconception) = misconception {
            push(out, indent, &format!("stands for {}: {misconception}", idx + 1));
        }
    }
    if let Some(why) = &answer.why {
        push(out, indent, &format!("why: {}", inlines(why)));
    }
}

fn solution(response: &Response<Inlines>, solution: &Solution) -> String {
    let texts =
        |positions: &[usize], all: &[Inlines]| positions.iter().map(|it| inlines(&all[*it])).collect::<Vec<_>>().join(" | ");
    match (solution, response) {
        (Solution::Choice(it), Response::Choice { options }) => texts(&[*it], options),
        (Solution::Choices(them), Response::Choices { options }) => texts(them, options),
        (Solution::Order(them), Response::Order { items }) => texts(them, items),
        (Solution::Match(them), Response::Match { right, .. }) => texts(them, right),
        (Solution::Number { point: Some(point), low, high }, _) => format!("{point} ({low} to {high})"),
        (Solution::Number { point: None, low, high }, _) => format!("{low} to {high}"),
        (Solution::Cloze(gaps), _) => gaps.iter().map(|it| it.join(", ")).collect::<Vec<_>>().join(" | "),
        (Solution::Short(words), _) => words.join(", "),
        (Solution::Open { sample }, _) => sample.clone().unwrap_or_else(|| "not scored".to_owned()),
        (Solution::Scale, _) => "not scored".to_owned(),
        (other, response) => panic!("{other:?} does not answer {response:?}"),
    }
}
