//! What ships is sound.

use std::path::Path;

use tvartom::read::{self, Selection};
use tvartom::tree::Tree;

use crate::bench;

#[test]
fn the_shipped_courses_have_nothing_to_remark() {
    let (files, diagnostics) = bench::build(&bench::shipped());
    assert_eq!(bench::findings(&diagnostics), Vec::<String>::new());
    for page in
        ["index.html", "tvartom/sv/index.html", "tvartom/en/60-procent/handout.html", "trainer/tvartom/sv/agenda-halvdag.html"]
    {
        assert!(files.contains_key(page), "{page}");
    }
}

#[test]
fn languages_have_the_same_sections_and_questions() {
    let mut diagnostics = tvartom::diagnostic::Diagnostics::default();
    let curriculum = read::read(&bench::shipped(), &Selection::default(), &mut diagnostics);
    for course in &curriculum.courses {
        let ids = |idx: usize| -> Vec<String> {
            let modules = course.editions[idx].modules.iter();
            modules
                .flat_map(|it| {
                    let sections = it.sections.iter().map(|section| section.id.clone());
                    let questions = it.quiz.iter().flat_map(|quiz| &quiz.questions).map(|question| question.item.id.0.clone());
                    sections.chain(questions).collect::<Vec<_>>()
                })
                .collect()
        };
        assert_eq!(course.editions.len(), 2, "{}", course.slug);
        assert_eq!(ids(0), ids(1), "{}", course.slug);
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert!(bench::build(&bench::shipped()).0 == bench::build(&bench::shipped()).0);
}

/// The files that the README shows: a line that names one under `curriculum/`, and the fence after it.
fn example(readme: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut lines = readme.lines();
    while let Some(line) = lines.next() {
        let Some((path, _)) = line.split_once("`curriculum/").and_then(|(_, rest)| rest.split_once('`')) else { continue };
        let mut fence = "";
        let opened = lines.by_ref().find(|it| {
            fence = it.trim_end_matches(|letter: char| letter.is_alphanumeric());
            fence.starts_with("```") || fence.starts_with("~~~")
        });
        if opened.is_none() {
            break;
        }
        let text: String = lines.by_ref().take_while(|it| *it != fence).map(|it| format!("{it}\n")).collect();
        files.push((path.to_owned(), text.into_bytes()));
    }
    files
}

#[test]
fn the_example_of_the_readme_builds() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let mut files = example(&readme);
    assert_eq!(files.len(), 2, "a module and its facts: {files:?}");
    let (course, _) = files[0].0.split_once('/').unwrap();
    assert!(readme.contains("`title: Stages and odds` and `lang: en`, that is a whole course"));
    files.push((format!("{course}/course.yaml"), b"title: Stages and odds\nlang: en\n".to_vec()));
    let (pages, diagnostics) = bench::build(&Tree::memory(files));
    assert_eq!(bench::findings(&diagnostics), Vec::<String>::new());
    assert!(pages.contains_key("trainer/stages/en/odds/deck.html"));
}
