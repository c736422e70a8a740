//! Papers about a course as a whole, and the blocks they are made of.

use super::meta;
use super::paths::Shelf;
use crate::curriculum::Edition;
use crate::document::{Block, Blocks, Document, Inline, Inlines, List, ListItem, Paper, PaperKind, Section, Tone};
use crate::source::Spanned;

/// A paper about a course, for the trainer.
pub(super) fn sheet(edition: &Edition, kind: PaperKind, name: &str, title: &str, lead: &str, blocks: Blocks) -> Document {
    Document::Paper(Paper {
        meta: meta::of_course(edition, Shelf::Trainer, name, title),
        kind,
        title: vec![Inline::Text(title.to_owned())],
        lead: if lead.is_empty() { Inlines::new() } else { vec![Inline::Text(lead.to_owned())] },
        blocks,
        evidence: Vec::new(),
        footnotes: Vec::new(),
        sources: Vec::new(),
        glossary: Vec::new(),
        pointer: None,
    })
}

/// A part with its heading.
pub(super) fn section(edition: &Edition, id: &str, title: &str, blocks: Blocks) -> Spanned<Block> {
    let section = Section {
        id: id.to_owned(),
        tone: Tone::Neutral,
        kicker: None,
        title: vec![Inline::Text(title.to_owned())],
        claim: false,
        blocks,
    };
    Spanned::new(Block::Section(section), edition.span)
}

/// A paragraph.
pub(super) fn paragraph(edition: &Edition, text: Inlines) -> Spanned<Block> {
    Spanned::new(Block::Paragraph(text), edition.span)
}

/// A list, numbered from `start` if that is given.
pub(super) fn list(edition: &Edition, start: Option<u64>, items: Vec<Inlines>) -> Spanned<Block> {
    let items = items.into_iter().map(|it| ListItem { task: None, blocks: vec![paragraph(edition, it)] });
    Spanned::new(Block::List(List { start, items: items.collect() }), edition.span)
}
