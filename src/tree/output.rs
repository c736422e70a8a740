//! A folder that takes files in.
//!
//! 1. It is ours or empty, and nobody else is building into it (a lock that the system lets go of when a process ends).
//! 2. Every file is written whole under another name, noted in the journal, and renamed; what already holds the same bytes
//!    is left alone.
//! 3. At the end, what an earlier build wrote and this one neither wrote nor kept is removed, then folders of ours that
//!    became empty, and the manifest takes the journal's place.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, TryLockError};
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::atomic::{Draft, hash_bytes, hash_file, hash_reader, sweep};
use super::file::{Contents, File, Sink, Summary};
use super::folder::Tree;
use super::manifest::{self, Journal, Manifest, PRIVATE, is_plain};
use super::place::{refuse_foreign, refuse_overlap};

/// Writes files into a folder.
#[derive(Debug)]
pub struct FolderSink<'a> {
    output: PathBuf,
    tree: &'a Tree,
    /// Held until the sink is dropped.
    _lock: fs::File,
    /// What is ours, this build's files among it.
    ours: Manifest,
    journal: Option<Journal>,
    /// The files of this build by their names in lower case.
    put: BTreeMap<String, String>,
    /// Folders that were made sure of, so that each is looked at once.
    ready: BTreeSet<String>,
    kept: BTreeSet<String>,
    summary: Summary,
    failure: Option<anyhow::Error>,
}

impl<'a> FolderSink<'a> {
    /// Opens an output folder, which is made if it is not there. `tree` is what copies are read from; neither it nor one of
    /// the other `inputs` may overlap with the output.
    ///
    /// # Errors
    /// If the folder overlaps with what is read, holds somebody else's files, is being built into, or cannot be written.
    pub fn open(output: &Path, tree: &'a Tree, inputs: &[&Path]) -> anyhow::Result<FolderSink<'a>> {
        let inputs: Vec<&Path> = inputs.iter().copied().chain(tree.folder()).collect();
        refuse_overlap(output, &inputs)?;
        if !manifest::load(output)?.known {
            refuse_foreign(output)?;
        }
        let private = output.join(PRIVATE);
        fs::create_dir_all(&private).with_context(|| format!("cannot make the folder {}", private.display()))?;
        let lock = lock(output)?;
        // Read again, since a build may have ended between the first look and the lock.
        let found = manifest::load(output)?;
        if found.killed {
            sweep(output);
        }
        Ok(FolderSink {
            output: output.to_owned(),
            tree,
            _lock: lock,
            ours: found.manifest,
            journal: None,
            put: BTreeMap::new(),
            ready: BTreeSet::new(),
            kept: BTreeSet::new(),
            summary: Summary::default(),
            failure: None,
        })
    }

    /// Ends the build: removes what nothing makes any more, and remembers what is ours.
    ///
    /// # Errors
    /// If anything could not be written. Then nothing is removed.
    pub fn finish(mut self) -> anyhow::Result<Summary> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        let stale: Vec<String> = self.ours.files.keys().filter(|path| !self.is_put(path)).cloned().collect();
        for path in stale {
            if self.is_kept(&path) {
                self.summary.kept += 1;
            } else {
                self.remove(&path)?;
            }
        }
        self.remove_empty_folders();
        manifest::save(&self.output, &self.ours)?;
        manifest::forget_journal(&self.output)?;
        Ok(self.summary)
    }

    /// Takes a file without its bytes being given away.
    pub fn put_borrowed(&mut self, path: &str, contents: &Contents) {
        if self.failure.is_none() {
            self.failure = self.take(path, contents).err();
        }
    }

    /// Whether a file of ours is in its place; what it holds is not looked at.
    pub fn holds(&self, path: &str) -> bool {
        self.ours.files.contains_key(path) && fs::symlink_metadata(self.output.join(path)).is_ok_and(|it| it.is_file())
    }

    fn is_kept(&self, path: &str) -> bool {
        self.kept.contains("") || self.kept.contains(path) || folders_above(path).any(|it| self.kept.contains(it))
    }

    fn is_put(&self, path: &str) -> bool {
        self.put.get(&path.to_lowercase()).is_some_and(|it| it == path)
    }

