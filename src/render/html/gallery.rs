//! The pictures that a paper shows, found wherever inlines and blocks can hold one.

use std::collections::BTreeMap;

use crate::document::{Answer, Ballot, Block, GuideNote, Inline, Inlines, Paper, Picture, Process, Table, Worksheet};
use crate::item::{self, Item, Response};
use crate::source::Spanned;

/// Pictures by their names among the assets.
type Pictures<'a> = BTreeMap<&'a str, &'a Picture>;

/// The pictures of a paper, each once, by name.
pub fn pictures_of_paper(paper: &Paper) -> Vec<&Picture> {
    let mut found = Pictures::new();
    in_inlines(&paper.title, &mut found);
    in_inlines(&paper.lead, &mut found);
    in_blocks(&paper.blocks, &mut found);
    for footnote in &paper.footnotes {
        in_blocks(&footnote.blocks, &mut found);
    }
    for source in &paper.sources {
        in_inlines(&source.text, &mut found);
    }
    found.into_values().collect()
}

fn in_inlines<'a>(inlines: &'a [Inline], found: &mut Pictures<'a>) {
    for inline in inlines {
        match inline {
            Inline::Image(picture) => add(picture, found),
            Inline::Emphasis(children)
            | Inline::Strong(children)
            | Inline::Strike(children)
            | Inline::Link { href: _, children } => in_inlines(children, found),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Math { .. }
            | Inline::Gap { .. }
            | Inline::Figure { .. }
            | Inline::Cite { .. }
            | Inline::FootnoteMark(_)
            | Inline::LineBreak
            | Inline::Html(_) => {}
        }
    }
}

fn add<'a>(picture: &'a Picture, found: &mut Pictures<'a>) {
    found.insert(&picture.asset, picture);
}

fn in_all<'a>(texts: impl IntoIterator<Item = &'a Inlines>, found: &mut Pictures<'a>) {
    for text in texts {
        in_inlines(text, found);
    }
}

fn in_blocks<'a>(blocks: &'a [Spanned<Block>], found: &mut Pictures<'a>) {
    for block in blocks {
        in_block(&block.value, found);
    }
}

fn in_block<'a>(block: &'a Block, found: &mut Pictures<'a>) {
    match block {
        Block::Section(section) => {
            in_inlines(&section.title, found);
            in_blocks(&section.blocks, found);
        }
        Block::RunIn(text) | Block::Paragraph(text) | Block::KeyMessage(text) | Block::Claim(text) => in_inlines(text, found),
        Block::List(list) => list.items.iter().for_each(|it| in_blocks(&it.blocks, found)),
        Block::Definitions(entries) => {
            for (term, definitions) in entries {
                in_inlines(term, found);
                definitions.iter().for_each(|it| in_blocks(it, found));
            }
        }
        Block::Quote(blocks) | Block::Callout { blocks, .. } => in_blocks(blocks, found),
        Block::Columns(columns) => columns.iter().for_each(|it| in_blocks(it, found)),
        Block::Table(table) => in_table(table, found),
        Block::Figure { picture, caption } => {
            add(picture, found);
            in_inlines(caption, found);
        }
        Block::Chart(chart) => in_all(chart.title.iter().chain(&chart.caption), found),
        Block::Process(process) | Block::ProcessSheet(process) => in_process(process, found),
        Block::Worksheet(worksheet) => in_worksheet(worksheet, found),
        Block::Ballot(ballot) => in_ballot(ballot, found),
        Block::Question { item, .. } => in_item(item, found),
        Block::Timetable(timetable) => {
            for row in &timetable.rows {
                in_all(std::iter::once(&row.title).chain(&row.module), found);
            }
        }
        Block::Answer(answer) => in_answer(answer, found),
        Block::Guide(note) => in_guide_note(note, found),
        Block::Code { .. }
        | Block::Math { .. }
        | Block::GuessBox(_)
        | Block::Lines(_)
        | Block::Pledge
        | Block::Evidence(_)
        | Block::Html(_) => {}
    }
}

fn in_table<'a>(table: &'a Table, found: &mut Pictures<'a>) {
    in_all(table.caption.iter().chain(&table.header).chain(table.rows.iter().flatten()), found);
}

fn in_process<'a>(process: &'a Process, found: &mut Pictures<'a>) {
    in_all(&process.title, found);
    for step in &process.steps {
        in_all([Some(&step.name), step.decision.as_ref(), step.who.as_ref()].into_iter().flatten(), found);
        in_all(step.action.iter().chain(&step.sign), found);
    }
}

fn in_worksheet<'a>(worksheet: &'a Worksheet, found: &mut Pictures<'a>) {
    match worksheet {
        Worksheet::Fields { title, fields } => in_all(title.iter().chain(fields.iter().map(|it| &it.0)), found),
        Worksheet::Table { title, columns, rows } => in_all(title.iter().chain(columns).chain(rows), found),
    }
}

fn in_ballot<'a>(ballot: &'a Ballot, found: &mut Pictures<'a>) {
    in_all(ballot.question.iter().chain(&ballot.options), found);
}

fn in_item<'a>(item: &'a Item<Inlines>, found: &mut Pictures<'a>) {
    in_all(std::iter::once(&item.question).chain(&item.hint), found);
    match &item.response {
        Response::Choice { options } | Response::Choices { options } => in_all(options, found),
        Response::Order { items } => in_all(items, found),
        Response::Match { left, right } => in_all(left.iter().chain(right), found),
        Response::Cloze { pieces, widths: _ } => in_all(pieces, found),
        Response::Scale { low, high, steps: _ } => in_all([low, high], found),
        Response::Number { .. } | Response::Short | Response::Open { .. } => {}
    }
}

fn in_answer<'a>(answer: &'a Answer, found: &mut Pictures<'a>) {
    match answer {
        Answer::Expected(blocks) => in_blocks(blocks, found),
        Answer::Solution { item, answer: item::Answer { why_option, why, solution: _, misconceptions: _ } } => {
            in_item(item, found);
            in_all(why_option.iter().flatten().chain(why), found);
        }
    }
}

fn in_guide_note<'a>(note: &'a GuideNote, found: &mut Pictures<'a>) {
    match note {
        GuideNote::Labelled { blocks, label: _ } => in_blocks(blocks, found),
        GuideNote::Reply { you, they: _ } => in_blocks(you, found),
        GuideNote::Tally(ballot) => in_ballot(ballot, found),
        GuideNote::Decision | GuideNote::Slides { .. } => {}
    }
}
