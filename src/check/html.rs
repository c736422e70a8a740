//! The rule on raw HTML: without `html: true` readers see its marks.

use super::rule::Subject;
use super::walk;
use crate::curriculum::{Block, BlockKind};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::HTML_OFF;
use crate::prose::{self, InlineKind};
use crate::source::Span;

/// Where raw HTML is off, what looks like it is printed as it was typed. An end is told with its start.
pub fn off(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    if subject.edition.html {
        return;
    }
    for module in &subject.edition.modules {
        let mut told: Vec<(Span, &str)> = Vec::new();
        walk::inlines(module, &mut |inline| {
            if let InlineKind::Html(html) = &inline.kind {
                told.push((inline.span, html));
            }
        });
        module.sections.iter().for_each(|it| of_blocks(&it.blocks, &mut told));
        module.footnotes.iter().for_each(|it| of_prose(&it.blocks, &mut told));
        for (span, html) in told.into_iter().filter(|(_, html)| !html.starts_with("</")) {
            let words = html.lines().next().unwrap_or_default();
            let words = words.find('>').map_or(words, |end| &words[..=end]).trim();
            let start = span.start as usize;
            let is_first_line = diagnostics.sources.get(span.file).text.get(start..).is_some_and(|it| it.starts_with(words));
            let span = if is_first_line { Span::new(span.file, start, start + words.len()) } else { span };
            diagnostics.report(&HTML_OFF, span, &[words]);
        }
    }
}

fn of_blocks<'m>(blocks: &'m [Block], told: &mut Vec<(Span, &'m str)>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Prose(kind) => of_kind(kind, block.span, told),
            BlockKind::Fence { blocks, .. } => of_blocks(blocks, told),
            BlockKind::RunIn { .. }
            | BlockKind::SlideBreak { .. }
            | BlockKind::Chart(_)
            | BlockKind::Process(_)
            | BlockKind::Worksheet(_)
            | BlockKind::Poll(_) => {}
        }
    }
}

fn of_prose<'m>(blocks: &'m [prose::Block], told: &mut Vec<(Span, &'m str)>) {
    blocks.iter().for_each(|it| of_kind(&it.kind, it.span, told));
}

fn of_kind<'m>(kind: &'m prose::BlockKind, span: Span, told: &mut Vec<(Span, &'m str)>) {
    match kind {
        prose::BlockKind::Html(html) => told.push((span, html.trim())),
        prose::BlockKind::List { items, .. } => items.iter().for_each(|it| of_prose(&it.blocks, told)),
        prose::BlockKind::Quote(blocks) => of_prose(blocks, told),
        prose::BlockKind::Definitions(entries) => {
            entries.iter().flat_map(|(_, definitions)| definitions).for_each(|it| of_prose(it, told));
        }
        prose::BlockKind::Paragraph(_)
        | prose::BlockKind::Heading(_)
        | prose::BlockKind::Table(_)
        | prose::BlockKind::Code { .. }
        | prose::BlockKind::Math(_)
        | prose::BlockKind::Rule
        | prose::BlockKind::Fence(_)
        | prose::BlockKind::Data(_) => {}
    }
}