    fn take(&mut self, path: &str, contents: &Contents) -> anyhow::Result<()> {
        if !is_plain(path) {
            bail!("{path:?} cannot be the name of a file");
        }
        if let Some(first) = self.put.get(&path.to_lowercase()) {
            let collision = (first.clone(), path.to_owned());
            if first == path && matches!(contents, Contents::Copy(_)) {
                // Several pages show the same picture; its name carries the hash of what it holds.
                return Ok(());
            }
            if first == path {
                bail!("{path} is made twice");
            }
            self.summary.collisions.push(collision);
            return Ok(());
        }
        self.put.insert(path.to_lowercase(), path.to_owned());
        self.clear_way(path)?;
        let target = self.output.join(path);
        let hash = self.hash(contents)?;
        if hash_file(&target).is_some_and(|it| it == hash) {
            self.summary.unchanged += 1;
            return self.note_unchanged(path, hash);
        }
        let there = fs::symlink_metadata(&target).ok();
        if there.is_some() && !self.ours.files.contains_key(path) {
            bail!("{} is in the way, and tvartom did not make it; move it out of the output folder", target.display());
        }
        self.make_folders(path)?;
        let draft = Draft::write(&target, self.reader(contents)?)?;
        let hash = draft.hash.clone();
        self.journal()?.file(path, &hash)?;
        draft.persist(&target)?;
        self.ours.files.insert(path.to_owned(), hash);
        self.summary.written += 1;
        Ok(())
    }

    /// A file of ours that somebody restored by hand is ours as before; one we never wrote stays somebody else's.
    fn note_unchanged(&mut self, path: &str, hash: String) -> anyhow::Result<()> {
        if self.ours.files.get(path).is_some_and(|it| *it != hash) {
            self.journal()?.file(path, &hash)?;
            self.ours.files.insert(path.to_owned(), hash);
        }
        Ok(())
    }

    fn hash(&self, contents: &Contents) -> anyhow::Result<String> {
        match contents {
            Contents::Bytes(bytes) => Ok(hash_bytes(bytes)),
            Contents::Copy(path) => hash_reader(self.tree.reader(path)?).with_context(|| format!("cannot read {path}")),
        }
    }

    fn reader<'b>(&'b self, contents: &'b Contents) -> anyhow::Result<Box<dyn Read + 'b>> {
        match contents {
            Contents::Bytes(bytes) => Ok(Box::new(bytes.as_slice())),
            Contents::Copy(path) => self.tree.reader(path),
        }
    }

    /// The journal is opened at the first change, so that a build that changes nothing writes nothing.
    fn journal(&mut self) -> anyhow::Result<&mut Journal> {
        if self.journal.is_none() {
            self.journal = Some(Journal::open(&self.output)?);
        }
        Ok(self.journal.as_mut().expect("it was just opened"))
    }

    /// Removes files of earlier builds where a folder is needed now, and folders of theirs where a file is.
    fn clear_way(&mut self, path: &str) -> anyhow::Result<()> {
        let above = folders_above(path).filter(|it| self.ours.files.contains_key(*it));
        let inside = format!("{path}/");
        let below = self.ours.files.range(inside.clone()..).map(|(it, _)| it.as_str()).take_while(|it| it.starts_with(&inside));
        let in_the_way: Vec<String> = above.chain(below).map(str::to_owned).collect();
        if in_the_way.is_empty() {
            return Ok(());
        }
        for file in in_the_way {
            if self.is_put(&file) {
                bail!("{path} and {file} cannot both be files");
            }
            self.remove(&file)?;
        }
        self.remove_empty_folders();
        Ok(())
    }

    /// Makes the folders above a file. A link in the way is somebody else's and could lead anywhere.
    fn make_folders(&mut self, path: &str) -> anyhow::Result<()> {
        let missing: Vec<String> = folders_above(path).filter(|it| !self.ready.contains(*it)).map(str::to_owned).collect();
        for folder in missing {
            let target = self.output.join(&folder);
            match fs::symlink_metadata(&target) {
                Ok(it) if it.is_dir() => {}
                Ok(_) => bail!("{} is in the way, and tvartom did not make it", target.display()),
                Err(_) => {
                    self.journal()?.folder(&folder)?;
                    fs::create_dir(&target).with_context(|| format!("cannot make the folder {}", target.display()))?;
                    self.ours.folders.insert(folder.clone());
                }
            }
            self.ready.insert(folder);
        }
        Ok(())
    }

    /// Removes a file if it still is what we wrote; else it has become somebody else's.
    fn remove(&mut self, path: &str) -> anyhow::Result<()> {
        let target = self.output.join(path);
        let reached = folders_above(path).all(|it| fs::symlink_metadata(self.output.join(it)).is_ok_and(|it| it.is_dir()));
        let is_file = reached && fs::symlink_metadata(&target).is_ok_and(|it| it.is_file());
        if is_file && hash_file(&target).is_some_and(|hash| self.ours.made(path, &hash)) {
            self.journal()?;
            fs::remove_file(&target).with_context(|| format!("cannot remove {}", target.display()))?;
            self.summary.removed += 1;
        } else if fs::symlink_metadata(&target).is_ok() {
            self.summary.left.push(path.to_owned());
        }
        self.ours.files.remove(path);
        Ok(())
    }

