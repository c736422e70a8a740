//! Fields of a Hayagriva file that nobody would read.

use crate::diagnostic::fault::UNKNOWN_FIELD;
use crate::diagnostic::{Diagnostics, Meant, did_you_mean};
use crate::source::Source;

use super::passage::{Passage, lines, yaml_key};

/// The fields of an entry and of its parents, as Hayagriva's description of its format has them.
pub const FIELDS: &[&str] = &[
    "type",
    "title",
    "author",
    "date",
    "parent",
    "abstract",
    "genre",
    "editor",
    "affiliated",
    "publisher",
    "location",
    "organization",
    "issue",
    "volume",
    "volume-total",
    "chapter",
    "edition",
    "page-range",
    "page-total",
    "time-range",
    "runtime",
    "url",
    "serial-number",
    "serial",
    "language",
    "archive",
    "archive-location",
    "call-number",
    "note",
];

/// What people write who know other formats.
const MEANT: &[(&str, &str)] = &[
    ("doi", "serial-number"),
    ("isbn", "serial-number"),
    ("issn", "serial-number"),
    ("year", "date"),
    ("pages", "page-range"),
    ("journal", "parent"),
    ("number", "issue"),
    ("institution", "organization"),
    ("number-of-pages", "page-total"),
];

/// Tells of fields that are written in block style and have names that Hayagriva does not know: it passes over them.
pub fn check_fields(source: &Source, passages: &[Passage], diagnostics: &mut Diagnostics) {
    for passage in passages {
        let entry = &source.text[passage.range.clone()];
        let first_line = entry.split_inclusive('\n').next().map_or(0, str::len);
        check_block(source, passage.range.start + first_line, &entry[first_line..], diagnostics);
    }
}

/// A block of fields with one indentation. What is indented more belongs to the field above it, and only `parent` has
/// fields of its own that we know.
fn check_block(source: &Source, start: usize, block: &str, diagnostics: &mut Diagnostics) {
    let mut indentation = None;
    let mut parent: Option<usize> = None;
    for (at, line) in lines(block) {
        // A list of parents: what follows the dash is a field.
        let content = line.trim_start_matches([' ', '-']);
        if content.trim().is_empty() || content.starts_with('#') {
            continue;
        }
        let indent = line.len() - content.len();
        let outer = *indentation.get_or_insert(indent);
        if indent > outer {
            continue;
        }
        if let Some(parent_start) = parent.take() {
            check_block(source, start + parent_start, &block[parent_start..at], diagnostics);
        }
        let Some(key) = yaml_key(content).filter(|_| indent == outer) else { continue };
        let name = &content[key.clone()];
        if name == "parent" {
            parent = Some(at + line.len());
        }
        let is_word = name.chars().all(|it| it.is_alphanumeric() || it == '-' || it == '_');
        if is_word && !FIELDS.contains(&name) {
            let span = source.span(start + at + indent + key.start..start + at + indent + key.end);
            let meant = MEANT.iter().find(|(word, _)| *word == name).map(|(_, meant)| *meant);
            let suggestion = meant.map(Meant::from).or_else(|| did_you_mean(name, FIELDS.iter().copied()));
            let is_taken = |it: &Meant<'_>| block.contains(&format!("{}:", it.word));
            let suggestion = suggestion.map(|it| if is_taken(&it) { it.unsure() } else { it });
            diagnostics.report(&UNKNOWN_FIELD, span, &[name, &source.path]).suggest(suggestion);
        }
    }
    if let Some(parent_start) = parent {
        check_block(source, start + parent_start, &block[parent_start..], diagnostics);
    }
}
