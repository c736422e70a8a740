//! `facts.yaml`, `glossary.yaml`: the evidence ledger and the terms.

use std::collections::BTreeMap;

use super::shapes::{FACT, VALUE};
use crate::curriculum::{Amount, Fact, FactId, Grade, Status, Term};
use crate::diagnostic::fault::{DUPLICATE_ID, EXPECTED, PERCENT_WITHOUT_OF, RANGE_REVERSED};
use crate::diagnostic::{Diagnostics, Reported};
use crate::locale::Unit;
use crate::source::{Span, Spanned};
use crate::yaml::{Node, NodeKind, Record};

const GRADES: &[(&str, Grade)] = &[("A", Grade::A), ("B", Grade::B), ("C", Grade::C), ("D", Grade::D), ("E", Grade::E)];
const STATUSES: &[(&str, Status)] = &[("settled", Status::Settled), ("open", Status::Open), ("disputed", Status::Disputed)];

/// The facts of a ledger, and where those stand that cannot be read, which are reported and left out.
pub fn read_facts(node: &Node, diagnostics: &mut Diagnostics) -> (BTreeMap<FactId, Fact>, BTreeMap<FactId, Span>) {
    let (mut facts, mut unread): (BTreeMap<FactId, Fact>, _) = (BTreeMap::new(), BTreeMap::new());
    let items = match &node.kind {
        NodeKind::List(items) => items.as_slice(),
        NodeKind::Null => &[],
        NodeKind::Scalar(_) | NodeKind::Record(_) => {
            diagnostics.report(&EXPECTED, node.span, &["facts", "a list", node.noun()]);
            &[]
        }
    };
    for item in items {
        let Ok(fact) = read_fact(item, diagnostics) else {
            let named = item.get("id").and_then(|id| Some((FactId(id.text()?.trim().to_owned()), id.span)));
            unread.extend(named);
            continue;
        };
        if let Some(first) = facts.get(&fact.id) {
            let first = first.span;
            diagnostics.report(&DUPLICATE_ID, fact.span, &[&fact.id.0]).relate(
                first,
                "first defined here",
                "först definierat här",
            );
            continue;
        }
        facts.insert(fact.id.clone(), fact);
    }
    (facts, unread)
}

fn read_fact(node: &Node, diagnostics: &mut Diagnostics) -> Result<Fact, Reported> {
    let mut record = Record::open(node, &FACT, diagnostics)?;
    let id = record.text("id");
    let statement = record.text("statement");
    let grade = record.choice("grade", GRADES);
    let status = record.optional_choice("status", STATUSES);
    let (sources, disputed_by) = (record.texts("sources"), record.texts("disputed_by"));
    let (year, n) = (record.optional_integer("year"), record.optional_integer("n"));
    let (funder, caveat) = (record.optional_text("funder"), record.optional_text("caveat"));
    let reviewed_at = record.node("reviewed").map_or(record.span, |it| it.span);
    let reviewed = record.optional_date("reviewed").map(|it| it.map(|date| Spanned::new(date, reviewed_at)));
    let amount = record.node("value").map(|value| read_amount(value, record.diagnostics)).transpose();
    let id = id?;
    Ok(Fact {
        span: id.span,
        id: FactId(id.value),
        statement: statement?.value,
        amount: amount?,
        sources: sources?,
        year: year?.and_then(|it| i32::try_from(it.value).ok()),
        n: n?.map(|it| u64::from(it.value)),
        grade: grade?,
        status: status?.unwrap_or(Status::Settled),
        disputed_by: disputed_by?,
        funder: funder?.map(|it| it.value),
        caveat: caveat?.map(|it| it.value),
        reviewed: reviewed?,
    })
}

fn read_amount(node: &Node, diagnostics: &mut Diagnostics) -> Result<Amount, Reported> {
    let mut record = Record::open(node, &VALUE, diagnostics)?;
    let point = record.optional_number("point");
    let (low, high) = (record.optional_number("low"), record.optional_number("high"));
    let (unit, of) = (record.optional_text("unit"), record.optional_text("of"));
    let unit = unit?.map_or(Unit::None, |it| read_unit(&it.value));
    let (low, high, of) = (low?.map(|it| it.value), high?.map(|it| it.value), of?.map(|it| it.value));
    let point = point?.map(|it| it.value);
    if point.is_none() && (low.is_none() || high.is_none()) {
        return Err(record.missing("point"));
    }
    if unit == Unit::Percent && of.is_none() {
        return Err(record.diagnostics.error(&PERCENT_WITHOUT_OF, record.span, &[]));
    }
    let amount = Amount { point, low, high, unit, of };
    let (middle, (low, high)) = (amount.middle(), amount.ends());
    if low > middle || high < middle {
        return Err(record.diagnostics.error(&RANGE_REVERSED, record.span, &[]));
    }
    Ok(amount)
}

/// A unit as it is typed: `percent` or `%`, an ISO 4217 code, or a word.
pub fn read_unit(text: &str) -> Unit {
    match text.trim() {
        "" => Unit::None,
        "percent" | "%" => Unit::Percent,
        code if code.len() == 3 && code.chars().all(|it| it.is_ascii_uppercase()) => Unit::Currency(code.to_owned()),
        word => Unit::Word(word.to_owned()),
    }
}

/// Terms and definitions: `term: definition`.
pub fn read_glossary(node: &Node, diagnostics: &mut Diagnostics) -> Vec<Term> {
    match &node.kind {
        NodeKind::Record(entries) => entries
            .iter()
            .filter_map(|(term, definition)| {
                let Some(text) = definition.text() else {
                    diagnostics.report(&EXPECTED, definition.span, &[&term.value, "a text", definition.noun()]);
                    return None;
                };
                Some(Term { term: term.value.clone(), definition: text.trim().to_owned() })
            })
            .collect(),
        NodeKind::Null => Vec::new(),
        NodeKind::Scalar(_) | NodeKind::List(_) => {
            diagnostics.report(&EXPECTED, node.span, &["glossary", "terms with definitions (`term: definition`)", node.noun()]);
            Vec::new()
        }
    }
}
