//! However files are edited, renamed, deleted and broken: a watch ends where a fresh build does.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use tvartom::diagnostic::report::{Messages, Telling};
use tvartom::live::{self, News, Settings, Stages};
use tvartom::pipeline::{self, Memo};
use tvartom::tree::{Sink, Tree};

use crate::bench;

const MODULE: &str =
    "---\ntitle: Module N\n---\n\n## We know {.belief #claim}\n\nYes.\n\n## So it is {.reality #reality}\n\n**No.**\n";
const QUIZ: &str = "questions:\n  - {id: q1, kind: short, question: What?, accept: [that]}\n";
const N_EDITS: u64 = 200;

/// The files an author starts from.
fn originals() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for course in ["a", "b"] {
        files.push((format!("{course}/course.yaml"), format!("title: Course {course}\nlang: en\n")));
        for number in 1..4 {
            files.push((format!("{course}/0{number}-m{number}.md"), MODULE.replace('N', &number.to_string())));
            files.push((format!("{course}/0{number}-m{number}.quiz.yaml"), QUIZ.to_owned()));
        }
    }
    files
}

/// One step of a fixed, mixed sequence (a linear congruential generator with Knuth's MMIX constants).
fn next(state: &mut u64, below: u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) % below
}

fn edit(folder: &Path, state: &mut u64, number: u64) {
    let files = originals();
    let (path, text) = &files[usize::try_from(next(state, files.len() as u64)).unwrap()];
    let path = folder.join(path);
    match next(state, 7) {
        0 => std::fs::write(&path, format!("{text}\nEdit {number}\n")).unwrap(),
        1 => {
            // As editors save: beside it, then over it.
            let beside = path.with_extension("tmp~");
            std::fs::write(&beside, text.replace("Yes", &format!("Yes {number}"))).unwrap();
            std::fs::rename(&beside, &path).unwrap();
        }
        2 => std::fs::write(&path, "---\ntitel: broken [\n").unwrap(),
        3 => drop(std::fs::remove_file(&path)),
        4 => drop(std::fs::rename(&path, path.with_file_name(format!("09-moved-{}.md", next(state, 3))))),
        5 => std::fs::write(&path, "").unwrap(),
        _ => std::fs::write(&path, text).unwrap(),
    }
}

/// Puts everything back, and changes one thing more.
fn mend(folder: &Path, last: &str) {
    for course in ["a", "b"] {
        for entry in std::fs::read_dir(folder.join(course)).unwrap() {
            drop(std::fs::remove_file(entry.unwrap().path()));
        }
    }
    for (path, text) in originals() {
        std::fs::write(folder.join(path), text).unwrap();
    }
    std::fs::write(folder.join("a/01-m1.md"), format!("{MODULE}\n{last}\n")).unwrap();
}

/// Every published file of an output folder.
fn published(output: &Path) -> BTreeMap<String, Vec<u8>> {
    let tree = Tree::open(output).unwrap();
    tree.paths().iter().map(|path| (path.clone(), tree.bytes(path).unwrap())).collect()
}

fn author(folder: &Path, news: &Receiver<()>, is_done: &AtomicBool, is_late: &AtomicBool, is_over: &AtomicBool) {
    let mut state = 4711;
    for number in 0..N_EDITS {
        edit(folder, &mut state, number);
        // Often the next edit comes before the last is built.
        if next(&mut state, 3) == 0 {
            let _ = news.recv_timeout(Duration::from_millis(700));
        }
    }
    is_done.store(true, Ordering::SeqCst);
    let start = Instant::now();
    let mut number = 0;
    while !is_over.load(Ordering::SeqCst) {
        is_late.store(start.elapsed() > Duration::from_secs(60), Ordering::SeqCst);
        mend(folder, &format!("Last {number}"));
        number += 1;
        let _ = news.recv_timeout(Duration::from_secs(3));
    }
}

#[test]
fn two_hundred_edits_end_where_a_fresh_build_does() {
    let (curriculum, output) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for (path, text) in originals() {
        std::fs::create_dir_all(curriculum.path().join(&path).parent().unwrap()).unwrap();
        std::fs::write(curriculum.path().join(path), text).unwrap();
    }
    let output_folder = output.path().join("out");
    let settings = Settings {
        curriculum: curriculum.path().to_owned(),
        themes: output.path().join("themes"),
        output: output_folder.clone(),
        serve: None,
        poll: false,
        stay: true,
        telling: Telling { messages: Messages::English, strict: false, root: String::new(), themes: String::new() },
    };
    let mut memo = Memo::for_watching();
    let mut build = |tree: &Tree, _: &Tree, sink: &mut dyn Sink| pipeline::build(tree, &bench::request(), &mut memo, sink);
    let (sender, receiver) = channel();
    let (is_done, is_late, is_over) = (AtomicBool::new(false), AtomicBool::new(false), AtomicBool::new(false));
    let mut is_same = false;
    let mut tell = |news: News| {
        let News::Written(_) = news else { return ControlFlow::Continue(()) };
        let _ = sender.send(());
        if !is_done.load(Ordering::SeqCst) {
            return ControlFlow::Continue(());
        }
        is_same = published(&output_folder) == bench::build(&Tree::open(curriculum.path()).unwrap()).0;
        let ends = is_same || is_late.load(Ordering::SeqCst);
        is_over.store(ends, Ordering::SeqCst);
        if ends { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    std::thread::scope(|scope| {
        let (folder, is_done, is_late, is_over) = (curriculum.path(), &is_done, &is_late, &is_over);
        scope.spawn(move || author(folder, &receiver, is_done, is_late, is_over));
        live::watch(&settings, Stages { build: &mut build, locate: &|_, _, _| None, print: Arc::new(|_, _, _| None) }, &mut tell)
            .unwrap();
    });
    assert!(is_same, "the output is what a fresh build makes");
}
