//! Charts and processes with their numbers resolved.

use super::evidence;
use super::writer::Writer;
use crate::curriculum::{self, Amount, Fact, FactId, Value};
use crate::document::{Alignment, Chart, ChartKind, Datum, Inline, Inlines, Process, Table, plain_text};
use crate::locale::{Language, Unit, fill, format_quantity, format_range};
use crate::prose::FactField;
use crate::source::Spanned;

/// A chart. In a blank edition a chart that shows a guessed figure keeps its labels and loses its numbers.
pub(super) fn chart<'a>(writer: &mut Writer<'a>, chart: &'a curriculum::Chart) -> Chart {
    let title = chart.title.as_deref().map(|it| writer.title(it));
    let caption = chart.caption.as_deref().map(|it| writer.inlines(it));
    let facts: Vec<&FactId> = chart.data.iter().flat_map(|it| facts_of(&it.value)).collect();
    let types_hidden = chart.data.iter().any(|it| types_hidden(writer, &it.value, &chart.unit));
    let blank = types_hidden || facts.iter().any(|it| writer.hidden.contains(*it));
    for fact in facts {
        let Some(fact) = writer.fact(fact) else { continue };
        writer.use_fact(fact, !blank);
    }
    let mut units = Vec::new();
    let mut data = Vec::new();
    for datum in &chart.data {
        let label = datum.label.as_deref().map(|it| plain_text(&writer.title(it)));
        let language = writer.edition.language;
        let (from, to) = match &datum.value {
            Value::Change { from, to } => (number(writer, from, &chart.unit), Some(number(writer, to, &chart.unit))),
            Value::Fact(_) | Value::Number { .. } => (number(writer, &datum.value, &chart.unit), None),
        };
        let label = label.or_else(|| from.of.clone().filter(|_| chart.data.len() > 1)).unwrap_or_default();
        data.push(resolved(label, &from, to.as_ref(), chart.kind, language));
        units.push(from.unit);
    }
    // The same scale where the chart is to be drawn and where it is drawn.
    let unit = common(&units);
    let max = match largest(&data) {
        largest if *unit == Unit::Percent && largest <= 100.0 => 100.0,
        largest => round_up(largest),
    };
    let axis = axis(max, unit, writer.edition.language);
    if blank {
        data.iter_mut().for_each(clear);
    }
    let alt = match &chart.alt {
        Some(alt) if !blank && !alt.trim().is_empty() => alt.clone(),
        _ => described(title.as_ref(), &data, writer.edition.language),
    };
    let ends = chart.ends.clone().unwrap_or_default();
    Chart { kind: kind(chart.kind), title, caption, alt, max, axis, data, ends, blank }
}

/// The chart that proves a figure where the author drew none: a hundred squares for per cent, a span where there is one; else
/// none.
pub(super) fn proof(fact: &Fact, language: &Language) -> Option<Chart> {
    let amount = fact.amount.as_ref()?;
    let has_range = amount.low.is_some() && amount.high.is_some();
    let is_share = amount.unit == Unit::Percent && (0.0..=100.0).contains(&amount.middle());
    let kind = match (has_range, is_share) {
        (true, _) => curriculum::ChartKind::Range,
        (false, true) => curriculum::ChartKind::Waffle,
        // A bar alone, beside nothing, shows no size.
        (false, false) => return None,
    };
    let number = Number::of(amount);
    let data = vec![resolved(String::new(), &number, None, kind, language)];
    let max = if is_share { 100.0 } else { round_up(largest(&data)) };
    let axis = axis(max, &number.unit, language);
    let title = amount.of.as_ref().map(|of| vec![Inline::Text(format!("{} {of}", language.phrases.evidence.of))]);
    let alt = described(title.as_ref(), &data, language);
    let ends = (String::new(), String::new());
    Some(Chart { kind: self::kind(kind), title: None, caption: None, alt, max, axis, data, ends, blank: false })
}

