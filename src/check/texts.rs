//! The running texts of a module, one after another, and for whom each is.

use crate::curriculum::{Block, BlockKind, CalloutKind, FenceKind, Section};
use crate::prose::{self, Inline};

/// For whom a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// For everybody.
    Shown,
    /// For everybody, and made up: an example.
    Example,
    /// For the trainer.
    Trainer,
    /// Answers, for the trainer until they are given out.
    Answers,
}

/// Calls `visit` with every block of a section, those inside `:::` blocks in their place, which are not visited themselves.
pub fn blocks<'m>(section: &'m Section, visit: &mut dyn FnMut(&'m Block, Voice)) {
    each_block(&section.blocks, Voice::Shown, visit);
}

fn each_block<'m>(blocks: &'m [Block], voice: Voice, visit: &mut dyn FnMut(&'m Block, Voice)) {
    for block in blocks {
        match &block.kind {
            BlockKind::Fence { kind, blocks } => each_block(blocks, inner(kind, voice), visit),
            _ => visit(block, voice),
        }
    }
}

/// The voice inside a `:::` block.
fn inner(kind: &FenceKind, outer: Voice) -> Voice {
    match kind {
        FenceKind::Guide | FenceKind::Do | FenceKind::Ask | FenceKind::Watch | FenceKind::Debrief | FenceKind::Reply(_) => {
            Voice::Trainer
        }
        FenceKind::Answers => Voice::Answers,
        FenceKind::Callout(CalloutKind::Example, _) if outer == Voice::Shown => Voice::Example,
        FenceKind::Deck
        | FenceKind::Handout
        | FenceKind::Columns
        | FenceKind::Column
        | FenceKind::Callout(CalloutKind::Note | CalloutKind::Tip | CalloutKind::Warning | CalloutKind::Example, _) => outer,
    }
}

/// Calls `visit` with every running text of a section: paragraphs, items, cells and headings below the section's own.
pub fn of_section<'m>(section: &'m Section, visit: &mut dyn FnMut(&'m [Inline], Voice)) {
    blocks(section, &mut |block, voice| of_block(block, &mut |text| visit(text, voice)));
}

/// The running texts of a block; what charts, processes, sheets and votes say is none.
pub fn of_block<'m>(block: &'m Block, visit: &mut dyn FnMut(&'m [Inline])) {
    match &block.kind {
        BlockKind::Prose(kind) => of_prose(kind, visit),
        BlockKind::RunIn { text, .. } => visit(text),
        BlockKind::SlideBreak { title, .. } => title.iter().for_each(|it| visit(it)),
        BlockKind::Fence { .. } | BlockKind::Chart(_) | BlockKind::Process(_) | BlockKind::Worksheet(_) | BlockKind::Poll(_) => {}
    }
}

fn of_prose<'m>(kind: &'m prose::BlockKind, visit: &mut dyn FnMut(&'m [Inline])) {
    let mut inside = |blocks: &'m [prose::Block]| blocks.iter().for_each(|it| of_prose(&it.kind, visit));
    match kind {
        prose::BlockKind::Paragraph(children) => visit(children),
        prose::BlockKind::List { items, .. } => items.iter().for_each(|it| inside(&it.blocks)),
        prose::BlockKind::Quote(inner) => inside(inner),
        prose::BlockKind::Definitions(entries) => {
            for (term, definitions) in entries {
                visit(term);
                definitions.iter().flatten().for_each(|it| of_prose(&it.kind, visit));
            }
        }
        prose::BlockKind::Table(table) => table.header.iter().chain(table.rows.iter().flatten()).for_each(|it| visit(it)),
        prose::BlockKind::Heading(_)
        | prose::BlockKind::Code { .. }
        | prose::BlockKind::Math(_)
        | prose::BlockKind::Rule
        | prose::BlockKind::Fence(_)
        | prose::BlockKind::Data(_)
        | prose::BlockKind::Html(_) => {}
    }
}
