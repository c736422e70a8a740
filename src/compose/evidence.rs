//! Figures of the ledger as they read, and their evidence notes.

use crate::citation::Bibliography;
use crate::curriculum::{Amount, Edition, Fact, Status};
use crate::document::EvidenceNote;
use crate::locale::{Language, Unit, fill, format_number};
use crate::prose::{FactField, curl};
use crate::source::Spanned;

/// A part of a fact as it reads in a language; a fact without a figure reads as its statement.
pub(super) fn figure(fact: &Fact, field: FactField, language: &Language) -> String {
    match (field, &fact.amount) {
        (FactField::N, _) => fact.n.map_or_else(String::new, |n| count(n, language)),
        (FactField::Year, _) => fact.year.map_or_else(String::new, |year| year.to_string()),
        (FactField::Value | FactField::Range, None) => fact.statement.clone(),
        (FactField::Value, Some(amount)) => amount.in_words(language),
        (FactField::Range, Some(amount)) => amount.range_in_words(language),
    }
}

/// A unit as it stands after an empty box.
pub(super) fn unit_in_words(unit: &Unit) -> String {
    match unit {
        Unit::None => String::new(),
        Unit::Percent => "%".to_owned(),
        Unit::Currency(word) | Unit::Word(word) => word.clone(),
    }
}

/// A figure's whole evidence note.
pub(super) fn note(fact: &Fact, edition: &Edition) -> EvidenceNote {
    let language = edition.language;
    let evidence = &language.phrases.evidence;
    let status = match fact.status {
        Status::Settled => None,
        Status::Open => Some(evidence.open.to_owned()),
        Status::Disputed => Some(evidence.disputed.to_owned()),
    };
    let sources = short(&fact.sources, &edition.sources, language);
    let year = fact.year.map(|it| it.to_string());
    EvidenceNote {
        id: fact.id.0.clone(),
        figure: fact.amount.as_ref().map(|amount| amount.in_words(language)),
        statement: Some(curl(&fact.statement, None, language)),
        of: fact.amount.as_ref().and_then(|it| it.of.as_ref()).map(|of| format!("{} {of}", evidence.of)),
        grade: fact.grade.letter(),
        grade_words: evidence.grades[fact.grade.position()].to_owned(),
        status,
        caveat: fact.caveat.as_ref().map(|it| curl(it, None, language)),
        // A source whose name has the year has said it.
        year: year.filter(|year| !sources.iter().any(|(it, _)| it.contains(year.as_str()))),
        n: fact.n.map(|n| fill(evidence.n, &[("n", &count(n, language))])),
        funder: fact.funder.clone(),
        sources,
        disputed_by: short(&fact.disputed_by, &edition.sources, language),
    }
}

/// The note of a figure that must not be told yet: without figure and statement, and without a caveat that gives it away.
pub(super) fn withheld_note(fact: &Fact, edition: &Edition) -> EvidenceNote {
    let note = note(fact, edition);
    let tells = |text: &String| fact.amount.as_ref().is_some_and(|amount| tells(text, amount, edition.language));
    EvidenceNote {
        figure: None,
        statement: None,
        of: note.of.filter(|it| !tells(it)),
        caveat: note.caveat.filter(|it| !tells(it)),
        ..note
    }
}

/// Whether a text holds one of an amount's numbers as a number of its own.
fn tells(text: &str, amount: &Amount, language: &Language) -> bool {
    amount.numbers().any(|value| {
        let number = format_number(value, language);
        text.match_indices(&number).any(|(start, _)| {
            let before = text[..start].chars().next_back();
            let after = text[start + number.len()..].chars().next();
            !before.is_some_and(|it| it.is_ascii_digit()) && !after.is_some_and(|it| it.is_ascii_digit())
        })
    })
}

#[expect(clippy::cast_precision_loss, reason = "no survey asked more people than a float can count")]
fn count(n: u64, language: &Language) -> String {
    format_number(n as f64, language)
}

fn short(keys: &[Spanned<String>], sources: &Bibliography, language: &'static Language) -> Vec<(String, String)> {
    let known = keys.iter().filter(|key| sources.contains(&key.value));
    known.map(|key| (sources.short(&key.value, language), key.value.clone())).collect()
}
