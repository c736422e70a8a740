//! The quiz on paper, without answers: one for each time it is asked.

use super::choice::Choice;
use super::paths::Shelf;
use super::view::View;
use super::writer::Writer;
use super::{meta, paper, question};
use crate::curriculum::{Edition, Module};
use crate::document::{Block, Document, Inlines, PaperKind};
use crate::item::Use;
use crate::source::Spanned;

/// A module's papers.
pub(super) fn compose(edition: &Edition, module: &Module, choice: &Choice) -> Vec<Document> {
    question::modes(module).into_iter().map(|(mode, name)| compose_mode(edition, module, choice, mode, name)).collect()
}

fn compose_mode(edition: &Edition, module: &Module, choice: &Choice, mode: Use, name: &str) -> Document {
    let mut writer = Writer::new(edition, module, choice, View::QuizPaper);
    let kind = edition.language.phrases.common.quiz_paper;
    let kind = match mode {
        Use::Post => kind.to_owned(),
        Use::Pre | Use::Delayed | Use::Concept => format!("{kind} · {}", question::when(mode, edition.language)),
    };
    let meta = meta::of_module(&mut writer, Shelf::Open, name, &kind);
    let asks_confidence = module.quiz.as_ref().and_then(|it| it.confidence).unwrap_or(edition.confidence);
    let questions = question::asked(module, mode).into_iter().enumerate().map(|(question_idx, question)| {
        let item = question::item(&mut writer, question);
        let confidence = asks_confidence && item.points > 0;
        Spanned::new(Block::Question { number: question_idx + 1, item, confidence }, question.span)
    });
    let blocks = questions.collect();
    Document::Paper(paper::paper(&mut writer, meta, PaperKind::QuizPaper, Inlines::new(), blocks))
}
