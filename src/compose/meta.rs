//! What every document says of itself: path, title, version, who may see it, the way up.

use super::paths::{self, Shelf};
use super::writer::Writer;
use crate::curriculum::Edition;
use crate::document::{Meta, plain_text};

/// What a module's document says of itself.
pub(super) fn of_module(writer: &mut Writer<'_>, shelf: Shelf, name: &str, kind: &str) -> Meta {
    let (edition, module) = (writer.edition, writer.module);
    let title = writer.title(&module.title);
    writer.take_used();
    of_edition(edition, shelf, paths::of_module(shelf, edition, module, name), &plain_text(&title), kind)
}

/// What a course's document says of itself.
pub(super) fn of_course(edition: &Edition, shelf: Shelf, name: &str, kind: &str) -> Meta {
    of_edition(edition, shelf, paths::of_course(shelf, edition, name), &edition.title, kind)
}

fn of_edition(edition: &Edition, shelf: Shelf, path: String, title: &str, kind: &str) -> Meta {
    let up = match shelf {
        Shelf::Open => paths::link(&edition.title, &paths::of_course(Shelf::Open, edition, "index")),
        Shelf::Trainer => paths::link(edition.language.phrases.pages.for_trainers, paths::TRAINER_INDEX),
    };
    Meta {
        language: edition.language,
        path,
        title: title.to_owned(),
        kind: kind.to_owned(),
        course: edition.title.clone(),
        version: edition.version.clone(),
        audience: shelf.audience(),
        up: Some(up),
    }
}
