//! The handout, to fill in and filled in: to be read as a booklet and written on in the room.

use super::choice::Choice;
use super::chunk::{Chunk, Ids, is_in};
use super::part::push_parts;
use super::paths::Shelf;
use super::slide::paragraphs;
use super::view::View;
use super::writer::Writer;
use super::{evidence, meta, minutes, paper, voice};
use crate::curriculum::{self, BlockKind, Edition, FactId, Module, Role};
use crate::document::{Block, Blocks, Document, GuessBox, Meta, PaperKind, Section, plain_text};
use crate::prose::FactField;
use crate::source::Spanned;

/// Lines to write an answer to "what if it is exactly the opposite?" on.
const INVERSION_LINES: u32 = 4;

/// The fewest and the most lines for a task.
const TASK_LINES: (u32, u32) = (3, 8);

/// A module's handout to fill in.
pub(super) fn compose_blank(edition: &Edition, module: &Module, choice: &Choice) -> Vec<Document> {
    let mut writer = Writer::new(edition, module, choice, View::HandoutBlank);
    let meta = meta::of_module(&mut writer, Shelf::Open, "handout", edition.language.phrases.common.handout);
    vec![compose(&mut writer, meta, PaperKind::HandoutBlank)]
}

/// A module's handout, filled in.
pub(super) fn compose_complete(edition: &Edition, module: &Module, choice: &Choice) -> Vec<Document> {
    let mut writer = Writer::new(edition, module, choice, View::HandoutComplete);
    let kind = edition.language.phrases.common.handout_complete;
    let meta = meta::of_module(&mut writer, Shelf::Trainer, "handout-complete", kind);
    vec![compose(&mut writer, meta, PaperKind::HandoutComplete)]
}

fn compose(writer: &mut Writer<'_>, meta: Meta, kind: PaperKind) -> Document {
    let module = writer.module;
    let mut ids = Ids::of(module);
    let lead = module.lead.as_deref().map(|it| writer.inlines(it)).unwrap_or_default();
    let mut blocks = Blocks::new();
    blocks.extend(paper::objectives(writer, &mut ids));
    let view = writer.view;
    for section in module.sections.iter().filter(|it| is_in(it, view)) {
        // The heading is written first, so that notes are numbered as they are read.
        let mut part = heading(writer, section);
        part.blocks = section_blocks(writer, &mut ids, section);
        if section.title.is_empty() {
            blocks.append(&mut part.blocks);
        } else {
            blocks.push(Spanned::new(Block::Section(part), section.span));
        }
    }
    Document::Paper(paper::paper(writer, meta, kind, lead, blocks))
}

/// A section with its heading and nothing under it yet.
fn heading<'a>(writer: &mut Writer<'a>, section: &'a curriculum::Section) -> Section {
    let language = writer.edition.language;
    let title = writer.title(&section.title);
    let mut kicker = voice::kicker_over(section, &plain_text(&title), language).map(str::to_owned);
    if matches!(section.role, Role::Task(_)) {
        let time = minutes::time(writer.edition, writer.module, section);
        let mut parts: Vec<String> = kicker.into_iter().collect();
        parts.push(voice::how(section, language));
        if !time.estimated {
            parts.push(super::paths::minutes_in_words(time.minutes, language));
        }
        kicker = Some(parts.join(" · "));
    }
    let claim = matches!(section.role, Role::Belief(_));
    let tone = voice::tone(&section.role);
    Section { id: section.id.clone(), tone, kicker, title, claim, blocks: Blocks::new() }
}

/// What a section holds: its text, parts with headings of their own, and room to write.
fn section_blocks<'a>(writer: &mut Writer<'a>, ids: &mut Ids, section: &'a curriculum::Section) -> Blocks {
    let mut out = Blocks::new();
    push_parts(&mut out, writer, ids, section, |writer, chunk| chunk_blocks(writer, section, chunk));
    let room = room_to_write(writer, section);
    // Room to write stands before the parts only if there is no part; else it ends the last one.
    match out.last_mut() {
        Some(Spanned { value: Block::Section(part), .. }) => part.blocks.extend(room),
        _ => out.extend(room),
    }
    out
}

fn chunk_blocks<'a>(writer: &mut Writer<'a>, section: &'a curriculum::Section, chunk: &Chunk<'a>) -> Blocks {
    let mut out = Blocks::new();
    for block in chunk.blocks {
        match (&section.role, &block.kind) {
            (Role::Belief(ballot), BlockKind::Poll(poll)) if poll == ballot => {}
            _ => writer.push_block(&mut out, block, paragraphs(&section.role)),
        }
        if let (Role::Process, BlockKind::Process(_)) = (&section.role, &block.kind)
            && let Some(Spanned { value: Block::Process(process), .. }) = out.last().cloned()
        {
            out.push(Spanned::new(Block::ProcessSheet(process), block.span));
        }
    }
    out
}

/// What a role adds: rows to tick, boxes, lines, a form.
fn room_to_write<'a>(writer: &mut Writer<'a>, section: &'a curriculum::Section) -> Blocks {
    let block = match &section.role {
        Role::Belief(ballot) => Block::Ballot(writer.ballot(ballot)),
        Role::Guess(fact) => match guess_box(writer, &fact.value) {
            Some(guess) => Block::GuessBox(guess),
            None => return Blocks::new(),
        },
        Role::Inversion => Block::Lines(INVERSION_LINES),
        Role::Task(_) if !has_worksheet(&section.blocks) => {
            let (fewest, most) = TASK_LINES;
            Block::Lines(minutes::time(writer.edition, writer.module, section).minutes.clamp(fewest, most))
        }
        Role::Commitment => Block::Pledge,
        Role::Plain
        | Role::Steelman
        | Role::Illusion
        | Role::Reality
        | Role::Boundary
        | Role::Process
        | Role::Task(_)
        | Role::Recap
        | Role::Votes
        | Role::Break => return Blocks::new(),
    };
    vec![Spanned::new(block, section.span)]
}

fn guess_box(writer: &mut Writer<'_>, id: &FactId) -> Option<GuessBox> {
    let fact = writer.fact(id)?;
    let unit = fact.amount.as_ref().map(|it| evidence::unit_in_words(&it.unit)).unwrap_or_default();
    let is_told = writer.view == View::HandoutComplete;
    let number = writer.use_fact(fact, is_told);
    let actual = is_told.then(|| evidence::figure(fact, FactField::Value, writer.edition.language));
    Some(GuessBox { note: is_told.then_some(number), actual, unit })
}

fn has_worksheet(blocks: &[curriculum::Block]) -> bool {
    blocks.iter().any(|it| match &it.kind {
        BlockKind::Worksheet(_) => true,
        BlockKind::Fence { blocks, .. } => has_worksheet(blocks),
        _ => false,
    })
}
