//! The curriculum as documents: a row in [`PRODUCTS`] for each product.
//!
//! Every product is a file with one public function. What they share: `view` (for which document), `writer` with `text`
//! and `block` (the author's words as a document's), `chunk` and `claim` (where slides begin and what is voted on), `slide`,
//! `layout` and `vote` (the slides of a section), `chart`, `evidence`, `minutes`, `schedule`, `plan`, `question`,
//! `cuts`, `headcount`, `unplugged`, `terms`, `marking`, `paper`, `part`, `sheet`, `flashcard`, `message`, `card`, `meta`, `paths`.

mod agenda;
mod alignment;
mod blank;
mod block;
mod card;
mod cards;
mod catalogue;
mod certificate;
mod chart;
mod choice;
mod chunk;
mod claim;
mod course_page;
mod cuts;
mod deck;
mod evaluation;
mod evidence;
mod facets;
mod flashcard;
mod followup;
mod guide;
mod half_page;
mod handout;
mod headcount;
mod key;
mod layout;
mod marking;
mod math;
mod message;
mod meta;
mod minutes;
mod pace;
mod paper;
mod part;
mod parts;
mod paths;
mod picture;
mod plan;
mod question;
mod quiz;
mod quiz_paper;
mod raw;
#[cfg(test)]
mod sample;
mod schedule;
mod search;
mod sheet;
mod slide;
mod terms;
#[cfg(test)]
mod tests;
mod text;
mod trainer_index;
mod unplugged;
mod view;
mod voice;
mod vote;
mod writer;

pub use choice::{Choice, PictureFile};
pub use minutes::{of_course as course_minutes, of_module as module_minutes};
pub use pace::{Pace, listening, paces};

use crate::curriculum::{Curriculum, Edition, Module};
use crate::document::{Audience, Document};

/// A product.
#[derive(Debug)]
pub struct Product {
    /// Its name.
    pub name: &'static str,
    /// The name it is asked for by on the command line; none for pages that lead to documents, which are always made.
    pub asked_for: Option<&'static str>,
    /// For whom.
    pub audience: Audience,
    /// Whether something can be wrong with it on a screen that only shows when it is put together.
    pub is_proved: bool,
    /// From what, and how it is made.
    pub compose: Compose,
}

impl Product {
    /// Whether it is made.
    pub fn is_made(&self, choice: &Choice) -> bool {
        self.asked_for.is_none_or(|name| choice.has(name))
    }
}

/// From what a product is made.
#[derive(Debug, Clone, Copy)]
pub enum Compose {
    /// One for each module.
    Module(fn(&Edition, &Module, &Choice) -> Vec<Document>),
    /// One for each course in each language.
    Course(fn(&Edition, &Choice) -> Vec<Document>),
    /// One for the whole curriculum.
    Curriculum(fn(&Curriculum, &Choice) -> Vec<Document>),
}

/// Every product.
pub const PRODUCTS: &[Product] = &[
    Product {
        name: "deck",
        asked_for: Some("deck"),
        audience: Audience::Trainer,
        is_proved: true,
        compose: Compose::Module(deck::compose),
    },
    Product {
        name: "handout",
        asked_for: Some("handout"),
        audience: Audience::Participant,
        is_proved: true,
        compose: Compose::Module(handout::compose_blank),
    },
    Product {
        name: "handout-complete",
        asked_for: Some("handout"),
        audience: Audience::Trainer,
        is_proved: false,
        compose: Compose::Module(handout::compose_complete),
    },
    Product {
        name: "quiz",
        asked_for: Some("quiz"),
        audience: Audience::Participant,
        is_proved: false,
        compose: Compose::Module(quiz::compose),
    },
    Product {
        name: "quiz-paper",
        asked_for: Some("quiz"),
        audience: Audience::Participant,
        is_proved: true,
        compose: Compose::Module(quiz_paper::compose),
    },
    Product {
        name: "key",
        asked_for: Some("key"),
        audience: Audience::Trainer,
        is_proved: false,
        compose: Compose::Module(key::compose),
    },
    Product {
        name: "guide",
        asked_for: Some("guide"),
        audience: Audience::Trainer,
        is_proved: false,
        compose: Compose::Module(guide::compose),
    },
    Product {
        name: "agenda",
        asked_for: Some("agenda"),
        audience: Audience::Trainer,
        is_proved: false,
        compose: Compose::Course(agenda::compose),
    },
    Product {
        name: "followup",
        asked_for: Some("followup"),
        audience: Audience::Trainer,
        is_proved: false,
        compose: Compose::Course(followup::compose),
    },
    Product {
        name: "calendar",
        asked_for: Some("followup"),
        audience: Audience::Trainer,
        is_proved: false,
        compose: Compose::Course(followup::compose_calendar),
    },
    Product {
        name: "cards",
        asked_for: Some("followup"),
        audience: Audience::Trainer,
        is_proved: false,
        compose: Compose::Course(cards::compose),
    },
    Product {
        name: "manager",
        asked_for: Some("followup"),
        audience: Audience::Trainer,
        is_proved: false,
        compose: Compose::Course(half_page::compose),
    },
    Product {
        name: "evaluation",
        asked_for: Some("followup"),
        audience: Audience::Trainer,
        is_proved: false,
        compose: Compose::Course(evaluation::compose),
    },
    Product {
        name: "certificate",
        asked_for: Some("followup"),
        audience: Audience::Trainer,
        is_proved: false,
        compose: Compose::Course(certificate::compose),
    },
    Product {
        name: "alignment",
        asked_for: Some("alignment"),
        audience: Audience::Trainer,
        is_proved: false,
        compose: Compose::Course(alignment::compose),
    },
    Product {
        name: "course",
        asked_for: None,
        audience: Audience::Participant,
        is_proved: false,
        compose: Compose::Curriculum(course_page::compose),
    },
    Product {
        name: "catalogue",
        asked_for: None,
        audience: Audience::Participant,
        is_proved: false,
        compose: Compose::Curriculum(catalogue::compose),
    },
    Product {
        name: "search",
        asked_for: None,
        audience: Audience::Participant,
        is_proved: false,
        compose: Compose::Curriculum(search::compose),
    },
    Product {
        name: "trainer",
        asked_for: None,
        audience: Audience::Trainer,
        is_proved: false,
        compose: Compose::Curriculum(trainer_index::compose),
    },
];
