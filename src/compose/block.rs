//! Blocks of the curriculum as blocks of a document, by the one rule: paragraphs are said, everything else is shown.
//!
//! What a slide does not show becomes an aside of the writer, and ends in the slide's notes.

use super::view::View;
use super::writer::{Writer, push_labelled};
use super::{chart, claim, picture, raw};
use crate::curriculum::{self, BlockKind, FenceKind};
use crate::document::{self, Answer, Block, Blocks, GuideLabel, GuideNote, Inlines};
use crate::prose::{self, Inline, InlineKind};
use crate::source::{Span, Spanned};

/// Whether plain paragraphs are read and said, or shown as the rest is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paragraphs {
    /// They are what the trainer says.
    Said,
    /// They are the task, or stand inside something that is shown.
    Shown,
}

impl<'a> Writer<'a> {
    /// Blocks of a section.
    pub(super) fn blocks(&mut self, blocks: &'a [curriculum::Block], paragraphs: Paragraphs) -> Blocks {
        let mut out = Blocks::new();
        for block in blocks {
            self.push_block(&mut out, block, paragraphs);
        }
        out
    }

    /// A block of a section, which may become none, one or several.
    pub(super) fn push_block(&mut self, out: &mut Blocks, block: &'a curriculum::Block, paragraphs: Paragraphs) {
        let span = block.span;
        match &block.kind {
            BlockKind::Prose(kind) => self.push_prose(out, span, kind, paragraphs),
            BlockKind::RunIn { text, .. } => out.push(Spanned::new(Block::RunIn(self.title(text)), span)),
            BlockKind::SlideBreak { title, .. } => {
                if let Some(title) = title {
                    out.push(Spanned::new(Block::RunIn(self.title(title)), span));
                }
            }
            BlockKind::Fence { kind, blocks } => self.push_fence(out, span, kind, blocks, paragraphs),
            BlockKind::Chart(it) => {
                let chart = Block::Chart(chart::chart(self, it));
                out.push(Spanned::new(chart, span));
            }
            BlockKind::Process(it) => self.push_process(out, span, it),
            BlockKind::Worksheet(it) => out.push(Spanned::new(Block::Worksheet(self.worksheet(it)), span)),
            BlockKind::Poll(it) => self.push_poll(out, span, it),
        }
    }

    fn push_prose(&mut self, out: &mut Blocks, span: Span, kind: &'a prose::BlockKind, paragraphs: Paragraphs) {
        if paragraphs == Paragraphs::Said && is_said(kind, self.edition.html) {
            match self.view {
                View::Deck => {
                    let said = self.aside(|writer| writer.prose_block(span, kind));
                    push_labelled(&mut self.asides, GuideLabel::Say, span, said.into_iter().collect());
                }
                View::Guide => {
                    let said = self.prose_block(span, kind);
                    push_labelled(out, GuideLabel::Say, span, said.into_iter().collect());
                }
                _ => out.extend(self.prose_block(span, kind)),
            }
            return;
        }
        out.extend(self.prose_block(span, kind));
    }

