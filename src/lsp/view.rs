//! A course as it would be with the texts that lie open: read, checked, and its names found.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use gen_lsp_types::{Location, Uri};

use super::position::Encoding;
use crate::curriculum::{Course, Curriculum, Edition, Module};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::report::Messages;
use crate::locale::{Language, language};
use crate::pipeline::{self, Request};
use crate::read::{FileName, Name, Names, file_name, names};
use crate::source::Span;
use crate::tree::Tree;

/// A course as it would be with the texts that lie open.
#[derive(Debug)]
pub struct View {
    /// The curriculum's folder, as the editor names it.
    pub root: PathBuf,
    /// The course's folder.
    pub course: String,
    /// The curriculum as far as it could be read.
    pub curriculum: Curriculum,
    /// What is wrong.
    pub diagnostics: Diagnostics,
    /// What names what.
    pub names: Names,
    /// What positions count.
    pub encoding: Encoding,
    /// The author's language.
    pub messages: Messages,
    tree: Tree,
}

/// A place in a text of a view.
#[derive(Debug, Clone)]
pub struct Cursor<'a> {
    /// The course.
    pub view: &'a View,
    /// The file's path below the curriculum.
    pub path: String,
    /// Its text.
    pub text: Arc<str>,
    /// The byte.
    pub byte: usize,
}

impl View {
    /// Reads and checks a course.
    pub fn new(root: PathBuf, course: String, tree: Tree, request: &Request, encoding: Encoding, messages: Messages) -> View {
        let request = Request { paths: vec![course.clone()], ..request.clone() };
        let (curriculum, diagnostics) = pipeline::inspect(&tree, &request);
        let names = names(&tree, &course);
        View { root, course, curriculum, diagnostics, names, encoding, messages, tree }
    }

    /// A file's text, without a byte order mark.
    pub fn text(&self, path: &str) -> Option<Arc<str>> {
        if let Some(source) = self.names.sources.iter().find(|it| *it.path == *path) {
            return Some(Arc::clone(&source.text));
        }
        let text = String::from_utf8(self.tree.bytes(path).ok()?).ok()?;
        Some(text.strip_prefix('\u{feff}').unwrap_or(&text).into())
    }

    /// The address of a file.
    pub fn uri(&self, path: &str) -> Option<Uri> {
        uri_of(&self.root, path)
    }

    /// Where a name stands.
    pub fn location(&self, name: &Name) -> Option<Location> {
        let source = self.names.sources.get(name.id.span.file);
        let range = self.encoding.range(&source.text, name.id.span.range());
        Some(Location { uri: self.uri(&source.path)?, range })
    }

    /// Where a finding's words stand.
    pub fn place(&self, span: Span) -> Option<Location> {
        let source = self.diagnostics.sources.get(span.file);
        Some(Location { uri: self.uri(&source.path)?, range: self.encoding.range(&source.text, span.range()) })
    }

    /// The course, if it could be read.
    fn read(&self) -> Option<&Course> {
        self.curriculum.courses.iter().find(|it| it.slug == self.course)
    }

    /// The course in the language of a file; the original if there is none.
    pub fn edition(&self, path: &str) -> Option<&Edition> {
        let editions = &self.read()?.editions;
        let tag = file_name(path).and_then(|it| it.language);
        editions.iter().skip(1).find(|it| Some(it.language.tag) == tag).or_else(|| editions.first())
    }

    /// The module that a file is, or whose quiz it is.
    pub fn module(&self, path: &str, stem: &str) -> Option<&Module> {
        let modules = &self.edition(path)?.modules;
        modules.iter().find(|it| it.file_name.rsplit_once('.').is_some_and(|(own, _)| own == stem)).map(|it| &**it)
    }

    /// The language that the author is spoken to in.
    pub fn language(&self) -> &'static Language {
        language(self.messages.tag()).expect("findings are told in languages that courses can be in")
    }

    /// One of two texts.
    pub fn choose<T>(&self, english: T, swedish: T) -> T {
        self.messages.choose(english, swedish)
    }
}

impl<'a> Cursor<'a> {
    /// The name it stands at.
    pub fn name(&self) -> Option<&'a Name> {
        self.view.names.at(&self.path, u32::try_from(self.byte).ok()?)
    }

    /// What its file is.
    pub fn file(&self) -> Option<FileName<'_>> {
        file_name(&self.path)
    }

    /// The start of its line.
    pub fn line_start(&self) -> usize {
        self.text[..self.byte].rfind('\n').map_or(0, |it| it + 1)
    }

    /// Its line, without the end.
    pub fn line(&self) -> &str {
        let rest = &self.text[self.line_start()..];
        rest.split(['\r', '\n']).next().unwrap_or_default()
    }
}

/// The address of a file below a folder.
pub fn uri_of(root: &Path, path: &str) -> Option<Uri> {
    Uri::from_file_path(path.split('/').fold(root.to_path_buf(), |at, part| at.join(part))).ok()
}
