//! What an input goes through, and what must hold for it. The fuzz targets and the Rust tests, which replay `regressions`, call the same
//! functions: a panic is a finding.
#![allow(clippy::unwrap_used, reason = "a target may fall over")]

use std::collections::{BTreeMap, BTreeSet};

use tvartom::citation::Bibliography;
use tvartom::cli;
use tvartom::diagnostic::report::{Messages, Telling, human, json};
use tvartom::diagnostic::{Diagnostics, Severity};
use tvartom::locale::LANGUAGES;
use tvartom::pipeline::{self, Memo, Request};
use tvartom::theme::{Brand, Theme};
use tvartom::tree::{Contents, MemorySink, Tree};
use tvartom::yaml::UNREADABLE;

/// What a target is given.
type Target = fn(&[u8]);

/// Every target by its name.
pub const TARGETS: &[(&str, Target)] = &[
    ("module", module),
    ("quiz", quiz),
    ("ledger", ledger),
    ("brand", brand),
    ("pipeline", pipeline),
    ("twins", twins),
    ("fix", fix),
];

const COURSE: &[u8] = b"title: C\nlang: sv\nmath: true\nhtml: true\nvariants: {short: {minutes: 30}}\n";
const PLAIN_COURSE: &[u8] = b"title: D\nlang: en\n";
const FACTS: &[u8] = b"- {id: f, statement: S, grade: C, status: disputed, caveat: Only once., year: 2019, n: 12, sources: [a], \
    value: {point: 60, low: 57, high: 70, unit: percent, of: those asked}}\n- {id: g, statement: T, grade: A, value: {point: 1.5, unit: SEK}}\n";
const SOURCES: &[u8] =
    b"a: {type: article, title: A title, author: 'Berg, Ada', date: 2019}\nb: {type: web, title: B, url: 'https://b.example'}\n";
const MODULE: &[u8] = b"---\ntitle: A\nobjectives:\n  - {id: o1, level: apply, text: Use it}\nmisconceptions:\n  - {id: m, text: M, belief: s}\n---\n\n\
    ## We know {.belief #s}\n\nYes [=f] [@a].\n\n## Why {.illusion}\n\n- It seems\n\n## No {.reality}\n\n**No.** [=g]\n";

/// A module in Markdown, in a course that allows everything and in one that allows nothing.
pub fn module(data: &[u8]) {
    let mut files = course("c", COURSE);
    files.extend(course("d", PLAIN_COURSE));
    files.insert("c/01-a.md".to_owned(), data.to_vec());
    files.insert("d/01-a.md".to_owned(), data.to_vec());
    inspect(files);
}

/// A quiz.
pub fn quiz(data: &[u8]) {
    let mut files = course("c", COURSE);
    files.insert("c/01-a.md".to_owned(), MODULE.to_vec());
    files.insert("c/01-a.quiz.yaml".to_owned(), data.to_vec());
    inspect(files);
}

/// What belongs to a course: it itself, its facts, its sources in both forms, its terms, what its people believe.
pub fn ledger(data: &[u8]) {
    let mut files = BTreeMap::new();
    for (folder, name) in
        [("c", "facts.yaml"), ("d", "sources.yaml"), ("e", "sources.bib"), ("f", "glossary.yaml"), ("g", "course.yaml")]
    {
        files.extend(course(folder, COURSE));
        files.insert(format!("{folder}/01-a.md"), MODULE.to_vec());
        files.insert(format!("{folder}/{name}"), data.to_vec());
    }
    files.remove("e/sources.yaml");
    files.insert("h/course.yaml".to_owned(), COURSE.to_vec());
    files.insert("h/01-a.md".to_owned(), [b"---\ntitle: A\n", data, b"\n---\n\n## S {.belief #s}\n\nYes.\n"].concat());
    inspect(files);
    for name in ["c/sources.yaml", "c/sources.bib"] {
        let mut diagnostics = Diagnostics::default();
        let source = diagnostics.sources.add(name, String::from_utf8_lossy(data).into_owned());
        let bibliography = Bibliography::read(&source, &mut diagnostics);
        for language in LANGUAGES {
            let mut keys: Vec<String> = bibliography.keys().map(str::to_owned).collect();
            bibliography.sort(&mut keys, language);
            for key in &keys {
                bibliography.entry(key, language);
                bibliography.cite(&[(key, Some("s. 12")), (key, None)], language);
            }
        }
    }
}

