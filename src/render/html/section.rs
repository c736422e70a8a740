//! Sections and their headings, the only headings besides a page's title.

use super::address::anchor;
use super::block::{write_blocks, write_quoted};
use super::context::Context;
use super::escape::escaped;
use super::inline::inlines;
use crate::document::{Section, Tone, plain_text};

/// The lowest heading HTML has.
const LOWEST: u8 = 6;

/// Appends a section; `after` adds what stands at its end.
pub fn write_section(out: &mut String, section: &Section, level: u8, context: &Context<'_>, after: impl FnOnce(&mut String)) {
    let id = escaped(&anchor(&section.id));
    let claim = if section.claim { " section-claim" } else { "" };
    out.push_str(&format!("<section class=\"section {}{claim}\" id=\"{id}\">\n", tone_class(section.tone)));
    write_title(out, section, level, context);
    write_blocks(out, &section.blocks, level + 1, context);
    after(out);
    out.push_str("</section>\n");
}

/// The class that says which voice is heard.
pub fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Belief => "tone-belief",
        Tone::Neutral => "tone-neutral",
        Tone::Reality => "tone-reality",
    }
}

/// Appends a heading with HTML in it; levels below the lowest are the lowest.
pub fn write_heading(out: &mut String, level: u8, class: &str, html: &str) {
    let level = level.min(LOWEST);
    out.push_str(&format!("<h{level} class=\"{class}\">{html}</h{level}>\n"));
}

fn write_title(out: &mut String, section: &Section, level: u8, context: &Context<'_>) {
    let words = plain_text(&section.title);
    let kicker = section.kicker.as_deref().unwrap_or_default();
    if words.trim().is_empty() {
        // A part that has only a label is headed by it.
        if !kicker.is_empty() {
            write_heading(out, level, "section-title", &escaped(kicker));
        }
        return;
    }
    let title = if section.claim {
        let mut quoted = String::new();
        write_quoted(&mut quoted, &section.title, context);
        quoted
    } else {
        inlines(&section.title, context)
    };
    let class = if section.claim { "section-title claim" } else { "section-title" };
    if kicker.is_empty() || kicker == words {
        return write_heading(out, level, class, &title);
    }
    out.push_str(&format!("<hgroup>\n<p class=\"kicker\">{}</p>\n", escaped(kicker)));
    write_heading(out, level, class, &title);
    out.push_str("</hgroup>\n");
}
