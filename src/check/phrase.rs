//! Finds words and phrases of a language's lexicon among the words of a sentence.

use std::ops::Range;

use super::passage::Passage;

/// The words of a sentence, as they stand and in lower case.
#[derive(Debug)]
pub struct Wording {
    /// Where each word stands in its passage.
    pub ranges: Vec<Range<usize>>,
    /// The words in lower case, with one kind of apostrophe.
    pub words: Vec<String>,
}

impl Wording {
    /// The words in a range of a passage.
    pub fn of(passage: &Passage<'_>, range: Range<usize>) -> Wording {
        let ranges = passage.words(range);
        let words = ranges.iter().map(|it| passage.text[it.clone()].to_lowercase().replace('\'', "’")).collect();
        Wording { ranges, words }
    }

    /// Whether a phrase stands at a word.
    pub fn is_at(&self, idx: usize, phrase: &str) -> bool {
        let mut own = self.words[idx..].iter();
        phrase.split(' ').all(|word| own.next().is_some_and(|it| it == word))
    }

    /// The first of some phrases: the positions of its words.
    pub fn first(&self, phrases: &[&str]) -> Option<Range<usize>> {
        (0..self.words.len()).find_map(|idx| self.starting_at(idx, phrases))
    }

    /// The longest of some phrases that stands at a word: the positions of its words.
    pub fn starting_at(&self, idx: usize, phrases: &[&str]) -> Option<Range<usize>> {
        let found = phrases.iter().filter(|phrase| self.is_at(idx, phrase)).map(|phrase| phrase.split(' ').count());
        found.max().map(|length| idx..idx + length)
    }

    /// Whether any of some words stands among the words at these positions; positions outside the sentence hold none.
    pub fn has_near(&self, positions: Range<usize>, words: &[&str]) -> bool {
        let end = positions.end.min(self.words.len());
        self.words[positions.start.min(end)..end].iter().any(|it| words.contains(&it.as_str()))
    }

    /// The range in the passage of the words at these positions.
    pub fn range(&self, positions: Range<usize>) -> Range<usize> {
        let last = positions.end.saturating_sub(1).max(positions.start);
        self.ranges[positions.start].start..self.ranges[last].end
    }
}
