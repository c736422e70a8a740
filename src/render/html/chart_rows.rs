//! Charts of rows: bars, and spans with their points.

use super::chart_words::description;
use super::svg::{self, Rect};
use crate::document::{Chart, Datum};
use crate::theme::{Face, text_width, wrap};

/// The size of words; `chart.css` has the same.
const SIZE: f64 = 18.0;
const LINE: f64 = 24.0;
const BAR: f64 = 28.0;
/// Between two rows.
const GAP: f64 = 16.0;

/// Draws horizontal bars, each under its label, its value at its end.
pub(super) fn bars(out: &mut String, chart: &Chart, full: f64) {
    let values = chart.data.iter().map(|it| text_width(&it.shown, Face::SansBold, SIZE));
    let room = full - values.fold(0.0, f64::max) - 14.0;
    let labels: Vec<Vec<String>> = chart.data.iter().map(|it| label_lines(it, full)).collect();
    let height: f64 = labels.iter().map(|lines| row_of(lines) + BAR + GAP).sum::<f64>() - GAP + 4.0;
    let below = if chart.axis.is_empty() { 0.0 } else { LINE + 2.0 };
    svg::open(out, "chart-svg", (full, height + below), &chart.alt, &description(chart));
    let mut y = 1.0;
    for (datum, lines) in chart.data.iter().zip(&labels) {
        y = write_label(out, lines, y);
        let width = (room * datum.value / chart.max.max(f64::EPSILON)).clamp(0.0, room);
        if chart.blank {
            svg::rect(out, "chart-cell", Rect { x: 1.0, y, width: full - 2.0, height: BAR });
        } else {
            svg::rect(out, "chart-fill", Rect { x: 0.0, y, width, height: BAR });
            svg::text(out, "chart-number", (width + 10.0, y + BAR - 8.0), &datum.shown);
        }
        svg::line(out, "chart-axis", (0.0, y - 3.0), (0.0, y + BAR + 3.0));
        y += BAR + GAP;
    }
    write_ends(out, chart, (0.0, if chart.blank { full } else { room }), height + below - 6.0);
    out.push_str("</svg>");
}

/// Draws spans on an axis: a hatched bar from low to high, the point as a filled mark, the values above and below.
pub(super) fn ranges(out: &mut String, chart: &Chart, full: f64) {
    let labels: Vec<Vec<String>> = chart.data.iter().map(|it| label_lines(it, full)).collect();
    let rows: f64 = labels.iter().map(|lines| row_of(lines) + LINE + BAR + LINE + GAP + 6.0).sum();
    let height = rows - GAP + LINE;
    svg::open(out, "chart-svg", (full, height), &chart.alt, &description(chart));
    let at = |value: f64| 8.0 + (full - 16.0) * (value / chart.max.max(f64::EPSILON)).clamp(0.0, 1.0);
    let mut y = 0.0;
    for (datum, lines) in chart.data.iter().zip(&labels) {
        y = write_label(out, lines, y);
        let middle = y + LINE + BAR / 2.0;
        svg::line(out, "chart-axis", (8.0, middle), (full - 8.0, middle));
        for end in [8.0, full - 8.0] {
            svg::line(out, "chart-axis", (end, middle - 6.0), (end, middle + 6.0));
        }
        if !chart.blank {
            write_span(out, datum, &at, (y + LINE, full));
        }
        y += LINE + BAR + LINE + 6.0 + GAP;
    }
    write_ends(out, chart, (8.0, full - 8.0), height - 6.0);
    out.push_str("</svg>");
}

/// Writes what the axis says at its two ends.
fn write_ends(out: &mut String, chart: &Chart, (left, right): (f64, f64), y: f64) {
    if let [first, .., last] = chart.axis.as_slice() {
        svg::text(out, "chart-label", (left, y), first);
        svg::text(out, "chart-label chart-end", (right, y), last);
    }
}

fn write_span(out: &mut String, datum: &Datum, at: &dyn Fn(f64) -> f64, (y, full): (f64, f64)) {
    if let (Some(low), Some(high)) = (datum.low, datum.high) {
        let span = Rect { x: at(low), y: y + 3.0, width: (at(high) - at(low)).max(2.0), height: BAR - 6.0 };
        svg::rect(out, "chart-span", span);
        svg::hatch(out, "chart-hatch", span, 8.0);
        let center = inside(span.x + span.width / 2.0, &datum.shown_high, Face::Sans, full);
        svg::text(out, "chart-label chart-middle", (center, y + BAR + LINE - 4.0), &datum.shown_high);
    }
    if datum.shown.is_empty() {
        return;
    }
    let x = at(datum.value);
    svg::circle(out, "chart-point", (x, y + BAR / 2.0), 9.0);
    svg::text(out, "chart-number chart-middle", (inside(x, &datum.shown, Face::SansBold, full), y - 6.0), &datum.shown);
}

/// Where the middle of a text stands so that it does not leave the picture.
fn inside(center: f64, words: &str, face: Face, full: f64) -> f64 {
    let half = text_width(words, face, SIZE) / 2.0 + 1.0;
    center.clamp(half.min(full / 2.0), (full - half).max(full / 2.0))
}

fn label_lines(datum: &Datum, full: f64) -> Vec<String> {
    wrap(&datum.label, Face::Sans, SIZE, full)
}

/// The room that a label takes.
fn row_of(lines: &[String]) -> f64 {
    f64::from(u32::try_from(lines.len()).unwrap_or(u32::MAX)) * LINE + if lines.is_empty() { 0.0 } else { 4.0 }
}

/// Writes a label; the result is where the row goes on.
fn write_label(out: &mut String, lines: &[String], y: f64) -> f64 {
    let mut baseline = y;
    for line in lines {
        baseline += LINE;
        svg::text(out, "chart-label", (0.0, baseline - 5.0), line);
    }
    y + row_of(lines)
}
