//! Data blocks: charts, processes, worksheets and polls.

use super::facts::read_unit;
use super::limit::{MOST_STEPS, cap};
use super::shapes::{CHART, DATUM, POLL, PROCESS, STEP, WORKSHEET, WORKSHEET_FIELD};
use super::text::{optional_prose, prose, prose_list, required_prose};
use crate::curriculum::{Ballot, BlockKind, Chart, ChartKind, Datum, FactId, Process, Step, Value, Worksheet, WorksheetField};
use crate::diagnostic::fault::{CHART_EMPTY, CHART_VALUE, DUPLICATE_ID, EXPECTED, POLL_OPTIONS, UNKNOWN_STEP, WORKSHEET_EMPTY};
use crate::diagnostic::{Diagnostics, Reported, did_you_mean};
use crate::locale::Unit;
use crate::prose::{DataKind, Features};
use crate::source::Spanned;
use crate::yaml::{Node, NodeKind, Record, number};

const CHART_KINDS: &[(&str, ChartKind)] = &[
    ("waffle", ChartKind::Waffle),
    ("bar", ChartKind::Bar),
    ("range", ChartKind::Range),
    ("slope", ChartKind::Slope),
    ("line", ChartKind::Line),
];

/// A data block. A translation's poll finds its right option in the original's.
pub fn read_data(
    kind: DataKind,
    node: &Node,
    original: Option<&Node>,
    features: Features,
    diagnostics: &mut Diagnostics,
) -> Result<BlockKind, Reported> {
    match kind {
        DataKind::Chart => read_chart(node, features, diagnostics).map(BlockKind::Chart),
        DataKind::Process => read_process(node, features, diagnostics).map(BlockKind::Process),
        DataKind::Worksheet => read_worksheet(node, features, diagnostics).map(BlockKind::Worksheet),
        DataKind::Poll => read_poll(node, original.unwrap_or(node), features, diagnostics).map(BlockKind::Poll),
    }
}

fn read_chart(node: &Node, features: Features, diagnostics: &mut Diagnostics) -> Result<Chart, Reported> {
    let mut record = Record::open(node, &CHART, diagnostics)?;
    let kind = record.choice("kind", CHART_KINDS);
    let (title, caption) = (optional_prose(&mut record, "title", features), optional_prose(&mut record, "caption", features));
    let (alt, unit, fact) = (record.optional_text("alt"), record.optional_text("unit"), record.optional_text("fact"));
    let ends = record.texts("ends");
    let items = record.list("data")?;
    let (kind, fact) = (kind?, fact?);
    let mut data = Vec::with_capacity(items.len() + 1);
    for item in items {
        data.push(read_datum(item, kind, features, record.diagnostics)?);
    }
    if let Some(fact) = fact {
        data.insert(0, Datum { label: None, value: Value::Fact(fact.map(FactId)) });
    }
    if data.is_empty() && (record.was_meant("data") || record.was_meant("fact")) {
        return Err(Reported);
    }
    if data.is_empty() {
        return Err(record.diagnostics.error(&CHART_EMPTY, record.span, &[]));
    }
    let ends = match ends?.as_slice() {
        [from, to] => Some((from.value.clone(), to.value.clone())),
        _ => None,
    };
    let unit = unit?.map_or(Unit::None, |it| read_unit(&it.value));
    Ok(Chart { kind, title: title?, caption: caption?, alt: alt?.map(|it| it.value), unit, data, ends })
}

fn read_datum(node: &Node, kind: ChartKind, features: Features, diagnostics: &mut Diagnostics) -> Result<Datum, Reported> {
    let mut record = Record::open(node, &DATUM, diagnostics)?;
    let label = optional_prose(&mut record, "label", features)?;
    let fact = record.optional_text("fact")?;
    let (point, low, high) = (record.optional_number("value"), record.optional_number("low"), record.optional_number("high"));
    let (point, low, high) = (point?.map(|it| it.value), low?.map(|it| it.value), high?.map(|it| it.value));
    let (from, to) = (record.node("from").and_then(end), record.node("to").and_then(end));
    let value = match (fact, point, from, to) {
        (Some(fact), None, None, None) => Value::Fact(fact.map(FactId)),
        (None, Some(point), None, None) => Value::Number { point, low, high },
        (None, None, Some(from), Some(to)) if kind == ChartKind::Slope => {
            Value::Change { from: Box::new(from), to: Box::new(to) }
        }
        _ => return Err(record.diagnostics.error(&CHART_VALUE, record.span, &[])),
    };
    Ok(Datum { label, value })
}

/// An end of a slope: a number, or a fact's id.
fn end(node: &Node) -> Option<Value> {
    let text = node.text()?.trim();
    Some(match number(text) {
        Some(point) => Value::Number { point, low: None, high: None },
        None => Value::Fact(Spanned::new(FactId(text.to_owned()), node.span)),
    })
}

