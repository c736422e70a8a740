//! Modules of which the end is not known.

use crate::curriculum::Module;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::CODE_NOT_CLOSED;

/// Whether a block that is left open has taken in the rest of a module: what seems to be missing may stand there.
pub fn is_cut_off(module: &Module, diagnostics: &Diagnostics) -> bool {
    let left_open = diagnostics.iter().filter(|it| it.fault == &CODE_NOT_CLOSED).filter_map(|it| it.span);
    left_open.into_iter().any(|it| diagnostics.sources.get(it.file).path == module.path)
}
