//! The parts of a module, as its deck's agenda lists them: each claim with all that is about it, and what the group does.

use super::chunk::is_in;
use super::minutes;
use super::view::View;
use super::writer::Writer;
use crate::curriculum::{Edition, Module, Role, Section};
use crate::document;

/// Fewer parts than this need no agenda.
const FEWEST: usize = 3;
/// More parts than this are no overview.
const MOST: usize = 8;

/// A part of a module.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    /// The section it begins with.
    section: &'a Section,
    /// Its minutes, with those of the sections that belong to it.
    minutes: u32,
}

/// The parts of a module. Where there are many, only claims and pauses begin one.
pub(super) fn of_module<'a>(edition: &Edition, module: &'a Module) -> Vec<Part<'a>> {
    let fine = parts(edition, module, is_part);
    if fine.len() <= MOST { fine } else { parts(edition, module, is_large_part) }
}

/// Whether a deck has an agenda.
pub(super) fn are_listed(parts: &[Part<'_>]) -> bool {
    (FEWEST..=MOST).contains(&parts.len())
}

impl<'a> Part<'a> {
    /// The part with its words.
    pub(super) fn resolved(&self, writer: &mut Writer<'a>) -> document::Part {
        let claim = matches!(self.section.role, Role::Belief(_));
        document::Part { title: writer.title(&self.section.title), claim, minutes: self.minutes }
    }
}

fn parts<'a>(edition: &Edition, module: &'a Module, begins: fn(&Role) -> bool) -> Vec<Part<'a>> {
    let mut out: Vec<Part<'a>> = Vec::new();
    let mut opening = 0;
    for section in module.sections.iter().filter(|it| is_in(it, View::Deck)) {
        let minutes = minutes::time(edition, module, section).minutes;
        // What is about a claim counts towards it, also after something the group did in between: a task's minutes are its own.
        let whole = out.iter_mut().rev().find(|it| holds_more(&it.section.role)).filter(|_| !begins(&section.role));
        if section.title.is_empty() {
            opening += minutes;
        } else if let Some(part) = whole {
            part.minutes += minutes;
        } else {
            out.push(Part { section, minutes: minutes + std::mem::take(&mut opening) });
        }
    }
    out
}

/// Whether a section of a role begins a part; the others belong to the part before.
fn is_part(role: &Role) -> bool {
    match role {
        Role::Belief(_) | Role::Plain | Role::Task(_) | Role::Break | Role::Votes | Role::Recap | Role::Commitment => true,
        Role::Steelman | Role::Guess(_) | Role::Illusion | Role::Reality | Role::Boundary | Role::Inversion | Role::Process => {
            false
        }
    }
}

/// Whether what follows a part can belong to it.
fn holds_more(role: &Role) -> bool {
    matches!(role, Role::Belief(_) | Role::Plain | Role::Recap)
}

fn is_large_part(role: &Role) -> bool {
    matches!(role, Role::Belief(_) | Role::Break | Role::Recap)
}
