//! How deep things may lie in each other, and how many there may be. Whoever reads them later walks down into them, and no walk may be too
//! long for its stack; every document is made of them, and no text may be too much for memory.

use std::iter::Peekable;

use pulldown_cmark::Event;

use super::events::Events;

/// How deep blocks may lie in blocks, `:::` blocks in each other, and emphasis and links in running text; deeper is reported and left out.
pub(super) const MAX_DEPTH: usize = 32;

/// How many blocks a text may have, those inside blocks among them: as many as five books.
pub(super) const MOST_BLOCKS: usize = 20_000;

/// How many bytes a formula may have. The reader of formulas goes down into them as well.
pub(super) const LONGEST_FORMULA: usize = 2_000;

/// Passes over an element whose start was read, with everything in it.
pub(super) fn pass_over(events: &mut Peekable<Events<'_>>) {
    let mut depth = 1;
    while depth > 0 {
        match events.next() {
            Some((Event::Start(_), _)) => depth += 1,
            Some((Event::End(_), _)) => depth -= 1,
            Some(_) => {}
            None => break,
        }
    }
}
