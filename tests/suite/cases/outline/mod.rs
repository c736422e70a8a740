//! A document as a short text to be read: what it holds, in order, and nothing of how it looks.

mod block;
mod followup;
mod inline;
mod question;

use tvartom::document::{Card, Deck, Document, Layout, Page, Paper, Part, Quiz, SearchIndex, Slide, Tone};

use block::{blocks, evidence};
use inline::inlines;

/// A document; or the part of it that an id names.
pub fn outline(document: &Document, id: Option<&str>) -> String {
    let mut out = Vec::new();
    match document {
        Document::Deck(it) => deck(it, id, &mut out),
        Document::Paper(it) => paper(it, id, &mut out),
        Document::Quiz(it) => quiz(it, &mut out),
        Document::Page(it) => page(it, &mut out),
        Document::Cards(it) => followup::cards(it, &mut out),
        Document::Calendar(it) => followup::calendar(it, &mut out),
        Document::Certificate(it) => followup::certificate(it, &mut out),
        Document::Search(it) => search(it, &mut out),
    }
    out.join("\n")
}

/// Adds lines, each indented.
fn push(out: &mut Vec<String>, indent: usize, text: &str) {
    out.extend(text.lines().map(|it| format!("{}{it}", "  ".repeat(indent)).trim_end().to_owned()));
}

fn search(index: &SearchIndex, out: &mut Vec<String>) {
    for entry in &index.entries {
        let id = entry.id.as_ref().map(|it| format!("#{it}")).unwrap_or_default();
        push(out, 0, &format!("{}{id} {}: {} {:?}", entry.path, entry.course, entry.title, entry.facets));
        entry.objectives.iter().for_each(|it| push(out, 1, &format!("- {it}")));
        entry.headings.iter().for_each(|(text, id)| push(out, 1, &format!("#{} {text}", id.as_deref().unwrap_or_default())));
    }
}

fn deck(deck: &Deck, id: Option<&str>, out: &mut Vec<String>) {
    let mut of_id = false;
    for slide in &deck.slides {
        let belongs = |id: &str| slide.id == id || slide.id.strip_prefix(id).is_some_and(|it| it.starts_with('-'));
        of_id = id.is_none_or(belongs);
        if of_id {
            write_slide(slide, out);
        }
    }
    if id.is_none() || of_id {
        deck.sources.iter().for_each(|it| push(out, 0, &format!("source {}: {}", it.key, inlines(&it.text))));
    }
}

fn write_slide(slide: &Slide, out: &mut Vec<String>) {
    let tone = tone(slide.tone);
    let kicker = if slide.kicker.is_empty() { String::new() } else { format!(" ({})", slide.kicker) };
    let minutes = slide.minutes.map(|it| format!(" {it} min")).unwrap_or_default();
    let steps = if slide.steps { " in steps" } else { "" };
    let claim = slide.claim.map(|it| format!(" claim {it}")).unwrap_or_default();
    push(
        out,
        0,
        &format!("#{}{kicker} {} [{}{tone}{claim}{minutes}{steps}]", slide.id, inlines(&slide.title), layout(&slide.layout)),
    );
    if let Layout::Figure { chart: Some(chart), .. } = &slide.layout {
        push(out, 1, &block::chart(chart));
    }
    blocks(&slide.body, 1, out);
    slide.evidence.iter().for_each(|it| push(out, 1, &evidence(it)));
    for footnote in &slide.footnotes {
        push(out, 1, &format!("[^{}]:", footnote.number));
        blocks(&footnote.blocks, 2, out);
    }
    if !slide.notes.is_empty() {
        push(out, 1, "notes:");
        blocks(&slide.notes, 2, out);
    }
}

fn layout(layout: &Layout) -> String {
    match layout {
        Layout::Title { lead } if lead.is_empty() => "title".to_owned(),
        Layout::Title { lead } => format!("title: {}", inlines(lead)),
        Layout::Objectives => "objectives".to_owned(),
        Layout::Agenda { parts } => format!("agenda: {}", parts.iter().map(part).collect::<Vec<_>>().join(" | ")),
        Layout::Section => "section".to_owned(),
        Layout::Claim => "claim".to_owned(),
        Layout::Vote { round, ballot } => format!("vote {round}: {}", block::ballot(ballot)),
        Layout::Discuss { minutes } => format!("discuss {minutes} min"),
        Layout::Guess { unit } => format!("guess ____ {unit}"),
        Layout::Figure { figure, of, .. } => format!("figure {figure} {of}"),
        Layout::Content => "content".to_owned(),
        Layout::Statement => "statement".to_owned(),
        Layout::Inversion { claim } => format!("inversion of {}", claim.as_ref().map_or("nothing".to_owned(), |it| inlines(it))),
        Layout::Task { how, minutes } => format!("task {how}, {minutes} min"),
        Layout::Shift { ballot, correct } => format!("shift: {}, right is {correct:?}", block::ballot(ballot)),
        Layout::Recap => "recap".to_owned(),
        Layout::Commitment => "commitment".to_owned(),
        Layout::Break { minutes } => format!("break {minutes} min"),
        Layout::Sources => "sources".to_owned(),
        Layout::End { links } => format!("end: {}", links.iter().map(inline::link).collect::<Vec<_>>().join(", ")),
    }
}

