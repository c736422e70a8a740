//! A section in chunks, one for each slide, and the anchors that links of a module can lead to.

use std::collections::{BTreeMap, BTreeSet};

use super::claim::{is_off_deck, is_off_handout};
use super::view::View;
use crate::curriculum::{Block, BlockKind, Module, Only, Role, Section};
use crate::prose::Inline;
use crate::source::Span;

/// What stands between two slide breaks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chunk<'a> {
    /// Its anchor if the author gave it one.
    pub id: Option<&'a str>,
    /// Its own heading.
    pub title: Option<&'a [Inline]>,
    /// The heading's or rule's place; the section's for the first.
    pub span: Span,
    /// Its position among the section's chunks, from 1, empty ones counted.
    pub number: usize,
    /// What it holds.
    pub blocks: &'a [Block],
}

/// The chunks of a section, at least one. A first chunk that holds nothing before another is left out.
pub(super) fn chunks(section: &Section) -> Vec<Chunk<'_>> {
    let mut out = Vec::new();
    let mut current = Chunk { id: None, title: None, span: section.span, number: 1, blocks: &[] };
    let mut start = 0;
    for (block_idx, block) in section.blocks.iter().enumerate() {
        if let BlockKind::SlideBreak { id, title } = &block.kind {
            current.blocks = &section.blocks[start..block_idx];
            out.push(current);
            let number = current.number + 1;
            current = Chunk { id: id.as_deref(), title: title.as_deref(), span: block.span, number, blocks: &[] };
            start = block_idx + 1;
        }
    }
    current.blocks = &section.blocks[start..];
    out.push(current);
    if out.len() > 1 && out[0].blocks.is_empty() {
        out.remove(0);
    }
    out
}

/// Whether a section's heading gets a slide of its own: the author goes on to another heading at once.
pub(super) fn has_divider(section: &Section) -> bool {
    section.role == Role::Plain
        && !section.title.is_empty()
        && section.blocks.first().is_some_and(|it| matches!(&it.kind, BlockKind::SlideBreak { title: Some(_), .. }))
}

/// Gives out ids, none twice in a document.
#[derive(Debug)]
pub(super) struct Ids {
    taken: BTreeSet<String>,
}

impl Ids {
    /// Knows the author's own ids from the start, so that no made one collides with them.
    pub(super) fn of(module: &Module) -> Self {
        let mut taken: BTreeSet<String> = module.sections.iter().map(|it| it.id.clone()).collect();
        for section in &module.sections {
            taken.extend(chunks(section).iter().filter_map(|it| it.id.map(str::to_owned)));
        }
        Self { taken }
    }

    /// A made id; if it is taken, the next that is free.
    pub(super) fn make(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        let mut n = 1;
        while !self.taken.insert(id.clone()) {
            n += 1;
            id = format!("{wanted}-{n}");
        }
        id
    }
}

/// Where a link leads.
#[derive(Debug, Clone)]
pub(super) struct Anchor<'a> {
    /// The id in the document.
    pub id: String,
    /// The heading there, for links without words.
    pub title: &'a [Inline],
}

/// The anchors of a module in a document of a view, by the author's ids.
pub(super) fn anchors(module: &Module, view: View) -> BTreeMap<&str, Anchor<'_>> {
    let mut out = BTreeMap::new();
    for section in module.sections.iter().filter(|it| is_in(it, view)) {
        let chunks = chunks(section);
        // The opening has no heading on paper, so nothing there can be led to but its slide.
        if view == View::Deck || !section.title.is_empty() {
            out.insert(section.id.as_str(), Anchor { id: section.id.clone(), title: &section.title });
        }
        for (chunk_idx, chunk) in chunks.iter().enumerate() {
            let Some(id) = chunk.id else { continue };
            let is_first_slide = view == View::Deck && chunk_idx == 0 && !has_divider(section);
            let target = if is_first_slide { section.id.as_str() } else { id };
            out.insert(id, Anchor { id: target.to_owned(), title: chunk.title.unwrap_or(&section.title) });
            for block in chunk.blocks {
                if let BlockKind::RunIn { id: Some(run_in), text, .. } = &block.kind {
                    out.insert(run_in, Anchor { id: target.to_owned(), title: text });
                }
            }
        }
        for block in chunks.iter().filter(|it| it.id.is_none()).flat_map(|it| it.blocks) {
            if let BlockKind::RunIn { id: Some(run_in), text, .. } = &block.kind {
                out.insert(run_in, Anchor { id: section.id.clone(), title: text });
            }
        }
    }
    out
}

/// Whether a section is in a document of a view.
pub(super) fn is_in(section: &Section, view: View) -> bool {
    match view {
        View::Deck => !is_off_deck(section),
        View::Guide | View::Key | View::Followup => true,
        View::Agenda => section.only != Some(Only::Handout),
        View::HandoutBlank | View::HandoutComplete | View::Quiz | View::QuizPaper | View::Page => !is_off_handout(section),
    }
}
