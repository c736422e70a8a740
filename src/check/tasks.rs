//! Rules about what the group does.

use super::rule::Subject;
use crate::curriculum::{Block, BlockKind, FenceKind, Minutes, Role, TaskKind};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::ACTIVITY_WITHOUT_DEBRIEF;

/// From so many minutes on, what a group found is gathered up. Shorter ones are a breath between two slides.
const LEAST: Minutes = Minutes(5);

/// What a group works on is gathered up. What one thinks over alone is one's own.
pub fn debriefs(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        for section in &module.sections {
            let is_shared = matches!(section.role, Role::Task(TaskKind::Activity | TaskKind::Discussion | TaskKind::Premortem));
            let is_long = section.plan.minutes.is_some_and(|it| it >= LEAST);
            if is_shared && is_long && !has_debrief(&section.blocks) {
                let minutes = section.plan.minutes.unwrap_or_default().0.to_string();
                diagnostics.report(&ACTIVITY_WITHOUT_DEBRIEF, section.span, &[&minutes]);
            }
        }
    }
}

fn has_debrief(blocks: &[Block]) -> bool {
    blocks.iter().any(|it| match &it.kind {
        BlockKind::Fence { kind: FenceKind::Debrief, .. } => true,
        BlockKind::Fence { blocks, .. } => has_debrief(blocks),
        _ => false,
    })
}
