//! What courses and modules can be narrowed down by.

use std::collections::BTreeSet;

use super::minutes;
use crate::curriculum::{Edition, Module};
use crate::document::Facets;

/// What a course in a language can be narrowed down by.
pub(super) fn facets_of_course(edition: &Edition) -> Facets {
    let topics: BTreeSet<&String> = edition.modules.iter().flat_map(|it| &it.tags).collect();
    Facets {
        audience: edition.audience.who.clone(),
        minutes: minutes::of_course(edition).0,
        languages: vec![(edition.language.tag.to_owned(), edition.language.name.to_owned())],
        topics: topics.into_iter().cloned().collect(),
    }
}

/// What a module can be narrowed down by.
pub(super) fn facets_of_module(edition: &Edition, module: &Module) -> Facets {
    Facets { minutes: minutes::of_module(edition, module).0.0, topics: module.tags.clone(), ..facets_of_course(edition) }
}
