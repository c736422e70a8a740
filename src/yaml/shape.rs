//! The tables that say which fields a record has: they read it, suggest names for slips, and become its JSON Schema.

/// The fields of a kind of record.
#[derive(Debug)]
pub struct Shape {
    /// What the record is, for messages and schemas: `question`.
    pub name: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
}

/// A field.
#[derive(Debug)]
pub struct Field {
    /// Its key.
    pub name: &'static str,
    /// What its value is.
    pub kind: FieldKind,
    /// Whether it must be there.
    pub required: bool,
    /// What it is for.
    pub about: &'static str,
}

/// What a field's value is.
#[derive(Debug, Clone, Copy)]
pub enum FieldKind {
    /// Plain text.
    Text,
    /// Inline Markdown.
    Prose,
    /// Markdown with blocks.
    Markdown,
    /// A whole number, not negative.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// `2026-11-01`.
    Date,
    /// `09:00`.
    Clock,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A list.
    List(&'static FieldKind),
    /// One, or a list of them.
    OneOrMore(&'static FieldKind),
    /// A record.
    Record(&'static Shape),
    /// Names of the author's own, each with a value of one kind.
    Map(&'static FieldKind),
    /// The name that a thing is given here.
    Id(Thing),
    /// The name of a thing that is described elsewhere.
    Ref(Thing),
    /// A number, or the id of a fact.
    Figure,
    /// Any value; its reader decides.
    Any,
}

/// What has a name that other places can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A figure of the evidence ledger; known in its course.
    Fact,
    /// A source; known in its course.
    Source,
    /// A misconception; known in its course.
    Misconception,
    /// A section; known in its module.
    Section,
    /// An objective; known in its module.
    Objective,
    /// A question; known in its module.
    Question,
}

impl Field {
    /// A field that may be left out.
    pub const fn optional(name: &'static str, kind: FieldKind, about: &'static str) -> Self {
        Self { name, kind, required: false, about }
    }

    /// A field that must be there.
    pub const fn required(name: &'static str, kind: FieldKind, about: &'static str) -> Self {
        Self { name, kind, required: true, about }
    }
}
