//! Slides that show too little, or too much.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::{EMPTY_SLIDE, SLIDE_OVERFLOW};
use crate::document::{Deck, Layout, fit, plain_text};

/// Looks over every slide.
pub fn prove(deck: &Deck, diagnostics: &mut Diagnostics) {
    empty(deck, diagnostics);
    overfull(deck, diagnostics);
}

/// A slide left with nothing but its title.
fn empty(deck: &Deck, diagnostics: &mut Diagnostics) {
    for slide in &deck.slides {
        if matches!(slide.layout, Layout::Content | Layout::Recap) && slide.body.is_empty() {
            diagnostics.report(&EMPTY_SLIDE, slide.span, &[]);
        }
    }
}

/// A slide that holds more than its canvas, even in the smallest size.
fn overfull(deck: &Deck, diagnostics: &mut Diagnostics) {
    for (idx, slide) in deck.slides.iter().enumerate() {
        let over = fit(slide, deck).over;
        if over > 0.0 {
            let number = (idx + 1).to_string();
            diagnostics.report(&SLIDE_OVERFLOW, slide.span, &[&number, &plain_text(&slide.title), &format!("{over:.0}")]);
        }
    }
}
