//! `:::` fences: found before the one Markdown parse, so that text inside them keeps its footnotes, references and offsets.

use super::model::{Block, BlockKind, Fence};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::{FENCE_CROSSES_SECTION, FENCE_NOT_CLOSED, FENCE_NOT_OPEN, FENCE_SYNTAX};
use crate::source::{Place, Span, Spanned};

/// A line that may be a fence.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its first byte.
    pub(super) start: usize,
    /// Its length without the end of line.
    pub(super) length: usize,
}

/// Overwrites each line that starts with three or more colons (after at most three spaces) with `***` and spaces, byte for
/// byte. Where the parser then finds a thematic break at such a line, it is a fence; in code the original text shows.
pub(super) fn mask(text: &str, masked: &mut [u8]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let indent = content.len() - content.trim_start_matches(' ').len();
        if indent <= 3 && content[indent..].starts_with(":::") {
            masked[start..start + content.len()].fill(b' ');
            masked[start + indent..start + indent + 3].fill(b'*');
            lines.push(Line { start, length: content.len() });
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

/// Puts blocks into the fences around them.
pub(super) fn nest(pieces: Vec<Piece>, text: &str, place: &Place, diagnostics: &mut Diagnostics) -> Vec<Block> {
    let (mut blocks, mut open): (Vec<Block>, Vec<Open>) = (Vec::new(), Vec::new());
    // Fences that were told to cross a section: their ends may still come.
    let mut n_crossing = 0;
    for piece in pieces {
        match piece {
            Piece::Block(block) => {
                if let (BlockKind::Heading(heading), Some(fence)) = (&block.kind, open.first())
                    && heading.level == 2
                {
                    diagnostics.report(&FENCE_CROSSES_SECTION, fence.span, &[&fence.name.value]).relate(
                        block.span,
                        "the next section starts here",
                        "här börjar nästa avsnitt",
                    );
                    n_crossing += open.len();
                    close_all(&mut blocks, &mut open);
                }
                blocks.push(block);
            }
            Piece::Line(line) => {
                let span = place.span(line.start..line.start + line.length);
                match read_line(&text[line.start..line.start + line.length], line.start, place) {
                    Some(Mark::Open { name, title }) => {
                        open.push(Open { span, name, title, outer: std::mem::take(&mut blocks) });
                    }
                    Some(Mark::Close) if open.is_empty() && n_crossing > 0 => n_crossing -= 1,
                    Some(Mark::Close) if open.is_empty() => {
                        diagnostics.report(&FENCE_NOT_OPEN, span, &[]);
                    }
                    Some(Mark::Close) => close(&mut blocks, &mut open),
                    None => {
                        diagnostics.report(&FENCE_SYNTAX, span, &[text[line.start..line.start + line.length].trim()]);
                    }
                }
            }
        }
    }
    for fence in &open {
        diagnostics.report(&FENCE_NOT_CLOSED, fence.span, &[&fence.name.value]);
    }
    close_all(&mut blocks, &mut open);
    blocks
}

fn close(blocks: &mut Vec<Block>, open: &mut Vec<Open>) {
    let Some(Open { span, name, title, outer }) = open.pop() else { return };
    let inner = std::mem::replace(blocks, outer);
    blocks.push(Block { span, kind: BlockKind::Fence(Fence { name, title, blocks: inner }) });
}

fn close_all(blocks: &mut Vec<Block>, open: &mut Vec<Open>) {
    while !open.is_empty() {
        close(blocks, open);
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
