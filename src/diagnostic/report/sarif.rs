//! Findings as SARIF 2.1.0, the form that code scanning reads.

use serde_json::{Value, json};

use super::finding::{Finding, Place, findings};
use super::telling::{Messages, Telling};
use crate::diagnostic::collect::{Diagnostic, Diagnostics};
use crate::diagnostic::fault::{FAULTS, Fault, Severity};

/// The whole log, with a newline after it.
pub fn sarif(diagnostics: &Diagnostics, telling: &Telling) -> String {
    let used = |fault: &&Fault| diagnostics.iter().any(|it: &Diagnostic| it.fault.code == fault.code);
    let rules: Vec<&Fault> = FAULTS.iter().copied().filter(used).collect();
    let results: Vec<Value> = findings(diagnostics, telling).iter().map(|it| result(it, &rules)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "tvartom",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|it| rule(it, telling.messages)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let mut text = serde_json::to_string_pretty(&log).expect("strings and numbers are JSON");
    text.push('\n');
    text
}

fn rule(fault: &Fault, messages: Messages) -> Value {
    let level = match fault.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut rule = json!({
        "id": fault.code,
        "shortDescription": { "text": messages.choose(fault.message.en, fault.message.sv) },
        "defaultConfiguration": { "level": level },
    });
    if let Some(hint) = &fault.hint {
        rule["help"] = json!({ "text": messages.choose(hint.en, hint.sv) });
    }
    rule
}

fn result(finding: &Finding, rules: &[&Fault]) -> Value {
    let hint = finding.hint.as_ref().map(|hint| format!("\n{hint}")).unwrap_or_default();
    let mut result = json!({
        "ruleId": finding.code,
        "ruleIndex": rules.iter().position(|it| it.code == finding.code),
        "level": finding.severity,
        "message": { "text": format!("{}{hint}", finding.message) },
    });
    if let Some(place) = &finding.place {
        result["locations"] = json!([{ "physicalLocation": location(place) }]);
    }
    if !finding.related.is_empty() {
        let related =
            finding.related.iter().enumerate().map(
                |(idx, it)| json!({ "id": idx, "physicalLocation": location(&it.place), "message": { "text": it.message } }),
            );
        result["relatedLocations"] = related.collect();
    }
    if let Some(fix) = &finding.fix {
        let replacement = json!({
            "deletedRegion": region(&fix.place),
            "insertedContent": { "text": fix.replacement },
        });
        let change = json!({ "artifactLocation": { "uri": address(&fix.place.file) }, "replacements": [replacement] });
        result["fixes"] = json!([{ "artifactChanges": [change] }]);
    }
    result
}

fn location(place: &Place) -> Value {
    json!({
        "artifactLocation": { "uri": address(&place.file) },
        "region": region(place),
    })
}

fn region(place: &Place) -> Value {
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    })
}

/// A path as a URI: relative as it is, absolute with its scheme.
fn address(path: &str) -> String {
    let mut out = if path.starts_with('/') { "file://".to_owned() } else { String::new() };
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