/// A brand, and a theme's manifest.
pub fn brand(data: &[u8]) {
    let themes =
        Tree::memory([("t/theme.yaml".to_owned(), data.to_vec()), ("u/theme.yaml".to_owned(), b"extends: t\n".to_vec())]);
    let curriculum = Tree::memory([("logo.svg".to_owned(), b"<svg/>".to_vec())]);
    let mut diagnostics = Diagnostics::default();
    let source = diagnostics.sources.add("_brand.yml", String::from_utf8_lossy(data).into_owned());
    let brand = Brand::read(&source, &mut diagnostics);
    let theme = Theme::load("u", &themes, &mut diagnostics).branded(&brand, &curriculum, &mut diagnostics);
    let css = theme.files().into_iter().find(|it| it.path.contains("brand"));
    if let Some(Contents::Bytes(css)) = css.map(|it| it.contents) {
        assert!(!String::from_utf8(css).unwrap().contains("</"), "a style that leaves its element");
    }
    hold(&diagnostics);
}

/// A whole curriculum, in parts that each begin with `--- file: PATH` or `--- theme: PATH` as the cases do. A build that remembers makes the
/// same files as one that does not.
pub fn pipeline(data: &[u8]) {
    let Some((tree, themes)) = trees(data) else { return };
    let request = request(themes);
    let first = build(&tree, &request, &mut Memo::default());
    let mut memo = Memo::for_watching();
    build(&tree, &request, &mut memo);
    assert!(build(&tree, &request, &mut memo) == first, "a build that remembers makes something else");
    for path in first.keys() {
        let is_plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0', '\n']);
        assert!(path.split('/').all(is_plain), "{path:?} cannot be the name of a file");
    }
}

/// The body of a section, in a module in Markdown and in its twin in YAML: where both are sound, the same documents.
pub fn twins(data: &[u8]) {
    let Ok(body) = std::str::from_utf8(data) else { return };
    let quoted: String = body.chars().map(quoted).collect();
    let markdown = format!("---\ntitle: A\n---\n\n## S {{.reality #s}}\n\n{body}\n");
    let yaml = format!("title: A\nsections:\n  - {{id: s, role: reality, title: S, body: \"{quoted}\"}}\n");
    let made = [("c/01-a.md", markdown), ("c/01-a.yaml", yaml)].map(|(path, text)| {
        let mut files = course("c", COURSE);
        files.insert(path.to_owned(), text.into_bytes());
        let mut sink = MemorySink::new();
        let diagnostics = pipeline::build(&Tree::memory(files), &request(Tree::empty()), &mut Memo::default(), &mut sink);
        hold(&diagnostics);
        (diagnostics.count(Severity::Error) == 0).then(|| sink.files().clone())
    });
    let [Some(markdown), Some(yaml)] = made else { return };
    for (path, contents) in &markdown {
        assert!(yaml.get(path) == Some(contents), "{path} differs:\n{contents:?}\n{:?}", yaml.get(path));
    }
}

/// `check --fix`: a file that could be read can be read when it is mended, and nothing is mended again. A mended course may lay bare
/// files that cannot be read and that nobody looked at before.
pub fn fix(data: &[u8]) {
    let Some((tree, themes)) = trees(data) else { return };
    let request = request(themes);
    let unreadable = |tree: &Tree| -> BTreeSet<String> {
        let diagnostics = pipeline::check(tree, &request);
        let found = diagnostics.iter().filter(|it| UNREADABLE.iter().any(|fault| fault.code == it.fault.code));
        found.filter_map(|it| Some(diagnostics.sources.get(it.span?.file).path.to_string())).collect()
    };
    let changes = cli::mend(&tree, &request);
    if changes.is_empty() {
        return;
    }
    let lay = |without: Option<&str>| {
        let changes = changes.iter().filter(|it| Some(it.path.as_str()) != without);
        tree.clone().lay(changes.map(|it| (it.path.clone(), it.after.clone().into_bytes())))
    };
    let mended = lay(None);
    for path in unreadable(&mended).iter().filter(|path| changes.iter().any(|it| it.path == **path)) {
        assert!(unreadable(&lay(Some(path))).contains(path), "{path} could be read: {changes:?}");
    }
    let again = cli::mend(&mended, &request);
    assert!(again.is_empty(), "mended again: {again:?} after {changes:?}");
}

