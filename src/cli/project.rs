//! The folders a command works on.

use std::path::{Path, PathBuf};

use super::status::wrong_usage;
use crate::diagnostic::did_you_mean;
use crate::diagnostic::report::{Messages, Telling};
use crate::tree::Tree;

/// Where themes lie.
pub const THEMES: &str = "themes";

/// The curriculum's folder.
#[derive(Debug, Clone, clap::Args)]
pub struct Curriculum {
    /// The folder that holds the courses.
    #[arg(long, value_name = "DIR", default_value = "curriculum")]
    pub curriculum: PathBuf,
}

impl Curriculum {
    /// Its files.
    pub fn open(&self) -> anyhow::Result<Tree> {
        let folder = &self.curriculum;
        if !folder.is_dir() {
            let folder = folder.display();
            return Err(wrong_usage(
                format!(
                    "there is no folder `{folder}`; name the one that holds the courses with --curriculum, or start with `tvartom new course NAME`"
                ),
                format!(
                    "det finns ingen mapp `{folder}`; ange den som kurserna ligger i med --curriculum, eller börja med `tvartom new course NAMN`"
                ),
            ));
        }
        Tree::open(folder)
    }

    /// How findings about it are told.
    pub fn telling(&self, messages: Messages, strict: bool) -> Telling {
        Telling { messages, strict, root: self.curriculum.to_string_lossy().replace('\\', "/"), themes: THEMES.to_owned() }
    }

    /// Paths that were typed, as courses and modules of the tree. The folder itself is everything.
    pub fn select(&self, tree: &Tree, typed: &[PathBuf]) -> anyhow::Result<Vec<String>> {
        let mut selected = Vec::new();
        for path in typed {
            let below = self.below(tree, path);
            let below = below.trim_matches('/');
            if below.is_empty() {
                return Ok(Vec::new());
            }
            selected.push(find(tree, below).ok_or_else(|| unknown(tree, path, below))?);
        }
        Ok(selected)
    }

    /// A path that leads into the curriculum from here (as a shell completes it), or that is counted from its folder.
    fn below(&self, tree: &Tree, path: &Path) -> String {
        let below = tree.below(path).unwrap_or_else(|| path.strip_prefix(&self.curriculum).unwrap_or(path).to_path_buf());
        let parts: Vec<String> = below.components().map(|it| it.as_os_str().to_string_lossy().into_owned()).collect();
        parts.join("/")
    }
}

/// A file, a folder, or a module without its ending.
fn find(tree: &Tree, path: &str) -> Option<String> {
    let inside = format!("{path}/");
    if tree.contains(path) || tree.paths().iter().any(|it| it.starts_with(&inside)) {
        return Some(path.to_owned());
    }
    ["md", "yaml"].iter().map(|ending| format!("{path}.{ending}")).find(|it| tree.contains(it))
}

fn unknown(tree: &Tree, typed: &Path, below: &str) -> anyhow::Error {
    let folders = tree.paths().iter().filter_map(|it| it.split_once('/')).map(|(folder, _)| folder);
    let candidates = folders.chain(tree.paths().iter().map(String::as_str));
    let (hint, hint_sv) = did_you_mean(below, candidates)
        .map(|it| (format!("; did you mean `{it}`?"), format!("; menade du `{it}`?")))
        .unwrap_or_default();
    let typed = typed.display();
    wrong_usage(
        format!("`{typed}` is no course or module of the curriculum{hint}"),
        format!("`{typed}` är ingen kurs eller modul i kursmappen{hint_sv}"),
    )
}

/// The themes there are beside the built-in one.
pub fn open_themes() -> anyhow::Result<Tree> {
    let folder = Path::new(THEMES);
    if folder.is_dir() { Tree::open(folder) } else { Ok(Tree::empty()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn select(typed: &str) -> anyhow::Result<Vec<String>> {
        let tree = Tree::memory(["kurs/course.yaml", "kurs/01-a.md", "kurs/02-b.yaml"].map(|it| (it.to_owned(), Vec::new())));
        Curriculum { curriculum: PathBuf::from("curriculum") }.select(&tree, &[PathBuf::from(typed)])
    }

    #[test]
    fn courses_and_modules_are_found_however_they_are_typed() {
        assert_eq!(select("kurs").unwrap(), ["kurs"]);
        assert_eq!(select("kurs/").unwrap(), ["kurs"]);
        assert_eq!(select("curriculum/kurs/01-a.md").unwrap(), ["kurs/01-a.md"]);
        assert_eq!(select("kurs/02-b").unwrap(), ["kurs/02-b.yaml"]);
        assert!(select("curriculum").unwrap().is_empty());
        assert!(select("kusr").unwrap_err().to_string().contains("did you mean `kurs`?"));
    }
}
