//! What is ours in an output folder: the manifest that a finished build leaves, and the journal of one that is not finished.
//!
//! Invariant: a file's line is in the journal before the file is in its place, so after a kill every file of ours is known.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};

use super::atomic::Draft;

/// The folder in the output that holds what only the program reads.
pub const PRIVATE: &str = ".tvartom";
const MANIFEST: &str = "manifest.json";
const JOURNAL: &str = "journal";
const VERSION: u32 = 1;

/// What is ours: paths and hashes, never text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    version: u32,
    /// Files by their paths, each with the hash of what was written.
    pub files: BTreeMap<String, String>,
    /// Folders that a build made.
    pub folders: BTreeSet<String>,
    /// What a file may hold instead, if a build was killed between its line in the journal and its renaming.
    #[serde(skip)]
    earlier: BTreeMap<String, BTreeSet<String>>,
}

impl Default for Manifest {
    fn default() -> Self {
        Manifest { version: VERSION, files: BTreeMap::new(), folders: BTreeSet::new(), earlier: BTreeMap::new() }
    }
}

impl Manifest {
    /// Whether a build wrote a file that has this hash to this path.
    pub fn made(&self, path: &str, hash: &str) -> bool {
        self.files.get(path).is_some_and(|it| it == hash) || self.earlier.get(path).is_some_and(|it| it.contains(hash))
    }

    fn note(&mut self, path: String, hash: String) {
        if let Some(before) = self.files.insert(path.clone(), hash) {
            self.earlier.entry(path).or_default().insert(before);
        }
    }
}

/// A line of the journal.
#[derive(Debug, Serialize, Deserialize)]
enum Line {
    #[serde(rename = "folder")]
    Folder(String),
    #[serde(rename = "file")]
    File(String, String),
}

/// What was found in an output folder.
#[derive(Debug)]
pub struct Found {
    /// What is ours, by manifest and journal.
    pub manifest: Manifest,
    /// Whether a build has been here before.
    pub known: bool,
    /// Whether the last build did not finish.
    pub killed: bool,
}

/// Reads manifest and journal.
pub fn load(output: &Path) -> anyhow::Result<Found> {
    let private = output.join(PRIVATE);
    let path = private.join(MANIFEST);
    let mut manifest = Manifest::default();
    let mut known = false;
    if let Some(text) = read(&path)? {
        let damaged = || format!("{} is damaged; empty the output folder and build again", path.display());
        manifest = serde_json::from_str(&text).with_context(damaged)?;
        if manifest.version != VERSION {
            bail!("{} was written by another version of the program; empty the output folder and build again", path.display());
        }
        known = true;
    }
    let journal = read(&private.join(JOURNAL))?;
    let killed = journal.is_some();
    let text = journal.unwrap_or_default();
    // A line that was cut off by the kill has no newline, and its file was never put into place.
    for line in text.split_inclusive('\n').filter(|line| line.ends_with('\n')) {
        match serde_json::from_str(line) {
            Ok(Line::Folder(folder)) => {
                manifest.folders.insert(folder);
            }
            Ok(Line::File(path, hash)) => manifest.note(path, hash),
            Err(_) => {}
        }
    }
    manifest.files.retain(|path, _| is_plain(path));
    manifest.folders.retain(|path| is_plain(path));
    Ok(Found { manifest, known: known || killed, killed })
}

fn read(path: &Path) -> anyhow::Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// Writes the manifest in one go, and only if it differs.
pub fn save(output: &Path, manifest: &Manifest) -> anyhow::Result<()> {
    let path = output.join(PRIVATE).join(MANIFEST);
    let mut text = serde_json::to_string_pretty(manifest).expect("strings in maps are JSON");
    text.push('\n');
    if fs::read(&path).is_ok_and(|it| it == text.as_bytes()) {
        return Ok(());
    }
    Draft::write(&path, text.as_bytes())?.persist(&path)
}

/// The journal of a build that is not finished.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: fs::File,
}

impl Journal {
    /// Opens the journal, after the lines of a killed build if there are any.
    pub fn open(output: &Path) -> anyhow::Result<Journal> {
        let path = output.join(PRIVATE).join(JOURNAL);
        let cannot = || format!("cannot write {}", path.display());
        let mut file = fs::OpenOptions::new().create(true).append(true).open(&path).with_context(cannot)?;
        // Ends the line that a kill may have cut off.
        file.write_all(b"\n").with_context(cannot)?;
        Ok(Journal { path, file })
    }

    /// Says that a folder is about to be made.
    pub fn folder(&mut self, path: &str) -> anyhow::Result<()> {
        self.line(&Line::Folder(path.to_owned()))
    }

    /// Says that a file is about to be put into place.
    pub fn file(&mut self, path: &str, hash: &str) -> anyhow::Result<()> {
        self.line(&Line::File(path.to_owned(), hash.to_owned()))
    }

    fn line(&mut self, line: &Line) -> anyhow::Result<()> {
        let mut text = serde_json::to_string(line).expect("strings are JSON");
        text.push('\n');
        self.file.write_all(text.as_bytes()).with_context(|| format!("cannot write {}", self.path.display()))
    }
}

/// Forgets the journal: the manifest says all of it now.
pub fn forget_journal(output: &Path) -> anyhow::Result<()> {
    let path = output.join(PRIVATE).join(JOURNAL);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", path.display()))
        }
        _ => Ok(()),
    }
}

/// Whether a path stays below the folder it is joined to on every system, and out of what is ours alone.
pub fn is_plain(path: &str) -> bool {
    !path.is_empty()
        && path.split('/').all(|part| {
            !part.is_empty() && !part.starts_with('.') && !part.contains(|it: char| it == '\\' || it == ':' || it.is_control())
        })
}
