//! Which originals the texts of a translation belong to: `COURSE/LANG/translated.yaml`.

use anyhow::Context;

use crate::locale::LANGUAGES;
use crate::prose::{hash_text, outline, split_attributes};
use crate::tree::{Tree, replace};
use crate::yaml::texts;

/// What is translated stands beside `course.yaml`; sources are the same in every language.
const COURSE_FILES: &[&str] = &["course.yaml", "facts.yaml", "glossary.yaml"];

/// Keys of `course.yaml` that hold texts.
const COURSE_KEYS: &[&str] = &["title", "audience"];

/// The files of a course that have texts to translate, by name, with the texts to start from: the original's own.
pub fn starting_texts(tree: &Tree, course: &str) -> anyhow::Result<Vec<(String, String)>> {
    let names = translatable(tree, course);
    names.into_iter().map(|name| Ok((name.clone(), starting_text(&name, &text(tree, &format!("{course}/{name}"))?)))).collect()
}

/// Notes for every translation under the selected paths that it is up to date, and gives the records that were written.
pub fn mark_translated(tree: &Tree, selected: &[String]) -> anyhow::Result<Vec<String>> {
    let root = tree.folder().context("only a folder can be written to")?;
    let mut written = Vec::new();
    for course in tree.paths().iter().filter_map(|it| it.strip_suffix("/course.yaml")).filter(|it| !it.contains('/')) {
        let is_selected = selected.is_empty() || selected.iter().any(|it| it.split('/').next() == Some(course));
        for tag in LANGUAGES.iter().map(|it| it.tag).filter(|_| is_selected) {
            let names = translatable(tree, course);
            let there: Vec<String> = names.into_iter().filter(|name| tree.contains(&format!("{course}/{tag}/{name}"))).collect();
            if there.is_empty() {
                continue;
            }
            let path = format!("{course}/{tag}/translated.yaml");
            replace(root, &path, record(tree, course, &there)?.as_bytes())?;
            written.push(path);
        }
    }
    Ok(written)
}

/// The record: for each file, the hash of each section of its original.
pub fn record(tree: &Tree, course: &str, names: &[String]) -> anyhow::Result<String> {
    let mut out = "# The originals that these texts translate. Written by tvartom; not to be changed by hand.\n".to_owned();
    for name in names {
        let original = text(tree, &format!("{course}/{name}"))?;
        out.push_str(&format!("{}:\n", quoted(name)));
        if name.ends_with(".md") {
            for part in outline(&original) {
                out.push_str(&format!("  {}: {}\n", quoted(&part.key), quoted(&part.hash)));
            }
        } else {
            out.push_str(&format!("  \"_whole\": {}\n", quoted(&hash_text(&texts(name, &original)))));
        }
    }
    Ok(out)
}

/// A JSON text is a YAML text too.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text is JSON")
}

fn translatable(tree: &Tree, course: &str) -> Vec<String> {
    let prefix = format!("{course}/");
    let names = tree.paths().iter().filter_map(|it| it.strip_prefix(&prefix)).filter(|it| !it.contains('/'));
    let is_module =
        |name: &str| (name.ends_with(".md") || name.ends_with(".yaml")) && !name.starts_with('_') && name != "README.md";
    names.filter(|it| COURSE_FILES.contains(it) || (is_module(it) && *it != "sources.yaml")).map(str::to_owned).collect()
}

fn text(tree: &Tree, path: &str) -> anyhow::Result<String> {
    String::from_utf8(tree.bytes(path)?).with_context(|| format!("{path} is not UTF-8"))
}

fn starting_text(name: &str, original: &str) -> String {
    match name {
        "course.yaml" => only_keys(original, COURSE_KEYS),
        _ if name.ends_with(".md") => without_tuning(original),
        _ => original.to_owned(),
    }
}

/// The lines of some keys of a YAML file.
fn only_keys(text: &str, keys: &[&str]) -> String {
    let mut is_wanted = false;
    let mut out = String::new();
    for line in text.lines() {
        if line.starts_with(|it: char| !it.is_whitespace()) {
            is_wanted = line.split_once(':').is_some_and(|(key, _)| keys.contains(&key));
        }
        if is_wanted {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// Headings of sections keep only their `#id`: role, minutes and the like stand in the original alone.
fn without_tuning(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        match line.strip_prefix("## ").map(split_attributes) {
            Some((title, attributes)) if !attributes.is_empty() => {
                out.push_str(&format!("## {title}"));
                if let Some(id) = attributes.split_whitespace().find(|it| it.starts_with('#')) {
                    out.push_str(&format!(" {{{id}}}"));
                }
            }
            _ => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Tree {
        let files = [
            ("k/course.yaml", "title: Kurs\nlang: sv\naudience:\n  who: Alla\nversion: 1.0\n"),
            ("k/01-a.md", "---\ntitle: A\n---\n\n## Så {.belief #so minutes=3}\n\nText.\n"),
            ("k/01-a.quiz.yaml", "questions: []\n"),
            ("k/sources.yaml", "a: {}\n"),
            ("k/README.md", "x"),
            ("k/img/x.png", "x"),
        ];
        Tree::memory(files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())))
    }

    #[test]
    fn a_translation_starts_from_the_originals_texts() {
        let texts = starting_texts(&tree(), "k").unwrap();
        let names: Vec<&str> = texts.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["01-a.md", "01-a.quiz.yaml", "course.yaml"]);
        assert!(texts[0].1.contains("\n## Så {#so}\n"), "{}", texts[0].1);
        assert_eq!(texts[2].1, "title: Kurs\naudience:\n  who: Alla\n");
    }

    #[test]
    fn the_record_names_each_section() {
        let record = record(&tree(), "k", &["01-a.md".to_owned(), "course.yaml".to_owned()]).unwrap();
        let keys: Vec<&str> = record.lines().skip(1).map(|it| it.split(':').next().unwrap().trim()).collect();
        assert_eq!(keys, ["\"01-a.md\"", "\"_start\"", "\"so\"", "\"course.yaml\"", "\"_whole\""]);
    }
}
