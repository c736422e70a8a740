//! What is wrong, for each file of a course.

use std::collections::BTreeMap;

use gen_lsp_types::{Code, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Message, Range, Uri};

use super::view::View;
use crate::diagnostic;
use crate::diagnostic::report::Telling;

/// The findings of every file that has some. What is about the whole course stands at the start of its `course.yaml`.
pub fn findings(view: &View) -> BTreeMap<Uri, Vec<Diagnostic>> {
    let mut found: BTreeMap<Uri, Vec<Diagnostic>> = BTreeMap::new();
    for finding in view.diagnostics.iter() {
        let Some((uri, told)) = told(view, finding) else { continue };
        found.entry(uri).or_default().push(told);
    }
    found
}

/// A finding, and the file it is about.
pub fn told(view: &View, finding: &diagnostic::Diagnostic) -> Option<(Uri, Diagnostic)> {
    let telling = Telling { messages: view.messages, ..Telling::default() };
    let (uri, range) = match finding.span.and_then(|it| view.place(it)) {
        Some(location) => (location.uri, location.range),
        None => (view.uri(&format!("{}/course.yaml", view.course))?, Range::default()),
    };
    let hints = telling.hints(finding);
    let message: Vec<String> = std::iter::once(telling.message(finding)).chain(hints).collect();
    let related = finding.related.iter().filter_map(|it| {
        let message = view.choose(it.english, it.swedish).to_owned();
        Some(DiagnosticRelatedInformation { location: view.place(it.span)?, message })
    });
    let related: Vec<DiagnosticRelatedInformation> = related.collect();
    let told = Diagnostic {
        range,
        severity: Some(match finding.fault.severity {
            diagnostic::Severity::Error => DiagnosticSeverity::Error,
            diagnostic::Severity::Warning => DiagnosticSeverity::Warning,
        }),
        code: Some(Code::String(finding.fault.code.to_owned())),
        source: Some("tvartom".to_owned()),
        message: Message::String(message.join("\n")),
        related_information: (!related.is_empty()).then_some(related),
        ..Diagnostic::default()
    };
    Some((uri, told))
}