    /// Only empty folders can be removed in this way, so a file of somebody else's keeps its folder.
    fn remove_empty_folders(&mut self) {
        let deepest_first: Vec<String> = self.ours.folders.iter().rev().cloned().collect();
        for folder in deepest_first {
            let inside = format!("{folder}/");
            let is_used = self.ours.files.range(inside.clone()..).next().is_some_and(|(it, _)| it.starts_with(&inside));
            if !is_used {
                // A link of the same name is no folder of ours.
                let target = self.output.join(&folder);
                if fs::symlink_metadata(&target).is_ok_and(|it| it.is_dir()) {
                    let _ = fs::remove_dir(&target);
                }
                self.ours.folders.remove(&folder);
                self.ready.remove(&folder);
            }
        }
    }
}

impl Sink for FolderSink<'_> {
    fn put(&mut self, file: File) {
        self.put_borrowed(&file.path, &file.contents);
    }

    fn stand_in(&mut self, file: File) {
        if self.holds(&file.path) {
            self.keep(&file.path);
        } else {
            self.put(file);
        }
    }

    fn keep(&mut self, prefix: &str) {
        self.kept.insert(prefix.trim_end_matches('/').to_owned());
    }
}

/// `a/b/c.html` lies in `a` and `a/b`.
fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(slash, _)| &path[..slash])
}

