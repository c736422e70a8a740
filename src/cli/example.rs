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
