//! How large a slide's words can be: bodies that would not fit are set one or two sizes
//! smaller, short ones one size larger.
//!
//! The sizes and distances are those of `deck.css`. An estimate that is wrong shows in the overflow check, not here.

use crate::document::{Block, Blocks, Layout, Slide, plain_text};
use crate::theme::{Face, text_width, wrap};

/// The width of a slide between its margins.
const WIDTH: f64 = 1120.0;
/// The height that title and body share on a slide with a label.
const HEIGHT: f64 = 500.0;

/// The classes for a slide's size, each with a space before it.
pub fn fit(slide: &Slide) -> String {
    let mut out = String::new();
    let words = plain_text(&slide.title).chars().count();
    out.push_str(match words {
        0..=26 => " title-short",
        27..=64 => "",
        65..=110 => " title-long",
        _ => " title-longer",
    });
    if let Layout::Figure { figure, chart: Some(_), .. } = &slide.layout
        && text_width(figure, Face::SansBold, 153.0) > 520.0
    {
        out.push_str(" figure-long");
    }
    let title = match &slide.layout {
        Layout::Objectives | Layout::Content | Layout::Statement | Layout::Task { .. } | Layout::Recap | Layout::Commitment => {
            lines(&plain_text(&slide.title), Face::SansBold, 50.0, WIDTH) * 60.0
        }
        _ => return out,
    };
    let width = if matches!(slide.layout, Layout::Task { .. }) { 740.0 } else { WIDTH };
    let evidence = if slide.evidence.is_empty() { 0.0 } else { 20.0 + 52.0 * count(slide.evidence.len()) };
    let room = HEIGHT - title - evidence;
    if height(&slide.body, 40.0, width) < room * 0.7 {
        out.push_str(" roomy");
    } else if height(&slide.body, 32.0, width) > room {
        out.push_str(if height(&slide.body, 26.0, width) > room + 20.0 { " denser" } else { " dense" });
    }
    out
}

/// The height of blocks set at a size.
fn height(blocks: &Blocks, size: f64, width: f64) -> f64 {
    blocks.iter().map(|block| block_height(&block.value, size, width)).sum()
}

fn block_height(block: &Block, size: f64, width: f64) -> f64 {
    let line = size * 1.35;
    let text = |words: &str| lines(words, Face::Sans, size, width) * line;
    match block {
        Block::List(list) => {
            list.items.iter().map(|item| height(&item.blocks, size, width - size * 1.3) - size * 0.6 + size * 0.75).sum::<f64>()
        }
        Block::Paragraph(words) | Block::RunIn(words) => text(&plain_text(words)) + size * 0.6,
        Block::KeyMessage(words) => lines(&plain_text(words), Face::SansBold, size * 1.25, width) * size * 1.6 + size * 0.8,
        Block::Columns(columns) => {
            let each = (width - 56.0 * count(columns.len().saturating_sub(1))) / count(columns.len().max(1));
            columns.iter().map(|column| height(column, size, each)).fold(0.0, f64::max)
        }
        Block::Callout { blocks, .. } => height(blocks, size * 0.85, width - 60.0) + size * 2.0,
        Block::Quote(blocks) => height(blocks, size, width - 40.0),
        Block::Table(table) => count(table.rows.len() + 1) * size * 1.75,
        Block::Definitions(entries) => {
            entries.iter().map(|(_, definitions)| line + definitions.iter().map(|it| height(it, size, width)).sum::<f64>()).sum()
        }
        Block::Code { text, .. } => count(text.lines().count()) * size * 1.1 + size,
        Block::Section(section) => line * 1.3 + height(&section.blocks, size, width),
        // Pictures, charts and diagrams take the room there is.
        Block::Figure { .. } | Block::Chart(_) | Block::Process(_) => size * 3.0,
        Block::Math { .. } | Block::Claim(_) | Block::Html(_) | Block::Lines(_) => size * 3.0,
        Block::ProcessSheet(_) | Block::Worksheet(_) | Block::Ballot(_) | Block::GuessBox(_) | Block::Pledge => size * 6.0,
        Block::Question { .. } | Block::Evidence(_) | Block::Timetable(_) | Block::Answer(_) | Block::Guide(_) => size * 6.0,
    }
}

fn lines(words: &str, face: Face, size: f64, width: f64) -> f64 {
    count(wrap(words, face, size, width).len())
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
