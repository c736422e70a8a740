//! Findings for people: the line, the words underlined, and the way out.

use std::collections::BTreeMap;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};

use super::telling::{Messages, Telling, count_modules};
use crate::diagnostic::collect::{Diagnostic, Diagnostics};
use crate::diagnostic::fault::Severity;
use crate::source::{FileId, Source, Span};

/// Every finding with its lines, an empty line after each, then the summary. `styled` for a terminal.
pub fn human(diagnostics: &Diagnostics, telling: &Telling, styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for diagnostic in diagnostics.iter() {
        out.push_str(&one(diagnostics, diagnostic, telling, &renderer));
        out.push_str("\n\n");
    }
    out.push_str(&summary_line(diagnostics, telling));
    out.push('\n');
    out
}

/// "2 errors and 1 warning in 6 modules".
pub fn summary_line(diagnostics: &Diagnostics, telling: &Telling) -> String {
    let (errors, warnings) = telling.count(diagnostics);
    let modules = count_modules(diagnostics);
    match telling.messages {
        Messages::English => {
            let found = match (errors, warnings) {
                (0, 0) => "nothing to remark".to_owned(),
                (0, _) => counted(warnings, "warning", "warnings"),
                (_, 0) => counted(errors, "error", "errors"),
                _ => format!("{} and {}", counted(errors, "error", "errors"), counted(warnings, "warning", "warnings")),
            };
            format!("{found} in {}", counted(modules, "module", "modules"))
        }
        Messages::Swedish => {
            let found = match (errors, warnings) {
                (0, 0) => "inget att anmärka på".to_owned(),
                (0, _) => counted(warnings, "varning", "varningar"),
                (_, 0) => counted(errors, "fel", "fel"),
                _ => format!("{} och {}", counted(errors, "fel", "fel"), counted(warnings, "varning", "varningar")),
            };
            format!("{found} i {}", counted(modules, "modul", "moduler"))
        }
    }
}

fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

fn one(diagnostics: &Diagnostics, diagnostic: &Diagnostic, telling: &Telling, renderer: &Renderer) -> String {
    let level = match telling.severity(diagnostic.fault) {
        Severity::Error => Level::ERROR.with_name(telling.messages.choose("error", "fel")),
        Severity::Warning => Level::WARNING.with_name(telling.messages.choose("warning", "varning")),
    };
    let mut elements: Vec<Element<'_>> = Vec::new();
    for (file, marks) in marks(diagnostic, telling.messages) {
        elements.push(snippet(diagnostics.sources.get(file), &marks, telling).into());
    }
    let help = Level::HELP.with_name(telling.messages.choose("help", "hjälp"));
    elements.extend(telling.hints(diagnostic).iter().map(|hint| help.clone().message(harmless(hint)).into()));
    let title = level.primary_title(harmless(&telling.message(diagnostic))).id(diagnostic.fault.code);
    let group: Group<'_> = title.elements(elements);
    renderer.render(&[group])
}

/// What is underlined in a file.
struct Mark {
    span: Span,
    kind: AnnotationKind,
    label: &'static str,
}

/// The places by file, the finding's own file first.
fn marks(diagnostic: &Diagnostic, messages: Messages) -> Vec<(FileId, Vec<Mark>)> {
    let primary = diagnostic.span.map(|span| Mark { span, kind: AnnotationKind::Primary, label: "" });
    let related = diagnostic.related.iter().map(|it| Mark {
        span: it.span,
        kind: AnnotationKind::Context,
        label: messages.choose(it.english, it.swedish),
    });
    let first = diagnostic.span.map(|it| it.file);
    let mut files: BTreeMap<(bool, FileId), Vec<Mark>> = BTreeMap::new();
    for mark in primary.into_iter().chain(related) {
        files.entry((Some(mark.span.file) != first, mark.span.file)).or_default().push(mark);
    }
    files.into_iter().map(|((_, file), marks)| (file, marks)).collect()
}

/// Only the lines from the first mark to the last are handed over: the renderer looks through all it is given, for every finding.
fn snippet<'a>(source: &'a Source, marks: &[Mark], telling: &Telling) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let text = &*source.text;
    let range = |mark: &Mark| {
        let start = text.floor_char_boundary(mark.span.start as usize);
        start..text.floor_char_boundary(mark.span.end as usize).max(start)
    };
    let first = marks.iter().map(|it| range(it).start).min().unwrap_or(0);
    let last = marks.iter().map(|it| range(it).end).max().unwrap_or(text.len());
    let from = text[..first].rfind('\n').map_or(0, |newline| newline + 1);
    let to = text[last..].find('\n').map_or(text.len(), |newline| last + newline + 1);
    let annotations = marks.iter().map(|mark| {
        let range = range(mark);
        let annotation = mark.kind.span(range.start - from..range.end - from);
        if mark.label.is_empty() { annotation } else { annotation.label(mark.label) }
    });
    let line = text[..from].matches('\n').count() + 1;
    Snippet::source(&text[from..to]).line_start(line).path(telling.path_of(source)).annotations(annotations)
}

/// What an author wrote may hold characters that would steer the terminal; none of them is let through.
fn harmless(text: &str) -> String {
    text.chars().map(|it| if it.is_control() && it != '\n' { '\u{fffd}' } else { it }).collect()
}
