//! A running text as words and sentences, each of which knows where it was typed.

use std::ops::Range;

use crate::prose::{GapContent, Inline, InlineKind};
use crate::source::{Sources, Span, Spanned};

/// What stands for a figure of the ledger or another piece that is no word.
const PIECE: char = '\u{fffc}';

/// A running text without its marks.
#[derive(Debug)]
pub struct Passage<'m> {
    /// The words; a fact, a formula and code are one character each.
    pub text: String,
    /// The figures of the ledger in it, by where they stand.
    pub facts: Vec<(usize, &'m Spanned<String>)>,
    /// Citations, by where they stand.
    pub citations: Vec<(usize, &'m Inline)>,
    /// The texts it is made of: where each starts, and whether it is emphasised.
    parts: Vec<(usize, &'m Inline, bool)>,
    inlines: &'m [Inline],
}

impl<'m> Passage<'m> {
    /// A running text.
    pub fn of(inlines: &'m [Inline]) -> Passage<'m> {
        let mut passage = Passage { text: String::new(), facts: Vec::new(), citations: Vec::new(), parts: Vec::new(), inlines };
        passage.take(inlines, false);
        passage
    }

    fn take(&mut self, inlines: &'m [Inline], is_emphasised: bool) {
        for inline in inlines {
            let at = self.text.len();
            match &inline.kind {
                InlineKind::Text(text) => {
                    self.parts.push((at, inline, is_emphasised));
                    self.text.push_str(text);
                }
                InlineKind::Emphasis(children) | InlineKind::Strong(children) => self.take(children, true),
                InlineKind::Strike(children) | InlineKind::Link { children, .. } => self.take(children, is_emphasised),
                InlineKind::Gap { content: GapContent::Text(text), .. } => self.text.push_str(text),
                InlineKind::Fact { id, .. } | InlineKind::Gap { content: GapContent::Fact(id), .. } => {
                    self.facts.push((at, id));
                    self.text.push(PIECE);
                }
                InlineKind::Cite(_) => self.citations.push((at, inline)),
                InlineKind::Code(_) | InlineKind::Math { .. } | InlineKind::Image { .. } => self.text.push(PIECE),
                InlineKind::SoftBreak | InlineKind::HardBreak => self.text.push(' '),
                InlineKind::Footnote(_) | InlineKind::Html(_) => {}
            }
        }
    }

    /// The sentences: they end with a mark that a space or the end follows.
    pub fn sentences(&self) -> Vec<Range<usize>> {
        let mut sentences = Vec::new();
        let mut start = 0;
        let mut characters = self.text.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let is_end = matches!(character, '.' | '!' | '?' | '…' | ':')
                && characters.peek().is_none_or(|(_, next)| next.is_whitespace() || matches!(next, '”' | '"' | '’' | ')'));
            if is_end {
                let end = at + character.len_utf8();
                sentences.push(start..end);
                start = end;
            }
        }
        if !self.text[start..].trim().is_empty() {
            sentences.push(start..self.text.len());
        }
        sentences
    }

    /// The words in a range: letters and digits, with hyphens and apostrophes between them.
    pub fn words(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut words = Vec::new();
        let mut start: Option<usize> = None;
        let text = &self.text[range.clone()];
        for (at, character) in text.char_indices() {
            let inside = character.is_alphanumeric() || (start.is_some() && matches!(character, '-' | '’' | '\''));
            match (start, inside) {
                (None, true) => start = Some(at),
                (Some(from), false) => {
                    words.push(range.start + from..range.start + at);
                    start = None;
                }
                _ => {}
            }
        }
        words.extend(start.map(|from| range.start + from..range.end));
        words
    }

    /// Whether a word is set off from the words around it, by emphasis or in capitals.
    pub fn is_emphasised(&self, word: &Range<usize>) -> bool {
        let letters = &self.text[word.clone()];
        let is_shouted = letters.chars().count() > 1 && !letters.chars().any(char::is_lowercase);
        is_shouted || self.part(word.start).is_some_and(|(_, _, emphasised)| *emphasised)
    }

    /// Where a range of words was typed, as nearly as can be told: quotation marks and spaces may have been set anew.
    pub fn span(&self, range: Range<usize>, sources: &Sources) -> Option<Span> {
        let Some((start, inline, _)) = self.part(range.start) else { return self.whole() };
        let end = self.parts.iter().map(|it| it.0).find(|it| it > start).unwrap_or(self.text.len());
        let InlineKind::Text(text) = &inline.kind else { return Some(inline.span) };
        let local = range.start - start..range.end.min(end).min(start + text.len()) - start;
        let Some(words) = text.get(local.clone()).filter(|it| !it.is_empty()) else { return Some(inline.span) };
        let typed = sources.get(inline.span.file).text.get(inline.span.range()).unwrap_or_default();
        // Spaces and marks may have been set anew; the letters before the first of them were not.
        let first: &str = words.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
        for needle in [words, first] {
            let nth = text[..local.start].matches(needle).count();
            if let Some((at, _)) = typed.match_indices(needle).nth(nth).filter(|_| !needle.is_empty()) {
                let from = inline.span.start as usize + at;
                return Some(Span::new(inline.span.file, from, from + length_typed(&typed[at..], words)));
            }
        }
        Some(inline.span)
    }

    /// Where all of it was typed; nowhere if it is empty.
    pub fn whole(&self) -> Option<Span> {
        let (first, last) = (self.inlines.first()?.span, self.inlines.last()?.span);
        Some(if first.file == last.file && last.end >= first.start { first.to(last) } else { first })
    }

    fn part(&self, at: usize) -> Option<&(usize, &'m Inline, bool)> {
        self.parts.iter().rev().find(|(start, inline, _)| {
            let InlineKind::Text(text) = &inline.kind else { return false };
            (*start..start + text.len()).contains(&at)
        })
    }
}

/// How many bytes of what was typed the words take, where spaces may be of another kind, or missing.
fn length_typed(typed: &str, words: &str) -> usize {
    let mut length = 0;
    let mut rest = typed.char_indices().filter(|(_, it)| !it.is_whitespace());
    for letter in words.chars().filter(|it| !it.is_whitespace()) {
        match rest.next() {
            Some((at, own)) if own == letter => length = at + own.len_utf8(),
            _ => break,
        }
    }
    length
}

#[cfg(test)]
mod tests {
    use super::Passage;
    use crate::diagnostic::Diagnostics;
    use crate::locale::language;
    use crate::prose::{Features, parse_inline};

    #[test]
    fn words_know_where_they_were_typed() {
        let mut diagnostics = Diagnostics::default();
        let typed = "He said \"60 % of **not** all\"... Fifty or [=a] then? Yes";
        let source = diagnostics.sources.add("a.md", typed);
        let features = Features { math: false, language: language("en").expect("built in") };
        let inlines = parse_inline(typed, &source.place(), features, &mut diagnostics);
        let passage = Passage::of(&inlines);
        let spanned = |range: std::ops::Range<usize>| {
            let span = passage.span(range, &diagnostics.sources).unwrap();
            &typed[span.range()]
        };
        let at = passage.text.find("60%").unwrap();
        assert_eq!(spanned(at..at + 3), "60 %");
        let sentences = passage.sentences();
        assert_eq!(sentences.len(), 3, "{:?}", passage.text);
        let words: Vec<&str> = passage.words(sentences[1].clone()).into_iter().map(spanned).collect();
        assert_eq!(words, ["Fifty", "or", "then"]);
        let not = passage.text.find("not").unwrap();
        assert!(passage.is_emphasised(&(not..not + 3)));
        assert_eq!(passage.facts.len(), 1);
    }
}
