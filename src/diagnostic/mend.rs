//! What mends a finding: words in place of others, and only where that is certain.

use crate::source::Span;

/// Words in place of others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fix {
    /// What is taken out.
    pub span: Span,
    /// What is put there; nothing to remove it.
    pub replacement: String,
}

/// What mends a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend {
    /// A word was mistyped; it stands where the finding is, or once within it.
    Slip { typed: String, meant: String },
    /// Exactly this.
    Exact(Fix),
}

impl Mend {
    /// The words and what to put in their place, given the text and the place of the finding.
    pub(super) fn fix(&self, text: &str, span: Span) -> Option<Fix> {
        match self {
            Mend::Exact(fix) => Some(fix.clone()),
            Mend::Slip { typed, meant } => {
                let place = text.get(span.range())?;
                let mut found = whole_words(place, typed);
                let at = found.next().filter(|_| found.next().is_none())?;
                let start = span.start as usize + at;
                Some(Fix { span: Span::new(span.file, start, start + typed.len()), replacement: meant.clone() })
            }
        }
    }
}

/// Puts fixes of one text in. Of two that overlap, the first is taken; the other's finding is still there afterwards.
pub fn apply(text: &str, mut fixes: Vec<Fix>) -> String {
    fixes.sort();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for fix in fixes {
        let range = fix.span.range();
        let Some(between) = text.get(at..range.start) else { continue };
        if text.get(range.clone()).is_some() {
            out.push_str(between);
            out.push_str(&fix.replacement);
            at = range.end;
        }
    }
    out.push_str(&text[at..]);
    out
}

/// Where a word stands that is no part of a longer one.
fn whole_words<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_inner = |it: char| it.is_alphanumeric() || matches!(it, '-' | '_');
    text.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |at| !text[..*at].ends_with(is_inner) && !text[at + word.len()..].starts_with(is_inner))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn fixed(text: &str, typed: &str, meant: &str) -> Option<String> {
        let mend = Mend::Slip { typed: typed.to_owned(), meant: meant.to_owned() };
        let fix = mend.fix(text, Span::new(FileId(0), 0, text.len()))?;
        Some(apply(text, vec![fix]))
    }

    #[test]
    fn a_word_is_mended_where_it_stands_once() {
        assert_eq!(fixed("[Å](#late-stge)", "late-stge", "late-stage").as_deref(), Some("[Å](#late-stage)"));
        assert_eq!(fixed("\"analyse\"", "analyse", "analyze").as_deref(), Some("\"analyze\""));
        assert_eq!(fixed("stge and stge", "stge", "stage"), None);
        assert_eq!(fixed("late-stge", "stge", "stage"), None);
    }

    #[test]
    fn fixes_that_overlap_are_not_both_put_in() {
        let fix = |start, end, replacement: &str| Fix { span: Span::new(FileId(0), start, end), replacement: replacement.into() };
        assert_eq!(apply("abcdef", vec![fix(2, 4, "X"), fix(1, 3, "Y"), fix(4, 9, "Z"), fix(5, 6, "")]), "aYde");
        assert_eq!(apply("aåb", vec![fix(2, 3, "x")]), "aåb");
    }
}
