//! Files that their authors may think are read, and are not: their names say something else.

use std::collections::BTreeSet;

use super::course::Described;
use super::module::{Named, front_matter};
use crate::diagnostic::fault::{
    COURSE_WITHOUT_FILE, FILE_LEFT_OUT, MISNAMED_FILE, MODULE_LEFT_OUT, QUIZ_WITHOUT_MODULE, TRANSLATION_NOT_LISTED,
    TRANSLATION_WITHOUT_ORIGINAL,
};
use crate::diagnostic::{Diagnostics, did_you_mean};
use crate::locale::LANGUAGES;
use crate::source::Span;
use crate::tree::{TEXT_LIMIT, Tree};

/// What lies in a course's folder under a name of its own.
const COURSE_FILES: &[&str] = &["course.yaml", "facts.yaml", "sources.yaml", "sources.bib", "glossary.yaml"];
/// Endings that editors and operating systems give to what is meant to end otherwise.
const ENDINGS: &[(&str, &str)] =
    &[(".yml", ".yaml"), (".yaml", ".yaml"), (".markdown", ".md"), (".mdown", ".md"), (".md", ".md"), (".bib", ".bib")];

/// Whether a file is there that was probably meant to have this name, which none has.
pub fn is_misnamed(tree: &Tree, folder: &str, name: &str) -> bool {
    files(tree, folder).any(|it| meant(tree, folder, it).is_some_and(|it| it == name))
}

/// Tells of everything in a course's folder that looks as if it should be read.
pub fn tell_strays(tree: &Tree, folder: &str, described: &Described, names: &[Named], diagnostics: &mut Diagnostics) {
    tell_misnamed(tree, folder, diagnostics);
    tell_lone_quizzes(tree, folder, names, diagnostics);
    for name in files(tree, folder).filter(|it| !names.iter().any(|named| named.file_name == *it)) {
        if is_open(name) && looks_like_module(tree, folder, name) {
            let span = start_of(&format!("{folder}/{name}"), diagnostics);
            diagnostics.report(&MODULE_LEFT_OUT, span, &[name]);
        }
    }
    for language in subfolders(tree, folder) {
        let inner = format!("{folder}/{language}");
        if described.translations.iter().any(|(it, _)| it.tag == language) {
            tell_translation(tree, &inner, names, diagnostics);
        } else if LANGUAGES.iter().any(|it| it.tag == language && it.tag != described.edition.language.tag)
            && let Some(name) = files(tree, &inner).find(|it| looks_like_module(tree, &inner, it))
        {
            let span = start_of(&format!("{inner}/{name}"), diagnostics);
            diagnostics.report(&TRANSLATION_NOT_LISTED, span, &[&inner, language]);
        }
    }
}

/// Tells of folders with modules that are no courses, among those selected, or all if none is.
pub fn tell_lone_folders(tree: &Tree, selected: &[String], diagnostics: &mut Diagnostics) {
    for folder in lone_folders(tree) {
        if !selected.is_empty() && !selected.iter().any(|it| it == folder) {
            continue;
        }
        if is_misnamed(tree, folder, "course.yaml") {
            tell_misnamed(tree, folder, diagnostics);
            continue;
        }
        let is_module = |it: &&str| it.starts_with(|it: char| it.is_ascii_digit()) && looks_like_module(tree, folder, it);
        if let Some(name) = files(tree, folder).find(is_module) {
            let span = start_of(&format!("{folder}/{name}"), diagnostics);
            diagnostics.report(&COURSE_WITHOUT_FILE, span, &[folder]);
        }
    }
}

/// Whether a course is there whose course.yaml has another name.
pub fn has_misnamed_course(tree: &Tree) -> bool {
    lone_folders(tree).into_iter().any(|it| is_misnamed(tree, it, "course.yaml"))
}

/// The folders that have no course.yaml.
fn lone_folders(tree: &Tree) -> Vec<&str> {
    let folders: BTreeSet<&str> = tree.paths().iter().filter_map(|it| it.split_once('/')).map(|(folder, _)| folder).collect();
    folders.into_iter().filter(|it| is_open(it) && !tree.contains(&format!("{it}/course.yaml"))).collect()
}

fn tell_translation(tree: &Tree, folder: &str, names: &[Named], diagnostics: &mut Diagnostics) {
    tell_misnamed(tree, folder, diagnostics);
    tell_lone_quizzes(tree, folder, names, diagnostics);
    for name in files(tree, folder).filter(|it| is_open(it) && !names.iter().any(|named| named.file_name == *it)) {
        if looks_like_module(tree, folder, name) {
            let similar = did_you_mean(name, names.iter().map(|it| it.file_name.as_str()));
            let span = start_of(&format!("{folder}/{name}"), diagnostics);
            diagnostics.report(&TRANSLATION_WITHOUT_ORIGINAL, span, &[name]).suggest(similar);
        }
    }
}

