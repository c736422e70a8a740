//! Rules about what the group does.

use super::rule::Subject;
use crate::curriculum::{Block, BlockKind, FenceKind, Minutes, Role, TaskKind};
use crate::diagnostic::fault::{ACTIVITY_WITHOUT_DEBRIEF, UNKNOWN_FENCE};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::Span;

/// From so many minutes on, what a group found is gathered up. Shorter ones are a breath between two slides.
const LEAST: Minutes = Minutes(5);

/// What a group works on is gathered up. What one thinks over alone is one's own.
pub fn debriefs(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        for (idx, section) in module.sections.iter().enumerate() {
            let is_shared = matches!(section.role, Role::Task(TaskKind::Activity | TaskKind::Discussion | TaskKind::Premortem));
            let is_long = section.plan.minutes.is_some_and(|it| it >= LEAST);
            let next = module.sections.get(idx + 1).map(|it| it.span).filter(|it| it.file == section.span.file);
            if is_shared && is_long && !has_debrief(&section.blocks) && !is_mistyped(section.span, next, diagnostics) {
                let minutes = section.plan.minutes.unwrap_or_default().0.to_string();
                diagnostics.report(&ACTIVITY_WITHOUT_DEBRIEF, section.span, &[&minutes]);
            }
        }
    }
}

/// Whether a block of the section, up to the next one, was told to be a debrief by another name.
fn is_mistyped(section: Span, next: Option<Span>, diagnostics: &Diagnostics) -> bool {
    let is_inside = |at: Span| at.file == section.file && at.start > section.start && next.is_none_or(|it| at.start < it.start);
    let is_meant = |it: &&Diagnostic| it.fault == &UNKNOWN_FENCE && it.did_you_mean.as_deref() == Some("debrief");
    diagnostics.iter().filter(is_meant).filter_map(|it| it.span).any(is_inside)
}

fn has_debrief(blocks: &[Block]) -> bool {
    blocks.iter().any(|it| match &it.kind {
        BlockKind::Fence { kind: FenceKind::Debrief, .. } => true,
        BlockKind::Fence { blocks, .. } => has_debrief(blocks),
        _ => false,
    })
}
