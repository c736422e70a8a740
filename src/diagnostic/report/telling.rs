//! How findings are told: in which language, how strictly, and from where paths are counted.

use crate::diagnostic::collect::{Diagnostic, Diagnostics};
use crate::diagnostic::fault::{Fault, Sentence, Severity};
use crate::diagnostic::noun::in_swedish;
use crate::source::{Root, Source};

/// The language that findings are told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Messages {
    /// English.
    #[default]
    English,
    /// Swedish.
    Swedish,
}

impl Messages {
    /// The language of a locale's name such as `sv_SE.UTF-8`; English if it is none of ours.
    pub fn of_locale(name: &str) -> Messages {
        let primary = name.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("sv") { Messages::Swedish } else { Messages::English }
    }

    /// Its tag.
    pub fn tag(self) -> &'static str {
        self.choose("en", "sv")
    }

    /// One of two texts.
    pub fn choose<T>(self, english: T, swedish: T) -> T {
        match self {
            Messages::English => english,
            Messages::Swedish => swedish,
        }
    }

    /// A sentence with its arguments put in.
    pub fn sentence(self, sentence: &Sentence, arguments: &[String]) -> String {
        fill(self.choose(sentence.en, sentence.sv), arguments)
    }
}

/// How findings are told.
#[derive(Debug, Clone, Default)]
pub struct Telling {
    /// The language.
    pub messages: Messages,
    /// Whether a warning counts as an error.
    pub strict: bool,
    /// What is written before a file's path: the curriculum's folder as it was given.
    pub root: String,
    /// The folder of the themes.
    pub themes: String,
}

impl Telling {
    /// How bad a fault is.
    pub fn severity(&self, fault: &Fault) -> Severity {
        if self.strict { Severity::Error } else { fault.severity }
    }

    /// What is wrong.
    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        self.messages.sentence(&diagnostic.fault.message, &self.arguments(diagnostic))
    }

    fn arguments(&self, diagnostic: &Diagnostic) -> Vec<String> {
        match self.messages {
            Messages::English => diagnostic.arguments.clone(),
            Messages::Swedish => in_swedish(diagnostic.fault, &diagnostic.arguments),
        }
    }

    /// What to do about it: the name that was probably meant, then the fault's own advice.
    pub fn hints(&self, diagnostic: &Diagnostic) -> Vec<String> {
        let meant = diagnostic.did_you_mean.as_ref();
        let meant = meant.map(|word| self.messages.choose(format!("did you mean `{word}`?"), format!("menade du `{word}`?")));
        let advice = diagnostic.fault.hint.as_ref();
        meant.into_iter().chain(advice.map(|hint| self.messages.sentence(hint, &self.arguments(diagnostic)))).collect()
    }

    /// A path below the curriculum, as the reader can open it.
    pub fn path(&self, below: &str) -> String {
        joined(&self.root, below)
    }

    /// The path of a text, likewise.
    pub fn path_of(&self, source: &Source) -> String {
        match source.root {
            Root::Curriculum => self.path(&source.path),
            Root::Themes => joined(&self.themes, &source.path),
        }
    }

    /// The numbers of errors and warnings.
    pub fn count(&self, diagnostics: &Diagnostics) -> (usize, usize) {
        let (errors, warnings) = (diagnostics.count(Severity::Error), diagnostics.count(Severity::Warning));
        if self.strict { (errors + warnings, 0) } else { (errors, warnings) }
    }
}

/// The number of modules among the texts that were read: `COURSE/02-x.md` or `.yaml`, not what describes the course or a theme.
pub fn count_modules(diagnostics: &Diagnostics) -> usize {
    diagnostics.sources.iter().filter(|source| is_module(&source.path)).count()
}

fn is_module(path: &str) -> bool {
    let Some((_, name)) = path.split_once('/').filter(|(_, name)| !name.contains('/')) else { return false };
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let describes_the_course = matches!(stem, "course" | "facts" | "sources" | "glossary" | "README" | "theme");
    matches!(ending, "md" | "yaml" | "yml") && !describes_the_course && !stem.ends_with(".quiz") && !stem.starts_with('_')
}

/// How many letters of an argument are told.
const LONGEST: usize = 300;

/// Puts arguments in for `{0}`, `{1}` …. What an argument holds is never looked at again.
fn fill(sentence: &str, arguments: &[String]) -> String {
    let mut out = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let tail = &rest[open + 1..];
        let filled =
            tail.split_once('}').and_then(|(number, after)| Some((arguments.get(number.parse::<usize>().ok()?)?, after)));
        match filled {
            Some((argument, after)) => {
                // Somebody may have pasted a book where a name belongs.
                let end = argument.char_indices().nth(LONGEST).map_or(argument.len(), |(end, _)| end);
                out.push_str(&argument[..end]);
                out.push_str(if end < argument.len() { "…" } else { "" });
                rest = after;
            }
            None => {
                out.push('{');
                rest = tail;
            }
        }
    }
    out.push_str(rest);
    out
}

fn joined(root: &str, below: &str) -> String {
    match root.trim_end_matches('/') {
        "" if root.is_empty() => below.to_owned(),
        "." => below.to_owned(),
        bare => format!("{bare}/{below}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_put_in_once() {
        let arguments = ["{1}".to_owned(), "b".to_owned()];
        assert_eq!(fill("`{0}` and {1}, {2} {x} {", &arguments), "`{1}` and b, {2} {x} {");
    }

    #[test]
    fn the_locale_chooses_the_language() {
        assert_eq!(Messages::of_locale("sv_SE.UTF-8"), Messages::Swedish);
        assert_eq!(Messages::of_locale("C.UTF-8"), Messages::English);
        assert_eq!(Messages::of_locale(""), Messages::English);
    }

    #[test]
    fn modules_are_told_from_what_describes_the_course() {
        for path in ["c/01-a.md", "c/intro.yaml"] {
            assert!(is_module(path), "{path}");
        }
        for path in [
            "c/course.yaml",
            "c/facts.yaml",
            "c/01-a.quiz.yaml",
            "c/en/01-a.md",
            "_brand.yml",
            "c/img.png",
            "c/_x.md",
            "dark/theme.yaml",
        ] {
            assert!(!is_module(path), "{path}");
        }
    }

    #[test]
    fn paths_are_counted_from_where_the_reader_stands() {
        let path = |root: &str| Telling { root: root.to_owned(), ..Telling::default() }.path("c/a.md");
        assert_eq!(path(""), "c/a.md");
        assert_eq!(path("."), "c/a.md");
        assert_eq!(path("curriculum/"), "curriculum/c/a.md");
        assert_eq!(path("/"), "/c/a.md");
    }
}
