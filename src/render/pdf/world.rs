//! What Typst sees: a library, faces and templates that all documents of a theme share, and one document's data and pictures.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpan, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontInfo, FontStyle, FontWeight};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World, WorldExt};

use crate::source::Span;
use crate::theme::{FaceFile, Template, Theme, whole_faces};

/// Where templates find a document's data.
const DATA: &str = "/document.json";
/// Where they find how close it is set, from 0.
const CLOSENESS: &str = "/closeness.json";

/// Templates by their paths in Typst's eyes.
type Sources = BTreeMap<String, Source>;

/// What all documents of a theme share.
#[derive(Debug)]
pub struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    layered: Sources,
    built_in: Sources,
    theme: BTreeMap<String, Bytes>,
    unread: Vec<(String, Option<Span>)>,
}

/// Which templates are used: the theme's, or, where one of them is broken, those of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Templates {
    /// The theme's own over the built-in ones.
    Layered,
    /// The built-in ones.
    BuiltIn,
}

impl Shared {
    /// Reads the faces and templates of a theme.
    pub fn new(theme: &Theme) -> Shared {
        let printed = theme.printed();
        let (mut fonts, mut infos, mut unread) = (Vec::new(), Vec::new(), Vec::new());
        for file in &printed.faces {
            let own: Vec<Font> = Font::iter(Bytes::new(file.bytes.clone())).collect();
            if own.is_empty() {
                unread.push((file.path.clone(), file.span));
            }
            infos.extend(own.iter().map(|it| info(it, file)));
            fonts.extend(own);
        }
        let ours: Vec<Font> = whole_faces().map(Bytes::new).flat_map(Font::iter).collect();
        infos.extend(ours.iter().map(|it| it.info().clone()));
        fonts.extend(ours);
        let logo = theme.logo().and_then(|(name, _)| Some((format!("/theme/{name}"), Bytes::new(theme.bytes(name)?.to_vec()))));
        Shared {
            library: LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build()),
            book: LazyHash::new(FontBook::from_infos(infos)),
            fonts,
            layered: sources(&printed.templates),
            built_in: sources(&printed.built_in),
            theme: logo.into_iter().collect(),
            unread,
        }
    }

    /// Files that were to be faces and cannot be read: their paths, and where they were named.
    pub fn unread(&self) -> &[(String, Option<Span>)] {
        &self.unread
    }
}

/// What a face is chosen by: what is said of it where it is named comes before what its file says.
fn info(font: &Font, file: &FaceFile) -> FontInfo {
    let mut info = font.info().clone();
    if let Some(family) = &file.family {
        info.family.clone_from(family);
    }
    let weight = match file.weight.trim() {
        "normal" => Some(400),
        "bold" => Some(700),
        // A range is a variable face's, whose file knows it better.
        number => number.parse().ok().filter(|_| info.axes.is_empty()),
    };
    if let Some(weight) = weight {
        info.variant.weight = FontWeight::from_number(weight);
    }
    match file.style.trim() {
        "italic" => info.variant.style = FontStyle::Italic,
        "oblique" => info.variant.style = FontStyle::Oblique,
        "normal" => info.variant.style = FontStyle::Normal,
        _ => {}
    }
    info
}

fn sources(templates: &BTreeMap<String, Template>) -> Sources {
    let source = |(name, template): (&String, &Template)| {
        let path = format!("/pdf/{name}");
        let id = file(&path)?;
        Some((path, Source::new(id, template.text.clone())))
    };
    templates.iter().filter_map(source).collect()
}

/// A path as Typst knows it; none for one that leaves its root.
fn file(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// One document on its way to the press.
#[derive(Debug)]
pub struct Job {
    shared: Arc<Shared>,
    templates: Templates,
    main: FileId,
    files: BTreeMap<String, Bytes>,
}

impl Job {
    /// A document's data for a template, such as `paper.typ`, and the pictures it shows.
    pub fn new(
        shared: &Arc<Shared>,
        templates: Templates,
        template: &str,
        data: Vec<u8>,
        pictures: Vec<(String, Vec<u8>)>,
    ) -> Job {
        let mut files: BTreeMap<String, Bytes> = pictures.into_iter().map(|(path, bytes)| (path, Bytes::new(bytes))).collect();
        files.insert(DATA.to_owned(), Bytes::new(data));
        files.insert(CLOSENESS.to_owned(), Bytes::from_string("0"));
        let main = file(&format!("/pdf/{template}")).expect("a template's name is a path");
        Job { shared: Arc::clone(shared), templates, main, files }
    }

    /// The same document, set as close as a number says; templates know up to two.
    pub fn closer(&self, closeness: u8) -> Job {
        let mut files = self.files.clone();
        files.insert(CLOSENESS.to_owned(), Bytes::from_string(closeness.to_string()));
        Job { shared: Arc::clone(&self.shared), templates: self.templates, main: self.main, files }
    }

    /// A place in a template: its file name, and the bytes.
    pub fn place(&self, span: DiagSpan) -> Option<(String, Range<usize>)> {
        Some((span.id()?.get().vpath().file_name()?.to_owned(), self.range(span).unwrap_or(0..0)))
    }
}

impl World for Job {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let sources = match self.templates {
            Templates::Layered => &self.shared.layered,
            Templates::BuiltIn => &self.shared.built_in,
        };
        sources.get(path(id)).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(path(id)).or_else(|| self.shared.theme.get(path(id))).cloned().ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    /// Nothing in a document depends on the day it is printed.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The path of a file below Typst's root.
fn path(id: FileId) -> &'static str {
    id.get().vpath().get_with_slash()
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(path(id).into())
}
