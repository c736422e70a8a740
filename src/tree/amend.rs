//! An author's file with some words changed: atomically, with the same permissions, and only if nobody else changed it.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};

use super::atomic::Draft;

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amended {
    /// The file holds the new bytes.
    Written,
    /// Somebody changed the file since it was read; it is left as it is.
    ChangedMeanwhile,
}

/// Changes a file below a folder from the bytes that were read to others. A link is followed if it stays in the folder.
///
/// # Errors
/// If the file lies outside the folder or cannot be read or written.
pub fn amend(folder: &Path, path: &str, before: &[u8], after: &[u8]) -> anyhow::Result<Amended> {
    let root = fs::canonicalize(folder).with_context(|| format!("cannot open the folder {}", folder.display()))?;
    let target = fs::canonicalize(root.join(path)).with_context(|| format!("cannot open {path}"))?;
    if !target.starts_with(&root) {
        bail!("{path} lies outside the folder {}", folder.display());
    }
    let permissions = fs::metadata(&target).with_context(|| format!("cannot read {path}"))?.permissions();
    if permissions.readonly() {
        bail!("{path} is write-protected");
    }
    let draft = Draft::write(&target, after)?;
    draft.permit(permissions).with_context(|| format!("cannot write {path}"))?;
    // As late as can be, so that what an editor saves meanwhile is not lost.
    if fs::read(&target).with_context(|| format!("cannot read {path}"))? != before {
        return Ok(Amended::ChangedMeanwhile);
    }
    draft.persist(&target)?;
    Ok(Amended::Written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_what_was_read_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        fs::write(&file, "old").unwrap();
        assert_eq!(amend(folder.path(), "a.md", b"other", b"new").unwrap(), Amended::ChangedMeanwhile);
        assert_eq!(fs::read(&file).unwrap(), b"old");
        assert_eq!(amend(folder.path(), "a.md", b"old", b"new").unwrap(), Amended::Written);
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(amend(folder.path(), "../a.md", b"", b"").is_err());
        assert!(amend(folder.path(), "gone.md", b"", b"").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};

        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("a.md", folder.path().join("b.md")).unwrap();
        amend(folder.path(), "b.md", b"old", b"new").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(fs::symlink_metadata(folder.path().join("b.md")).unwrap().is_symlink());
        fs::set_permissions(&file, fs::Permissions::from_mode(0o440)).unwrap();
        assert!(amend(folder.path(), "a.md", b"new", b"newer").is_err());
        assert_eq!(fs::read(&file).unwrap(), b"new");
    }
}
