//! What stands at a place of a Markdown line, and where in a module YAML is written.

use std::ops::Range;

use super::view::Cursor;
use crate::prose::DataKind;
use crate::read::{FileKind, data_root, front_matter, root};
use crate::yaml::FieldKind;

/// What a word that ends at the cursor is the beginning of; `start` is the word's first byte in the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// Its first byte in the line.
    pub start: usize,
    /// What it is.
    pub kind: WordKind<'a>,
}

/// What a word is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordKind<'a> {
    /// `[=fact`.
    Fact,
    /// `[=fact.field`.
    FactField,
    /// `[@source`.
    Source,
    /// `](#section` or `](02-x.md#section`.
    Section { file: Option<&'a str> },
    /// `](02-x`.
    Module,
    /// `{.role`.
    Role,
    /// `{key`.
    Attribute,
    /// `{key=value`.
    AttributeValue { key: &'a str },
    /// `::: name`.
    Block,
}

/// What the word that ends at a byte of a line is.
pub fn word(line: &str, at: usize) -> Option<Word<'_>> {
    let before = line.get(..at)?;
    let bracket = |open: &str| before.rfind(open).filter(|it| !before[*it..].contains(']'));
    if let Some(open) = bracket("[=") {
        let rest = &before[open + 2..];
        return Some(match rest.rfind('.') {
            Some(dot) => Word { start: open + 3 + dot, kind: WordKind::FactField },
            None => Word { start: open + 2, kind: WordKind::Fact },
        });
    }
    if let Some(open) = bracket("[@") {
        let last = open + before[open..].rfind('@')?;
        return (!before[last..].contains([',', ';'])).then_some(Word { start: last + 1, kind: WordKind::Source });
    }
    if let Some(open) = before.rfind("](").filter(|it| !before[*it..].contains([')', ' '])) {
        let rest = &before[open + 2..];
        return Some(match rest.find('#') {
            Some(hash) => Word { start: open + 3 + hash, kind: WordKind::Section { file: (hash > 0).then_some(&rest[..hash]) } },
            None => Word { start: open + 2, kind: WordKind::Module },
        });
    }
    if before.trim_start().starts_with('#') {
        let open = before.rfind('{').filter(|it| !before[*it..].contains('}'))?;
        return attribute(before, open + 1);
    }
    let colons = before.trim_start();
    let name = colons.strip_prefix(":::")?.trim_start_matches(':').trim_start();
    (!name.contains(char::is_whitespace)).then_some(Word { start: before.len() - name.len(), kind: WordKind::Block })
}

fn attribute(before: &str, open: usize) -> Option<Word<'_>> {
    let mut start = open;
    let mut is_quoted = false;
    for (at, character) in before[open..].char_indices() {
        match character {
            '"' => is_quoted = !is_quoted,
            _ if character.is_whitespace() && !is_quoted => start = open + at + character.len_utf8(),
            _ => {}
        }
    }
    let text = &before[start..];
    if text.starts_with('#') {
        return None;
    }
    if text.starts_with('.') {
        return Some(Word { start: start + 1, kind: WordKind::Role });
    }
    match text.split_once('=') {
        Some((key, value)) => {
            let quote = usize::from(value.starts_with('"'));
            Some(Word { start: start + key.len() + 1 + quote, kind: WordKind::AttributeValue { key } })
        }
        None => Some(Word { start, kind: WordKind::Attribute }),
    }
}