    fn push_fence(
        &mut self,
        out: &mut Blocks,
        span: Span,
        kind: &'a FenceKind,
        blocks: &'a [curriculum::Block],
        paragraphs: Paragraphs,
    ) {
        let is_deck = self.view == View::Deck;
        match kind {
            FenceKind::Deck if self.view.is_handout() => {}
            FenceKind::Handout if is_deck => {}
            FenceKind::Deck => out.extend(self.blocks(blocks, Paragraphs::Shown)),
            FenceKind::Handout if self.view == View::Guide => out.extend(self.blocks(blocks, Paragraphs::Shown)),
            FenceKind::Handout => out.extend(self.blocks(blocks, paragraphs)),
            FenceKind::Guide => self.push_note(out, span, GuideLabel::Background, blocks),
            FenceKind::Do => self.push_note(out, span, GuideLabel::Do, blocks),
            FenceKind::Ask => self.push_note(out, span, GuideLabel::Ask, blocks),
            FenceKind::Watch => self.push_note(out, span, GuideLabel::Watch, blocks),
            FenceKind::Debrief => self.push_note(out, span, GuideLabel::Debrief, blocks),
            FenceKind::Reply(they) => {
                let reply = |writer: &mut Self| {
                    let you = writer.blocks(blocks, Paragraphs::Shown);
                    Spanned::new(Block::Guide(GuideNote::Reply { they: they.value.clone(), you }), span)
                };
                match self.view {
                    View::Guide => out.push(reply(self)),
                    View::Deck => {
                        let reply = self.aside(reply);
                        self.asides.push(reply);
                    }
                    _ => {}
                }
            }
            FenceKind::Answers => self.push_answers(out, span, blocks),
            FenceKind::Columns => {
                let columns = blocks.iter().filter_map(|it| match &it.kind {
                    BlockKind::Fence { kind: FenceKind::Column, blocks } => Some(blocks),
                    _ => None,
                });
                let columns: Vec<Blocks> = columns.map(|it| self.blocks(it, Paragraphs::Shown)).collect();
                out.push(Spanned::new(Block::Columns(columns), span));
            }
            FenceKind::Column => out.extend(self.blocks(blocks, Paragraphs::Shown)),
            FenceKind::Callout(kind, title) => {
                let title = title.as_ref().map_or_else(|| self.callout_title(*kind), |it| it.value.clone());
                let blocks = self.blocks(blocks, Paragraphs::Shown);
                out.push(Spanned::new(Block::Callout { kind: callout(*kind), title, blocks }, span));
            }
        }
    }

    /// What only the trainer sees: in place in the guide, in the notes of a slide, and nowhere else.
    fn push_note(&mut self, out: &mut Blocks, span: Span, label: GuideLabel, blocks: &'a [curriculum::Block]) {
        match self.view {
            View::Guide => {
                let blocks = self.blocks(blocks, Paragraphs::Shown);
                push_labelled(out, label, span, blocks);
            }
            View::Deck => {
                let blocks = self.aside(|writer| writer.blocks(blocks, Paragraphs::Shown));
                push_labelled(&mut self.asides, label, span, blocks);
            }
            _ => {}
        }
    }

    fn push_answers(&mut self, out: &mut Blocks, span: Span, blocks: &'a [curriculum::Block]) {
        match self.view {
            View::Guide | View::HandoutComplete => {
                let blocks = self.blocks(blocks, Paragraphs::Shown);
                out.push(Spanned::new(Block::Answer(Answer::Expected(blocks)), span));
            }
            View::Deck => {
                let blocks = self.aside(|writer| writer.blocks(blocks, Paragraphs::Shown));
                let answer = Spanned::new(Block::Answer(Answer::Expected(blocks)), span);
                self.asides.push(answer.clone());
                self.answers.push(answer);
            }
            _ => {}
        }
    }

    fn push_process(&mut self, out: &mut Blocks, span: Span, process: &'a curriculum::Process) {
        let process = self.process(process);
        if self.view == View::Guide {
            out.push(Spanned::new(Block::Table(chart::process_table(&process, self.edition.language)), span));
        } else {
            out.push(Spanned::new(Block::Process(process), span));
        }
    }

    fn push_poll(&mut self, out: &mut Blocks, span: Span, poll: &'a curriculum::Ballot) {
        if self.view == View::Deck {
            self.polls.push((span, poll));
            return;
        }
        let ballot = self.ballot(poll);
        if self.view == View::Guide {
            self.push_tally(out, span, poll);
        } else {
            out.push(Spanned::new(Block::Ballot(ballot), span));
        }
    }

    /// A form to count hands on, and what to do then if something is right.
    pub(super) fn push_tally(&mut self, out: &mut Blocks, span: Span, ballot: &'a curriculum::Ballot) {
        out.push(Spanned::new(Block::Guide(GuideNote::Tally(self.ballot(ballot))), span));
        if claim::correct(ballot).is_some() {
            out.push(Spanned::new(Block::Guide(GuideNote::Decision), span));
        }
    }

