//! A slide: label, title, what its layout has, evidence, foot, notes.

use super::address::anchor;
use super::block::{write_blocks, write_quoted, write_tight};
use super::context::Context;
use super::deck_layout::{INNER_LEVEL, write_after_title, write_body, write_split};
use super::escape::{escaped, push_escaped};
use super::inline::{footnote_letter, write_inlines};
use super::section::tone_class;
use crate::document::{Block, Deck, EvidenceNote, Layout, Picture, Size, Slide, TitleSize, Tone, fit, plain_text};
use crate::locale::fill;

/// Appends a slide.
pub fn write_slide(out: &mut String, deck: &Deck, idx: usize, context: &Context<'_>) {
    let slide = &deck.slides[idx];
    open(out, deck, idx, context);
    write_split(out, &slide.layout);
    out.push_str("<div class=\"content\">\n");
    if !slide.kicker.is_empty() {
        out.push_str("<p class=\"kicker\">");
        push_escaped(out, &slide.kicker);
        out.push_str("</p>\n");
    }
    write_title(out, slide, context);
    write_after_title(out, slide, context);
    write_body(out, deck, slide, context);
    write_evidence(out, slide, context);
    write_footnotes(out, slide, context);
    out.push_str("</div>\n");
    write_foot(out, deck, idx, context);
    if !slide.notes.is_empty() {
        out.push_str("<div class=\"notes\">\n");
        write_blocks(out, &slide.notes, INNER_LEVEL, context);
        out.push_str("</div>\n");
    }
    out.push_str("</section>\n");
}

/// The layout's name in classes.
fn layout_name(layout: &Layout) -> &'static str {
    match layout {
        Layout::Title { .. } => "title",
        Layout::Objectives => "objectives",
        Layout::Agenda { .. } => "agenda",
        Layout::Section => "section",
        Layout::Claim => "claim",
        Layout::Vote { .. } => "vote",
        Layout::Discuss { .. } => "discuss",
        Layout::Guess { .. } => "guess",
        Layout::Figure { .. } => "figure",
        Layout::Content => "content",
        Layout::Statement => "statement",
        Layout::Inversion { .. } => "inversion",
        Layout::Task { .. } => "task",
        Layout::Shift { .. } => "shift",
        Layout::Recap => "recap",
        Layout::Commitment => "commitment",
        Layout::Break { .. } => "break",
        Layout::Sources => "sources",
        Layout::End { .. } => "end",
    }
}

/// Whether a slide stands on ink: the room gets dark when it gets serious.
fn is_on_ink(slide: &Slide) -> bool {
    match slide.layout {
        Layout::Figure { .. } => true,
        Layout::Content | Layout::Statement => slide.tone == Tone::Reality,
        _ => false,
    }
}

/// The classes for the sizes of a slide's words, each with a space before it.
fn fit_classes(slide: &Slide, deck: &Deck) -> String {
    let fit = fit(slide, deck);
    let title = match fit.title {
        TitleSize::Short => " title-short",
        TitleSize::Usual => "",
        TitleSize::Long => " title-long",
        TitleSize::Longer => " title-longer",
    };
    let body = match fit.body {
        Size::Roomy => " roomy",
        Size::Usual => "",
        Size::Dense => " dense",
        Size::Denser => " denser",
        Size::Densest => " densest",
    };
    let figure = if fit.figure > 0 { format!(" figure-{}", fit.figure) } else { String::new() };
    format!("{title}{body}{figure}{}", sole(slide))
}

/// The class of a slide that shows one thing alone, which then has the slide to itself.
fn sole(slide: &Slide) -> &'static str {
    let [only] = slide.body.as_slice() else { return "" };
    if !matches!(slide.layout, Layout::Content | Layout::Statement) {
        return "";
    }
    match &only.value {
        Block::Figure { picture, .. } if bleeds(picture) => " sole-picture bleeds",
        Block::Figure { .. } => " sole-picture",
        Block::Quote(_) => " sole-quote",
        Block::Code { .. } => " sole-code",
        Block::Math { .. } => " sole-math",
        _ => "",
    }
}

/// Whether a picture may lose its edges: a wide photograph, but no drawing.
fn bleeds(picture: &Picture) -> bool {
    let is_drawing = picture.path.to_lowercase().ends_with(".svg");
    !is_drawing && picture.size.is_some_and(|(width, height)| width >= 1280 && width * 2 >= height * 3)
}

