//! Every writer over the same three findings.

use super::*;
use crate::diagnostic::fault::CANNOT_READ;
use crate::diagnostic::{Diagnostics, did_you_mean};
use crate::source::Span;

fn sample() -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let first = diagnostics.sources.add("c/01-a.md", "---\ntitel: På väg\n---\n");
    let second = diagnostics.sources.add("c/02-b.md", "# Ö\n");
    let word = Span::new(first.file, 4, 9);
    let finding = diagnostics.report(&CANNOT_READ, word, &["x.png", "gone\u{1b}[31m"]).suggest(did_you_mean("titel", ["title"]));
    finding.relate(Span::new(second.file, 2, 4), "used here", "används här");
    diagnostics.report(&CANNOT_READ, None, &["y.png", "100%, sure"]);
    diagnostics.report(&CANNOT_READ, Span::new(second.file, 5, 5), &["z", "end"]);
    diagnostics
}

fn telling() -> Telling {
    Telling { root: "curriculum".to_owned(), ..Telling::default() }
}

#[test]
fn people_see_the_words_underlined() {
    let text = human(&sample(), &telling(), false);
    let expected = "\
error[cannot-read]: `x.png` cannot be read: gone\u{fffd}[31m
 --> curriculum/c/01-a.md:2:1
  |
2 | titel: På väg
  | ^^^^^
  |
 ::: curriculum/c/02-b.md:1:3
  |
1 | # Ö
  |   - used here
  |
  = help: did you mean `title`?
  = help: check that the file is still there and that you may read it
";
    assert!(text.starts_with(expected), "{text}");
    assert!(text.ends_with("3 errors in 2 modules\n"), "{text}");
    let swedish = human(&sample(), &Telling { messages: Messages::Swedish, ..telling() }, false);
    assert!(swedish.starts_with("fel[cannot-read]: `x.png` går inte att läsa"), "{swedish}");
    assert!(swedish.contains("menade du `title`?"), "{swedish}");
    assert!(swedish.ends_with("3 fel i 2 moduler\n"), "{swedish}");
}

#[test]
fn programs_read_one_object() {
    let value: serde_json::Value = serde_json::from_str(&json(&sample(), &telling())).unwrap();
    assert_eq!(value["version"], 1);
    let first = &value["findings"][0];
    assert_eq!(first["file"], "curriculum/c/01-a.md");
    assert_eq!((first["line"].as_u64(), first["column"].as_u64()), (Some(2), Some(1)));
    assert_eq!((first["end_line"].as_u64(), first["end_column"].as_u64()), (Some(2), Some(6)));
    assert_eq!(first["related"][0]["column"], 3);
    assert_eq!(first["related"][0]["end_column"], 4);
    let fix = serde_json::json!({
        "file": "curriculum/c/01-a.md", "line": 2, "column": 1, "end_line": 2, "end_column": 6, "replacement": "title"
    });
    assert_eq!(first["fix"], fix);
    assert_eq!(value["findings"][1]["fix"], serde_json::Value::Null);
    assert_eq!(value["findings"][1]["file"], serde_json::Value::Null);
    assert_eq!(value["summary"], serde_json::json!({ "errors": 3, "warnings": 0, "modules": 2 }));
}

#[test]
fn workflow_commands_are_escaped() {
    let text = github(&sample(), &telling());
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("::error file=curriculum/c/01-a.md,line=2,col=1,endColumn=5,title=cannot-read::"), "{text}");
    assert!(lines[1].starts_with("::error title=cannot-read::`y.png` cannot be read: 100%25, sure%0A"), "{text}");
    assert_eq!(lines.len(), 3);
}

#[test]
fn code_scanning_reads_rules_and_places() {
    let value: serde_json::Value = serde_json::from_str(&sarif(&sample(), &telling())).unwrap();
    assert_eq!(value["version"], "2.1.0");
    let run = &value["runs"][0];
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "cannot-read");
    let region = &run["results"][0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["endColumn"], 6);
    let replacement = &run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "title");
    assert_eq!(replacement["deletedRegion"], *region);
    assert!(run["results"][1].get("fixes").is_none());
    assert!(run["results"][1].get("locations").is_none());
}