    /// What is voted on.
    pub(super) fn ballot(&mut self, ballot: &'a curriculum::Ballot) -> document::Ballot {
        let language = self.edition.language;
        claim::ballot(ballot, language, |text| self.title(text))
    }

    /// Blocks of running text, such as a footnote's.
    pub(super) fn prose(&mut self, blocks: &'a [prose::Block]) -> Blocks {
        blocks.iter().filter_map(|it| self.prose_block(it.span, &it.kind)).collect()
    }

    fn prose_block(&mut self, span: Span, kind: &'a prose::BlockKind) -> Option<Spanned<Block>> {
        let block = match kind {
            prose::BlockKind::Heading(heading) => Block::RunIn(self.title(&heading.text)),
            prose::BlockKind::Paragraph(inlines) => self.paragraph(inlines)?,
            prose::BlockKind::List { start, items } => {
                let items = items.iter().map(|it| document::ListItem { task: it.task, blocks: self.prose(&it.blocks) });
                Block::List(document::List { start: *start, items: items.collect() })
            }
            prose::BlockKind::Definitions(entries) => {
                let entries = entries.iter().map(|(term, definitions)| {
                    let term = self.inlines(term);
                    (term, definitions.iter().map(|it| self.prose(it)).collect())
                });
                Block::Definitions(entries.collect())
            }
            prose::BlockKind::Quote(blocks) => Block::Quote(self.prose(blocks)),
            prose::BlockKind::Code { language, text } => Block::Code { language: language.clone(), text: text.clone() },
            prose::BlockKind::Math(tex) => Block::Math { mathml: super::math::mathml(tex, true), tex: tex.clone() },
            prose::BlockKind::Table(table) => Block::Table(self.table(table)),
            prose::BlockKind::Html(html) => match raw::read(html, self.edition.html) {
                raw::Raw::Nothing => return None,
                raw::Raw::Text(text) => Block::from(text.trim_end()),
                raw::Raw::Markup(markup) => Block::Html(markup),
            },
            // Fences, data and rules stand in sections alone; inside running text they would escape the rule above.
            prose::BlockKind::Fence(_) | prose::BlockKind::Data(_) | prose::BlockKind::Rule => return None,
        };
        Some(Spanned::new(block, span))
    }

    fn paragraph(&mut self, inlines: &'a [Inline]) -> Option<Block> {
        if let Some((path, alt, title)) = lone_picture(inlines) {
            let picture = picture::picture(path, alt, self.edition, self.module, self.choice);
            let caption = if title.is_empty() { Inlines::new() } else { vec![document::Inline::Text(title.to_owned())] };
            return Some(Block::Figure { picture, caption });
        }
        if let [Inline { kind: InlineKind::Math { tex, display: true }, .. }] = inlines {
            return Some(Block::Math { mathml: super::math::mathml(tex, true), tex: tex.clone() });
        }
        let is_key = is_key_message(inlines);
        let text = self.inlines(inlines);
        if text.is_empty() {
            return None;
        }
        Some(if is_key { Block::KeyMessage(without_strong(text)) } else { Block::Paragraph(text) })
    }

    fn table(&mut self, table: &'a prose::Table) -> document::Table {
        let alignments = table.alignments.iter().map(|it| match it {
            prose::Alignment::Start => document::Alignment::Start,
            prose::Alignment::Center => document::Alignment::Center,
            prose::Alignment::End => document::Alignment::End,
        });
        document::Table {
            caption: None,
            alignments: alignments.collect(),
            header: table.header.iter().map(|it| self.inlines(it)).collect(),
            rows: table.rows.iter().map(|row| row.iter().map(|it| self.inlines(it)).collect()).collect(),
            row_headings: false,
        }
    }

