//! Running text as HTML.

use super::context::Context;
use crate::document::Inline;

/// Appends inlines.
pub fn write_inlines(_out: &mut String, _inlines: &[Inline], _context: &Context<'_>) {}
