//! The quiz's questions that the room votes on: a section of their own, since they take time and slides as any other does.

use std::collections::BTreeSet;

use crate::curriculum::{Module, Plan, Priority, Role, Section, Work};
use crate::locale::Language;
use crate::prose::{Inline, InlineKind};

/// Puts the votes before what closes a module, where all that they ask about has been said.
pub fn place_votes(module: &mut Module, language: &Language) {
    let Some(first) = module.quiz.as_ref().and_then(|it| it.voted_on().next()) else { return };
    let span = first.span;
    let title = Inline { span, kind: InlineKind::Text(language.phrases.roles.votes.to_owned()) };
    let is_closing = |it: &Section| matches!(it.role, Role::Recap | Role::Commitment);
    let position = module.sections.iter().rposition(|it| !is_closing(it)).map_or(0, |it| it + 1);
    let votes = Section {
        id: free_id(&module.sections),
        span,
        title: vec![title],
        role: Role::Votes,
        // Nobody planned them: of all that takes time they go first.
        plan: Plan { minutes: None, cut: None, priority: Priority::Could },
        only: None,
        steps: false,
        work: Work::default(),
        blocks: Vec::new(),
    };
    module.sections.insert(position, votes);
}

fn free_id(sections: &[Section]) -> String {
    let taken: BTreeSet<&str> = sections.iter().map(|it| it.id.as_str()).collect();
    let mut id = "votes".to_owned();
    let mut n = 1;
    while taken.contains(id.as_str()) {
        n += 1;
        id = format!("votes-{n}");
    }
    id
}
