//! Whether a slide fits its canvas, and how large its words can be: short bodies are set one size larger, long ones up to
//! three sizes smaller. What still does not fit is told with how much it is over.
//!
//! The sizes and distances are those of the theme's `deck-canvas.css` and of its styles for kinds of slide.

use super::block::{Ballot, Blocks, Tone};
use super::deck::{Deck, Layout, Part, Slide};
use super::evidence::EvidenceNote;
use super::height::{body_height, count, lines, words};
use super::inline::{Inlines, plain_text};
use crate::theme::{Face, text_width};

/// The width of a slide between its margins.
const WIDTH: f64 = 1120.0;
/// The height of a slide between its margins, over the foot.
const HEIGHT: f64 = 580.0;
/// The label above a title, or the room that is left for it.
const KICKER: f64 = 46.0;
/// A countdown with its buttons, and the same where there is much to read beside it.
const TIMER: (f64, f64) = (360.0, 260.0);

/// How a slide's words are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// The size of the title.
    pub title: TitleSize,
    /// The size of the body.
    pub body: Size,
    /// The size of a large figure in pixels; 0 on a slide that has none.
    pub figure: u32,
    /// By how many pixels of 720 the slide is too full, at its smallest size; 0 if it fits.
    pub over: f64,
}

/// How long a title is, and so how large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum TitleSize {
    Short,
    Usual,
    Long,
    Longer,
}

/// The sizes of a body's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Size {
    Roomy,
    Usual,
    Dense,
    Denser,
    Densest,
}

impl Size {
    /// From large to small.
    const ALL: [Size; 5] = [Size::Roomy, Size::Usual, Size::Dense, Size::Denser, Size::Densest];
    /// What layouts shrink through whose words are never larger than usual.
    const SHRINKING: [Size; 4] = [Size::Usual, Size::Dense, Size::Denser, Size::Densest];

    /// In pixels.
    fn pixels(self) -> f64 {
        match self {
            Size::Roomy => 40.0,
            Size::Usual => 32.0,
            Size::Dense => 26.0,
            Size::Denser => 22.0,
            Size::Densest => 19.0,
        }
    }

    fn is_small(self) -> bool {
        matches!(self, Size::Denser | Size::Densest)
    }
}

/// How a slide of a deck fits.
pub fn fit(slide: &Slide, deck: &Deck) -> Fit {
    let title = match plain_text(&slide.title).chars().count() {
        0..=26 => TitleSize::Short,
        27..=64 => TitleSize::Usual,
        65..=110 => TitleSize::Long,
        _ => TitleSize::Longer,
    };
    let sizes: &[Size] = match &slide.layout {
        Layout::Objectives | Layout::Agenda { .. } | Layout::Content | Layout::Recap | Layout::Commitment => &Size::ALL,
        _ => &Size::SHRINKING,
    };
    let over = |size: Size| needed(slide, title, size, deck) - HEIGHT;
    // The large size is for slides that stay airy in it.
    let fits = |size: &&Size| over(**size) <= if **size == Size::Roomy { -HEIGHT * 0.22 } else { 0.0 };
    let body = sizes.iter().find(fits).copied().unwrap_or(Size::Densest);
    let figure = match &slide.layout {
        Layout::Figure { figure, chart, .. } => figure_size(figure, chart.is_some(), body),
        _ => 0,
    };
    Fit { title, body, figure, over: over(body).max(0.0).ceil() }
}

/// Whether the claim on the slide of the turn is so long that it is set smaller, in its corner.
pub fn has_long_claim(layout: &Layout) -> bool {
    matches!(layout, Layout::Inversion { claim: Some(claim) } if plain_text(claim).chars().count() > 64)
}

/// The sizes of a large figure, from large to small.
const FIGURES: [u32; 6] = [220, 153, 122, 98, 78, 62];

/// The largest size in which a figure stays on its line: beside its chart, or alone.
fn figure_size(figure: &str, has_chart: bool, size: Size) -> u32 {
    let smaller = match size {
        Size::Roomy | Size::Usual => 0,
        Size::Dense => 1,
        Size::Denser | Size::Densest => 2,
    };
    let fits = |it: &&u32| text_width(figure, Face::SansBold, f64::from(**it)) <= figure_width(has_chart);
    let sizes = &FIGURES[usize::from(has_chart) + smaller..];
    sizes.iter().find(fits).or(sizes.last()).copied().unwrap_or_default()
}

