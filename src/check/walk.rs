//! Visits everything a module says.

use crate::curriculum::FactId;
use crate::curriculum::{Block, BlockKind, Chart, Module, Process, Section, Value, Worksheet};
use crate::item::Response;
use crate::prose::{self, Inline, InlineKind};
use crate::source::Spanned;

/// Calls `visit` for every inline of a module, titles, questions and feedback included, outer ones first.
pub fn inlines<'m>(module: &'m Module, visit: &mut dyn FnMut(&'m Inline)) {
    each(&module.title, visit);
    module.lead.iter().for_each(|it| each(it, visit));
    module.objectives.iter().for_each(|it| each(&it.text, visit));
    module.misconceptions.iter().for_each(|it| each(&it.text, visit));
    for section in &module.sections {
        section_inlines(section, visit);
    }
    for footnote in &module.footnotes {
        footnote.blocks.iter().for_each(|it| prose_block(&it.kind, visit));
    }
    let Some(quiz) = &module.quiz else { return };
    for question in &quiz.questions {
        each(&question.item.question, visit);
        question.item.hint.iter().for_each(|it| each(it, visit));
        response(&question.item.response, visit);
    }
    for answer in quiz.key.values() {
        answer.why.iter().chain(answer.why_option.iter().flatten()).for_each(|it| each(it, visit));
    }
}

/// The same for one section.
pub fn section_inlines<'m>(section: &'m Section, visit: &mut dyn FnMut(&'m Inline)) {
    each(&section.title, visit);
    if let crate::curriculum::Role::Belief(ballot) = &section.role {
        ballot.question.iter().chain(&ballot.options).for_each(|it| each(it, visit));
    }
    section.blocks.iter().for_each(|it| block(it, visit));
}

/// A module's charts.
pub fn charts<'m>(module: &'m Module, visit: &mut dyn FnMut(&'m Chart)) {
    fn within<'m>(blocks: &'m [Block], visit: &mut dyn FnMut(&'m Chart)) {
        for block in blocks {
            match &block.kind {
                BlockKind::Chart(chart) => visit(chart),
                BlockKind::Fence { blocks, .. } => within(blocks, visit),
                _ => {}
            }
        }
    }
    module.sections.iter().for_each(|it| within(&it.blocks, visit));
}

/// The facts that charts show and guesses ask for.
pub fn chart_facts<'m>(module: &'m Module, visit: &mut dyn FnMut(&'m Spanned<FactId>)) {
    for section in &module.sections {
        if let crate::curriculum::Role::Guess(fact) = &section.role {
            visit(fact);
        }
    }
    charts(module, &mut |chart| chart.data.iter().for_each(|it| value_facts(&it.value, visit)));
}

/// The facts of a value of a chart.
pub fn value_facts<'m>(value: &'m Value, visit: &mut dyn FnMut(&'m Spanned<FactId>)) {
    match value {
        Value::Fact(fact) => visit(fact),
        Value::Number { .. } => {}
        Value::Change { from, to } => {
            value_facts(from, visit);
            value_facts(to, visit);
        }
    }
}

fn response<'m>(response: &'m Response<Vec<Inline>>, visit: &mut dyn FnMut(&'m Inline)) {
    match response {
        Response::Choice { options } | Response::Choices { options } => options.iter().for_each(|it| each(it, visit)),
        Response::Order { items } => items.iter().for_each(|it| each(it, visit)),
        Response::Match { left, right } => left.iter().chain(right).for_each(|it| each(it, visit)),
        Response::Cloze { pieces, .. } => pieces.iter().for_each(|it| each(it, visit)),
        Response::Scale { low, high, .. } => [low, high].into_iter().for_each(|it| each(it, visit)),
        Response::Number { .. } | Response::Short | Response::Open { .. } => {}
    }
}

fn block<'m>(block_: &'m Block, visit: &mut dyn FnMut(&'m Inline)) {
    match &block_.kind {
        BlockKind::Prose(kind) => prose_block(kind, visit),
        BlockKind::RunIn { text, .. } => each(text, visit),
        BlockKind::SlideBreak { title, .. } => title.iter().for_each(|it| each(it, visit)),
        BlockKind::Fence { blocks, .. } => blocks.iter().for_each(|it| block(it, visit)),
        BlockKind::Chart(it) => chart(it, visit),
        BlockKind::Process(it) => process(it, visit),
        BlockKind::Worksheet(it) => worksheet(it, visit),
        BlockKind::Poll(ballot) => ballot.question.iter().chain(&ballot.options).for_each(|it| each(it, visit)),
    }
}

fn chart<'m>(chart: &'m Chart, visit: &mut dyn FnMut(&'m Inline)) {
    chart
        .title
        .iter()
        .chain(&chart.caption)
        .chain(chart.data.iter().filter_map(|it| it.label.as_ref()))
        .for_each(|it| each(it, visit));
}

fn process<'m>(process: &'m Process, visit: &mut dyn FnMut(&'m Inline)) {
    process.title.iter().for_each(|it| each(it, visit));
    for step in &process.steps {
        each(&step.name, visit);
        [&step.decision, &step.who, &step.action, &step.sign].into_iter().flatten().for_each(|it| each(it, visit));
    }
}

fn worksheet<'m>(worksheet: &'m Worksheet, visit: &mut dyn FnMut(&'m Inline)) {
    match worksheet {
        Worksheet::Fields { title, fields } => {
            title.iter().chain(fields.iter().map(|it| &it.label)).for_each(|it| each(it, visit));
        }
        Worksheet::Table { title, columns, rows } => title.iter().chain(columns).chain(rows).for_each(|it| each(it, visit)),
    }
}

fn prose_block<'m>(kind: &'m prose::BlockKind, visit: &mut dyn FnMut(&'m Inline)) {
    let blocks = |blocks: &'m [prose::Block], visit: &mut dyn FnMut(&'m Inline)| {
        blocks.iter().for_each(|it| prose_block(&it.kind, visit));
    };
    match kind {
        prose::BlockKind::Paragraph(children) => each(children, visit),
        prose::BlockKind::Heading(heading) => each(&heading.text, visit),
        prose::BlockKind::List { items, .. } => items.iter().for_each(|it| blocks(&it.blocks, visit)),
        prose::BlockKind::Definitions(entries) => {
            for (term, definitions) in entries {
                each(term, visit);
                definitions.iter().for_each(|it| blocks(it, visit));
            }
        }
        prose::BlockKind::Quote(inner) => blocks(inner, visit),
        prose::BlockKind::Fence(fence) => blocks(&fence.blocks, visit),
        prose::BlockKind::Table(table) => {
            table.header.iter().chain(table.rows.iter().flatten()).for_each(|it| each(it, visit));
        }
        prose::BlockKind::Code { .. }
        | prose::BlockKind::Math(_)
        | prose::BlockKind::Rule
        | prose::BlockKind::Data(_)
        | prose::BlockKind::Html(_) => {}
    }
}

/// The same for one running text.
pub fn each<'m>(inlines: &'m [Inline], visit: &mut dyn FnMut(&'m Inline)) {
    for inline in inlines {
        visit(inline);
        match &inline.kind {
            InlineKind::Emphasis(children)
            | InlineKind::Strong(children)
            | InlineKind::Strike(children)
            | InlineKind::Link { children, .. } => each(children, visit),
            _ => {}
        }
    }
}
