//! Questions and their answers with the text of a document.

use super::choice::Choice;
use super::writer::Writer;
use crate::curriculum::{Module, Question, Quiz};
use crate::document::{Inline, Inlines};
use crate::item::{Answer, Item, Response, Use};
use crate::locale::Language;
use crate::prose;

/// A question.
pub(super) fn item<'a>(writer: &mut Writer<'a>, question: &'a Question) -> Item<Inlines> {
    let item = &question.item;
    Item {
        id: item.id.clone(),
        kind: item.kind,
        question: writer.inlines(&item.question),
        response: response(writer, &item.response),
        hint: item.hint.as_deref().map(|it| writer.inlines(it)),
        points: item.points,
        uses: item.uses.clone(),
        objective: item.objective.clone(),
        shuffle: item.shuffle,
    }
}

fn response<'a>(writer: &mut Writer<'a>, response: &'a Response<Vec<prose::Inline>>) -> Response<Inlines> {
    let mut texts = |texts: &'a [Vec<prose::Inline>]| texts.iter().map(|it| writer.inlines(it)).collect();
    match response {
        Response::Choice { options } => Response::Choice { options: texts(options) },
        Response::Choices { options } => Response::Choices { options: texts(options) },
        Response::Number { unit } => Response::Number { unit: unit.clone() },
        Response::Order { items } => Response::Order { items: texts(items) },
        Response::Match { left, right } => Response::Match { left: texts(left), right: texts(right) },
        Response::Cloze { pieces, widths } => Response::Cloze { pieces: texts(pieces), widths: widths.clone() },
        Response::Short => Response::Short,
        Response::Open { lines } => Response::Open { lines: *lines },
        Response::Scale { low, high, steps } => {
            Response::Scale { low: writer.inlines(low), high: writer.inlines(high), steps: *steps }
        }
    }
}

/// What is right, and why. Where the document has no evidence notes, a caveat follows the figure it belongs to.
pub(super) fn answer<'a>(writer: &mut Writer<'a>, answer: &'a Answer<Vec<prose::Inline>>) -> Answer<Inlines> {
    let why_option = answer.why_option.iter().map(|it| it.as_deref().map(|it| reason(writer, it))).collect();
    Answer {
        solution: answer.solution.clone(),
        why_option,
        misconceptions: answer.misconceptions.clone(),
        why: answer.why.as_deref().map(|it| reason(writer, it)),
    }
}

fn reason<'a>(writer: &mut Writer<'a>, text: &'a [prose::Inline]) -> Inlines {
    writer.take_used();
    let mut out = writer.inlines(text);
    if writer.view.has_numbered_notes() {
        return out;
    }
    let label = writer.edition.language.phrases.evidence.caveat;
    for fact in writer.take_used().facts {
        if let Some(caveat) = writer.fact(&fact).and_then(|it| it.caveat.as_ref()) {
            out.push(Inline::Text(" ".to_owned()));
            out.push(Inline::Emphasis(vec![Inline::Text(format!("{label}: {caveat}"))]));
        }
    }
    out
}

/// The modes of a quiz: name of the paper, and when it is asked.
pub(super) const MODES: &[(Use, &str)] =
    &[(Use::Pre, "quiz-paper-pre"), (Use::Post, "quiz-paper"), (Use::Delayed, "quiz-paper-delayed")];

/// The questions of a module that are asked at a time.
pub(super) fn asked(module: &Module, when: Use) -> Vec<&Question> {
    if when == Use::Concept {
        return module.quiz.iter().flat_map(Quiz::voted_on).collect();
    }
    let questions = module.quiz.iter().flat_map(|it| &it.questions);
    questions.filter(|it| it.item.uses.contains(&when)).collect()
}

/// The modes of a module's quiz that have a question.
pub(super) fn modes(module: &Module) -> Vec<(Use, &'static str)> {
    MODES.iter().copied().filter(|(when, _)| !asked(module, *when).is_empty()).collect()
}

/// When a mode is, in words.
pub(super) fn when(mode: Use, language: &Language) -> &'static str {
    let paper = &language.phrases.paper;
    match mode {
        Use::Pre => paper.before,
        Use::Post => paper.after,
        Use::Delayed => paper.later,
        Use::Concept => language.phrases.roles.votes,
    }
}

/// Whether a module's quiz is made.
pub(super) fn is_made(module: &Module, choice: &Choice) -> bool {
    choice.has("quiz") && !modes(module).is_empty()
}
