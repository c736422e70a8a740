//! What is usually wrong where a text is no YAML, in words for those who have never heard of it.

use std::ops::Range;

use crate::diagnostic::Fault;
use crate::diagnostic::fault::{
    COLON_IN_TEXT, DOUBLE_FIELD, INVALID_YAML, MARK_AT_START, QUOTE_NOT_CLOSED, TAB_IN_YAML, TEXT_AFTER_QUOTE, UNEVEN_INDENTATION,
};

/// What is said of a text that is no YAML at all: nothing of it can be read.
pub const UNREADABLE: &[&Fault] = &[
    &INVALID_YAML,
    &QUOTE_NOT_CLOSED,
    &DOUBLE_FIELD,
    &MARK_AT_START,
    &COLON_IN_TEXT,
    &UNEVEN_INDENTATION,
    &TAB_IN_YAML,
    &TEXT_AFTER_QUOTE,
];

/// A mistake, where it stands, and what fills its sentence.
#[derive(Debug)]
pub struct Trap {
    /// Which.
    pub fault: &'static Fault,
    /// Where, in the text.
    pub range: Range<usize>,
    /// What fills the sentence.
    pub argument: String,
}

/// The mistake behind a complaint of the crate about a byte of a text, if it is one of the usual ones.
pub fn trap(text: &str, at: usize, complaint: &str) -> Option<Trap> {
    let line = line_of(text, at);
    if complaint.contains("found a tab")
        || complaint.contains("tabs disallowed")
        || text[line.clone()].trim_start_matches(' ').starts_with('\t')
    {
        return tab(text, line.start);
    }
    if let Some(range) = text_after_quote(&text[line.clone()]) {
        let range = line.start + range.start..line.start + range.end;
        return Some(Trap { fault: &TEXT_AFTER_QUOTE, range, argument: String::new() });
    }
    if complaint.contains("unclosed quote") || complaint.contains("quoted scalar") {
        let range = at..at + text[at..line.end.max(at)].trim_end().len();
        return Some(Trap { fault: &QUOTE_NOT_CLOSED, range, argument: String::new() });
    }
    if let Some((_, key)) = complaint.split_once("duplicate mapping key: ") {
        // What follows is advice on how to call the crate.
        let key = key.trim_start_matches(['`', '"', '\'']);
        let key = key.split(|it: char| !it.is_alphanumeric() && !matches!(it, '_' | '-')).next().unwrap_or_default().to_owned();
        return Some(Trap { fault: &DOUBLE_FIELD, range: at..at + word(&text[at..]), argument: key });
    }
    in_line(text, at, line, complaint)
}

/// Mistakes that show in the line itself.
fn in_line(text: &str, at: usize, line: Range<usize>, complaint: &str) -> Option<Trap> {
    let content = &text[line.clone()];
    if let Some((key, start)) = field(content) {
        let value = content[start..].trim_end();
        let range = line.start + start..line.start + start + value.len();
        let first = value.chars().next();
        let is_open_list = matches!((first, value.contains([']', '}'])), (Some('[' | '{'), false));
        let is_mark = |it: &char| "[]{}@`%*&!|>,\"'".contains(*it) && at >= line.start + start && !is_open_list;
        if let Some(mark) = first.filter(is_mark) {
            return Some(Trap { fault: &MARK_AT_START, range, argument: mark.to_string() });
        }
        if complaint.contains("mapping values") && at >= line.start + start {
            return Some(Trap { fault: &COLON_IN_TEXT, range, argument: key.to_owned() });
        }
    }
    let indent = content.len() - content.trim_start().len();
    let is_at_start = at <= line.start + indent + word(&content[indent..]);
    let is_shape = ["mapping values", "did not find expected", "indentation", "block"].iter().any(|it| complaint.contains(it));
    (is_shape && is_at_start && !content.trim().is_empty()).then(|| {
        let range = line.start + indent..line.start + content.trim_end().len();
        Trap { fault: &UNEVEN_INDENTATION, range, argument: String::new() }
    })
}

/// A value of a line that starts with a quoted word and goes on after it: `"Price" decides`.
fn text_after_quote(line: &str) -> Option<Range<usize>> {
    for (at, mark) in line.char_indices().filter(|(_, it)| matches!(it, '"' | '\'')) {
        let before = line[..at].trim_end();
        let starts_value =
            before.is_empty() || before.len() < at && before.ends_with([':', '-', ',']) || before.ends_with(['{', '[']);
        if !starts_value {
            continue;
        }
        let inside = &line[at + 1..];
        let end = at + 1 + inside.char_indices().find(|(idx, it)| *it == mark && !inside[..*idx].ends_with('\\'))?.0;
        let after = line[end + 1..].trim();
        let goes_on = |it: char| !matches!(it, ',' | '}' | ']' | '#' | ':' | '"' | '\'');
        if after.starts_with(goes_on) {
            return Some(at..line.trim_end().len());
        }
    }
    None
}

/// The first tab in the indentation of this line or one of the next.
fn tab(text: &str, start: usize) -> Option<Trap> {
    let mut at = start;
    for line in text[start..].split_inclusive('\n').take(3) {
        let indentation = &line[..line.len() - line.trim_start().len()];
        if let Some(tab) = indentation.find('\t') {
            let length = indentation[tab..].len() - indentation[tab..].trim_start_matches('\t').len();
            return Some(Trap { fault: &TAB_IN_YAML, range: at + tab..at + tab + length, argument: String::new() });
        }
        at += line.len();
    }
    None
}

/// The key of a line `- key: value`, and where the value starts in it.
fn field(line: &str) -> Option<(&str, usize)> {
    let bare = line.trim_start_matches([' ', '-']);
    let offset = line.len() - bare.len();
    let (key, value) = bare.split_once(": ")?;
    let is_key = !key.is_empty() && key.chars().all(|it| it.is_alphanumeric() || matches!(it, '_' | '-'));
    let spaces = value.len() - value.trim_start().len();
    is_key.then_some((key, offset + key.len() + 2 + spaces))
}

/// The line that a byte lies in, without its end.
fn line_of(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    start..text[at..].find('\n').map_or(text.len(), |it| at + it)
}

/// The length of the word a text starts with.
fn word(text: &str) -> usize {
    text.find(char::is_whitespace).unwrap_or(text.len())
}
