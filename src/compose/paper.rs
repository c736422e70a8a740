//! What papers share: the objectives at the start; at the end notes, footnotes, sources and terms that the text used.

use super::chunk::Ids;
use super::paths::{self, Shelf};
use super::question;
use super::terms;
use super::writer::Writer;
use crate::document::{Block, Blocks, Footnote, Inline, Inlines, List, ListItem, Meta, Paper, PaperKind, Pointer, Section, Tone};
use crate::source::Spanned;

/// A paper around blocks that were written by `writer`.
pub(super) fn paper(writer: &mut Writer<'_>, meta: Meta, kind: PaperKind, lead: Inlines, mut blocks: Blocks) -> Paper {
    let module = writer.module;
    let title = writer.title(&module.title);
    let footnotes = footnotes(writer);
    let evidence = if writer.view.has_numbered_notes() { writer.notes(&writer.facts) } else { Vec::new() };
    let glossary = if writer.view.is_handout() { writer.glossary() } else { Vec::new() };
    terms::link_first_uses(&mut blocks, &glossary);
    let pointer = if writer.view.is_handout() { to_quiz(writer) } else { None };
    Paper { meta, kind, title, lead, blocks, evidence, footnotes, sources: writer.references(), glossary, pointer }
}

/// Where the quiz is, if it is known where the pages are published.
fn to_quiz(writer: &Writer<'_>) -> Option<Pointer> {
    let (edition, module) = (writer.edition, writer.module);
    let base = edition.base_url.as_deref().map(|it| it.trim_end_matches('/')).filter(|it| !it.is_empty())?;
    let path = paths::of_module(Shelf::Open, edition, module, "quiz");
    let words = edition.language.phrases.pages.take_quiz.to_owned();
    question::is_made(module, writer.choice).then(|| Pointer { words, address: format!("{base}/{path}.html") })
}

/// What participants can do afterwards, as a section.
pub(super) fn objectives(writer: &mut Writer<'_>, ids: &mut Ids) -> Option<Spanned<Block>> {
    let module = writer.module;
    let first = module.objectives.first()?;
    let items = module.objectives.iter().map(|objective| {
        let text = Block::Paragraph(writer.inlines(&objective.text));
        ListItem { task: None, blocks: vec![Spanned::new(text, objective.span)] }
    });
    let list = Block::List(List { start: None, items: items.collect() });
    let section = Section {
        id: ids.make("objectives"),
        tone: Tone::Neutral,
        kicker: None,
        title: vec![Inline::Text(writer.edition.language.phrases.common.objectives.to_owned())],
        claim: false,
        blocks: vec![Spanned::new(list, first.span)],
    };
    Some(Spanned::new(Block::Section(section), first.span))
}

/// The footnotes that were used, and those that they use.
fn footnotes(writer: &mut Writer<'_>) -> Vec<Footnote> {
    let module = writer.module;
    let mut out = Vec::new();
    let mut number = 0;
    while let Some(label) = writer.footnotes.get(number).cloned() {
        number += 1;
        let footnote = module.footnotes.iter().find(|it| it.label == label);
        let blocks = footnote.map(|it| writer.prose(&it.blocks)).unwrap_or_default();
        out.push(Footnote { number, blocks });
    }
    out
}
