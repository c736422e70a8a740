//! Cases: a file each in `tests/cases`, read and held against what the house makes of it today.
//!
//! A case opens with `# one sentence` on what it shows. Then come its parts: `--- file: PATH` makes a file of a curriculum
//! in memory (`(bom)`, `(crlf)`, `(latin1)` or `(large)` after the path say how it is stored), `--- theme: PATH` a file of a theme, and
//! `--- expect: PATH` says what comes out: in `compose` the outline of a document, in `render` the main part of a page;
//! `PATH#id` is a slide with those that follow from it, or the element of that id. A course `c` without a `course.yaml` is in English.
//!
//! A finding stands as a comment under the line it is about, its carets under the words (or `^1-4` with the columns, where
//! the comment's own opening is in the way); one without a place stands under the sentence. `BLESS=1` writes all that anew.
//!
//! A case in `told` is a mistake that a trainer might make, and `--- expect: en` and `sv` is every word they are told.

mod case;
mod element;
mod findings;
mod outline;
mod produce;

use std::fs;
use std::path::{Path, PathBuf};

use case::{Case, PartKind};
use tvartom::diagnostic::Diagnostics;
use tvartom::pipeline;

use crate::bench::request;

use produce::Stage;
pub use produce::documents;

/// The files of a folder of cases, in order, with their texts.
pub fn texts(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(&path).unwrap())).collect()
}

/// What is found in the curricula of a folder of cases.
pub fn found(folder: &str) -> Vec<(PathBuf, Diagnostics)> {
    let found = texts(folder).into_iter().map(|(path, text)| {
        let tree = Case::parse(&text).unwrap().tree(PartKind::File);
        let request = tvartom::pipeline::Request { formats: vec!["html".to_owned(), "pdf".to_owned()], ..request() };
        (path, pipeline::inspect(&tree, &request).1)
    });
    found.collect()
}

/// What is wrong with a case: nothing, if what it says is what happens.
fn check(input: &str, stage: Stage) -> Result<(), String> {
    let found = Case::parse(input)?.produced(stage).print();
    if found == input { Ok(()) } else { Err(found) }
}

fn check_folder(folder: &str, stage: Stage) {
    let is_blessed = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for (path, text) in texts(folder) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match check(&text, stage) {
            Ok(()) => {}
            Err(found) if is_blessed && found.starts_with("# ") => fs::write(&path, found).unwrap(),
            Err(found) => wrong.push(format!("==== {folder}/{name}\n{}", difference(&text, &found))),
        }
    }
    assert!(wrong.is_empty(), "{} cases differ (BLESS=1 rewrites them):\n{}", wrong.len(), wrong.join("\n"));
}

/// The lines from the first to the last that differ.
fn difference(expected: &str, found: &str) -> String {
    let (expected, found): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let same = expected.iter().zip(&found).take_while(|(a, b)| a == b).count();
    let tail = expected[same..].iter().rev().zip(found[same..].iter().rev()).take_while(|(a, b)| a == b).count();
    let lines = |mark: &str, lines: &[&str]| lines.iter().map(|it| format!("{mark} {it}\n")).collect::<String>();
    format!(
        "line {}:\n{}{}",
        same + 1,
        lines("-", &expected[same..expected.len() - tail]),
        lines("+", &found[same..found.len() - tail])
    )
}

#[test]
fn read() {
    check_folder("read", Stage::Read);
}

#[test]
fn check_() {
    check_folder("check", Stage::Check);
}

#[test]
fn compose() {
    check_folder("compose", Stage::Compose);
}

#[test]
fn render() {
    check_folder("render", Stage::Render);
}

#[test]
fn told() {
    check_folder("told", Stage::Told);
}
