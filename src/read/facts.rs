//! `facts.yaml`, `glossary.yaml`: the evidence ledger and the terms.

use std::collections::BTreeMap;

use super::shapes::{FACT, VALUE};
use crate::curriculum::{Amount, Fact, FactId, Grade, Status, Term, Unread};
use crate::diagnostic::fault::{DUPLICATE_ID, EXPECTED, FACT_ID, PERCENT_WITHOUT_OF, RANGE_REVERSED};
use crate::diagnostic::{Diagnostics, Reported};
use crate::locale::{Unit, is_per_cent};
use crate::source::Spanned;
use crate::yaml::{Node, NodeKind, Record};

const GRADES: &[(&str, Grade)] = &[("A", Grade::A), ("B", Grade::B), ("C", Grade::C), ("D", Grade::D), ("E", Grade::E)];
const STATUSES: &[(&str, Status)] = &[("settled", Status::Settled), ("open", Status::Open), ("disputed", Status::Disputed)];

/// The facts of a ledger; those that cannot be read are reported, and noted in `unread`.
pub fn read_facts(node: &Node, unread: &mut Unread, diagnostics: &mut Diagnostics) -> BTreeMap<FactId, Fact> {
    let mut facts: BTreeMap<FactId, Fact> = BTreeMap::new();
    let items = match &node.kind {
        NodeKind::List(items) => items.as_slice(),
        NodeKind::Null => &[],
        NodeKind::Scalar(_) | NodeKind::Record(_) => {
            diagnostics.report(&EXPECTED, node.span, &["facts", "a list", node.noun()]);
            unread.ledger = true;
            &[]
        }
    };
    for item in items {
        let Ok(fact) = read_fact(item, diagnostics) else {
            match item.get("id").and_then(Node::text) {
                Some(id) => drop(unread.facts.insert(FactId(id.trim().to_owned()))),
                None => unread.ledger = true,
            }
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
    facts
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
    if !id.value.chars().all(is_in_id) || id.value.is_empty() {
        return Err(record.diagnostics.error(&FACT_ID, id.span, &[&id.value]));
    }
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

/// Whether `[=id]` can hold it. A point starts a field (`[=id.n]`), and a space or a mark of Markdown ends the name.
fn is_in_id(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '_' | ':' | '/' | '+')
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

/// A unit as it is typed: `percent`, `procent` or `%`, an ISO 4217 code, or a word.
pub fn read_unit(text: &str) -> Unit {
    match text.trim() {
        "" => Unit::None,
        unit if is_per_cent(unit) => Unit::Percent,
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
