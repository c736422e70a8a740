//! What pages say of courses and modules: facts, minutes, objectives, and links.

use super::choice::Choice;
use super::minutes;
use super::paths::{self, Shelf};
use super::question;
use super::view::View;
use super::writer::Writer;
use crate::curriculum::{Edition, Module};
use crate::document::{Card, Href, Inline, Inlines, Link};
use crate::locale::{Language, fill, format_date};

/// A link to a course's page, by the language's own name.
pub(super) fn edition_link(edition: &Edition, from: Option<&'static Language>) -> Link {
    let lang = (from != Some(edition.language)).then(|| edition.language.tag.to_owned());
    Link { lang, ..paths::link(edition.language.name, &paths::of_course(Shelf::Open, edition, "index")) }
}

/// What there is to know of a course: for whom, how long, how many, which version, by whom.
pub(super) fn facts(edition: &Edition, choice: &Choice) -> Vec<(String, String)> {
    let language = edition.language;
    let common = &language.phrases.common;
    let mut out = Vec::new();
    let mut push = |label: &str, value: String| out.push((label.to_owned(), value));
    let who: Vec<String> = edition.audience.who.iter().cloned().chain(participants(edition, choice)).collect();
    if !who.is_empty() {
        push(common.audience, who.join(" · "));
    }
    let total = minutes::of_course(edition).0;
    if total > 0 {
        push(common.duration, paths::minutes_in_words(total, language));
    }
    if !edition.variants.is_empty() {
        let variants = edition.variants.iter();
        let names: Vec<String> =
            variants.map(|it| format!("{} ({})", it.title, paths::minutes_in_words(it.minutes.0, language))).collect();
        push(language.phrases.agenda.variant, names.join(", "));
    }
    if let Some(version) = &edition.version {
        push(common.version, version.clone());
    }
    if !edition.authors.is_empty() {
        push(common.authors, edition.authors.join(", "));
    }
    if let Some(license) = &edition.license {
        push(common.license, license.clone());
    }
    out
}

/// How many take part, in words.
pub(super) fn participants(edition: &Edition, choice: &Choice) -> Option<String> {
    let common = &edition.language.phrases.common;
    match (choice.participants, edition.audience.size) {
        (Some(n), _) => Some(fill(common.participants_exactly, &[("n", &n.to_string())])),
        (None, Some((least, most))) if least == most => Some(fill(common.participants_exactly, &[("n", &least.to_string())])),
        (None, Some((least, most))) => Some(fill(common.participants, &[("n", &least.to_string()), ("m", &most.to_string())])),
        (None, None) => None,
    }
}

/// A module's card without links: title, lead, minutes, objectives.
pub(super) fn summary(edition: &Edition, module: &Module, number: usize, choice: &Choice) -> Card {
    let language = edition.language;
    let common = &language.phrases.common;
    let mut writer = Writer::new(edition, module, choice, View::Page);
    let (minutes, estimated) = minutes::of_module(edition, module);
    let mut facts = Vec::new();
    if minutes.0 > 0 {
        let words = paths::minutes_in_words(minutes.0, language);
        facts.push(if estimated { format!("{words} ({})", common.estimated) } else { words });
    }
    if let Some(reviewed) = module.reviewed {
        facts.push(fill(common.facts_reviewed, &[("date", &format_date(reviewed, language))]));
    }
    Card {
        id: module.slug.clone(),
        number,
        title: writer.title(&module.title),
        lang: None,
        href: None,
        lead: module.lead.as_deref().map(|it| writer.title(it)).unwrap_or_default(),
        facts,
        objectives: module.objectives.iter().map(|it| writer.title(&it.text)).collect(),
        links: Vec::new(),
        facets: None,
        cards: Vec::new(),
    }
}

/// Where a module is found: its handout, else its quiz, else its card on the course's page; path and id.
pub(super) fn module_place(edition: &Edition, module: &Module, choice: &Choice) -> (String, Option<String>) {
    let at = |name: &str| format!("{}.html", paths::of_module(Shelf::Open, edition, module, name));
    if choice.has("handout") {
        (at("handout"), None)
    } else if question::is_made(module, choice) {
        (at("quiz"), None)
    } else {
        (format!("{}.html", paths::of_course(Shelf::Open, edition, "index")), Some(module.slug.clone()))
    }
}

/// Where a course's page is.
pub(super) fn address(edition: &Edition) -> Href {
    paths::page(&paths::of_course(Shelf::Open, edition, "index"), None)
}

/// Words as running text.
pub(super) fn words(text: &str) -> Inlines {
    if text.is_empty() { Inlines::new() } else { vec![Inline::Text(text.to_owned())] }
}
