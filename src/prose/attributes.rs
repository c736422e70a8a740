//! The attributes of a heading: `{#id .role key=value}`, read from the source so that every word has its place.

use std::ops::Range;

use crate::source::{Place, Spanned};

/// The attributes of a heading, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attributes {
    /// `#id`.
    pub id: Option<Spanned<String>>,
    /// `.class`es, in order.
    pub classes: Vec<Spanned<String>>,
    /// `key=value`s, in order.
    pub pairs: Vec<Attribute>,
}

/// `key=value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// The key.
    pub key: Spanned<String>,
    /// The value, without quotation marks.
    pub value: Spanned<String>,
}

/// An attribute block found at the end of a heading's line.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The heading line's first byte.
    pub(super) line: usize,
    /// From `{` to `}`, or the brace that has no partner.
    pub(super) range: Range<usize>,
    /// What it says.
    pub(super) attributes: Attributes,
}

/// Finds the attribute blocks of all lines that look like headings, and overwrites them with spaces, byte for byte, so that
/// the Markdown parser never sees them. What looks like a heading in code comes back from the original text.
pub(super) fn mask(text: &str, masked: &mut [u8], place: &Place) -> (Vec<Found>, Vec<Wrong>) {
    let (mut found, mut wrongs) = (Vec::new(), Vec::new());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end();
        let indent = content.len() - content.trim_start_matches(' ').len();
        let marks = content[indent..].bytes().take_while(|it| *it == b'#').count();
        let is_heading = indent <= 3 && (1..=6).contains(&marks) && content[indent + marks..].starts_with([' ', '\t']);
        if is_heading && content.contains(['{', '}']) {
            read_line(content, start, place, &mut found, &mut wrongs);
            if let Some(it) = found.last().filter(|it| it.line == start) {
                masked[it.range.clone()].fill(b' ');
            }
        }
        start += line.len();
    }
    (found, wrongs)
}

/// Something wrong in a line that looks like a heading.
#[derive(Debug, Clone)]
pub(super) struct Wrong {
    /// The line's first byte.
    pub(super) line: usize,
    /// The words.
    pub(super) range: Range<usize>,
    /// What is wrong with them.
    pub(super) kind: WrongKind,
}

/// What can be wrong with an attribute block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WrongKind {
    /// A brace without a partner, or one in the middle of the heading.
    StrayBrace,
    /// A word that is neither `#id`, `.role` nor `key=value`.
    Positional,
}

fn read_line(content: &str, start: usize, place: &Place, found: &mut Vec<Found>, wrongs: &mut Vec<Wrong>) {
    let braces = unquoted_braces(content);
    let block = match braces.as_slice() {
        [(open, '{'), (close, '}')] if *close + 1 == content.len() => Some((*open, *close)),
        _ => None,
    };
    let Some((open, close)) = block else {
        if let Some((at, _)) = braces.first() {
            wrongs.push(Wrong { line: start, range: start + at..start + at + 1, kind: WrongKind::StrayBrace });
        }
        return;
    };
    let mut attributes = Attributes::default();
    for (word, at) in joined(&content[open + 1..close]) {
        let at = start + open + 1 + at;
        let spanned = |text: &str, from: usize| Spanned::new(text.to_owned(), place.span(from..from + text.len()));
        if let Some(id) = word.strip_prefix('#').filter(|it| !it.is_empty()) {
            attributes.id = Some(spanned(id, at + 1));
        } else if let Some(class) = word.strip_prefix('.').filter(|it| !it.is_empty()) {
            attributes.classes.push(spanned(class, at + 1));
        } else if has_spaces_at_sign(word) {
            wrongs.push(Wrong { line: start, range: at..at + word.len(), kind: WrongKind::Positional });
        } else if let Some((key, value)) = word.split_once('=').filter(|(key, _)| !key.is_empty()) {
            let quoted = value.len() >= 2 && value.starts_with(['"', '\'']) && value.ends_with(['"', '\'']);
            let bare = if quoted { &value[1..value.len() - 1] } else { value };
            let value_at = at + key.len() + 1 + usize::from(quoted);
            attributes.pairs.push(Attribute { key: spanned(key, at), value: spanned(bare, value_at) });
        } else {
            wrongs.push(Wrong { line: start, range: at..at + word.len(), kind: WrongKind::Positional });
        }
    }
    found.push(Found { line: start, range: start + open..start + close + 1, attributes });
}

/// The braces of a line that are not escaped, in code or in quotation marks within an attribute block.
fn unquoted_braces(content: &str) -> Vec<(usize, char)> {
    let (mut out, mut in_code, mut quote, mut escaped) = (Vec::new(), false, None, false);
    for (at, character) in content.char_indices() {
        let in_block = out.last().is_some_and(|(_, it)| *it == '{');
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' | '\'' if in_block && quote.is_none() => quote = Some(character),
            _ if quote == Some(character) => quote = None,
            '`' if !in_block => in_code = !in_code,
            '{' | '}' if quote.is_none() && !in_code => out.push((at, character)),
            _ => {}
        }
    }
    out
}

/// Whether a `key = value` has spaces around its sign.
fn has_spaces_at_sign(word: &str) -> bool {
    word.split_once('=').is_some_and(|(key, value)| key.ends_with(char::is_whitespace) || value.starts_with(char::is_whitespace))
}

/// Words with their offsets, in which `key = value` with spaces around its sign is one.
fn joined(text: &str) -> Vec<(&str, usize)> {
    let mut out: Vec<(&str, usize)> = Vec::new();
    for (word, at) in words(text) {
        let is_key = |it: &str| it.starts_with(char::is_alphabetic) && !it.trim_end_matches('=').contains('=');
        match out.last_mut() {
            Some((before, from)) if is_key(before) && before.ends_with('=') != word.starts_with('=') => {
                *before = &text[*from..at + word.len()];
            }
            _ => out.push((word, at)),
        }
    }
    out
}

/// Words with their offsets; white space in quotation marks does not part them.
fn words(text: &str) -> Vec<(&str, usize)> {
    let (mut out, mut start, mut quote) = (Vec::new(), None, None);
    for (at, character) in text.char_indices() {
        if character.is_whitespace() && quote.is_none() {
            if let Some(from) = start.take() {
                out.push((&text[from..at], from));
            }
            continue;
        }
        start.get_or_insert(at);
        match quote {
            Some(open) if open == character => quote = None,
            None if matches!(character, '"' | '\'') && text[..at].ends_with('=') => quote = Some(character),
            _ => {}
        }
    }
    if let Some(from) = start {
        out.push((&text[from..], from));
    }
    out
}