/// The facts a chart shows, each once.
pub(super) fn facts(chart: &curriculum::Chart) -> Vec<&FactId> {
    let mut out: Vec<&FactId> = Vec::new();
    for fact in chart.data.iter().flat_map(|it| facts_of(&it.value)) {
        if !out.contains(&fact) {
            out.push(fact);
        }
    }
    out
}

/// A process as a table: for each step who decides what, what one can do, and where it can go back to.
pub(super) fn process_table(process: &Process, language: &Language) -> Table {
    let paper = &language.phrases.paper;
    let header = [paper.step, paper.decision, paper.who, paper.action, paper.sign, paper.back_to];
    let rows = process.steps.iter().enumerate().map(|(step_idx, step)| {
        let mut name = vec![Inline::Text(format!("{}. ", step_idx + 1))];
        name.extend(step.name.iter().cloned());
        let back: Vec<String> =
            step.back_to.iter().filter_map(|it| process.steps.get(*it)).map(|it| plain_text(&it.name)).collect();
        let cell = |it: &Option<Inlines>| it.clone().unwrap_or_default();
        let back = if back.is_empty() { Inlines::new() } else { vec![Inline::Text(back.join(", "))] };
        vec![name, cell(&step.decision), cell(&step.who), cell(&step.action), cell(&step.sign), back]
    });
    Table {
        caption: process.title.clone(),
        alignments: vec![Alignment::Start; header.len()],
        header: header.map(|it| vec![Inline::Text(it.to_owned())]).to_vec(),
        rows: rows.collect(),
        row_headings: true,
    }
}

/// A value with what it counts.
struct Number {
    /// Where it stands among others.
    point: f64,
    /// Whether it is a range without a figure of its own.
    is_range: bool,
    low: Option<f64>,
    high: Option<f64>,
    unit: Unit,
    of: Option<String>,
}

impl Number {
    fn of(amount: &Amount) -> Self {
        let (unit, of) = (amount.unit.clone(), amount.of.clone());
        Self { point: amount.middle(), is_range: amount.point.is_none(), low: amount.low, high: amount.high, unit, of }
    }
}

fn number(writer: &Writer<'_>, value: &Value, unit: &Unit) -> Number {
    match value {
        Value::Fact(Spanned { value: id, .. }) => match writer.fact(id).and_then(|it| it.amount.as_ref()) {
            Some(amount) => Number::of(amount),
            None => Number { point: 0.0, is_range: false, low: None, high: None, unit: unit.clone(), of: None },
        },
        Value::Number { point, low, high } => {
            Number { point: *point, is_range: false, low: *low, high: *high, unit: unit.clone(), of: None }
        }
        Value::Change { from, .. } => number(writer, from, unit),
    }
}

fn resolved(label: String, from: &Number, to: Option<&Number>, kind: curriculum::ChartKind, language: &Language) -> Datum {
    let shown = if from.is_range { String::new() } else { format_quantity(from.point, &from.unit, language) };
    if let Some(to) = to {
        let shown_high = format_quantity(to.point, &to.unit, language);
        return Datum { label, value: from.point, shown, low: None, high: Some(to.point), shown_high };
    }
    let range = match (kind, from.low, from.high) {
        (curriculum::ChartKind::Range, Some(low), Some(high)) => Some((low, high)),
        _ => None,
    };
    let shown_high = range.map(|(low, high)| format_range(low, high, &from.unit, language)).unwrap_or_default();
    Datum { label, value: from.point, shown, low: range.map(|it| it.0), high: range.map(|it| it.1), shown_high }
}

/// What all values count; nothing where they count different things.
fn common(units: &[Unit]) -> &Unit {
    match units {
        [first, rest @ ..] if rest.iter().all(|it| it == first) => first,
        _ => &Unit::None,
    }
}

/// The words of an axis: per cent at every number, another unit once, at the end.
fn axis(max: f64, unit: &Unit, language: &Language) -> Vec<String> {
    let rest = if *unit == Unit::Percent { unit } else { &Unit::None };
    vec![format_quantity(0.0, rest, language), format_quantity(max / 2.0, rest, language), format_quantity(max, unit, language)]
}

