//! Why a file or an entry could not be read, taken from the words of the crate that reads it.

use hayagriva::io::BibLaTeXError;

/// What is wrong, and at which byte if it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The byte.
    pub at: Option<usize>,
    /// What.
    pub reason: Reason,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It is not YAML, or not BibLaTeX, says this sentence.
    Syntax(String),
    /// An entry has no `type`.
    WithoutType,
    /// There is no type of this name; there are these.
    UnknownType { name: String, known: Vec<String> },
    /// This field has a value of the wrong kind.
    Field(String),
    /// Something else; the sentence would tell an author nothing.
    Other,
}

/// The place that a message of the YAML crate names last: where the words it is about start.
///
/// The message is of the form `b.type: unknown variant … at line 2 column 9`; a path before it, a context after it.
pub fn from_yaml(message: &str, index: Option<usize>, text: &str) -> Complaint {
    let at = last_place(message, text).or(index);
    let message = message.split(" at line ").next().unwrap_or_default();
    Complaint { at, reason: yaml_reason(message) }
}

fn yaml_reason(message: &str) -> Reason {
    if message.contains("no entry type for `") {
        return Reason::WithoutType;
    }
    if let Some((_, after)) = message.split_once("unknown variant `")
        && let Some((name, known)) = after.split_once("`, expected one of ")
    {
        // Each stands there twice, with and without a capital.
        let known = known.split(", ").map(|it| it.trim_matches('`').to_owned());
        return Reason::UnknownType {
            name: name.to_owned(),
            known: known.filter(|it| !it.starts_with(char::is_uppercase)).collect(),
        };
    }
    let is_scanner =
        ["found ", "did not find ", "mapping values", "block ", "could not ", "control characters", "unknown anchor"];
    if is_scanner.iter().any(|it| message.starts_with(it)) {
        return Reason::Syntax(message.to_owned());
    }
    // The path: `key.field`, perhaps with more of its own. What has no field is about the entry.
    let field = message.split_once(": ").and_then(|(path, _)| path.split_once('.')).map(|(_, field)| field);
    match field {
        Some(field) if !field.contains(' ') => Reason::Field(field.to_owned()),
        _ => Reason::Other,
    }
}

fn last_place(message: &str, text: &str) -> Option<usize> {
    let after = &message[message.rfind("line ")? + "line ".len()..];
    let (line, column) = after.split_once(" column ")?;
    let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text[start..].split('\n').next().unwrap_or_default();
    Some(start + rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>())
}

/// What the BibLaTeX crate complains about.
pub fn from_biblatex(error: &BibLaTeXError, text: &str) -> Complaint {
    match error {
        BibLaTeXError::Parse(error) => Complaint { at: Some(error.span.start), reason: Reason::Syntax(error.kind.to_string()) },
        BibLaTeXError::Type(error) => {
            let before = text.get(..error.span.start).unwrap_or_default();
            let field = before.rsplit_once('=').and_then(|(before, _)| before.trim_end().rsplit([',', '\n', ' ', '{']).next());
            let reason = field.map_or(Reason::Other, |it| Reason::Field(it.to_owned()));
            Complaint { at: Some(error.span.start), reason }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Complaint, Reason, from_yaml};

    #[test]
    fn reads_messages() {
        let text = "ö:\n  type: bok\n";
        let complaint = from_yaml("ö.type: unknown variant `bok`, expected one of `Book`, `book` at line 2 column 9", None, text);
        let reason = Reason::UnknownType { name: "bok".into(), known: vec!["book".into()] };
        assert_eq!(complaint, Complaint { at: Some(12), reason });
        assert_eq!(from_yaml("b.date: month has no day 30 at line 9 column 9", None, "").reason, Reason::Field("date".into()));
        assert_eq!(from_yaml("b: data did not match any variant", None, "").reason, Reason::Other);
    }
}
