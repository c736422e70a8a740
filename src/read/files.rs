//! What a file of the curriculum is, by its path, and which fields stand in it.

use super::kinds::KINDS;
use super::shapes::{CHART, COURSE, FACT, FRONT_MATTER, MODULE_SECTIONS, POLL, PROCESS, QUIZ, SECTION, WORKSHEET};
use super::words::ATTRIBUTES;
use crate::locale::language;
use crate::prose::DataKind;
use crate::yaml::{Field, FieldKind, Shape};

/// What a file of a course is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// `course.yaml`.
    Course,
    /// `facts.yaml`.
    Facts,
    /// `sources.yaml` or `sources.bib`.
    Sources,
    /// `glossary.yaml`.
    Glossary,
    /// A quiz.
    Quiz,
    /// A module in Markdown.
    Module,
    /// A module wholly in YAML.
    YamlModule,
    /// What a translation notes of the original's sections.
    Translated,
}

/// A file of a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileName<'a> {
    /// What it is.
    pub kind: FileKind,
    /// The course's folder.
    pub course: &'a str,
    /// The language's folder, in a translation.
    pub language: Option<&'a str>,
    /// The module's name without endings, which a quiz shares.
    pub stem: &'a str,
}

/// What a path below the curriculum is; nothing for a file that is no text of a course.
pub fn file_name(path: &str) -> Option<FileName<'_>> {
    let (course, rest) = path.split_once('/')?;
    let (folder, name) = rest.split_once('/').map_or((None, rest), |(folder, name)| (Some(folder), name));
    let is_language = |it: &&str| language(it).is_some_and(|found| found.tag == *it);
    if name.contains('/') || folder.is_some_and(|it| !is_language(&it)) || name.starts_with(['_', '.']) {
        return None;
    }
    let (stem, ending) = name.rsplit_once('.')?;
    let kind = match (stem, ending) {
        ("course", "yaml") => FileKind::Course,
        ("facts", "yaml") => FileKind::Facts,
        ("sources", "yaml" | "bib") => FileKind::Sources,
        ("glossary", "yaml") => FileKind::Glossary,
        ("translated", "yaml") if folder.is_some() => FileKind::Translated,
        ("README", "md") | ("translated", "yaml") => return None,
        (_, "yaml") if stem.ends_with(".quiz") => FileKind::Quiz,
        (_, "yaml") => FileKind::YamlModule,
        (_, "md") => FileKind::Module,
        _ => return None,
    };
    Some(FileName { kind, course, language: folder, stem: stem.strip_suffix(".quiz").unwrap_or(stem) })
}

/// What the YAML of a file is: the whole of it, or a module's front matter. Sources have the fields of another program.
pub fn root(kind: FileKind) -> Option<&'static FieldKind> {
    match kind {
        FileKind::Course => Some(&FieldKind::Record(&COURSE)),
        FileKind::Facts => Some(&FieldKind::List(&FieldKind::Record(&FACT))),
        FileKind::Quiz => Some(&FieldKind::Record(&QUIZ)),
        FileKind::Module | FileKind::YamlModule => Some(&FieldKind::Record(&FRONT_MATTER)),
        FileKind::Glossary => Some(&FieldKind::Map(&FieldKind::Text)),
        FileKind::Sources | FileKind::Translated => None,
    }
}

/// What the YAML of a data block is.
pub fn data_root(kind: DataKind) -> &'static FieldKind {
    match kind {
        DataKind::Chart => &FieldKind::Record(&CHART),
        DataKind::Process => &FieldKind::Record(&PROCESS),
        DataKind::Worksheet => &FieldKind::Record(&WORKSHEET),
        DataKind::Poll => &FieldKind::Record(&POLL),
    }
}

/// The field of a section that a key of its heading is.
pub fn attribute_field(key: &str) -> Option<&'static Field> {
    SECTION.fields.iter().find(|it| it.name == key && ATTRIBUTES.contains(&key))
}

/// A module's path, or its quiz's, without its ending: the same for both. Nothing for a path that has none.
pub fn stem(path: &str) -> Option<&str> {
    path.strip_suffix(".quiz.yaml").or_else(|| path.rsplit_once('.').map(|(stem, _)| stem))
}

/// The fields of a record: those of its shape; a question's also by its kind (all, while it has none), and a module's
/// sections.
pub fn fields(shape: &'static Shape, question_kind: Option<&str>) -> Vec<&'static Field> {
    let mut fields: Vec<&Field> = shape.fields.iter().collect();
    match shape.name {
        "question" => {
            let known = KINDS.iter().any(|it| Some(it.name) == question_kind);
            for kind in KINDS.iter().filter(|it| !known || Some(it.name) == question_kind) {
                for field in kind.fields {
                    if !fields.iter().any(|it| it.name == field.name) {
                        fields.push(field);
                    }
                }
            }
        }
        "module" => fields.extend(MODULE_SECTIONS),
        _ => {}
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_paths() {
        let kind = |path| file_name(path).map(|it| it.kind);
        assert_eq!(kind("c/course.yaml"), Some(FileKind::Course));
        assert_eq!(kind("c/01-a.quiz.yaml"), Some(FileKind::Quiz));
        assert_eq!(kind("c/01-a.yaml"), Some(FileKind::YamlModule));
        assert_eq!(kind("c/sources.bib"), Some(FileKind::Sources));
        for path in ["_brand.yml", "c/README.md", "c/img/a.md", "c/en/img/a.md", "c/translated.yaml", "c/x.png", "c/_a.md"] {
            assert_eq!(kind(path), None, "{path}");
        }
        let name = file_name("c/en/01-a.quiz.yaml").unwrap();
        assert_eq!((name.course, name.language, name.stem), ("c", Some("en"), "01-a"));
    }
}
