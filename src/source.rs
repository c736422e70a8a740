//! Texts that authors wrote, and places in them: files, spans, lines and columns.

use std::sync::Arc;

use serde::{Serialize, Serializer};

/// A file of the curriculum: its position among the texts of one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in a file. Invariant: `start <= end`, both on character boundaries of the file's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file the range lies in.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The bytes `start..end` of a file.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Self { file, start: offset(start), end: offset(end.max(start)) }
    }

    /// From the start of this span to the end of a later one in the same file.
    pub fn to(self, end: Span) -> Span {
        debug_assert_eq!(self.file, end.file, "a span lies in one file");
        Span { file: self.file, start: self.start, end: end.end.max(self.start) }
    }

    /// The range of bytes, to cut it out of the text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Offsets are 32 bits, since no file over the size limit is read; a longer one would be cut to its end.
fn offset(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}

/// Where the bytes of a text come from, when the text is not the file itself: a value in YAML, without its indentation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The text stands in the file as it is, from this byte on.
    Offset(FileId, u32),
    /// Its lines do: for each, its first byte in the text and in the file.
    Lines(FileId, Vec<(u32, u32)>),
    /// Only the whole is known (escapes, folded lines).
    Whole(Span),
}

impl Place {
    /// The span of a range of the text.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        match self {
            Place::Offset(file, base) => Span::new(*file, range.start + *base as usize, range.end + *base as usize),
            Place::Lines(file, lines) => {
                let locate = |byte: usize| {
                    let line = lines.partition_point(|(start, _)| *start as usize <= byte).max(1) - 1;
                    lines.get(line).map_or(0, |(text, file)| byte - *text as usize + *file as usize)
                };
                Span::new(*file, locate(range.start), locate(range.end))
            }
            Place::Whole(span) => *span,
        }
    }

    /// The byte of the text that stands at a byte of the file, where that is known.
    pub fn byte(&self, at: u32) -> Option<usize> {
        match self {
            Place::Offset(_, base) => Some(at.checked_sub(*base)? as usize),
            Place::Lines(_, lines) => {
                let line = lines.partition_point(|(_, file)| *file <= at).checked_sub(1)?;
                let (text, file) = lines[line];
                Some((at - file + text) as usize)
            }
            Place::Whole(_) => None,
        }
    }
}

/// A value and the place it was written at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

/// The value alone: what is handed out says nothing of where it was written.
impl<T: Serialize> Serialize for Spanned<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<T> Spanned<T> {
    /// A value at a place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}

/// Where a text's path begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Root {
    /// The folder of the courses.
    Curriculum,
    /// The folder of the themes.
    Themes,
}

/// A text that was read, with its path.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file's position among the texts of the run.
    pub file: FileId,
    /// Where its path begins.
    pub root: Root,
    /// The path from there, with `/` between its parts.
    pub path: Arc<str>,
    /// The whole text, UTF-8, without a byte order mark.
    pub text: Arc<str>,
}

impl Source {
    /// The span of a range of bytes in this text.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.file, range.start, range.end)
    }

    /// Where the bytes of this text come from: itself.
    pub fn place(&self) -> Place {
        Place::Offset(self.file, 0)
    }

    /// Line and column of a byte, both counted from 1, the column in characters.
    pub fn position(&self, byte: u32) -> (usize, usize) {
        let mut byte = (byte as usize).min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = &self.text[..byte];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// All texts of one run, by file. Texts are shared, so keeping a `Sources` costs no copy.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    sources: Vec<Source>,
}

impl Sources {
    /// Takes a text of the curriculum in and gives it its id.
    pub fn add(&mut self, path: &str, text: impl Into<Arc<str>>) -> Source {
        self.add_from(Root::Curriculum, path, text)
    }

    /// The same with a text from elsewhere.
    pub fn add_from(&mut self, root: Root, path: &str, text: impl Into<Arc<str>>) -> Source {
        let file = FileId(u32::try_from(self.sources.len()).expect("fewer than 2^32 files"));
        let source = Source { file, root, path: path.into(), text: text.into() };
        self.sources.push(source.clone());
        source
    }

    /// The text a span lies in.
    pub fn get(&self, file: FileId) -> &Source {
        &self.sources[file.0 as usize]
    }

    /// All texts, in the order they were read.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.sources.iter()
    }
}
