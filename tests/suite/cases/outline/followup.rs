//! What follows a course, as a short text to be read.

use tvartom::document::{Calendar, Cards, Certificate, Flashcard};

use super::inline::inlines;
use super::push;

pub(super) fn cards(cards: &Cards, out: &mut Vec<String>) {
    cards.cards.iter().for_each(|it| card(it, out));
}

fn card(card: &Flashcard, out: &mut Vec<String>) {
    push(out, 0, &format!("#{} ({})", card.id, card.kind));
    if let Some(said) = &card.said {
        push(out, 1, &format!("said: {}", inlines(said)));
    }
    push(out, 1, &format!("question: {}", inlines(&card.question)));
    card.options.iter().for_each(|it| push(out, 2, &format!("- {}", inlines(it))));
    push(out, 1, &format!("answer: {}", inlines(&card.answer)));
    card.reasons.iter().for_each(|it| push(out, 2, &inlines(it)));
}

pub(super) fn calendar(calendar: &Calendar, out: &mut Vec<String>) {
    for event in &calendar.events {
        push(out, 0, &format!("{:?} {}: {}", event.day, event.id, event.subject));
        push(out, 1, &event.text);
    }
}

pub(super) fn certificate(certificate: &Certificate, out: &mut Vec<String>) {
    for sheet in &certificate.sheets {
        push(out, 0, &format!("#{} {}: {} {}", sheet.id, sheet.title, sheet.statement, sheet.course));
        sheet.facts.iter().for_each(|(label, value)| push(out, 1, &format!("{label}: {value}")));
        sheet.contents.iter().for_each(|it| push(out, 1, &format!("- {it}")));
    }
}
