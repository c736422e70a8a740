//! Where the boxes of a process stand and how its arrows run: rows that go to and fro like a snake, ways back between them.

use super::svg::{Rect, number};
use crate::document::{Process, plain_text};
use crate::theme::{Face, wrap};

/// An arrow: its path, where it ends, and which way it looks there.
pub type Arrow = (String, (f64, f64), (f64, f64));

/// A process laid out.
#[derive(Debug)]
pub struct Plan {
    /// Width and height of the whole.
    pub size: (f64, f64),
    /// The height of a line.
    pub line: f64,
    /// From a box's upper edge to its words.
    pub padding: f64,
    /// From a box's left edge to its words.
    pub indent: f64,
    /// The size of a step's number.
    pub size_of_number: f64,
    /// The steps in order.
    pub steps: Vec<Placed>,
}

/// A step laid out.
#[derive(Debug)]
pub struct Placed {
    /// Its box.
    pub area: Rect,
    /// Its name in lines.
    pub name: Vec<String>,
    /// Its decision in lines.
    pub decision: Vec<String>,
    /// The arrow from the step before.
    pub arrival: Option<Arrow>,
    /// The arrows to earlier steps.
    pub ways_back: Vec<Arrow>,
}

/// What differs between a slide and paper. `chart.css` has the same sizes of words.
struct Scale {
    width: f64,
    size: f64,
    line: f64,
    columns: usize,
    gap: f64,
}

const SLIDE: Scale = Scale { width: 960.0, size: 20.0, line: 25.0, columns: 4, gap: 40.0 };
const PAPER: Scale = Scale { width: 640.0, size: 16.0, line: 20.0, columns: 3, gap: 34.0 };

/// Between lanes of ways back that run side by side.
const LANE: f64 = 12.0;
/// A channel between rows that no way back runs in.
const CHANNEL: f64 = 34.0;

/// A way back: from and to step, with the lanes that are its own.
struct Back {
    from: usize,
    to: usize,
    lane: usize,
}

/// Lays a process out for a slide or for paper.
pub fn plan(process: &Process, on_slide: bool) -> Plan {
    let scale = if on_slide { SLIDE } else { PAPER };
    let n_steps = process.steps.len();
    let n_rows = n_steps.div_ceil(scale.columns).max(1);
    let n_columns = n_steps.div_ceil(n_rows).max(1);
    let cell = |idx: usize| {
        let (row, column) = (idx / n_columns, idx % n_columns);
        (row, if row % 2 == 0 { column } else { n_columns - 1 - column })
    };
    let backs = backs(process, n_columns);
    let n_margin = backs.iter().filter(|it| it.from / n_columns > it.to / n_columns + 1).count();
    let margin = if n_margin == 0 { 2.0 } else { 10.0 + LANE * count(n_margin) };
    let width = ((scale.width - margin - 2.0 - scale.gap * count(n_columns - 1)) / count(n_columns)).min(scale.width / 2.6);
    let indent = scale.size * 1.7;
    let room = width - indent - 10.0;
    let texts: Vec<(Vec<String>, Vec<String>)> = process
        .steps
        .iter()
        .map(|step| {
            let decision = step.decision.as_ref().map(|it| wrap(&plain_text(it), Face::SerifItalic, scale.size, room));
            (wrap(&plain_text(&step.name), Face::SansBold, scale.size, room), decision.unwrap_or_default())
        })
        .collect();
    let padding = 12.0;
    let box_height = |(name, decision): &(Vec<String>, Vec<String>)| {
        let lines = count(name.len() + decision.len()) * scale.line;
        (padding * 2.0 + lines + if decision.is_empty() { 0.0 } else { 16.0 }).max(scale.line * 2.6)
    };
    let mut rows: Vec<(f64, f64)> = Vec::new();
    let mut y = 0.0;
    for row in 0..n_rows {
        let lanes = backs.iter().filter(|it| channels(it, n_columns).contains(&row)).map(|it| it.lane + 1).max().unwrap_or(0);
        y += match (row, lanes) {
            (0, 0) => 2.0,
            (0, _) => 14.0 + LANE * count(lanes),
            _ => CHANNEL + LANE * count(lanes),
        };
        let height = texts[row * n_columns..((row + 1) * n_columns).min(n_steps)].iter().map(box_height).fold(0.0, f64::max);
        rows.push((y, height));
        y += height;
    }
    let area = |idx: usize| {
        let (row, column) = cell(idx);
        Rect { x: margin + count(column) * (width + scale.gap), y: rows[row].0, width, height: rows[row].1 }
    };
    let steps = texts.into_iter().enumerate().map(|(idx, (name, decision))| Placed {
        area: area(idx),
        name,
        decision,
        arrival: (idx > 0).then(|| forward(area(idx - 1), area(idx))),
        ways_back: backs.iter().filter(|it| it.from == idx).map(|it| back(it, &area, n_columns)).collect(),
    });
    let used = margin + count(n_columns) * width + count(n_columns - 1) * scale.gap + 2.0;
    Plan { steps: steps.collect(), size: (used, y + 2.0), line: scale.line, padding, indent, size_of_number: scale.size * 0.8 }
}

