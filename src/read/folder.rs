//! Finds courses, modules and translations in the tree, and reads them in order.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::around::Around;
use super::course::{Described, read_course};
use super::facts::{read_facts, read_glossary};
use super::files::stem;
use super::module::{Named, TypedModule, read_module, type_markdown};
use super::quiz::read_quiz;
use super::strays::{is_misnamed, tell_lone_folders, tell_strays};
use super::votes::place_votes;
use super::yaml_module::type_yaml;
use crate::citation::Bibliography;
use crate::curriculum::{Course, Curriculum, Edition, Module, Translated};
use crate::diagnostic::fault::{
    CANNOT_READ, DUPLICATE_SLUG, FILE_TOO_LARGE, MODULE_TWINS, NAME_NOT_ALLOWED, NO_TRANSLATION, NOT_UTF8, UNKNOWN_MODULE,
};
use crate::diagnostic::{Diagnostics, Severity, did_you_mean};
use crate::locale::Language;
use crate::prose::{Features, slug};
use crate::source::{Source, Span};
use crate::tree::{TEXT_LIMIT, Tree, is_plain};
use crate::yaml::{self, Node, NodeKind};

/// What is to be read. Empty lists mean everything.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Folders of courses.
    pub courses: Vec<String>,
    /// Languages, by tag.
    pub languages: Vec<String>,
}

/// Reads the curriculum. Texts go to `diagnostics.sources`; what is wrong is told there, and the rest is read all the same.
pub fn read(tree: &Tree, selection: &Selection, diagnostics: &mut Diagnostics) -> Curriculum {
    let folders: BTreeSet<&str> = tree.paths().iter().filter_map(|path| path.strip_suffix("/course.yaml")).collect();
    let wanted = |folder: &&str| {
        !folder.contains('/')
            && !folder.starts_with(['_', '.'])
            && (selection.courses.is_empty() || selection.courses.iter().any(|it| it == folder))
    };
    tell_lone_folders(tree, &selection.courses, diagnostics);
    let folders: Vec<&str> = folders.into_iter().filter(wanted).collect();
    let courses = folders.into_iter().filter(|it| is_address(it, tree, diagnostics)).collect::<Vec<_>>();
    let courses = courses.into_iter().filter_map(|folder| read_folder(tree, folder, selection, diagnostics));
    Curriculum { courses: courses.collect() }
}

/// Whether a course's folder can be published under its name, which lies beside what the program itself makes.
fn is_address(folder: &str, tree: &Tree, diagnostics: &mut Diagnostics) -> bool {
    const TAKEN: &[&str] = &["trainer", "assets", "index.html", "search.js"];
    let is_free = is_plain(folder) && !TAKEN.contains(&folder.to_lowercase().as_str());
    if !is_free && let Some(source) = read_text(tree, &format!("{folder}/course.yaml"), diagnostics) {
        diagnostics.report(&NAME_NOT_ALLOWED, source.span(0..0), &[folder]);
    }
    is_free
}

/// A course's folder, in one language: what belongs to the course, as YAML.
struct Files {
    course: Node,
    facts: Option<Node>,
}

/// What an original hands to its translations.
struct Original<'a> {
    files: &'a Files,
    modules: &'a BTreeMap<String, (TypedModule, Option<Node>)>,
}

fn read_folder(tree: &Tree, folder: &str, selection: &Selection, diagnostics: &mut Diagnostics) -> Option<Course> {
    let files = Files {
        course: read_yaml(tree, &format!("{folder}/course.yaml"), diagnostics)?,
        facts: read_optional_yaml(tree, &format!("{folder}/facts.yaml"), diagnostics),
    };
    let described = read_course(&files.course, folder, diagnostics).ok()?;
    let names = module_names(tree, folder, &described, diagnostics);
    tell_strays(tree, folder, &described, &names, diagnostics);
    let mut typed = BTreeMap::new();
    let translations = described.translations.clone();
    let mut edition = described.edition.clone();
    edition.unread.ledger = is_unread(tree, folder, "facts.yaml", files.facts.as_ref());
    fill(&mut edition, tree, folder, files.facts.as_ref(), diagnostics);
    (edition.modules, edition.unread.modules) = read_modules(tree, folder, &names, None, &edition, &mut typed, diagnostics);
    let mut editions = vec![edition];
    for (language, span) in translations {
        if selection.languages.is_empty() || selection.languages.iter().any(|it| it == language.tag) {
            let original = Original { files: &files, modules: &typed };
            editions.extend(read_translation(tree, folder, language, span, &names, &original, diagnostics));
        }
    }
    if !selection.languages.is_empty() {
        editions.retain(|it| selection.languages.iter().any(|tag| tag == it.language.tag));
    }
    Some(Course { slug: folder.to_owned(), editions })
}

