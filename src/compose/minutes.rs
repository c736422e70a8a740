//! How long a section takes: as the author planned it, or estimated from what is said, shown and voted on.

use super::block::is_said;
use super::chunk::chunks;
use crate::curriculum::{Block, BlockKind, Edition, FenceKind, Minutes, Module, Only, Quiz, Role, Section};
use crate::prose;

/// Seconds to take in a slide, besides the words that are said to it.
const SECONDS_A_SLIDE: usize = 30;

/// Seconds for a vote of hands and its count.
const SECONDS_A_VOTE: usize = 60;

/// Minutes to talk to the person next to one, between two votes (Crouch and Mazur give two to four).
pub(super) const DISCUSS: u32 = 2;

/// Minutes for a task whose author gave none.
const TASK: usize = 5;

/// Minutes for a pause where neither section nor course says.
const PAUSE: u32 = 10;

/// A section's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Time {
    /// How long it takes.
    pub minutes: u32,
    /// What it can be cut to.
    pub cut: u32,
    /// Whether it was estimated.
    pub estimated: bool,
}

/// How long a section takes. What stands in the handout alone takes no time in the room.
pub(super) fn time(edition: &Edition, module: &Module, section: &Section) -> Time {
    let (minutes, estimated) = match section.plan.minutes {
        Some(minutes) => (minutes.0, false),
        None => (estimate(edition, module, section), true),
    };
    let cut = section.plan.cut.map_or(minutes, |it| it.0.min(minutes));
    Time { minutes, cut, estimated }
}

/// How long a module takes, and whether any of it was estimated that its author could have planned (an opening has no heading
/// to carry its minutes, nor have votes).
pub fn of_module(edition: &Edition, module: &Module) -> (Minutes, bool) {
    let times = module.sections.iter().map(|it| (it, time(edition, module, it)));
    let estimated = times
        .clone()
        .any(|(section, it)| it.estimated && it.minutes > 0 && !section.title.is_empty() && section.role != Role::Votes);
    (Minutes(times.map(|(_, it)| it.minutes).sum()), estimated)
}

/// How long a course takes.
pub fn of_course(edition: &Edition) -> Minutes {
    Minutes(edition.modules.iter().map(|it| of_module(edition, it).0.0).sum())
}

/// How long a course is taught and practised, without its pauses.
pub(super) fn of_teaching(edition: &Edition) -> Minutes {
    let taught = edition.modules.iter().flat_map(|module| {
        let sections = module.sections.iter().filter(|it| it.role != Role::Break);
        sections.map(|it| time(edition, module, it).minutes)
    });
    Minutes(taught.sum())
}

fn estimate(edition: &Edition, module: &Module, section: &Section) -> u32 {
    if matches!(section.only, Some(Only::Handout | Only::Guide)) {
        return 0;
    }
    if section.role == Role::Break {
        return edition.schedule.pause.map_or(PAUSE, |it| it.minutes.0);
    }
    let words: usize = section.blocks.iter().map(|it| words_said(it, edition.html)).sum();
    let said = words * 60 / (edition.language.words_per_minute as usize).max(1);
    let n_votes = if section.role == Role::Votes { module.quiz.iter().flat_map(Quiz::voted_on).count() } else { 0 };
    let shown = chunks(section).len().max(n_votes) * SECONDS_A_SLIDE;
    let twice = 2 * SECONDS_A_VOTE + DISCUSS as usize * 60;
    let extra = match section.role {
        Role::Belief(_) => twice,
        Role::Votes => n_votes * twice,
        Role::Guess(_) => SECONDS_A_VOTE,
        Role::Task(_) | Role::Commitment => TASK * 60,
        _ => 0,
    };
    let seconds = said + shown + extra;
    u32::try_from(seconds.div_ceil(60)).unwrap_or(u32::MAX).max(1)
}

fn words_said(block: &Block, keeps_html: bool) -> usize {
    match &block.kind {
        BlockKind::Prose(kind) if is_said(kind, keeps_html) => words(kind),
        BlockKind::Fence { kind: FenceKind::Ask | FenceKind::Debrief, blocks } => {
            blocks.iter().map(|it| words_said(it, keeps_html)).sum()
        }
        _ => 0,
    }
}

fn words(kind: &prose::BlockKind) -> usize {
    match kind {
        prose::BlockKind::Paragraph(inlines) => prose::plain_text(inlines).split_whitespace().count(),
        prose::BlockKind::Html(html) => html.split_whitespace().count(),
        _ => 0,
    }
}
