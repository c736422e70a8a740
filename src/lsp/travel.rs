//! From a name to what it names, and to everything that speaks of it.

use gen_lsp_types::Location;

use super::view::Cursor;
use crate::read::{Name, NameRole, file_name};

/// Where the thing at the cursor is described. A translation's own description comes first; that of another language only
/// where there is no other.
pub fn definitions(cursor: &Cursor<'_>) -> Vec<Location> {
    let Some(name) = cursor.name() else { return Vec::new() };
    let here = cursor.file().and_then(|it| it.language);
    let language = |it: &&Name| file_name(&cursor.view.names.sources.get(it.id.span.file).path).and_then(|it| it.language);
    let described: Vec<&Name> = cursor.view.names.same(name).filter(|it| it.role != NameRole::Use).collect();
    let of = |tag: Option<&str>| described.iter().copied().filter(|it| language(it) == tag).collect::<Vec<&Name>>();
    let found = [of(here), of(None), described.clone()].into_iter().find(|it| !it.is_empty()).unwrap_or_default();
    found.into_iter().filter_map(|it| cursor.view.location(it)).collect()
}

/// Everything that speaks of the thing at the cursor, in all languages; with its descriptions if they are asked for.
pub fn uses(cursor: &Cursor<'_>, with_definitions: bool) -> Vec<Location> {
    let Some(name) = cursor.name() else { return Vec::new() };
    let wanted = |it: &&Name| with_definitions || it.role == NameRole::Use;
    cursor.view.names.same(name).filter(wanted).filter_map(|it| cursor.view.location(it)).collect()
}
