//! The cards of a course, to print and to import.

use super::choice::Choice;
use super::flashcard::flashcards;
use super::meta;
use super::paths::Shelf;
use crate::curriculum::Edition;
use crate::document::{Cards, Document};

/// A course's cards.
pub(super) fn compose(edition: &Edition, choice: &Choice) -> Vec<Document> {
    let cards = flashcards(edition, choice);
    if cards.is_empty() || edition.followup.is_empty() {
        return Vec::new();
    }
    let words = &edition.language.phrases.followup;
    vec![Document::Cards(Cards {
        meta: meta::of_course(edition, Shelf::Trainer, "cards", words.cards),
        lead: words.cards_lead.to_owned(),
        cards,
    })]
}
