//! `tvartom new`: begins a course, a module, a translation or a theme. Nothing is ever overwritten.

use std::path::Path;

use clap::{Args, Subcommand};

use super::calendar::today;
use super::console::Console;
use super::example::{Example, THEME_TEXT, course_files, module_text};
use super::modeline::{theme_with_modeline, with_modeline, write_schemas, write_theme_schema};
use super::project::{Curriculum, THEMES};
use super::status::{Status, wrong_usage};
use super::translation::{record, starting_texts};
use crate::diagnostic::{Diagnostics, did_you_mean};
use crate::locale::{LANGUAGES, language};
use crate::source::{FileId, Place};
use crate::tree::{Tree, create};
use crate::yaml::{self, Node};

/// What `new` takes.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    curriculum: Curriculum,
}

#[derive(Debug, Subcommand)]
enum What {
    /// A small, complete course to change into your own.
    Course {
        /// Its folder's name, such as `min-kurs`.
        name: String,
    },
    /// A module, numbered after the last one.
    Module {
        /// The course and the module's name, such as `min-kurs/forsta-samtalet`.
        #[arg(value_name = "COURSE/NAME")]
        name: String,
    },
    /// A translation, with the original's texts to start from.
    Translation {
        /// The course and the language, such as `min-kurs/en`.
        #[arg(value_name = "COURSE/LANG")]
        name: String,
    },
    /// A theme that changes the built-in one.
    Theme {
        /// Its folder's name, such as `acme`.
        name: String,
    },
}

/// Writes the new files and says which.
pub fn run(arguments: &Arguments, console: &Console) -> anyhow::Result<Status> {
    let curriculum = &arguments.curriculum;
    match &arguments.what {
        What::Course { name } => new_course(name, curriculum, console)?,
        What::Module { name } => new_module(name, curriculum, console)?,
        What::Translation { name } => new_translation(name, curriculum, console)?,
        What::Theme { name } => {
            let text = THEME_TEXT.replace("{title}", &title(plain(name)?));
            let text = theme_with_modeline(&text);
            write(Path::new(THEMES), vec![(format!("{name}/theme.yaml"), text.into_bytes())], console)?;
            write_theme_schema(Path::new(THEMES))?;
            console.say(&console.choose(format!("use it with --theme {name}"), format!("använd det med --theme {name}")));
        }
    }
    Ok(Status::Done)
}

fn new_course(name: &str, curriculum: &Curriculum, console: &Console) -> anyhow::Result<()> {
    let example = Example { title: title(plain(name)?), slug: name.to_owned(), today: today(), messages: console.messages() };
    if curriculum.curriculum.join(name).exists() {
        let folder = curriculum.curriculum.join(name).display().to_string();
        return Err(wrong_usage(format!("there is a folder `{folder}` already"), format!("det finns redan en mapp `{folder}`")));
    }
    let files = course_files(&example).into_iter().map(|(path, text)| (format!("{name}/{path}"), text));
    let files = files.map(|(path, text)| (path.clone(), with_modeline(&path, &text).into_bytes())).collect();
    write(&curriculum.curriculum, files, console)?;
    write_schemas(&curriculum.curriculum)?;
    console.say(console.choose("see it with `tvartom watch --open`", "se den med `tvartom watch --open`"));
    Ok(())
}

fn new_module(name: &str, curriculum: &Curriculum, console: &Console) -> anyhow::Result<()> {
    let tree = curriculum.open()?;
    let (course, module) = in_course(name, &tree)?;
    let number = next_number(&tree, course);
    let example = Example { title: title(plain(module)?), slug: module.to_owned(), today: today(), messages: console.messages() };
    let file = format!("{number:02}-{module}.md");
    write(&curriculum.curriculum, vec![(format!("{course}/{file}"), module_text(&example).into_bytes())], console)?;
    if course_node(&tree, course).is_some_and(|it| it.get("modules").is_some()) {
        console.say(&console.choose(
            format!("add `{file}` to `modules:` in {course}/course.yaml"),
            format!("lägg till `{file}` i `modules:` i {course}/course.yaml"),
        ));
    }
    Ok(())
}