/// A small number as a length.
fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// All ways back, each with the lowest lane in which it meets no other.
fn backs(process: &Process, n_columns: usize) -> Vec<Back> {
    let mut out: Vec<Back> = Vec::new();
    for (from, step) in process.steps.iter().enumerate() {
        for to in step.back_to.iter().copied().filter(|to| *to < from) {
            let mut back = Back { from, to, lane: 0 };
            let meets = |a: &Back, b: &Back| {
                let (a, b) = (channels(a, n_columns), channels(b, n_columns));
                a.iter().any(|it| b.contains(it))
            };
            while out.iter().any(|it| it.lane == back.lane && meets(it, &back)) {
                back.lane += 1;
            }
            out.push(back);
        }
    }
    out
}

/// The channels a way back runs in: a channel lies above the row of its number.
fn channels(back: &Back, n_columns: usize) -> Vec<usize> {
    let (from, to) = (back.from / n_columns, back.to / n_columns);
    if from == to { vec![from] } else { vec![from, to + 1] }
}

fn forward(from: Rect, to: Rect) -> Arrow {
    let middle = |rect: Rect| (rect.x + rect.width / 2.0, rect.y + rect.height / 2.0);
    let ((from_x, from_y), (to_x, to_y)) = (middle(from), middle(to));
    let (start, end, direction) = if (from.y - to.y).abs() < 1.0 {
        // The number's corner and a decision's line stay free: the arrow runs through the middle of the row.
        let right = from_x < to_x;
        let start = if right { from.x + from.width } else { from.x };
        let end = if right { to.x } else { to.x + to.width };
        ((start, from_y), (end, to_y), (if right { 1.0 } else { -1.0 }, 0.0))
    } else {
        ((from_x, from.y + from.height), (to_x, to.y), (0.0, 1.0))
    };
    let data = format!(
        "M{} {}L{} {}",
        number(start.0),
        number(start.1),
        number(end.0 - direction.0 * 10.0),
        number(end.1 - direction.1 * 10.0)
    );
    (data, end, direction)
}

fn back(back: &Back, area: &dyn Fn(usize) -> Rect, n_columns: usize) -> Arrow {
    let (from, to) = (area(back.from), area(back.to));
    let shift = 16.0 + LANE * count(back.lane);
    let start = (from.x + from.width / 2.0 + shift, from.y);
    let lane = |row_top: f64| row_top - 12.0 - LANE * count(back.lane);
    let first = lane(from.y);
    let end_x = to.x + to.width / 2.0 - shift;
    let (from_row, to_row) = (back.from / n_columns, back.to / n_columns);
    let mut data = format!("M{} {}V{}", number(start.0), number(start.1), number(first));
    if from_row == to_row {
        data += &format!("H{}V{}", number(end_x), number(to.y - 10.0));
        return (data, (end_x, to.y), (0.0, 1.0));
    }
    if from_row > to_row + 1 {
        let below = area((to_row + 1) * n_columns).y;
        data += &format!("H{}V{}", number(4.0 + LANE * count(back.lane)), number(lane(below)));
    }
    let end = to.y + to.height;
    data += &format!("H{}V{}", number(end_x), number(end + 10.0));
    (data, (end_x, end), (0.0, -1.0))
}

#[cfg(test)]
mod tests {
    use super::plan;
    use crate::document::{Inline, Process, Step};

    fn step(name: &str, back_to: Vec<usize>) -> Step {
        let name = vec![Inline::Text(name.to_owned())];
        Step { id: String::new(), name, decision: None, who: None, action: None, sign: None, back_to }
    }

    #[test]
    fn boxes_do_not_overlap_and_stay_inside() {
        let steps = (0..11).map(|idx| step("Titta utanför", if idx == 10 { vec![0, 3, 9] } else { vec![] })).collect();
        let process = Process { title: None, steps };
        for on_slide in [true, false] {
            let plan = plan(&process, on_slide);
            for (idx, a) in plan.steps.iter().enumerate() {
                assert!(a.area.x >= 0.0 && a.area.x + a.area.width <= plan.size.0 && a.area.y + a.area.height <= plan.size.1);
                for b in &plan.steps[idx + 1..] {
                    let apart_x = a.area.x + a.area.width <= b.area.x || b.area.x + b.area.width <= a.area.x;
                    let apart_y = a.area.y + a.area.height <= b.area.y || b.area.y + b.area.height <= a.area.y;
                    assert!(apart_x || apart_y);
                }
            }
        }
    }
}
