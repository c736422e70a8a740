//! What ships with the program is sound.

use std::path::{Path, PathBuf};

use tvartom::pipeline::inspect;
use tvartom::tree::Tree;

use crate::request::request;
use crate::tables::told;

/// A folder of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The curriculum that ships.
pub fn shipped() -> Tree {
    Tree::open(&repository("curriculum")).unwrap()
}

#[test]
fn the_curriculum_has_no_findings() {
    let (curriculum, diagnostics) = inspect(&shipped(), &request());
    assert!(diagnostics.is_empty(), "{:#?}", told(&diagnostics));
    assert!(curriculum.courses.len() >= 2);
}

#[test]
fn every_translation_has_the_same_sections() {
    let (curriculum, _) = inspect(&shipped(), &request());
    for course in &curriculum.courses {
        let outline = |edition: &tvartom::curriculum::Edition| -> Vec<(String, Vec<(String, String, usize)>)> {
            let role = |section: &tvartom::curriculum::Section| format!("{:?}", std::mem::discriminant(&section.role));
            let sections = |module: &tvartom::curriculum::Module| {
                module.sections.iter().map(|it| (it.id.clone(), role(it), it.blocks.len())).collect()
            };
            edition.modules.iter().map(|it| (it.file_name.clone(), sections(it))).collect()
        };
        let (original, translations) = course.editions.split_first().unwrap();
        assert!(!translations.is_empty(), "{} is translated", course.slug);
        for translation in translations {
            assert_eq!(outline(original), outline(translation), "{} in {}", course.slug, translation.language.tag);
            let questions = |edition: &tvartom::curriculum::Edition| -> Vec<Vec<String>> {
                let ids = |module: &tvartom::curriculum::Module| {
                    module.quiz.iter().flat_map(|it| &it.questions).map(|it| it.item.id.0.clone()).collect()
                };
                edition.modules.iter().map(|it| ids(it)).collect()
            };
            assert_eq!(questions(original), questions(translation), "{} in {}", course.slug, translation.language.tag);
        }
    }
}

/// The blocks of the README that are files of an example: `<!-- file: PATH -->` stands above each.
fn example(readme: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for part in readme.split("<!-- file: ").skip(1) {
        let Some((path, rest)) = part.split_once(" -->") else { continue };
        let fence: String = rest.trim_start().chars().take_while(|it| matches!(it, '`' | '~')).collect();
        let Some((_, body)) = rest.trim_start().split_once('\n') else { continue };
        let body = body.split_once(&format!("\n{fence}\n")).map_or(body, |it| it.0);
        files.push((path.to_owned(), format!("{body}\n").into_bytes()));
    }
    files
}

#[test]
fn the_example_of_the_readme_builds() {
    // The README is written beside the code; until it has marked examples there is nothing to build.
    let Ok(readme) = std::fs::read_to_string(repository("README.md")) else { return };
    let files = example(&readme);
    if files.is_empty() {
        return;
    }
    let (curriculum, diagnostics) = inspect(&Tree::memory(files), &request());
    assert!(diagnostics.is_empty(), "{:#?}", told(&diagnostics));
    assert!(!curriculum.courses.is_empty());
}

#[test]
fn examples_are_found_between_their_fences() {
    let found = example("text\n\n<!-- file: c/01-a.md -->\n\n~~~markdown\n---\ntitle: A\n```x\n```\n~~~\n\nmore");
    assert_eq!(found, [("c/01-a.md".to_owned(), b"---\ntitle: A\n```x\n```\n".to_vec())]);
}
