//! What a figure rests on.

use serde::Serialize;

/// A figure's evidence. In a blank edition a guessed figure's note has no `figure` and no `statement`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct EvidenceNote {
    /// The fact's id, for anchors.
    pub id: String,
    /// The figure as it reads; absent where it must not be told.
    pub figure: Option<String>,
    /// The whole statement; absent where the figure must not be told.
    pub statement: Option<String>,
    /// "av ett typiskt köpbeslut".
    pub of: Option<String>,
    /// The grade's letter.
    pub grade: char,
    /// The grade in words.
    pub grade_words: String,
    /// "Omtvistat", where it is.
    pub status: Option<String>,
    /// The caveat.
    pub caveat: Option<String>,
    /// "2012".
    pub year: Option<String>,
    /// "n = 1400".
    pub n: Option<String>,
    /// Who paid.
    pub funder: Option<String>,
    /// The sources as short citations, with the key of each.
    pub sources: Vec<(String, String)>,
    /// Who disputes it, likewise.
    pub disputed_by: Vec<(String, String)>,
}
