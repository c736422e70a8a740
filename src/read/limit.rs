//! How many of a kind a file may hold. Nobody teaches a thousand sections in one module; what is written beyond all measure comes from a
//! mistake or from malice, and must not keep the program busy for ever.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::TOO_MANY;
use crate::source::Span;

/// Sections of a module, footnotes of a module, questions of a quiz.
pub const MOST: usize = 500;

/// Steps of a process, and ways back in it: all of them stand in one diagram.
pub const MOST_STEPS: usize = 100;

/// Leaves out what is beyond a limit, and says where that begins.
pub fn cap<T>(items: &mut Vec<T>, most: usize, span: impl Fn(&T) -> Option<Span>, diagnostics: &mut Diagnostics) {
    if let Some(first) = items.get(most) {
        diagnostics.report(&TOO_MANY, span(first), &[&most.to_string()]);
        items.truncate(most);
    }
}
