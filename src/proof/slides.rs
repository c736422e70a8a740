//! Slides that show too little.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::EMPTY_SLIDE;
use crate::document::{Deck, Layout};

/// A slide left with nothing but its title.
pub fn empty(deck: &Deck, diagnostics: &mut Diagnostics) {
    for slide in &deck.slides {
        if matches!(slide.layout, Layout::Content | Layout::Recap) && slide.body.is_empty() {
            diagnostics.report(&EMPTY_SLIDE, slide.span, &[]);
        }
    }
}
