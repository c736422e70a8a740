//! The words of charts: values in a sentence, labels of an axis.

use crate::document::Chart;
use crate::locale::{Language, Unit, format_number, format_quantity};

/// The values in a sentence, for the description of the picture.
pub fn description(chart: &Chart) -> String {
    let mut parts = Vec::new();
    for datum in &chart.data {
        let values = [datum.shown.as_str(), datum.shown_high.as_str()];
        let values = values.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ");
        match (datum.label.is_empty(), values.is_empty()) {
            (_, true) => {}
            (true, false) => parts.push(values),
            (false, false) => parts.push(format!("{}: {values}", datum.label)),
        }
    }
    parts.join("; ")
}

/// A value of the axis, with a per cent sign if the chart's values have one.
pub fn axis_label(value: f64, chart: &Chart, language: &Language) -> String {
    if chart.data.iter().any(|datum| datum.shown.ends_with('%') || datum.shown_high.ends_with('%')) {
        format_quantity(value, &Unit::Percent, language)
    } else {
        format_number(value, language)
    }
}
