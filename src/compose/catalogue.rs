//! The catalogue: all courses, for participants.

use super::card::{address, edition_link, facts, words};
use super::choice::Choice;
use super::facets::facets_of_course;
use super::paths::{self, Shelf};
use crate::curriculum::{Course, Curriculum, Edition};
use crate::document::{Card, Document, Facets, Inlines, Meta, Page, PageKind};
use crate::locale::{LANGUAGES, Language};

/// The catalogue, in the language of the first course.
pub(super) fn compose(curriculum: &Curriculum, choice: &Choice) -> Vec<Document> {
    let language = main_language(curriculum);
    let phrases = &language.phrases;
    let lead = if curriculum.courses.is_empty() { phrases.pages.nothing_here } else { phrases.common.tagline };
    vec![Document::Page(Page {
        meta: Meta {
            language,
            path: paths::CATALOGUE.to_owned(),
            title: phrases.pages.catalogue.to_owned(),
            kind: phrases.pages.catalogue.to_owned(),
            course: String::new(),
            version: None,
            audience: Shelf::Open.audience(),
            up: None,
        },
        kind: PageKind::Catalogue,
        lead: words(lead),
        facts: Vec::new(),
        links: Vec::new(),
        scope: Some(String::new()),
        cards: curriculum.courses.iter().filter_map(|it| card(it, language, choice)).collect(),
    })]
}

/// The language of pages about several courses: the first course's own.
pub(super) fn main_language(curriculum: &Curriculum) -> &'static Language {
    let first = curriculum.courses.iter().find_map(|it| it.editions.first());
    first.map_or(LANGUAGES[0], |it| it.language)
}

/// The edition of a course to show on a page of a language: the one in it, else the original.
fn edition_for<'a>(course: &'a Course, language: &'static Language) -> Option<&'a Edition> {
    course.editions.iter().find(|it| it.language == language).or(course.editions.first())
}

fn card(course: &Course, language: &'static Language, choice: &Choice) -> Option<Card> {
    let edition = edition_for(course, language)?;
    Some(Card {
        id: course.slug.clone(),
        number: 0,
        title: words(&edition.title),
        lang: (edition.language != language).then(|| edition.language.tag.to_owned()),
        href: Some(address(edition)),
        lead: Inlines::new(),
        facts: facts(edition, choice).into_iter().take(2).map(|(label, value)| format!("{label}: {value}")).collect(),
        objectives: Vec::new(),
        links: course.editions.iter().map(|it| edition_link(it, Some(language))).collect(),
        facets: Some(Facets {
            languages: course.editions.iter().map(|it| (it.language.tag.to_owned(), it.language.name.to_owned())).collect(),
            ..facets_of_course(edition)
        }),
        cards: Vec::new(),
    })
}
