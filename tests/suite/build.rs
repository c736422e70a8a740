//! The program itself, on a disk: what it writes, keeps, removes and refuses, and how it says so.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;
use tvartom::pipeline::{self, Request};
use tvartom::tree::Tree;

use crate::bench;

const COURSE: &str = "title: Course\nlang: en\n";
/// A module that is sound.
pub const MODULE: &str = "---\ntitle: A\n---\n\n## We know {.belief}\n\nYes.\n\n## So it is {.reality}\n\n**No.**\n\n## Why {.illusion}\n\n- a\n\n## When {.boundary}\n\n- b\n\n## If {.inversion}\n\n- c\n";
const BROKEN: &str = "---\ntitle: A\n---\n\n## We know {.beleif}\n";

/// A folder with a curriculum of two modules.
pub fn workshop() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in [
        ("course.yaml", COURSE),
        ("01-a.md", MODULE),
        ("02-b.md", &MODULE.replace("title: A", "title: B")),
        ("01-a.quiz.yaml", "questions:\n  - {id: q, kind: truth, claim: we-know, answer: false}\n"),
    ] {
        write(folder.path(), &format!("curriculum/c/{path}"), text);
    }
    folder
}

pub fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The program in a folder, to be run.
pub fn command(folder: &Path, line: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tvartom"));
    command.args(line.split_whitespace()).current_dir(folder).env_clear().env("LC_ALL", "C.UTF-8");
    command
}

fn tvartom(folder: &Path, line: &str) -> Output {
    command(folder, line).output().unwrap()
}

/// Runs the program and holds its exit status; gives what it printed as results, and what it said besides.
pub fn run(folder: &Path, line: &str, status: i32) -> (String, String) {
    let output = tvartom(folder, line);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (results, said) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(status), "`tvartom {line}` printed {results} and said {said}");
    (results, said)
}

/// Every file below a folder.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(below, fs::read(path).unwrap());
            }
        }
    }
    found
}

#[test]
fn a_second_build_changes_nothing() {
    let folder = workshop();
    let output = folder.path().join("output");
    let (results, _) = run(folder.path(), "build", 0);
    assert_eq!(results, "", "a build has no results to print");
    let first = files(&output);
    assert!(first.contains_key("trainer/c/en/a/deck.html") && first.contains_key("index.html"));
    let times = |path: &str| fs::metadata(output.join(path)).unwrap().modified().unwrap();
    let before: Vec<_> = first.keys().map(|it| times(it)).collect();
    let (_, said) = run(folder.path(), "build", 0);
    assert!(said.contains("output: 0 written") && said.contains(", 0 removed"), "{said}");
    assert!(files(&output) == first);
    assert_eq!(first.keys().map(|it| times(it)).collect::<Vec<_>>(), before, "no file is touched");
    run(folder.path(), "build --output other --jobs 1", 0);
    assert!(files(&folder.path().join("other")) == first);
}

#[test]
fn what_somebody_else_put_there_stays() {
    let folder = workshop();
    run(folder.path(), "build", 0);
    write(folder.path(), "output/theirs.txt", "x");
    write(folder.path(), "output/c/en/b/theirs.txt", "x");
    fs::remove_file(folder.path().join("curriculum/c/02-b.md")).unwrap();
    run(folder.path(), "build", 0);
    let found = files(&folder.path().join("output"));
    assert!(found.contains_key("theirs.txt") && found.contains_key("c/en/b/theirs.txt"));
    assert!(!found.keys().any(|it| it.contains("/b/") && it.ends_with(".html")), "{:?}", found.keys());
    assert!(found.contains_key("c/en/a/handout.html"));
}

#[test]
fn a_page_that_somebody_else_changed_stays_when_its_module_goes() {
    let folder = workshop();
    run(folder.path(), "build", 0);
    write(folder.path(), "output/c/en/b/handout.html", "changed by hand");
    fs::remove_file(folder.path().join("curriculum/c/02-b.md")).unwrap();
    let (_, said) = run(folder.path(), "build", 0);
    assert!(said.contains("c/en/b/handout.html was changed by somebody else"), "{said}");
    assert_eq!(fs::read(folder.path().join("output/c/en/b/handout.html")).unwrap(), b"changed by hand");
}

