//! The curriculum as documents: a row in [`PRODUCTS`] for each product.

use crate::curriculum::{Curriculum, Edition, Module};
use crate::document::{Audience, Document};

/// What a build was asked to do, as far as documents depend on it.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Only this variant's agenda.
    pub variant: Option<String>,
    /// The products asked for, so that pages link to nothing that is not made; empty for all.
    pub only: Vec<String>,
    /// How many take part.
    pub participants: Option<u32>,
}

/// A product.
#[derive(Debug)]
pub struct Product {
    /// Its name on the command line.
    pub name: &'static str,
    /// For whom.
    pub audience: Audience,
    /// From what, and how it is made.
    pub compose: Compose,
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
pub const PRODUCTS: &[Product] = &[];
