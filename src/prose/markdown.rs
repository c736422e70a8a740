//! Markdown to blocks, in one parse, with the place of each.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::attributes::{self, Found, Wrong, WrongKind};
use super::depth::{MAX_DEPTH, MOST_BLOCKS, pass_over};
use super::events::{Events, Features, events, without_comments};
use super::fences::{self, Line, Lines, Piece};
use super::inlines::Inlines;
use super::model::{Alignment, Block, BlockKind, Data, DataKind, Footnote, Heading, Inline, InlineKind, ListItem, Prose, Table};
use crate::diagnostic::fault::{
    FENCE_IN_BLOCK, FENCE_SYNTAX, HEADING_WITHOUT_MARKS, NESTED_TOO_DEEP, POSITIONAL_ATTRIBUTE, STRAY_BRACE, TITLE_HEADING,
    TOO_MANY, UNKNOWN_DATA_BLOCK,
};
use crate::diagnostic::{Diagnostics, did_you_mean};
use crate::source::Place;

/// Reads Markdown. What cannot be read is reported and left out.
pub fn parse(text: &str, place: &Place, features: Features, diagnostics: &mut Diagnostics) -> Prose {
    let mut masked = text.as_bytes().to_vec();
    let lines = fences::mask(text, &mut masked);
    let (attributes, wrongs) = attributes::mask(text, &mut masked, place);
    // Masks overwrite whole characters, so what was UTF-8 still is.
    let masked = String::from_utf8(masked).unwrap_or_else(|_| text.to_owned());
    let inlines = Inlines::new(text, place, 0, features);
    let mut builder =
        Builder { text, place, diagnostics, inlines, lines, attributes, wrongs, footnotes: Vec::new(), depth: 0, n_blocks: 0 };
    let pieces = builder.pieces(&mut events(&masked, features).peekable());
    let (lines, footnotes) = (builder.lines, builder.footnotes);
    // A line of colons that became neither a fence nor code stands in a table, a paragraph or raw HTML.
    for line in lines.into_iter() {
        let range = line.start..line.start + line.length;
        diagnostics.report(&FENCE_SYNTAX, place.span(range.clone()), &[text[range].trim()]);
    }
    Prose { blocks: fences::nest(pieces, text, place, diagnostics), footnotes }
}

/// Reads one line of running text, such as a value in YAML: no blocks, whatever it starts with.
pub fn parse_inline(text: &str, place: &Place, features: Features, diagnostics: &mut Diagnostics) -> Vec<Inline> {
    // A no-break space in front keeps a leading `-`, `#` or `1.` from starting a block, and emphasis after it intact.
    const GUARD: &str = "\u{a0}";
    let line = format!("{GUARD}{}", text.trim_end().replace(['\n', '\r'], " "));
    let mut inlines = Inlines::new(&line, place, GUARD.len(), features);
    let mut events = events(&line, features).peekable();
    let _ = events.next_if(|(event, _)| matches!(event, Event::Start(Tag::Paragraph)));
    let mut out = inlines.read(&mut events, diagnostics);
    if let Some(Inline { kind: InlineKind::Text(first), .. }) = out.first_mut() {
        *first = first.trim_start_matches('\u{a0}').to_owned();
    }
    out.retain(|it| !matches!(&it.kind, InlineKind::Text(text) if text.is_empty()));
    out
}

/// Turns events into blocks.
struct Builder<'a> {
    text: &'a str,
    place: &'a Place,
    diagnostics: &'a mut Diagnostics,
    inlines: Inlines<'a>,
    /// Lines that may be fences and were not met yet.
    lines: Lines,
    attributes: Vec<Found>,
    wrongs: Vec<Wrong>,
    footnotes: Vec<Footnote>,
    depth: usize,
    n_blocks: usize,
}

type Stream<'m> = Peekable<Events<'m>>;

