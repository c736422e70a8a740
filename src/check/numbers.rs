//! Figures that were typed by hand where the ledger should speak.

use std::ops::Range;

use super::passage::Passage;
use super::rule::Subject;
use super::texts::{Voice, of_section};
use crate::curriculum::{Edition, Role};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::TYPED_NUMBER;
use crate::locale::{Lexicon, NUMBER_SPACES, Unit};
use crate::prose::{Inline, InlineKind};
use crate::yaml::number;

/// What a typed figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Figure {
    PerCent,
    Multiple,
    Money,
    Asked,
}

/// In what is said of a belief – why it tempts, what is so, when it is right – every figure comes out of the ledger.
pub fn typed(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let edition = subject.edition;
    for module in &edition.modules {
        let telling = |role: &Role| matches!(role, Role::Illusion | Role::Reality | Role::Boundary);
        for section in module.sections.iter().filter(|it| telling(&it.role)) {
            of_section(section, &mut |text, voice| {
                if matches!(voice, Voice::Shown | Voice::Trainer) && has_digit(text) {
                    look(text, edition, diagnostics);
                }
            });
        }
    }
}

fn has_digit(text: &[Inline]) -> bool {
    let mut found = false;
    super::walk::each(text, &mut |it| {
        found |= matches!(&it.kind, InlineKind::Text(text) if text.bytes().any(|it| it.is_ascii_digit()));
    });
    found
}

fn look(text: &[Inline], edition: &Edition, diagnostics: &mut Diagnostics) {
    let passage = Passage::of(text);
    for found in numbers(&passage.text) {
        let Some((figure, range)) = figure(&passage.text, &found, &edition.language.lexicon) else { continue };
        let known = number(&passage.text[found]).and_then(|value| in_ledger(edition, figure, value)).map(|id| format!("[={id}]"));
        let span = passage.span(range.clone(), &diagnostics.sources);
        diagnostics.report(&TYPED_NUMBER, span, &[&passage.text[range]]).suggest(known.as_deref());
    }
}

/// The numbers in a text, with decimals and with spaces between thousands: `20,7`, `12 500`. What is part of a word, as in `B2B`, is none.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
        if at - start <= 3 {
            while let Some(length) = thousands(&text[at..]) {
                at += length;
            }
        }
        while at < bytes.len() && (bytes[at].is_ascii_digit() || is_mark_in_number(bytes, at)) {
            at += 1;
        }
        if !text[..start].chars().next_back().is_some_and(char::is_alphabetic) {
            found.push(start..at);
        }
    }
    found
}

/// The length of a space and three digits, if a text goes on with just that many.
fn thousands(text: &str) -> Option<usize> {
    let rest = text.strip_prefix(NUMBER_SPACES)?;
    let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (n_digits == 3).then_some(text.len() - rest.len() + n_digits)
}