/// A course with facts and sources.
fn course(folder: &str, course: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let files = [("course.yaml", course), ("facts.yaml", FACTS), ("sources.yaml", SOURCES)];
    files.map(|(name, text)| (format!("{folder}/{name}"), text.to_vec())).into()
}

/// A character in a text between double quotes.
fn quoted(character: char) -> String {
    match character {
        '"' | '\\' => format!("\\{character}"),
        '\n' => "\\n".to_owned(),
        '\t' => "\\t".to_owned(),
        it if it.is_control() || matches!(it, '\u{2028}' | '\u{2029}' | '\u{feff}') => format!("\\U{:08X}", u32::from(it)),
        it => it.to_string(),
    }
}

/// A curriculum and its themes: at most sixteen files.
fn trees(data: &[u8]) -> Option<(Tree, Tree)> {
    let text = std::str::from_utf8(data).ok()?.replace("--- theme: ", "--- file: theme/");
    let (mut files, mut themes) = (BTreeMap::new(), BTreeMap::new());
    for part in text.split("--- file: ").skip(1).take(16) {
        let (path, text) = part.split_once('\n')?;
        let text = text.split("--- expect: ").next().unwrap_or(text);
        let (path, of) = match path.strip_prefix("theme/") {
            Some(path) => (path, &mut themes),
            None => (path, &mut files),
        };
        let is_file = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains('\0') && part.len() < 200;
        if path.split('/').all(is_file) {
            of.insert(path.to_owned(), text.as_bytes().to_vec());
        }
    }
    let has_course = files.keys().any(|it| it.ends_with("/course.yaml"));
    if !has_course && files.keys().any(|it| it.starts_with("c/")) {
        files.insert("c/course.yaml".to_owned(), COURSE.to_vec());
    }
    (!files.is_empty()).then(|| (Tree::memory(files), Tree::memory(themes)))
}

fn request(themes: Tree) -> Request {
    Request {
        themes,
        theme: None,
        languages: Vec::new(),
        only: Vec::new(),
        formats: Vec::new(),
        paths: Vec::new(),
        variant: None,
        participants: None,
        strict: false,
        jobs: 1,
        steps: false,
        sheet: None,
        today: (2026, 11, 23),
    }
}

fn inspect(files: BTreeMap<String, Vec<u8>>) {
    let (_, diagnostics) = pipeline::inspect(&Tree::memory(files), &request(Tree::empty()));
    hold(&diagnostics);
}

fn build(tree: &Tree, request: &Request, memo: &mut Memo) -> BTreeMap<String, Contents> {
    let mut sink = MemorySink::new();
    let diagnostics = pipeline::build(tree, request, memo, &mut sink);
    hold(&diagnostics);
    sink.files().clone()
}

/// Holds every finding to lie in its text, on whole characters, and to be tellable.
fn hold(diagnostics: &Diagnostics) {
    for finding in diagnostics.iter() {
        for span in finding.span.into_iter().chain(finding.related.iter().map(|it| it.span)) {
            let text = &diagnostics.sources.get(span.file).text;
            assert!(text.get(span.range()).is_some(), "{}: {span:?} does not lie in {text:?}", finding.fault.code);
        }
    }
    for messages in [Messages::English, Messages::Swedish] {
        let telling = Telling { messages, ..Telling::default() };
        human(diagnostics, &telling, true);
        json(diagnostics, &telling);
    }
}
