//! The words of blocks, piece by piece.

use crate::document::{Answer, Block, Blocks, GuideNote, Inline, Section, Worksheet};
use crate::source::{Span, Spanned};

/// Calls `visit` with every piece of running text in blocks and the place of its block.
pub fn pieces<'d>(blocks: &'d Blocks, visit: &mut dyn FnMut(Span, &'d str)) {
    for Spanned { value, span } in blocks {
        block(value, *span, visit);
    }
}

fn block<'d>(value: &'d Block, span: Span, visit: &mut dyn FnMut(Span, &'d str)) {
    match value {
        Block::Section(Section { title, blocks, .. }) => {
            inlines(title, span, visit);
            pieces(blocks, visit);
        }
        Block::RunIn(text) | Block::Paragraph(text) | Block::KeyMessage(text) | Block::Claim(text) => inlines(text, span, visit),
        Block::List(list) => list.items.iter().for_each(|it| pieces(&it.blocks, visit)),
        Block::Definitions(entries) => {
            for (term, definitions) in entries {
                inlines(term, span, visit);
                definitions.iter().for_each(|it| pieces(it, visit));
            }
        }
        Block::Quote(blocks) | Block::Callout { blocks, .. } => pieces(blocks, visit),
        Block::Columns(columns) => columns.iter().for_each(|it| pieces(it, visit)),
        Block::Code { text, .. } | Block::Html(text) => visit(span, text),
        Block::Table(table) => table.header.iter().chain(table.rows.iter().flatten()).for_each(|it| inlines(it, span, visit)),
        Block::Figure { caption, .. } => inlines(caption, span, visit),
        Block::Chart(chart) => chart.title.iter().chain(&chart.caption).for_each(|it| inlines(it, span, visit)),
        Block::Process(process) | Block::ProcessSheet(process) => {
            for step in &process.steps {
                inlines(&step.name, span, visit);
                [&step.decision, &step.who, &step.action, &step.sign]
                    .into_iter()
                    .flatten()
                    .for_each(|it| inlines(it, span, visit));
            }
        }
        Block::Worksheet(Worksheet::Fields { fields, .. }) => fields.iter().for_each(|(label, _)| inlines(label, span, visit)),
        Block::Worksheet(Worksheet::Table { columns, rows, .. }) => {
            columns.iter().chain(rows).for_each(|it| inlines(it, span, visit));
        }
        Block::Question { item, .. } => inlines(&item.question, span, visit),
        Block::Answer(Answer::Expected(blocks)) => pieces(blocks, visit),
        Block::Guide(GuideNote::Labelled { blocks, .. }) => pieces(blocks, visit),
        Block::Guide(GuideNote::Reply { they, you }) => {
            visit(span, they);
            pieces(you, visit);
        }
        Block::Math { .. }
        | Block::Ballot(_)
        | Block::GuessBox(_)
        | Block::Lines(_)
        | Block::Pledge
        | Block::Evidence(_)
        | Block::Timetable(_)
        | Block::Answer(Answer::Solution { .. })
        | Block::Guide(GuideNote::Tally(_) | GuideNote::Decision | GuideNote::Slides { .. }) => {}
    }
}

fn inlines<'d>(inlines_: &'d [Inline], span: Span, visit: &mut dyn FnMut(Span, &'d str)) {
    for inline in inlines_ {
        match inline {
            Inline::Text(text) | Inline::Code(text) => visit(span, text),
            Inline::Emphasis(children) | Inline::Strong(children) | Inline::Strike(children) | Inline::Link { children, .. } => {
                inlines(children, span, visit);
            }
            _ => {}
        }
    }
}