fn is_mark_in_number(bytes: &[u8], at: usize) -> bool {
    matches!(bytes[at], b',' | b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}

/// What a number is by the words around it, and where it stands with them.
fn figure(text: &str, number: &Range<usize>, lexicon: &Lexicon) -> Option<(Figure, Range<usize>)> {
    let (before, after) = (&text[..number.start], &text[number.end..]);
    let spaces = after.len() - after.trim_start_matches(NUMBER_SPACES).len();
    let follows = |words: &[&str]| {
        let rest = &after[spaces..];
        let is_whole = |end: &usize| !rest[*end..].starts_with(|it: char| it.is_alphanumeric() || it == '-');
        let end = words.iter().filter_map(|it| end_of_word(rest, it)).filter(is_whole).max()?;
        Some(number.start..number.end + spaces + end)
    };
    // None and all are no figures that somebody has counted.
    let is_all_or_nothing = matches!(&text[number.clone()], "0" | "100");
    if let Some(range) = follows(lexicon.per_cent).filter(|_| !is_all_or_nothing) {
        return Some((Figure::PerCent, range));
    }
    if let Some(range) = follows(lexicon.times) {
        return Some((Figure::Multiple, range));
    }
    if let Some(range) = follows(lexicon.money) {
        return Some((Figure::Money, range));
    }
    if let Some(sign) = before.trim_end_matches(NUMBER_SPACES).chars().next_back().filter(|it| matches!(it, '$' | '€' | '£')) {
        let start = before.rfind(sign).unwrap_or(number.start);
        return Some((Figure::Money, start..number.end));
    }
    let asked = before.trim_end().strip_suffix('=').map(str::trim_end).and_then(|it| it.strip_suffix(['n', 'N']))?;
    let is_word = asked.chars().next_back().is_some_and(char::is_alphanumeric);
    (!is_word).then_some((Figure::Asked, asked.len()..number.end))
}

/// Where a word ends that a text begins with, in any case. (A capital can be longer than its small letter.)
fn end_of_word(text: &str, word: &str) -> Option<usize> {
    let ends = text.char_indices().map(|(start, letter)| start + letter.len_utf8());
    ends.take_while(|end| text[..*end].to_lowercase().len() <= word.len()).find(|end| text[..*end].to_lowercase() == word)
}

/// The fact of the ledger that has this very figure.
fn in_ledger(edition: &Edition, figure: Figure, value: f64) -> Option<String> {
    let is_same = |point: Option<f64>| point == Some(value);
    edition.facts.values().find_map(|fact| {
        let amount = fact.amount.as_ref();
        match figure {
            Figure::PerCent => amount.filter(|it| it.unit == Unit::Percent && is_same(it.point)).map(|_| fact.id.0.clone()),
            Figure::Multiple => None,
            Figure::Money => {
                amount.filter(|it| matches!(it.unit, Unit::Currency(_)) && is_same(it.point)).map(|_| fact.id.0.clone())
            }
            Figure::Asked => fact.n.filter(|n| n.to_string() == value.to_string()).map(|_| format!("{}.n", fact.id.0)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{Figure, figure, numbers};
    use crate::locale::language;

    fn found(text: &str, tag: &str) -> Vec<(Figure, String)> {
        let lexicon = &language(tag).expect("built in").lexicon;
        let found = numbers(text).into_iter().filter_map(|it| figure(text, &it, lexicon));
        found.map(|(figure, range)| (figure, text[range].to_owned())).collect()
    }

    #[test]
    fn figures_are_known_by_the_words_around_them() {
        assert_eq!(found("Nästan 60\u{a0}% av 1400", "sv"), [(Figure::PerCent, "60\u{a0}%".to_owned())]);
        assert_eq!(found("20,7 procent, 3 gånger", "sv").len(), 2);
        assert_eq!(found("n = 20, $5 and 6 USD", "en").len(), 3);
        assert_eq!(
            found("5 KR, 5 \u{212a}r", "sv"),
            [(Figure::Money, "5 KR".to_owned()), (Figure::Money, "5 \u{212a}r".to_owned())]
        );
        assert_eq!(found("2.5x as many, 20 percent", "en")[0], (Figure::Multiple, "2.5x".to_owned()));
    }

    #[test]
    fn spaces_between_thousands_belong_to_a_number() {
        assert_eq!(found("mellan 12 500 kr och 1\u{202f}250\u{a0}000,50 kr", "sv").len(), 2);
        assert_eq!(found("för 12 500 kr", "sv"), [(Figure::Money, "12 500 kr".to_owned())]);
        assert_eq!(found("under 2024 500 kr", "sv"), [(Figure::Money, "500 kr".to_owned())]);
        assert_eq!(found("1,5 200 kr", "sv"), [(Figure::Money, "200 kr".to_owned())]);
    }

    #[test]
    fn other_numbers_are_left_alone() {
        assert_eq!(found("år 2018, B2B, 90-procentsaffärer, 100 % säker, steg 3 och 4, 5 xylofoner, version = 2", "sv"), []);
    }
}
