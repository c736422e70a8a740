//! The line that tells an editor which schema a YAML file has, and the schemas it leads to, beside the courses: they are there
//! without a network and fit this version.

use std::path::Path;

use serde_json::Value;

use crate::read::{FileKind, SCHEMAS, file_name, schema};
use crate::theme;
use crate::tree::refresh;
use crate::yaml::Written;

/// Where schemas lie below the curriculum and below the themes. Names that start with a dot are no part of it.
const FOLDER: &str = ".tvartom/schema";

/// What the line starts with, by which the YAML language server knows it.
const START: &str = "# yaml-language-server: $schema=";

/// Writes the schemas of this version.
///
/// # Errors
/// If they cannot be written.
pub fn write_schemas(curriculum: &Path) -> anyhow::Result<()> {
    let mut files = Vec::new();
    for (ending, written) in [("json", Written::Original), ("translation.json", Written::Translation)] {
        for name in SCHEMAS {
            files.extend(file(&format!("{name}.{ending}"), schema(name, written)));
        }
    }
    files.extend(file("brand.json", theme::schema("brand")));
    refresh(curriculum, &files, is_ours)
}

/// Writes the schema of `theme.yaml` beside the themes.
///
/// # Errors
/// If it cannot be written.
pub fn write_theme_schema(themes: &Path) -> anyhow::Result<()> {
    let files: Vec<_> = file("theme.json", theme::schema("theme")).into_iter().collect();
    refresh(themes, &files, is_ours)
}

/// The text of a `theme.yaml` with the line in front.
pub fn theme_with_modeline(text: &str) -> String {
    format!("{START}../{FOLDER}/theme.json\n{text}")
}

fn file(name: &str, schema: Option<Value>) -> Option<(String, Vec<u8>)> {
    let text = serde_json::to_string_pretty(&schema?).expect("a JSON value is JSON");
    Some((format!("{FOLDER}/{name}"), format!("{text}\n").into_bytes()))
}

fn is_ours(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).contains("\"$comment\": \"Written by tvartom ")
}

/// The text of a file with the line in front; one that was copied from elsewhere leads to the wrong place and goes. What is
/// not YAML stays as it is.
pub fn with_modeline(path: &str, text: &str) -> String {
    let bare: String = text.split_inclusive('\n').filter(|it| !it.starts_with(START)).collect();
    let Some(file) = file_name(path) else { return bare };
    let name = match file.kind {
        FileKind::Course => "course",
        FileKind::Facts => "facts",
        FileKind::Sources if path.ends_with(".yaml") => "sources",
        FileKind::Glossary => "glossary",
        FileKind::Quiz => "quiz",
        FileKind::YamlModule => "module",
        FileKind::Sources | FileKind::Module | FileKind::Translated => return bare,
    };
    let (up, ending) = if file.language.is_some() { ("../..", "translation.json") } else { ("..", "json") };
    format!("{START}{up}/{FOLDER}/{name}.{ending}\n{bare}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_leads_to_the_schema_from_where_the_file_lies() {
        let first = |path: &str, text: &str| with_modeline(path, text);
        assert_eq!(first("k/facts.yaml", "a"), "# yaml-language-server: $schema=../.tvartom/schema/facts.json\na");
        let copied = first("k/en/01-a.quiz.yaml", &first("k/01-a.quiz.yaml", "a\n"));
        assert_eq!(copied, "# yaml-language-server: $schema=../../.tvartom/schema/quiz.translation.json\na\n");
        assert_eq!(first("k/01-a.md", "a"), "a");
        assert_eq!(first("k/en/translated.yaml", "a"), "a");
    }
}
