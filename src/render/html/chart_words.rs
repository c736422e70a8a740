//! The words of charts: values in a sentence.

use crate::document::Chart;

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