fn read_process(node: &Node, features: Features, diagnostics: &mut Diagnostics) -> Result<Process, Reported> {
    let mut record = Record::open(node, &PROCESS, diagnostics)?;
    let title = optional_prose(&mut record, "title", features)?;
    record.required("steps")?;
    let mut items: Vec<&Node> = record.list("steps")?.iter().collect();
    cap(&mut items, MOST_STEPS, |it| Some(it.span), record.diagnostics);
    let mut steps: Vec<Step> = Vec::with_capacity(items.len());
    let mut backs = Vec::with_capacity(items.len());
    for item in items {
        let mut step = Record::open(item, &STEP, record.diagnostics)?;
        let id = step.text("id");
        let name = required_prose(&mut step, "name", features);
        let [decision, who, action, sign] = ["decision", "who", "do", "sign"].map(|key| optional_prose(&mut step, key, features));
        backs.push(step.texts("back_to")?);
        let id = id?;
        if steps.iter().any(|it| it.id == id.value) {
            return Err(step.diagnostics.error(&DUPLICATE_ID, id.span, &[&id.value]));
        }
        steps.push(Step {
            id: id.value,
            name: name?,
            decision: decision?,
            who: who?,
            action: action?,
            sign: sign?,
            back_to: Vec::new(),
        });
    }
    if steps.is_empty() {
        return Err(record.missing("steps"));
    }
    let mut all_backs: Vec<&Spanned<String>> = backs.iter().flatten().collect();
    cap(&mut all_backs, MOST_STEPS, |it| Some(it.span), record.diagnostics);
    if all_backs.len() < backs.iter().flatten().count() {
        return Err(Reported);
    }
    let ids: Vec<String> = steps.iter().map(|it| it.id.clone()).collect();
    for (step, backs) in steps.iter_mut().zip(backs) {
        for back in backs {
            match ids.iter().position(|it| *it == back.value) {
                Some(position) => step.back_to.push(position),
                None => {
                    let similar = did_you_mean(&back.value, ids.iter().map(String::as_str));
                    record.diagnostics.report(&UNKNOWN_STEP, back.span, &[&back.value]).suggest(similar);
                    return Err(Reported);
                }
            }
        }
        step.back_to.sort_unstable();
        step.back_to.dedup();
    }
    Ok(Process { title, steps })
}

fn read_worksheet(node: &Node, features: Features, diagnostics: &mut Diagnostics) -> Result<Worksheet, Reported> {
    let mut record = Record::open(node, &WORKSHEET, diagnostics)?;
    let title = optional_prose(&mut record, "title", features)?;
    let columns = prose_list(&mut record, "columns", features)?;
    let items = record.list("fields")?;
    let mut fields = Vec::with_capacity(items.len());
    for item in items {
        // A bare text is a field with the usual lines.
        if let NodeKind::Scalar(_) = item.kind {
            let label = prose(item, features, record.diagnostics).unwrap_or_default();
            fields.push(WorksheetField { label, lines: 2 });
            continue;
        }
        let mut field = Record::open(item, &WORKSHEET_FIELD, record.diagnostics)?;
        let (label, lines) = (required_prose(&mut field, "label", features), field.optional_integer("lines"));
        fields.push(WorksheetField { label: label?, lines: lines?.map_or(2, |it| it.value.clamp(1, 40)) });
    }
    let rows = match record.node("rows") {
        // A number is so many empty rows.
        Some(Node { kind: NodeKind::Scalar(scalar), .. }) if scalar.text.parse::<usize>().is_ok() => {
            vec![Vec::new(); scalar.text.parse::<usize>().unwrap_or(1).clamp(1, 40)]
        }
        Some(_) => prose_list(&mut record, "rows", features)?,
        None => vec![Vec::new(); 4],
    };
    match (fields.is_empty(), columns.is_empty()) {
        (false, true) => Ok(Worksheet::Fields { title, fields }),
        (true, false) => Ok(Worksheet::Table { title, columns, rows }),
        _ => Err(record.diagnostics.error(&WORKSHEET_EMPTY, record.span, &[])),
    }
}

fn read_poll(node: &Node, original: &Node, features: Features, diagnostics: &mut Diagnostics) -> Result<Ballot, Reported> {
    let mut record = Record::open(node, &POLL, diagnostics)?;
    let question = required_prose(&mut record, "question", features);
    let options = prose_list(&mut record, "options", features)?;
    if options.len() < 2 || options.len() > 8 {
        let span = record.node("options").map_or(record.span, |it| it.span);
        return Err(record.diagnostics.error(&POLL_OPTIONS, span, &[]));
    }
    let correct = match original.get("correct").filter(|it| it.kind != NodeKind::Null) {
        Some(correct) => Some(read_correct(correct, original, record.diagnostics)?),
        None => None,
    };
    Ok(Ballot { question: Some(question?), options, correct })
}

/// The right option: its text, or its number from 1.
fn read_correct(correct: &Node, poll: &Node, diagnostics: &mut Diagnostics) -> Result<usize, Reported> {
    let text = correct.text().unwrap_or_default().trim();
    let options = poll.get("options").and_then(Node::items).unwrap_or_default();
    let by_text = options.iter().position(|it| it.text().is_some_and(|it| it.trim() == text));
    let by_number = text.parse::<usize>().ok().filter(|it| (1..=options.len()).contains(it)).map(|it| it - 1);
    by_text.or(by_number).ok_or_else(|| {
        let found = format!("`{text}`");
        diagnostics.error(&EXPECTED, correct.span, &["correct", "one of the options, or its number from 1", &found])
    })
}
