//! Running text as HTML.

use super::address::{address, anchor};
use super::context::Context;
use super::escape::{escaped, push_escaped};
use super::picture::write_image;
use crate::document::Inline;

/// The widths of ruled blanks, in characters: few, so that a blank tells no letter count.
const GAP_WIDTHS: [usize; 7] = [4, 6, 8, 12, 16, 24, 32];

/// Appends inlines.
pub fn write_inlines(out: &mut String, inlines: &[Inline], context: &Context<'_>) {
    for inline in inlines {
        write_inline(out, inline, context);
    }
}

/// Inlines as HTML.
pub fn inlines(inlines: &[Inline], context: &Context<'_>) -> String {
    let mut out = String::new();
    write_inlines(&mut out, inlines, context);
    out
}

/// The class of a blank for a word of so many characters.
pub fn gap_class(width: usize) -> String {
    let width = GAP_WIDTHS.iter().find(|it| **it >= width).unwrap_or(&GAP_WIDTHS[GAP_WIDTHS.len() - 1]);
    format!("gap-w-{width}")
}

fn write_inline(out: &mut String, inline: &Inline, context: &Context<'_>) {
    match inline {
        Inline::Text(text) => push_escaped(out, text),
        Inline::Emphasis(children) => write_element(out, "em", children, context),
        Inline::Strong(children) => write_element(out, "strong", children, context),
        Inline::Strike(children) => write_element(out, "s", children, context),
        Inline::Code(text) => {
            out.push_str("<code>");
            push_escaped(out, text);
            out.push_str("</code>");
        }
        Inline::Math { mathml, tex: _, display } => {
            out.push_str(if *display { "<span class=\"math math-display\">" } else { "<span class=\"math\">" });
            out.push_str(mathml);
            out.push_str("</span>");
        }
        Inline::Link { href, children } => match address(href, context) {
            Some(address) => {
                out.push_str(&format!("<a href=\"{}\">", escaped(&address)));
                write_inlines(out, children, context);
                out.push_str("</a>");
            }
            None => write_inlines(out, children, context),
        },
        Inline::Image(picture) => write_image(out, picture, "inline-picture", context),
        Inline::Gap { filling, width, hint } => write_gap(out, filling.as_deref(), *width, hint.as_deref(), context),
        Inline::Figure { text, note } => write_figure(out, text, *note, context),
        Inline::Cite { text, key } => {
            out.push_str(&format!("<a class=\"cite\" href=\"#source-{}\">", anchor(key)));
            push_escaped(out, text);
            out.push_str("</a>");
        }
        Inline::FootnoteMark(number) => write_footnote_mark(out, *number, context),
        Inline::LineBreak => out.push_str("<br>"),
        Inline::Html(html) => out.push_str(html),
    }
}

fn write_element(out: &mut String, name: &str, children: &[Inline], context: &Context<'_>) {
    out.push_str(&format!("<{name}>"));
    write_inlines(out, children, context);
    out.push_str(&format!("</{name}>"));
}

fn write_gap(out: &mut String, filling: Option<&str>, width: usize, hint: Option<&str>, context: &Context<'_>) {
    let width = gap_class(width);
    match filling {
        Some(filling) => out.push_str(&format!(
            "<span class=\"gap gap-filled {width}\"><mark class=\"gap-filling\">{}</mark></span>",
            escaped(filling)
        )),
        None => out.push_str(&format!(
            "<span class=\"gap gap-blank {width}\"><span class=\"visually-hidden\">{}</span></span>",
            escaped(context.language.phrases.common.gap)
        )),
    }
    if let Some(hint) = hint {
        out.push_str(&format!(" <span class=\"gap-hint\">({})</span>", escaped(hint)));
    }
}

fn write_figure(out: &mut String, text: &str, note: Option<usize>, context: &Context<'_>) {
    out.push_str("<span class=\"figure\">");
    push_escaped(out, text);
    if let Some(number) = note {
        write_evidence_mark(out, number, context);
    }
    out.push_str("</span>");
}

/// Appends a raised number that leads to an evidence note. The first of each number in a page is given an anchor later.
pub fn write_evidence_mark(out: &mut String, number: usize, context: &Context<'_>) {
    let label = context.language.phrases.evidence.grade;
    out.push_str(&format!(
        "<sup>{}><span class=\"visually-hidden\">{} </span>{number}</a></sup>",
        mark_start(&format!("evidence-{number}")),
        escaped(label)
    ));
}

/// How the link of every mark of a note begins, up to where its id can stand.
pub fn mark_start(note: &str) -> String {
    format!("<a class=\"mark\" href=\"#{note}\"")
}

fn write_footnote_mark(out: &mut String, number: usize, context: &Context<'_>) {
    out.push_str(&format!(
        "<sup>{}><span class=\"visually-hidden\">{} </span>{}</a></sup>",
        mark_start(&format!("footnote-{number}")),
        escaped(context.language.phrases.paper.footnote),
        footnote_letter(number)
    ));
}

/// Footnotes count in letters, since evidence notes count in numbers: a to z, then aa.
pub fn footnote_letter(number: usize) -> String {
    let mut rest = number.max(1);
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push((b'a' + u8::try_from(rest % 26).expect("less than 26")) as char);
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnotes_count_in_letters() {
        assert_eq!([1, 2, 26, 27].map(footnote_letter), ["a", "b", "z", "aa"]);
    }

    #[test]
    fn blanks_come_in_few_widths() {
        assert_eq!(gap_class(5), "gap-w-6");
        assert_eq!(gap_class(90), "gap-w-32");
    }
}
