//! A file to be written, and what takes it.

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

    /// Takes a file that is less than it should be, since something it is made from is wrong: for want of one that an
    /// earlier build made.
    fn stand_in(&mut self, file: File);

    /// Says that what an earlier build wrote under this path is to stay, since it could not be made anew. A prefix is a
    /// file, or a folder with or without its last `/`; the empty one is everything.
    fn keep(&mut self, prefix: &str);
}

/// What became of the files of a build.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that are new or have changed.
    pub written: usize,
    /// Files that already held the same bytes.
    pub unchanged: usize,
    /// Files of an earlier build that are gone, since nothing makes them any more.
    pub removed: usize,
    /// Files of an earlier build that stay, since they could not be made anew.
    pub kept: usize,
    /// Files that were ours and that somebody changed since; they are left as they are, and are no longer ours.
    pub left: Vec<String>,
    /// Pairs of paths that differ only in upper and lower case; only the first one was written.
    pub collisions: Vec<(String, String)>,
}

/// Whether a path lies at or under a prefix that was given to [`Sink::keep`].
pub fn lies_under(path: &str, prefix: &str) -> bool {
    let prefix = prefix.trim_end_matches('/');
    prefix.is_empty() || path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::lies_under;

    #[test]
    fn a_prefix_is_a_file_or_a_folder_and_never_half_a_name() {
        assert!(lies_under("a/b/c.html", "a/b"));
        assert!(lies_under("a/b/c.html", "a/b/"));
        assert!(lies_under("a/b/c.html", "a/b/c.html"));
        assert!(lies_under("a", ""));
        assert!(!lies_under("a/bc/d.html", "a/b"));
    }
}
