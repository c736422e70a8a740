//! How large a slide's words can be: short bodies are set one size larger, long ones up to three sizes smaller.
//!
//! The sizes and distances are those of `deck-canvas.css`. An estimate that is wrong shows in the overflow check, not here.

use crate::document::{Answer, Block, Blocks, EvidenceNote, Inlines, Layout, Slide, Worksheet, plain_text};
use crate::theme::{Face, text_width, wrap};

/// The width of a slide between its margins.
const WIDTH: f64 = 1120.0;
/// The width beside a countdown.
const BESIDE_TIMER: f64 = 740.0;
/// The height that title and body share under a label.
const HEIGHT: f64 = 534.0;
/// The sizes of words in a body that have a class, from large to small.
const SIZES: [(&str, f64); 5] = [(" roomy", 40.0), ("", 32.0), (" dense", 26.0), (" denser", 22.0), (" densest", 19.0)];

/// The classes for a slide's size, each with a space before it.
pub fn fit(slide: &Slide) -> String {
    let title = plain_text(&slide.title);
    let (mut out, title_size) = match title.chars().count() {
        0..=26 => (" title-short".to_owned(), 50.0),
        27..=64 => (String::new(), 50.0),
        65..=110 => (" title-long".to_owned(), 40.0),
        _ => (" title-longer".to_owned(), 32.0),
    };
    let room = HEIGHT - 30.0 - lines(&title, Face::SansBold, title_size, WIDTH) * title_size * 1.18;
    out.push_str(match &slide.layout {
        Layout::Objectives | Layout::Content | Layout::Statement | Layout::Recap => {
            body(slide, room - evidence(&slide.evidence, 1000.0), |_| WIDTH)
        }
        Layout::Commitment => body(slide, room - 150.0, |_| WIDTH),
        Layout::Guess { .. } => guess(slide, room - evidence(&slide.evidence, 1000.0)),
        Layout::Task { .. } => body(slide, room - 50.0 - evidence(&slide.evidence, BESIDE_TIMER), beside_timer),
        Layout::Discuss { .. } => body(slide, room - 160.0, |_| BESIDE_TIMER),
        Layout::Shift { ballot, .. } => {
            let height = |size: f64| {
                let option = |it: &Inlines| lines(&plain_text(it), Face::Sans, size, 780.0) * size * 1.35 + size * 1.1 + 4.0;
                size * 2.5 + ballot.options.iter().map(option).sum::<f64>()
            };
            let fits = |size: f64| height(size) <= room - 60.0;
            if fits(26.0) {
                ""
            } else if fits(22.0) {
                " dense"
            } else if fits(18.0) {
                " denser"
            } else {
                " densest"
            }
        }
        Layout::Figure { figure, chart, .. } => {
            if chart.is_some() && text_width(figure, Face::SansBold, 153.0) > 520.0 {
                " figure-long"
            } else {
                ""
            }
        }
        Layout::Title { .. } | Layout::Claim | Layout::Vote { .. } | Layout::Inversion { .. } => "",
        Layout::Break { .. } | Layout::Sources | Layout::End { .. } => "",
    });
    out
}

/// The class of the largest size in which the body fits.
fn body(slide: &Slide, room: f64, width: impl Fn(f64) -> f64) -> &'static str {
    for (class, size) in SIZES {
        // The large size is for slides that stay airy in it.
        let limit = if size > 32.0 { room * 0.7 } else { room };
        if height(&slide.body, size, width(size)) <= limit {
            return class;
        }
    }
    SIZES[SIZES.len() - 1].0
}

/// The width beside a countdown, which is smaller where there is much to read.
fn beside_timer(size: f64) -> f64 {
    if size < 26.0 { BESIDE_TIMER + 140.0 } else { BESIDE_TIMER }
}

/// The class of a question with its box: where there is more to read the box gets smaller too.
fn guess(slide: &Slide, room: f64) -> &'static str {
    let boxes = [("", 32.0, 290.0), (" dense", 26.0, 240.0), (" denser", 22.0, 180.0)];
    let fits = |(_, size, height_of_box): &&(&str, f64, f64)| height(&slide.body, *size, WIDTH) + height_of_box <= room;
    boxes.iter().find(fits).map_or(" densest", |(class, ..)| class)
}