/// The width beside a chart, or without one.
fn figure_width(has_chart: bool) -> f64 {
    if has_chart { 530.0 } else { 960.0 }
}

/// The height that everything on a slide needs at a size.
fn needed(slide: &Slide, title: TitleSize, size: Size, deck: &Deck) -> f64 {
    let head = head(slide, title, size);
    let foot = evidence(&slide.evidence, size, if size.is_small() { WIDTH } else { 1000.0 }) + footnotes(slide, WIDTH);
    let body = |size: Size, width: f64| if slide.body.is_empty() { 0.0 } else { body_height(&slide.body, size.pixels(), width) };
    match &slide.layout {
        Layout::Objectives | Layout::Content | Layout::Recap => head + body(size, WIDTH) + foot,
        Layout::Statement => head + statement(&slide.body, size) + foot,
        Layout::Commitment => head + body(size, WIDTH) + 170.0 + foot,
        Layout::Agenda { parts } => head + agenda(parts, size),
        Layout::Section | Layout::Claim | Layout::Break { .. } => head + body(size, WIDTH) + foot,
        Layout::Vote { ballot, .. } => head + vote(ballot, &slide.title, size) + body(size, WIDTH) + foot,
        Layout::Discuss { .. } => {
            let (width, timer, letters) = if size.is_small() { (880.0, TIMER.1, 50.0) } else { (740.0, TIMER.0, 62.0) };
            let words = 2.0 * letters * 1.15 + 24.0 + body(size, width);
            head + 20.0 + words.max(timer) + evidence(&slide.evidence, size, width) + footnotes(slide, WIDTH)
        }
        Layout::Task { minutes, .. } => {
            let (width, timer) = if size.is_small() { (880.0, TIMER.1) } else { (740.0, TIMER.0) };
            let timer = if *minutes > 0 { timer } else { 0.0 };
            head + 67.0 + (body(size, width) + evidence(&slide.evidence, size, width)).max(timer) + footnotes(slide, WIDTH)
        }
        Layout::Guess { .. } => {
            let field = match size {
                Size::Roomy | Size::Usual => 200.0,
                Size::Dense => 150.0,
                Size::Denser | Size::Densest => 110.0,
            };
            head + body(size, WIDTH) + 2.0 * (26.0 * 1.35 + 10.0) + field + 24.0 + foot
        }
        Layout::Figure { figure, of, chart } => {
            let width = figure_width(chart.is_some());
            let (of_size, text) = match size {
                Size::Roomy | Size::Usual => (32.0, 26.0),
                Size::Dense => (26.0, 22.0),
                Size::Denser | Size::Densest => (22.0, 19.0),
            };
            let figure = f64::from(figure_size(figure, chart.is_some(), size));
            let more = if slide.body.is_empty() { 0.0 } else { 20.0 + body_height(&slide.body, text, width) };
            let of = lines(of, Face::Sans, of_size, width) * of_size * 1.3;
            head + figure + 16.0 + of + more + evidence(&slide.evidence, size, width) + footnotes(slide, width)
        }
        Layout::Inversion { claim } => {
            let letters = if has_long_claim(&slide.layout) { 34.0 } else { 46.0 };
            let claim = claim.as_ref().map_or(0.0, |it| said(it, letters, 620.0) * 1.2);
            let body = if slide.body.is_empty() { 0.0 } else { 20.0 + body_height(&slide.body, 26.0, 800.0) };
            claim + 20.0 + head + body + 62.0
        }
        Layout::Shift { ballot, .. } => {
            let letters = match size {
                Size::Roomy | Size::Usual => 26.0,
                Size::Dense => 22.0,
                Size::Denser => 18.0,
                Size::Densest => 16.0,
            };
            let option = |it: &Inlines| lines(&words(it), Face::Sans, letters, 780.0) * letters * 1.35 + letters * 1.1 + 4.0;
            head + letters * 2.5 + ballot.options.iter().map(option).sum::<f64>() + 60.0 + body(size, WIDTH) + foot
        }
        Layout::Title { lead } => head + lines(&words(lead), Face::Sans, 32.0, 640.0) * 32.0 * 1.35 + body(size, 800.0) + foot,
        Layout::Sources => {
            let (letters, columns) = match size {
                Size::Roomy | Size::Usual => (20.0, 2.0),
                Size::Dense => (16.0, 2.0),
                Size::Denser | Size::Densest => (13.0, 3.0),
            };
            let width = (WIDTH - 60.0 * (columns - 1.0)) / columns;
            let sources =
                deck.sources.iter().map(|it| lines(&words(&it.text), Face::Sans, letters, width) * letters * 1.4 + 10.0);
            let (total, tallest) = sources.fold((0.0, 0.0_f64), |(total, tallest), it| (total + it, tallest.max(it)));
            head + total / columns + tallest / 2.0 + body(size, WIDTH)
        }
        Layout::End { links } => head + 66.0 + body(size, 700.0) + count(links.len()) * 50.0,
    }
}

