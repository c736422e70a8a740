//! A case as a file, and back.

use tvartom::tree::Tree;

use super::findings::{Mark, Noted, without_marks};
use super::produce::{Stage, produce};

/// A case.
#[derive(Debug, Clone)]
pub struct Case {
    /// What it shows.
    pub sentence: String,
    /// Findings without a place in one of its files.
    pub placeless: Vec<String>,
    /// Its files and what comes out of them.
    pub parts: Vec<Part>,
}

/// A part of a case.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// The path after the colon.
    pub path: String,
    /// How it is stored.
    pub stored: Option<Stored>,
    /// Its lines, without marks.
    pub lines: Vec<String>,
    /// The marks under its lines.
    pub marks: Vec<Mark>,
}

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// A file of the curriculum.
    File,
    /// A file of a theme.
    Theme,
    /// What comes out.
    Expect,
}

/// How a file is stored other than as plain UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stored {
    /// With a byte order mark.
    Bom,
    /// With lines that end as on Windows.
    Crlf,
    /// Not in UTF-8.
    Latin1,
    /// With so much white space after it that it is too large.
    Large,
}

const KINDS: &[(&str, PartKind)] = &[("file", PartKind::File), ("theme", PartKind::Theme), ("expect", PartKind::Expect)];
const STORED: &[(&str, Stored)] =
    &[(" (bom)", Stored::Bom), (" (crlf)", Stored::Crlf), (" (latin1)", Stored::Latin1), (" (large)", Stored::Large)];

impl Case {
    /// Reads a case, without the findings it expects.
    pub fn parse(text: &str) -> Result<Case, String> {
        let mut lines = text.lines();
        let sentence = lines.next().and_then(|it| it.strip_prefix("# ")).ok_or("a case opens with `# a sentence`")?;
        if !sentence.ends_with('.') || !sentence.starts_with(|it: char| it.is_uppercase() || !it.is_alphabetic()) {
            return Err(format!("`{sentence}` is no sentence"));
        }
        let mut case = Case { sentence: sentence.to_owned(), placeless: Vec::new(), parts: Vec::new() };
        for line in lines {
            match (part(line), case.parts.last_mut()) {
                (Some(part), _) => case.parts.push(part),
                (None, Some(part)) => part.lines.push(line.to_owned()),
                (None, None) if line.starts_with("# ") => {}
                (None, None) => return Err(format!("`{line}` stands in no part")),
            }
        }
        for part in case.parts.iter_mut().filter(|it| it.kind != PartKind::Expect) {
            part.lines = without_marks(std::mem::take(&mut part.lines));
        }
        Ok(case)
    }

    /// The curriculum, or the themes.
    pub fn tree(&self, kind: PartKind) -> Tree {
        let mut files: Vec<(String, Vec<u8>)> =
            self.parts.iter().filter(|it| it.kind == kind).map(|it| (it.path.clone(), it.bytes())).collect();
        let has_course = files.iter().any(|(path, _)| path.ends_with("/course.yaml"));
        if kind == PartKind::File && !has_course && files.iter().any(|(path, _)| path.starts_with("c/")) {
            files.push(("c/course.yaml".to_owned(), b"title: Course\nlang: en\n".to_vec()));
        }
        Tree::memory(files)
    }

    /// The same case, with what is found and made today.
    pub fn produced(mut self, stage: Stage) -> Case {
        let produced = produce(&self, stage);
        for Noted { path, placeless, mark } in produced.findings {
            match self.parts.iter_mut().find(|it| it.kind != PartKind::Expect && Some(&it.path) == path.as_ref()) {
                Some(part) => part.marks.push(mark),
                None => self.placeless.push(placeless),
            }
        }
        for part in self.parts.iter_mut().filter(|it| it.kind == PartKind::Expect) {
            part.lines = (produced.expect)(&part.path).lines().map(str::to_owned).collect();
        }
        self
    }

    /// The file.
    pub fn print(&self) -> String {
        let mut out = format!("# {}\n", self.sentence);
        for finding in &self.placeless {
            out.push_str(&format!("# {finding}\n"));
        }
        for part in &self.parts {
            let kind = KINDS.iter().find(|(_, it)| *it == part.kind).expect("every kind has a name").0;
            let stored = STORED.iter().find(|(_, it)| Some(*it) == part.stored).map_or("", |it| it.0);
            out.push_str(&format!("--- {kind}: {}{stored}\n", part.path));
            for (idx, line) in part.lines.iter().enumerate() {
                out.push_str(&format!("{line}\n"));
                // A file without lines still has a first one.
                for mark in part.marks.iter().filter(|it| it.line == idx + 1) {
                    out.push_str(&format!("{}\n", mark.print(&part.path, line)));
                }
            }
            for mark in part.marks.iter().filter(|it| it.line > part.lines.len()) {
                out.push_str(&format!("{}\n", mark.print(&part.path, "")));
            }
        }
        out
    }
}

impl Part {
    fn bytes(&self) -> Vec<u8> {
        let text: String = self.lines.iter().map(|it| format!("{it}\n")).collect();
        match self.stored {
            None => text.into_bytes(),
            Some(Stored::Bom) => format!("\u{feff}{text}").into_bytes(),
            Some(Stored::Crlf) => text.replace('\n', "\r\n").into_bytes(),
            Some(Stored::Latin1) => text.chars().map(|it| u8::try_from(it).unwrap_or(b'?')).collect(),
            Some(Stored::Large) => format!("{text}{}", " ".repeat(17 * 1_048_576)).into_bytes(),
        }
    }
}

fn part(line: &str) -> Option<Part> {
    let rest = line.strip_prefix("--- ")?;
    let (name, path) = rest.split_once(": ")?;
    let kind = KINDS.iter().find(|(it, _)| *it == name)?.1;
    let stored = STORED.iter().find(|(it, _)| path.ends_with(it));
    let path = stored.map_or(path, |(it, _)| path.trim_end_matches(it));
    Some(Part { kind, path: path.to_owned(), stored: stored.map(|it| it.1), lines: Vec::new(), marks: Vec::new() })
}
