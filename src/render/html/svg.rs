//! Pieces of SVG: text, rectangles, hatching, arrows. Looks come from classes; only geometry stands in attributes.

use std::fmt::Write;

use super::escape::push_escaped;

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// A number with at most one decimal.
pub fn number(value: f64) -> String {
    let tenths = (value * 10.0).round();
    // The shortest text that is this number; exact digits take ten times as long, and a waffle has 100 squares.
    format!("{}", if tenths == 0.0 { 0.0 } else { tenths / 10.0 })
}

/// Opens a picture that has a name and a description.
pub fn open(out: &mut String, class: &str, (width, height): (f64, f64), name: &str, description: &str) {
    // The place in the page is unique in it, and the same in every build.
    let id = format!("picture-{}", out.len());
    write!(
        out,
        "<svg class=\"{class}\" viewBox=\"0 0 {} {}\" preserveAspectRatio=\"xMinYMid\" role=\"img\" aria-labelledby=\"{id}\"",
        number(width),
        number(height)
    )
    .expect("a string takes everything");
    if !description.is_empty() {
        write!(out, " aria-describedby=\"{id}-text\"").expect("a string takes everything");
    }
    write!(out, "><title id=\"{id}\">").expect("a string takes everything");
    push_escaped(out, name);
    out.push_str("</title>");
    if !description.is_empty() {
        write!(out, "<desc id=\"{id}-text\">").expect("a string takes everything");
        push_escaped(out, description);
        out.push_str("</desc>");
    }
}

/// A rectangle of a class.
pub fn rect(out: &mut String, class: &str, rect: Rect) {
    let Rect { x, y, width, height } = rect;
    write!(
        out,
        "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
        number(x),
        number(y),
        number(width.max(0.0)),
        number(height)
    )
    .expect("a string takes everything");
}

/// A path of a class.
pub fn path(out: &mut String, class: &str, data: &str) {
    write!(out, "<path class=\"{class}\" d=\"{data}\"/>").expect("a string takes everything");
}

/// A straight line.
pub fn line(out: &mut String, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
    path(out, class, &format!("M{} {}L{} {}", number(x1), number(y1), number(x2), number(y2)));
}

/// A filled circle.
pub fn circle(out: &mut String, class: &str, (x, y): (f64, f64), radius: f64) {
    write!(out, "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>", number(x), number(y), number(radius))
        .expect("a string takes everything");
}

/// A line of text; the class says size and anchor.
pub fn text(out: &mut String, class: &str, (x, y): (f64, f64), words: &str) {
    write!(out, "<text class=\"{class}\" x=\"{}\" y=\"{}\">", number(x), number(y)).expect("a string takes everything");
    push_escaped(out, words);
    out.push_str("</text>");
}

/// Slanted lines through a rectangle, cut off at its edges, `step` apart.
pub fn hatch(out: &mut String, class: &str, rect: Rect, step: f64) {
    let Rect { x, y, width, height } = rect;
    let mut data = String::new();
    // The line x − y = c of each offset, from the lower left corner to the upper right one.
    let mut offset = step - height;
    while offset < width {
        let (from, to) = (offset.max(0.0), (offset + height).min(width));
        if to - from > 0.5 {
            let point = |along: f64| format!("{} {}", number(x + along), number(y + height - (along - offset)));
            write!(data, "M{}L{}", point(from), point(to)).expect("a string takes everything");
        }
        offset += step;
    }
    path(out, class, &data);
}

/// The head of an arrow that ends at a point, looking along `(dx, dy)` (one of them zero, the other 1 or −1).
pub fn arrow_head(out: &mut String, class: &str, (x, y): (f64, f64), (dx, dy): (f64, f64)) {
    let (length, half) = (11.0, 5.5);
    let (back_x, back_y) = (x - dx * length, y - dy * length);
    let corner = |side: f64| format!("{} {}", number(back_x - dy * half * side), number(back_y + dx * half * side));
    path(out, class, &format!("M{} {}L{}L{}Z", number(x), number(y), corner(1.0), corner(-1.0)));
}
