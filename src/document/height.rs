//! How high blocks stand on a slide, in pixels of its canvas: words broken into lines by the widths of their letters.
//!
//! The distances are those of the theme's `deck-canvas.css` and of its styles for kinds of slide. Where a height depends on what only a browser knows, it is taken
//! for the greater one: a slide that is said to fit, fits.

use super::block::{Answer, Block, Blocks, Table, Worksheet};
use super::inline::{Inline, Inlines, plain_text};
use crate::theme::{Face, text_width, wrap};

/// A line's height, in sizes of its letters.
const LINE: f64 = 1.35;
/// Letters stand a little wider in a browser than their widths add up to; lines are broken that much earlier.
const CAUTION: f64 = 0.985;
/// Between the blocks of a body, in sizes.
const GAP: f64 = 0.75;
/// The least height at which a chart or a picture can be read from the back of a room.
const PICTURE: f64 = 200.0;
/// The same for a diagram of steps.
const PROCESS: f64 = 260.0;
/// What is smaller is read with some effort from the back of a room.
const READABLE: f64 = 26.0;
/// The size of a chart's title and of captions.
const SMALL: f64 = 20.0;

/// The height of a body at a size, with the gaps between its blocks.
pub fn body_height(blocks: &Blocks, size: f64, width: f64) -> f64 {
    stack(blocks, size, width, GAP)
}

/// The number of lines that words take.
pub fn lines(words: &str, face: Face, size: f64, width: f64) -> f64 {
    count(wrap(words, face, size, width * CAUTION).len())
}

/// The words as they are read on a slide: a gap has its hint beside it.
pub fn words(inlines: &[Inline]) -> String {
    let mut out = plain_text(inlines);
    for inline in inlines {
        if let Inline::Gap { hint: Some(hint), .. } = inline {
            out.push_str(&format!(" ({hint})"));
        }
    }
    out
}

/// The face that words are measured in: the bold one as soon as some of them are bold.
fn face_of(inlines: &[Inline]) -> Face {
    let is_bold = |it: &Inline| matches!(it, Inline::Strong(_) | Inline::Figure { .. } | Inline::Gap { .. });
    if inlines.iter().any(is_bold) { Face::SansBold } else { Face::Sans }
}

/// A number of things as a quantity.
pub fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Blocks under each other, `gap` sizes apart.
fn stack(blocks: &Blocks, size: f64, width: f64, gap: f64) -> f64 {
    let gaps = count(blocks.len().saturating_sub(1)) * size * gap;
    gaps + blocks.iter().map(|block| height(&block.value, size, width)).sum::<f64>()
}

fn height(block: &Block, size: f64, width: f64) -> f64 {
    let line = size * LINE;
    let text = |it: &Inlines, face: Face, width: f64| lines(&words(it), face, size, width) * line;
    match block {
        Block::List(list) => list.items.iter().map(|it| item(&it.blocks, size, width, 0.42)).sum(),
        Block::Paragraph(it) => text(it, face_of(it), width),
        Block::RunIn(it) => lines(&words(it), Face::SansBold, size, width) * size * 1.2,
        Block::KeyMessage(it) => lines(&words(it), Face::SansBold, size * 1.25, width) * size * 1.6,
        Block::Columns(columns) => {
            let each = (width - 56.0 * count(columns.len().saturating_sub(1))) / count(columns.len().max(1));
            columns.iter().map(|column| stack(column, size, each, 0.5)).fold(0.0, f64::max)
        }
        Block::Callout { title, blocks, .. } => {
            let (size, width) = (size * 0.82, width - size * 0.82 - 6.0);
            lines(title, Face::SansBold, size, width).max(1.0) * size * LINE + stack(blocks, size, width, 0.0)
        }
        Block::Quote(blocks) => stack(blocks, size, width, 0.0),
        Block::Answer(Answer::Expected(blocks)) => stack(blocks, size, width, 0.0) + size * 0.8 * LINE,
        Block::Table(it) => table(it, size, width),
        Block::Worksheet(sheet) => worksheet(sheet, size, width),
        Block::Definitions(entries) => {
            let definition = |it: &Blocks| stack(it, size, width, 0.0) + size * 0.5;
            let entry = |definitions: &Vec<Blocks>| definitions.iter().map(definition).sum::<f64>();
            entries.iter().map(|(term, definitions)| text(term, Face::SansBold, width) + entry(definitions)).sum()
        }
        Block::Code { text, .. } => code(text, size, width),
        Block::Section(section) => line * 1.3 + stack(&section.blocks, size, width, GAP),
        // Pictures, charts and diagrams take the room there is, if it is enough.
        Block::Figure { caption, .. } => PICTURE + captions([Some(caption)], width),
        Block::Chart(chart) => PICTURE + captions([chart.title.as_ref(), chart.caption.as_ref()], width),
        Block::Process(process) => PROCESS + captions([process.title.as_ref()], width),
        Block::Math { mathml, .. } => formula(mathml, size * 1.1, width),
        Block::Claim(_) | Block::Html(_) | Block::Lines(_) => size * 2.5,
        Block::ProcessSheet(_) | Block::Ballot(_) | Block::GuessBox(_) | Block::Pledge => size * 6.0,
        Block::Question { .. } | Block::Evidence(_) | Block::Timetable(_) | Block::Guide(_) => size * 6.0,
        Block::Answer(Answer::Solution { .. }) => size * 6.0,
    }
}