/// The height of label and title with the space under it.
fn head(slide: &Slide, title: TitleSize, size: Size) -> f64 {
    let text = words(&slide.title);
    let by_length = |sizes: [f64; 4]| match title {
        TitleSize::Short => sizes[0],
        TitleSize::Usual => sizes[1],
        TitleSize::Long => sizes[2],
        TitleSize::Longer => sizes[3],
    };
    let bold = |letters: f64, width: f64| lines(&text, Face::SansBold, letters, width) * letters * 1.18;
    let space = if size.is_small() { 20.0 } else { 30.0 };
    match &slide.layout {
        Layout::Title { .. } => 112.0 + bold(by_length([84.0, 74.0, 50.0, 32.0]), 800.0) + 30.0,
        Layout::Claim => KICKER + said(&slide.title, by_length([98.0, 78.0, 62.0, 50.0]), WIDTH) * 1.16 + 56.0,
        Layout::Section => KICKER + bold(by_length([98.0, 78.0, 62.0, 50.0]), 900.0) + 60.0,
        Layout::Vote { ballot, .. } => {
            let is_said = ballot.question.is_none() && slide.tone == Tone::Belief;
            let letters = if is_said { by_length([46.0, 46.0, 40.0, 32.0]) } else { by_length([40.0, 40.0, 40.0, 32.0]) };
            KICKER + if is_said { said(&slide.title, letters, 1000.0) * 1.18 } else { bold(letters, 1000.0) } + 36.0
        }
        Layout::Discuss { .. } if slide.tone == Tone::Belief => {
            KICKER + said(&slide.title, by_length([46.0, 46.0, 40.0, 32.0]), WIDTH) * 1.18 + 30.0
        }
        Layout::Task { .. } => KICKER + bold(by_length([50.0, 50.0, 40.0, 32.0]), WIDTH) + 12.0,
        Layout::Break { .. } => KICKER + bold(by_length([78.0, 78.0, 62.0, 50.0]), 740.0) + space,
        Layout::Guess { .. } => KICKER + bold(by_length([50.0, 50.0, 40.0, 32.0]), 1040.0) + space,
        Layout::Figure { chart, .. } => KICKER + bold(32.0, if chart.is_some() { 530.0 } else { 960.0 }) + 20.0,
        Layout::Statement => KICKER + bold(32.0, WIDTH) + space,
        Layout::Inversion { .. } => bold(by_length([62.0, 62.0, 50.0, 40.0]), 760.0),
        Layout::Shift { .. } => KICKER + bold(by_length([40.0, 40.0, 40.0, 32.0]), 1000.0) + 12.0,
        Layout::End { .. } => KICKER + bold(62.0, 700.0) + space,
        Layout::Objectives
        | Layout::Agenda { .. }
        | Layout::Discuss { .. }
        | Layout::Content
        | Layout::Recap
        | Layout::Commitment
        | Layout::Sources => KICKER + bold(by_length([50.0, 50.0, 40.0, 32.0]), WIDTH) + space,
    }
}

/// The height of what people say, in its quotation marks, without the space between lines.
fn said(text: &Inlines, letters: f64, width: f64) -> f64 {
    lines(&format!("”{}”", words(text)), Face::SerifItalic, letters, width) * letters
}

