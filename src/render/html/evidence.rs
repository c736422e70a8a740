//! Evidence notes, footnotes, sources and glossary: what stands beside or behind the text.

use super::address::anchor;
use super::block::write_tight;
use super::context::Context;
use super::escape::escaped;
use super::inline::{footnote_letter, inlines, mark_start};
use crate::document::{EvidenceNote, Footnote, Reference, term_id};

/// Appends numbered notes: `(number, note)`.
pub fn write_evidence_notes(out: &mut String, notes: &[(usize, &EvidenceNote)], context: &Context<'_>) {
    if notes.is_empty() {
        return;
    }
    out.push_str("<ol class=\"evidence-notes\">\n");
    for (number, note) in notes {
        let id = format!("evidence-{number}");
        let back = if out.contains(&mark_start(&id)) { back_link(&id, context) } else { String::new() };
        out.push_str(&format!("<li class=\"evidence\" id=\"evidence-{number}\">\n"));
        write_note(out, Some(*number), &back, note, context);
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n");
}

/// Appends a note where it stands, without a number.
pub fn write_evidence_in_place(out: &mut String, note: &EvidenceNote, context: &Context<'_>) {
    out.push_str("<div class=\"evidence evidence-in-place\">\n");
    write_note(out, None, "", note, context);
    out.push_str("</div>\n");
}

fn write_note(out: &mut String, number: Option<usize>, back: &str, note: &EvidenceNote, context: &Context<'_>) {
    let words = &context.language.phrases.evidence;
    let number_shown = number.map(|it| format!("{it} · ")).unwrap_or_default();
    let grade = note.grade.to_string();
    out.push_str(&format!(
        "<p class=\"evidence-head\"><strong>{number_shown}{} {}</strong> <span class=\"evidence-words\">{}</span>",
        escaped(words.grade),
        escaped(&grade),
        escaped(&note.grade_words)
    ));
    if let Some(status) = &note.status {
        out.push_str(&format!(" <span class=\"evidence-status\">{}</span>", escaped(status)));
    }
    out.push_str("</p>\n");
    write_statement(out, note, context);
    if let Some(caveat) = &note.caveat {
        out.push_str(&format!(
            "<p class=\"evidence-caveat\"><span class=\"evidence-label\">{}:</span> {}</p>\n",
            escaped(words.caveat),
            escaped(caveat)
        ));
    }
    write_origin(out, back, note, context);
}

fn write_statement(out: &mut String, note: &EvidenceNote, context: &Context<'_>) {
    if let Some(statement) = &note.statement {
        out.push_str(&format!("<p class=\"evidence-statement\">{}</p>\n", escaped(statement)));
    } else if let Some(figure) = &note.figure {
        let of = note.of.as_ref().map(|of| format!(" {} {}", context.language.phrases.evidence.of, of)).unwrap_or_default();
        out.push_str(&format!("<p class=\"evidence-statement\">{}{}</p>\n", escaped(figure), escaped(&of)));
    }
}

/// Where it comes from: sources, year, how many, who paid, who disputes it, and the way back to the text.
fn write_origin(out: &mut String, back: &str, note: &EvidenceNote, context: &Context<'_>) {
    let words = &context.language.phrases.evidence;
    let mut parts = Vec::new();
    if !note.sources.is_empty() {
        parts.push(format!("{}: {}", escaped(words.source), source_links(&note.sources)));
    }
    // A source's year stands with its name.
    let is_told = |year: &&str| note.sources.iter().any(|(name, _)| name.contains(*year));
    parts.extend(note.year.as_deref().filter(|it| !is_told(it)).map(escaped));
    parts.extend(note.n.as_deref().map(escaped));
    parts.extend(note.funder.as_ref().map(|it| format!("{} {}", escaped(words.funder), escaped(it))));
    if !note.disputed_by.is_empty() {
        parts.push(format!("{} {}", escaped(words.disputed_by), source_links(&note.disputed_by)));
    }
    if parts.is_empty() && back.is_empty() {
        return;
    }
    out.push_str(&format!("<p class=\"evidence-source\">{}{back}</p>\n", parts.join("<span class=\"dot\"> · </span>")));
}

fn source_links(sources: &[(String, String)]) -> String {
    let links: Vec<String> = sources
        .iter()
        .map(|(text, key)| format!("<a class=\"cite\" href=\"#source-{}\">{}</a>", anchor(key), escaped(text)))
        .collect();
    links.join("; ")
}

/// A link back to the first mark of a note; the mark's anchor is the note's with `-mark`.
fn back_link(id: &str, context: &Context<'_>) -> String {
    let words = escaped(context.language.phrases.paper.back_to_text);
    format!(
        " <a class=\"back\" href=\"#{id}-mark\"><span class=\"back-arrow\">↩</span><span class=\"visually-hidden\"> {words}</span></a>"
    )
}

/// Appends footnotes.
pub fn write_footnotes(out: &mut String, footnotes: &[Footnote], level: u8, context: &Context<'_>) {
    if footnotes.is_empty() {
        return;
    }
    out.push_str("<ul class=\"footnotes\">\n");
    for footnote in footnotes {
        let id = format!("footnote-{}", footnote.number);
        let back = if out.contains(&mark_start(&id)) { back_link(&id, context) } else { String::new() };
        out.push_str(&format!(
            "<li id=\"{id}\"><span class=\"footnote-letter\">{}</span> <div class=\"footnote-text\">",
            footnote_letter(footnote.number)
        ));
        write_tight(out, &footnote.blocks, level, context);
        out.push_str(&format!("{back}</div></li>\n"));
    }
    out.push_str("</ul>\n");
}

/// Appends sources.
pub fn write_sources(out: &mut String, sources: &[Reference], context: &Context<'_>) {
    out.push_str("<ul class=\"sources\">\n");
    for source in sources {
        out.push_str(&format!("<li id=\"source-{}\">{}</li>\n", escaped(&anchor(&source.key)), inlines(&source.text, context)));
    }
    out.push_str("</ul>\n");
}

/// Appends terms and their definitions.
pub fn write_glossary(out: &mut String, glossary: &[(String, String)]) {
    out.push_str("<dl class=\"definitions glossary\">\n");
    for (term, definition) in glossary {
        let id = anchor(&term_id(term));
        out.push_str(&format!("<dt id=\"{id}\">{}</dt>\n<dd>{}</dd>\n", escaped(term), escaped(definition)));
    }
    out.push_str("</dl>\n");
}
