//! What a new course, module or theme starts from.

use super::calendar::Day;
use crate::diagnostic::report::Messages;

/// What is put into the texts.
#[derive(Debug)]
pub struct Example {
    /// The title.
    pub title: String,
    /// The folder's or file's name.
    pub slug: String,
    /// The day on which facts are said to have been checked.
    pub today: Day,
    /// The language of the texts.
    pub messages: Messages,
}

/// A theme that changes nothing yet.
pub const THEME_TEXT: &str = include_str!("example/theme.yaml");

const SOURCES: (&str, &str) = ("sources.yaml", include_str!("example/sources.yaml"));

const SWEDISH: [(&str, &str); 5] = [
    ("course.yaml", include_str!("example/sv/course.yaml")),
    ("facts.yaml", include_str!("example/sv/facts.yaml")),
    SOURCES,
    ("01-planen-haller.md", include_str!("example/sv/01-planen-haller.md")),
    ("01-planen-haller.quiz.yaml", include_str!("example/sv/01-planen-haller.quiz.yaml")),
];

const ENGLISH: [(&str, &str); 5] = [
    ("course.yaml", include_str!("example/en/course.yaml")),
    ("facts.yaml", include_str!("example/en/facts.yaml")),
    SOURCES,
    ("01-the-plan-will-hold.md", include_str!("example/en/01-the-plan-will-hold.md")),
    ("01-the-plan-will-hold.quiz.yaml", include_str!("example/en/01-the-plan-will-hold.quiz.yaml")),
];

/// The files of a small, complete course: name and text.
pub fn course_files(example: &Example) -> Vec<(&'static str, String)> {
    let files = example.messages.choose(ENGLISH, SWEDISH);
    files.into_iter().map(|(name, text)| (name, filled(text, example))).collect()
}

/// The text of a module to fill in.
pub fn module_text(example: &Example) -> String {
    filled(example.messages.choose(include_str!("example/en/module.md"), include_str!("example/sv/module.md")), example)
}

fn filled(text: &str, example: &Example) -> String {
    let (year, month, day) = example.today;
    text.replace("{title}", &example.title)
        .replace("{slug}", &example.slug)
        .replace("{today}", &format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::selection::plain_request;
    use crate::cli::translation::{record, starting_texts};
    use crate::diagnostic::report::{Telling, human};
    use crate::pipeline;
    use crate::tree::Tree;

    fn new_files(messages: Messages) -> Vec<(String, Vec<u8>)> {
        let example = Example { title: "Min kurs".to_owned(), slug: "andra".to_owned(), today: (2026, 11, 23), messages };
        let files = course_files(&example).into_iter().map(|(name, text)| (format!("min-kurs/{name}"), text.into_bytes()));
        files.chain([("min-kurs/02-andra.md".to_owned(), module_text(&example).into_bytes())]).collect()
    }

    fn expect_clean(tree: &Tree, n_editions: usize) {
        let (curriculum, diagnostics) = pipeline::inspect(tree, &plain_request(Vec::new(), false, Tree::empty()));
        assert!(diagnostics.is_empty(), "{}", human(&diagnostics, &Telling::default(), false));
        let modules: Vec<usize> = curriculum.courses[0].editions.iter().map(|it| it.modules.len()).collect();
        assert_eq!(modules, vec![2; n_editions]);
    }

    #[test]
    fn a_new_course_and_a_new_module_have_no_findings() {
        expect_clean(&Tree::memory(new_files(Messages::English)), 1);
        expect_clean(&Tree::memory(new_files(Messages::Swedish)), 1);
    }

    #[test]
    fn nor_has_a_new_translation() {
        let mut files = new_files(Messages::Swedish);
        let tree = Tree::memory(files.clone());
        let texts = starting_texts(&tree, "min-kurs").unwrap();
        let names: Vec<String> = texts.iter().map(|(name, _)| name.clone()).collect();
        files.push(("min-kurs/en/translated.yaml".to_owned(), record(&tree, "min-kurs", &names).unwrap().into_bytes()));
        files.extend(texts.into_iter().map(|(name, text)| (format!("min-kurs/en/{name}"), text.into_bytes())));
        let course = files.iter_mut().find(|(path, _)| path == "min-kurs/course.yaml").unwrap();
        course.1.extend_from_slice(b"translations: [en]\n");
        expect_clean(&Tree::memory(files), 2);
    }
}