/// The height of grade, caveat and the like.
fn evidence(notes: &[EvidenceNote], width: f64) -> f64 {
    let note = |note: &EvidenceNote| {
        let parts = [note.status.as_deref(), note.caveat.as_deref(), note.n.as_deref(), note.year.as_deref()];
        let words = format!("A · {} {}", note.grade_words, parts.into_iter().flatten().collect::<Vec<_>>().join("   "));
        lines(&words, Face::Sans, 18.0, width - 40.0) * 30.0 + 8.0
    };
    if notes.is_empty() { 0.0 } else { 20.0 + notes.iter().map(note).sum::<f64>() }
}

/// The height of blocks set at a size, with the gaps between them.
fn height(blocks: &Blocks, size: f64, width: f64) -> f64 {
    let gaps = count(blocks.len().saturating_sub(1)) * size * 0.75;
    gaps + blocks.iter().map(|block| block_height(&block.value, size, width)).sum::<f64>()
}

fn block_height(block: &Block, size: f64, width: f64) -> f64 {
    let line = size * 1.35;
    let text = |words: &str| lines(words, Face::Sans, size, width) * line;
    match block {
        Block::List(list) => {
            let item = |blocks: &Blocks| height(blocks, size, width - size * 1.4) + size * 0.84 + 1.0;
            list.items.iter().map(|it| item(&it.blocks)).sum::<f64>()
        }
        Block::Paragraph(words) | Block::RunIn(words) => text(&plain_text(words)),
        Block::KeyMessage(words) => lines(&plain_text(words), Face::SansBold, size * 1.25, width) * size * 1.6,
        Block::Columns(columns) => {
            let each = (width - 56.0 * count(columns.len().saturating_sub(1))) / count(columns.len().max(1));
            columns.iter().map(|column| height(column, size, each)).fold(0.0, f64::max)
        }
        Block::Callout { blocks, .. } => height(blocks, size * 0.82, width - 60.0) + line,
        Block::Quote(blocks) => height(blocks, size, width),
        Block::Answer(Answer::Expected(blocks)) => height(blocks, size, width) + line,
        Block::Table(table) => {
            let column = width / count(table.header.len().max(1)) - size;
            let row = |cells: &Vec<Inlines>| {
                let lines = cells.iter().map(|it: &Inlines| lines(&plain_text(it), Face::Sans, size, column)).fold(1.0, f64::max);
                lines * line + size * 0.7
            };
            row(&table.header) + table.rows.iter().map(row).sum::<f64>()
        }
        Block::Worksheet(sheet) => worksheet(sheet, size, width),
        Block::Definitions(entries) => {
            let entry =
                |definitions: &Vec<Blocks>| line + definitions.iter().map(|it| height(it, size, width) + size * 0.5).sum::<f64>();
            entries.iter().map(|(_, definitions)| entry(definitions)).sum()
        }
        Block::Code { text, .. } => count(text.lines().count()) * size * 1.1,
        Block::Section(section) => line * 1.3 + height(&section.blocks, size, width),
        // Pictures, charts and diagrams take the room there is, if it is enough.
        Block::Figure { .. } | Block::Chart(_) => 200.0,
        Block::Process(_) => 260.0,
        Block::Math { .. } | Block::Claim(_) | Block::Html(_) | Block::Lines(_) => size * 2.5,
        Block::ProcessSheet(_) | Block::Ballot(_) | Block::GuessBox(_) | Block::Pledge => size * 6.0,
        Block::Question { .. } | Block::Evidence(_) | Block::Timetable(_) | Block::Guide(_) => size * 6.0,
        Block::Answer(Answer::Solution { .. }) => size * 6.0,
    }
}

fn worksheet(sheet: &Worksheet, size: f64, width: f64) -> f64 {
    let line = size * 1.35;
    match sheet {
        Worksheet::Fields { title, fields } => {
            let field = |label: &Inlines| lines(&plain_text(label), Face::Sans, size, width) * line + size * 2.1;
            let title = if title.is_some() { line } else { 0.0 };
            title + fields.iter().map(|(label, _)| field(label)).sum::<f64>()
        }
        Worksheet::Table { title, columns, rows } => {
            let column = width / count(columns.len() + 1) - size * 2.0;
            let tallest = |cells: &[Inlines]| {
                cells.iter().map(|it| lines(&plain_text(it), Face::SansBold, size, column)).fold(1.0, f64::max)
            };
            let title = if title.is_some() { line } else { 0.0 };
            let rows = rows.iter().map(|row| (tallest(std::slice::from_ref(row)) * line).max(size * 1.6) + size * 0.7);
            title + tallest(columns) * line + size * 0.7 + rows.sum::<f64>()
        }
    }
}

fn lines(words: &str, face: Face, size: f64, width: f64) -> f64 {
    count(wrap(words, face, size, width).len())
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
