//! What is right in a quiz and what to say about each answer, as data for its script.
//!
//! The page must score itself, so the answers travel in it. They are base64-encoded JSON so that nobody reads them by
//! accident, in the source or in a search of the page; that is no secrecy, and a graded test belongs in a learning platform.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::{Value, json};

use super::address::address;
use super::context::Context;
use super::inline::write_inlines;
use crate::document::{Inlines, Quiz, plain_text};
use crate::item::{Answer, Item, Response, Solution, Use};
use crate::locale::{Language, Unit, format_quantity, format_range};

/// What the script must not show before it is asked to.
#[derive(Serialize)]
struct Key {
    questions: Vec<Question>,
    misconceptions: BTreeMap<String, Belief>,
}

/// A question's data; what is asked stands in the page.
#[derive(Serialize)]
struct Question {
    id: String,
    /// Its place in the page, from 1: `question-1`.
    number: usize,
    response: &'static str,
    points: u32,
    uses: Vec<&'static str>,
    /// Options or items may be put in another order.
    shuffle: bool,
    /// The question in plain words, for summaries.
    text: String,
    solution: Value,
    /// For each option, HTML: why it is right or tempting.
    why_option: Vec<Option<String>>,
    /// For each option, what it stands for.
    misconceptions: Vec<Option<String>>,
    /// HTML, said after any answer.
    why: Option<String>,
}

/// The belief behind a wrong answer.
#[derive(Serialize)]
struct Belief {
    html: String,
    href: Option<String>,
}

/// The key as base64 of JSON.
pub(super) fn encoded_key(quiz: &Quiz, items: &[&Item<Inlines>], context: &Context<'_>) -> String {
    let questions = items.iter().enumerate().filter_map(|(idx, item)| {
        let answer = quiz.key.get(&item.id)?;
        Some(question(idx + 1, item, answer, context))
    });
    let misconceptions = quiz.misconceptions.iter().map(|it| {
        let belief = Belief { html: html(&it.text, context), href: it.href.as_ref().and_then(|href| address(href, context)) };
        (it.id.clone(), belief)
    });
    let key = Key { questions: questions.collect(), misconceptions: misconceptions.collect() };
    STANDARD.encode(serde_json::to_string(&key).expect("a key is plain data"))
}

/// A mode's name in the script and in stored results.
pub(super) fn mode_name(mode: Use) -> &'static str {
    match mode {
        Use::Pre => "pre",
        Use::Post => "post",
        Use::Delayed => "delayed",
        Use::Concept => "concept",
    }
}

fn question(number: usize, item: &Item<Inlines>, answer: &Answer<Inlines>, context: &Context<'_>) -> Question {
    let response = response_name(&item.response);
    let scored = !matches!(item.response, Response::Open { .. } | Response::Scale { .. });
    Question {
        id: item.id.0.clone(),
        number,
        response,
        points: if scored { item.points } else { 0 },
        uses: item.uses.iter().map(|it| mode_name(*it)).collect(),
        // Agree and disagree stay where people expect them.
        shuffle: item.shuffle && item.kind != "truth",
        text: summary(item),
        solution: solution(&answer.solution, &item.response, context.language),
        why_option: answer.why_option.iter().map(|it| it.as_ref().map(|why| html(why, context))).collect(),
        misconceptions: answer.misconceptions.clone(),
        why: answer.why.as_ref().map(|why| html(why, context)),
    }
}

fn response_name(response: &Response<Inlines>) -> &'static str {
    match response {
        Response::Choice { .. } => "choice",
        Response::Choices { .. } => "choices",
        Response::Number { .. } => "number",
        Response::Order { .. } => "order",
        Response::Match { .. } => "match",
        Response::Cloze { .. } => "cloze",
        Response::Short => "short",
        Response::Open { .. } => "open",
        Response::Scale { .. } => "scale",
    }
}

/// A cloze reads as its text with dots for the gaps.
fn summary(item: &Item<Inlines>) -> String {
    match &item.response {
        Response::Cloze { pieces, .. } => pieces.iter().map(|it| plain_text(it)).collect::<Vec<_>>().join("…"),
        Response::Choice { .. }
        | Response::Choices { .. }
        | Response::Number { .. }
        | Response::Order { .. }
        | Response::Match { .. }
        | Response::Short
        | Response::Open { .. }
        | Response::Scale { .. } => plain_text(&item.question),
    }
}

fn solution(solution: &Solution, response: &Response<Inlines>, language: &Language) -> Value {
    match solution {
        Solution::Choice(option) => json!(option),
        Solution::Choices(options) => json!(options),
        Solution::Number { point, low, high } => {
            let unit = if let Response::Number { unit } = response { unit } else { &Unit::None };
            let text = |value: &f64| format_quantity(*value, unit, language);
            let texts = match point {
                Some(point) => [text(point), text(low), text(high)],
                // There is but the range to tell.
                None => std::array::from_fn(|_| format_range(*low, *high, unit, language)),
            };
            json!({ "low": low, "high": high, "texts": texts })
        }
        Solution::Order(places) | Solution::Match(places) => json!(places),
        Solution::Cloze(gaps) => json!(gaps),
        Solution::Short(accepted) => json!(accepted),
        Solution::Open { sample } => json!(sample),
        Solution::Scale => Value::Null,
    }
}

fn html(inlines: &Inlines, context: &Context<'_>) -> String {
    let mut out = String::new();
    write_inlines(&mut out, inlines, context);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::language;

    #[test]
    fn a_figure_travels_as_number_and_as_words() {
        let swedish = language("sv").expect("Swedish is there");
        let response = Response::Number { unit: Unit::Percent };
        let value = solution(&Solution::Number { point: Some(47.5), low: 45.0, high: 50.0 }, &response, swedish);
        assert_eq!(value["low"], json!(45.0));
        assert_eq!(value["texts"], json!(["47,5\u{a0}%", "45\u{a0}%", "50\u{a0}%"]));
    }
}
