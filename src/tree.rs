//! Folders in, files out: the only place that opens the disk.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::Context;

/// The files under a folder: their paths, found once; their bytes, read when asked for.
#[derive(Debug, Clone)]
pub struct Tree {
    root: Root,
    paths: Vec<String>,
}

#[derive(Debug, Clone)]
enum Root {
    Folder(PathBuf),
    Memory(BTreeMap<String, Vec<u8>>),
}

impl Tree {
    /// A tree of files that lie in memory.
    pub fn memory(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Tree {
        let files: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
        Tree { paths: files.keys().cloned().collect(), root: Root::Memory(files) }
    }

    /// The paths of all files relative to the root, `/` between their parts, sorted.
    pub fn paths(&self) -> &[String] {
        &self.paths
    }

    /// Whether a file is in the tree.
    pub fn contains(&self, path: &str) -> bool {
        self.paths.binary_search_by(|it| it.as_str().cmp(path)).is_ok()
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn bytes(&self, path: &str) -> anyhow::Result<Vec<u8>> {
        match &self.root {
            Root::Folder(root) => std::fs::read(root.join(path)).with_context(|| format!("cannot read {path}")),
            Root::Memory(files) => files.get(path).cloned().with_context(|| format!("no file {path}")),
        }
    }
}

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path below the output, `/` between its parts.
    pub path: String,
    /// What it holds.
    pub contents: Contents,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contents {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of a file of the curriculum, to be streamed.
    Copy(String),
}

/// Takes files in: a folder, or memory for preview and tests.
pub trait Sink {
    /// Takes a file. A sink that can no longer write remembers why and tells when it is finished.
    fn put(&mut self, file: File);

    /// Says that what an earlier build wrote under this path is to stay, since it could not be made anew.
    fn keep(&mut self, prefix: &str);
}
