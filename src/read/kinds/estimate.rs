//! The `estimate` kind: a number, and how far off still counts as right.

use super::kind::{Asked, Asking, Kind};
use crate::curriculum::{Amount, FactId};
use crate::diagnostic::fault::{ESTIMATE_TWICE, FACT_WITHOUT_VALUE, TOLERANCE_MISSING, UNKNOWN_FACT};
use crate::diagnostic::{Reported, did_you_mean};
use crate::item::{Response, Solution};
use crate::locale::Unit;
use crate::read::facts::read_unit;
use crate::source::Spanned;
use crate::yaml::FieldKind::{Number, Ref, Text};
use crate::yaml::{Field, Thing};

/// A guess at a figure.
pub const KIND: Kind = Kind {
    name: "estimate",
    example: "question: How many per cent?\nanswer: 60\nunit: percent\ntolerance: 10\n",
    fields: &[
        Field::optional("fact", Ref(Thing::Fact), "The fact whose figure is right, within its range."),
        Field::optional("answer", Number, "The right figure, if it is no fact."),
        Field::optional("unit", Text, "What it counts: percent, a currency code or a word."),
        Field::optional("tolerance", Number, "How far off still counts as right."),
    ],
    scored: true,
    shuffles: false,
    has_own_question: false,
    read,
};

fn read(asking: &mut Asking<'_, '_>) -> Result<Asked, Reported> {
    let record = &mut *asking.record;
    let (fact, answer) = (record.optional_text("fact"), record.optional_number("answer"));
    let (tolerance, unit) = (record.optional_number("tolerance"), record.optional_text("unit"));
    let (fact, answer, tolerance, unit) = (fact?, answer?, tolerance?.map(|it| it.value.abs()), unit?);
    let amount = match (fact, answer) {
        (Some(_), Some(answer)) => return Err(asking.record.diagnostics.error(&ESTIMATE_TWICE, answer.span, &[])),
        (Some(fact), None) => fact_amount(asking, &fact)?,
        (None, Some(answer)) => Amount { point: Some(answer.value), low: None, high: None, unit: Unit::None, of: None },
        (None, None) => return Err(record.missing("answer")),
    };
    let (low, high) = match (tolerance, amount.low, amount.high) {
        (Some(tolerance), _, _) if amount.point.is_none() => (amount.ends().0 - tolerance, amount.ends().1 + tolerance),
        (Some(tolerance), _, _) => (amount.middle() - tolerance, amount.middle() + tolerance),
        (None, Some(low), Some(high)) => (low, high),
        _ => return Err(asking.record.diagnostics.error(&TOLERANCE_MISSING, asking.asked(), &[])),
    };
    let unit = unit.map_or(amount.unit, |it| read_unit(&it.value));
    Ok(Asked::new(Response::Number { unit }, Solution::Number { point: amount.point, low, high }))
}

fn fact_amount(asking: &mut Asking<'_, '_>, id: &Spanned<String>) -> Result<Amount, Reported> {
    let Some(fact) = asking.around.facts.get(&FactId(id.value.clone())) else {
        let similar = did_you_mean(&id.value, asking.around.facts.keys().map(|it| it.0.as_str()));
        let is_unread = asking.around.unread.has_fact(&FactId(id.value.clone()));
        let finding = asking.record.diagnostics.report(&UNKNOWN_FACT, id.span, &[&id.value]);
        finding.suggest(similar).follows(is_unread);
        return Err(Reported);
    };
    match &fact.amount {
        Some(amount) => Ok(amount.clone()),
        None => Err(asking.record.diagnostics.error(&FACT_WITHOUT_VALUE, id.span, &[&id.value, "value"])),
    }
}
