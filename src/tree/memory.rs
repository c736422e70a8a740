//! Files that lie in memory, for preview and tests.

use std::collections::BTreeMap;

use super::file::{Contents, File, Sink, lies_under};

/// Takes files into memory.
#[derive(Debug, Clone, Default)]
pub struct MemorySink {
    files: BTreeMap<String, Contents>,
    stand_ins: BTreeMap<String, Contents>,
    kept: Vec<String>,
    /// Paths that were put more than once, which a folder refuses; pictures may be.
    twice: Vec<String>,
}

impl MemorySink {
    /// A sink without files.
    pub fn new() -> MemorySink {
        MemorySink::default()
    }

    /// The files by their paths.
    pub fn files(&self) -> &BTreeMap<String, Contents> {
        &self.files
    }

    /// The paths that were given more than one text, which a folder would refuse.
    pub fn twice(&self) -> &[String] {
        &self.twice
    }

    /// The prefixes that are to stay as an earlier build made them.
    pub fn kept(&self) -> &[String] {
        &self.kept
    }

    /// The paths of files that are taken only for want of earlier ones.
    pub fn stand_ins(&self) -> Vec<String> {
        self.stand_ins.keys().cloned().collect()
    }

    /// The files of this build, with those of an earlier one that are to stay.
    pub fn finish(mut self, earlier: &BTreeMap<String, Contents>) -> BTreeMap<String, Contents> {
        for (path, contents) in std::mem::take(&mut self.stand_ins) {
            let earlier = earlier.get(&path).cloned();
            self.files.insert(path, earlier.unwrap_or(contents));
        }
        for (path, contents) in earlier {
            if self.kept.iter().any(|prefix| lies_under(path, prefix)) && !self.files.contains_key(path) {
                self.files.insert(path.clone(), contents.clone());
            }
        }
        self.files
    }
}

impl Sink for MemorySink {
    fn put(&mut self, file: File) {
        let is_picture = matches!(file.contents, Contents::Copy(_));
        if self.files.insert(file.path.clone(), file.contents).is_some() && !is_picture {
            self.twice.push(file.path);
        }
    }

    fn stand_in(&mut self, file: File) {
        self.stand_ins.insert(file.path, file.contents);
    }

    fn keep(&mut self, prefix: &str) {
        self.kept.push(prefix.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_an_earlier_build_made_where_it_was_told_to() {
        let page = |text: &str| Contents::Bytes(text.as_bytes().to_vec());
        let earlier = BTreeMap::from([
            ("a/x.html".to_owned(), page("old x")),
            ("a/y.html".to_owned(), page("old y")),
            ("b/z.html".to_owned(), page("old z")),
        ]);
        let mut sink = MemorySink::new();
        sink.put(File { path: "a/x.html".to_owned(), contents: page("new x") });
        sink.keep("a");
        let files = sink.finish(&earlier);
        assert_eq!(files["a/x.html"], page("new x"));
        assert_eq!(files["a/y.html"], page("old y"));
        assert!(!files.contains_key("b/z.html"));
    }
}
