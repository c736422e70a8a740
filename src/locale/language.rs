//! What a language is to the program.

use serde::Serialize;

use super::lexicon::Lexicon;
use super::phrases::Phrases;

/// A language: how it writes numbers, dates and quotations, and its fixed phrases.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Language {
    /// BCP 47 primary subtag, such as `sv`; also the folder's name in the output.
    pub tag: &'static str,
    /// The language's own name for itself.
    pub name: &'static str,
    /// The mark between whole and fraction.
    pub decimal: char,
    /// What stands between groups of three digits.
    pub group: &'static str,
    /// What stands between a number and `%`.
    pub before_percent: &'static str,
    /// What stands between hours and minutes.
    pub clock: char,
    /// Months, for dates.
    pub months: [&'static str; 12],
    /// Quotation marks.
    pub quotes: Quotes,
    /// Words read aloud in a minute, to estimate time (a calm speaking pace).
    pub words_per_minute: u32,
    /// Words by what they do in a sentence.
    #[serde(skip)]
    pub lexicon: Lexicon,
    /// The fixed phrases.
    pub phrases: Phrases,
}

/// Outer and inner quotation marks.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Quotes {
    /// Opens a quotation.
    pub open: char,
    /// Closes a quotation.
    pub close: char,
    /// Opens a quotation inside another.
    pub inner_open: char,
    /// Closes it, and the apostrophe.
    pub inner_close: char,
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}
