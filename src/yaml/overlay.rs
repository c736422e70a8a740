//! A translation laid over its original: texts from the one, everything else from the other.

use super::node::{Node, NodeKind};
use super::number::number;
use super::parse::parse;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::{DIFFERS_FROM_ORIGINAL, NOT_IN_ORIGINAL, QUESTION_NOT_TRANSLATED, SECTION_NOT_TRANSLATED};
use crate::locale::is_per_cent;
use crate::source::{FileId, Place, Spanned};

/// Keys whose values are texts, to be translated.
const TEXTS: &[&str] = &[
    "title",
    "lead",
    "text",
    "statement",
    "of",
    "caveat",
    "label",
    "name",
    "decision",
    "who",
    "do",
    "sign",
    "question",
    "why",
    "hint",
    "accept",
    "sample",
    "left",
    "right",
    "items",
    "distractors",
    "caption",
    "alt",
    "columns",
    "options",
    "tags",
    "prior",
    "funder",
    "materials",
    "body",
    "term",
    "definition",
    "ends",
    "license",
    "from_label",
    "to_label",
];

/// Keys that are texts only where the original's value is no number: the ends of a scale, a unit that is a word, the names of
/// a table's rows.
const TEXTS_UNLESS_NUMBERS: &[&str] = &["low", "high", "unit", "rows"];

/// The fields of a worksheet: where one is a bare text, that is its label.
const FIELDS: &str = "fields";

/// Lists that a translation replaces whole, whatever their length.
const WHOLE: &[&str] = &["accept", "tags", "materials", "distractors", "authors"];

/// The original with the translation's texts. What only one of the two has, or a number that differs, is reported: records
/// in lists match by `id` where the original has one, else by position.
pub fn overlay(original: &Node, translation: &Node, diagnostics: &mut Diagnostics) -> Node {
    lay(original, translation, "", diagnostics)
}

/// What a file of this name says that is to be translated: its texts, each with its key. Numbers, dates and right answers
/// are no part of it, nor is anything of a file that cannot be read. A glossary is nothing but texts.
pub fn texts(name: &str, file: &str) -> String {
    if name == "glossary.yaml" {
        return file.to_owned();
    }
    let mut out = String::new();
    if let Ok(node) = parse(file, &Place::Offset(FileId(0), 0), &mut Diagnostics::default()) {
        take_texts(&node, "", &mut out);
    }
    out
}

fn take_texts(node: &Node, key: &str, out: &mut String) {
    match &node.kind {
        NodeKind::Null => {}
        NodeKind::Scalar(scalar) => {
            if is_text(key, &scalar.text) {
                out.push_str(&format!("{key}: {}\n", scalar.text.trim()));
            }
        }
        NodeKind::List(items) => items.iter().for_each(|it| take_texts(it, key, out)),
        NodeKind::Record(entries) => entries.iter().for_each(|(key, value)| take_texts(value, &key.value, out)),
    }
}

fn lay(original: &Node, translation: &Node, key: &str, diagnostics: &mut Diagnostics) -> Node {
    match (&original.kind, &translation.kind) {
        (NodeKind::Scalar(_), NodeKind::Scalar(_)) if key == FIELDS => translation.clone(),
        (NodeKind::Scalar(_), NodeKind::Record(_)) | (NodeKind::Record(_), NodeKind::Scalar(_)) if key == FIELDS => {
            lay(&as_field(original), &as_field(translation), key, diagnostics)
        }
        (_, NodeKind::Null) => original.clone(),
        (NodeKind::Record(entries), NodeKind::Record(translated)) => {
            Node { span: translation.span, kind: NodeKind::Record(lay_records(entries, translated, diagnostics)) }
        }
        (NodeKind::List(_), NodeKind::List(_)) if WHOLE.contains(&key) => translation.clone(),
        (NodeKind::List(items), NodeKind::List(translated)) => {
            Node { span: translation.span, kind: NodeKind::List(lay_lists(items, translated, key, translation, diagnostics)) }
        }
        (NodeKind::Scalar(scalar), NodeKind::Scalar(translated)) => {
            let is_same = scalar.text == translated.text || (is_per_cent(&scalar.text) && is_per_cent(&translated.text));
            if is_same || is_text(key, &scalar.text) {
                return translation.clone();
            }
            diagnostics.report(&DIFFERS_FROM_ORIGINAL, translation.span, &[key, &translated.text, &scalar.text]).relate(
                original.span,
                "the original says this",
                "så står det i originalet",
            );
            original.clone()
        }
        // The original has another form, such as one text for a list of one.
        _ if TEXTS.contains(&key) => translation.clone(),
        _ => {
            diagnostics.report(&DIFFERS_FROM_ORIGINAL, translation.span, &[key, translation.noun(), original.noun()]).relate(
                original.span,
                "the original has this",
                "så står det i originalet",
            );
            original.clone()
        }
    }
}

