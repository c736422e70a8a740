//! The trainer's index: every document of every course, module and language.

use super::card::{self, address, words};
use super::catalogue::main_language;
use super::choice::Choice;
use super::paths::{self, Shelf};
use super::{followup, message, question};
use crate::curriculum::{Curriculum, Edition, Module};
use crate::document::{Card, Document, Href, Inlines, Link, Meta, Page, PageKind};
use crate::locale::Language;

/// The trainer's index, in the language of the first course.
pub(super) fn compose(curriculum: &Curriculum, choice: &Choice) -> Vec<Document> {
    let language = main_language(curriculum);
    let pages = &language.phrases.pages;
    let editions = curriculum.courses.iter().flat_map(|it| &it.editions);
    vec![Document::Page(Page {
        meta: Meta {
            language,
            path: paths::TRAINER_INDEX.to_owned(),
            title: pages.for_trainers.to_owned(),
            kind: pages.for_trainers.to_owned(),
            course: String::new(),
            version: None,
            audience: Shelf::Trainer.audience(),
            up: Some(paths::link(pages.catalogue, paths::CATALOGUE)),
        },
        kind: PageKind::Trainer,
        // The page warns by itself that it is not for participants.
        lead: Inlines::new(),
        facts: Vec::new(),
        links: Vec::new(),
        scope: None,
        cards: editions.map(|it| course_card(it, language, choice)).collect(),
    })]
}

fn course_card(edition: &Edition, language: &'static Language, choice: &Choice) -> Card {
    let facts = card::facts(edition, choice);
    let modules = edition.modules.iter().enumerate();
    let mut links = agendas(edition, choice);
    links.extend(pack(edition, choice));
    links.push(paths::link(edition.language.phrases.common.course, &paths::of_course(Shelf::Open, edition, "index")));
    let id = format!("{}-{}", edition.slug, edition.language.tag);
    let cards = modules.map(|(module_idx, module)| module_card(edition, module, module_idx + 1, &id, choice));
    Card {
        number: 0,
        title: words(&format!("{} ({})", edition.title, edition.language.name)),
        lang: (edition.language != language).then(|| edition.language.tag.to_owned()),
        href: Some(address(edition)),
        lead: Inlines::new(),
        facts: facts.into_iter().map(|(label, value)| format!("{label}: {value}")).collect(),
        objectives: Vec::new(),
        links,
        facets: None,
        cards: cards.collect(),
        id,
    }
}

/// What follows the course, and the map of its objectives.
fn pack(edition: &Edition, choice: &Choice) -> Vec<Link> {
    let mut out = Vec::new();
    let phrases = &edition.language.phrases;
    if choice.has("alignment") && !edition.modules.is_empty() {
        out.push(paths::link(phrases.followup.alignment, &paths::of_course(Shelf::Trainer, edition, "alignment")));
    }
    if !choice.has("followup") {
        return out;
    }
    let mut files = followup::sheets_of(edition);
    if !message::messages(edition, choice).is_empty() {
        out.push(paths::link(phrases.followup.heading, &paths::of_course(Shelf::Trainer, edition, "followup")));
        files.splice(0..0, followup::files_of(edition));
    }
    out.extend(files.into_iter().map(|(text, path)| Link {
        text: text.to_owned(),
        href: Href::Document { path, id: None },
        lang: None,
    }));
    out
}

fn agendas(edition: &Edition, choice: &Choice) -> Vec<Link> {
    let agenda = edition.language.phrases.common.agenda;
    if !choice.has("agenda") || super::schedule::slots(edition).is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    if choice.variant.is_none() {
        out.push(paths::link(agenda, &paths::of_course(Shelf::Trainer, edition, "agenda")));
    }
    for variant in edition.variants.iter().filter(|it| choice.variant.as_ref().is_none_or(|name| *name == it.name)) {
        let path = paths::of_course(Shelf::Trainer, edition, &paths::agenda_name(variant));
        out.push(paths::link(&format!("{agenda} · {}", variant.title), &path));
    }
    out
}

fn module_card(edition: &Edition, module: &Module, number: usize, course: &str, choice: &Choice) -> Card {
    let common = &edition.language.phrases.common;
    let mut links = Vec::new();
    let mut push = |shelf: Shelf, name: &str, words: &str| {
        links.push(paths::link(words, &paths::of_module(shelf, edition, module, name)));
    };
    if choice.has("deck") {
        push(Shelf::Trainer, "deck", common.deck);
    }
    if choice.has("guide") {
        push(Shelf::Trainer, "guide", common.guide);
    }
    if choice.has("handout") {
        push(Shelf::Open, "handout", common.handout_blank);
        push(Shelf::Trainer, "handout-complete", common.handout_complete);
    }
    let has_questions = module.quiz.as_ref().is_some_and(|it| !it.questions.is_empty());
    if question::is_made(module, choice) {
        push(Shelf::Open, "quiz", common.quiz);
        for (mode, name) in question::modes(module) {
            push(Shelf::Open, name, &format!("{} · {}", common.quiz_paper, question::when(mode, edition.language)));
        }
    }
    if choice.has("key") && has_questions {
        push(Shelf::Trainer, "key", common.key);
    }
    let mut card = card::summary(edition, module, number, choice);
    card.id = format!("{course}-{}", card.id);
    card.href = links.first().map(|it| it.href.clone());
    card.links = links;
    // A trainer looks for documents here; what they are for stands in them.
    card.objectives = Vec::new();
    card
}