/// An item of a list with its space and hairline; lists in it are smaller and closer.
fn item(blocks: &Blocks, size: f64, width: f64, space: f64) -> f64 {
    let width = width - size * 1.4;
    let inner = blocks.iter().map(|block| match &block.value {
        Block::List(list) => {
            let size = size * 0.85;
            size * 0.2 + list.items.iter().map(|it| item(&it.blocks, size, width, 0.2)).sum::<f64>()
        }
        other => height(other, size, width),
    });
    inner.sum::<f64>() + size * space * 2.0 + 1.0
}

/// Lines of code, which break where they must; its letters are all of a width.
fn code(text: &str, size: f64, width: f64) -> f64 {
    let letters = ((width - size * 1.6) / (size * 0.8 * 0.61)).floor().max(1.0);
    let n_lines: f64 = text.lines().map(|it| (count(it.chars().count()) / letters).ceil().max(1.0)).sum();
    let n_written = count(text.lines().count());
    // A size in which no line breaks is better, down to the one that is read with some effort.
    let penalty = if n_lines > n_written && size > READABLE { width } else { 0.0 };
    n_lines * size * 0.8 * LINE + size * 1.12 + penalty
}

/// A formula: a line of signs, higher where it has rows or fractions. One that is too wide has no height that would do.
fn formula(mathml: &str, size: f64, width: f64) -> f64 {
    let mut signs = 0;
    let mut inside = false;
    for character in mathml.chars() {
        match character {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => signs += 1,
            _ => {}
        }
    }
    let rows = mathml.matches("<mtr").count().max(1);
    let is_too_wide = count(signs) / count(rows) * size * 0.62 > width;
    size * (2.6 + 1.5 * count(rows - 1)) + if is_too_wide { width } else { 0.0 }
}

fn captions<'a>(texts: impl IntoIterator<Item = Option<&'a Inlines>>, width: f64) -> f64 {
    let texts = texts.into_iter().flatten().filter(|it| !it.is_empty());
    texts.map(|it| lines(&words(it), Face::SansBold, SMALL, width) * SMALL * LINE + 12.0).sum()
}

/// A table whose columns share the width as a browser shares it: by how much each wants beyond what it needs.
fn table(table: &Table, size: f64, width: f64) -> f64 {
    let header: Vec<Inlines> = table.header.iter().map(|it| vec![Inline::Strong(it.clone())]).collect();
    let rows: Vec<&Vec<Inlines>> = std::iter::once(&header).chain(&table.rows).filter(|it| !it.is_empty()).collect();
    let n_columns = rows.iter().map(|it| it.len()).max().unwrap_or(1).max(1);
    let (mut least, mut most) = (vec![size; n_columns], vec![size; n_columns]);
    for row in &rows {
        for (column, cell) in row.iter().enumerate() {
            let text = words(cell);
            let wide = |words: &str| text_width(words, face_of(cell), size) + size;
            least[column] = text.split_whitespace().map(wide).fold(least[column], f64::max);
            most[column] = most[column].max(wide(&text));
        }
    }
    let (needed, wanted): (f64, f64) = (least.iter().sum(), most.iter().sum());
    let share = if wanted <= width { 1.0 } else { ((width - needed) / (wanted - needed).max(1.0)).clamp(0.0, 1.0) };
    let spare = (width / wanted.max(1.0)).max(1.0);
    let widths: Vec<f64> = least.iter().zip(&most).map(|(least, most)| (least + (most - least) * share) * spare).collect();
    let height = |row: &&Vec<Inlines>| {
        let cells = row.iter().zip(&widths);
        let tallest = cells.map(|(cell, width)| lines(&words(cell), face_of(cell), size, width - size + 1.0)).fold(1.0, f64::max);
        tallest * size * LINE + size * 0.7 + 2.0
    };
    let caption = table.caption.iter().map(|it| lines(&words(it), Face::Sans, size, width) * size * LINE).sum::<f64>();
    caption + rows.iter().map(height).sum::<f64>()
}

fn worksheet(sheet: &Worksheet, size: f64, width: f64) -> f64 {
    let line = size * LINE;
    let title =
        |title: &Option<Inlines>| title.as_ref().map_or(0.0, |it| lines(&words(it), Face::SansBold, size * 0.8, width) * line);
    match sheet {
        Worksheet::Fields { title: heading, fields } => {
            let field = |label: &Inlines| lines(&words(label), Face::SansBold, size, width) * line + size * 2.1 + 2.0;
            title(heading) + fields.iter().map(|(label, _)| field(label)).sum::<f64>()
        }
        Worksheet::Table { title: heading, columns, rows } => {
            let column = width / count(columns.len() + 1) - size * 2.0;
            let tallest =
                |cells: &[Inlines]| cells.iter().map(|it| lines(&words(it), Face::SansBold, size, column)).fold(1.0, f64::max);
            let rows = rows.iter().map(|row| (tallest(std::slice::from_ref(row)) * line).max(size * 1.6) + size * 0.7 + 1.0);
            title(heading) + tallest(columns) * line + size * 0.7 + 2.0 + rows.sum::<f64>()
        }
    }
}
