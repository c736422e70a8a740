//! Rules about objectives: that they can be seen, are practised and are asked about.

use super::passage::Passage;
use super::phrase::Wording;
use super::rule::Subject;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::{OBJECTIVE_NOT_OBSERVABLE, OBJECTIVE_WITHOUT_ACTIVITY, OBJECTIVE_WITHOUT_QUESTION};

/// Each objective is trained by something the group does.
pub fn activities(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        let trained: Vec<&str> = module.sections.iter().filter_map(|it| it.work.objective.as_deref()).collect();
        // A name that was mistyped was told where it stands.
        if trained.iter().any(|id| !module.objectives.iter().any(|it| it.id == *id)) {
            continue;
        }
        for objective in module.objectives.iter().filter(|it| !trained.contains(&it.id.as_str())) {
            diagnostics.report(&OBJECTIVE_WITHOUT_ACTIVITY, objective.span, &[&objective.id]);
        }
    }
}

/// Where there is a quiz, each objective is asked about.
pub fn questions(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        let Some(quiz) = module.quiz.as_ref().filter(|it| !it.questions.is_empty() && !it.lacks_questions) else { continue };
        let asked: Vec<&str> = quiz.questions.iter().filter_map(|it| it.item.objective.as_deref()).collect();
        if asked.iter().any(|id| !module.objectives.iter().any(|it| it.id == *id)) {
            continue;
        }
        for objective in module.objectives.iter().filter(|it| !asked.contains(&it.id.as_str())) {
            diagnostics.report(&OBJECTIVE_WITHOUT_QUESTION, objective.span, &[&objective.id]);
        }
    }
}

/// Each objective starts with a verb for something that others can see.
pub fn verbs(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let lexicon = &subject.edition.language.lexicon;
    for module in &subject.edition.modules {
        for objective in &module.objectives {
            let passage = Passage::of(&objective.text);
            let wording = Wording::of(&passage, 0..passage.text.len());
            let before = wording.words.iter().take_while(|it| lexicon.before_verb.contains(&it.as_str())).count();
            // “Be aware of” starts with a word that may also stand before a verb.
            let Some(verb) = (0..=before)
                .find_map(|idx| (idx < wording.words.len()).then(|| wording.starting_at(idx, lexicon.unobservable)).flatten())
            else {
                continue;
            };
            let range = wording.range(verb);
            let span = passage.span(range.clone(), &diagnostics.sources);
            diagnostics.report(&OBJECTIVE_NOT_OBSERVABLE, span, &[&passage.text[range]]);
        }
    }
}
