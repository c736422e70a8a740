//! New files for an author to go on with; nothing is ever overwritten.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::atomic::Draft;

/// What was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Created {
    /// The files, in the order they were given.
    pub paths: Vec<PathBuf>,
}

/// Writes new files below a folder, which is made if it is not there. If one of them is there already, none is written.
///
/// # Errors
/// If a file is there already or cannot be written.
pub fn create(folder: &Path, files: &[(String, Vec<u8>)]) -> anyhow::Result<Created> {
    for (path, _) in files {
        let target = folder.join(path);
        if fs::symlink_metadata(&target).is_ok() {
            bail!("{} is there already; nothing was written", target.display());
        }
    }
    let mut created = Created::default();
    for (path, bytes) in files {
        let target = folder.join(path);
        let parent = target.parent().with_context(|| format!("{} has no folder", target.display()))?;
        fs::create_dir_all(parent).with_context(|| format!("cannot make the folder {}", parent.display()))?;
        Draft::write(&target, bytes.as_slice())?.persist_new(&target)?;
        created.paths.push(target);
    }
    Ok(created)
}

/// Writes files of ours below a folder: new ones, and over those that an earlier version of ours left there. `is_ours` tells
/// by what a file holds; one of somebody else's is left as it is.
///
/// # Errors
/// If a file cannot be read or written.
pub fn refresh(folder: &Path, files: &[(String, Vec<u8>)], is_ours: fn(&[u8]) -> bool) -> anyhow::Result<()> {
    for (path, bytes) in files {
        let target = folder.join(path);
        if fs::symlink_metadata(&target).is_ok() {
            let there = fs::read(&target).with_context(|| format!("cannot read {}", target.display()))?;
            if is_ours(&there) && there != *bytes {
                replace(folder, path, bytes)?;
            }
            continue;
        }
        create(folder, &[(path.clone(), bytes.clone())])?;
    }
    Ok(())
}

/// Writes a file below a folder over what is there.
///
/// # Errors
/// If it cannot be written.
pub fn replace(folder: &Path, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let target = folder.join(path);
    Draft::write(&target, bytes)?.persist(&target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ours_is_written_anew_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let write = |text: &str| {
            let files = [("s/a.json".to_owned(), text.as_bytes().to_vec())];
            refresh(folder.path(), &files, |it| it.starts_with(b"ours")).unwrap();
            fs::read_to_string(folder.path().join("s/a.json")).unwrap()
        };
        assert_eq!(write("ours 1"), "ours 1");
        assert_eq!(write("ours 2"), "ours 2");
        fs::write(folder.path().join("s/a.json"), "theirs").unwrap();
        assert_eq!(write("ours 3"), "theirs");
    }

    #[test]
    fn writes_all_or_nothing_and_never_over_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = |path: &str| (path.to_owned(), path.as_bytes().to_vec());
        create(folder.path(), &[file("a/x.md"), file("a/y.md")]).unwrap();
        assert!(create(folder.path(), &[file("a/new.md"), file("a/y.md")]).is_err());
        assert!(!folder.path().join("a/new.md").exists());
        assert_eq!(fs::read(folder.path().join("a/y.md")).unwrap(), b"a/y.md");
    }
}
