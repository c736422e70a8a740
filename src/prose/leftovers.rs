//! Markup that a slip of the finger has left in running text, where readers would see it.

use std::ops::Range;

use crate::diagnostic::Fault;
use crate::diagnostic::fault::{ATTRIBUTES_ALONE, EMPHASIS_OPEN, HEADING_WITHOUT_SPACE, SPACE_IN_PATH};

/// The first leftover in what was typed of a running text, and where it stands there. A heading and what belongs to one can
/// only be meant where a line starts.
pub(super) fn leftover(typed: &str, at_line_start: bool) -> Option<(&'static Fault, Range<usize>)> {
    let at_start = || at_line_start.then(|| heading(typed).or_else(|| attributes(typed))).flatten();
    at_start().or_else(|| picture(typed)).or_else(|| emphasis(typed))
}

/// `##Heading`, or a no-break space after the marks. One mark alone is a number, or a name on a network.
fn heading(typed: &str) -> Option<(&'static Fault, Range<usize>)> {
    let marks = typed.len() - typed.trim_start_matches('#').len();
    let rest = &typed[marks..];
    let is_meant = (2..=6).contains(&marks) || (marks == 1 && ["{.", "{#"].iter().any(|it| rest.contains(it)));
    let has_words = rest.trim_start().starts_with(|it: char| it.is_alphanumeric() || "\"'”“‘’*[«".contains(it));
    (is_meant && has_words).then(|| (&HEADING_WITHOUT_SPACE, 0..typed.trim_end().len()))
}

/// `{.role #id key=value}` on a line of its own.
fn attributes(typed: &str) -> Option<(&'static Fault, Range<usize>)> {
    let inside = typed.strip_prefix('{')?;
    let end = inside.find('}')?;
    let is_meant = inside.starts_with(['.', '#']) && inside[1..].starts_with(|it: char| it.is_alphanumeric());
    is_meant.then(|| (&ATTRIBUTES_ALONE, 0..end + 2))
}

/// `![words](a path.png)`.
fn picture(typed: &str) -> Option<(&'static Fault, Range<usize>)> {
    let start = unescaped(typed, "![")?;
    let path = start + typed[start..].find("](")? + 2;
    let end = path + typed[path..].find(')')?;
    typed[path..end].contains(char::is_whitespace).then_some((&SPACE_IN_PATH, start..end + 1))
}

/// `**` without its partner. Three stars and more are a mark of something else.
fn emphasis(typed: &str) -> Option<(&'static Fault, Range<usize>)> {
    let mut from = 0;
    while let Some(at) = unescaped(&typed[from..], "**").map(|it| from + it) {
        let length = typed[at..].len() - typed[at..].trim_start_matches('*').len();
        let stands_at_word = |it: char| !it.is_whitespace();
        let touches = typed[..at].ends_with(stands_at_word) || typed[at + length..].starts_with(stands_at_word);
        // `2**8`, and the stars of a table's significant figures: `0,45**`.
        let is_figure = typed[..at].ends_with(|it: char| it.is_ascii_digit())
            && (at + 2 == typed.len() || typed[at + 2..].starts_with(|it: char| it.is_ascii_digit()));
        // At its end the text meets something that is no text: a fact, a gap.
        if length == 2 && !is_figure && (touches || at + 2 == typed.len() || at == 0) {
            return Some((&EMPHASIS_OPEN, at..at + 2));
        }
        from = at + length;
    }
    None
}

/// Where a mark stands first without a backslash before it.
fn unescaped(typed: &str, mark: &str) -> Option<usize> {
    let is_plain = |at: &usize| typed[..*at].bytes().rev().take_while(|it| *it == b'\\').count() % 2 == 0;
    typed.match_indices(mark).map(|(at, _)| at).find(is_plain)
}

#[cfg(test)]
mod tests {
    use super::leftover;

    fn found(typed: &str) -> Option<(&'static str, &str)> {
        leftover(typed, true).map(|(fault, range)| (fault.code, &typed[range]))
    }

    #[test]
    fn slips_are_found() {
        assert_eq!(found("##Rubrik {.belief}"), Some(("heading-without-space", "##Rubrik {.belief}")));
        assert_eq!(found("##\u{a0}Rubrik"), Some(("heading-without-space", "##\u{a0}Rubrik")));
        assert_eq!(found("#Rubrik {.belief}").map(|it| it.0), Some("heading-without-space"));
        assert_eq!(found("{.illusion minutes=3} ja"), Some(("attributes-alone", "{.illusion minutes=3}")));
        assert_eq!(found("se ![en trappa](min trappa.png)."), Some(("space-in-path", "![en trappa](min trappa.png)")));
        assert_eq!(found("**så är det"), Some(("emphasis-open", "**")));
        assert_eq!(found("så är det**"), Some(("emphasis-open", "**")));
    }

    #[test]
    fn other_marks_are_left_alone() {
        let texts = [
            "#1 på listan {x}",
            "## ",
            "### ###",
            r"\##Rubrik",
            r"\**så",
            "5 ***",
            "2**3",
            "a ** b",
            "{x}",
            "{. x}",
            "![a] (b c)",
            "![a](b)",
            "[ x ]",
            r"\[ @ek ]",
            "[ = 3 ]",
            "e-post: a@b.se",
            "",
            "*",
            "[",
            "![",
            "](",
            "{.",
        ];
        for text in texts {
            assert_eq!(found(text), None, "{text}");
        }
        assert_eq!(leftover("##Rubrik", false), None);
    }
}