/// A sentence or a quotation alone, large.
fn statement(body: &Blocks, size: Size) -> f64 {
    let letters = match size {
        Size::Roomy | Size::Usual => 62.0,
        Size::Dense => 50.0,
        Size::Denser => 40.0,
        Size::Densest => 32.0,
    };
    // A key message is set 1.25 times the size of its body, on lines of 1.28.
    body_height(body, letters / 1.25, 1060.0)
}

/// The parts of the day, a line for each.
fn agenda(parts: &[Part], size: Size) -> f64 {
    let letters = size.pixels();
    let part = |it: &Part| {
        let (face, letters) = if it.claim { (Face::SerifItalic, letters * 1.12) } else { (Face::Sans, letters) };
        lines(&format!("”{}”", words(&it.title)), face, letters, WIDTH - 260.0) * letters * 1.3
    };
    let part = |it: &Part| part(it) + letters * 0.7 + 4.0;
    parts.iter().map(part).sum()
}

/// What can be voted for, and how sure one is.
fn vote(ballot: &Ballot, title: &Inlines, size: Size) -> f64 {
    let question = ballot
        .question
        .as_ref()
        .filter(|it| *it != title)
        .map_or(0.0, |it| lines(&words(it), Face::Sans, 32.0, WIDTH) * 43.2 + 12.0);
    let sureness = if ballot.confidence { 60.0 } else { 0.0 };
    // The words of two answers and of more, and the squares with their letters: of two, of three, of more.
    let (large, letters, squares) = match size {
        Size::Roomy | Size::Usual => (40.0, 32.0, [168.0, 132.0, 68.0]),
        Size::Dense => (32.0, 26.0, [88.0, 88.0, 68.0]),
        Size::Denser => (22.0, 22.0, [44.0; 3]),
        Size::Densest => (19.0, 19.0, [44.0; 3]),
    };
    let padding = if size.is_small() { 20.0 } else { 32.0 };
    let tallest = |letters: f64, width: f64, options: &[Inlines]| {
        options.iter().map(|it| lines(&words(it), Face::Sans, letters, width) * letters * 1.2).fold(0.0, f64::max)
    };
    let options = match ballot.options.len() {
        2 => tallest(large, 519.0, &ballot.options) + squares[0] + 64.0,
        3 => tallest(letters, 332.0, &ballot.options) + squares[1] + 64.0,
        0 | 1 => tallest(letters, 1006.0, &ballot.options).max(squares[2]) + padding,
        _ => {
            let row = |row: &[Inlines]| tallest(letters, 429.0, row).max(squares[2]) + padding + 1.0;
            ballot.options.chunks(2).map(row).sum()
        }
    };
    question + options + sureness + 3.0
}

/// The height of grade, caveat and the like.
fn evidence(notes: &[EvidenceNote], size: Size, width: f64) -> f64 {
    if notes.is_empty() {
        return 0.0;
    }
    let (letters, line, gap, space) = match notes.len() {
        4.. => (17.0, 24.0, 8.0, 14.0),
        _ if size.is_small() => (16.0, 23.0, 3.0, 10.0),
        _ => (18.0, 30.0, 8.0, 20.0),
    };
    // Four of them stand in two columns.
    let (columns, width) = if notes.len() > 3 { (2, (width - 48.0) / 2.0) } else { (1, width) };
    // What a grade means is said once.
    let mut said = Vec::new();
    let note = |note: &EvidenceNote| {
        let grade_words = if said.contains(&note.grade) { "" } else { note.grade_words.as_str() };
        said.push(note.grade);
        let parts = [note.status.as_deref(), note.caveat.as_deref(), note.n.as_deref(), note.year.as_deref()];
        let figure = note.figure.as_deref().filter(|_| notes.len() > 1).unwrap_or_default();
        let words = format!("{figure} A · {grade_words} {}", parts.into_iter().flatten().collect::<Vec<_>>().join("   "));
        lines(&words, Face::Sans, letters, width - 40.0) * line + gap
    };
    let heights: Vec<f64> = notes.iter().map(note).collect();
    space + heights.chunks(columns).map(|row| row.iter().copied().fold(0.0, f64::max)).sum::<f64>()
}

fn footnotes(slide: &Slide, width: f64) -> f64 {
    slide.footnotes.iter().map(|it| body_height(&it.blocks, 16.0, width - 20.0) + 6.0).sum()
}
