//! What participants' pages can be found by: their titles, objectives and headings, written as participants see them.

use super::card::module_place;
use super::catalogue;
use super::choice::Choice;
use super::claim::is_off_handout;
use super::facets::{facets_of_course, facets_of_module};
use super::paths::{self, Shelf};
use super::view::View;
use super::writer::Writer;
use crate::curriculum::{Curriculum, Edition, Module};
use crate::document::{Document, Inlines, Meta, SearchEntry, SearchIndex, plain_text};

/// The index of the whole catalogue.
pub(super) fn compose(curriculum: &Curriculum, choice: &Choice) -> Vec<Document> {
    let language = catalogue::main_language(curriculum);
    let search = language.phrases.pages.search;
    let editions = curriculum.courses.iter().flat_map(|it| &it.editions);
    vec![Document::Search(SearchIndex {
        meta: Meta {
            language,
            path: paths::SEARCH.to_owned(),
            title: search.to_owned(),
            kind: search.to_owned(),
            course: String::new(),
            version: None,
            audience: Shelf::Open.audience(),
            up: None,
        },
        entries: editions.flat_map(|it| entries(it, choice)).collect(),
    })]
}

fn entries(edition: &Edition, choice: &Choice) -> Vec<SearchEntry> {
    let course = SearchEntry {
        path: format!("{}.html", paths::of_course(Shelf::Open, edition, "index")),
        id: None,
        scope: paths::of_course(Shelf::Open, edition, ""),
        course: String::new(),
        title: edition.title.clone(),
        objectives: Vec::new(),
        headings: Vec::new(),
        facets: facets_of_course(edition),
    };
    let modules = edition.modules.iter().map(|it| entry(edition, it, choice));
    std::iter::once(course).chain(modules).collect()
}

fn entry(edition: &Edition, module: &Module, choice: &Choice) -> SearchEntry {
    let mut writer = Writer::new(edition, module, choice, View::Page);
    let (path, id) = module_place(edition, module, choice);
    let has_sections = choice.has("handout");
    let mut headings = Vec::new();
    for section in module.sections.iter().filter(|it| !is_off_handout(it)) {
        let text = words(&writer.title(&section.title));
        if !text.is_empty() {
            headings.push((text, has_sections.then(|| section.id.clone())));
        }
    }
    SearchEntry {
        path,
        id,
        scope: paths::of_course(Shelf::Open, edition, ""),
        course: edition.title.clone(),
        title: words(&writer.title(&module.title)),
        objectives: module.objectives.iter().map(|it| words(&writer.title(&it.text))).collect(),
        headings,
        facets: facets_of_module(edition, module),
    }
}

/// The words of a title, with single spaces between.
fn words(text: &Inlines) -> String {
    plain_text(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
