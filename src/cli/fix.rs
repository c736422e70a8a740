//! `tvartom check --fix`: mends what has one certain mend, and shows first what it will change.
//!
//! 1. `mend` works the changes out in memory, round by round, since one mend may lay bare the next; 2. `diff` shows them;
//! 3. `write` puts them into the author's files, unless somebody changed one meanwhile.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use similar::TextDiff;

use super::console::Console;
use crate::diagnostic::report::Telling;
use crate::diagnostic::{Diagnostics, Fix, apply};
use crate::pipeline::{self, Request};
use crate::read::stem;
use crate::tree::{Amended, Tree, amend};
use crate::yaml::UNREADABLE;

/// A mend seldom lays bare more than one other; this only keeps a mistake of ours from going on for ever.
const MAX_ROUNDS: usize = 8;

/// The byte order mark, which no text of [`Diagnostics`] has.
const MARK: &str = "\u{feff}";

/// A file and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its path below the curriculum.
    pub path: String,
    /// What it holds.
    pub before: String,
    /// What it will hold.
    pub after: String,
}

/// The changes that mend everything under the requested paths that can certainly be mended.
pub fn mend(tree: &Tree, request: &Request) -> Vec<Change> {
    let mut changes: BTreeMap<String, Change> = BTreeMap::new();
    let mut given_up: Vec<String> = Vec::new();
    for _ in 0..MAX_ROUNDS {
        let laid = lay(tree, &changes);
        let diagnostics = pipeline::check(&laid, request);
        let mut next = changes.clone();
        let is_asked = |path: &String| !given_up.contains(path) && is_under(path, &request.paths);
        for (path, fixes) in fixes(&diagnostics).into_iter().filter(|(path, _)| is_asked(path)) {
            if let Some(change) = change(tree, &laid, &path, fixes) {
                next.insert(path, change);
            }
        }
        if next == changes {
            break;
        }
        // What would no longer be YAML is not mended.
        let after = pipeline::check(&lay(tree, &next), request);
        let broken = |it: &Diagnostics| {
            let is_unreadable = |code: &str| UNREADABLE.iter().any(|fault| fault.code == code);
            let unreadable = it.iter().filter(|finding| is_unreadable(finding.fault.code)).filter_map(|finding| finding.span);
            unreadable.map(|span| it.sources.get(span.file).path.to_string()).collect::<Vec<_>>()
        };
        let before = broken(&diagnostics);
        // One that nobody looked at before, since its course could not be read, is no worse for it.
        let is_spoilt = |it: &String| !before.contains(it) && next.get(it) != changes.get(it);
        for path in broken(&after).into_iter().filter(is_spoilt).collect::<Vec<_>>() {
            match changes.get(&path) {
                Some(change) => next.insert(path.clone(), change.clone()),
                None => next.remove(&path),
            };
            given_up.push(path);
        }
        changes = next;
    }
    changes.into_values().filter(|it| it.before != it.after).collect()
}

