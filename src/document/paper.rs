//! Something to read and to write on.

use serde::Serialize;

use super::block::Blocks;
use super::evidence::EvidenceNote;
use super::inline::Inlines;
use super::meta::Meta;

/// Something to read and to write on.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Paper {
    /// What all documents have.
    pub meta: Meta,
    /// Which.
    pub kind: PaperKind,
    /// The title as running text.
    pub title: Inlines,
    /// One or two sentences under it.
    pub lead: Inlines,
    /// Everything else.
    pub blocks: Blocks,
    /// Evidence notes, numbered from 1 in this order.
    pub evidence: Vec<EvidenceNote>,
    /// Footnotes, numbered from 1 in this order.
    pub footnotes: Vec<Footnote>,
    /// Sources.
    pub sources: Vec<Reference>,
    /// Terms and their definitions.
    pub glossary: Vec<(String, String)>,
    /// Where a reader of the paper goes next, if that is published somewhere.
    pub pointer: Option<Pointer>,
}

/// An address to point a telephone at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pointer {
    /// What is there.
    pub words: String,
    /// The address.
    pub address: String,
}

/// Kinds of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum PaperKind {
    HandoutBlank,
    HandoutComplete,
    QuizPaper,
    Key,
    Guide,
    Agenda,
    Followup,
    Manager,
    Evaluation,
    Alignment,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Footnote {
    /// Its number, from 1.
    pub number: usize,
    /// What it says.
    pub blocks: Blocks,
}

/// The anchor of a term in the glossary, where links from its first use lead.
pub fn term_id(term: &str) -> String {
    format!("term-{term}")
}

/// A source as it stands in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Reference {
    /// Its key, for anchors.
    pub key: String,
    /// The entry, formatted.
    pub text: Inlines,
}

impl PaperKind {
    /// Whether participants read and write on it.
    pub fn is_handed_out(self) -> bool {
        match self {
            PaperKind::HandoutBlank | PaperKind::HandoutComplete | PaperKind::QuizPaper => true,
            PaperKind::Key
            | PaperKind::Guide
            | PaperKind::Agenda
            | PaperKind::Followup
            | PaperKind::Manager
            | PaperKind::Evaluation
            | PaperKind::Alignment => false,
        }
    }
}

impl Paper {
    /// Whether it holds a block that only the trainer may see.
    pub fn has_trainer_blocks(&self) -> bool {
        super::block::any(&self.blocks, &|block| block.is_for_trainer())
            || self.footnotes.iter().any(|it| super::block::any(&it.blocks, &|block| block.is_for_trainer()))
    }
}
