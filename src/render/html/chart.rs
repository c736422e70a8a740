//! Charts as accessible SVG with a data table.
//!
//! A chart is 640 units wide, so that its words are 18 px high in a column of paper and larger on a slide. On a narrow screen
//! the style shows the table in its place.

use super::chart_lines::{line, slope};
use super::chart_rows::{bars, ranges};
use super::chart_waffle::waffle;
use super::context::Context;
use super::escape::push_escaped;
use super::inline::write_inlines;
use crate::document::{Chart, ChartKind};
use crate::locale::Language;

/// The width of a chart that has a column or a slide to itself.
const WIDE: f64 = 640.0;
/// The width of a chart beside a large figure: it is shown larger, so that its words stay legible in the room.
const NARROW: f64 = 400.0;

/// Appends a chart: figure, SVG, caption, table.
pub fn write_chart(out: &mut String, chart: &Chart, context: &Context<'_>) {
    let width = if context.self_contained { on_slide(chart) } else { WIDE };
    write_chart_of(out, chart, width, context);
}

/// The width of a chart that has a slide to itself: what is high is drawn wider, so that it takes the slide's width too.
fn on_slide(chart: &Chart) -> f64 {
    match (chart.kind, chart.data.len()) {
        (ChartKind::Slope | ChartKind::Line, _) => 820.0,
        (ChartKind::Bar, 4..) | (ChartKind::Range, 3..) => 880.0,
        (ChartKind::Bar | ChartKind::Range | ChartKind::Waffle, _) => WIDE,
    }
}

/// Appends a chart that stands beside a large figure.
pub fn write_chart_beside(out: &mut String, chart: &Chart, context: &Context<'_>) {
    write_chart_of(out, chart, NARROW, context);
}

fn write_chart_of(out: &mut String, chart: &Chart, width: f64, context: &Context<'_>) {
    type Draw = fn(&mut String, &Chart, f64);
    let (name, draw): (&str, Draw) = match chart.kind {
        ChartKind::Waffle => ("waffle", waffle),
        ChartKind::Bar => ("bar", bars),
        ChartKind::Range => ("range", ranges),
        ChartKind::Slope => ("slope", slope),
        ChartKind::Line => ("line", line),
    };
    out.push_str("<figure class=\"chart chart-is-");
    out.push_str(name);
    out.push_str(if chart.blank { " chart-blank\">" } else { "\">" });
    if let Some(title) = &chart.title {
        out.push_str("<p class=\"chart-title\">");
        write_inlines(out, title, context);
        out.push_str("</p>");
    }
    draw(out, chart, width);
    if !chart.blank {
        write_table(out, chart, context.language);
    }
    if let Some(caption) = &chart.caption {
        out.push_str("<figcaption>");
        write_inlines(out, caption, context);
        out.push_str("</figcaption>");
    }
    out.push_str("</figure>");
}

/// The numbers as a table: to screen readers always, to everybody where the picture would be too small.
fn write_table(out: &mut String, chart: &Chart, language: &Language) {
    out.push_str("<div class=\"chart-data\"><table><caption>");
    push_escaped(out, language.phrases.common.data_table);
    out.push_str("</caption>");
    let has_labels = chart.data.iter().any(|datum| !datum.label.is_empty());
    if chart.kind == ChartKind::Slope {
        out.push_str("<thead><tr>");
        if has_labels {
            out.push_str("<td></td>");
        }
        for end in [&chart.ends.0, &chart.ends.1] {
            cell(out, "<th scope=\"col\">", end, "</th>");
        }
        out.push_str("</tr></thead>");
    }
    out.push_str("<tbody>");
    for datum in &chart.data {
        out.push_str("<tr>");
        if has_labels {
            cell(out, "<th scope=\"row\">", &datum.label, "</th>");
        }
        cell(out, "<td>", &datum.shown, "</td>");
        if chart.data.iter().any(|datum| !datum.shown_high.is_empty()) {
            cell(out, "<td>", &datum.shown_high, "</td>");
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table></div>");
}

fn cell(out: &mut String, open: &str, words: &str, close: &str) {
    out.push_str(open);
    push_escaped(out, words);
    out.push_str(close);
}
