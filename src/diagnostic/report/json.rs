//! Findings as one JSON object.

use serde::Serialize;
use serde_json::{Value, json};

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

/// The JSON Schema of what [`json()`] gives.
pub fn json_schema() -> Value {
    let count = json!({"type": "integer", "minimum": 0});
    let place = json!({
        "file": {"type": "string", "description": "The path, counted from where the program ran."},
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1, "description": "Counted in characters."},
        "end_line": {"type": "integer", "minimum": 1},
        "end_column": {"type": "integer", "minimum": 1, "description": "The column after the last."},
    });
    let places = ["file", "line", "column", "end_line", "end_column"];
    let placed = |name: &str, about: &str| {
        let mut properties = place.clone();
        properties[name] = json!({"type": "string", "description": about});
        let required: Vec<&str> = places.iter().copied().chain([name]).collect();
        json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
    };
    let mut finding = json!({
        "code": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "description": "`tvartom explain CODE` says more."},
        "severity": {"enum": ["error", "warning"]},
        "message": {"type": "string"},
        "hint": {"type": ["string", "null"], "description": "What to do about it."},
        "related": {"type": "array", "items": placed("message", "What is there."), "description": "Places that explain it."},
        "fix": {
            "description": "What mends it for certain; `check --fix` does the same.",
            "anyOf": [{"type": "null"}, placed("replacement", "What is put in the place of the words.")],
        },
    });
    for name in places {
        finding[name] = place[name].clone();
        // A finding about a whole folder has no place.
        finding[name]["type"] = json!([place[name]["type"], "null"]);
    }
    let required: Vec<&str> = ["code", "severity", "message", "hint", "related", "fix"].into_iter().chain(places).collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Tvärtom: findings",
        "description": "What `tvartom check --format json` prints.",
        "type": "object",
        "properties": {
            "version": {"const": 1},
            "findings": {
                "type": "array",
                "items": {"type": "object", "properties": finding, "required": required, "additionalProperties": false},
            },
            "summary": {
                "type": "object",
                "properties": {"errors": count, "warnings": count, "modules": count},
                "required": ["errors", "warnings", "modules"],
                "additionalProperties": false,
            },
        },
        "required": ["version", "findings", "summary"],
        "additionalProperties": false,
    })
}
