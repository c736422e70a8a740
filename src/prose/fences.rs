//! `:::` fences: found before the one Markdown parse, so that text inside them keeps its footnotes, references and offsets.

use std::collections::BTreeMap;

use super::depth::MAX_DEPTH;
use super::model::{Block, BlockKind, Fence};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::{FENCE_CROSSES_SECTION, FENCE_NOT_CLOSED, FENCE_NOT_OPEN, FENCE_SYNTAX, NESTED_TOO_DEEP};
use crate::source::{Place, Span, Spanned};

/// A line that may be a fence.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its first byte.
    pub(super) start: usize,
    /// Its length without the end of line.
    pub(super) length: usize,
}

/// The lines that may be fences and were not met yet, by their first bytes.
#[derive(Debug, Default)]
pub(super) struct Lines(BTreeMap<usize, usize>);

impl Lines {
    /// The line that a thematic break stands at (after at most three spaces), taken out.
    pub(super) fn take(&mut self, at: usize) -> Option<Line> {
        let start = *self.0.range(at.saturating_sub(3)..=at).next()?.0;
        let length = self.0.remove(&start)?;
        Some(Line { start, length })
    }

    /// Forgets the lines that start in a range: they are no fences.
    pub(super) fn forget(&mut self, range: std::ops::Range<usize>) {
        let inside: Vec<usize> = self.0.range(range).map(|(start, _)| *start).collect();
        for start in inside {
            self.0.remove(&start);
        }
    }

    /// Those that are left, in order.
    pub(super) fn into_iter(self) -> impl Iterator<Item = Line> {
        self.0.into_iter().map(|(start, length)| Line { start, length })
    }
}

/// Overwrites each line that starts with three or more colons (after at most three spaces) with `***` and spaces, byte for
/// byte. Where the parser then finds a thematic break at such a line, it is a fence; in code the original text shows.
pub(super) fn mask(text: &str, masked: &mut [u8]) -> Lines {
    let mut lines = Lines::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let indent = content.len() - content.trim_start_matches(' ').len();
        if indent <= 3 && content[indent..].starts_with(":::") {
            masked[start..start + content.len()].fill(b' ');
            masked[start + indent..start + indent + 3].fill(b'*');
            lines.0.insert(start, content.len());
        }
        start += line.len();
    }
    lines
}

/// A top-level block, or a fence's line between blocks.
#[derive(Debug)]
pub(super) enum Piece {
    Block(Block),
    Line(Line),
}

/// What a fence's line says.
enum Mark {
    Open { name: Spanned<String>, title: Option<Spanned<String>> },
    Close,
}

/// A fence that is open.
struct Open {
    span: Span,
    name: Spanned<String>,
    title: Option<Spanned<String>>,
    outer: Vec<Block>,
}

/// If a block of code is never closed, and so takes in all that stands below it, the bytes of its first line.
pub fn code_left_open(block: &str) -> Option<usize> {
    let mark = ["```", "~~~"].into_iter().find(|it| block.starts_with(it))?;
    let mut lines = block.trim_end().lines();
    let first = lines.next().unwrap_or_default().len();
    // In a list or quotation the last line has more before the mark.
    let is_closed = lines.next_back().is_some_and(|it| it.trim_end().ends_with(mark));
    (!is_closed).then_some(first)
}

/// Puts blocks into the fences around them.
pub(super) fn nest(pieces: Vec<Piece>, text: &str, place: &Place, diagnostics: &mut Diagnostics) -> Vec<Block> {
    let mut nest = Nest { blocks: Vec::new(), open: Vec::new(), n_crossing: 0, n_deep: 0 };
    for piece in pieces {
        match piece {
            Piece::Block(block) => nest.block(block, diagnostics),
            Piece::Line(line) => nest.line(&line, text, place, diagnostics),
        }
    }
    // Code that is left open takes in the ends of the fences around it, and is told.
    let is_code = |it: &&Block| matches!(it.kind, BlockKind::Code { .. } | BlockKind::Data(_));
    let typed = |it: &Block| diagnostics.sources.get(it.span.file).text.get(it.span.range()).map(str::to_owned);
    let is_swallowed = nest.blocks.last().filter(is_code).and_then(typed).is_some_and(|it| code_left_open(&it).is_some());
    for fence in &nest.open {
        diagnostics.report(&FENCE_NOT_CLOSED, fence.span, &[&fence.name.value]).follows(is_swallowed);
    }
    nest.close_all();
    nest.blocks
}

