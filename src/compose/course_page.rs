//! A course's page: what it is about, how long it takes, its modules with handout and quiz, and its other languages.

use super::card::{edition_link, facts, summary};
use super::choice::Choice;
use super::facets::facets_of_module;
use super::paths::{self, Shelf};
use super::question;
use crate::curriculum::{Course, Curriculum, Edition, Module};
use crate::document::{Card, Document, Inlines, Link, Meta, Page, PageKind};
use crate::locale::Language;

/// The pages of all courses in all their languages.
pub(super) fn compose(curriculum: &Curriculum, choice: &Choice) -> Vec<Document> {
    let editions = curriculum.courses.iter().flat_map(|course| course.editions.iter().map(move |it| (course, it)));
    editions.map(|(course, edition)| Document::Page(page(course, edition, choice))).collect()
}

fn page(course: &Course, edition: &Edition, choice: &Choice) -> Page {
    let language = edition.language;
    let phrases = &language.phrases;
    let modules = edition.modules.iter().enumerate();
    let up = Link { lang: None, ..paths::link(phrases.pages.back_to_catalogue, paths::CATALOGUE) };
    Page {
        meta: Meta {
            language,
            path: paths::of_course(Shelf::Open, edition, "index"),
            title: edition.title.clone(),
            kind: phrases.common.course.to_owned(),
            course: edition.title.clone(),
            version: edition.version.clone(),
            audience: Shelf::Open.audience(),
            up: Some(up),
        },
        kind: PageKind::Course,
        lead: Inlines::new(),
        facts: facts(edition, choice),
        links: languages(course, language),
        scope: Some(paths::of_course(Shelf::Open, edition, "")),
        cards: modules.map(|(module_idx, module)| card(edition, module, module_idx + 1, choice)).collect(),
    }
}

/// Links to a course in its languages but the one the page is in.
pub(super) fn languages(course: &Course, language: &'static Language) -> Vec<Link> {
    course.editions.iter().filter(|it| it.language != language).map(|it| edition_link(it, Some(language))).collect()
}

/// A module's card, for participants.
fn card(edition: &Edition, module: &Module, number: usize, choice: &Choice) -> Card {
    let language = edition.language;
    let pages = &language.phrases.pages;
    let at = |name: &str| paths::of_module(Shelf::Open, edition, module, name);
    let mut links = Vec::new();
    if choice.has("handout") {
        links.push(paths::link(pages.open_handout, &at("handout")));
    }
    if question::is_made(module, choice) {
        links.push(paths::link(pages.take_quiz, &at("quiz")));
        links.extend(printed_quizzes(edition, module));
    }
    let mut card = summary(edition, module, number, choice);
    card.href = links.first().map(|it| it.href.clone());
    card.links = links;
    card.facets = Some(facets_of_module(edition, module));
    card
}

/// Links to the papers of a module's quiz; where there are several, each says when it is for.
pub(super) fn printed_quizzes(edition: &Edition, module: &Module) -> Vec<Link> {
    let language = edition.language;
    let modes = question::modes(module);
    let print = language.phrases.pages.print_quiz;
    modes
        .iter()
        .map(|(mode, name)| {
            let words = match modes.len() {
                1 => print.to_owned(),
                _ => format!("{print} · {}", question::when(*mode, language)),
            };
            paths::link(&words, &paths::of_module(Shelf::Open, edition, module, name))
        })
        .collect()
}