#[test]
fn a_module_with_an_error_keeps_its_last_good_pages() {
    let folder = workshop();
    run(folder.path(), "build", 0);
    let before = files(&folder.path().join("output"));
    write(folder.path(), "curriculum/c/01-a.md", BROKEN);
    write(folder.path(), "curriculum/c/02-b.md", &MODULE.replace("Yes", "Indeed"));
    let (_, said) = run(folder.path(), "build", 1);
    assert!(said.contains("curriculum/c/01-a.md:5:14") && said.contains("did you mean `belief`?"), "{said}");
    let after = files(&folder.path().join("output"));
    for path in ["c/en/a/handout.html", "c/en/a/quiz.html", "trainer/c/en/a/deck.html", "trainer/c/en/a/guide.html"] {
        assert!(after[path] == before[path], "{path} stays");
    }
    assert!(after["c/en/b/handout.html"] != before["c/en/b/handout.html"], "the rest is built");
    for path in ["c/en/index.html", "trainer/c/en/agenda.html", "trainer/c/en/cards.html", "trainer/index.html", "search.js"] {
        assert!(after[path] == before[path], "{path} still tells of the whole course");
    }
}

#[test]
fn a_course_with_an_error_keeps_its_last_good_pages() {
    let folder = workshop();
    write(folder.path(), "curriculum/d/course.yaml", COURSE);
    write(folder.path(), "curriculum/d/01-x.md", MODULE);
    run(folder.path(), "build", 0);
    let before = files(&folder.path().join("output"));
    write(folder.path(), "curriculum/d/course.yaml", "title: [\n");
    run(folder.path(), "build", 1);
    let after = files(&folder.path().join("output"));
    for path in before.keys().filter(|it| it.contains("d/en/")) {
        assert!(after.get(path) == before.get(path), "{path} stays");
    }
}

#[test]
fn a_part_of_the_curriculum_can_be_built() {
    let folder = workshop();
    run(folder.path(), "build", 0);
    let before = files(&folder.path().join("output"));
    write(folder.path(), "curriculum/c/01-a.md", &MODULE.replace("Yes", "Indeed"));
    write(folder.path(), "curriculum/c/02-b.md", &MODULE.replace("Yes", "Indeed"));
    run(folder.path(), "build curriculum/c/02-b.md --only handout", 0);
    let after = files(&folder.path().join("output"));
    let changed: Vec<&String> = after.keys().filter(|it| it.ends_with("handout.html") && before[*it] != after[*it]).collect();
    assert_eq!(changed, ["c/en/b/handout.html"]);
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
}

#[test]
fn strict_takes_warnings_for_errors() {
    let folder = workshop();
    write(folder.path(), "curriculum/c/02-b.md", "---\ntitle: B\n---\n\n## S\n\nOnly said.\n");
    run(folder.path(), "build", 0);
    run(folder.path(), "build --strict", 1);
    run(folder.path(), "check", 0);
    run(folder.path(), "check --strict", 1);
}

#[test]
fn what_is_allowed_stops_nothing() {
    let folder = workshop();
    let allowed = MODULE.replace("title: A", "title: B").replace("## When {.boundary}\n\n- b\n\n", "");
    write(
        folder.path(),
        "curriculum/c/02-b.md",
        &allowed.replace("## We know", "<!-- tvartom: allow claim-incomplete -->\n## We know"),
    );
    run(folder.path(), "check --strict", 0);
    run(folder.path(), "build --strict", 0);
    assert!(files(&folder.path().join("output")).contains_key("trainer/c/en/b/deck.html"));
}

#[test]
fn output_that_would_be_read_or_is_not_ours_is_refused() {
    let folder = workshop();
    for output in ["curriculum", "curriculum/site", "."] {
        let (_, said) = run(folder.path(), &format!("build --output {output}"), 2);
        assert!(said.contains("error: the output folder"), "{said}");
    }
    write(folder.path(), "theirs/photo.jpg", "x");
    let (_, said) = run(folder.path(), "build --output theirs", 2);
    assert!(said.contains("holds files that tvartom did not make, such as photo.jpg"), "{said}");
    assert_eq!(files(&folder.path().join("theirs")).len(), 1);
    assert_eq!(files(&folder.path().join("curriculum")).len(), 4);
}

#[test]
fn the_exit_status_says_how_it_went() {
    let folder = workshop();
    write(folder.path(), "curriculum.txt", "a file where a folder should be");
    for (line, status) in [
        ("check", 0),
        ("list", 0),
        ("schema quiz", 0),
        ("explain unknown-field", 0),
        ("completions bash", 0),
        ("--version", 0),
        ("--help", 0),
        ("", 2),
        ("bild", 2),
        ("build --no-such-flag", 2),
        ("build no-such-module", 2),
        ("check c/03-x.md", 2),
        ("explain no-such-code", 2),
        ("schema no-such-schema", 2),
        ("check --curriculum no-such-folder", 2),
        ("build --output curriculum.txt/site", 3),
    ] {
        run(folder.path(), line, status);
    }
    write(folder.path(), "curriculum/c/01-a.md", BROKEN);
    run(folder.path(), "check", 1);
}