/// The fences that are open at a place.
struct Nest {
    blocks: Vec<Block>,
    open: Vec<Open>,
    /// Fences that were told, since they cross a section or are not written as one: their ends may still come.
    n_crossing: usize,
    /// Fences that lie too deep and are open.
    n_deep: usize,
}

impl Nest {
    fn block(&mut self, block: Block, diagnostics: &mut Diagnostics) {
        if let (BlockKind::Heading(heading), Some(fence)) = (&block.kind, self.open.first())
            && heading.level == 2
        {
            diagnostics.report(&FENCE_CROSSES_SECTION, fence.span, &[&fence.name.value]).relate(
                block.span,
                "the next section starts here",
                "här börjar nästa avsnitt",
            );
            self.n_crossing += self.open.len() + std::mem::take(&mut self.n_deep);
            self.close_all();
        }
        if self.n_deep == 0 {
            self.blocks.push(block);
        }
    }

    fn line(&mut self, line: &Line, text: &str, place: &Place, diagnostics: &mut Diagnostics) {
        let written = &text[line.start..line.start + line.length];
        let span = place.span(line.start..line.start + line.length);
        match read_line(written, line.start, place) {
            Some(Mark::Open { .. }) if self.open.len() == MAX_DEPTH => {
                if self.n_deep == 0 {
                    diagnostics.report(&NESTED_TOO_DEEP, span, &[&MAX_DEPTH.to_string()]);
                }
                self.n_deep += 1;
            }
            Some(Mark::Open { name, title }) => {
                self.open.push(Open { span, name, title, outer: std::mem::take(&mut self.blocks) });
            }
            Some(Mark::Close) if self.n_deep > 0 => self.n_deep -= 1,
            Some(Mark::Close) if self.open.is_empty() && self.n_crossing > 0 => self.n_crossing -= 1,
            Some(Mark::Close) if self.open.is_empty() => {
                diagnostics.report(&FENCE_NOT_OPEN, span, &[]);
            }
            Some(Mark::Close) => self.close(),
            None => {
                // The end of what was to start here may still come.
                self.n_crossing += 1;
                diagnostics.report(&FENCE_SYNTAX, span, &[written.trim()]);
            }
        }
    }

    fn close(&mut self) {
        let Some(Open { span, name, title, outer }) = self.open.pop() else { return };
        let inner = std::mem::replace(&mut self.blocks, outer);
        self.blocks.push(Block { span, kind: BlockKind::Fence(Fence { name, title, blocks: inner }) });
    }

    fn close_all(&mut self) {
        while !self.open.is_empty() {
            self.close();
        }
    }
}

/// `::: name`, `::: name "title"` or bare colons.
fn read_line(line: &str, start: usize, place: &Place) -> Option<Mark> {
    let after = line.trim_start().trim_start_matches(':');
    let rest = after.trim();
    if rest.is_empty() {
        return Some(Mark::Close);
    }
    let at = |part: &str| start + (part.as_ptr() as usize - line.as_ptr() as usize);
    let spanned = |part: &str| Spanned::new(part.to_owned(), place.span(at(part)..at(part) + part.len()));
    let (name, title) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let title = title.trim();
    if title.is_empty() {
        return Some(Mark::Open { name: spanned(name), title: None });
    }
    let bare = [('"', '"'), ('”', '”'), ('“', '”'), ('\'', '\'')]
        .iter()
        .find_map(|(open, close)| title.strip_prefix(*open).and_then(|it| it.strip_suffix(*close)))?;
    Some(Mark::Open { name: spanned(name), title: Some(spanned(bare)) })
}
