//! A section's chunks on paper: those with a heading of their own are parts of it.

use super::chunk::{Chunk, Ids, chunks};
use super::voice;
use super::writer::Writer;
use crate::curriculum;
use crate::document::{Block, Blocks, Section};
use crate::source::Spanned;

/// Adds what `fill` makes of each chunk of a section.
pub(super) fn push_parts<'a>(
    out: &mut Blocks,
    writer: &mut Writer<'a>,
    ids: &mut Ids,
    section: &'a curriculum::Section,
    fill: impl Fn(&mut Writer<'a>, &Chunk<'a>) -> Blocks,
) {
    for chunk in chunks(section) {
        let title = chunk.title.map(|it| writer.title(it));
        let blocks = fill(writer, &chunk);
        match title {
            Some(title) => {
                let id = chunk.id.map_or_else(|| ids.make(&format!("{}-{}", section.id, chunk.number)), str::to_owned);
                let part = Section { id, tone: voice::tone(&section.role), kicker: None, title, claim: false, blocks };
                out.push(Spanned::new(Block::Section(part), chunk.span));
            }
            None => match out.last_mut() {
                // A rule starts a slide, not a part: what follows it stays under the heading it stands under.
                Some(Spanned { value: Block::Section(part), .. }) => part.blocks.extend(blocks),
                _ => out.extend(blocks),
            },
        }
    }
}