fn facts_of(value: &Value) -> Vec<&FactId> {
    match value {
        Value::Fact(id) => vec![&id.value],
        Value::Number { .. } => Vec::new(),
        Value::Change { from, to } => [facts_of(from), facts_of(to)].concat(),
    }
}

/// Whether a number typed in a chart is a figure that the document leaves out: same amount, same unit.
fn types_hidden(writer: &Writer<'_>, value: &Value, unit: &Unit) -> bool {
    match value {
        Value::Fact(_) => false,
        Value::Number { point, .. } => {
            let amounts = writer.hidden.iter().filter_map(|it| writer.fact(it)?.amount.as_ref());
            amounts
                .into_iter()
                .any(|it| it.point.is_some_and(|it| (it - point).abs() < 1e-9) && (it.unit == *unit || *unit == Unit::None))
        }
        Value::Change { from, to } => types_hidden(writer, from, unit) || types_hidden(writer, to, unit),
    }
}

fn clear(datum: &mut Datum) {
    *datum = Datum {
        label: std::mem::take(&mut datum.label),
        value: 0.0,
        shown: String::new(),
        low: None,
        high: None,
        shown_high: String::new(),
    };
}

/// What a chart shows, in a sentence: its title, then each label with its value.
fn described(title: Option<&Inlines>, data: &[Datum], language: &Language) -> String {
    let values: Vec<String> = data
        .iter()
        .map(|datum| {
            let shown = match (datum.shown.is_empty(), datum.shown_high.is_empty()) {
                // A range without a figure of its own.
                (true, _) => datum.shown_high.clone(),
                (false, true) => datum.shown.clone(),
                (false, false) if datum.low.is_none() => format!("{} → {}", datum.shown, datum.shown_high),
                (false, false) => format!("{} ({})", datum.shown, datum.shown_high),
            };
            [datum.label.as_str(), &shown].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
        })
        .filter(|it| !it.is_empty())
        .collect();
    let common = &language.phrases.common;
    let title = title.map(|it| plain_text(it));
    match (title, values.is_empty()) {
        (Some(title), false) => fill(common.chart_of, &[("title", &title), ("values", &values.join("; "))]),
        (Some(title), true) => title,
        (None, false) => fill(common.chart_of, &[("title", common.chart), ("values", &values.join("; "))]),
        (None, true) => common.chart.to_owned(),
    }
}

fn largest(data: &[Datum]) -> f64 {
    data.iter().flat_map(|it| [Some(it.value), it.high]).flatten().fold(0.0, f64::max)
}

/// The next of 1, 2, 2.5, 5 and 10 times a power of ten that is not smaller.
fn round_up(value: f64) -> f64 {
    if value <= 0.0 || !value.is_finite() {
        return 1.0;
    }
    let power = 10.0_f64.powf(value.log10().floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0];
    steps.iter().map(|it| it * power).find(|it| *it >= value).unwrap_or(10.0 * power)
}

fn kind(kind: curriculum::ChartKind) -> ChartKind {
    match kind {
        curriculum::ChartKind::Waffle => ChartKind::Waffle,
        curriculum::ChartKind::Bar => ChartKind::Bar,
        curriculum::ChartKind::Range => ChartKind::Range,
        curriculum::ChartKind::Slope => ChartKind::Slope,
        curriculum::ChartKind::Line => ChartKind::Line,
    }
}

/// A figure as it stands large on a slide, with what it is of.
pub(super) fn headline(fact: &Fact, language: &Language) -> Option<(String, String)> {
    let amount = fact.amount.as_ref()?;
    let of = amount.of.as_ref().map(|of| format!("{} {of}", language.phrases.evidence.of)).unwrap_or_default();
    Some((evidence::figure(fact, FactField::Value, language), of))
}

#[cfg(test)]
mod tests {
    use super::round_up;

    #[test]
    fn ends_axes_at_round_numbers() {
        assert_eq!([10.2, 6.0, 1.0, 0.3, 24.0].map(round_up), [20.0, 10.0, 1.0, 0.5, 25.0]);
        assert_eq!(round_up(-3.0), 1.0);
    }
}
