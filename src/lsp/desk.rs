//! What lies open in the editor, and the courses it belongs to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use gen_lsp_types::{Position, Uri};

use super::position::Encoding;
use super::view::{Cursor, View};
use crate::diagnostic::report::Messages;
use crate::pipeline::Request;
use crate::tree::Tree;

/// What lies open in the editor.
#[derive(Debug)]
pub struct Desk {
    /// What positions count.
    pub encoding: Encoding,
    /// The author's language.
    pub messages: Messages,
    request: Request,
    texts: BTreeMap<PathBuf, Open>,
    views: BTreeMap<Place, Rc<View>>,
}

/// A text that lies open.
#[derive(Debug)]
struct Open {
    text: String,
    version: i32,
}

/// A course.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The curriculum's folder.
    pub root: PathBuf,
    /// The course's folder in it.
    pub course: String,
}

impl Desk {
    /// A desk with nothing on it.
    pub fn new(request: Request, encoding: Encoding, messages: Messages) -> Desk {
        Desk { encoding, messages, request, texts: BTreeMap::new(), views: BTreeMap::new() }
    }

    /// Lays a text on the desk, or another one in its place.
    pub fn lay(&mut self, uri: &Uri, version: i32, text: String) -> Option<Place> {
        let path = uri.to_file_path().ok()?;
        self.texts.insert(path.clone(), Open { text, version });
        self.changed(&path)
    }

    /// Takes a text away; from now on its file says what it holds.
    pub fn take(&mut self, uri: &Uri) -> Option<Place> {
        let path = uri.to_file_path().ok()?;
        self.texts.remove(&path);
        self.changed(&path)
    }

    /// The text of a file that lies open.
    pub fn open_text(&self, uri: &Uri) -> Option<&str> {
        self.texts.get(&uri.to_file_path().ok()?).map(|it| it.text.as_str())
    }

    /// The version of a file that lies open.
    pub fn version(&self, uri: &Uri) -> Option<i32> {
        self.texts.get(&uri.to_file_path().ok()?).map(|it| it.version)
    }

    /// Forgets what was known of a file's course.
    pub fn changed(&mut self, path: &Path) -> Option<Place> {
        let place = self.place(path)?;
        self.views.remove(&place);
        Some(place)
    }

    /// Every course of which a text lies open.
    pub fn places(&self) -> BTreeSet<Place> {
        self.texts.keys().filter_map(|it| self.place(it)).collect()
    }

    /// The course that a file belongs to: the outermost of the folders around it that follow on each other with a
    /// `course.yaml`, since a translation's folder may have one too.
    fn place(&self, file: &Path) -> Option<Place> {
        let has_course = |folder: &Path| {
            let path = folder.join("course.yaml");
            path.is_file() || self.texts.contains_key(&path)
        };
        let mut folders = file.ancestors().skip(1).skip_while(|it| !has_course(it));
        let mut course = folders.next()?;
        for folder in folders.take_while(|it| has_course(it)) {
            course = folder;
        }
        Some(Place { root: course.parent()?.to_path_buf(), course: course.file_name()?.to_str()?.to_owned() })
    }

    /// A course as it would be with the texts that lie open.
    pub fn view(&mut self, place: &Place) -> Option<Rc<View>> {
        if let Some(view) = self.views.get(place) {
            return Some(Rc::clone(view));
        }
        let laid = self.texts.iter().filter_map(|(path, open)| {
            let path = below(&place.root, path)?;
            path.starts_with(&format!("{}/", place.course)).then(|| (path, open.text.clone().into_bytes()))
        });
        let laid: Vec<(String, Vec<u8>)> = laid.collect();
        let tree = Tree::open(&place.root).ok()?.lay(laid);
        let view = View::new(place.root.clone(), place.course.clone(), tree, &self.request, self.encoding, self.messages);
        let view = Rc::new(view);
        self.views.insert(place.clone(), Rc::clone(&view));
        Some(view)
    }

    /// The course that a file belongs to, and the file's path below the curriculum.
    pub fn file(&mut self, uri: &Uri) -> Option<(Rc<View>, String)> {
        let file = uri.to_file_path().ok()?;
        let place = self.place(&file)?;
        let path = below(&place.root, &file)?;
        Some((self.view(&place)?, path))
    }
}

/// A place in a file of a course.
pub fn cursor<'a>(view: &'a View, path: &str, position: Position) -> Option<Cursor<'a>> {
    let text = view.text(path)?;
    let byte = view.encoding.byte(&text, position);
    Some(Cursor { view, path: path.to_owned(), text, byte })
}

/// A file's path below a folder, with `/` between its parts.
fn below(root: &Path, file: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = file.strip_prefix(root).ok()?.components().map(|it| it.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}
