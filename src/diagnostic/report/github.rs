//! Findings as workflow commands, which GitHub Actions shows beside the lines they are about.

use super::finding::{Finding, findings};
use super::telling::Telling;
use crate::diagnostic::collect::Diagnostics;

/// A line for each finding.
pub fn github(diagnostics: &Diagnostics, telling: &Telling) -> String {
    findings(diagnostics, telling).iter().map(command).collect()
}

fn command(finding: &Finding) -> String {
    let mut properties = String::new();
    if let Some(place) = &finding.place {
        properties.push_str(&format!("file={},line={}", property(&place.file), place.line));
        // Columns are only understood on a single line.
        if place.line == place.end_line {
            let last = place.end_column.saturating_sub(1).max(place.column);
            properties.push_str(&format!(",col={},endColumn={last}", place.column));
        } else {
            properties.push_str(&format!(",endLine={}", place.end_line));
        }
        properties.push(',');
    }
    properties.push_str(&format!("title={}", property(finding.code)));
    let hint = finding.hint.as_ref().map(|hint| format!("\n{hint}")).unwrap_or_default();
    format!("::{} {properties}::{}\n", finding.severity, data(&format!("{}{hint}", finding.message)))
}

/// Escapes the text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
