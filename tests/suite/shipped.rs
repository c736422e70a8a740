//! What ships is sound.

use tvartom::read::{self, Selection};

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
