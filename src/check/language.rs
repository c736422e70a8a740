//! How hard a text is to read.

use super::passage::Passage;
use super::rule::Subject;
use super::texts::{Voice, blocks};
use crate::curriculum::{BlockKind, Section};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::HARD_TO_READ;
use crate::locale::Readability;
use crate::prose;

/// A text of fewer words says nothing of how hard it is to read.
const LEAST_WORDS: usize = 100;

/// From so many letters on, a word is long (Björnsson's LIX: more than six).
const LONG: usize = 7;

/// What is counted of a text.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    sentences: usize,
    words: usize,
    long_words: usize,
    syllables: usize,
}

/// What participants read, section by section, in paragraphs.
pub fn reading(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let measure = subject.edition.language.lexicon.readability;
    for module in &subject.edition.modules {
        for section in &module.sections {
            let counts = count(section);
            if counts.words < LEAST_WORDS {
                continue;
            }
            let (value, limit, is_hard) = match measure {
                Readability::Lix(limit) => (lix(counts), limit, lix(counts) > limit),
                Readability::Flesch(limit) => (flesch(counts), limit, flesch(counts) < limit),
            };
            if is_hard {
                let name = if matches!(measure, Readability::Lix(_)) { "LIX" } else { "Flesch" };
                let arguments = [name, &format!("{value:.0}"), &format!("{limit:.0}")];
                diagnostics.report(&HARD_TO_READ, section.span, &arguments);
            }
        }
    }
}

fn count(section: &Section) -> Counts {
    let mut counts = Counts::default();
    blocks(section, &mut |block, voice| {
        let BlockKind::Prose(prose::BlockKind::Paragraph(text)) = &block.kind else { return };
        if voice != Voice::Shown {
            return;
        }
        let passage = Passage::of(text);
        counts.sentences += passage.sentences().len();
        for word in passage.words(0..passage.text.len()) {
            let word = &passage.text[word];
            let letters = word.chars().filter(|it| it.is_alphabetic()).count();
            counts.words += 1;
            counts.long_words += usize::from(letters >= LONG);
            counts.syllables += syllables(word);
        }
    });
    counts
}

#[expect(clippy::cast_precision_loss, reason = "words of a text")]
fn lix(it: Counts) -> f64 {
    it.words as f64 / it.sentences.max(1) as f64 + 100.0 * it.long_words as f64 / it.words as f64
}

#[expect(clippy::cast_precision_loss, reason = "words of a text")]
fn flesch(it: Counts) -> f64 {
    206.835 - 1.015 * it.words as f64 / it.sentences.max(1) as f64 - 84.6 * it.syllables as f64 / it.words as f64
}

/// Groups of vowels, without an `e` that is not heard at the end: near enough for English.
fn syllables(word: &str) -> usize {
    let mut groups = 0;
    let mut was_vowel = false;
    let word = word.to_lowercase();
    for letter in word.chars() {
        let is_vowel = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        groups += usize::from(is_vowel && !was_vowel);
        was_vowel = is_vowel;
    }
    let is_silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - usize::from(is_silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn syllables_are_counted_as_heard() {
        for (word, n) in [("the", 1), ("table", 2), ("make", 1), ("evidence", 3), ("B2B", 1), ("easy", 2)] {
            assert_eq!(syllables(word), n, "{word}");
        }
    }
}
