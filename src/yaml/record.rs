//! Typed access to the fields of a record. Every mistake is reported where it stands, and reading goes on.

use super::node::{Node, NodeKind, Scalar};
use super::number::{number, whole};
use super::shape::{Field, Shape};
use crate::diagnostic::fault::{COMMA_IN_TEXT, EXPECTED, MISSING_FIELD, NOT_ONE_OF, UNKNOWN_FIELD};
use crate::diagnostic::{Diagnostics, Meant, Reported, did_you_mean};
use crate::source::{Span, Spanned};

/// A record that is being read.
#[derive(Debug)]
pub struct Record<'a> {
    /// From its first key to its last value.
    pub span: Span,
    /// Where findings go.
    pub diagnostics: &'a mut Diagnostics,
    entries: &'a [(Spanned<String>, Node)],
    shape: &'static Shape,
    more: &'static [Field],
}

impl<'a> Record<'a> {
    /// Opens a record and reports every key that its shape does not have.
    ///
    /// # Errors
    /// If the value is not a record.
    pub fn open(node: &'a Node, shape: &'static Shape, diagnostics: &'a mut Diagnostics) -> Result<Self, Reported> {
        Self::open_with(node, shape, &[], diagnostics)
    }

    /// Opens a record whose shape has more fields, by its kind.
    ///
    /// # Errors
    /// If the value is not a record.
    pub fn open_with(
        node: &'a Node,
        shape: &'static Shape,
        more: &'static [Field],
        diagnostics: &'a mut Diagnostics,
    ) -> Result<Self, Reported> {
        let entries: &[_] = match &node.kind {
            NodeKind::Record(entries) => entries,
            NodeKind::Null => &[],
            NodeKind::Scalar(_) | NodeKind::List(_) => {
                return Err(expected(diagnostics, node, "keys and values", shape.name));
            }
        };
        for (key, _) in entries {
            let names = || shape.fields.iter().chain(more).map(|field| field.name);
            if !names().any(|name| name == key.value) {
                if !has_colon(key, diagnostics) {
                    diagnostics.report(&COMMA_IN_TEXT, key.span, &[&key.value]);
                    continue;
                }
                let similar = did_you_mean(&key.value, names());
                let is_taken = |meant: &Meant<'_>| entries.iter().any(|(it, _)| it.value == meant.word);
                let similar = similar.map(|it| if is_taken(&it) { it.unsure() } else { it });
                diagnostics.report(&UNKNOWN_FIELD, key.span, &[&key.value, shape.name]).suggest(similar);
            }
        }
        Ok(Self { span: node.span, diagnostics, entries, shape, more })
    }

