//! Pages that lead to documents: course page, catalogue, trainer's index.

use super::inline::{Href, Inlines};
use super::link::Link;
use super::meta::Meta;
use super::search::Facets;

/// A page of links.
#[derive(Debug, Clone)]
pub struct Page {
    /// What all documents have.
    pub meta: Meta,
    /// Which.
    pub kind: PageKind,
    /// One or two sentences under the title.
    pub lead: Inlines,
    /// Facts about the whole: label and value ("Målgrupp", "Säljare").
    pub facts: Vec<(String, String)>,
    /// Links that concern the whole, such as other languages or agendas.
    pub links: Vec<Link>,
    /// Where it can be searched: only what starts with this, all of it if empty; `None` where it cannot.
    pub scope: Option<String>,
    /// What there is.
    pub cards: Vec<Card>,
}

/// Kinds of page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// All courses, for participants.
    Catalogue,
    /// One course, for participants.
    Course,
    /// All courses and all documents, for trainers.
    Trainer,
}

/// A course or a module on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Its anchor.
    pub id: String,
    /// Its number among its like, from 1; 0 where it has none.
    pub number: usize,
    /// Its title.
    pub title: Inlines,
    /// The language of its texts, where it is not the page's.
    pub lang: Option<String>,
    /// Where the title leads.
    pub href: Option<Href>,
    /// What it is about.
    pub lead: Inlines,
    /// Short facts: "35 minuter".
    pub facts: Vec<String>,
    /// What participants can do afterwards.
    pub objectives: Vec<Inlines>,
    /// Its documents.
    pub links: Vec<Link>,
    /// What it can be narrowed down by.
    pub facets: Option<Facets>,
    /// Cards under it: a course's modules in the trainer's index.
    pub cards: Vec<Card>,
}