/// A bare text in a worksheet is a field with that label.
fn as_field(node: &Node) -> Node {
    match &node.kind {
        NodeKind::Scalar(_) => {
            let label = (Spanned::new("label".to_owned(), node.span), node.clone());
            Node { span: node.span, kind: NodeKind::Record(vec![label]) }
        }
        NodeKind::Null | NodeKind::List(_) | NodeKind::Record(_) => node.clone(),
    }
}

fn lay_records(
    entries: &[(Spanned<String>, Node)],
    translated: &[(Spanned<String>, Node)],
    diagnostics: &mut Diagnostics,
) -> Vec<(Spanned<String>, Node)> {
    let mut out = Vec::with_capacity(entries.len());
    for (key, node) in entries {
        let node = match translated.iter().find(|(it, _)| it.value == key.value) {
            Some((_, translation)) => lay(node, translation, &key.value, diagnostics),
            None => node.clone(),
        };
        out.push((key.clone(), node));
    }
    for (key, node) in translated {
        if entries.iter().any(|(it, _)| it.value == key.value) {
            continue;
        }
        // A text the original can do without, such as an alt text, may be the translation's own.
        if TEXTS.contains(&key.value.as_str()) {
            out.push((key.clone(), node.clone()));
        } else {
            diagnostics.report(&NOT_IN_ORIGINAL, key.span, &[&key.value]);
        }
    }
    out
}

fn lay_lists(items: &[Node], translated: &[Node], key: &str, list: &Node, diagnostics: &mut Diagnostics) -> Vec<Node> {
    let id = |node: &Node| node.get("id").and_then(Node::text).map(str::to_owned);
    if items.iter().all(|it| id(it).is_some()) && !items.is_empty() {
        for translation in translated {
            let name = id(translation).unwrap_or_default();
            if !items.iter().any(|it| id(it).as_deref() == Some(&name)) {
                diagnostics.report(&NOT_IN_ORIGINAL, translation.span, &[&name]);
            }
        }
        let find = |item: &Node| translated.iter().find(|it| id(it) == id(item));
        // Facts and terms that are not translated are the original's; half a module would be in two languages.
        for missing in items.iter().filter(|it| find(it).is_none()) {
            let name = id(missing).unwrap_or_default();
            let span = translated.first().and_then(|it| it.get("id")).map_or(list.span, |it| it.span);
            let at = missing.get("id").map_or(missing.span, |it| it.span);
            if key == "sections" {
                let title = missing.get("title").and_then(Node::text).unwrap_or(&name);
                let finding = diagnostics.report(&SECTION_NOT_TRANSLATED, span, &[title, &name]);
                finding.relate(at, "the original's section", "avsnittet i originalet");
            } else if key == "questions" {
                let finding = diagnostics.report(&QUESTION_NOT_TRANSLATED, span, &[&name]);
                finding.relate(at, "the original's question", "frågan i originalet");
            }
        }
        return items.iter().map(|it| find(it).map_or_else(|| it.clone(), |found| lay(it, found, key, diagnostics))).collect();
    }
    if items.len() != translated.len() {
        let (found, wanted) = (translated.len().to_string(), items.len().to_string());
        diagnostics.report(&DIFFERS_FROM_ORIGINAL, list.span, &[key, &found, &wanted]);
    }
    let pairs = items.iter().enumerate();
    pairs.map(|(idx, it)| translated.get(idx).map_or_else(|| it.clone(), |found| lay(it, found, key, diagnostics))).collect()
}

fn is_text(key: &str, original: &str) -> bool {
    let is_number = number(original).is_some();
    let code = is_per_cent(original) || (original.len() == 3 && original.chars().all(|it| it.is_ascii_uppercase()));
    TEXTS.contains(&key) || key == FIELDS || (TEXTS_UNLESS_NUMBERS.contains(&key) && !is_number && !code)
}
