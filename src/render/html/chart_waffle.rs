//! A waffle: a hundred squares, of which so many are filled. Two values stand side by side, what is believed and what is so.

use super::chart_words::description;
use super::escape::push_escaped;
use super::svg::{self, Rect};
use crate::document::{Chart, Datum};
use crate::theme::{Face, wrap};

const CELL: f64 = 40.0;
const STEP: f64 = 48.0;
/// The side of a hundred squares.
const SIDE: f64 = STEP * 10.0 - (STEP - CELL) + 4.0;
/// Beside each of two: its number and its words, larger than in a row, since the picture is shown smaller.
const WORDS: f64 = 250.0;
const APART: f64 = 28.0;
const SIZE: f64 = 36.0;
const LINE: f64 = 46.0;

/// Draws the squares, row by row, and the value beside them. A square can be filled in part.
pub(super) fn waffle(out: &mut String, chart: &Chart, _width: f64) {
    if let [believed, so] = chart.data.as_slice() {
        return twin(out, chart, believed, so);
    }
    let first = chart.data.first();
    out.push_str("<div class=\"waffle\">");
    svg::open(out, "chart-svg", (SIDE, SIDE), &chart.alt, &description(chart));
    squares(out, 0.0, first.map_or(0.0, |it| it.value), chart.blank, fill);
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

/// Draws two values beside each other: the first hatched, as what is said; the second filled, as what is so.
fn twin(out: &mut String, chart: &Chart, believed: &Datum, so: &Datum) {
    let panel = SIDE + APART + WORDS + APART;
    svg::open(out, "chart-svg chart-twin", (panel * 2.0 - APART, SIDE), &chart.alt, &description(chart));
    squares(out, 0.0, believed.value, chart.blank, hatch);
    squares(out, panel, so.value, chart.blank, fill);
    for (left, class, datum) in [(0.0, "chart-number chart-said", believed), (panel, "chart-number chart-is", so)] {
        let x = left + SIDE + APART;
        let mut y = 82.0;
        svg::text(out, class, (x, y), &datum.shown);
        y += 22.0;
        for line in wrap(&datum.label, Face::Sans, SIZE, WORDS) {
            y += LINE;
            svg::text(out, "chart-label chart-caption", (x, y), &line);
        }
    }
    out.push_str("</svg>");
}

/// A hundred squares from `left` on, of which `value` are covered by `cover`.
fn squares(out: &mut String, left: f64, value: f64, blank: bool, cover: fn(&mut String, Rect)) {
    let filled = value.clamp(0.0, 100.0);
    for row in 0..10_u8 {
        for column in 0..10_u8 {
            let (x, y) = (left + 2.0 + f64::from(column) * STEP, 2.0 + f64::from(row) * STEP);
            let share = (filled - f64::from(row * 10 + column)).clamp(0.0, 1.0);
            svg::rect(out, "chart-cell", Rect { x, y, width: CELL, height: CELL });
            if share > 0.0 && !blank {
                cover(out, Rect { x, y, width: CELL * share, height: CELL });
            }
        }
    }
}

fn fill(out: &mut String, area: Rect) {
    svg::rect(out, "chart-fill", area);
}

fn hatch(out: &mut String, area: Rect) {
    svg::rect(out, "chart-believed", area);
    svg::hatch(out, "chart-believed-hatch", area, 14.0);
}
