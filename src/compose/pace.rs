//! How long people work without a pause, and listen without doing anything.

use super::minutes::time;
use super::schedule::{self, Day, RowKind, Slot};
use crate::curriculum::{Block, BlockKind, Edition, FenceKind, Minutes, Module, Role, Section};
use crate::source::Span;

/// How a course can be given on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pace {
    /// The variant's name; the course as a whole has none.
    pub variant: Option<String>,
    /// How long it may take, if that is said.
    pub target: Option<Minutes>,
    /// How long it takes at least.
    pub least: Minutes,
    /// The longest stretch of work without a pause or lunch.
    pub stretch: Minutes,
}

/// The days on which a course is given: its variants, or where it has none the whole.
pub fn paces(edition: &Edition) -> Vec<Pace> {
    let slots = schedule::slots(edition);
    let pace = |variant, target, day: &Day| Pace { variant, target, least: Minutes(day.total()), stretch: stretch(day, &slots) };
    if edition.variants.is_empty() {
        return vec![pace(None, None, &schedule::whole(&slots, &edition.schedule))];
    }
    let variants = edition.variants.iter().map(|it| {
        let day = schedule::variant(&slots, &edition.schedule, it.minutes);
        pace(Some(it.name.clone()), Some(it.minutes), &day)
    });
    variants.collect()
}

fn stretch(day: &Day, slots: &[Slot]) -> Minutes {
    let (mut longest, mut worked) = (0, 0);
    for row in &day.rows {
        match row.kind {
            RowKind::Section(idx) if !slots[idx].is_pause => worked += row.minutes,
            RowKind::Section(_) | RowKind::Pause | RowKind::Lunch => worked = 0,
        }
        longest = longest.max(worked);
    }
    Minutes(longest)
}

/// The stretches of a module in which nobody but the trainer does anything for longer than this: the section in which that
/// time has passed, and the minutes of the whole stretch.
pub fn listening(edition: &Edition, module: &Module, longest: Minutes) -> Vec<(Span, Minutes)> {
    let mut found: Vec<(Span, Minutes)> = Vec::new();
    let (mut listened, mut passed) = (0, None);
    for section in &module.sections {
        let minutes = time(edition, module, section).minutes;
        if minutes == 0 {
            continue;
        }
        if is_active(section) {
            found.extend(passed.take().map(|span| (span, Minutes(listened))));
            listened = 0;
            continue;
        }
        listened += minutes;
        if listened > longest.0 {
            passed = passed.or(Some(section.span));
        }
    }
    found.extend(passed.map(|span| (span, Minutes(listened))));
    found
}

/// Whether people do something in a section: vote, guess, talk, write, or are asked.
fn is_active(section: &Section) -> bool {
    match section.role {
        Role::Belief(_)
        | Role::Guess(_)
        | Role::Inversion
        | Role::Task(_)
        | Role::Recap
        | Role::Commitment
        | Role::Votes
        | Role::Break => true,
        Role::Plain | Role::Steelman | Role::Illusion | Role::Reality | Role::Boundary | Role::Process => asks(&section.blocks),
    }
}

fn asks(blocks: &[Block]) -> bool {
    blocks.iter().any(|it| match &it.kind {
        BlockKind::Poll(_) | BlockKind::Worksheet(_) | BlockKind::Fence { kind: FenceKind::Ask, .. } => true,
        BlockKind::Fence { blocks, .. } => asks(blocks),
        BlockKind::Prose(_)
        | BlockKind::RunIn { .. }
        | BlockKind::SlideBreak { .. }
        | BlockKind::Chart(_)
        | BlockKind::Process(_) => false,
    })
}
