//! The deck: title, objectives, agenda, the sections' slides, sources, and the end.

use super::choice::Choice;
use super::chunk::Ids;
use super::paths::{self, Shelf};
use super::slide::slides;
use super::view::View;
use super::writer::Writer;
use super::{meta, minutes, parts, question};
use crate::curriculum::{Edition, Module};
use crate::document::{Block, Blocks, Deck, Document, Inline, Layout, Link, List, ListItem, Slide, Tone};
use crate::source::Spanned;

/// A module's deck.
pub(super) fn compose(edition: &Edition, module: &Module, choice: &Choice) -> Vec<Document> {
    let common = &edition.language.phrases.common;
    let mut writer = Writer::new(edition, module, choice, View::Deck);
    let meta = meta::of_module(&mut writer, Shelf::Trainer, "deck", common.deck);
    let mut title = title(&mut writer);
    let objectives = objectives(&mut writer);
    let mut made = slides(&mut writer);
    // An opening that is only said is said to the title.
    title.notes.append(&mut made.opening_notes);
    title.minutes = (made.opening_minutes > 0).then_some(made.opening_minutes);
    let mut all = vec![title];
    all.extend(objectives);
    all.extend(agenda(&mut writer));
    all.append(&mut made.slides);
    let sources = writer.references();
    if !sources.is_empty() {
        all.push(plain(&writer, Layout::Sources, vec![Inline::Text(common.sources.to_owned())]));
    }
    all.push(end(&writer));
    name_own_slides(&mut all, &mut made.ids);
    let minutes = minutes::of_module(edition, module).0.0;
    let base_url = edition.base_url.as_ref().map(|it| it.trim_end_matches('/').to_owned()).filter(|it| !it.is_empty());
    vec![Document::Deck(Deck { meta, slides: all, minutes, sources, base_url })]
}

/// Names the slides that no section named, so that they give way to the author's names.
fn name_own_slides(slides: &mut [Slide], ids: &mut Ids) {
    for slide in slides {
        let name = match &slide.layout {
            Layout::Title { .. } => "title",
            Layout::Objectives => "objectives",
            Layout::Agenda { .. } => "agenda",
            Layout::Sources => "sources",
            Layout::End { .. } => "end",
            _ => continue,
        };
        slide.id = ids.make(name);
    }
}

fn title(writer: &mut Writer<'_>) -> Slide {
    let module = writer.module;
    let title = writer.title(&module.title);
    let lead = module.lead.as_deref().map(|it| writer.inlines(it)).unwrap_or_default();
    let used = writer.take_used();
    let mut slide = plain(writer, Layout::Title { lead }, title);
    slide.kicker.clone_from(&writer.edition.title);
    slide.evidence = writer.notes(&used.facts);
    slide
}

fn objectives(writer: &mut Writer<'_>) -> Option<Slide> {
    let module = writer.module;
    let first = module.objectives.first()?;
    let items = module.objectives.iter().map(|objective| {
        let text = Block::Paragraph(writer.inlines(&objective.text));
        ListItem { task: None, blocks: vec![Spanned::new(text, objective.span)] }
    });
    let list = Block::List(List { start: None, items: items.collect() });
    let used = writer.take_used();
    let title = vec![Inline::Text(writer.edition.language.phrases.common.objectives.to_owned())];
    let mut slide = plain(writer, Layout::Objectives, title);
    slide.body = vec![Spanned::new(list, first.span)];
    slide.evidence = writer.notes(&used.facts);
    slide.span = first.span;
    Some(slide)
}

fn agenda(writer: &mut Writer<'_>) -> Option<Slide> {
    let parts = parts::of_module(writer.edition, writer.module);
    if !parts::are_listed(&parts) {
        return None;
    }
    let parts = parts.iter().map(|it| it.resolved(writer)).collect();
    writer.take_used();
    let title = vec![Inline::Text(writer.edition.language.phrases.deck.today.to_owned())];
    Some(plain(writer, Layout::Agenda { parts }, title))
}

fn end(writer: &Writer<'_>) -> Slide {
    let (edition, module, choice) = (writer.edition, writer.module, writer.choice);
    let pages = &edition.language.phrases.pages;
    let mut links: Vec<Link> = Vec::new();
    if choice.has("handout") {
        links.push(paths::link(pages.open_handout, &paths::of_module(Shelf::Open, edition, module, "handout")));
    }
    if question::is_made(module, choice) {
        links.push(paths::link(pages.take_quiz, &paths::of_module(Shelf::Open, edition, module, "quiz")));
    }
    let title = vec![Inline::Text(edition.language.phrases.deck.thanks.to_owned())];
    plain(writer, Layout::End { links }, title)
}

/// A slide of the deck's own; it is named when all are there.
fn plain(writer: &Writer<'_>, layout: Layout, title: Vec<Inline>) -> Slide {
    Slide {
        id: String::new(),
        span: writer.module.span,
        layout,
        tone: Tone::Neutral,
        kicker: String::new(),
        title,
        body: Blocks::new(),
        steps: false,
        evidence: Vec::new(),
        footnotes: Vec::new(),
        notes: Blocks::new(),
        minutes: None,
        claim: None,
    }
}
