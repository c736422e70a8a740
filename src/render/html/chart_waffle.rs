//! A waffle: a hundred squares, of which so many are filled.

use super::chart_words::description;
use super::escape::push_escaped;
use super::svg::{self, Rect};
use crate::document::Chart;
use crate::locale::Language;

const CELL: f64 = 40.0;
const STEP: f64 = 48.0;

/// Draws the squares, row by row, and the value beside them. A square can be filled in part.
pub(super) fn waffle(out: &mut String, chart: &Chart, _width: f64, _language: &Language) {
    let side = STEP * 10.0 - (STEP - CELL);
    let first = chart.data.first();
    let filled = first.map_or(0.0, |it| it.value.clamp(0.0, 100.0));
    out.push_str("<div class=\"waffle\">");
    svg::open(out, "chart-svg", (side + 4.0, side + 4.0), &chart.alt, &description(chart));
    for row in 0..10_u8 {
        for column in 0..10_u8 {
            let (x, y) = (2.0 + f64::from(column) * STEP, 2.0 + f64::from(row) * STEP);
            let share = (filled - f64::from(row * 10 + column)).clamp(0.0, 1.0);
            svg::rect(out, "chart-cell", Rect { x, y, width: CELL, height: CELL });
            if share > 0.0 && !chart.blank {
                svg::rect(out, "chart-fill", Rect { x, y, width: CELL * share, height: CELL });
            }
        }
    }
    out.push_str("</svg>");
    // The picture's description says the same.
    if let Some(datum) = first.filter(|it| !it.shown.is_empty() && !chart.blank) {
        out.push_str("<p class=\"chart-value\" aria-hidden=\"true\"><strong>");
        push_escaped(out, &datum.shown);
        out.push_str("</strong> ");
        push_escaped(out, &datum.label);
        out.push_str("</p>");
    }
    out.push_str("</div>");
}
