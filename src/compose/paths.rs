//! Where every product of every module lies in the output, without its ending.

use crate::curriculum::{Edition, Module, Variant};
use crate::document::{Audience, Href, Link};
use crate::locale::{Language, fill};

/// The ending of pages that documents link to.
const ENDING: &str = ".html";

/// Where something lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shelf {
    /// Among what everybody may see.
    Open,
    /// Under `trainer/`.
    Trainer,
}

impl Shelf {
    fn prefix(self) -> &'static str {
        match self {
            Shelf::Open => "",
            Shelf::Trainer => "trainer/",
        }
    }

    /// Who may see what lies there.
    pub(super) fn audience(self) -> Audience {
        match self {
            Shelf::Open => Audience::Participant,
            Shelf::Trainer => Audience::Trainer,
        }
    }
}

/// The catalogue.
pub(super) const CATALOGUE: &str = "index";

/// What participants' pages can be found by.
pub(super) const SEARCH: &str = "search";

/// The trainer's index.
pub(super) const TRAINER_INDEX: &str = "trainer/index";

/// A module's document, such as `tvartom/sv/75-90-illusionen/handout`.
pub(super) fn of_module(shelf: Shelf, edition: &Edition, module: &Module, name: &str) -> String {
    format!("{}{}/{}/{}/{name}", shelf.prefix(), edition.slug, edition.language.tag, module.slug)
}

/// A course's document, such as `trainer/tvartom/sv/agenda`.
pub(super) fn of_course(shelf: Shelf, edition: &Edition, name: &str) -> String {
    format!("{}{}/{}/{name}", shelf.prefix(), edition.slug, edition.language.tag)
}

/// The name of a variant's agenda.
pub(super) fn agenda_name(variant: &Variant) -> String {
    format!("agenda-{}", variant.slug())
}

/// A link to a document, with its ending.
pub(super) fn page(path: &str, id: Option<&str>) -> Href {
    Href::Document { path: format!("{path}{ENDING}"), id: id.map(str::to_owned) }
}

/// A link with its words, in the language of the page it stands on.
pub(super) fn link(text: &str, path: &str) -> Link {
    Link { text: text.to_owned(), href: page(path, None), lang: None }
}

/// Minutes in words: "1 minut", "12 minuter".
pub(super) fn minutes_in_words(minutes: u32, language: &Language) -> String {
    let common = &language.phrases.common;
    if minutes == 1 { common.minute.to_owned() } else { fill(common.minutes, &[("n", &minutes.to_string())]) }
}

/// Minutes in words, from an hour up in hours and minutes: "5 hours 11 minutes".
pub(super) fn hours_in_words(minutes: u32, language: &Language) -> String {
    let common = &language.phrases.common;
    let (hours, minutes) = (minutes / 60, minutes % 60);
    let mut parts = Vec::new();
    match hours {
        0 => {}
        1 => parts.push(common.hour.to_owned()),
        _ => parts.push(fill(common.hours, &[("n", &hours.to_string())])),
    }
    if minutes > 0 || hours == 0 {
        parts.push(minutes_in_words(minutes, language));
    }
    parts.join(" ")
}
