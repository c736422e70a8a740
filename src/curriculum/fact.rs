//! The evidence ledger: every number a course states.

use crate::locale::{Language, Unit, format_quantity, format_range};
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
    /// The figure itself; a source may give a range alone.
    pub point: Option<f64>,
    /// The low end.
    pub low: Option<f64>,
    /// The high end.
    pub high: Option<f64>,
    /// What it counts.
    pub unit: Unit,
    /// Of what.
    pub of: Option<String>,
}

impl Amount {
    /// The low and the high end; the figure twice where there is no range.
    pub fn ends(&self) -> (f64, f64) {
        let middle = self.middle();
        (self.low.unwrap_or(middle), self.high.unwrap_or(middle))
    }

    /// The figure; for a range alone its middle, which is to be drawn with but never told.
    pub fn middle(&self) -> f64 {
        let between = || self.low.zip(self.high).map(|(low, high)| low.midpoint(high));
        self.point.or_else(between).unwrap_or_default()
    }

    /// Every number it tells.
    pub fn numbers(&self) -> impl Iterator<Item = f64> {
        [self.point, self.low, self.high].into_iter().flatten()
    }

    /// As it reads: `60 %`; a range alone as `40–60 %`.
    pub fn in_words(&self, language: &Language) -> String {
        match self.point {
            Some(point) => format_quantity(point, &self.unit, language),
            None => self.range_in_words(language),
        }
    }

    /// Its range, `57–70 %`; the figure where it has none.
    pub fn range_in_words(&self, language: &Language) -> String {
        match (self.low, self.high) {
            (Some(low), Some(high)) => format_range(low, high, &self.unit, language),
            _ => format_quantity(self.middle(), &self.unit, language),
        }
    }
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