/// The file stays when the lock is gone: removing it would let two processes hold locks on two files of the same name.
fn lock(output: &Path) -> anyhow::Result<fs::File> {
    let path = output.join(PRIVATE).join("lock");
    let cannot = || format!("cannot lock {}", path.display());
    let file = fs::OpenOptions::new().create(true).truncate(false).write(true).open(&path).with_context(cannot)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => bail!(
            "another tvartom is building into {} right now; wait until it is done, or choose another folder with --output",
            output.display()
        ),
        Err(TryLockError::Error(error)) => Err(error).with_context(cannot),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Site {
        folder: tempfile::TempDir,
        tree: Tree,
    }

    impl Site {
        fn new() -> Site {
            Site { folder: tempfile::tempdir().unwrap(), tree: Tree::memory([("img/x.png".to_owned(), b"picture".to_vec())]) }
        }

        fn output(&self) -> PathBuf {
            self.folder.path().join("output")
        }

        fn open(&self) -> FolderSink<'_> {
            FolderSink::open(&self.output(), &self.tree, &[]).unwrap()
        }

        fn build(&self, files: &[(&str, &str)]) -> Summary {
            let mut sink = self.open();
            for (path, text) in files {
                put(&mut sink, path, text);
            }
            sink.finish().unwrap()
        }

        fn files(&self) -> Vec<String> {
            let tree = Tree::open(&self.output()).unwrap();
            tree.paths().iter().map(|path| format!("{path}={}", String::from_utf8(tree.bytes(path).unwrap()).unwrap())).collect()
        }
    }

    fn put(sink: &mut FolderSink<'_>, path: &str, text: &str) {
        sink.put(File { path: path.to_owned(), contents: Contents::Bytes(text.as_bytes().to_vec()) });
    }

    #[test]
    fn removes_what_is_no_longer_made_and_the_folders_that_became_empty() {
        let site = Site::new();
        site.build(&[("a/b/c.html", "1"), ("d.html", "2")]);
        let summary = site.build(&[("d.html", "2"), ("e.html", "3")]);
        assert_eq!((summary.written, summary.unchanged, summary.removed), (1, 1, 1));
        assert_eq!(site.files(), ["d.html=2", "e.html=3"]);
        assert!(!site.output().join("a").exists());
    }

    #[test]
    fn streams_pictures_and_leaves_equal_bytes_alone() {
        let site = Site::new();
        for n_written in [1, 0] {
            let mut sink = site.open();
            sink.put(File { path: "assets/x.png".to_owned(), contents: Contents::Copy("img/x.png".to_owned()) });
            assert_eq!(sink.finish().unwrap().written, n_written);
        }
        assert_eq!(site.files(), ["assets/x.png=picture"]);
    }

    #[test]
    fn keeps_what_could_not_be_made_anew() {
        let site = Site::new();
        site.build(&[("c/sv/1/deck.html", "1"), ("c/sv/10/deck.html", "10")]);
        let mut sink = site.open();
        sink.keep("c/sv/1");
        assert_eq!(sink.finish().unwrap(), Summary { kept: 1, removed: 1, ..Summary::default() });
        assert_eq!(site.files(), ["c/sv/1/deck.html=1"]);
    }

    #[test]
    fn what_stands_in_gives_way_to_what_was_there() {
        let site = Site::new();
        site.build(&[("a.html", "whole")]);
        let mut sink = site.open();
        for path in ["a.html", "b.html"] {
            sink.stand_in(File { path: path.to_owned(), contents: Contents::Bytes(b"less".to_vec()) });
        }
        assert_eq!(sink.finish().unwrap(), Summary { kept: 1, written: 1, ..Summary::default() });
        assert_eq!(site.files(), ["a.html=whole", "b.html=less"]);
    }

    #[test]
    fn leaves_the_files_of_others_alone() {
        let site = Site::new();
        site.build(&[("a/ours.html", "1"), ("a/changed.html", "1")]);
        fs::write(site.output().join("a/foreign.html"), "foreign").unwrap();
        fs::write(site.output().join("a/changed.html"), "by hand").unwrap();
        let summary = site.build(&[]);
        assert_eq!(summary.left, ["a/changed.html"]);
        assert_eq!(site.files(), ["a/changed.html=by hand", "a/foreign.html=foreign"]);
        let mut sink = site.open();
        put(&mut sink, "a/foreign.html", "ours");
        assert!(format!("{:#}", sink.finish().unwrap_err()).contains("in the way"));
        assert_eq!(site.files(), ["a/changed.html=by hand", "a/foreign.html=foreign"]);
    }

    #[test]
    fn refuses_a_folder_that_holds_a_foreign_tree_but_not_one_with_a_dot_file() {
        let site = Site::new();
        fs::create_dir(site.output()).unwrap();
        fs::write(site.output().join(".gitignore"), "*").unwrap();
        drop(site.open());
        fs::remove_dir_all(site.output().join(PRIVATE)).unwrap();
        fs::write(site.output().join("thesis.doc"), "years of work").unwrap();
        assert!(FolderSink::open(&site.output(), &site.tree, &[]).is_err());
        assert!(!site.output().join(PRIVATE).exists());
    }

    #[test]
    fn a_killed_build_leaves_whole_files_that_the_next_one_knows_as_ours() {
        let site = Site::new();
        site.build(&[("old.html", "1"), ("same.html", "1")]);
        let mut sink = site.open();
        put(&mut sink, "new/page.html", "2");
        put(&mut sink, "same.html", "2");
        // Killed: noted but not renamed, half a line, and a half-written file beside its place.
        sink.journal().unwrap().file("old.html", &hash_bytes(b"never put into place")).unwrap();
        drop(sink);
        let journal = site.output().join(PRIVATE).join("journal");
        let text = fs::read_to_string(&journal).unwrap();
        fs::write(&journal, text + "{\"file\":[\"fore").unwrap();
        fs::write(site.output().join("new/.tvartom-x1y2z3.part"), "half").unwrap();
        assert_eq!(site.files(), ["new/page.html=2", "old.html=1", "same.html=2"]);
        let summary = site.build(&[("same.html", "3")]);
        assert_eq!((summary.written, summary.removed), (1, 2));
        assert!(summary.left.is_empty());
        assert!(!site.output().join("new").exists());
        assert!(!journal.exists());
    }

    #[test]
    fn one_build_at_a_time_and_a_dead_one_holds_nothing() {
        let site = Site::new();
        let first = site.open();
        let refused = FolderSink::open(&site.output(), &site.tree, &[]).unwrap_err();
        assert!(refused.to_string().contains("another tvartom"));
        drop(first);
        drop(site.open());
    }

    #[test]
    fn tells_of_names_that_differ_only_in_case() {
        let site = Site::new();
        let summary = site.build(&[("a/Deck.html", "1"), ("a/deck.html", "2")]);
        assert_eq!(summary.collisions, [("a/Deck.html".to_owned(), "a/deck.html".to_owned())]);
        assert_eq!(site.files(), ["a/Deck.html=1"]);
    }

    #[test]
    fn a_page_may_become_a_folder_and_a_folder_a_page() {
        let site = Site::new();
        site.build(&[("a", "page"), ("b/c", "page")]);
        site.build(&[("a/x", "1"), ("b", "2")]);
        assert_eq!(site.files(), ["a/x=1", "b=2"]);
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        let site = Site::new();
        for path in ["../x", "/x", "a/../../x", ".tvartom/manifest.json", "a//b", "", "a\\..\\b", "c:x"] {
            let mut sink = site.open();
            put(&mut sink, path, "1");
            assert!(sink.finish().is_err(), "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn pages_can_be_read_by_a_web_server_and_links_are_not_written_through() {
        use std::os::unix::fs::{PermissionsExt, symlink};

        let site = Site::new();
        site.build(&[("a.html", "1")]);
        let mode = fs::metadata(site.output().join("a.html")).unwrap().permissions().mode();
        assert_eq!(mode & 0o644, 0o644);
        let elsewhere = site.folder.path().join("elsewhere");
        fs::create_dir(&elsewhere).unwrap();
        symlink(&elsewhere, site.output().join("link")).unwrap();
        let mut sink = site.open();
        put(&mut sink, "link/b.html", "1");
        assert!(sink.finish().is_err());
        assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
    }
}
