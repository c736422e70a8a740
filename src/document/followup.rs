//! What keeps a course alive after the day: cards to recall by, days in a calendar, certificates.

use serde::Serialize;

use super::inline::Inlines;
use super::meta::Meta;
use crate::locale::Day;

/// Cards with a question on one side and its answer on the other.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Cards {
    /// What all documents have.
    pub meta: Meta,
    /// How to make cards of the sheet.
    pub lead: String,
    /// The cards, those for misconceptions first.
    pub cards: Vec<Flashcard>,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Flashcard {
    /// Its id, the same from build to build and of no other card of any course.
    pub id: String,
    /// What kind of question it is, in words.
    pub kind: String,
    /// The module's name, by which cards are sorted.
    pub topic: String,
    /// What somebody says, to be set as a quotation.
    pub said: Option<Inlines>,
    /// The question.
    pub question: Inlines,
    /// What can be chosen.
    pub options: Vec<Inlines>,
    /// The answer.
    pub answer: Inlines,
    /// Why, and what must be said with it.
    pub reasons: Vec<Inlines>,
}

/// Days to come back to a course.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// What all documents have.
    pub meta: Meta,
    /// The day the course was given, which is also when the calendar is taken to be written.
    pub stamp: Day,
    /// The days.
    pub events: Vec<Event>,
}

/// A day with its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its id: the same whenever the same course is built for the same day.
    pub id: String,
    /// Which day.
    pub day: Day,
    /// What it is about.
    pub subject: String,
    /// The whole message.
    pub text: String,
}

/// Proof that somebody took part, and where there is a test, that somebody passed it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Certificate {
    /// What all documents have.
    pub meta: Meta,
    /// The sheets, each for one signature.
    pub sheets: Vec<CertificateSheet>,
}

/// A sheet to sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CertificateSheet {
    /// Its anchor.
    pub id: &'static str,
    /// What it is called: "Intyg".
    pub title: String,
    /// What it says of whoever is named on it.
    pub statement: String,
    /// The course.
    pub course: String,
    /// Label and value: how long, when, what it took to pass.
    pub facts: Vec<(String, String)>,
    /// What was taken up.
    pub contents: Vec<String>,
}
