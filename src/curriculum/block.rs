//! What a section holds: running text, fences and data blocks.

use super::ballot::Ballot;
use super::fact::FactId;
use crate::locale::Unit;
use crate::prose::{self, Inline};
use crate::source::{Span, Spanned};

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
    /// A paragraph, list, table, quotation, code, picture or formula. Invariant: holds no fence, data block, rule or heading.
    Prose(prose::BlockKind),
    /// A run-in heading of level 4 to 6.
    RunIn { level: u8, id: Option<String>, text: Vec<Inline> },
    /// A new slide, with its title if a level-3 heading started it.
    SlideBreak { id: Option<String>, title: Option<Vec<Inline>> },
    /// A `:::` block.
    Fence { kind: FenceKind, blocks: Vec<Block> },
    /// A chart.
    Chart(Chart),
    /// Steps in order.
    Process(Process),
    /// A sheet to fill in.
    Worksheet(Worksheet),
    /// A vote.
    Poll(Ballot),
}

/// The kinds of `:::` block.
#[derive(Debug, Clone, PartialEq)]
pub enum FenceKind {
    /// On the slide only.
    Deck,
    /// In the handout only.
    Handout,
    /// Background for the trainer.
    Guide,
    /// What the trainer does.
    Do,
    /// What the trainer asks.
    Ask,
    /// What the trainer watches for.
    Watch,
    /// How it is gathered up.
    Debrief,
    /// What to say when somebody says this.
    Reply(Spanned<String>),
    /// Expected answers and solutions.
    Answers,
    /// Columns; holds `Column`s only.
    Columns,
    /// One column.
    Column,
    /// A call-out, with its title.
    Callout(CalloutKind, Option<Spanned<String>>),
}

/// The kinds of call-out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalloutKind {
    Note,
    Tip,
    Warning,
    Example,
}

/// A chart, as written.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Its form.
    pub kind: ChartKind,
    /// Its title.
    pub title: Option<Vec<Inline>>,
    /// What stands under it.
    pub caption: Option<Vec<Inline>>,
    /// What it shows, for those who cannot see it.
    pub alt: Option<String>,
    /// What the numbers count, if they are not facts.
    pub unit: Unit,
    /// Its values, at least one.
    pub data: Vec<Datum>,
    /// For `slope`: what its two columns are called.
    pub ends: Option<(String, String)>,
}

/// The forms of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// A hundred squares.
    Waffle,
    /// Bars.
    Bar,
    /// A span from low to high with its point.
    Range,
    /// Lines from one value to another.
    Slope,
    /// A line over an ordered axis.
    Line,
}

/// A value of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Datum {
    /// What it is; a lone fact may go without.
    pub label: Option<Vec<Inline>>,
    /// How much.
    pub value: Value,
}

/// How much.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A figure of the ledger.
    Fact(Spanned<FactId>),
    /// A number typed in the chart, with the ends of its range.
    Number { point: f64, low: Option<f64>, high: Option<f64> },
    /// From one to another, for `slope`.
    Change { from: Box<Value>, to: Box<Value> },
}

/// Steps in order, with decisions and ways back.
#[derive(Debug, Clone, PartialEq)]
pub struct Process {
    /// Its title.
    pub title: Option<Vec<Inline>>,
    /// The steps, at least one.
    pub steps: Vec<Step>,
}

/// A step of a process.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Its id, unique in the process.
    pub id: String,
    /// What it is called.
    pub name: Vec<Inline>,
    /// The question that must be answered before the next.
    pub decision: Option<Vec<Inline>>,
    /// Who is in it.
    pub who: Option<Vec<Inline>>,
    /// What one can do at it.
    pub action: Option<Vec<Inline>>,
    /// How one sees that it is done.
    pub sign: Option<Vec<Inline>>,
    /// Positions of the steps it can go back to, all in the process.
    pub back_to: Vec<usize>,
}

/// A sheet to fill in: fields under each other, or a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Worksheet {
    /// Fields with lines.
    Fields { title: Option<Vec<Inline>>, fields: Vec<WorksheetField> },
    /// Named columns, and rows that are named or empty.
    Table { title: Option<Vec<Inline>>, columns: Vec<Vec<Inline>>, rows: Vec<Vec<Inline>> },
}

/// A field of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct WorksheetField {
    /// What to write.
    pub label: Vec<Inline>,
    /// On so many lines.
    pub lines: u32,
}
