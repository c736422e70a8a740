//! Findings as comments under the lines they are about.

use tvartom::diagnostic::Diagnostics;
use tvartom::diagnostic::report::{Place, Telling, findings};

/// A finding under a line.
#[derive(Debug, Clone)]
pub struct Mark {
    /// The line, from 1.
    pub line: usize,
    columns: (usize, usize),
    /// Whether the words go on in the next line.
    goes_on: bool,
    words: String,
}

/// A finding, with a place in a file or without.
#[derive(Debug, Clone)]
pub struct Noted {
    /// The file.
    pub path: Option<String>,
    /// How it is written where its file is no part of the case.
    pub placeless: String,
    /// How it is written in its file.
    pub mark: Mark,
}

/// The findings as a case tells them.
pub fn noted(diagnostics: &Diagnostics) -> Vec<Noted> {
    let told = findings(diagnostics, &Telling::default());
    let noted = diagnostics.iter().zip(told).map(|(finding, it)| {
        let meant = finding.did_you_mean.as_ref().map(|it| format!("; did you mean `{it}`?")).unwrap_or_default();
        let seen: String = it.related.iter().map(|it| format!("; see {}:{}", it.place.file, it.place.line)).collect();
        let words = format!("{}[{}]: {}{meant}{seen}", it.severity, it.code, it.message);
        let place = it.place.as_ref();
        let at = place.map(|it| format!("{}:{}:{} ", it.file, it.line, it.column)).unwrap_or_default();
        Noted { path: place.map(|it| it.file.clone()), placeless: format!("{at}{words}"), mark: mark(place, words) }
    });
    noted.collect()
}

fn mark(place: Option<&Place>, words: String) -> Mark {
    let Some(place) = place else { return Mark { line: 1, columns: (1, 1), goes_on: false, words } };
    let goes_on = place.end_line > place.line;
    let end = if goes_on { place.column } else { place.end_column.saturating_sub(1).max(place.column) };
    Mark { line: place.line, columns: (place.column, end), goes_on, words }
}

impl Mark {
    /// The comment, under a line of a file.
    pub fn print(&self, path: &str, line: &str) -> String {
        let (open, close) = if path.ends_with(".md") { ("<!--", " -->") } else { ("#", "") };
        let (start, mut end) = self.columns;
        if self.goes_on {
            end = line.chars().count().max(start);
        }
        let more = if self.goes_on { "…" } else { "" };
        let carets = if start > open.len() + 1 {
            format!("{}{}", " ".repeat(start - open.len() - 1), "^".repeat(end + 1 - start))
        } else {
            format!(" ^{start}-{end}")
        };
        format!("{open}{carets}{more} {}{close}", self.words)
    }
}

/// Lines without the marks among them.
pub fn without_marks(lines: Vec<String>) -> Vec<String> {
    let is_mark = |line: &str| {
        let inner = line.strip_prefix("<!--").or_else(|| line.strip_prefix('#'));
        let inner = inner.and_then(|it| it.trim_start().strip_prefix('^'));
        inner.is_some_and(|it| it.contains(" error[") || it.contains(" warning["))
    };
    lines.into_iter().filter(|it| !is_mark(it)).collect()
}