impl Builder<'_> {
    /// The top level: blocks, and the lines of fences between them.
    fn pieces(&mut self, events: &mut Stream<'_>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        while let Some((event, range)) = events.peek() {
            if let (Event::Rule, Some(line)) = (event, self.fence_line(range)) {
                events.next();
                pieces.push(Piece::Line(line));
            } else if let Some(block) = self.block(events) {
                pieces.push(Piece::Block(block));
            }
        }
        pieces
    }

    /// The masked line that a thematic break stands at, taken out of the list.
    fn fence_line(&mut self, range: &Range<usize>) -> Option<Line> {
        self.lines.take(range.start)
    }

    /// Blocks up to the end of the element around them.
    fn blocks(&mut self, events: &mut Stream<'_>) -> Vec<Block> {
        self.depth += 1;
        let mut blocks = Vec::new();
        while let Some((event, _)) = events.peek() {
            if matches!(event, Event::End(_)) {
                events.next();
                break;
            }
            blocks.extend(self.block(events));
        }
        self.depth -= 1;
        blocks
    }

    /// The next block; nothing for what is only noted (footnotes, comments) or refused.
    fn block(&mut self, events: &mut Stream<'_>) -> Option<Block> {
        let (event, range) = events.peek()?.clone();
        // A block's event ends with its line; its words do not.
        let words = self.text.get(range.clone()).unwrap_or_default().trim_end().len();
        let span = self.place.span(range.start..range.start + words);
        let block = |kind| Some(Block { span, kind });
        self.n_blocks += 1;
        if self.n_blocks > MOST_BLOCKS {
            if self.n_blocks == MOST_BLOCKS + 1 {
                self.diagnostics.report(&TOO_MANY, span, &[&MOST_BLOCKS.to_string()]);
            }
            events.next();
            if matches!(event, Event::Start(_)) {
                pass_over(events);
            }
            return None;
        }
        let Event::Start(tag) = event else { return self.leaf(events, &event, range) };
        if self.depth > MAX_DEPTH {
            self.diagnostics.report(&NESTED_TOO_DEEP, span, &[&MAX_DEPTH.to_string()]);
            events.next();
            pass_over(events);
            return None;
        }
        match tag {
            Tag::Paragraph => {
                events.next();
                let children = self.inlines.read(events, self.diagnostics);
                paragraph(children).and_then(block)
            }
            Tag::Heading { level, .. } => {
                events.next();
                self.heading(events, level as u8, range).and_then(block)
            }
            Tag::BlockQuote(_) => {
                events.next();
                let blocks = self.blocks(events);
                block(BlockKind::Quote(blocks))
            }
            Tag::CodeBlock(kind) => {
                events.next();
                block(self.code(events, &kind, range))
            }
            Tag::HtmlBlock => {
                events.next();
                self.html(events).and_then(block)
            }
            Tag::List(start) => {
                events.next();
                let items = self.items(events);
                block(BlockKind::List { start, items })
            }
            Tag::DefinitionList => {
                events.next();
                block(self.definitions(events))
            }
            Tag::FootnoteDefinition(label) => {
                let label = label.to_string();
                events.next();
                let blocks = self.blocks(events);
                self.footnotes.push(Footnote { label, blocks });
                None
            }
            Tag::Table(alignments) => {
                let alignments = alignments.iter().map(|it| alignment(*it)).collect();
                events.next();
                block(BlockKind::Table(self.table(events, alignments)))
            }
            // Everything else is running text without a paragraph around it: a tight list's item.
            _ => self.loose(events, range),
        }
    }

    /// A block that is one event, or running text without a paragraph around it.
    fn leaf(&mut self, events: &mut Stream<'_>, event: &Event<'_>, range: Range<usize>) -> Option<Block> {
        match event {
            Event::Rule => {
                events.next();
                if let Some(line) = self.fence_line(&range) {
                    let text = self.text[line.start..line.start + line.length].trim();
                    // The end of a block whose start was told is no second mistake.
                    let is_end = text.trim_matches(':').is_empty();
                    if !is_end || self.diagnostics.iter().last().is_none_or(|it| it.fault != &FENCE_IN_BLOCK) {
                        let span = self.place.span(line.start..line.start + line.length);
                        self.diagnostics.report(&FENCE_IN_BLOCK, span, &[text]);
                    }
                    return None;
                }
                Some(Block { span: self.place.span(range), kind: BlockKind::Rule })
            }
            _ => self.loose(events, range),
        }
    }

    fn loose(&mut self, events: &mut Stream<'_>, range: Range<usize>) -> Option<Block> {
        let children = self.inlines.read_loose(events, self.diagnostics);
        let end = children.last().map(|it| it.span);
        let start = self.place.span(range);
        let span = end.map_or(start, |end| start.to(end));
        paragraph(children).map(|kind| Block { span, kind })
    }

    fn heading(&mut self, events: &mut Stream<'_>, level: u8, range: Range<usize>) -> Option<BlockKind> {
        let span = self.place.span(range.start..range.start + self.text[range.clone()].trim_end().len());
        let text = self.inlines.read(events, self.diagnostics);
        if !self.text[range.clone()].trim_start().starts_with('#') {
            let end = range.start + self.text[range.clone()].trim_end().len();
            let line = self.text[..end].rfind('\n').map_or(range.start, |newline| newline + 1);
            let span = self.place.span(line..end);
            self.diagnostics.report(&HEADING_WITHOUT_MARKS, span, &[]);
            return None;
        }
        if level == 1 {
            self.diagnostics.report(&TITLE_HEADING, span, &[]);
            return None;
        }
        let line = self.text[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
        // Both lists are in the order of the lines.
        let first = self.wrongs.partition_point(|it| it.line < line);
        for wrong in self.wrongs[first..].iter().take_while(|it| it.line == line) {
            let fault = match wrong.kind {
                WrongKind::StrayBrace => &STRAY_BRACE,
                WrongKind::Positional => &POSITIONAL_ATTRIBUTE,
            };
            self.diagnostics.report(fault, self.place.span(wrong.range.clone()), &[&self.text[wrong.range.clone()]]);
        }
        let found = self.attributes.binary_search_by_key(&line, |it| it.line).ok();
        let attributes = found.map(|found| self.attributes[found].attributes.clone()).unwrap_or_default();
        Some(BlockKind::Heading(Heading { level, text, attributes }))
    }

    fn code(&mut self, events: &mut Stream<'_>, kind: &CodeBlockKind<'_>, range: Range<usize>) -> BlockKind {
        let (mut text, mut inside) = (String::new(), None::<Range<usize>>);
        for (event, part) in events.by_ref() {
            match event {
                Event::Text(_) => {
                    // The original, since fences and attributes were masked in what was parsed.
                    text.push_str(&self.text[part.clone()]);
                    inside = Some(inside.map_or(part.clone(), |it| it.start..part.end));
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        self.lines.forget(range.clone());
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.trim(),
            CodeBlockKind::Indented => "",
        };
        let data = match info {
            "chart" => DataKind::Chart,
            "process" => DataKind::Process,
            "worksheet" => DataKind::Worksheet,
            "poll" => DataKind::Poll,
            _ => {
                self.look_for_data_block(info, &range);
                return BlockKind::Code { language: info.to_owned(), text };
            }
        };
        let inside = inside.unwrap_or(range.end..range.end);
        let contiguous = self.text[inside.clone()] == text;
        let span = self.place.span(range);
        let place = match self.place {
            Place::Offset(file, base) if contiguous => {
                Place::Offset(*file, base + u32::try_from(inside.start).unwrap_or(u32::MAX))
            }
            Place::Lines(file, lines) if contiguous => Place::Lines(*file, shifted(lines, inside.start)),
            Place::Offset(..) | Place::Lines(..) | Place::Whole(_) => Place::Whole(span),
        };
        BlockKind::Data(Data { kind: data, yaml: text, place, span })
    }

    /// Tells of code whose first line nearly names a data block.
    fn look_for_data_block(&mut self, info: &str, range: &Range<usize>) {
        const NAMES: [DataKind; 4] = [DataKind::Chart, DataKind::Process, DataKind::Worksheet, DataKind::Poll];
        let name = info.split_whitespace().next().unwrap_or_default();
        let Some(meant) = did_you_mean(name, NAMES.iter().map(|it| it.name())) else { return };
        let at = range.start + self.text[range.clone()].find(name).unwrap_or(0);
        self.diagnostics.report(&UNKNOWN_DATA_BLOCK, self.place.span(at..at + info.len()), &[info]).suggest(Some(meant));
    }

    /// Raw HTML; a comment is never printed.
    fn html(&mut self, events: &mut Stream<'_>) -> Option<BlockKind> {
        let mut html = String::new();
        for (event, part) in events.by_ref() {
            match event {
                Event::Html(_) | Event::Text(_) => {
                    if html.rfind("<!--") > html.rfind("-->") {
                        self.lines.forget(part.clone());
                    }
                    html.push_str(&self.text[part]);
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        // A block that nothing closes takes the empty lines at the end of the text along.
        let html = without_comments(&html).trim_end().to_owned();
        (!html.is_empty()).then_some(BlockKind::Html(html))
    }

    fn items(&mut self, events: &mut Stream<'_>) -> Vec<ListItem> {
        let mut items = Vec::new();
        while let Some((event, _)) = events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let mut task = None;
                    // In a loose list the mark stands inside the paragraph; there `Inlines` passes it over.
                    if let Some((Event::TaskListMarker(ticked), _)) = events.peek() {
                        task = Some(*ticked);
                        events.next();
                    }
                    let blocks = self.blocks(events);
                    let task = task.or(self.inlines.take_task());
                    items.push(ListItem { task, blocks });
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        items
    }

    fn definitions(&mut self, events: &mut Stream<'_>) -> BlockKind {
        let mut entries: Vec<(Vec<Inline>, Vec<Vec<Block>>)> = Vec::new();
        while let Some((event, _)) = events.next() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => {
                    entries.push((self.inlines.read(events, self.diagnostics), Vec::new()));
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    let blocks = self.blocks(events);
                    if let Some((_, definitions)) = entries.last_mut() {
                        definitions.push(blocks);
                    }
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        BlockKind::Definitions(entries)
    }

    fn table(&mut self, events: &mut Stream<'_>, alignments: Vec<Alignment>) -> Table {
        let mut table = Table { alignments, header: Vec::new(), rows: Vec::new() };
        let mut in_table = true;
        while in_table {
            match events.next() {
                Some((Event::Start(Tag::TableHead), _)) => table.header = self.cells(events),
                Some((Event::Start(Tag::TableRow), _)) => {
                    let row = self.cells(events);
                    table.rows.push(row);
                }
                Some((Event::End(_), _)) | None => in_table = false,
                Some(_) => {}
            }
        }
        table
    }

    fn cells(&mut self, events: &mut Stream<'_>) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while let Some((event, range)) = events.next() {
            match event {
                // Where a table is too large, its last cells are left out.
                Event::Start(Tag::TableCell) if self.n_blocks > MOST_BLOCKS => pass_over(events),
                Event::Start(Tag::TableCell) => {
                    self.n_blocks += 1;
                    if self.n_blocks > MOST_BLOCKS {
                        let span = self.place.span(range);
                        self.diagnostics.report(&TOO_MANY, span, &[&MOST_BLOCKS.to_string()]);
                    }
                    cells.push(self.inlines.read(events, self.diagnostics));
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        cells
    }
}

/// The starts of lines, seen from a byte further on in the text.
fn shifted(lines: &[(u32, u32)], from: usize) -> Vec<(u32, u32)> {
    let from = u32::try_from(from).unwrap_or(u32::MAX);
    let first = lines.partition_point(|(text, _)| *text <= from).max(1) - 1;
    let shift = |(text, file): &(u32, u32)| {
        if *text >= from { (text - from, *file) } else { (0, file + (from - text)) }
    };
    lines.get(first..).unwrap_or_default().iter().map(shift).collect()
}

/// A paragraph, or the display formula that is all it holds; nothing if it holds only comments.
fn paragraph(mut children: Vec<Inline>) -> Option<BlockKind> {
    if let [Inline { kind: InlineKind::Math { tex, display: true }, .. }] = &mut children[..] {
        return Some(BlockKind::Math(std::mem::take(tex)));
    }
    let empty = children.iter().all(|it| match &it.kind {
        InlineKind::Text(text) => text.trim().is_empty(),
        InlineKind::SoftBreak => true,
        _ => false,
    });
    (!empty).then_some(BlockKind::Paragraph(children))
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None | pulldown_cmark::Alignment::Left => Alignment::Start,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::End,
    }
}
