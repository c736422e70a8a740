//! The blocks of slides and paper. Every block carries the place it came from.

use serde::Serialize;

use super::chart::{Chart, Process};
use super::evidence::EvidenceNote;
use super::inline::{Inline, Inlines, Picture};
use crate::item::{self, Item};
use crate::source::Spanned;

/// Blocks in a row.
pub type Blocks = Vec<Spanned<Block>>;

/// What slides and paper consist of.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Block {
    /// A part with its heading; the only source of numbered headings, so levels never skip.
    Section(Section),
    /// A run-in heading inside a section.
    RunIn(Inlines),
    /// A paragraph.
    Paragraph(Inlines),
    /// A sentence that is to be remembered.
    KeyMessage(Inlines),
    /// A list.
    List(List),
    /// Terms and their definitions.
    Definitions(Vec<(Inlines, Vec<Blocks>)>),
    /// A quotation.
    Quote(Blocks),
    /// Code.
    Code { language: String, text: String },
    /// A formula on a line of its own.
    Math { mathml: String, tex: String },
    /// A table.
    Table(Table),
    /// A picture with its caption.
    Figure { picture: Picture, caption: Inlines },
    /// A call-out.
    Callout { kind: Callout, title: String, blocks: Blocks },
    /// Columns, side by side where there is room.
    Columns(Vec<Blocks>),
    /// A chart.
    Chart(Chart),
    /// Steps in order, as a diagram.
    Process(Process),
    /// Steps in order, as a table to fill in.
    ProcessSheet(Process),
    /// A sheet to fill in.
    Worksheet(Worksheet),
    /// A claim as people say it, in quotation marks that the format sets.
    Claim(Inlines),
    /// Rows to tick for two votes.
    Ballot(Ballot),
    /// A box for a guess beside a box for the figure.
    GuessBox(GuessBox),
    /// So many lines to write on.
    Lines(u32),
    /// "If … then I will …, by …, ask me …": a form.
    Pledge,
    /// A question on paper: its number and the question.
    Question { number: usize, item: Item<Inlines>, confidence: bool },
    /// A figure's evidence, in place (the guide); other documents keep theirs as notes.
    Evidence(EvidenceNote),
    /// A day's run.
    Timetable(Timetable),
    /// What is right. Never in a participant's document.
    Answer(Answer),
    /// What the trainer says and does. Never in a participant's document.
    Guide(GuideNote),
    /// HTML that an author typed and a library sanitised.
    Html(String),
}

/// A part with its heading.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Section {
    /// Its anchor, unique in the document.
    pub id: String,
    /// Whether it is about the belief or about what is so.
    pub tone: Tone,
    /// A label above the heading: "Vad vi tror att vi vet".
    pub kicker: Option<String>,
    /// The heading. If it is a claim, `claim` is set.
    pub title: Inlines,
    /// Whether the heading is what people say, to be set as a quotation.
    pub claim: bool,
    /// What it holds; sections among it are one level lower.
    pub blocks: Blocks,
}

/// Which of the two voices is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Tone {
    /// What people say: claim, illusion, steelman.
    Belief,
    /// Neither.
    Neutral,
    /// What is so: reality, inversion.
    Reality,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct List {
    /// The first number of an ordered list.
    pub start: Option<u64>,
    /// Its items.
    pub items: Vec<ListItem>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ListItem {
    /// Whether it is ticked, if it is a task.
    pub task: Option<bool>,
    /// What it holds. A lone paragraph is set without a paragraph's space.
    pub blocks: Blocks,
}

/// A table with one header row.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Table {
    /// Its caption.
    pub caption: Option<Inlines>,
    /// One for each column.
    pub alignments: Vec<Alignment>,
    /// The header's cells.
    pub header: Vec<Inlines>,
    /// The rows' cells.
    pub rows: Vec<Vec<Inlines>>,
    /// Whether each row's first cell is its heading.
    pub row_headings: bool,
}

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Alignment {
    Start,
    Center,
    End,
}

/// The kinds of call-out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Callout {
    Note,
    Tip,
    Warning,
    Example,
}

/// A sheet to fill in.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Worksheet {
    /// Fields under each other, each with so many lines.
    Fields { title: Option<Inlines>, fields: Vec<(Inlines, u32)> },
    /// A table; a row without a name is empty.
    Table { title: Option<Inlines>, columns: Vec<Inlines>, rows: Vec<Inlines> },
}

/// Rows to tick for two votes, and the same for the trainer to count on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Ballot {
    /// The question, where it is not the heading above.
    pub question: Option<Inlines>,
    /// What can be chosen.
    pub options: Vec<Inlines>,
    /// Whether one also ticks how sure one is.
    pub confidence: bool,
}

