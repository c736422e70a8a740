//! The emergency version: how each slide is run with a whiteboard and a voice, when the projector is dead.

use super::paths::minutes_in_words;
use super::plan::slide_numbers;
use crate::document::{Alignment, Block, Inline, Inlines, Layout, Slide, Table, plain_text};
use crate::item::option_letter;
use crate::locale::{Language, Unplugged, fill};

/// The slides as a table: number, what is written on the board, what is done. `before` slides stand before them all.
pub(super) fn table(slides: &[Slide], before: usize, language: &Language) -> Table {
    let words = &language.phrases.unplugged;
    let mut rows: Vec<Row> = Vec::new();
    for (slide_idx, slide) in slides.iter().enumerate() {
        let number = slide_idx + before + 1;
        let (board, act) = run(slide, language);
        match rows.last_mut() {
            // Slides that go on with the same thing are one moment without a projector.
            Some(last) if last.board == board && last.act == act => last.last = number,
            _ => rows.push(Row { first: number, last: number, board, act }),
        }
    }
    let header = [language.phrases.guide.slides, words.board, words.act];
    Table {
        caption: None,
        alignments: vec![Alignment::Start; 3],
        header: header.map(text).to_vec(),
        rows: rows.into_iter().map(Row::cells).collect(),
        row_headings: true,
    }
}

struct Row {
    first: usize,
    last: usize,
    board: Inlines,
    act: String,
}

impl Row {
    fn cells(self) -> Vec<Inlines> {
        vec![text(&slide_numbers(Some((self.first, self.last)))), self.board, text(&self.act)]
    }
}

/// What stands on the board, and what is done.
fn run(slide: &Slide, language: &Language) -> (Inlines, String) {
    let words: &Unplugged = &language.phrases.unplugged;
    let quotes = language.quotes;
    let said = || text(&format!("{}{}{}", quotes.open, plain_text(&slide.title), quotes.close));
    match &slide.layout {
        Layout::Claim => (said(), words.claim.to_owned()),
        Layout::Vote { round, ballot } => {
            let options = ballot.options.iter().enumerate();
            let options: Vec<String> = options.map(|(idx, it)| format!("{} {}", option_letter(idx), plain_text(it))).collect();
            let act = if *round == 1 { words.vote } else { words.vote_again };
            (text(&options.join(" · ")), act.to_owned())
        }
        Layout::Discuss { minutes } => (Inlines::new(), fill(words.discuss, &[("n", &minutes_in_words(*minutes, language))])),
        Layout::Shift { .. } => {
            let roles = &language.phrases.roles;
            (text(&format!("{} → {}", roles.vote1, roles.vote2)), words.shift.to_owned())
        }
        Layout::Guess { .. } => (slide.title.clone(), words.guess.to_owned()),
        Layout::Figure { figure, of, .. } => (text(&format!("{figure} {of}")), words.figure.to_owned()),
        Layout::Statement => (statement(slide), words.statement.to_owned()),
        Layout::Inversion { .. } => (slide.title.clone(), words.inversion.to_owned()),
        Layout::Task { how, minutes } => {
            let minutes = minutes_in_words(*minutes, language);
            (slide.title.clone(), fill(words.task, &[("how", how), ("n", &minutes)]))
        }
        Layout::Recap => (slide.title.clone(), words.recap.to_owned()),
        Layout::Commitment => {
            let roles = &language.phrases.roles;
            (text(&format!("{} … {} …", roles.if_i, roles.then_i_will)), words.commitment.to_owned())
        }
        Layout::Break { minutes } => (Inlines::new(), fill(words.pause, &[("n", &minutes_in_words(*minutes, language))])),
        Layout::Content => (slide.title.clone(), words.content.to_owned()),
        Layout::Section => (slide.title.clone(), words.section.to_owned()),
        Layout::Title { .. } | Layout::Objectives | Layout::Agenda { .. } | Layout::Sources | Layout::End { .. } => {
            (slide.title.clone(), words.read.to_owned())
        }
    }
}

/// The one sentence of a slide.
fn statement(slide: &Slide) -> Inlines {
    let sentence = slide.body.iter().find_map(|it| match &it.value {
        Block::KeyMessage(sentence) => Some(unmarked(sentence)),
        _ => None,
    });
    sentence.unwrap_or_else(|| slide.title.clone())
}

/// Words alone: a board has no links and no notes.
fn unmarked(inlines: &Inlines) -> Inlines {
    text(&plain_text(inlines))
}

fn text(text: &str) -> Inlines {
    if text.is_empty() { Inlines::new() } else { vec![Inline::Text(text.to_owned())] }
}
