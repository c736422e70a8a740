//! How many of a kind a file may hold. Nobody teaches a thousand sections in one module; what is written beyond all measure comes from a
//! mistake or from malice, and must not keep the program busy for ever.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::TOO_MANY;
use crate::source::Span;

/// Sections of a module, footnotes of a module, questions of a quiz: more is reported and left out.
pub const MOST: usize = 500;

/// Leaves out what is beyond the limit, and says where that begins.
pub fn cap<T>(items: &mut Vec<T>, span: impl Fn(&T) -> Option<Span>, diagnostics: &mut Diagnostics) {
    if items.len() > MOST {
        diagnostics.report(&TOO_MANY, span(&items[MOST]), &[&MOST.to_string()]);
        items.truncate(MOST);
    }
}