/// A box for a guess beside a box for the figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct GuessBox {
    /// The figure; absent in a blank edition.
    pub actual: Option<String>,
    /// What stands after an empty box: `%`.
    pub unit: String,
    /// The number of the figure's evidence note, if the figure is there.
    pub note: Option<usize>,
}

/// What is right.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[expect(clippy::large_enum_variant, reason = "a key holds solutions alone, so a box would save nothing")]
pub enum Answer {
    /// Expected answers, under their label.
    Expected(Blocks),
    /// A question's solution with the reasons.
    Solution { item: Item<Inlines>, answer: item::Answer<Inlines> },
}

/// What the trainer says and does.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum GuideNote {
    /// Text under a label.
    Labelled { label: GuideLabel, blocks: Blocks },
    /// If they say …, you say ….
    Reply { they: String, you: Blocks },
    /// A form to count hands on, for both votes.
    Tally(Ballot),
    /// What to do at which share of right answers after the first vote.
    Decision,
    /// The slides that show this: numbers from and to.
    Slides { first: usize, last: usize },
}

/// The labels of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum GuideLabel {
    Say,
    Do,
    Ask,
    Watch,
    Debrief,
    Background,
}

/// A day's run.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Timetable {
    /// Where it hangs or is carried.
    pub place: TimetablePlace,
    /// Its rows in order of time.
    pub rows: Vec<TimetableRow>,
    /// When it ends, as a clock time.
    pub end: String,
    /// Minutes in all: work and pauses, without lunch.
    pub total: u32,
}

/// Where a day's run is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum TimetablePlace {
    /// In the trainer's pocket: every moment, with all that is needed to hold it.
    Pocket,
    /// On the wall, for the room: modules and pauses alone.
    Wall,
}

/// A row of a day's run.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct TimetableRow {
    /// When it starts, as a clock time.
    pub start: String,
    /// For how long.
    pub minutes: u32,
    /// Whether the time was estimated from the words.
    pub estimated: bool,
    /// What.
    pub title: Inlines,
    /// The module's title at the first row of a module.
    pub module: Option<Inlines>,
    /// Whether it is a pause or lunch.
    pub pause: bool,
    /// How the group works.
    pub method: String,
    /// What is needed.
    pub materials: Vec<String>,
    /// Which slides: "4–7".
    pub slides: String,
    /// What to do with it if one is late, and what that saves; empty if nothing can be done.
    pub late: String,
}

/// Whether a block, or any block in it, satisfies `test`. Walks everything that can hold blocks.
pub(super) fn any(blocks: &[Spanned<Block>], test: &dyn Fn(&Block) -> bool) -> bool {
    blocks.iter().any(|block| {
        test(&block.value)
            || match &block.value {
                Block::Section(section) => any(&section.blocks, test),
                Block::List(list) => list.items.iter().any(|item| any(&item.blocks, test)),
                Block::Definitions(entries) => entries.iter().any(|(_, definitions)| definitions.iter().any(|it| any(it, test))),
                Block::Quote(blocks) | Block::Callout { blocks, .. } => any(blocks, test),
                Block::Columns(columns) => columns.iter().any(|column| any(column, test)),
                Block::Answer(Answer::Expected(blocks)) => any(blocks, test),
                Block::Guide(GuideNote::Labelled { blocks, .. } | GuideNote::Reply { you: blocks, .. }) => any(blocks, test),
                Block::RunIn(_)
                | Block::Paragraph(_)
                | Block::KeyMessage(_)
                | Block::Code { .. }
                | Block::Math { .. }
                | Block::Table(_)
                | Block::Figure { .. }
                | Block::Chart(_)
                | Block::Process(_)
                | Block::ProcessSheet(_)
                | Block::Worksheet(_)
                | Block::Claim(_)
                | Block::Ballot(_)
                | Block::GuessBox(_)
                | Block::Lines(_)
                | Block::Pledge
                | Block::Question { .. }
                | Block::Evidence(_)
                | Block::Timetable(_)
                | Block::Answer(Answer::Solution { .. })
                | Block::Guide(GuideNote::Tally(_) | GuideNote::Decision | GuideNote::Slides { .. })
                | Block::Html(_) => false,
            }
    })
}

impl Block {
    /// Whether it may only be in the trainer's documents.
    pub fn is_for_trainer(&self) -> bool {
        matches!(self, Block::Answer(_) | Block::Guide(_))
    }
}

/// A paragraph of plain words.
impl From<&str> for Block {
    fn from(text: &str) -> Self {
        Block::Paragraph(vec![Inline::Text(text.to_owned())])
    }
}
