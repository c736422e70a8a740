//! A value of a YAML document and where it stands.

use crate::source::{Place, Span, Spanned};

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// From its first to its last character.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// What a value is. A scalar keeps its text: what it means is decided by the field that reads it (`lang: no`, `version: 1.0`).
#[derive(Debug, Clone, PartialEq)]
pub enum NodeKind {
    /// Nothing after the colon, `~` or `null`.
    Null,
    /// A single value.
    Scalar(Scalar),
    /// A list.
    List(Vec<Node>),
    /// Keys and values, in the order they were written.
    Record(Vec<(Spanned<String>, Node)>),
}

/// A single value.
#[derive(Debug, Clone, PartialEq)]
pub struct Scalar {
    /// Its text, without quotation marks and indentation.
    pub text: String,
    /// Where each byte of the text comes from.
    pub place: Place,
    /// Whether it stood in quotation marks.
    pub quoted: bool,
}

impl Node {
    /// The value of a key, if it is a record that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.kind {
            NodeKind::Record(entries) => entries.iter().find(|(it, _)| it.value == key).map(|(_, node)| node),
            NodeKind::Null | NodeKind::Scalar(_) | NodeKind::List(_) => None,
        }
    }

    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar(scalar) => Some(&scalar.text),
            NodeKind::Null | NodeKind::List(_) | NodeKind::Record(_) => None,
        }
    }

    /// The items of a list.
    pub fn items(&self) -> Option<&[Node]> {
        match &self.kind {
            NodeKind::List(items) => Some(items),
            NodeKind::Null | NodeKind::Scalar(_) | NodeKind::Record(_) => None,
        }
    }

    /// The keys and values of a record; nothing of anything else.
    pub fn entries(&self) -> &[(Spanned<String>, Node)] {
        match &self.kind {
            NodeKind::Record(entries) => entries,
            NodeKind::Null | NodeKind::Scalar(_) | NodeKind::List(_) => &[],
        }
    }

    /// What it is, as a word for messages, in English.
    pub fn noun(&self) -> &'static str {
        match &self.kind {
            NodeKind::Null => "nothing",
            NodeKind::Scalar(_) => "a text",
            NodeKind::List(_) => "a list",
            NodeKind::Record(_) => "keys and values",
        }
    }
}
