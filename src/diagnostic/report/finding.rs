//! A finding with its sentences made and its places counted, for programs to read.

use serde::Serialize;

use super::telling::Telling;
use crate::diagnostic::collect::{Diagnostic, Diagnostics, Related};
use crate::diagnostic::fault::Severity;
use crate::source::Span;

/// A finding as programs read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The fault's code.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// Where it is; a finding about a whole folder has no place.
    #[serde(flatten)]
    pub place: Option<Place>,
    /// Other places that explain it.
    pub related: Vec<RelatedPlace>,
    /// What mends it for certain.
    pub fix: Option<PlacedFix>,
    /// The line it is about.
    #[serde(skip)]
    pub excerpt: Option<Excerpt>,
}

/// A range of a file. Lines and columns count from 1, columns in characters; the end is the column after the last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
}

/// Another place that explains a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RelatedPlace {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// What is there.
    pub message: String,
}

/// Words in place of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlacedFix {
    /// What is taken out.
    #[serde(flatten)]
    pub place: Place,
    /// What is put there.
    pub replacement: String,
}

/// How many letters of a line are told before, in and after the words; a line may be a whole book.
const LONGEST: usize = 300;

/// The line a finding is about, cut where its words begin and end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    pub before: String,
    pub words: String,
    pub after: String,
}

/// The findings, in the order they are in.
pub fn findings(diagnostics: &Diagnostics, telling: &Telling) -> Vec<Finding> {
    diagnostics.iter().map(|it| finding(diagnostics, it, telling)).collect()
}

fn finding(diagnostics: &Diagnostics, diagnostic: &Diagnostic, telling: &Telling) -> Finding {
    let hints = telling.hints(diagnostic);
    Finding {
        code: diagnostic.fault.code,
        severity: match telling.severity(diagnostic.fault) {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: telling.message(diagnostic),
        hint: (!hints.is_empty()).then(|| hints.join(" ")),
        place: diagnostic.span.map(|span| place(diagnostics, span, telling)),
        related: diagnostic.related.iter().map(|it| related(diagnostics, it, telling)).collect(),
        fix: diagnostics
            .fix(diagnostic)
            .map(|it| PlacedFix { place: place(diagnostics, it.span, telling), replacement: it.replacement }),
        excerpt: diagnostic.span.map(|span| excerpt(diagnostics, span)),
    }
}

fn place(diagnostics: &Diagnostics, span: Span, telling: &Telling) -> Place {
    let source = diagnostics.sources.get(span.file);
    let (line, column) = source.position(span.start);
    let (end_line, end_column) = source.position(span.end);
    Place { file: telling.path_of(source), line, column, end_line, end_column }
}

fn related(diagnostics: &Diagnostics, related: &Related, telling: &Telling) -> RelatedPlace {
    RelatedPlace {
        place: place(diagnostics, related.span, telling),
        message: telling.messages.choose(related.english, related.swedish).to_owned(),
    }
}

fn excerpt(diagnostics: &Diagnostics, span: Span) -> Excerpt {
    let text = &diagnostics.sources.get(span.file).text;
    let (start, end) = (text.floor_char_boundary(span.start as usize), text.floor_char_boundary(span.end as usize));
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    let end = end.clamp(start, line_end);
    let before = &text[line_start..start];
    let tail = before.char_indices().rev().nth(LONGEST - 1).map_or(0, |(at, _)| at);
    let left_out = if tail > 0 { "…" } else { "" };
    Excerpt {
        before: format!("{left_out}{}", &before[tail..]),
        words: head(&text[start..end]),
        after: head(text[end..line_end].trim_end_matches('\r')),
    }
}

/// The first letters of a text, and a sign that there are more.
fn head(text: &str) -> String {
    text.char_indices().nth(LONGEST).map_or_else(|| text.to_owned(), |(end, _)| format!("{}…", &text[..end]))
}