    /// The value of a key; a key without a value counts as absent.
    pub fn node(&self, key: &str) -> Option<&'a Node> {
        debug_assert!(
            self.shape.fields.iter().chain(self.more).any(|it| it.name == key),
            "`{key}` stands in the shape of {}",
            self.shape.name
        );
        let entries = self.entries;
        entries.iter().find(|(it, _)| it.value == key).map(|(_, node)| node).filter(|node| node.kind != NodeKind::Null)
    }

    /// The value of a key that must be there.
    ///
    /// # Errors
    /// If it is not.
    pub fn required(&mut self, key: &'static str) -> Result<&'a Node, Reported> {
        match self.node(key) {
            Some(node) => Ok(node),
            None => Err(self.missing(key)),
        }
    }

    /// Reports that a key is missing; unless it was typed wrongly, which was told.
    pub fn missing(&mut self, key: &str) -> Reported {
        if self.was_meant(key) {
            return Reported;
        }
        let span = self.entries.first().map_or(self.span, |(key, _)| key.span);
        self.diagnostics.error(&MISSING_FIELD, span, &[key, self.shape.name])
    }

    /// Whether a key that nobody knows is probably this one.
    pub fn was_meant(&self, key: &str) -> bool {
        let names = || self.shape.fields.iter().chain(self.more).map(|field| field.name);
        let mut unknown = self.entries.iter().filter(|(it, _)| !names().any(|name| name == it.value));
        unknown.any(|(it, _)| did_you_mean(&it.value, names()).is_some_and(|it| it.word == key))
    }

    /// A text that must be there.
    ///
    /// # Errors
    /// If it is missing or no text.
    pub fn text(&mut self, key: &'static str) -> Result<Spanned<String>, Reported> {
        let node = self.required(key)?;
        self.read_text(node, key)
    }

    /// A text that may be left out.
    ///
    /// # Errors
    /// If it is there and no text.
    pub fn optional_text(&mut self, key: &'static str) -> Result<Option<Spanned<String>>, Reported> {
        self.node(key).map(|node| self.read_text(node, key)).transpose()
    }

    /// A scalar as it stands, for running text.
    ///
    /// # Errors
    /// If it is there and no text.
    pub fn optional_scalar(&mut self, key: &'static str) -> Result<Option<&'a Scalar>, Reported> {
        self.node(key).map(|node| self.scalar(node, key)).transpose()
    }

    /// A number that may be left out, as people type it.
    ///
    /// # Errors
    /// If it is there and no number.
    pub fn optional_number(&mut self, key: &'static str) -> Result<Option<Spanned<f64>>, Reported> {
        let Some(node) = self.node(key) else { return Ok(None) };
        let number = node.text().and_then(number);
        match number {
            Some(number) => Ok(Some(Spanned::new(number, node.span))),
            None => Err(expected(self.diagnostics, node, "a number", key)),
        }
    }

    /// A whole number that is not negative and may be left out.
    ///
    /// # Errors
    /// If it is there and something else.
    pub fn optional_integer(&mut self, key: &'static str) -> Result<Option<Spanned<u32>>, Reported> {
        let Some(node) = self.node(key) else { return Ok(None) };
        let number = node.text().and_then(whole);
        match number {
            Some(number) => Ok(Some(Spanned::new(number, node.span))),
            None => Err(expected(self.diagnostics, node, "a whole number", key)),
        }
    }

    /// `true` or `false`, which may be left out.
    ///
    /// # Errors
    /// If it is there and something else.
    pub fn optional_boolean(&mut self, key: &'static str) -> Result<Option<bool>, Reported> {
        let Some(node) = self.node(key) else { return Ok(None) };
        match node.text().map(str::trim) {
            Some("true" | "yes" | "ja") => Ok(Some(true)),
            Some("false" | "no" | "nej") => Ok(Some(false)),
            _ => Err(expected(self.diagnostics, node, "true or false", key)),
        }
    }

    /// A date as year, month and day.
    ///
    /// # Errors
    /// If it is there and no date.
    pub fn optional_date(&mut self, key: &'static str) -> Result<Option<(i32, u32, u32)>, Reported> {
        let Some(node) = self.node(key) else { return Ok(None) };
        match node.text().and_then(date) {
            Some(date) => Ok(Some(date)),
            None => Err(expected(self.diagnostics, node, "a date such as 2026-11-01", key)),
        }
    }

    /// A clock time as minutes after midnight.
    ///
    /// # Errors
    /// If it is there and no time.
    pub fn optional_clock(&mut self, key: &'static str) -> Result<Option<u32>, Reported> {
        let Some(node) = self.node(key) else { return Ok(None) };
        match node.text().and_then(clock) {
            Some(minute) => Ok(Some(minute)),
            None => Err(expected(self.diagnostics, node, "a time such as 09:00", key)),
        }
    }

    /// One of a table's words, which may be left out; the result is what stands beside the word.
    ///
    /// # Errors
    /// If it is there and none of them.
    pub fn optional_choice<T: Copy>(&mut self, key: &'static str, choices: &[(&'static str, T)]) -> Result<Option<T>, Reported> {
        let Some(node) = self.node(key) else { return Ok(None) };
        choose(node, key, choices, self.diagnostics).map(Some)
    }

    /// One of a table's words, which must be there.
    ///
    /// # Errors
    /// If it is missing or none of them.
    pub fn choice<T: Copy>(&mut self, key: &'static str, choices: &[(&'static str, T)]) -> Result<T, Reported> {
        let node = self.required(key)?;
        choose(node, key, choices, self.diagnostics)
    }

    /// The items of a list; nothing if it is left out.
    ///
    /// # Errors
    /// If it is there and no list.
    pub fn list(&mut self, key: &'static str) -> Result<&'a [Node], Reported> {
        let Some(node) = self.node(key) else { return Ok(&[]) };
        match node.items() {
            Some(items) => Ok(items),
            None => Err(expected(self.diagnostics, node, "a list", key)),
        }
    }

    /// The items of a list, or the lone value that stands for one.
    pub fn one_or_more(&self, key: &str) -> &'a [Node] {
        match self.node(key) {
            Some(node) => node.items().unwrap_or(std::slice::from_ref(node)),
            None => &[],
        }
    }

    /// Texts in a list, or a lone text.
    ///
    /// # Errors
    /// If any is no text.
    pub fn texts(&mut self, key: &'static str) -> Result<Vec<Spanned<String>>, Reported> {
        self.one_or_more(key).iter().map(|node| self.read_text(node, key)).collect()
    }

    /// A value as plain text.
    ///
    /// # Errors
    /// If it is none.
    pub fn read_text(&mut self, node: &'a Node, key: &str) -> Result<Spanned<String>, Reported> {
        self.scalar(node, key).map(|scalar| Spanned::new(scalar.text.trim().to_owned(), node.span))
    }

    fn scalar(&mut self, node: &'a Node, key: &str) -> Result<&'a Scalar, Reported> {
        match &node.kind {
            NodeKind::Scalar(scalar) => Ok(scalar),
            NodeKind::Null | NodeKind::List(_) | NodeKind::Record(_) => Err(expected(self.diagnostics, node, "a text", key)),
        }
    }
}

/// Reports that a value is of another kind than its field.
pub(super) fn expected(diagnostics: &mut Diagnostics, node: &Node, expected: &str, key: &str) -> Reported {
    let found = node.text().map_or_else(|| node.noun().to_owned(), |text| format!("`{text}`"));
    diagnostics.error(&EXPECTED, node.span, &[key, expected, &found])
}

fn choose<T: Copy>(node: &Node, key: &str, choices: &[(&'static str, T)], diagnostics: &mut Diagnostics) -> Result<T, Reported> {
    let text = node.text().unwrap_or_default().trim();
    if let Some((_, value)) = choices.iter().find(|(word, _)| *word == text) {
        return Ok(*value);
    }
    let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
    let similar = did_you_mean(text, words.iter().copied());
    diagnostics.report(&NOT_ONE_OF, node.span, &[key, text, &words.join(", ")]).suggest(similar);
    Err(Reported)
}

fn date(text: &str) -> Option<(i32, u32, u32)> {
    let mut parts = text.trim().splitn(3, '-');
    let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    ((1900..=2200).contains(&year) && (1..=days).contains(&day)).then_some((year, month, day))
}

fn clock(text: &str) -> Option<u32> {
    let (hour, minute) = text.trim().split_once([':', '.'])?;
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// Whether a colon follows a key. Inside braces a comma makes a key of the words after it.
fn has_colon(key: &Spanned<String>, diagnostics: &Diagnostics) -> bool {
    let text = &diagnostics.sources.get(key.span.file).text;
    let after = text.get(key.span.end as usize..).unwrap_or_default().trim_start();
    !after.starts_with([',', '}'])
}
