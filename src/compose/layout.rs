//! How a slide is laid out, from its section's role and from what it shows.

use super::block::is_key_message;
use super::chunk::Chunk;
use super::writer::Writer;
use super::{chart, minutes, voice};
use crate::curriculum::{BlockKind, FactId, Role, Section};
use crate::document::{Block, Layout, Slide};
use crate::prose::{self, FactField, InlineKind};
use crate::source::Spanned;

/// The layout of a role's first slide, where the role has one.
pub(super) fn role_layout(writer: &Writer<'_>, section: &Section) -> Option<Layout> {
    let minutes = minutes::time(writer.edition, writer.module, section).minutes;
    match &section.role {
        Role::Task(_) => Some(Layout::Task { how: voice::how(section, writer.edition.language), minutes }),
        Role::Recap => Some(Layout::Recap),
        Role::Commitment => Some(Layout::Commitment),
        Role::Break => Some(Layout::Break { minutes }),
        _ => None,
    }
}

/// Gives ordinary slides the layout that fits what they show: one figure, one sentence, a diagram step by step.
pub(super) fn lay_out<'a>(writer: &Writer<'a>, slide: &mut Slide, section: &Section, chunk: &Chunk<'a>) {
    if !matches!(slide.layout, Layout::Content) {
        return;
    }
    slide.steps |= section.role == Role::Process && slide.body.iter().any(|it| matches!(it.value, Block::Process(_)));
    if section.role == Role::Reality
        && let Some(layout) = figure_layout(writer, slide, chunk)
    {
        slide.layout = layout;
        return;
    }
    if let [Spanned { value: Block::KeyMessage(_) | Block::Quote(_) | Block::Math { .. }, .. }] = slide.body.as_slice() {
        slide.layout = Layout::Statement;
    }
}

/// The layout of a slide with one figure on it: a chart of one fact, or a key message that names one.
fn figure_layout(writer: &Writer<'_>, slide: &mut Slide, chunk: &Chunk<'_>) -> Option<Layout> {
    let language = writer.edition.language;
    let charts: Vec<_> = chunk
        .blocks
        .iter()
        .filter_map(|it| match &it.kind {
            BlockKind::Chart(chart) => Some(chart),
            _ => None,
        })
        .collect();
    if let [chart] = charts.as_slice() {
        let facts = chart::facts(chart);
        let [fact] = facts.as_slice() else { return None };
        let (figure, of) = chart::headline(writer.fact(fact)?, language)?;
        let position = slide.body.iter().position(|it| matches!(it.value, Block::Chart(_)))?;
        let Block::Chart(chart) = slide.body.remove(position).value else { return None };
        return Some(Layout::Figure { figure, of, chart: Some(chart) });
    }
    let [Spanned { value: Block::KeyMessage(_), .. }] = slide.body.as_slice() else { return None };
    let message = chunk.blocks.iter().find_map(|it| match &it.kind {
        BlockKind::Prose(prose::BlockKind::Paragraph(inlines)) if is_key_message(inlines) => Some(inlines),
        _ => None,
    })?;
    let figures = figures_in(message);
    let [id] = figures.as_slice() else { return None };
    let fact = writer.fact(&FactId((*id).to_owned()))?;
    let (figure, of) = chart::headline(fact, language)?;
    Some(Layout::Figure { figure, of, chart: chart::proof(fact, language) })
}

/// The ids of the facts whose values stand in running text.
fn figures_in(inlines: &[prose::Inline]) -> Vec<&str> {
    inlines
        .iter()
        .flat_map(|it| match &it.kind {
            InlineKind::Fact { id, field: FactField::Value } => vec![id.value.as_str()],
            InlineKind::Strong(children) | InlineKind::Emphasis(children) => figures_in(children),
            _ => Vec::new(),
        })
        .collect()
}
