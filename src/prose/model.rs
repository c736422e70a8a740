//! What running text consists of, as it was written: nothing is looked up yet.

use super::attributes::Attributes;
use crate::source::{Place, Span, Spanned};

/// A text that was parsed: its blocks and its footnotes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Prose {
    /// The blocks, headings among them, in order.
    pub blocks: Vec<Block>,
    /// Footnotes, in the order of their definitions.
    pub footnotes: Vec<Footnote>,
}

/// A footnote's text.
#[derive(Debug, Clone, PartialEq)]
pub struct Footnote {
    /// The label between `[^` and `]`.
    pub label: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A block and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: BlockKind,
}

/// The kinds of block.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    /// A heading of any level, with its attributes.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list; `start` is the first number of an ordered one.
    List { start: Option<u64>, items: Vec<ListItem> },
    /// Terms and their definitions.
    Definitions(Vec<(Vec<Inline>, Vec<Vec<Block>>)>),
    /// A quotation.
    Quote(Vec<Block>),
    /// Code, with the language after the fence.
    Code { language: String, text: String },
    /// Display math, TeX.
    Math(String),
    /// A table.
    Table(Table),
    /// `---`: a new slide.
    Rule,
    /// A `:::` block.
    Fence(Fence),
    /// A data block: YAML in a code fence.
    Data(Data),
    /// Raw HTML, as typed.
    Html(String),
}

/// A heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Its text.
    pub text: Vec<Inline>,
    /// `{#id .role key=value}`.
    pub attributes: Attributes,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListItem {
    /// Whether it is ticked, if it is a task.
    pub task: Option<bool>,
    /// What it holds; a tight item holds one paragraph.
    pub blocks: Vec<Block>,
}

/// A table: one header row, then rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// One for each column.
    pub alignments: Vec<Alignment>,
    /// The header's cells.
    pub header: Vec<Vec<Inline>>,
    /// The rows' cells.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// As the text runs.
    Start,
    /// Centred.
    Center,
    /// At the end, as numbers are.
    End,
}

/// A `:::` block, by the name as typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Fence {
    /// The word after the colons.
    pub name: Spanned<String>,
    /// The text in quotation marks after it.
    pub title: Option<Spanned<String>>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// YAML in a code fence.
#[derive(Debug, Clone, PartialEq)]
pub struct Data {
    /// Which.
    pub kind: DataKind,
    /// The text between the fences.
    pub yaml: String,
    /// Where its bytes come from.
    pub place: Place,
    /// The whole block.
    pub span: Span,
}

/// The kinds of data block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataKind {
    /// A chart.
    Chart,
    /// Steps in order.
    Process,
    /// A sheet to fill in.
    Worksheet,
    /// A vote.
    Poll,
}

impl DataKind {
    /// The word after the fence.
    pub fn name(self) -> &'static str {
        match self {
            DataKind::Chart => "chart",
            DataKind::Process => "process",
            DataKind::Worksheet => "worksheet",
            DataKind::Poll => "poll",
        }
    }
}

/// A piece of running text and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Inline {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: InlineKind,
}

/// The kinds of inline.
#[derive(Debug, Clone, PartialEq)]
pub enum InlineKind {
    /// Text, with typographic quotation marks and spaces.
    Text(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Struck through.
    Strike(Vec<Inline>),
    /// Code.
    Code(String),
    /// Math, TeX; display if it stood between `$$`.
    Math { tex: String, display: bool },
    /// A link.
    Link { target: Target, children: Vec<Inline> },
    /// A picture.
    Image { path: Spanned<String>, alt: String, title: String },
    /// A gap to be filled.
    Gap { content: GapContent, hint: Option<String> },
    /// A figure of the evidence ledger.
    Fact { id: Spanned<String>, field: FactField },
    /// Citations between one pair of brackets.
    Cite(Vec<Citation>),
    /// A reference to a footnote, by label.
    Footnote(String),
    /// A line that ends in the source: a space.
    SoftBreak,
    /// A line that ends on paper.
    HardBreak,
    /// Raw HTML, as typed.
    Html(String),
}

/// What a link points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An address outside: `https:`, `mailto:`, `tel:`.
    Address(String),
    /// A section: of this module (no file), or of another by its file name. An empty id is the module itself.
    Section { file: Option<String>, id: String },
}

/// What a gap holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GapContent {
    /// Words.
    Text(String),
    /// A fact's value.
    Fact(Spanned<String>),
}

/// Which part of a fact is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactField {
    /// The value with its unit.
    Value,
    /// `low–high` with the unit.
    Range,
    /// How many were asked.
    N,
    /// The year.
    Year,
}

/// One citation: `@key, s. 12`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The source's key.
    pub key: Spanned<String>,
    /// What follows the comma: "s. 12".
    pub locator: Option<String>,
}

/// The words of inlines, without marks; gaps and facts by their words or ids.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::Emphasis(children)
            | InlineKind::Strong(children)
            | InlineKind::Strike(children)
            | InlineKind::Link { children, .. } => out.push_str(&plain_text(children)),
            InlineKind::Math { tex, .. } => out.push_str(tex),
            InlineKind::Image { alt, .. } => out.push_str(alt),
            InlineKind::Gap { content, .. } => match content {
                GapContent::Text(text) => out.push_str(text),
                GapContent::Fact(id) => out.push_str(&id.value),
            },
            InlineKind::Fact { id, .. } => out.push_str(&id.value),
            InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
            InlineKind::Cite(_) | InlineKind::Footnote(_) | InlineKind::Html(_) => {}
        }
    }
    out
}
