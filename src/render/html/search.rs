//! The index of participants' pages as a classic script, since nothing else can be read from a folder without a server.

use serde_json::{Value, json};

use super::address::anchor;
use crate::document::{Document, SearchEntry};
use crate::render::setting::Setting;
use crate::tree::{Contents, File};

/// The index as one file; other documents are none.
pub fn render(document: &Document, _setting: Setting<'_>) -> Vec<File> {
    let Document::Search(index) = document else { return Vec::new() };
    let entries: Vec<Value> = index.entries.iter().map(entry).collect();
    let script = format!("window.tvartomSearch = {};\n", Value::Array(entries));
    vec![File { path: format!("{}.js", index.meta.path), contents: Contents::Bytes(script.into_bytes()) }]
}

/// An entry with names of a letter, since each is written once for every module.
fn entry(entry: &SearchEntry) -> Value {
    let id = entry.id.as_ref().map(|it| format!("#{}", anchor(it))).unwrap_or_default();
    let headings: Vec<Value> = entry
        .headings
        .iter()
        .map(|(text, id)| match id {
            Some(id) => json!([text, anchor(id)]),
            None => json!([text]),
        })
        .collect();
    let (language, name) = entry.facets.languages.first().cloned().unwrap_or_default();
    json!({
        "u": format!("{}{id}", entry.path),
        "s": entry.scope,
        "l": language,
        "n": name,
        "c": entry.course,
        "t": entry.title,
        "o": entry.objectives,
        "h": headings,
        "a": entry.facets.audience,
        "m": entry.facets.minutes,
        "k": entry.facets.topics,
    })
}
