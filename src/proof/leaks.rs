//! Nothing of the trainer's reaches participants: ruled out by type, and looked for once more in what is about to be published.

use std::collections::BTreeSet;

use super::text::pieces;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::LEAK;
use crate::document::{Answer, Audience, Block, Blocks, Document, GuideLabel, GuideNote, Paper};
use crate::source::{Span, Spanned};

/// Shorter passages can stand in both kinds of text by chance.
const MIN_LENGTH: usize = 40;

/// Words that only the trainer may read, and where they were written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// The block they come from.
    pub span: Span,
    /// Letters and digits of the passage, lower case, so that markup and escapes do not hide it.
    pub letters: String,
}

/// A participant's paper holds no block for the trainer.
pub fn trainer_blocks(paper: &Paper, diagnostics: &mut Diagnostics) {
    if paper.meta.audience == Audience::Participant && paper.has_trainer_blocks() {
        diagnostics.report(&LEAK, None, &[&paper.meta.path]);
    }
}

/// The passages of the trainer's documents of a module.
pub fn passages<'d>(documents: impl IntoIterator<Item = &'d Document>) -> Vec<Passage> {
    let (mut secret, mut shared) = (BTreeSet::new(), Vec::new());
    let mut take = |span: Span, text: &str| {
        if text.chars().count() >= MIN_LENGTH {
            secret.insert(Passage { span, letters: letters(text) });
        }
    };
    for document in documents {
        match document {
            Document::Paper(paper) if paper.meta.audience == Audience::Trainer => collect(&paper.blocks, &mut take),
            Document::Paper(paper) => {
                let mut share = |_, text: &str| shared.push(letters(text));
                pieces(&paper.blocks, &mut share);
                paper.footnotes.iter().for_each(|it| pieces(&it.blocks, &mut share));
            }
            Document::Deck(deck) => deck.slides.iter().for_each(|it| collect(&it.notes, &mut take)),
            Document::Quiz(_)
            | Document::Page(_)
            | Document::Cards(_)
            | Document::Calendar(_)
            | Document::Certificate(_)
            | Document::Search(_) => {}
        }
    }
    // What the author also wrote where participants read is theirs to read.
    secret.into_iter().filter(|it| !shared.iter().any(|own| own.contains(&it.letters))).collect()
}

fn collect<'d>(blocks: &'d Blocks, take: &mut dyn FnMut(Span, &'d str)) {
    for Spanned { value, span } in blocks {
        match value {
            Block::Answer(Answer::Expected(inner)) => pieces(inner, take),
            // What is said is prose of the handout too.
            Block::Guide(GuideNote::Labelled { label: GuideLabel::Say, .. }) => {}
            Block::Guide(GuideNote::Labelled { blocks, .. }) => pieces(blocks, take),
            Block::Guide(GuideNote::Reply { they, you }) => {
                take(*span, they);
                pieces(you, take);
            }
            Block::Section(section) => collect(&section.blocks, take),
            _ => {}
        }
    }
}

/// Reports every passage that stands in a participant's file, and says whether any did.
pub fn leaks(path: &str, bytes: &[u8], passages: &[Passage], diagnostics: &mut Diagnostics) -> bool {
    if passages.is_empty() {
        return false;
    }
    let published = letters(&String::from_utf8_lossy(bytes));
    let mut found = false;
    for passage in passages.iter().filter(|it| published.contains(&it.letters)) {
        diagnostics.report(&LEAK, passage.span, &[path]);
        found = true;
    }
    found
}

fn letters(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
