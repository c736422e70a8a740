//! A slide before anything is shown on it, its title, and what it carries once all is: evidence, footnotes, notes.

use super::voice;
use super::writer::{Used, Writer};
use crate::curriculum::{FactId, Section};
use crate::document::{Block, Blocks, Footnote, GuideLabel, GuideNote, Inline, Inlines, Layout, Slide, plain_text};
use crate::prose;
use crate::source::{Span, Spanned};

/// A slide with nothing on it yet.
pub(super) fn blank(writer: &Writer<'_>, section: &Section, id: String, span: Span, layout: Layout, title: Inlines) -> Slide {
    let kicker = voice::kicker_over(section, &plain_text(&title), writer.edition.language).unwrap_or_default().to_owned();
    Slide {
        id,
        span,
        layout,
        tone: voice::tone(&section.role),
        kicker,
        title,
        body: Blocks::new(),
        steps: section.steps,
        evidence: Vec::new(),
        footnotes: Vec::new(),
        notes: Blocks::new(),
        minutes: None,
        claim: None,
    }
}

/// Adds the evidence and footnotes of what is shown to the slide, and of what is only said to its notes.
pub(super) fn finish(writer: &mut Writer<'_>, slide: &mut Slide, mut used: Used, aside: Used) {
    slide.footnotes = footnotes(writer, &used.footnotes);
    used.join(writer.take_used());
    slide.evidence = writer.notes(&used.facts);
    let said: Vec<FactId> = aside.facts.into_iter().filter(|it| !used.facts.contains(it)).collect();
    for note in writer.notes(&said) {
        slide.notes.push(Spanned::new(Block::Evidence(note), slide.span));
    }
    let labels: Vec<String> = aside.footnotes.into_iter().filter(|it| !used.footnotes.contains(it)).collect();
    for footnote in footnotes(writer, &labels) {
        let note = GuideNote::Labelled { label: GuideLabel::Background, blocks: footnote.blocks };
        slide.notes.push(Spanned::new(Block::Guide(note), slide.span));
    }
    unmark_notes(&mut slide.notes);
}

fn footnotes(writer: &mut Writer<'_>, labels: &[String]) -> Vec<Footnote> {
    let module = writer.module;
    let mut out = Vec::new();
    for label in labels {
        let Some(number) = writer.footnotes.iter().position(|it| it == label) else { continue };
        if let Some(footnote) = module.footnotes.iter().find(|it| it.label == *label) {
            out.push(Footnote { number: number + 1, blocks: writer.prose(&footnote.blocks) });
        }
    }
    out
}

/// Notes stand on no page that footnotes could be under, so their marks go.
fn unmark_notes(blocks: &mut Blocks) {
    for block in blocks {
        match &mut block.value {
            Block::Guide(GuideNote::Labelled { blocks, .. } | GuideNote::Reply { you: blocks, .. }) => unmark_notes(blocks),
            Block::Paragraph(inlines) => inlines.retain(|it| !matches!(it, Inline::FootnoteMark(_))),
            _ => {}
        }
    }
}

/// A slide's title: its own, else the section's, else the module's.
pub(super) fn title_of<'a>(writer: &mut Writer<'a>, section: &'a Section, own: Option<&'a [prose::Inline]>) -> Inlines {
    let module = writer.module;
    let title = writer.title(own.unwrap_or(&section.title));
    if title.is_empty() { writer.title(&module.title) } else { title }
}