#[test]
fn findings_are_told_to_programs() {
    let folder = workshop();
    write(folder.path(), "curriculum/c/01-a.md", &MODULE.replace("A\n---", "Å [[lucka\n---"));
    let (results, said) = run(folder.path(), "check --format json", 1);
    assert_eq!(said, "");
    let told: Value = serde_json::from_str(&results).unwrap();
    assert_eq!(told["version"], 1);
    assert_eq!(told["summary"], serde_json::json!({"errors": 1, "warnings": 0, "modules": 2}));
    let finding = &told["findings"][0];
    for (key, value) in [("code", "brackets-left"), ("severity", "error"), ("file", "curriculum/c/01-a.md")] {
        assert_eq!(finding[key], value, "{finding}");
    }
    for (key, value) in [("line", 2), ("column", 10), ("end_line", 2)] {
        assert_eq!(finding[key], value, "{finding}");
    }
    assert!(finding["related"].is_array() && finding["message"].is_string() && finding["hint"].is_string(), "{finding}");
    let (github, _) = run(folder.path(), "check --format github", 1);
    assert!(github.starts_with("::error file=curriculum/c/01-a.md,line=2,"), "{github}");
    let (sarif, _) = run(folder.path(), "check --format sarif", 1);
    let sarif: Value = serde_json::from_str(&sarif).unwrap();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "brackets-left");
    let (human, _) = run(folder.path(), "check --messages sv", 1);
    assert!(human.contains("Å [[lucka") && human.contains("curriculum/c/01-a.md:2:10") && !human.contains('\u{1b}'), "{human}");
}

#[test]
fn what_is_begun_is_sound() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), "new course kurs", 0);
    run(folder.path(), "new module kurs/andra", 0);
    run(folder.path(), "new translation kurs/sv", 0);
    run(folder.path(), "new translation kurs/en", 2);
    run(folder.path(), "new theme acme", 0);
    run(folder.path(), "new course kurs", 2);
    let (_, said) = run(folder.path(), "build --theme acme", 0);
    assert!(said.contains("written"), "{said}");
}

#[test]
fn a_course_may_have_a_theme_of_its_own() {
    let folder = workshop();
    write(folder.path(), "themes/acme/theme.yaml", "extends: default\ncolors: {reality: '#004400'}\n");
    write(folder.path(), "curriculum/d/course.yaml", &format!("{COURSE}theme: acme\n"));
    write(folder.path(), "curriculum/d/01-x.md", MODULE);
    run(folder.path(), "build", 0);
    let found = files(&folder.path().join("output"));
    let is_acme = |path: &str| String::from_utf8_lossy(&found[path]).contains("#004400");
    assert!(is_acme("trainer/d/en/x/deck.html") && !is_acme("trainer/c/en/a/deck.html"));
    write(folder.path(), "curriculum/d/course.yaml", &format!("{COURSE}theme: acmee\n"));
    let (_, said) = run(folder.path(), "build", 1);
    assert!(said.contains("there is no theme `acmee`") && said.contains("did you mean `acme`?"), "{said}");
    let (found, _) = run(folder.path(), "check", 1);
    assert!(found.contains("there is no theme `acmee`"), "{found}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_is_told_and_not_followed() {
    let folder = workshop();
    write(folder.path(), "outside/secret.png", "secret");
    std::os::unix::fs::symlink(folder.path().join("outside"), folder.path().join("curriculum/c/img")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.path().join("curriculum/c/dead.png")).unwrap();
    let (results, _) = run(folder.path(), "check", 1);
    assert!(results.contains("error[outside]: `c/img` leads out of the curriculum"), "{results}");
    assert!(results.contains("error[cannot-read]: `c/dead.png` cannot be read"), "{results}");
}

#[test]
fn a_file_that_is_gone_and_a_path_that_never_was_are_told() {
    let folder = workshop();
    let tree = Tree::open(&folder.path().join("curriculum")).unwrap();
    fs::remove_file(folder.path().join("curriculum/c/01-a.md")).unwrap();
    let request = Request { paths: vec!["c".to_owned(), "c/02-c.md".to_owned()], ..bench::request() };
    let (_, diagnostics) = pipeline::inspect(&tree, &request);
    assert_eq!(bench::findings(&diagnostics), ["unknown-path", "c/01-a.md:1 cannot-read"]);
    assert!(diagnostics.iter().any(|it| it.did_you_mean.as_deref() == Some("c/02-b.md")));
}
