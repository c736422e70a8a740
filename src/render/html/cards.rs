//! Cards as a page: each a row, the question to the left of the fold and its answer to the right.

use super::address::anchor;
use super::context::Context;
use super::escape::escaped;
use super::inline::inlines;
use super::sheet;
use crate::document::{Cards, Flashcard};
use crate::render::setting::Setting;
use crate::tree::File;

/// The page.
pub fn render(cards: &Cards, setting: Setting<'_>) -> Vec<File> {
    let path = format!("{}.html", cards.meta.path);
    let context = Context::new(&cards.meta, &path, setting);
    let mut body = String::from("<ol class=\"flashcards\">\n");
    for card in &cards.cards {
        write_card(&mut body, card, &context);
    }
    body.push_str("</ol>\n");
    sheet::page(&cards.meta, "cards-sheet", &cards.lead, &body, &context)
}

fn write_card(out: &mut String, card: &Flashcard, context: &Context<'_>) {
    let words = &context.language.phrases;
    out.push_str(&format!(
        "<li class=\"flashcard\" id=\"{}\">\n<div class=\"flashcard-front\">\n<p class=\"kicker\">{}</p>\n",
        escaped(&anchor(&card.id)),
        escaped(&card.kind)
    ));
    if let Some(said) = &card.said {
        let quotes = context.language.quotes;
        out.push_str(&format!("<p class=\"flashcard-said\">{}{}{}</p>\n", quotes.open, inlines(said, context), quotes.close));
    }
    let class = if card.said.is_some() { "flashcard-ask" } else { "flashcard-question" };
    out.push_str(&format!("<p class=\"{class}\">{}</p>\n", inlines(&card.question, context)));
    if !card.options.is_empty() {
        out.push_str("<ol class=\"flashcard-options\">\n");
        for option in &card.options {
            out.push_str(&format!("<li>{}</li>\n", inlines(option, context)));
        }
        out.push_str("</ol>\n");
    }
    out.push_str(&format!(
        "</div>\n<div class=\"flashcard-back\">\n<p class=\"kicker\">{}</p>\n<p class=\"flashcard-answer\">{}</p>\n",
        escaped(words.common.answer),
        inlines(&card.answer, context)
    ));
    for reason in &card.reasons {
        out.push_str(&format!("<p class=\"flashcard-reason\">{}</p>\n", inlines(reason, context)));
    }
    out.push_str("</div>\n</li>\n");
}
