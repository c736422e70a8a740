//! Fields that hold running text.

use crate::diagnostic::{Diagnostics, Reported};
use crate::prose::{Features, Inline, parse_inline};
use crate::yaml::{Node, NodeKind, Record};

/// A value as running text.
pub fn prose(node: &Node, features: Features, diagnostics: &mut Diagnostics) -> Option<Vec<Inline>> {
    match &node.kind {
        NodeKind::Scalar(scalar) => Some(parse_inline(&scalar.text, &scalar.place, features, diagnostics)),
        NodeKind::Null | NodeKind::List(_) | NodeKind::Record(_) => None,
    }
}

/// A field as running text.
///
/// # Errors
/// If it is there and no text.
pub fn optional_prose(record: &mut Record<'_>, key: &'static str, features: Features) -> Result<Option<Vec<Inline>>, Reported> {
    let Some(scalar) = record.optional_scalar(key)? else { return Ok(None) };
    Ok(Some(parse_inline(&scalar.text, &scalar.place, features, record.diagnostics)))
}

/// A field as running text that must be there.
///
/// # Errors
/// If it is missing or no text.
pub fn required_prose(record: &mut Record<'_>, key: &'static str, features: Features) -> Result<Vec<Inline>, Reported> {
    match optional_prose(record, key, features)? {
        Some(text) => Ok(text),
        None => Err(record.missing(key)),
    }
}

/// A list of running texts.
///
/// # Errors
/// If any is no text.
pub fn prose_list(record: &mut Record<'_>, key: &'static str, features: Features) -> Result<Vec<Vec<Inline>>, Reported> {
    let nodes = record.one_or_more(key);
    let mut out = Vec::with_capacity(nodes.len());
    for node in nodes {
        // An empty value in a list is a text without words: a row to be named by hand.
        if node.kind == NodeKind::Null {
            out.push(Vec::new());
            continue;
        }
        record.read_text(node, key)?;
        out.extend(prose(node, features, record.diagnostics));
    }
    Ok(out)
}

/// A text without the curly marks around it that an office program makes of quotation marks: in YAML they are letters.
pub fn unquoted(text: &str) -> &str {
    const MARKS: [(char, char); 5] = [('”', '”'), ('“', '”'), ('„', '“'), ('’', '’'), ('‘', '’')];
    let text = text.trim();
    let bare = MARKS.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    bare.map_or(text, str::trim)
}
