//! Charts of lines: a slope from one value to another, and a line over an ordered axis.

use super::chart_words::description;
use super::svg::{self, number};
use crate::document::Chart;
use crate::theme::{Face, text_width, wrap};

const SIZE: f64 = 18.0;
const LINE: f64 = 24.0;
/// The width of a chart in a column; what is wider is shown on a slide, and less deep, so that its words are larger.
const COLUMN: f64 = 640.0;

/// Draws two columns with a line for each value from the first to the second.
pub(super) fn slope(out: &mut String, chart: &Chart, full: f64) {
    let words = chart.data.iter().map(|it| text_width(&format!("{} {}", it.label, it.shown), Face::Sans, SIZE) + 28.0);
    let ends = text_width(&chart.ends.0, Face::Sans, SIZE);
    let left = words.fold(ends, f64::max).min(full * 0.38);
    let (right, top, depth) = (full * 0.8, 48.0, if full > COLUMN { 210.0 } else { 280.0 });
    svg::open(out, "chart-svg", (full, top + depth + 24.0), &chart.alt, &description(chart));
    svg::text(out, "chart-label chart-end", (left, 20.0), &chart.ends.0);
    svg::text(out, "chart-label", (right, 20.0), &chart.ends.1);
    for x in [left, right] {
        svg::line(out, "chart-axis", (x, top - 14.0), (x, top + depth + 14.0));
    }
    if !chart.blank {
        let at = |value: f64| top + depth * (1.0 - (value / chart.max.max(f64::EPSILON)).clamp(0.0, 1.0));
        let before: Vec<Words> = chart
            .data
            .iter()
            .map(|it| Words {
                y: at(it.value),
                lines: wrap(&format!("{} {}", it.label, it.shown), Face::Sans, SIZE, left - 20.0),
            })
            .collect();
        let after: Vec<Words> = chart
            .data
            .iter()
            .map(|it| Words {
                y: at(it.high.unwrap_or(it.value)),
                lines: wrap(&it.shown_high, Face::SansBold, SIZE, full - right - 16.0),
            })
            .collect();
        for (from, to) in before.iter().zip(&after) {
            let class = if to.y > from.y + 0.5 { "chart-line chart-falling" } else { "chart-line" };
            svg::line(out, class, (left, from.y), (right, to.y));
            svg::circle(out, "chart-hollow", (left, from.y), 6.0);
            svg::circle(out, "chart-point", (right, to.y), 7.0);
        }
        write_words(out, "chart-label chart-end", left - 14.0, before);
        write_words(out, "chart-number", right + 14.0, after);
    }
    out.push_str("</svg>");
}

/// Lines of text that want to stand at a height.
struct Words {
    y: f64,
    lines: Vec<String>,
}

/// Writes texts at their heights, pushed apart where they would touch.
fn write_words(out: &mut String, class: &str, x: f64, mut words: Vec<Words>) {
    words.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut free = 24.0;
    for it in words {
        let count = f64::from(u32::try_from(it.lines.len()).unwrap_or(u32::MAX));
        let mut y = (it.y - count * LINE / 2.0).max(free);
        for line in &it.lines {
            y += LINE;
            svg::text(out, class, (x, y - 6.0), line);
        }
        free = y;
    }
}

/// Draws a line through points at equal distances, each with its label under it.
pub(super) fn line(out: &mut String, chart: &Chart, full: f64) {
    let left = chart.axis.iter().map(|it| text_width(it, Face::Sans, SIZE)).fold(0.0, f64::max) + 14.0;
    let count = f64::from(u32::try_from(chart.data.len()).unwrap_or(u32::MAX)).max(1.0);
    let slot = (full - left) / count;
    let labels: Vec<Vec<String>> = chart.data.iter().map(|it| wrap(&it.label, Face::Sans, SIZE, slot - 8.0)).collect();
    let n_lines = labels.iter().map(Vec::len).max().unwrap_or(0);
    let (top, depth) = (36.0, if full > COLUMN { 180.0 } else { 240.0 });
    let height = top + depth + 12.0 + LINE * f64::from(u32::try_from(n_lines).unwrap_or(u32::MAX)) + 4.0;
    svg::open(out, "chart-svg", (full, height), &chart.alt, &description(chart));
    for (share, label) in [1.0, 0.5, 0.0].into_iter().zip(&chart.axis) {
        let y = top + depth * share;
        let class = if share < 1.0 { "chart-grid" } else { "chart-axis" };
        svg::line(out, class, (left, y), (full, y));
        svg::text(out, "chart-label chart-end", (left - 8.0, y + 6.0), label);
    }
    let mut x = left + slot / 2.0;
    let mut points = Vec::new();
    for (datum, lines) in chart.data.iter().zip(&labels) {
        points.push((x, top + depth * (1.0 - (datum.value / chart.max.max(f64::EPSILON)).clamp(0.0, 1.0))));
        let mut y = top + depth + 8.0;
        for line in lines {
            y += LINE;
            svg::text(out, "chart-label chart-middle", (x, y - 4.0), line);
        }
        x += slot;
    }
    if !chart.blank {
        write_points(out, chart, &points, slot);
    }
    out.push_str("</svg>");
}

fn write_points(out: &mut String, chart: &Chart, points: &[(f64, f64)], slot: f64) {
    let data: Vec<String> = points.iter().map(|(x, y)| format!("{} {}", number(*x), number(*y))).collect();
    svg::path(out, "chart-line", &format!("M{}", data.join("L")));
    let widest = chart.data.iter().map(|it| text_width(&it.shown, Face::SansBold, SIZE)).fold(0.0, f64::max);
    let last = points.len().saturating_sub(1);
    for (idx, (datum, (x, y))) in chart.data.iter().zip(points).enumerate() {
        svg::circle(out, "chart-point", (*x, *y), 7.0);
        // Where values would touch, the first and the last say enough.
        if widest + 8.0 <= slot || idx == 0 || idx == last {
            svg::text(out, "chart-number chart-middle", (*x, y - 14.0), &datum.shown);
        }
    }
}
