//! Blocks as HTML.

use super::context::Context;
use crate::document::Blocks;

/// Appends blocks; `level` is the level of the headings of sections in them (2 under a page title).
pub fn write_blocks(_out: &mut String, _blocks: &Blocks, _level: u8, _context: &Context<'_>) {}
