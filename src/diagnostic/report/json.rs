//! Findings as one JSON object.

use serde::Serialize;
use serde_json::Value;

use super::finding::findings;
use super::telling::{Telling, count_modules};
use crate::diagnostic::collect::Diagnostics;

#[derive(Serialize)]
struct Report {
    version: u32,
    findings: Vec<Value>,
    summary: Summary,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    modules: usize,
}

const PLAIN: &str = "strings and numbers are JSON";

/// Findings as one JSON object, with a newline after it.
pub fn json(diagnostics: &Diagnostics, telling: &Telling) -> String {
    let (errors, warnings) = telling.count(diagnostics);
    let summary = Summary { errors, warnings, modules: count_modules(diagnostics) };
    let findings = findings(diagnostics, telling).iter().map(|it| complete(serde_json::to_value(it).expect(PLAIN))).collect();
    let report = Report { version: 1, findings, summary };
    let mut text = serde_json::to_string_pretty(&report).expect(PLAIN);
    text.push('\n');
    text
}

/// A finding without a place has all the same fields, so that a reader need not ask which there are.
fn complete(mut finding: Value) -> Value {
    for field in ["file", "line", "column", "end_line", "end_column"] {
        if finding.get(field).is_none() {
            finding[field] = Value::Null;
        }
    }
    finding
}
