//! The attributes of a heading: `{#id .role key=value}`, read from the source so that every word has its place.

use crate::source::Spanned;

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