    fn process(&mut self, process: &'a curriculum::Process) -> document::Process {
        let title = process.title.as_deref().map(|it| self.title(it));
        let steps = process.steps.iter().map(|step| document::Step {
            id: step.id.clone(),
            name: self.title(&step.name),
            decision: step.decision.as_deref().map(|it| self.inlines(it)),
            who: step.who.as_deref().map(|it| self.inlines(it)),
            action: step.action.as_deref().map(|it| self.inlines(it)),
            sign: step.sign.as_deref().map(|it| self.inlines(it)),
            back_to: step.back_to.clone(),
        });
        document::Process { steps: steps.collect(), title }
    }

    fn worksheet(&mut self, worksheet: &'a curriculum::Worksheet) -> document::Worksheet {
        match worksheet {
            curriculum::Worksheet::Fields { title, fields } => document::Worksheet::Fields {
                title: title.as_deref().map(|it| self.title(it)),
                fields: fields.iter().map(|it| (self.inlines(&it.label), it.lines)).collect(),
            },
            curriculum::Worksheet::Table { title, columns, rows } => document::Worksheet::Table {
                title: title.as_deref().map(|it| self.title(it)),
                columns: columns.iter().map(|it| self.inlines(it)).collect(),
                rows: rows.iter().map(|it| self.inlines(it)).collect(),
            },
        }
    }

    fn callout_title(&self, kind: curriculum::CalloutKind) -> String {
        let paper = &self.edition.language.phrases.paper;
        let title = match kind {
            curriculum::CalloutKind::Note => paper.note,
            curriculum::CalloutKind::Tip => paper.tip,
            curriculum::CalloutKind::Warning => paper.warning,
            curriculum::CalloutKind::Example => paper.example,
        };
        title.to_owned()
    }
}

fn callout(kind: curriculum::CalloutKind) -> document::Callout {
    match kind {
        curriculum::CalloutKind::Note => document::Callout::Note,
        curriculum::CalloutKind::Tip => document::Callout::Tip,
        curriculum::CalloutKind::Warning => document::Callout::Warning,
        curriculum::CalloutKind::Example => document::Callout::Example,
    }
}

/// Whether a block of running text is what the trainer says: a plain paragraph. HTML that stands as text is one too.
pub(super) fn is_said(kind: &prose::BlockKind, keeps_html: bool) -> bool {
    match kind {
        prose::BlockKind::Paragraph(inlines) => {
            lone_picture(inlines).is_none()
                && !is_key_message(inlines)
                && !matches!(inlines.as_slice(), [Inline { kind: InlineKind::Math { display: true, .. }, .. }])
        }
        prose::BlockKind::Html(_) => !keeps_html,
        _ => false,
    }
}

/// One bold sentence; citations and footnotes may follow.
pub(super) fn is_key_message(inlines: &[Inline]) -> bool {
    let mut inlines = inlines.iter().filter(|it| !is_blank(it));
    matches!(inlines.next(), Some(Inline { kind: InlineKind::Strong(_), .. }))
        && inlines.all(|it| match &it.kind {
            InlineKind::Cite(_) | InlineKind::Footnote(_) => true,
            InlineKind::Text(text) => text.chars().all(|it| it.is_whitespace() || ".!?…".contains(it)),
            _ => false,
        })
}

fn is_blank(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => text.trim().is_empty(),
        InlineKind::SoftBreak | InlineKind::HardBreak => true,
        InlineKind::Html(html) => html.trim_start().starts_with("<!--"),
        _ => false,
    }
}

fn lone_picture(inlines: &[Inline]) -> Option<(&str, &str, &str)> {
    let mut inlines = inlines.iter().filter(|it| !is_blank(it));
    match (inlines.next(), inlines.next()) {
        (Some(Inline { kind: InlineKind::Image { path, alt, title }, .. }), None) => Some((&path.value, alt, title)),
        _ => None,
    }
}

/// A key message is strong as a whole, so its own mark goes.
fn without_strong(inlines: Inlines) -> Inlines {
    let mut out = Inlines::new();
    for inline in inlines {
        match inline {
            document::Inline::Strong(children) if out.is_empty() => out.extend(children),
            other => out.push(other),
        }
    }
    out
}
