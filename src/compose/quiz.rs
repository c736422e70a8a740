//! The quiz that answers: before, after and weeks after the course as modes of one page.

use std::collections::BTreeSet;

use super::choice::Choice;
use super::paths::{self, Shelf};
use super::view::View;
use super::writer::Writer;
use super::{meta, question};
use crate::curriculum::{self, Edition, Module};
use crate::document::{Document, Misconception, Quiz, Scoring};
use crate::item::{Key, Use};

/// A module's quiz.
pub(super) fn compose(edition: &Edition, module: &Module, choice: &Choice) -> Vec<Document> {
    let modes: Vec<Use> = question::modes(module).into_iter().map(|(mode, _)| mode).collect();
    let Some(quiz) = module.quiz.as_ref().filter(|_| !modes.is_empty()) else { return Vec::new() };
    let mut writer = Writer::new(edition, module, choice, View::Quiz);
    let meta = meta::of_module(&mut writer, Shelf::Open, "quiz", edition.language.phrases.common.quiz);
    let title = writer.title(&module.title);
    let asked = quiz.questions.iter().filter(|it| it.item.uses.iter().any(|when| modes.contains(when)));
    let mut items = Vec::new();
    let mut key = Key::new();
    for asked in asked {
        items.push(question::item(&mut writer, asked));
        if let Some(answer) = quiz.key.get(&asked.item.id) {
            key.insert(asked.item.id.clone(), question::answer(&mut writer, answer));
        }
    }
    let beliefs: BTreeSet<&str> = key.values().flat_map(|it| it.misconceptions.iter().flatten()).map(String::as_str).collect();
    let misconceptions = beliefs.into_iter().filter_map(|it| misconception(edition, choice, it)).collect();
    vec![Document::Quiz(Quiz {
        meta,
        title,
        items,
        key,
        modes,
        pass: quiz.pass.unwrap_or(edition.pass),
        confidence: quiz.confidence.unwrap_or(edition.confidence),
        scoring: match edition.scoring {
            curriculum::Scoring::Points => Scoring::Points,
            curriculum::Scoring::Certainty => Scoring::Certainty,
        },
        draw: quiz.draw,
        misconceptions,
        handout: paths::page(&paths::of_module(Shelf::Open, edition, module, "handout"), None),
    })]
}

fn misconception(edition: &Edition, choice: &Choice, id: &str) -> Option<Misconception> {
    edition.modules.iter().find_map(|module| {
        let found = module.misconceptions.iter().find(|it| it.id == id)?;
        let mut writer = Writer::new(edition, module, choice, View::Quiz);
        let belief = found.belief.as_ref().filter(|_| choice.has("handout"));
        let anchor = belief.and_then(|it| writer.anchors.get(it.value.as_str())).map(|it| it.id.clone());
        let handout = paths::of_module(Shelf::Open, edition, module, "handout");
        let href = anchor.map(|it| paths::page(&handout, Some(&it)));
        Some(Misconception { id: id.to_owned(), text: writer.title(&found.text), href })
    })
}