fn part(part: &Part) -> String {
    let title = if part.claim { format!("“{}”", inlines(&part.title)) } else { inlines(&part.title) };
    format!("{title} {} min", part.minutes)
}

fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Belief => ", belief",
        Tone::Neutral => "",
        Tone::Reality => ", reality",
    }
}

fn paper(paper: &Paper, id: Option<&str>, out: &mut Vec<String>) {
    if let Some(id) = id {
        match block::section(&paper.blocks, id) {
            Some(section) => blocks(std::slice::from_ref(section), 0, out),
            None => push(out, 0, &format!("no section {id}")),
        }
        return;
    }
    push(out, 0, &format!("{:?}: {}", paper.kind, inlines(&paper.title)));
    if !paper.lead.is_empty() {
        push(out, 0, &format!("lead: {}", inlines(&paper.lead)));
    }
    blocks(&paper.blocks, 0, out);
    for (idx, note) in paper.evidence.iter().enumerate() {
        push(out, 0, &format!("note {}: {}", idx + 1, evidence(note)));
    }
    for footnote in &paper.footnotes {
        push(out, 0, &format!("[^{}]:", footnote.number));
        blocks(&footnote.blocks, 1, out);
    }
    paper.sources.iter().for_each(|it| push(out, 0, &format!("source {}: {}", it.key, inlines(&it.text))));
    if let Some(pointer) = &paper.pointer {
        push(out, 0, &format!("go to {}: {}", pointer.words, pointer.address));
    }
    paper.glossary.iter().for_each(|(term, definition)| push(out, 0, &format!("term {term}: {definition}")));
}

fn quiz(quiz: &Quiz, out: &mut Vec<String>) {
    let confidence = if quiz.confidence { ", confidence" } else { "" };
    let draw = quiz.draw.map(|it| format!(", draw {it}")).unwrap_or_default();
    push(
        out,
        0,
        &format!("Quiz: {} [pass {}, {:?}, {:?}{confidence}{draw}]", inlines(&quiz.title), quiz.pass, quiz.scoring, quiz.modes),
    );
    for item in &quiz.items {
        question::item(item, 0, out);
        question::answer(item, &quiz.key[&item.id], 1, out);
    }
    for misconception in &quiz.misconceptions {
        let href = misconception.href.as_ref().map(|it| format!(" → {}", inline::href(it))).unwrap_or_default();
        push(out, 0, &format!("misconception {}: {}{href}", misconception.id, inlines(&misconception.text)));
    }
    push(out, 0, &format!("read on: {}", inline::href(&quiz.handout)));
}

fn page(page: &Page, out: &mut Vec<String>) {
    push(out, 0, &format!("{:?}: {}", page.kind, page.meta.title));
    if !page.lead.is_empty() {
        push(out, 0, &format!("lead: {}", inlines(&page.lead)));
    }
    page.facts.iter().for_each(|(label, value)| push(out, 0, &format!("{label}: {value}")));
    page.links.iter().for_each(|it| push(out, 0, &inline::link(it)));
    page.cards.iter().for_each(|it| card(it, 0, out));
}

fn card(it: &Card, indent: usize, out: &mut Vec<String>) {
    let href = it.href.as_ref().map(|it| format!(" → {}", inline::href(it))).unwrap_or_default();
    let lang = it.lang.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
    push(out, indent, &format!("#{} {}. {}{lang}{href}", it.id, it.number, inlines(&it.title)));
    if !it.lead.is_empty() {
        push(out, indent + 1, &inlines(&it.lead));
    }
    if !it.facts.is_empty() {
        push(out, indent + 1, &it.facts.join(", "));
    }
    it.objectives.iter().for_each(|it| push(out, indent + 1, &format!("- {}", inlines(it))));
    it.links.iter().for_each(|it| push(out, indent + 1, &inline::link(it)));
    it.cards.iter().for_each(|it| card(it, indent + 1, out));
}
