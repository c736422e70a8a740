//! Whether a folder may be an output folder.

use std::path::{Path, PathBuf};
use std::{fmt, fs};

use anyhow::{Context, bail};

/// A folder that must not be written, however sound the disk is; another one has to be chosen.
#[derive(Debug)]
pub struct Refusal(String);

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}

macro_rules! refuse {
    ($($words:tt)*) => { return Err(Refusal(format!($($words)*)).into()) };
}

/// Refuses an output folder that is a folder to be read from, contains it, or lies inside it.
pub fn refuse_overlap(output: &Path, inputs: &[&Path]) -> anyhow::Result<()> {
    let target = resolve(output)?;
    for input in inputs {
        let source = resolve(input)?;
        if target == source {
            refuse!("the output folder {} is the folder {} that is read from", output.display(), input.display());
        }
        if target.starts_with(&source) {
            refuse!("the output folder {} lies inside {}, which is read from", output.display(), input.display());
        }
        if source.starts_with(&target) {
            refuse!("the output folder {} contains {}, which is read from", output.display(), input.display());
        }
    }
    Ok(())
}

/// Refuses a folder that holds somebody else's files. Dot files at its top (`.gitignore`) are nobody's tree.
pub fn refuse_foreign(output: &Path) -> anyhow::Result<()> {
    let entries = match fs::read_dir(output) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error).with_context(|| format!("cannot open the output folder {}", output.display())),
    };
    for entry in entries {
        let entry = entry.with_context(|| format!("cannot read {}", output.display()))?;
        if !entry.file_name().as_encoded_bytes().starts_with(b".") {
            refuse!(
                "the output folder {} holds files that tvartom did not make, such as {}; choose an empty or new folder",
                output.display(),
                entry.file_name().to_string_lossy()
            );
        }
    }
    Ok(())
}

/// A folder as the system names it, also if its last parts are not there yet.
fn resolve(path: &Path) -> anyhow::Result<PathBuf> {
    let absolute = std::path::absolute(path).with_context(|| format!("cannot find {}", path.display()))?;
    let mut missing = Vec::new();
    let mut existing = absolute.as_path();
    loop {
        if let Ok(found) = fs::canonicalize(existing) {
            return Ok(missing.iter().rev().fold(found, |found, part| found.join(part)));
        }
        match (existing.parent(), existing.file_name()) {
            (Some(parent), Some(name)) => {
                missing.push(name.to_owned());
                existing = parent;
            }
            // `..` after a folder that is not there: nothing can be said about it.
            _ => bail!("cannot find {}", path.display()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_output_folder_neither_holds_nor_lies_in_what_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("curriculum/course")).unwrap();
        let refused = |output: &str| refuse_overlap(&at(output), &[&at("curriculum")]).is_err();
        assert!(refused("curriculum"));
        assert!(refused("curriculum/../curriculum"));
        assert!(refused("curriculum/course/site"));
        assert!(refused("."));
        assert!(!refused("output"));
        assert!(!refused("curriculum-site"));
    }
}