fn read_translation(
    tree: &Tree,
    folder: &str,
    language: &'static Language,
    span: Span,
    names: &[Named],
    original: &Original<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Edition> {
    let inner = format!("{folder}/{}", language.tag);
    if !tree.paths().iter().any(|path| path.starts_with(&format!("{inner}/"))) {
        diagnostics.report(&NO_TRANSLATION, span, &[language.tag, &inner]);
        return None;
    }
    let course = match read_optional_yaml(tree, &format!("{inner}/course.yaml"), diagnostics) {
        Some(node) => yaml::overlay(&original.files.course, &node, diagnostics),
        None => original.files.course.clone(),
    };
    // The original's own findings were told with the original.
    let mut edition = read_course(&course, folder, &mut diagnostics.aside()).ok()?.edition;
    edition.language = language;
    edition.translated = Some(read_translated(tree, &inner, diagnostics));
    let own_facts = read_optional_yaml(tree, &format!("{inner}/facts.yaml"), diagnostics);
    edition.unread.ledger = is_unread(tree, folder, "facts.yaml", original.files.facts.as_ref());
    let facts = match (&original.files.facts, own_facts) {
        (Some(original), Some(own)) => Some(yaml::overlay(original, &own, diagnostics)),
        // The texts alone are no ledger.
        (None, Some(_)) if edition.unread.ledger => None,
        (original, own) => original.clone().or(own),
    };
    fill(&mut edition, tree, &inner, facts.as_ref(), diagnostics);
    if edition.sources.keys().next().is_none() {
        edition.sources = read_sources(tree, folder, &mut Diagnostics::default());
    }
    let read = read_modules(tree, &inner, names, Some(original), &edition, &mut BTreeMap::new(), diagnostics);
    (edition.modules, edition.unread.modules) = read;
    Some(edition)
}

/// `translated.yaml`, which `check --mark-translated` writes. What cannot be read in it says nothing.
fn read_translated(tree: &Tree, folder: &str, diagnostics: &mut Diagnostics) -> Translated {
    let mut digests = BTreeMap::new();
    let node = read_optional_yaml(tree, &format!("{folder}/translated.yaml"), diagnostics);
    for (file, parts) in node.iter().flat_map(Node::entries) {
        let parts = parts.entries().iter().filter_map(|(key, digest)| Some((key.value.clone(), digest.text()?.to_owned())));
        digests.insert(file.value.clone(), parts.collect());
    }
    Translated { digests }
}

/// Facts, sources and terms.
fn fill(edition: &mut Edition, tree: &Tree, folder: &str, facts: Option<&Node>, diagnostics: &mut Diagnostics) {
    if let Some(facts) = facts {
        edition.facts = read_facts(facts, &mut edition.unread, diagnostics);
    }
    edition.sources = read_sources(tree, folder, diagnostics);
    if let Some(node) = read_optional_yaml(tree, &format!("{folder}/glossary.yaml"), diagnostics) {
        edition.glossary = read_glossary(&node, diagnostics);
    }
}

fn read_sources(tree: &Tree, folder: &str, diagnostics: &mut Diagnostics) -> Bibliography {
    for name in ["sources.yaml", "sources.bib"] {
        let path = format!("{folder}/{name}");
        if tree.contains(&path) {
            let source = read_text(tree, &path, diagnostics);
            return source.map_or_else(Bibliography::unreadable, |it| Bibliography::read(&it, diagnostics));
        }
    }
    let is_misnamed = ["sources.yaml", "sources.bib"].iter().any(|it| is_misnamed(tree, folder, it));
    if is_misnamed { Bibliography::unreadable() } else { Bibliography::default() }
}

/// The modules of a course in their order: those that start with a number, or those that are listed.
fn module_names(tree: &Tree, folder: &str, described: &Described, diagnostics: &mut Diagnostics) -> Vec<Named> {
    let prefix = format!("{folder}/");
    let mut found: Vec<Named> = Vec::new();
    for path in tree.paths() {
        let Some(name) = path.strip_prefix(&prefix).filter(|it| !it.contains('/')) else { continue };
        let Some((stem, ending)) = name.rsplit_once('.') else { continue };
        let is_module = matches!(ending, "md" | "yaml") && !stem.ends_with(".quiz") && !name.starts_with(['_', '.']);
        let listed = described.modules.iter().any(|it| it.value == name || it.value == stem);
        let numbered = described.modules.is_empty() && stem.starts_with(|it: char| it.is_ascii_digit());
        if is_module && (listed || numbered) {
            let named = Named {
                path: path.as_str().into(),
                file_name: name.to_owned(),
                slug: module_slug(stem),
                is_yaml: ending == "yaml",
            };
            found.push(named);
        }
    }
    let number = |it: &Named| {
        it.file_name
            .bytes()
            .take_while(u8::is_ascii_digit)
            .fold(0u64, |sum, digit| sum.saturating_mul(10).saturating_add(u64::from(digit - b'0')))
    };
    found.sort_by(|a, b| number(a).cmp(&number(b)).then_with(|| a.file_name.cmp(&b.file_name)));
    if !described.modules.is_empty() {
        let stem = |it: &Named| it.file_name.rsplit_once('.').map_or(it.file_name.clone(), |(stem, _)| stem.to_owned());
        for listed in &described.modules {
            if !found.iter().any(|it| it.file_name == listed.value || stem(it) == listed.value) {
                let similar = did_you_mean(&listed.value, tree.paths().iter().filter_map(|it| it.strip_prefix(&prefix)));
                diagnostics.report(&UNKNOWN_MODULE, listed.span, &[&listed.value]).suggest(similar);
            }
        }
        let position =
            |it: &Named| described.modules.iter().position(|listed| listed.value == it.file_name || listed.value == stem(it));
        found.sort_by_key(position);
    }
    found
}

/// The slug of a module by its file's name, or its quiz's: `02-x.md` and `02-x.quiz.yaml` are both `x`.
pub fn slug_of_file(name: &str) -> String {
    module_slug(stem(name).unwrap_or(name))
}

/// A file's name without one leading number: `02-75-90-illusionen` is `75-90-illusionen`. Where nothing else is left that an
/// address can have, the number is the name.
fn module_slug(stem: &str) -> String {
    let rest = stem.trim_start_matches(|it: char| it.is_ascii_digit());
    let bare = if rest.len() < stem.len() { rest.strip_prefix(['-', '_']).unwrap_or(stem) } else { stem };
    let name = slug(bare);
    if name.is_empty() { slug(stem) } else { name }
}

fn read_modules(
    tree: &Tree,
    folder: &str,
    names: &[Named],
    original: Option<&Original<'_>>,
    edition: &Edition,
    typed: &mut BTreeMap<String, (TypedModule, Option<Node>)>,
    diagnostics: &mut Diagnostics,
) -> (Vec<Arc<Module>>, BTreeSet<String>) {
    let features = Features { math: edition.math, language: edition.language };
    let (mut modules, mut unread): (Vec<Arc<Module>>, BTreeSet<String>) = (Vec::new(), BTreeSet::new());
    for named in names {
        let path: Arc<str> = format!("{folder}/{}", named.file_name).into();
        let named = Named { path, file_name: named.file_name.clone(), slug: named.slug.clone(), is_yaml: named.is_yaml };
        if !tree.contains(&named.path) {
            // A module that is not translated yet is left out of the translation.
            continue;
        }
        let errors_before = diagnostics.count(Severity::Error);
        unread.insert(named.file_name.clone());
        let Some(source) = read_text(tree, &named.path, diagnostics) else { continue };
        let before = original.map(|it| it.modules.get(&named.file_name));
        if before.is_some_and(|it| it.is_none()) {
            continue;
        }
        let before = before.flatten();
        let read = if named.is_yaml {
            type_yaml(&source, before.map(|it| &it.0.front), features, diagnostics)
        } else {
            type_markdown(&source, features, diagnostics)
        };
        let Ok(module_typed) = read else { continue };
        let quiz_path = named.path.rsplit_once('.').map(|(stem, _)| format!("{stem}.quiz.yaml")).unwrap_or_default();
        let own_quiz = read_optional_yaml(tree, &quiz_path, diagnostics);
        let quiz = match (before.and_then(|it| it.1.as_ref()), own_quiz) {
            (Some(original), Some(own)) => Some(yaml::overlay(original, &own, diagnostics)),
            (None, own) if original.is_none() => own,
            _ => None,
        };
        let copy = original.is_none().then(|| (module_typed.clone(), quiz.clone()));
        let Ok(mut module) = read_module(module_typed, before.map(|it| &it.0), &named, features, diagnostics) else { continue };
        if let Some(quiz) = quiz.filter(|it| it.kind != NodeKind::Null) {
            let around = Around {
                facts: &edition.facts,
                unread: &edition.unread,
                sections: &module.sections,
                misconceptions: &module.misconceptions,
                features,
            };
            module.quiz = read_quiz(&quiz, around, diagnostics).ok();
            place_votes(&mut module, edition.language);
        }
        // Held against a faulty original, a sound translation would look wrong.
        if let Some(copy) = copy.filter(|_| diagnostics.count(Severity::Error) == errors_before) {
            typed.insert(named.file_name.clone(), copy);
        }
        unread.remove(&named.file_name);
        if is_unique(&module, &modules, diagnostics) {
            modules.push(Arc::new(module));
        }
    }
    (modules, unread)
}

/// Twins (`.md` and `.yaml` of one name) and two modules of one slug cannot both be published.
fn is_unique(module: &Module, modules: &[Arc<Module>], diagnostics: &mut Diagnostics) -> bool {
    let Some(first) = modules.iter().find(|it| it.slug == module.slug) else { return true };
    let stem = |it: &Module| it.file_name.rsplit_once('.').map(|(stem, _)| stem.to_owned());
    let fault = if stem(first) == stem(module) { &MODULE_TWINS } else { &DUPLICATE_SLUG };
    diagnostics.report(fault, module.span, &[&module.slug, &first.file_name]).relate(first.span, "the other one", "den andra");
    false
}

fn read_yaml(tree: &Tree, path: &str, diagnostics: &mut Diagnostics) -> Option<Node> {
    let source = read_text(tree, path, diagnostics)?;
    yaml::parse(&source.text, &source.place(), diagnostics).ok()
}

/// Whether a file of YAML is there, if under another name, but nothing of it could be read.
fn is_unread(tree: &Tree, folder: &str, name: &str, read: Option<&Node>) -> bool {
    read.is_none() && (tree.contains(&format!("{folder}/{name}")) || is_misnamed(tree, folder, name))
}

fn read_optional_yaml(tree: &Tree, path: &str, diagnostics: &mut Diagnostics) -> Option<Node> {
    if tree.contains(path) { read_yaml(tree, path, diagnostics) } else { None }
}

/// A file's text, without a byte order mark.
pub fn read_text(tree: &Tree, path: &str, diagnostics: &mut Diagnostics) -> Option<Source> {
    let bytes = match tree.size(path) {
        Ok(size) if size > TEXT_LIMIT => {
            let source = diagnostics.sources.add(path, "");
            diagnostics.report(&FILE_TOO_LARGE, source.span(0..0), &[path, &(size / 1_048_576).to_string()]);
            return None;
        }
        _ => tree.bytes(path),
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => {
            let source = diagnostics.sources.add(path, "");
            diagnostics.report(&CANNOT_READ, source.span(0..0), &[path, &error.root_cause().to_string()]);
            return None;
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
            Some(diagnostics.sources.add(path, text))
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let readable = String::from_utf8_lossy(&bytes[..valid]).into_owned();
            let source = diagnostics.sources.add(path, readable);
            diagnostics.report(&NOT_UTF8, source.span(valid..valid), &[path]);
            None
        }
    }
}