fn new_translation(name: &str, curriculum: &Curriculum, console: &Console) -> anyhow::Result<()> {
    let tree = curriculum.open()?;
    let (course, lang) = in_course(name, &tree)?;
    if language(lang).is_none_or(|it| it.tag != lang) {
        let tags: Vec<&str> = LANGUAGES.iter().map(|it| it.tag).collect();
        let tags = tags.join(", ");
        return Err(wrong_usage(
            format!("`{lang}` is no language a course can be in; there is {tags}"),
            format!("`{lang}` är inget språk som en kurs kan vara på; det finns {tags}"),
        ));
    }
    if language_of(&tree, course).as_deref() == Some(lang) {
        return Err(wrong_usage(
            format!("`{course}` is written in `{lang}`; a translation is in another language"),
            format!("`{course}` är skriven på `{lang}`; en översättning är på ett annat språk"),
        ));
    }
    let texts = starting_texts(&tree, course)?;
    let names: Vec<String> = texts.iter().map(|(name, _)| name.clone()).collect();
    let texts = texts.into_iter().map(|(name, text)| (format!("{course}/{lang}/{name}"), text));
    let mut files: Vec<(String, Vec<u8>)> =
        texts.map(|(path, text)| (path.clone(), with_modeline(&path, &text).into_bytes())).collect();
    files.push((format!("{course}/{lang}/translated.yaml"), record(&tree, course, &names)?.into_bytes()));
    write(&curriculum.curriculum, files, console)?;
    write_schemas(&curriculum.curriculum)?;
    console.say(&console.choose(
        format!("add `{lang}` to `translations:` in {course}/course.yaml"),
        format!("lägg till `{lang}` i `translations:` i {course}/course.yaml"),
    ));
    Ok(())
}

/// The language that a course is written in, if it says.
fn language_of(tree: &Tree, course: &str) -> Option<String> {
    course_node(tree, course)?.get("lang")?.text().map(|it| it.trim().to_owned())
}

/// What a course's `course.yaml` says, if it can be read.
fn course_node(tree: &Tree, course: &str) -> Option<Node> {
    let text = String::from_utf8(tree.bytes(&format!("{course}/course.yaml")).ok()?).ok()?;
    yaml::parse(&text, &Place::Offset(FileId(0), 0), &mut Diagnostics::default()).ok()
}

fn write(folder: &Path, files: Vec<(String, Vec<u8>)>, console: &Console) -> anyhow::Result<()> {
    for path in create(folder, &files)?.paths {
        console.result(&format!("{}\n", path.display()));
    }
    Ok(())
}

/// A course that is there, and what is to be made in it.
fn in_course<'a>(name: &'a str, tree: &Tree) -> anyhow::Result<(&'a str, &'a str)> {
    let Some((course, rest)) = name.split_once('/') else {
        return Err(wrong_usage(
            format!("`{name}` names no course; write it as COURSE/NAME"),
            format!("`{name}` nämner ingen kurs; skriv det som KURS/NAMN"),
        ));
    };
    if tree.contains(&format!("{course}/course.yaml")) {
        return Ok((course, rest));
    }
    let courses = tree.paths().iter().filter_map(|it| it.strip_suffix("/course.yaml"));
    let (hint, hint_sv) = did_you_mean(course, courses)
        .map(|it| (format!("; did you mean `{it}`?"), format!("; menade du `{it}`?")))
        .unwrap_or_default();
    Err(wrong_usage(format!("there is no course `{course}`{hint}"), format!("det finns ingen kurs `{course}`{hint_sv}")))
}

/// One more than the greatest number that a module's name starts with.
fn next_number(tree: &Tree, course: &str) -> u32 {
    let prefix = format!("{course}/");
    let names = tree.paths().iter().filter_map(|it| it.strip_prefix(&prefix)).filter(|it| !it.contains('/'));
    let numbers = names.filter_map(|it| {
        let (number, _) = it.split_once(['-', '_'])?;
        number.parse::<u32>().ok()
    });
    numbers.max().unwrap_or(0).saturating_add(1)
}

/// Names become folders and addresses, so they are written in a way that is the same everywhere.
fn plain(name: &str) -> anyhow::Result<&str> {
    let is_plain = name.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-');
    if is_plain && name.starts_with(|it: char| it.is_ascii_alphanumeric()) && !name.ends_with('-') {
        Ok(name)
    } else {
        Err(wrong_usage(
            format!("`{name}` cannot be a name; use the letters a to z, digits and hyphens, such as `min-kurs`"),
            format!("`{name}` kan inte vara ett namn; använd bokstäverna a till z, siffror och bindestreck, som `min-kurs`"),
        ))
    }
}

/// `min-kurs` as a title: "Min kurs".
fn title(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_numbered_after_the_last() {
        let tree = Tree::memory(
            ["k/course.yaml", "k/01-a.md", "k/09-b.yaml", "k/09-b.quiz.yaml", "other/12-c.md"]
                .map(|it| (it.to_owned(), Vec::new())),
        );
        assert_eq!(next_number(&tree, "k"), 10);
        assert_eq!(in_course("k/new", &tree).unwrap(), ("k", "new"));
        assert!(in_course("new", &tree).is_err());
        assert!(in_course("x/new", &tree).is_err());
    }

    #[test]
    fn names_are_plain_and_titles_are_not() {
        assert_eq!(title(plain("min-kurs").unwrap()), "Min kurs");
        for name in ["Min Kurs", "../x", "", "-a", "a-", "å"] {
            assert!(plain(name).is_err(), "{name}");
        }
    }
}
