//! Letters and signs that no typeface of the program has: a browser finds them elsewhere, a PDF has nowhere to look.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::GLYPH_MISSING;
use crate::document::{Block, Deck, Inline, Paper};
use crate::source::{Sources, Span, Spanned};
use crate::theme::is_covered;

/// Looks over every slide with its notes.
pub fn of_deck(deck: &Deck, sources: &Sources, diagnostics: &mut Diagnostics) {
    for slide in &deck.slides {
        of_title(&slide.title, slide.span, sources, diagnostics);
        of_blocks(&slide.body, sources, diagnostics);
        of_blocks(&slide.notes, sources, diagnostics);
    }
}

/// Looks over a paper.
pub fn of_paper(paper: &Paper, sources: &Sources, diagnostics: &mut Diagnostics) {
    of_blocks(&paper.blocks, sources, diagnostics);
    paper.footnotes.iter().for_each(|it| of_blocks(&it.blocks, sources, diagnostics));
}

fn of_blocks(blocks: &[Spanned<Block>], sources: &Sources, diagnostics: &mut Diagnostics) {
    for Spanned { value, span } in blocks {
        if let Block::Section(section) = value {
            of_title(&section.title, *span, sources, diagnostics);
            of_blocks(&section.blocks, sources, diagnostics);
        } else if !missing_at(*span, sources).is_empty() {
            // The source has such a letter; whether it is printed, the block knows.
            tell(&letters(&serde_json::to_value(value).unwrap_or_default()), *span, sources, diagnostics);
        }
    }
}

fn of_title(title: &[Inline], span: Span, sources: &Sources, diagnostics: &mut Diagnostics) {
    tell(&letters(&serde_json::to_value(title).unwrap_or_default()), span, sources, diagnostics);
}

/// The letters without a shape that stand in a place of the sources.
fn missing_at(span: Span, sources: &Sources) -> BTreeSet<char> {
    let text = &sources.get(span.file).text;
    let range = span.start as usize..span.end as usize;
    text.get(range).unwrap_or_default().chars().filter(|it| !is_covered(*it)).collect()
}

/// The letters without a shape in everything that a value says.
fn letters(value: &Value) -> BTreeSet<char> {
    match value {
        Value::String(text) => text.chars().filter(|it| !is_covered(*it)).collect(),
        Value::Array(items) => items.iter().flat_map(letters).collect(),
        Value::Object(fields) => fields.values().flat_map(letters).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => BTreeSet::new(),
    }
}

/// Tells each letter once, where it stands.
fn tell(letters: &BTreeSet<char>, span: Span, sources: &Sources, diagnostics: &mut Diagnostics) {
    for letter in letters {
        let text = &sources.get(span.file).text;
        let at = text.get(span.start as usize..span.end as usize).and_then(|it| it.find(*letter));
        let place = at.and_then(|at| {
            let start = span.start + u32::try_from(at).ok()?;
            Some(Span { start, end: start + u32::try_from(letter.len_utf8()).ok()?, ..span })
        });
        let code = format!("U+{:04X}", u32::from(*letter));
        diagnostics.report(&GLYPH_MISSING, place.unwrap_or(span), &[&letter.to_string(), &code]);
    }
}
