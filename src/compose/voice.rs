//! What a section's role says: its label, which of the two voices is heard, and how the group works.

use crate::curriculum::{Method, Role, Section, TaskKind, Work};
use crate::document::Tone;
use crate::locale::{Language, fill};

/// The label above a section's heading; none for ordinary content.
pub(super) fn kicker(role: &Role, language: &Language) -> Option<&'static str> {
    let roles = &language.phrases.roles;
    match role {
        Role::Plain => None,
        Role::Belief(_) => Some(roles.belief),
        Role::Steelman => Some(roles.steelman),
        Role::Guess(_) => Some(roles.guess),
        Role::Illusion => Some(roles.illusion),
        Role::Reality => Some(roles.reality),
        Role::Boundary => Some(roles.boundary),
        Role::Inversion => Some(roles.inversion),
        Role::Process => Some(roles.process),
        Role::Task(TaskKind::Discussion) => Some(roles.discussion),
        Role::Task(TaskKind::Activity) => Some(roles.activity),
        Role::Task(TaskKind::Reflection) => Some(roles.reflection),
        Role::Task(TaskKind::Premortem) => Some(roles.premortem),
        Role::Recap => Some(roles.recap),
        Role::Commitment => Some(roles.commitment),
        Role::Votes => Some(roles.votes),
        Role::Break => Some(roles.pause),
    }
}

/// The label, unless the heading says the same.
pub(super) fn kicker_over(section: &Section, title: &str, language: &Language) -> Option<&'static str> {
    kicker(&section.role, language).filter(|it| !it.trim_end_matches('.').eq_ignore_ascii_case(title.trim_end_matches('.')))
}

/// Which of the two voices is heard.
pub(super) fn tone(role: &Role) -> Tone {
    match role {
        Role::Belief(_) | Role::Steelman | Role::Illusion => Tone::Belief,
        Role::Reality | Role::Inversion => Tone::Reality,
        Role::Plain
        | Role::Guess(_)
        | Role::Boundary
        | Role::Process
        | Role::Task(_)
        | Role::Recap
        | Role::Commitment
        | Role::Votes
        | Role::Break => Tone::Neutral,
    }
}

/// How the group works in a section: the author's method, else what the role implies.
pub(super) fn how(section: &Section, language: &Language) -> String {
    let methods = &language.phrases.methods;
    if section.work.method.is_some() || section.work.group.is_some() {
        return work_in_words(&section.work, language);
    }
    let words = match &section.role {
        Role::Belief(_) | Role::Votes => methods.vote,
        Role::Guess(_) | Role::Commitment | Role::Task(TaskKind::Reflection | TaskKind::Premortem) => methods.solo,
        Role::Inversion | Role::Recap | Role::Task(TaskKind::Discussion) => methods.plenary,
        Role::Task(TaskKind::Activity) => methods.groups,
        Role::Plain | Role::Steelman | Role::Illusion | Role::Reality | Role::Boundary | Role::Process => methods.lecture,
        Role::Break => "",
    };
    words.to_owned()
}

fn work_in_words(work: &Work, language: &Language) -> String {
    let methods = &language.phrases.methods;
    let groups_of = work.group.map(|it| fill(methods.groups_of, &[("n", &it.to_string())]));
    let words = match work.method {
        None | Some(Method::Groups) => return groups_of.unwrap_or_else(|| methods.groups.to_owned()),
        Some(Method::Solo) => methods.solo,
        Some(Method::Pairs) => methods.pairs,
        Some(Method::Buzz) => methods.buzz,
        Some(Method::ThinkPairShare) => methods.tps,
        Some(Method::Round) => methods.round,
        Some(Method::Gallery) => methods.gallery,
        Some(Method::Roleplay) => methods.roleplay,
    };
    groups_of.map_or_else(|| words.to_owned(), |groups| format!("{words} · {groups}"))
}
