//! The evidence ledger: every number a course states.

use crate::locale::Unit;
use crate::source::{Span, Spanned};

/// The id of a fact, unique in its course.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub String);

/// A fact with its evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Its id.
    pub id: FactId,
    /// Where it is defined.
    pub span: Span,
    /// The whole statement, as it may be taught.
    pub statement: String,
    /// The figure; a fact can be a statement alone.
    pub amount: Option<Amount>,
    /// Keys of the sources.
    pub sources: Vec<Spanned<String>>,
    /// When it was found.
    pub year: Option<i32>,
    /// How many were asked or counted.
    pub n: Option<u64>,
    /// How sure it is.
    pub grade: Grade,
    /// Whether it is contested.
    pub status: Status,
    /// Keys of the sources that contest it.
    pub disputed_by: Vec<Spanned<String>>,
    /// Who paid.
    pub funder: Option<String>,
    /// What must be said with it.
    pub caveat: Option<String>,
    /// When it was last checked: year, month, day.
    pub reviewed: Option<Spanned<(i32, u32, u32)>>,
}

/// A figure, its range and its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// The figure itself.
    pub point: f64,
    /// The low end.
    pub low: Option<f64>,
    /// The high end.
    pub high: Option<f64>,
    /// What it counts.
    pub unit: Unit,
    /// Of what.
    pub of: Option<String>,
}

/// How sure a fact is (the certainty grades of the format's §4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Replicated or meta-analysed.
    A,
    /// Peer-reviewed, single.
    B,
    /// Industry survey.
    C,
    /// Usually misquoted.
    D,
    /// Opinion.
    E,
}

impl Grade {
    /// From 0 for A to 4 for E.
    pub fn position(self) -> usize {
        self as usize
    }

    /// The letter.
    pub fn letter(self) -> char {
        ['A', 'B', 'C', 'D', 'E'][self.position()]
    }
}

/// Whether a fact is contested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nobody disputes it.
    Settled,
    /// Nobody knows yet.
    Open,
    /// Somebody disputes it.
    Disputed,
}