/// Whether a file lies under one of the paths that were asked for, or any will do. A quiz and translations go with their module.
fn is_under(path: &str, asked: &[String]) -> bool {
    let module = |path: &str| {
        let (course, name) = (path.split('/').next()?.to_owned(), path.split('/').skip(1).last()?);
        Some((course, stem(name)?.to_owned()))
    };
    let is_in = |it: &String| path.strip_prefix(it.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    asked.is_empty() || asked.iter().any(|it| is_in(it) || (it.contains('/') && module(it) == module(path)))
}

fn lay(tree: &Tree, changes: &BTreeMap<String, Change>) -> Tree {
    tree.clone().lay(changes.values().map(|it| (it.path.clone(), it.after.clone().into_bytes())))
}

/// The fixes of each file; a translation is read with its original's values, so one slip may be told twice.
fn fixes(diagnostics: &Diagnostics) -> BTreeMap<String, Vec<Fix>> {
    let mut fixes: BTreeMap<String, Vec<Fix>> = BTreeMap::new();
    for fix in diagnostics.iter().filter_map(|it| diagnostics.fix(it)) {
        let path = diagnostics.sources.get(fix.span.file).path.to_string();
        let of_file = fixes.entry(path).or_default();
        if !of_file.iter().any(|it| it.span.range() == fix.span.range()) {
            of_file.push(fix);
        }
    }
    fixes
}

/// A file with its fixes put in; nothing if it can no longer be read.
fn change(tree: &Tree, laid: &Tree, path: &str, fixes: Vec<Fix>) -> Option<Change> {
    let before = String::from_utf8(tree.bytes(path).ok()?).ok()?;
    let now = String::from_utf8(laid.bytes(path).ok()?).ok()?;
    let (mark, text) = now.strip_prefix(MARK).map_or(("", now.as_str()), |text| (MARK, text));
    Some(Change { path: path.to_owned(), before, after: format!("{mark}{}", apply(text, fixes)) })
}

/// The changes as a unified diff.
pub fn diff(changes: &[Change], telling: &Telling) -> String {
    let mut out = String::new();
    for change in changes {
        let path = telling.path(&change.path);
        let diff = TextDiff::from_lines(change.before.as_str(), change.after.as_str());
        write!(out, "{}", diff.unified_diff().context_radius(2).header(&path, &path)).expect("a string takes everything");
    }
    out
}

/// A unified diff in colors, which the console takes away where they do not belong.
pub fn colored(diff: &str) -> String {
    let mut out = String::with_capacity(diff.len());
    for line in diff.split_inclusive('\n') {
        let color = match line.as_bytes().first() {
            _ if line.starts_with("--- ") || line.starts_with("+++ ") => Some("1"),
            Some(b'-') => Some("31"),
            Some(b'+') => Some("32"),
            Some(b'@') => Some("36"),
            _ => None,
        };
        let bare = line.trim_end_matches(['\n', '\r']);
        // What an author wrote must not steer the terminal.
        let bare: String = bare.chars().map(|it| if it.is_control() && it != '\t' { '\u{fffd}' } else { it }).collect();
        match color {
            Some(color) => out.push_str(&format!("\u{1b}[{color}m{bare}\u{1b}[0m\n")),
            None => out.push_str(&format!("{bare}\n")),
        }
    }
    out
}

/// Writes the changes, and says which files were left alone.
///
/// # Errors
/// If a file cannot be written; those before it are.
pub fn write(tree: &Tree, changes: &[Change], telling: &Telling, console: &Console) -> anyhow::Result<()> {
    let Some(folder) = tree.folder() else { return Ok(()) };
    for change in changes {
        if amend(folder, &change.path, change.before.as_bytes(), change.after.as_bytes())? == Amended::ChangedMeanwhile {
            let path = telling.path(&change.path);
            console.say(&telling.messages.choose(
                format!("{path} was changed meanwhile and is left as it is; run the check again"),
                format!("{path} ändrades under tiden och lämnas som den är; kör kontrollen igen"),
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request() -> Request {
        crate::cli::selection::plain_request(Vec::new(), false, Tree::empty())
    }

    fn mended(files: &[(&str, &str)]) -> Vec<Change> {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        mend(&Tree::memory(files), &request())
    }

    #[test]
    fn slips_are_mended_round_by_round() {
        let changes = mended(&[
            ("c/course.yaml", "title: C\nlangg: en\n"),
            ("c/01-a.md", "\u{feff}---\r\ntitel: Å\r\n---\r\n\r\n## 😀 Å {.realty}\r\n\r\nText.\r\n\r\n**Å.**\r\n"),
        ]);
        let after: Vec<&str> = changes.iter().map(|it| it.after.as_str()).collect();
        let module = "\u{feff}---\r\ntitle: Å\r\n---\r\n\r\n## 😀 Å {.reality}\r\n\r\nText.\r\n\r\n**Å.**\r\n";
        assert_eq!(after, [module, "title: C\nlang: en\n"]);
    }

    #[test]
    fn what_was_not_asked_for_is_left() {
        for (path, is_meant) in [
            ("k/01-a.md", true),
            ("k/01-a.quiz.yaml", true),
            ("k/en/01-a.md", true),
            ("k/02-b.md", false),
            ("k/facts.yaml", false),
        ] {
            assert_eq!(is_under(path, &["k/01-a.md".to_owned()]), is_meant, "{path}");
            assert!(is_under(path, &["k".to_owned()]) && is_under(path, &[]) && !is_under(path, &["l".to_owned()]));
        }
    }

    #[test]
    fn what_is_not_certain_is_left() {
        let course = ("c/course.yaml", "title: C\nlang: en\n");
        let clean = ("c/01-a.md", "---\ntitle: A\n---\n\n## B {#late-stage}\n\n**B.**\n");
        assert!(mended(&[course, clean]).is_empty());
        // The key is there already; two names are as near; and names that differ in a digit are two names.
        let texts = [
            "---\ntitle: A\ntitel: B\n---\n\n## B\n\n**B.**\n",
            "---\ntitle: A\n---\n\n## B {#boat}\n\n**B** [x](#moat).\n\n## C {#goat}\n\n**C.**\n",
            "---\ntitle: A\n---\n\n## B {#step-1}\n\n**B** [x](#step-2).\n",
        ];
        for text in texts {
            assert!(mended(&[course, ("c/01-a.md", text)]).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_mend_that_would_break_the_file_is_not_made() {
        let course = ("c/course.yaml", "title: C\nlang: en\n");
        // Both keys are one slip from the same one, which can stand once.
        assert!(mended(&[course, ("c/01-a.md", "---\ntitle: A\nleda: x\nlaed: y\n---\n\n## B\n\n**B.**\n")]).is_empty());
    }

    #[test]
    fn what_a_mended_course_lays_bare_is_mended_too() {
        let course = ("c/course.yaml", "title: C\nlangg: en\n");
        let sources = ("c/sources.yaml", "a:\n  type: book\n  titel: K\nb\n");
        let module = ("c/01-a.md", "---\ntitle: A\n---\n\n## B\n\n**B.**\n");
        let once = mended(&[course, sources, module]);
        let files: Vec<(&str, &str)> = [course, sources, module]
            .into_iter()
            .map(|(path, text)| (path, once.iter().find(|it| it.path == path).map_or(text, |it| it.after.as_str())))
            .collect();
        assert_eq!(mended(&files), []);
    }

    #[test]
    fn an_allow_that_silences_nothing_goes_and_is_shown() {
        let course = ("c/course.yaml", "title: C\nlang: en\n");
        let text = "---\ntitle: A\n---\n\n## B\n\n<!-- tvartom: allow alt-missing -->\n**B.**\n";
        let changes = mended(&[course, ("c/01-a.md", text)]);
        let diff = diff(&changes, &Telling { root: "k".to_owned(), ..Telling::default() });
        let expected =
            "--- k/c/01-a.md\n+++ k/c/01-a.md\n@@ -5,4 +5,3 @@\n ## B\n \n-<!-- tvartom: allow alt-missing -->\n **B.**\n";
        assert_eq!(diff, expected);
        assert!(colored(&diff).contains("\u{1b}[31m-<!--"));
    }
}
