//! The files of the house, with comments, texts and unit tests taken out where only code counts.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The files under `src`, by their paths below it.
pub struct House {
    /// Each file.
    pub files: BTreeMap<String, File>,
}

/// A file of the house.
pub struct File {
    /// As it was written.
    pub text: String,
    /// Without comments, texts and unit tests; lines stay where they are.
    pub code: String,
}

impl House {
    /// The house as it stands.
    pub fn open() -> House {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = BTreeMap::new();
        collect(&root, &root, &mut files);
        House::new(files)
    }

    /// A house of a few files, to try a rule on.
    pub fn of(files: &[(&str, &str)]) -> House {
        House::new(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    }

    fn new(files: BTreeMap<String, String>) -> House {
        let tests: Vec<String> = files.iter().flat_map(|(path, text)| test_files(path, text)).collect();
        let files = files.into_iter().filter(|(path, _)| !tests.contains(path));
        House { files: files.map(|(path, text)| (path, File { code: code(&text), text })).collect() }
    }

    /// The file of a module: `read::kinds` is `read/kinds/mod.rs`, `read::quiz` is `read/quiz.rs`.
    pub fn file_of(&self, module: &[String]) -> Option<&str> {
        let path = module.join("/");
        let candidates = [format!("{path}.rs"), format!("{path}/mod.rs")];
        candidates.iter().find_map(|it| self.files.get_key_value(it)).map(|(path, _)| path.as_str())
    }
}

/// The room of a file: the first part of its path.
pub fn room(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or(path);
    first.strip_suffix(".rs").unwrap_or(first)
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let below = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(below, fs::read_to_string(&path).unwrap());
        }
    }
}

/// The files that a `mod` under `#[cfg(test)]` names: `compose/tests.rs`.
fn test_files(path: &str, text: &str) -> Vec<String> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let lines: Vec<&str> = text.lines().collect();
    let named = |pair: &[&str]| {
        let name = pair[1].trim().strip_prefix("mod ")?.strip_suffix(';')?;
        (pair[0].trim() == "#[cfg(test)]").then(|| format!("{folder}/{name}.rs"))
    };
    lines.windows(2).filter_map(named).collect()
}

/// Blanks out comments, texts and unit tests.
fn code(text: &str) -> String {
    let bare = without_texts(text);
    match bare.find("#[cfg(test)]\nmod tests {") {
        Some(tests) => bare[..tests].to_owned(),
        None => bare,
    }
}

fn without_texts(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let blanked = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |it| it + 2),
            '"' => text_end(rest),
            'r' if !out.ends_with(|it: char| it.is_alphanumeric() || it == '_') => raw_end(rest),
            '\'' => char_end(rest),
            _ => 0,
        };
        if blanked == 0 {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            out.extend(rest[..blanked].chars().map(|it| if it == '\n' { '\n' } else { ' ' }));
            rest = &rest[blanked..];
        }
    }
    out
}

fn text_end(rest: &str) -> usize {
    let mut escaped = false;
    for (at, it) in rest.char_indices().skip(1) {
        match it {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The end of `r"…"` or `r#"…"#`, or 0 if this is none.
fn raw_end(rest: &str) -> usize {
    let hashes = rest[1..].bytes().take_while(|it| *it == b'#').count();
    if !rest[1 + hashes..].starts_with('"') {
        return 0;
    }
    let close = format!("\"{}", "#".repeat(hashes));
    let inner = 2 + hashes;
    rest[inner..].find(&close).map_or(rest.len(), |it| inner + it + close.len())
}

/// The end of a character, or 0 if this is a lifetime.
fn char_end(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => rest[2..].char_indices().skip(1).find(|(_, it)| *it == '\'').map_or(rest.len(), |(at, _)| at + 3),
        Some(_) => chars.next().filter(|(_, it)| *it == '\'').map_or(0, |(at, _)| at + 1),
        None => 0,
    }
}
