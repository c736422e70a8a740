//! `tvartom list`: what there is.

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::console::Console;
use super::project::{Curriculum as Folder, open_themes};
use super::selection::plain_request;
use super::status::Status;
use crate::compose::{course_minutes, module_minutes};
use crate::curriculum::{Course, Curriculum, Edition, Module};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::report::{Messages, summary_line};
use crate::pipeline;
use crate::prose::plain_text;
use crate::read::{self, Selection};

/// What `list` takes.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    curriculum: Folder,
    /// The format of the list.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Human,
    /// One JSON object.
    Json,
}

#[derive(Debug, Serialize)]
struct List {
    version: u32,
    courses: Vec<CourseRow>,
    findings: Findings,
}

#[derive(Debug, Serialize)]
struct CourseRow {
    slug: String,
    title: String,
    languages: Vec<&'static str>,
    minutes: u32,
    modules: Vec<ModuleRow>,
    findings: Findings,
}

#[derive(Debug, Serialize)]
struct ModuleRow {
    slug: String,
    title: String,
    path: String,
    minutes: u32,
    /// Whether a part of the minutes was not planned but estimated.
    estimated: bool,
    questions: usize,
    findings: Findings,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
struct Findings {
    errors: usize,
    warnings: usize,
}

/// Lists courses and modules with their minutes, languages and findings.
pub fn run(arguments: &Arguments, console: &Console) -> anyhow::Result<Status> {
    let tree = arguments.curriculum.open()?;
    let request = plain_request(Vec::new(), false, open_themes()?);
    let diagnostics = pipeline::check(&tree, &request);
    // What reading finds is among the findings already.
    let curriculum = read::read(&tree, &Selection::default(), &mut Diagnostics::default());
    let list = list(&curriculum, &diagnostics);
    match arguments.format {
        Format::Human => {
            console.result(&human(&list, console.messages()));
            let telling = arguments.curriculum.telling(console.messages(), false);
            console.say(&summary_line(&diagnostics, &telling));
        }
        Format::Json => {
            let mut text = serde_json::to_string_pretty(&list).expect("strings and numbers are JSON");
            text.push('\n');
            console.result(&text);
        }
    }
    Ok(Status::Done)
}

fn list(curriculum: &Curriculum, diagnostics: &Diagnostics) -> List {
    let courses = curriculum.courses.iter().filter_map(|it| course_row(it, diagnostics)).collect();
    List { version: 1, courses, findings: count(diagnostics, |_| true) }
}

fn course_row(course: &Course, diagnostics: &Diagnostics) -> Option<CourseRow> {
    let original: &Edition = course.editions.first()?;
    let modules: Vec<ModuleRow> = original.modules.iter().map(|it| module_row(original, it, diagnostics)).collect();
    let folder = format!("{}/", course.slug);
    Some(CourseRow {
        slug: course.slug.clone(),
        title: original.title.clone(),
        languages: course.editions.iter().map(|it| it.language.tag).collect(),
        minutes: course_minutes(original).0,
        modules,
        findings: count(diagnostics, |path| path.starts_with(&folder)),
    })
}

fn module_row(edition: &Edition, module: &Module, diagnostics: &Diagnostics) -> ModuleRow {
    let stem = module.path.rsplit_once('.').map_or(&*module.path, |(stem, _)| stem);
    let quiz = format!("{stem}.quiz.yaml");
    let (minutes, estimated) = module_minutes(edition, module);
    ModuleRow {
        slug: module.slug.clone(),
        title: plain_text(&module.title),
        path: module.path.to_string(),
        minutes: minutes.0,
        estimated,
        questions: module.quiz.as_ref().map_or(0, |it| it.questions.len()),
        findings: count(diagnostics, |path| path == &*module.path || path == quiz),
    }
}

fn count(diagnostics: &Diagnostics, is_meant: impl Fn(&str) -> bool) -> Findings {
    let mut findings = Findings::default();
    for diagnostic in diagnostics.iter() {
        let path = diagnostic.span.map(|it| &*diagnostics.sources.get(it.file).path);
        if is_meant(path.unwrap_or_default()) {
            if diagnostic.is_error() {
                findings.errors += 1;
            } else {
                findings.warnings += 1;
            }
        }
    }
    findings
}

fn human(list: &List, messages: Messages) -> String {
    let mut out = String::new();
    for course in &list.courses {
        let languages = course.languages.join(", ");
        out.push_str(&format!("{} – {} ({languages}, {} min)\n", course.slug, course.title, course.minutes));
        let width = course.modules.iter().map(|it| it.slug.chars().count()).max().unwrap_or_default();
        for module in &course.modules {
            out.push_str(&format!(
                "  {:width$}  {:>4} min  {}{}\n",
                module.slug,
                module.minutes,
                module.title,
                remark(module.findings, messages)
            ));
        }
    }
    if list.courses.is_empty() {
        out.push_str(messages.choose("no courses\n", "inga kurser\n"));
    }
    out
}

fn remark(findings: Findings, messages: Messages) -> String {
    match findings {
        Findings { errors: 0, warnings: 0 } => String::new(),
        Findings { errors, warnings } => {
            let (error_word, warning_word) = messages.choose(("errors", "warnings"), ("fel", "varningar"));
            format!("  [{error_word}: {errors}, {warning_word}: {warnings}]")
        }
    }
}
