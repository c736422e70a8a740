//! What lies open in the editor, and the courses it belongs to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

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
    /// Courses as they are now.
    views: BTreeMap<Place, Arc<View>>,
    /// Courses as they were when they were last read.
    recent: BTreeMap<Place, Arc<View>>,
    /// How often each course has changed.
    changes: BTreeMap<Place, u64>,
    reading: Option<Reading>,
}

/// A course that is being read while the author goes on.
#[derive(Debug)]
struct Reading {
    place: Place,
    /// How often the course had changed when it was begun.
    change: u64,
    thread: JoinHandle<Option<View>>,
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
        Desk {
            encoding,
            messages,
            request,
            texts: BTreeMap::new(),
            views: BTreeMap::new(),
            recent: BTreeMap::new(),
            changes: BTreeMap::new(),
            reading: None,
        }
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
        *self.changes.entry(place.clone()).or_default() += 1;
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

    /// A course as it is now, if that is known.
    pub fn known(&self, place: &Place) -> Option<Arc<View>> {
        self.views.get(place).map(Arc::clone)
    }

    /// A course as it is now, with the texts that lie open. This waits until it is read.
    pub fn view(&mut self, place: &Place) -> Option<Arc<View>> {
        if self.is_reading(place) {
            self.finish();
        }
        if let Some(view) = self.known(place) {
            return Some(view);
        }
        let view = self.read(place)()?;
        Some(self.keep(place, view))
    }

    /// A course as it was a moment ago, which comes at once; it is read if it never was.
    fn recent(&mut self, place: &Place) -> Option<Arc<View>> {
        let recent = self.known(place).or_else(|| self.recent.get(place).map(Arc::clone));
        recent.or_else(|| self.view(place))
    }

    /// Begins to read a course, while the author goes on. One is read at a time.
    pub fn begin(&mut self, place: &Place) {
        if self.reading.is_none() {
            let thread = std::thread::spawn(self.read(place));
            self.reading = Some(Reading { place: place.clone(), change: self.change(place), thread });
        }
    }

    /// Whether a course is being read.
    pub fn is_busy(&self) -> bool {
        self.reading.is_some()
    }

    /// The course that has been read, if one has just been; it may have changed meanwhile.
    pub fn finished(&mut self) -> Option<Place> {
        if self.reading.as_ref().is_some_and(|it| it.thread.is_finished()) { self.finish() } else { None }
    }

    fn finish(&mut self) -> Option<Place> {
        let Reading { place, change, thread } = self.reading.take()?;
        // A thread that panicked has read nothing; the last view stays.
        if let Ok(Some(view)) = thread.join() {
            let view = self.keep(&place, view);
            if change != self.change(&place) {
                self.views.remove(&place);
            }
            drop(view);
        }
        Some(place)
    }

    /// Whether a course is being read as it is now.
    fn is_reading(&self, place: &Place) -> bool {
        self.reading.as_ref().is_some_and(|it| it.place == *place && it.change == self.change(place))
    }

    fn change(&self, place: &Place) -> u64 {
        self.changes.get(place).copied().unwrap_or_default()
    }

    fn keep(&mut self, place: &Place, view: View) -> Arc<View> {
        let view = Arc::new(view);
        self.views.insert(place.clone(), Arc::clone(&view));
        self.recent.insert(place.clone(), Arc::clone(&view));
        view
    }

    /// What reads a course, apart from the desk.
    fn read(&self, place: &Place) -> impl FnOnce() -> Option<View> + Send + 'static {
        let inside = format!("{}/", place.course);
        let laid = self.texts.iter().filter_map(|(path, open)| {
            let path = below(&place.root, path)?;
            path.starts_with(&inside).then(|| (path, open.text.clone().into_bytes()))
        });
        let laid: Vec<(String, Vec<u8>)> = laid.collect();
        let (place, request, encoding, messages) = (place.clone(), self.request.clone(), self.encoding, self.messages);
        move || {
            let tree = Tree::open(&place.root).ok()?.lay(laid);
            Some(View::new(place.root, place.course, tree, &request, encoding, messages))
        }
    }

    /// The course that a file belongs to as it is now, and the file's path below the curriculum.
    pub fn file(&mut self, uri: &Uri) -> Option<(Arc<View>, String)> {
        let (place, path) = self.locate(uri)?;
        Some((self.view(&place)?, path))
    }

    /// The same as it was a moment ago, with the file's text as it is now.
    pub fn recent_file(&mut self, uri: &Uri) -> Option<(Arc<View>, String, Arc<str>)> {
        let (place, path) = self.locate(uri)?;
        let view = self.recent(&place)?;
        let text = match self.open_text(uri) {
            Some(text) => text.into(),
            None => view.text(&path)?,
        };
        Some((view, path, text))
    }

    fn locate(&self, uri: &Uri) -> Option<(Place, String)> {
        let file = uri.to_file_path().ok()?;
        let place = self.place(&file)?;
        let path = below(&place.root, &file)?;
        Some((place, path))
    }
}

/// A place in a file of a course.
pub fn cursor<'a>(view: &'a View, path: String, text: Arc<str>, position: Position) -> Cursor<'a> {
    let byte = view.encoding.byte(&text, position);
    Cursor { view, path, text, byte }
}

/// A file's path below a folder, with `/` between its parts.
fn below(root: &Path, file: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = file.strip_prefix(root).ok()?.components().map(|it| it.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}
