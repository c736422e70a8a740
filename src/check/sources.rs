//! Rules about sources.

use super::passage::Passage;
use super::rule::Subject;
use super::texts::of_section;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::SECOND_HAND_SOURCE;
use crate::locale::LANGUAGES;
use crate::prose::{Inline, InlineKind};
use crate::source::Span;

/// A source that was read in another source, by the words around its citation, its locator, or the author's note on it.
pub fn second_hand(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        for section in &module.sections {
            of_section(section, &mut |text, _| {
                if has_citation(text) {
                    look(text, diagnostics);
                }
            });
        }
    }
    // A translation shares its original's file of sources.
    for listed in subject.edition.sources.listed() {
        let note = listed.note.as_deref().unwrap_or_default().to_lowercase();
        if phrases().any(|it| starts_or_follows(&note, it)) {
            diagnostics.report(&SECOND_HAND_SOURCE, listed.span, &[&listed.key]);
        }
    }
}

fn has_citation(text: &[Inline]) -> bool {
    let mut found = false;
    super::walk::each(text, &mut |it| found |= matches!(it.kind, InlineKind::Cite(_)));
    found
}

fn look(text: &[Inline], diagnostics: &mut Diagnostics) {
    let passage = Passage::of(text);
    for (at, inline) in &passage.citations {
        let InlineKind::Cite(citations) = &inline.kind else { continue };
        let located = citations.iter().find(|it| {
            let locator = it.locator.as_deref().unwrap_or_default().to_lowercase();
            phrases().any(|phrase| starts_or_follows(&locator, phrase))
        });
        if let Some(citation) = located {
            diagnostics.report(&SECOND_HAND_SOURCE, citation.key.span, &[&citation.key.value]);
            continue;
        }
        let before = passage.text[..*at].trim_end_matches([' ', '(']).to_lowercase();
        if let Some(phrase) = phrases().filter(|it| before.ends_with(*it)).max_by_key(|it| it.len()) {
            let end = passage.text[..*at].trim_end_matches([' ', '(']).len();
            let span = span(&passage, end.saturating_sub(phrase.len())..end, diagnostics).unwrap_or(inline.span);
            let key = citations.first().map(|it| it.key.value.clone()).unwrap_or_default();
            diagnostics.report(&SECOND_HAND_SOURCE, span, &[&key]);
        }
    }
}

fn span(passage: &Passage<'_>, range: std::ops::Range<usize>, diagnostics: &Diagnostics) -> Option<Span> {
    passage.text.get(range.clone())?;
    passage.span(range, &diagnostics.sources)
}

/// What says so, in any language: a course may cite in another than its own.
fn phrases() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().flat_map(|it| it.lexicon.second_hand).copied()
}

fn starts_or_follows(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}