fn tell_misnamed(tree: &Tree, folder: &str, diagnostics: &mut Diagnostics) {
    for name in files(tree, folder) {
        let Some(meant) = meant(tree, folder, name) else { continue };
        let fault = if COURSE_FILES.contains(&meant.as_str()) { &MISNAMED_FILE } else { &FILE_LEFT_OUT };
        let span = start_of(&format!("{folder}/{name}"), diagnostics);
        diagnostics.report(fault, span, &[name, &meant]);
    }
}

/// Quizzes whose names are those of no module.
fn tell_lone_quizzes(tree: &Tree, folder: &str, names: &[Named], diagnostics: &mut Diagnostics) {
    let stems: Vec<&str> = names.iter().filter_map(|it| it.file_name.rsplit_once('.')).map(|(stem, _)| stem).collect();
    for name in files(tree, folder).filter(|it| is_open(it)) {
        let Some(stem) = name.strip_suffix(".quiz.yaml").filter(|it| !stems.contains(it)) else { continue };
        let similar = did_you_mean(stem, stems.iter().copied()).map(|it| format!("{}.quiz.yaml", it.word));
        let span = start_of(&format!("{folder}/{name}"), diagnostics);
        diagnostics.report(&QUIZ_WITHOUT_MODULE, span, &[name]).suggest(similar.as_deref());
    }
}

/// The name that a file was probably meant to have, if it has another and nothing has that one.
fn meant(tree: &Tree, folder: &str, name: &str) -> Option<String> {
    let bare = name.strip_suffix(".txt").unwrap_or(name);
    let (stem, ending) = ENDINGS.iter().find_map(|(typed, meant)| {
        let at = bare.len().checked_sub(typed.len())?;
        let is_so = bare.get(at..)?.eq_ignore_ascii_case(typed);
        is_so.then(|| (&bare[..at], *meant))
    })?;
    let lower = format!("{}{ending}", stem.to_lowercase());
    let is_numbered = stem.starts_with(|it: char| it.is_ascii_digit()) && ending != ".bib";
    let meant = if COURSE_FILES.contains(&lower.as_str()) {
        lower
    } else if is_numbered || (stem.ends_with(".quiz") && ending == ".yaml") {
        format!("{stem}{ending}")
    } else {
        return None;
    };
    (meant != name && is_open(name) && !tree.contains(&format!("{folder}/{meant}"))).then_some(meant)
}

/// Whether a file that ends as a module does is written as one: with front matter, or with sections in YAML.
fn looks_like_module(tree: &Tree, folder: &str, name: &str) -> bool {
    let is_markdown = name.ends_with(".md");
    if !is_markdown && (!name.ends_with(".yaml") || name.ends_with(".quiz.yaml") || COURSE_FILES.contains(&name)) {
        return false;
    }
    let path = format!("{folder}/{name}");
    if !tree.size(&path).is_ok_and(|it| it <= TEXT_LIMIT) {
        return false;
    }
    let text = tree.bytes(&path).ok().and_then(|it| String::from_utf8(it).ok()).unwrap_or_default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let has_title = |text: &str| text.lines().any(|it| it.starts_with("title:"));
    if is_markdown {
        return front_matter(text).is_some_and(|(range, _)| has_title(&text[range]));
    }
    has_title(text) && text.lines().any(|it| it.starts_with("sections:"))
}

/// The names of the files directly in a folder.
fn files<'a>(tree: &'a Tree, folder: &str) -> impl Iterator<Item = &'a str> {
    let prefix = format!("{folder}/");
    tree.paths().iter().filter_map(move |it| it.strip_prefix(&prefix)).filter(|it| !it.contains('/'))
}

/// The names of the folders directly in a folder.
fn subfolders<'a>(tree: &'a Tree, folder: &str) -> BTreeSet<&'a str> {
    let prefix = format!("{folder}/");
    let inner = tree.paths().iter().filter_map(|it| it.strip_prefix(&prefix)?.split_once('/'));
    inner.map(|(name, _)| name).collect()
}

/// Whether a name is not one of those that are left out on purpose.
fn is_open(name: &str) -> bool {
    !name.starts_with(['_', '.']) && !name.eq_ignore_ascii_case("readme.md")
}

/// The start of a file that is not read.
fn start_of(path: &str, diagnostics: &mut Diagnostics) -> Span {
    diagnostics.sources.add(path, "").span(0..0)
}
