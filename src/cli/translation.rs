//! Which originals the texts of a translation belong to: `COURSE/LANG/translated.yaml`.

use anyhow::Context;

use crate::diagnostic::Diagnostics;
use crate::locale::LANGUAGES;
use crate::prose::{hash_text, outline, split_attributes};
use crate::read::stem;
use crate::source::{FileId, Place};
use crate::tree::{Tree, replace};
use crate::yaml::{self, Node, NodeKind, texts};

/// What is translated stands beside `course.yaml`; sources are the same in every language.
const COURSE_FILES: &[&str] = &["course.yaml", "facts.yaml", "glossary.yaml"];

/// Keys of `course.yaml` that hold texts.
const COURSE_KEYS: &[&str] = &["title", "audience"];

/// The files of a course that have texts to translate, by name, with the texts to start from: the original's own.
pub fn starting_texts(tree: &Tree, course: &str) -> anyhow::Result<Vec<(String, String)>> {
    let names = translatable(tree, course);
    names.into_iter().map(|name| Ok((name.clone(), starting_text(&name, &text(tree, &format!("{course}/{name}"))?)))).collect()
}

/// Notes for every translation under the selected paths that it is up to date, and gives the records that were written. What is
/// not selected stays noted as it was.
pub fn mark_translated(tree: &Tree, selected: &[String]) -> anyhow::Result<Vec<String>> {
    let root = tree.folder().context("only a folder can be written to")?;
    let mut written = Vec::new();
    for course in tree.paths().iter().filter_map(|it| it.strip_suffix("/course.yaml")).filter(|it| !it.contains('/')) {
        let is_selected = selected.is_empty() || selected.iter().any(|it| it.split('/').next() == Some(course));
        for tag in LANGUAGES.iter().map(|it| it.tag).filter(|_| is_selected) {
            let names = translatable(tree, course);
            let there: Vec<String> = names.into_iter().filter(|name| tree.contains(&format!("{course}/{tag}/{name}"))).collect();
            if !there.iter().any(|name| is_meant(selected, course, tag, name)) {
                continue;
            }
            let path = format!("{course}/{tag}/translated.yaml");
            let before = Record::read(tree, &path);
            let mut parts = Vec::new();
            for name in &there {
                let noted = before.parts(name).filter(|_| !is_meant(selected, course, tag, name));
                let noted = noted.map_or_else(|| hashes(tree, course, name), Ok)?;
                parts.push((name.as_str(), noted));
            }
            replace(root, &path, written_record(&parts).as_bytes())?;
            written.push(path);
        }
    }
    Ok(written)
}

/// Whether a file of a course in a language lies under the selected paths. A quiz goes with its module, an original with all its translations.
fn is_meant(selected: &[String], course: &str, tag: &str, name: &str) -> bool {
    selected.is_empty()
        || selected.iter().any(|path| {
            let Some(below) = path.strip_prefix(course) else { return false };
            let below = below.strip_prefix('/').unwrap_or(below);
            let below = below
                .strip_prefix(tag)
                .and_then(|it| it.strip_prefix('/').or(Some(it).filter(|it| it.is_empty())))
                .unwrap_or(below);
            below.is_empty() || stem(below) == stem(name)
        })
}

/// The parts of a file, each with the hash of its original.
type Hashes = Vec<(String, String)>;

/// The record: for each file, the hash of each section of its original.
pub fn record(tree: &Tree, course: &str, names: &[String]) -> anyhow::Result<String> {
    let parts = names.iter().map(|name| Ok((name.as_str(), hashes(tree, course, name)?))).collect::<anyhow::Result<Vec<_>>>()?;
    Ok(written_record(&parts))
}

fn hashes(tree: &Tree, course: &str, name: &str) -> anyhow::Result<Hashes> {
    let original = text(tree, &format!("{course}/{name}"))?;
    Ok(if name.ends_with(".md") {
        outline(&original).into_iter().map(|part| (part.key, part.hash)).collect()
    } else {
        vec![("_whole".to_owned(), hash_text(&texts(name, &original)))]
    })
}

fn written_record(files: &[(&str, Hashes)]) -> String {
    let mut out = "# The originals that these texts translate. Written by tvartom; not to be changed by hand.\n".to_owned();
    for (name, hashes) in files {
        out.push_str(&format!("{}:\n", quoted(name)));
        for (key, hash) in hashes {
            out.push_str(&format!("  {}: {}\n", quoted(key), quoted(hash)));
        }
    }
    out
}

/// A record as it was written before; nothing if there is none that can be read.
struct Record(Option<Node>);

impl Record {
    fn read(tree: &Tree, path: &str) -> Record {
        let text = tree.bytes(path).ok().and_then(|it| String::from_utf8(it).ok());
        Record(text.and_then(|it| yaml::parse(&it, &Place::Offset(FileId(0), 0), &mut Diagnostics::default()).ok()))
    }

    fn parts(&self, name: &str) -> Option<Hashes> {
        let NodeKind::Record(parts) = &self.0.as_ref()?.get(name)?.kind else { return None };
        parts.iter().map(|(key, hash)| Some((key.value.clone(), hash.text()?.to_owned()))).collect()
    }
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
    fn what_is_selected_is_noted_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        let module = |words: &str| format!("---\ntitle: A\n---\n\n## S {{#s}}\n\n{words}\n");
        write("k/course.yaml", "title: Kurs\nlang: sv\ntranslations: [en]\n");
        for name in ["01-a.md", "02-b.md", "en/01-a.md", "en/02-b.md"] {
            write(&format!("k/{name}"), &module("Ett."));
        }
        let noted = |selected: &[&str]| {
            let selected: Vec<String> = selected.iter().map(|it| (*it).to_owned()).collect();
            let written = mark_translated(&Tree::open(folder.path()).unwrap(), &selected).unwrap();
            (written.len(), std::fs::read_to_string(folder.path().join("k/en/translated.yaml")).unwrap())
        };
        let (_, first) = noted(&[]);
        write("k/01-a.md", &module("Två."));
        write("k/02-b.md", &module("Två."));
        let (_, second) = noted(&["k/en/02-b.md"]);
        let halves = |text: &str| text.split_once("\"02-b.md\"").map(|(one, other)| (one.to_owned(), other.to_owned())).unwrap();
        assert_eq!(halves(&first).0, halves(&second).0);
        assert_ne!(halves(&first).1, halves(&second).1);
        assert_eq!(noted(&["k/01-a.md"]), noted(&[]));
        assert_eq!(noted(&["k/sv"]).0, 0);
    }

    #[test]
    fn the_record_names_each_section() {
        let record = record(&tree(), "k", &["01-a.md".to_owned(), "course.yaml".to_owned()]).unwrap();
        let keys: Vec<&str> = record.lines().skip(1).map(|it| it.split(':').next().unwrap().trim()).collect();
        assert_eq!(keys, ["\"01-a.md\"", "\"_start\"", "\"so\"", "\"course.yaml\"", "\"_whole\""]);
    }
}
