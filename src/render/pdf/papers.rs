//! A paper's data: beside what the model says, which evidence notes stand beside which section, and right numbers as they read.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::data::value as plain;
use crate::document::{Paper, PaperKind};
use crate::locale::{Language, Unit, format_quantity, format_range};
use crate::render::code::code;

/// A paper as data.
pub fn value(paper: &Paper) -> Value {
    let mut out = plain(paper);
    let mut waiting: BTreeSet<u64> = (1..).take(paper.evidence.len()).collect();
    for block in out.get_mut("blocks").and_then(Value::as_array_mut).into_iter().flatten() {
        show_numbers(block, paper.meta.language);
        if let Some(section) = block.get_mut("section") {
            let mut marked = BTreeSet::new();
            marks(section, &mut marked);
            if paper.kind == PaperKind::Key {
                number_solutions(section);
            }
            let here: Vec<u64> = waiting.intersection(&marked).copied().collect();
            waiting.retain(|it| !here.contains(it));
            section["notes"] = json!(here);
        }
    }
    out["end-notes"] = json!(waiting);
    out["one-point"] = json!(paper.meta.language.phrases.quiz.one_point);
    if let Some(pointer) = &paper.pointer {
        out["pointer"]["code"] = json!(code(&pointer.address).map(|it| json!({ "side": it.side, "runs": it.runs })));
    }
    out
}

/// The numbers of the evidence notes that are marked in a value.
fn marks(value: &Value, out: &mut BTreeSet<u64>) {
    match value {
        Value::Object(fields) => {
            out.extend(fields.get("note").and_then(Value::as_u64));
            fields.values().for_each(|it| marks(it, out));
        }
        Value::Array(items) => items.iter().for_each(|it| marks(it, out)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Numbers a part's solutions as its questions are on the paper quiz.
fn number_solutions(section: &mut Value) {
    let blocks = section.get_mut("blocks").and_then(Value::as_array_mut).into_iter().flatten();
    for (solution, number) in blocks.filter_map(|it| it.pointer_mut("/answer/solution")).zip(1..) {
        solution["number"] = json!(number);
    }
}

/// Puts beside each solution that is a number how it reads.
fn show_numbers(value: &mut Value, language: &Language) {
    match value {
        Value::Object(fields) => {
            let right = fields.get("answer").and_then(|it| it.pointer("/solution/number"));
            let unit = fields.get("item").and_then(|it| it.pointer("/response/number/unit"));
            if let Some(shown) = right.zip(unit).and_then(|(right, unit)| shown(right, &unit_of(unit), language)) {
                fields.insert("shown".to_owned(), shown);
            }
            fields.values_mut().for_each(|it| show_numbers(it, language));
        }
        Value::Array(items) => items.iter_mut().for_each(|it| show_numbers(it, language)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn shown(right: &Value, unit: &Unit, language: &Language) -> Option<Value> {
    let number = |name: &str| right.get(name).and_then(Value::as_f64);
    let (low, high) = (number("low")?, number("high")?);
    let range = format_range(low, high, unit, language);
    Some(json!({ "point": number("point").map(|it| format_quantity(it, unit, language)), "range": range }))
}

fn unit_of(unit: &Value) -> Unit {
    let word = |name: &str| unit.get(name).and_then(Value::as_str).map(str::to_owned);
    match (unit.as_str(), word("currency"), word("word")) {
        (Some("percent"), _, _) => Unit::Percent,
        (_, Some(code), _) => Unit::Currency(code),
        (_, _, Some(word)) => Unit::Word(word),
        _ => Unit::None,
    }
}
