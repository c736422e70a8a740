//! Rules about evidence: how a fact is told, how old it is, and whether two facts can both be right.

use super::passage::Passage;
use super::phrase::Wording;
use super::rule::Subject;
use super::texts::{Voice, of_section};
use crate::curriculum::{Amount, Edition, Fact, FactId, Grade, Status};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::{
    CONTRADICTING_FACTS, FACT_WITHOUT_CAVEAT, FACT_WITHOUT_SOURCE, REVIEWED_AHEAD, STALE_FACT, STRONG_WORDS,
};
use crate::locale::{Lexicon, days_later};
use crate::prose::Inline;

/// A fact that is disputed, or graded C to E, does not stand without its caveat.
pub fn caveats(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for fact in subject.edition.facts.values() {
        let weak = fact.status == Status::Disputed || fact.grade >= Grade::C;
        if weak && fact.caveat.as_ref().is_none_or(|it| it.trim().is_empty()) {
            diagnostics.report(&FACT_WITHOUT_CAVEAT, fact.span, &[&fact.id.0]);
        }
    }
}

/// Grades A to C say that there are studies or a survey; which ones must be said.
pub fn unsourced(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for fact in subject.edition.facts.values().filter(|it| it.grade <= Grade::C && it.sources.is_empty()) {
        diagnostics.report(&FACT_WITHOUT_SOURCE, fact.span, &[&fact.id.0]);
    }
}

/// A fact that was last checked longer ago than the course allows.
pub fn stale(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let Some(months) = subject.edition.review_months else { return };
    let counted = |(year, month, day): (i32, u32, u32), more: u32| {
        (i64::from(year) * 12 + i64::from(month) + i64::from(more), i64::from(day))
    };
    for fact in subject.edition.facts.values() {
        let Some(reviewed) = fact.reviewed else { continue };
        if counted(reviewed.value, months) < counted(subject.today, 0) {
            let date = reviewed.value;
            let iso = format!("{}-{:02}-{:02}", date.0, date.1, date.2);
            diagnostics.report(&STALE_FACT, reviewed.span, &[&fact.id.0, &iso, &months.to_string()]);
        }
    }
}

/// Nothing was checked on a day that is still to come.
pub fn ahead(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    // East of here it may be tomorrow already.
    let latest = days_later(subject.today, 1);
    let facts = subject.edition.facts.values().filter_map(|it| it.reviewed.map(|date| (date.value, date.span)));
    let modules = subject.edition.modules.iter().filter_map(|it| it.reviewed.map(|date| (date, it.span)));
    for ((year, month, day), span) in facts.chain(modules).filter(|(date, _)| *date > latest) {
        diagnostics.report(&REVIEWED_AHEAD, span, &[&format!("{year}-{month:02}-{day:02}")]);
    }
}

/// A sentence with a figure that rests on weak evidence does not claim certainty.
pub fn strong_words(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let Edition { facts, language, modules, .. } = subject.edition;
    let is_weak =
        |id: &str| facts.get(&FactId(id.to_owned())).is_some_and(|it| it.grade >= Grade::C || it.status == Status::Disputed);
    for module in modules {
        for section in &module.sections {
            of_section(section, &mut |text, voice| {
                if voice != Voice::Answers && has_fact(text) {
                    look_for_strong_words(text, &language.lexicon, is_weak, diagnostics);
                }
            });
        }
    }
}

fn has_fact(text: &[Inline]) -> bool {
    let mut found = false;
    super::walk::each(text, &mut |it| found |= matches!(it.kind, crate::prose::InlineKind::Fact { .. }));
    found
}

fn look_for_strong_words(text: &[Inline], lexicon: &Lexicon, is_weak: impl Fn(&str) -> bool, diagnostics: &mut Diagnostics) {
    let passage = Passage::of(text);
    for sentence in passage.sentences() {
        let mut facts = passage.facts.iter().filter(|(at, _)| sentence.contains(at));
        let Some((_, fact)) = facts.find(|(_, id)| is_weak(&id.value)) else { continue };
        let wording = Wording::of(&passage, sentence);
        let Some(words) = wording.first(lexicon.strong) else { continue };
        let near = words.start.saturating_sub(2)..words.end + 2;
        if wording.has_near(near, lexicon.softening) {
            continue;
        }
        let range = wording.range(words);
        let span = passage.span(range.clone(), &diagnostics.sources);
        diagnostics.report(&STRONG_WORDS, span, &[&passage.text[range], &fact.value]);
    }
}

/// Two facts that say the same of the same, with figures that cannot both be right, name each other.
pub fn contradictions(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let told: Vec<(Vec<String>, &Fact, &Amount)> = subject.edition.facts.values().filter_map(telling).collect();
    for (idx, (words, fact, amount)) in told.iter().enumerate() {
        let same = |it: &&(Vec<String>, &Fact, &Amount)| it.0 == *words && it.2.unit == amount.unit && it.2.of == amount.of;
        for (_, other, theirs) in told[..idx].iter().filter(same) {
            let is_told = [fact, other].iter().any(|it| it.status == Status::Disputed || !it.disputed_by.is_empty());
            if !is_told && !overlap(amount, theirs) {
                diagnostics.report(&CONTRADICTING_FACTS, fact.span, &[&fact.id.0, &other.id.0]).relate(
                    other.span,
                    "the other one",
                    "det andra",
                );
            }
        }
    }
}

/// What a fact says, apart from its own figure: its words in order of the alphabet. Years and other numbers stay, since a
/// figure for another year contradicts nobody.
fn telling(fact: &Fact) -> Option<(Vec<String>, &Fact, &Amount)> {
    let amount = fact.amount.as_ref()?;
    let figures: Vec<f64> = amount.numbers().collect();
    let is_own = |word: &str| word.replace(',', ".").parse::<f64>().is_ok_and(|it| figures.contains(&it));
    let words = fact.statement.split(|it: char| !it.is_alphanumeric() && !matches!(it, ',' | '.'));
    let words = words.map(|it| it.trim_matches([',', '.']).to_lowercase()).filter(|it| !it.is_empty() && !is_own(it));
    let mut words: Vec<String> = words.collect();
    words.sort();
    Some((words, fact, amount))
}

fn overlap(one: &Amount, other: &Amount) -> bool {
    let ((low, high), (their_low, their_high)) = (one.ends(), other.ends());
    low <= their_high && their_low <= high
}