fn open(out: &mut String, deck: &Deck, idx: usize, context: &Context<'_>) {
    let slide = &deck.slides[idx];
    let number = (idx + 1).to_string();
    let place = fill(context.language.phrases.deck_script.slide_of, &[("n", &number), ("total", &deck.slides.len().to_string())]);
    let ink = if is_on_ink(slide) { " on-ink" } else { "" };
    let fit = fit_classes(slide, deck);
    out.push_str(&format!(
        "<section class=\"slide layout-{} {}{ink}{fit}\" id=\"{}\" tabindex=\"-1\" aria-label=\"{}: {}\"",
        layout_name(&slide.layout),
        tone_class(slide.tone),
        escaped(&anchor(&slide.id)),
        escaped(&place),
        escaped(&plain_text(&slide.title))
    ));
    if let Some(minutes) = slide.minutes {
        out.push_str(&format!(" data-minutes=\"{minutes}\""));
    }
    if let Some(claim) = slide.claim {
        out.push_str(&format!(" data-claim=\"{claim}\""));
    }
    if slide.steps {
        out.push_str(" data-steps");
    }
    match &slide.layout {
        Layout::Vote { round, .. } => out.push_str(&format!(" data-round=\"{round}\"")),
        Layout::Shift { correct: Some(correct), .. } => out.push_str(&format!(" data-correct=\"{correct}\"")),
        _ => {}
    }
    out.push_str(">\n");
}

/// Whether the title is what people say.
fn is_said(slide: &Slide) -> bool {
    match &slide.layout {
        Layout::Claim => true,
        Layout::Discuss { .. } => slide.tone == Tone::Belief,
        Layout::Vote { ballot, .. } => ballot.question.is_none() && slide.tone == Tone::Belief,
        _ => false,
    }
}

fn write_title(out: &mut String, slide: &Slide, context: &Context<'_>) {
    let element = if matches!(slide.layout, Layout::Title { .. }) { "h1" } else { "h2" };
    let said = is_said(slide);
    out.push_str(&format!("<{element} class=\"title{}\">", if said { " said" } else { "" }));
    if said {
        write_quoted(out, &slide.title, context);
    } else {
        write_inlines(out, &slide.title, context);
    }
    out.push_str(&format!("</{element}>\n"));
}

/// Appends what stands behind the figures: grade, status, caveat.
fn write_evidence(out: &mut String, slide: &Slide, context: &Context<'_>) {
    if slide.evidence.is_empty() {
        return;
    }
    let words = &context.language.phrases.evidence;
    out.push_str("<div class=\"proofs\">\n");
    let mut said = Vec::new();
    for note in &slide.evidence {
        out.push_str("<p class=\"proof\">");
        if slide.evidence.len() > 1
            && let Some(figure) = &note.figure
        {
            out.push_str(&format!("<strong>{}</strong> ", escaped(figure)));
        }
        out.push_str(&format!(
            "<span class=\"badge\"><span class=\"visually-hidden\">{} </span>{}",
            escaped(words.grade),
            note.grade
        ));
        // What a grade means is said once.
        if !said.contains(&note.grade) {
            said.push(note.grade);
            out.push_str(&format!(" · {}", escaped(&note.grade_words)));
        }
        out.push_str("</span> ");
        if let Some(status) = &note.status {
            out.push_str(&format!("<span class=\"badge badge-status\">{}</span> ", escaped(status)));
        }
        if let Some(caveat) = &note.caveat {
            push_escaped(out, caveat);
        }
        let sample: Vec<&str> = [&note.n, &note.year].into_iter().flatten().map(String::as_str).collect();
        if !sample.is_empty() {
            out.push_str(&format!(" <span class=\"sample\">({})</span>", escaped(&sample.join(", "))));
        }
        out.push_str("</p>\n");
    }
    out.push_str("</div>\n");
}

fn write_footnotes(out: &mut String, slide: &Slide, context: &Context<'_>) {
    for footnote in &slide.footnotes {
        out.push_str(&format!(
            "<div class=\"slide-footnote\" id=\"footnote-{}\"><span class=\"footnote-letter\">{}</span> ",
            footnote.number,
            footnote_letter(footnote.number)
        ));
        write_tight(out, &footnote.blocks, INNER_LEVEL, context);
        out.push_str("</div>\n");
    }
}

/// Appends the foot: the source, or else the deck's title; the slide's number.
fn write_foot(out: &mut String, deck: &Deck, idx: usize, context: &Context<'_>) {
    let slide = &deck.slides[idx];
    let source = source_line(&slide.evidence);
    out.push_str("<div class=\"foot\">");
    if source.is_empty() {
        let title = if idx > 0 { escaped(&deck.meta.title) } else { String::new() };
        out.push_str(&format!("<span class=\"foot-words foot-title\">{title}</span>"));
    } else {
        out.push_str(&format!(
            "<span class=\"foot-words\">{}: {source}</span>",
            escaped(context.language.phrases.evidence.source)
        ));
    }
    out.push_str(&format!(" <span class=\"foot-number\">{} / {}</span></div>\n", idx + 1, deck.slides.len()));
}

/// The sources of all figures on a slide, each once.
fn source_line(evidence: &[EvidenceNote]) -> String {
    let mut seen: Vec<&String> = Vec::new();
    let mut parts = Vec::new();
    for (text, key) in evidence.iter().flat_map(|note| &note.sources) {
        if !seen.contains(&key) {
            seen.push(key);
            parts.push(format!("<a class=\"cite\" href=\"#source-{}\">{}</a>", escaped(&anchor(key)), escaped(text)));
        }
    }
    parts.join("; ")
}
