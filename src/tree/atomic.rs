//! Files that are whole or not there: written beside their place under a name of ours, then renamed.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use anyhow::Context;
use tempfile::{Builder, NamedTempFile};
use walkdir::WalkDir;

const PREFIX: &str = ".tvartom-";
const SUFFIX: &str = ".part";

/// A file that is written but not yet in its place, and the hash of what it holds.
#[derive(Debug)]
pub struct Draft {
    file: NamedTempFile,
    /// The hash of its bytes, in hexadecimal digits.
    pub hash: String,
}

impl Draft {
    /// Writes bytes beside the place they are meant for.
    pub fn write(target: &Path, mut bytes: impl Read) -> anyhow::Result<Draft> {
        let folder = target.parent().with_context(|| format!("{} has no folder", target.display()))?;
        let mut builder = Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // Temporary files are for their owner alone, but a web server must be able to read the site.
            builder.permissions(fs::Permissions::from_mode(0o644));
        }
        let mut file = builder.tempfile_in(folder).with_context(|| format!("cannot write into {}", folder.display()))?;
        let mut hasher = blake3::Hasher::new();
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let n_read = bytes.read(&mut buffer).with_context(|| format!("cannot read what {} holds", target.display()))?;
            if n_read == 0 {
                break;
            }
            hasher.update(&buffer[..n_read]);
            file.write_all(&buffer[..n_read]).with_context(|| format!("cannot write {}", target.display()))?;
        }
        Ok(Draft { file, hash: hasher.finalize().to_hex().to_string() })
    }

    /// Gives the file the permissions of the one that it takes the place of.
    pub fn permit(&self, permissions: fs::Permissions) -> std::io::Result<()> {
        self.file.as_file().set_permissions(permissions)
    }

    /// Puts the file into its place, over what was there.
    pub fn persist(self, target: &Path) -> anyhow::Result<()> {
        self.file.persist(target).with_context(|| format!("cannot write {}", target.display()))?;
        Ok(())
    }

    /// Puts the file into its place if nothing is there.
    pub fn persist_new(self, target: &Path) -> anyhow::Result<()> {
        self.file.persist_noclobber(target).with_context(|| format!("cannot write {}", target.display()))?;
        Ok(())
    }
}

/// The hash of bytes, in hexadecimal digits.
pub fn hash_bytes(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// The hash of what can be read.
pub fn hash_reader(reader: impl Read) -> anyhow::Result<String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(reader)?;
    Ok(hasher.finalize().to_hex().to_string())
}

/// The hash of a file; `None` if there is none.
pub fn hash_file(path: &Path) -> Option<String> {
    hash_reader(fs::File::open(path).ok()?).ok()
}

/// Removes what a killed build left half written. Links are not followed.
pub fn sweep(folder: &Path) {
    for entry in WalkDir::new(folder).into_iter().flatten() {
        let name = entry.file_name().to_string_lossy();
        if entry.file_type().is_file() && name.starts_with(PREFIX) && name.ends_with(SUFFIX) {
            // What cannot be removed now is removed after the next kill; it is in nobody's way.
            let _ = fs::remove_file(entry.path());
        }
    }
}
