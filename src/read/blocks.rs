//! What a section holds: Markdown's blocks with fences, data blocks and slide breaks made out.

use super::data::read_data;
use super::words::BLOCKS;
use crate::curriculum::{Block, BlockKind, CalloutKind, FenceKind};
use crate::diagnostic::fault::{
    ATTRIBUTES_NOT_HERE, CODE_NOT_CLOSED, COLUMNS_ONLY, FENCE_TITLE, NOT_IN_ORIGINAL, NOT_INSIDE, REPLY_WITHOUT_WORDS,
    UNKNOWN_FENCE,
};
use crate::diagnostic::{Diagnostics, did_you_mean};
use crate::prose::{self, Data, Features, Fence, Heading};
use crate::source::Span;
use crate::yaml::{self, Node};

/// What reading blocks needs besides the blocks.
pub struct Reading<'a> {
    /// How running text is read.
    pub features: Features,
    /// The original's data blocks of the same section, in order, if this is a translation.
    pub originals: Option<&'a [Node]>,
    /// How many data blocks were read.
    pub n_data: usize,
    /// Where findings go.
    pub diagnostics: &'a mut Diagnostics,
}

impl Reading<'_> {
    /// Blocks at the top level of a section, or in a fence.
    pub fn blocks(&mut self, blocks: Vec<prose::Block>) -> Vec<Block> {
        blocks.into_iter().filter_map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: prose::Block) -> Option<Block> {
        let span = block.span;
        let kind = match block.kind {
            prose::BlockKind::Heading(heading) => self.heading(heading),
            prose::BlockKind::Rule => BlockKind::SlideBreak { id: None, title: None },
            prose::BlockKind::Fence(fence) => self.fence(fence)?,
            prose::BlockKind::Data(data) => self.data(&data)?,
            prose::BlockKind::Code { .. } if self.is_left_open(span) => return None,
            kind => BlockKind::Prose(self.plain(prose::Block { span, kind })?.kind),
        };
        Some(Block { span, kind })
    }

    fn heading(&mut self, heading: Heading) -> BlockKind {
        let attributes = heading.attributes;
        for word in attributes.classes.iter().map(|it| it.span).chain(attributes.pairs.iter().map(|it| it.key.span)) {
            self.diagnostics.report(&ATTRIBUTES_NOT_HERE, word, &[]);
        }
        let id = attributes.id.map(|it| it.value);
        match heading.level {
            2 | 3 => BlockKind::SlideBreak { id, title: Some(heading.text) },
            level => BlockKind::RunIn { level, id, text: heading.text },
        }
    }

    fn fence(&mut self, fence: Fence) -> Option<BlockKind> {
        let Fence { name, title, blocks } = fence;
        let callout = |kind| Some((FenceKind::Callout(kind, title.clone()), true));
        let found = match name.value.as_str() {
            "deck" => Some((FenceKind::Deck, false)),
            "handout" => Some((FenceKind::Handout, false)),
            "guide" => Some((FenceKind::Guide, false)),
            "do" => Some((FenceKind::Do, false)),
            "ask" => Some((FenceKind::Ask, false)),
            "watch" => Some((FenceKind::Watch, false)),
            "debrief" => Some((FenceKind::Debrief, false)),
            "answers" => Some((FenceKind::Answers, false)),
            "columns" => Some((FenceKind::Columns, false)),
            "column" => Some((FenceKind::Column, false)),
            "reply" => title.clone().map(|it| (FenceKind::Reply(it), true)),
            "note" => callout(CalloutKind::Note),
            "tip" => callout(CalloutKind::Tip),
            "warning" => callout(CalloutKind::Warning),
            "example" => callout(CalloutKind::Example),
            unknown => {
                let similar = did_you_mean(unknown, BLOCKS.iter().map(|it| it.name));
                self.diagnostics.report(&UNKNOWN_FENCE, name.span, &[unknown]).suggest(similar);
                return None;
            }
        };
        let Some((kind, may_have_title)) = found else {
            self.diagnostics.report(&REPLY_WITHOUT_WORDS, name.span, &[]);
            return None;
        };
        if let Some(title) = title.filter(|_| !may_have_title) {
            self.diagnostics.report(&FENCE_TITLE, title.span, &[&name.value]);
        }
        let is_columns = kind == FenceKind::Columns;
        let blocks = self.blocks(blocks);
        let wrong = |block: &&Block| is_columns && !matches!(&block.kind, BlockKind::Fence { kind: FenceKind::Column, .. });
        if let Some(block) = blocks.iter().find(wrong) {
            self.diagnostics.report(&COLUMNS_ONLY, block.span, &[]);
            return None;
        }
        Some(BlockKind::Fence { kind, blocks })
    }

    /// Whether a fence of code is left open, and takes in all that follows; told at its first line.
    fn is_left_open(&mut self, span: Span) -> bool {
        let source = self.diagnostics.sources.get(span.file);
        let Some(first) = prose::code_left_open(source.text.get(span.range()).unwrap_or_default()) else { return false };
        self.diagnostics.report(&CODE_NOT_CLOSED, Span { end: span.start + u32::try_from(first).unwrap_or(0), ..span }, &[]);
        true
    }

    fn data(&mut self, data: &Data) -> Option<BlockKind> {
        if self.is_left_open(data.span) {
            return None;
        }
        let node = yaml::parse(&data.yaml, &data.place, self.diagnostics).ok()?;
        self.data_node(data.kind, &node, data.span)
    }

    /// A data block whose YAML is read already; a translation is laid over its original.
    pub fn data_node(&mut self, kind: prose::DataKind, node: &Node, span: Span) -> Option<BlockKind> {
        let position = self.n_data;
        self.n_data += 1;
        let original = self.originals.map(|it| it.get(position));
        if original == Some(None) {
            self.diagnostics.report(&NOT_IN_ORIGINAL, span, &[kind.name()]);
            return None;
        }
        let original = original.flatten();
        let laid = original.map(|original| yaml::overlay(original, node, self.diagnostics));
        read_data(kind, laid.as_ref().unwrap_or(node), original, self.features, self.diagnostics).ok()
    }

    /// A block of running text, with everything that cannot stand inside one reported and left out.
    fn plain(&mut self, block: prose::Block) -> Option<prose::Block> {
        use prose::BlockKind::{Data, Definitions, Fence, Heading, List, Quote, Rule};
        let prose::Block { span, kind } = block;
        let kind = match kind {
            List { start, mut items } => {
                for item in &mut items {
                    item.blocks = self.plain_all(std::mem::take(&mut item.blocks));
                }
                List { start, items }
            }
            Quote(blocks) => Quote(self.plain_all(blocks)),
            Definitions(entries) => {
                let entries = entries
                    .into_iter()
                    .map(|(term, definitions)| (term, definitions.into_iter().map(|it| self.plain_all(it)).collect()));
                Definitions(entries.collect())
            }
            Heading(_) | Rule | Fence(_) | Data(_) => {
                self.diagnostics.report(&NOT_INSIDE, span, &[]);
                return None;
            }
            kind => kind,
        };
        Some(prose::Block { span, kind })
    }

    /// The same for several.
    pub fn plain_all(&mut self, blocks: Vec<prose::Block>) -> Vec<prose::Block> {
        blocks.into_iter().filter_map(|block| self.plain(block)).collect()
    }
}

/// The data blocks of running text, fences included, in order.
pub fn data_nodes(blocks: &[prose::Block], diagnostics: &mut Diagnostics) -> Vec<Node> {
    let mut nodes = Vec::new();
    for block in blocks {
        match &block.kind {
            prose::BlockKind::Data(data) => nodes.extend(yaml::parse(&data.yaml, &data.place, diagnostics)),
            prose::BlockKind::Fence(fence) => nodes.extend(data_nodes(&fence.blocks, diagnostics)),
            _ => {}
        }
    }
    nodes
}
