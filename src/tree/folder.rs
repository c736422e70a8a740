//! The files under a folder: their paths, found once; their bytes, read when asked for.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use walkdir::{DirEntry, WalkDir};

/// No text that an author writes is longer than this, in bytes; a longer one is refused before it is read.
pub const TEXT_LIMIT: u64 = 16 * 1024 * 1024;

/// No curriculum has more files than this; links that multiply folders would otherwise never end.
const FILE_LIMIT: usize = 200_000;

/// The files under a folder: their paths, found once; their bytes, read when asked for.
#[derive(Debug, Clone)]
pub struct Tree {
    root: Root,
    /// What is laid over the files: texts that are not saved yet.
    laid: BTreeMap<String, Vec<u8>>,
    paths: Vec<String>,
    problems: Vec<Problem>,
}

#[derive(Debug, Clone)]
enum Root {
    Folder(PathBuf),
    Memory(BTreeMap<String, Vec<u8>>),
}

/// Something under the folder that is not part of the tree, though one could think so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, relative to the root.
    pub path: String,
    /// Why it was left out, in English.
    pub why: String,
    /// Whether it is there to be read, but lies outside the folder.
    pub is_outside: bool,
}

impl Tree {
    /// Finds the files under a folder. Names that start with a dot are passed over; links that lead out of the folder or
    /// in circles, and names that are not UTF-8, are left out and remembered as [`Tree::problems`].
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn open(folder: &Path) -> anyhow::Result<Tree> {
        let root = fs::canonicalize(folder).with_context(|| format!("cannot open the folder {}", folder.display()))?;
        if !root.is_dir() {
            bail!("{} is not a folder", folder.display());
        }
        let mut paths = Vec::new();
        let mut problems = Vec::new();
        let mut walk = WalkDir::new(&root).follow_links(true).min_depth(1).sort_by_file_name().into_iter();
        while let Some(entry) = walk.next() {
            if paths.len() >= FILE_LIMIT {
                problems.push(Problem { path: String::new(), why: format!("more than {FILE_LIMIT} files"), is_outside: false });
                break;
            }
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    problems.extend(unreadable(&root, &error));
                    continue;
                }
            };
            match place(&root, &entry) {
                Place::File(path) => paths.push(path),
                Place::Folder => {}
                Place::Hidden => skip(&entry, &mut walk),
                Place::LeftOut(problem) => {
                    problems.push(problem);
                    skip(&entry, &mut walk);
                }
            }
        }
        paths.sort();
        problems.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Tree { root: Root::Folder(root), laid: BTreeMap::new(), paths, problems })
    }

    /// A tree of files that lie in memory.
    pub fn memory(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Tree {
        let files: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
        let paths = files.keys().cloned().collect();
        Tree { paths, root: Root::Memory(files), laid: BTreeMap::new(), problems: Vec::new() }
    }

    /// The same tree with other bytes laid over some of its files; a path that it does not have is added.
    pub fn lay(mut self, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Tree {
        self.laid.extend(files);
        let new: Vec<String> = self.laid.keys().filter(|it| !self.contains(it)).cloned().collect();
        self.paths.extend(new);
        self.paths.sort();
        self
    }

    /// A tree without files.
    pub fn empty() -> Tree {
        Tree::memory([])
    }

    /// The folder, as the system names it; a tree in memory has none.
    pub fn folder(&self) -> Option<&Path> {
        match &self.root {
            Root::Folder(root) => Some(root),
            Root::Memory(_) => None,
        }
    }

    /// A path as the shell knows it, relative to the folder, if it leads to something inside.
    pub fn below(&self, path: &Path) -> Option<PathBuf> {
        let found = fs::canonicalize(path).ok()?;
        Some(found.strip_prefix(self.folder()?).ok()?.to_path_buf())
    }

    /// The paths of all files relative to the root, `/` between their parts, sorted.
    pub fn paths(&self) -> &[String] {
        &self.paths
    }

    /// What was left out, sorted by path.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether a file is in the tree.
    pub fn contains(&self, path: &str) -> bool {
        self.paths.binary_search_by(|it| it.as_str().cmp(path)).is_ok()
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// If it cannot be read, or is not one of [`Tree::paths`].
    pub fn bytes(&self, path: &str) -> anyhow::Result<Vec<u8>> {
        if let Some(bytes) = self.laid.get(path) {
            return Ok(bytes.clone());
        }
        match &self.root {
            Root::Folder(root) => fs::read(root.join(self.known(path)?)).with_context(|| format!("cannot read {path}")),
            Root::Memory(files) => files.get(path).cloned().with_context(|| format!("no file {path}")),
        }
    }

    /// How many bytes a file has, to refuse it before it is read.
    ///
    /// # Errors
    /// If it cannot be looked at, or is not one of [`Tree::paths`].
    pub fn size(&self, path: &str) -> anyhow::Result<u64> {
        if let Some(bytes) = self.laid.get(path) {
            return Ok(bytes.len() as u64);
        }
        match &self.root {
            Root::Folder(root) => {
                let data = fs::metadata(root.join(self.known(path)?)).with_context(|| format!("cannot read {path}"))?;
                Ok(data.len())
            }
            Root::Memory(files) => Ok(files.get(path).with_context(|| format!("no file {path}"))?.len() as u64),
        }
    }

    /// A file to be read bit by bit.
    ///
    /// # Errors
    /// If it cannot be opened, or is not one of [`Tree::paths`].
    pub fn reader(&self, path: &str) -> anyhow::Result<Box<dyn Read + '_>> {
        if let Some(bytes) = self.laid.get(path) {
            return Ok(Box::new(Cursor::new(bytes.as_slice())));
        }
        match &self.root {
            Root::Folder(root) => {
                let file = fs::File::open(root.join(self.known(path)?)).with_context(|| format!("cannot read {path}"))?;
                Ok(Box::new(file))
            }
            Root::Memory(files) => {
                Ok(Box::new(Cursor::new(files.get(path).with_context(|| format!("no file {path}"))?.as_slice())))
            }
        }
    }

    /// Only what was found is opened, so that no path leads out of the folder.
    fn known<'a>(&self, path: &'a str) -> anyhow::Result<&'a str> {
        if self.contains(path) { Ok(path) } else { bail!("no file {path}") }
    }
}

