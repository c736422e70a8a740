//! What is read, and whether it is something else than before. Editors touch files without changing them; only bytes count.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::tree::{TEXT_LIMIT, Tree};

/// What the files of a tree held when they were last looked at.
#[derive(Debug, Default)]
pub struct Inputs {
    prints: BTreeMap<String, Print>,
}

#[derive(Debug, PartialEq, Eq)]
struct Print {
    hash: Option<blake3::Hash>,
    /// Kept to see which line is another one.
    text: Option<Arc<str>>,
}

/// A file that holds something else than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its path.
    pub path: String,
    /// The first line that is another one, from 1; absent for what is no text, or is gone.
    pub line: Option<usize>,
}

/// What may have changed, as paths of files and folders relative to the root; the empty path is everything.
pub type Touched = Vec<String>;

impl Inputs {
    /// Looks again at what was touched, and at files that are new or gone.
    pub fn look(&mut self, tree: &Tree, touched: &Touched) -> Vec<Change> {
        let mut changes = Vec::new();
        let gone: Vec<String> = self.prints.keys().filter(|path| !tree.contains(path)).cloned().collect();
        for path in gone {
            self.prints.remove(&path);
            changes.push(Change { path, line: None });
        }
        for path in tree.paths().iter().filter(|path| !is_scratch(path)) {
            let before = self.prints.get(path);
            if before.is_some() && !touched.iter().any(|it| covers(it, path)) {
                continue;
            }
            let now = print(tree, path);
            if before.is_some_and(|it| it.hash == now.hash) {
                continue;
            }
            let line =
                now.text.as_ref().map(|text| first_difference(before.and_then(|it| it.text.as_deref()).unwrap_or(""), text));
            changes.push(Change { path: path.clone(), line });
            self.prints.insert(path.clone(), now);
        }
        changes
    }
}

fn covers(touched: &str, path: &str) -> bool {
    touched.is_empty() || path.strip_prefix(touched).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn print(tree: &Tree, path: &str) -> Print {
    let Ok(bytes) = tree.bytes(path) else { return Print { hash: None, text: None } };
    let hash = Some(blake3::hash(&bytes));
    let is_text =
        [".md", ".yaml", ".yml", ".bib"].iter().any(|ending| path.ends_with(ending)) && bytes.len() as u64 <= TEXT_LIMIT;
    let text = if is_text { String::from_utf8(bytes).ok().map(Arc::from) } else { None };
    Print { hash, text }
}

/// The first line that is another one, from 1.
fn first_difference(before: &str, now: &str) -> usize {
    let same = before.lines().zip(now.lines()).take_while(|(a, b)| a == b).count();
    // Lines that were taken away at the end, or empty ones that were added there, are about the last line.
    same.min(now.trim_end().lines().count().saturating_sub(1)) + 1
}

/// Whether a file is one that an editor makes for a moment while it saves.
pub fn is_scratch(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    name.starts_with('.')
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || name == "4913"
        || matches!(ending, "swp" | "swx" | "tmp" | "temp" | "bak" | "part" | "crdownload")
        || name.contains("___jb_")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> Tree {
        Tree::memory(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())))
    }

    #[test]
    fn only_other_bytes_are_a_change() {
        let mut inputs = Inputs::default();
        let everything = vec![String::new()];
        assert_eq!(inputs.look(&tree(&[("c/a.md", "1\n2\n3\n"), ("c/x.png", "p")]), &everything).len(), 2);
        assert!(inputs.look(&tree(&[("c/a.md", "1\n2\n3\n"), ("c/x.png", "p")]), &everything).is_empty());
        let later = tree(&[("c/a.md", "1\nb\n3\n"), ("c/x.png", "p"), ("c/a.md~", "1"), ("c/.a.md.swp", "1")]);
        assert!(inputs.look(&later, &vec!["d".to_owned()]).is_empty());
        assert_eq!(inputs.look(&later, &vec!["c".to_owned()]), [Change { path: "c/a.md".to_owned(), line: Some(2) }]);
        assert_eq!(
            inputs.look(&tree(&[("c/a.md", "1\nb\n3\n")]), &Vec::new()),
            [Change { path: "c/x.png".to_owned(), line: None }]
        );
    }

    #[test]
    fn the_line_that_was_edited_is_found() {
        assert_eq!(first_difference("a\nb\n", "a\nb\nc\n"), 3);
        assert_eq!(first_difference("a\nb\nc\n", "a\nb\n"), 2);
        assert_eq!(first_difference("a\nb\n", "a\nb\n\n\n"), 2);
        assert_eq!(first_difference("a\nb\n", "x\na\nb\n"), 1);
        assert_eq!(first_difference("", ""), 1);
    }
}