/// What is written around the cursor.
#[derive(Debug, Clone)]
pub enum Region {
    /// Markdown.
    Prose,
    /// YAML, with what it is and where it stands.
    Yaml(&'static FieldKind, Range<usize>),
    /// Code, or something that is not ours to explain.
    Other,
}

/// What is written around the cursor.
pub fn region(cursor: &Cursor<'_>) -> Region {
    let Some(file) = cursor.file() else { return Region::Other };
    match file.kind {
        FileKind::Module => module_region(&cursor.text, cursor.byte),
        kind => root(kind).map_or(Region::Other, |root| Region::Yaml(root, 0..cursor.text.len())),
    }
}

fn module_region(text: &str, at: usize) -> Region {
    let root = root(FileKind::Module);
    let (front, body) = match front_matter(text) {
        Some(found) => found,
        // While it is being written it has no end.
        None if text.starts_with("---") => (text.find('\n').map_or(text.len(), |it| it + 1)..text.len(), text.len()),
        None => (0..0, 0),
    };
    if front.start <= at && at <= front.end && front.end > 0 {
        return root.map_or(Region::Other, |root| Region::Yaml(root, front));
    }
    let mut open: Option<(&str, &str, usize)> = None;
    let mut start = body;
    for line in text.get(body..).unwrap_or_default().split_inclusive('\n') {
        let trimmed = line.trim();
        match open {
            Some((mark, language, from)) if trimmed.starts_with(mark) && trimmed.trim_start_matches(&mark[..1]).is_empty() => {
                if (from..=start).contains(&at) {
                    return fenced(language, from..start);
                }
                open = None;
            }
            Some(_) => {}
            None => {
                let length = trimmed.len() - trimmed.trim_start_matches('`').len();
                if length >= 3 {
                    open = Some((&trimmed[..length], trimmed[length..].trim(), start + line.len()));
                }
            }
        }
        start += line.len();
        if start > at && open.is_none() {
            break;
        }
    }
    match open {
        Some((_, language, from)) if from <= at => fenced(language, from..text.len()),
        _ => Region::Prose,
    }
}

fn fenced(language: &str, range: Range<usize>) -> Region {
    const KINDS: [DataKind; 4] = [DataKind::Chart, DataKind::Process, DataKind::Worksheet, DataKind::Poll];
    match KINDS.iter().find(|it| it.name() == language) {
        Some(kind) => Region::Yaml(data_root(*kind), range),
        None => Region::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(line: &str) -> Option<(WordKind<'_>, &str)> {
        let found = word(line, line.len())?;
        Some((found.kind, &line[found.start..]))
    }

    #[test]
    fn words_are_known_by_what_stands_before_them() {
        assert_eq!(kind("Å 😀 [=fo"), Some((WordKind::Fact, "fo")));
        assert_eq!(kind("[[=fo"), Some((WordKind::Fact, "fo")));
        assert_eq!(kind("[=fo.ra"), Some((WordKind::FactField, "ra")));
        assert_eq!(kind("x [@a; @b"), Some((WordKind::Source, "b")));
        assert_eq!(kind("[@a, s. 12"), None);
        assert_eq!(kind("[=done] x"), None);
        assert_eq!(kind("[så](#la"), Some((WordKind::Section { file: None }, "la")));
        assert_eq!(kind("[så](02-x.md#la"), Some((WordKind::Section { file: Some("02-x.md") }, "la")));
        assert_eq!(kind("[så](02"), Some((WordKind::Module, "02")));
        assert_eq!(kind("## Å {.be"), Some((WordKind::Role, "be")));
        assert_eq!(kind("## Å {.belief min"), Some((WordKind::Attribute, "min")));
        assert_eq!(kind("## Å {materials=\"a b\" priority=sh"), Some((WordKind::AttributeValue { key: "priority" }, "sh")));
        assert_eq!(kind("## Å {#be"), None);
        assert_eq!(kind("## Å {.belief} x"), None);
        assert_eq!(kind("::: gu"), Some((WordKind::Block, "gu")));
        assert_eq!(kind(":::: "), Some((WordKind::Block, "")));
        assert_eq!(kind("::: reply \"Å"), None);
    }

    #[test]
    fn yaml_is_found_in_front_matter_and_data_blocks() {
        let text = "---\ntitle: Å\n---\n\nText.\n\n```chart\nkind: bar\n```\n\n```rust\nx\n```\n";
        let is_yaml = |words: &str| matches!(module_region(text, text.find(words).unwrap()), Region::Yaml(..));
        assert!(is_yaml("title"));
        assert!(is_yaml("kind"));
        assert!(matches!(module_region(text, text.find("Text").unwrap()), Region::Prose));
        assert!(matches!(module_region(text, text.find("x\n```").unwrap()), Region::Other));
        assert!(matches!(module_region("---\nti", 6), Region::Yaml(..)));
        assert!(matches!(module_region("```chart\nki", 11), Region::Yaml(..)));
        assert!(matches!(module_region("", 0), Region::Prose));
    }
}
