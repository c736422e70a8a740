//! YAML text to a tree. The crate's own guesses at types are undone: a scalar keeps the text it was written as.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Location, Spanned as Placed};

use super::node::{Node, NodeKind, Scalar};
use super::trap::trap;
use crate::diagnostic::fault::INVALID_YAML;
use crate::diagnostic::{Diagnostics, Reported};
use crate::source::{Place, Span, Spanned};

/// Reads YAML: a file, front matter, or the inside of a data block.
///
/// # Errors
/// If it is not YAML, has a key twice, or is larger than the limits (250 000 values, 32 levels, 1 000 aliases).
pub fn parse(text: &str, place: &Place, diagnostics: &mut Diagnostics) -> Result<Node, Reported> {
    let reading = Reading { place, text };
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(Node { span: place.span(0..0), kind: NodeKind::Null });
    }
    let options = serde_saphyr::options! {
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        budget: serde_saphyr::budget! { max_aliases: 1_000, max_nodes: 250_000, max_depth: 32 },
    };
    match serde_saphyr::from_str_with_options::<Placed<Raw>>(text, options) {
        Ok(raw) => Ok(reading.node(raw)),
        Err(error) => Err(reading.report(&error, diagnostics)),
    }
}

/// What the crate hands over before places are worked out.
enum Raw {
    Null,
    /// The text the crate decoded, or nothing where it made a number or truth value of it.
    Scalar(Option<String>),
    List(Vec<Placed<Raw>>),
    Record(Vec<(Placed<String>, Placed<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any YAML value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Scalar(None))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Scalar(None))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Scalar(None))
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Scalar(None))
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Scalar(None))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Scalar(None))
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Scalar(Some(text.to_owned())))
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Raw, E> {
        Ok(Raw::Scalar(Some(String::from_utf8_lossy(bytes).into_owned())))
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Record(entries))
    }
}

/// A text being read, and where it starts in its file.
struct Reading<'a> {
    place: &'a Place,
    text: &'a str,
}

impl Reading<'_> {
    fn node(&self, raw: Placed<Raw>) -> Node {
        let range = self.range(&raw.defined);
        let (range, kind) = match raw.value {
            Raw::Null => (range, NodeKind::Null),
            Raw::Scalar(decoded) => {
                let scalar = self.scalar(decoded, range.clone());
                (range, NodeKind::Scalar(scalar))
            }
            Raw::List(items) => {
                let items: Vec<Node> = items.into_iter().map(|it| self.node(it)).collect();
                (range, NodeKind::List(items))
            }
            Raw::Record(entries) => {
                let entries: Vec<_> = entries.into_iter().map(|(key, value)| (self.key(key), self.node(value))).collect();
                (range, NodeKind::Record(entries))
            }
        };
        let span = self.span(range);
        // The crate gives collections a start only: they end where their last value does.
        let end = match &kind {
            NodeKind::List(items) => items.last().map(|it| it.span),
            NodeKind::Record(entries) => {
                entries.last().map(|(key, node)| if node.span.end > key.span.end { node.span } else { key.span })
            }
            NodeKind::Null | NodeKind::Scalar(_) => None,
        };
        Node { span: end.filter(|end| end.end > span.end).map_or(span, |end| span.to(end)), kind }
    }

    fn key(&self, key: Placed<String>) -> Spanned<String> {
        let span = self.span(self.range(&key.defined));
        Spanned::new(key.value, span)
    }

    fn scalar(&self, decoded: Option<String>, range: Range<usize>) -> Scalar {
        let written = &self.text[range.clone()];
        let quoted = written.starts_with(['"', '\'']);
        let text = decoded.unwrap_or_else(|| written.to_owned());
        let inner = if quoted { written.get(1..written.len().saturating_sub(1)).unwrap_or_default() } else { written };
        let whole = self.span(range.clone());
        let start = range.start + usize::from(quoted);
        let place = if inner == text && !text.contains('\n') && !matches!(self.place, Place::Whole(_)) {
            let at = self.span(start..start);
            Place::Offset(at.file, at.start)
        } else if let Some(lines) = self.literal_lines(&text, range.start) {
            Place::Lines(whole.file, lines)
        } else {
            Place::Whole(whole)
        };
        Scalar { text, place, quoted }
    }

    /// If the value is a literal block (`|`), the start of each of its lines in the value and in the file: every line of the
    /// value stands in the source after the same indentation.
    fn literal_lines(&self, text: &str, first: usize) -> Option<Vec<(u32, u32)>> {
        if matches!(self.place, Place::Whole(_)) {
            return None;
        }
        let mut source_line = self.text[..first].rfind('\n').map_or(0, |newline| newline + 1);
        let indent = first - source_line;
        let (mut lines, mut offset) = (Vec::new(), 0);
        for line in text.split_inclusive('\n') {
            let written = self.text.get(source_line..)?.split_inclusive('\n').next()?;
            let content = line.trim_end_matches(['\n', '\r']);
            let start = if content.is_empty() { source_line } else { source_line + indent };
            if !self.text.get(start..)?.starts_with(content) {
                return None;
            }
            lines.push((u32::try_from(offset).ok()?, self.span(start..start).start));
            offset += line.len();
            source_line += written.len();
        }
        // The last line of a file may lack the end that the value has.
        if !self.text[..source_line].ends_with('\n') {
            lines.push((u32::try_from(offset).ok()?, self.span(source_line..source_line).start));
        }
        Some(lines)
    }

    fn range(&self, location: &Location) -> Range<usize> {
        let span = location.span();
        let clamp = |byte: u64| {
            let mut byte = usize::try_from(byte).unwrap_or(usize::MAX).min(self.text.len());
            while !self.text.is_char_boundary(byte) {
                byte -= 1;
            }
            byte
        };
        match (span.byte_offset(), span.byte_len()) {
            (Some(offset), Some(length)) => clamp(offset)..clamp(offset + length),
            _ => self.byte_at(location)..self.byte_at(location),
        }
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.place.span(range)
    }

    /// Scanner errors have line and column but no byte.
    fn byte_at(&self, location: &Location) -> usize {
        let line_idx = usize::try_from(location.line().saturating_sub(1)).unwrap_or(0);
        let column_idx = usize::try_from(location.column().saturating_sub(1)).unwrap_or(0);
        let start: usize = self.text.split_inclusive('\n').take(line_idx).map(str::len).sum();
        let rest = &self.text[start.min(self.text.len())..];
        let column: usize = rest.chars().take_while(|it| *it != '\n').take(column_idx).map(char::len_utf8).sum();
        (start + column).min(self.text.len())
    }

    fn report(&self, error: &serde_saphyr::Error, diagnostics: &mut Diagnostics) -> Reported {
        let start = error.location().map_or(0, |location| self.range(&location).start);
        let word = self.text[start..].chars().take_while(|it| !it.is_whitespace()).map(char::len_utf8).sum::<usize>();
        let message = error.without_snippet().to_string();
        if let Some(found) = trap(self.text, start, &message) {
            return diagnostics.error(found.fault, self.span(found.range), &[&found.argument]);
        }
        // The crate's sentence may go on with positions of its own; ours are exact.
        let sentence = message.lines().next().unwrap_or_default();
        let sentence = sentence.split(" at line ").next().unwrap_or(sentence);
        // Advice on how to call the crate is none for authors.
        let sentence = sentence.split(", set ").next().unwrap_or(sentence).trim_end_matches('.');
        diagnostics.error(&INVALID_YAML, self.span(start..start + word), &[sentence])
    }
}