/// What an entry of the walk is.
enum Place {
    File(String),
    Folder,
    Hidden,
    LeftOut(Problem),
}

fn place(root: &Path, entry: &DirEntry) -> Place {
    if entry.file_name().as_encoded_bytes().starts_with(b".") {
        return Place::Hidden;
    }
    let Some(path) = relative(root, entry.path()) else {
        let path = lossy(root, entry.path());
        return Place::LeftOut(Problem { path, why: "the name is not valid UTF-8".to_owned(), is_outside: false });
    };
    if entry.path_is_symlink() && !fs::canonicalize(entry.path()).is_ok_and(|it| it.starts_with(root)) {
        return Place::LeftOut(Problem { path, why: "the link leads out of the folder".to_owned(), is_outside: true });
    }
    let kind = entry.file_type();
    if kind.is_dir() {
        Place::Folder
    } else if kind.is_file() {
        Place::File(path)
    } else {
        Place::LeftOut(Problem { path, why: "it is neither a file nor a folder".to_owned(), is_outside: false })
    }
}

fn skip(entry: &DirEntry, walk: &mut walkdir::IntoIter) {
    if entry.file_type().is_dir() {
        walk.skip_current_dir();
    }
}

/// Why an entry could not be walked. Hidden names are nobody's concern, even then.
fn unreadable(root: &Path, error: &walkdir::Error) -> Option<Problem> {
    let at = error.path().unwrap_or(root);
    if at.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")) {
        return None;
    }
    let why = match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => "the link leads back to a folder it lies in".to_owned(),
        (None, Some(cause)) => cause.to_string(),
        (None, None) => error.to_string(),
    };
    Some(Problem { path: lossy(root, at), why, is_outside: false })
}

/// A path below the root with `/` between its parts; `None` if it is not UTF-8.
fn relative(root: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok()?;
    let parts: Option<Vec<&str>> = below.components().map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

fn lossy(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file).unwrap();
        }
        folder
    }

    #[test]
    fn finds_files_in_order_and_passes_over_hidden_ones() {
        let folder = folder(&["b/z.md", "b.md", "a.md", ".git/config", "b/.hidden"]);
        let tree = Tree::open(folder.path()).unwrap();
        assert_eq!(tree.paths(), ["a.md", "b.md", "b/z.md"]);
        assert_eq!(tree.bytes("b/z.md").unwrap(), b"b/z.md");
        assert_eq!(tree.size("a.md").unwrap(), 4);
        assert!(tree.problems().is_empty());
    }

    #[test]
    fn opens_nothing_it_did_not_find() {
        let folder = folder(&["in/a.md", "secret.md"]);
        let tree = Tree::open(&folder.path().join("in")).unwrap();
        assert!(tree.bytes("../secret.md").is_err());
        assert!(tree.reader("../secret.md").is_err());
        assert!(Tree::open(&folder.path().join("secret.md")).is_err());
    }

    #[test]
    fn what_is_laid_over_it_is_read_instead() {
        let folder = folder(&["a.md", "b.md"]);
        let texts = [("b.md", "new b"), ("c/d.md", "d")].map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let tree = Tree::open(folder.path()).unwrap().lay(texts);
        assert_eq!(tree.paths(), ["a.md", "b.md", "c/d.md"]);
        assert_eq!(tree.bytes("a.md").unwrap(), b"a.md");
        assert_eq!((tree.bytes("b.md").unwrap().as_slice(), tree.size("b.md").unwrap()), (b"new b".as_slice(), 5));
        assert_eq!(tree.bytes("c/d.md").unwrap(), b"d");
    }

    #[cfg(unix)]
    #[test]
    fn refuses_links_that_lead_out_and_links_that_lead_in_circles() {
        use std::os::unix::fs::symlink;

        let folder = folder(&["in/a.md", "in/img/x.png", "out/secret.md"]);
        let root = folder.path().join("in");
        symlink("../out", root.join("escape")).unwrap();
        symlink("../out/secret.md", root.join("leak.md")).unwrap();
        symlink(".", root.join("loop")).unwrap();
        symlink("nowhere", root.join("dead")).unwrap();
        symlink("img", root.join("pictures")).unwrap();
        let tree = Tree::open(&root).unwrap();
        assert_eq!(tree.paths(), ["a.md", "img/x.png", "pictures/x.png"]);
        let left_out: Vec<&str> = tree.problems().iter().map(|it| it.path.as_str()).collect();
        assert_eq!(left_out, ["dead", "escape", "leak.md", "loop"]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn remembers_names_that_are_not_utf8() {
        use std::os::unix::ffi::OsStrExt;

        let folder = folder(&["a.md"]);
        fs::write(folder.path().join(std::ffi::OsStr::from_bytes(b"bad\xff.md")), "").unwrap();
        let tree = Tree::open(folder.path()).unwrap();
        assert_eq!(tree.paths(), ["a.md"]);
        assert_eq!(tree.problems()[0].path, "bad\u{fffd}.md");
    }
}
