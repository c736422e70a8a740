//! Charts and processes with their numbers resolved.

use serde::Serialize;

use super::inline::Inlines;

/// A chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Chart {
    /// Its form.
    pub kind: ChartKind,
    /// Its title.
    pub title: Option<Inlines>,
    /// What stands under it.
    pub caption: Option<Inlines>,
    /// What it shows, for those who cannot see it; never empty.
    pub alt: String,
    /// The upper end of the axis: 100 for per cent, else a round number over the largest value.
    pub max: f64,
    /// What the axis says at its beginning, middle and upper end; empty where the values say it all and it ends at no round number.
    pub axis: Vec<String>,
    /// Its values, at least one; for `Slope` and `Range` see [`Datum`].
    pub data: Vec<Datum>,
    /// For `Slope`: what its two columns are called.
    pub ends: (String, String),
    /// Whether a blank edition leaves the numbers out (then every `shown` is empty and every value zero).
    pub blank: bool,
}

/// The forms of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum ChartKind {
    /// A hundred squares, of which the first value's per cent are filled.
    Waffle,
    /// Horizontal bars.
    Bar,
    /// A span from low to high with its point.
    Range,
    /// Lines from one value to another.
    Slope,
    /// A line over an ordered axis.
    Line,
}

/// A value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Datum {
    /// What it is; empty for a lone value.
    pub label: String,
    /// How much. For `Slope`: the first end.
    pub value: f64,
    /// The value as it reads: `47,3 %`.
    pub shown: String,
    /// For `Range`: the ends.
    pub low: Option<f64>,
    /// For `Range`: the ends. For `Slope`: the second end.
    pub high: Option<f64>,
    /// For `Range`: `57–70 %`. For `Slope`: the second value as it reads. Else empty.
    pub shown_high: String,
}

/// Steps in order, with decisions and ways back.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Process {
    /// Its title.
    pub title: Option<Inlines>,
    /// The steps, at least one.
    pub steps: Vec<Step>,
}

/// A step of a process.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Step {
    pub id: String,
    pub name: Inlines,
    pub decision: Option<Inlines>,
    pub who: Option<Inlines>,
    pub action: Option<Inlines>,
    pub sign: Option<Inlines>,
    /// Positions of the steps it can go back to.
    pub back_to: Vec<usize>,
}
