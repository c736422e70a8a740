//! The writer of a document's text: what it writes for, and what the text has used so far.

use std::collections::{BTreeMap, BTreeSet};

use super::choice::Choice;
use super::chunk::{Anchor, anchors};
use super::view::View;
use super::{evidence, terms};
use crate::citation::Piece;
use crate::curriculum::{Ballot, Edition, Fact, FactId, Module, Role};
use crate::document::Href;
use crate::document::{Block, Blocks, EvidenceNote, GuideLabel, GuideNote, Inline, Reference};
use crate::source::{Span, Spanned};

/// Writes the text of one document and remembers what it used: facts, footnotes, sources, words.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    /// The course in its language.
    pub edition: &'a Edition,
    /// The module.
    pub module: &'a Module,
    /// What the build was asked to do.
    pub choice: &'a Choice,
    /// For which document.
    pub view: View,
    /// Facts whose figures are left out wherever they stand.
    pub hidden: BTreeSet<FactId>,
    /// Where links inside the module lead.
    pub anchors: BTreeMap<&'a str, Anchor<'a>>,
    /// Facts in the order of their first use: their positions are their notes' numbers.
    pub facts: Vec<FactId>,
    /// Facts whose figures were printed.
    pub told: BTreeSet<FactId>,
    /// Labels of footnotes in the order of their first use: their positions are their numbers.
    pub footnotes: Vec<String>,
    /// Keys of the sources that were cited.
    pub sources: BTreeSet<String>,
    /// The words that were written, for the glossary.
    pub words: String,
    /// Whether a heading is being written, which holds no marks.
    pub in_title: bool,
    /// What was used since it was last taken.
    pub here: Used,
    /// What a slide does not show but the trainer says and does.
    pub asides: Blocks,
    /// What the asides used.
    pub aside_used: Used,
    /// Expected answers that wait for their reveal.
    pub answers: Blocks,
    /// Votes that follow the slide they were written on.
    pub polls: Vec<(Span, &'a Ballot)>,
}

/// What a part of a document used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Used {
    /// Facts in the order of their first use.
    pub facts: Vec<FactId>,
    /// Labels of footnotes in the order of their first use.
    pub footnotes: Vec<String>,
}

impl Used {
    /// Takes in what was used later.
    pub(super) fn join(&mut self, later: Used) {
        for fact in later.facts {
            if !self.facts.contains(&fact) {
                self.facts.push(fact);
            }
        }
        for label in later.footnotes {
            if !self.footnotes.contains(&label) {
                self.footnotes.push(label);
            }
        }
    }
}

impl<'a> Writer<'a> {
    /// A writer that has used nothing yet.
    pub(super) fn new(edition: &'a Edition, module: &'a Module, choice: &'a Choice, view: View) -> Self {
        let guessed = module.sections.iter().filter_map(|section| match &section.role {
            Role::Guess(fact) => Some(fact.value.clone()),
            _ => None,
        });
        Self {
            edition,
            module,
            choice,
            view,
            hidden: if view.hides_guessed() { guessed.collect() } else { BTreeSet::new() },
            anchors: anchors(module, view),
            facts: Vec::new(),
            told: BTreeSet::new(),
            footnotes: Vec::new(),
            sources: BTreeSet::new(),
            words: String::new(),
            in_title: false,
            here: Used::default(),
            asides: Blocks::new(),
            aside_used: Used::default(),
            answers: Blocks::new(),
            polls: Vec::new(),
        }
    }

    /// The fact of an id.
    pub(super) fn fact(&self, id: &FactId) -> Option<&'a Fact> {
        self.edition.facts.get(id)
    }

    /// Remembers that a fact was used; its sources are cited with it. The result is the number of its note.
    pub(super) fn use_fact(&mut self, fact: &Fact, is_told: bool) -> usize {
        if !self.here.facts.contains(&fact.id) {
            self.here.facts.push(fact.id.clone());
        }
        if is_told {
            self.told.insert(fact.id.clone());
        }
        for key in fact.sources.iter().chain(&fact.disputed_by) {
            if self.edition.sources.contains(&key.value) {
                self.sources.insert(key.value.clone());
            }
        }
        position_or_push(&mut self.facts, &fact.id)
    }

    /// Remembers that a footnote was used; the result is its number.
    pub(super) fn use_footnote(&mut self, label: &str) -> usize {
        let label = label.to_owned();
        if !self.here.footnotes.contains(&label) {
            self.here.footnotes.push(label.clone());
        }
        position_or_push(&mut self.footnotes, &label)
    }

    /// What was used since this was last asked.
    pub(super) fn take_used(&mut self) -> Used {
        std::mem::take(&mut self.here)
    }

    /// Writes something that is not shown where it stands, and keeps what it used apart.
    pub(super) fn aside<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let shown = self.take_used();
        let result = write(self);
        let used = std::mem::replace(&mut self.here, shown);
        self.aside_used.join(used);
        result
    }

    /// The evidence notes of facts, by what may be told of them in this document.
    pub(super) fn notes(&self, facts: &[FactId]) -> Vec<EvidenceNote> {
        let known = facts.iter().filter_map(|id| self.fact(id));
        known
            .map(|fact| {
                let is_withheld = self.view.leaves_gaps() && !self.told.contains(&fact.id);
                if is_withheld { evidence::withheld_note(fact, self.edition) } else { evidence::note(fact, self.edition) }
            })
            .collect()
    }

    /// The sources that were cited, in the order of their list.
    pub(super) fn references(&self) -> Vec<Reference> {
        let language = self.edition.language;
        let mut keys: Vec<String> = self.sources.iter().cloned().collect();
        self.edition.sources.sort(&mut keys, language);
        keys.into_iter()
            .map(|key| {
                let text = self.edition.sources.entry(&key, language).into_iter().map(piece).collect();
                Reference { key, text }
            })
            .collect()
    }

    /// The terms of the glossary that the text uses.
    pub(super) fn glossary(&self) -> Vec<(String, String)> {
        let terms = self.edition.glossary.iter().filter(|it| terms::word_with(&self.words, &it.term.to_lowercase()).is_some());
        terms.map(|it| (it.term.clone(), it.definition.clone())).collect()
    }
}

fn piece(piece: Piece) -> Inline {
    match piece {
        Piece::Text(text) => Inline::Text(text),
        Piece::Emphasis(text) => Inline::Emphasis(vec![Inline::Text(text)]),
        Piece::Link { text, address } => Inline::Link { href: Href::Address(address), children: vec![Inline::Text(text)] },
    }
}

/// The position of a value in a list, from 1; it is added if it is new.
fn position_or_push<T: Clone + PartialEq>(list: &mut Vec<T>, value: &T) -> usize {
    if let Some(found) = list.iter().position(|it| it == value) {
        return found + 1;
    }
    list.push(value.clone());
    list.len()
}

/// Adds text under a label; what follows under the same label joins it.
pub(super) fn push_labelled(out: &mut Blocks, label: GuideLabel, span: Span, mut blocks: Blocks) {
    if blocks.is_empty() {
        return;
    }
    if let Some(Spanned { value: Block::Guide(GuideNote::Labelled { label: last, blocks: open }), .. }) = out.last_mut()
        && *last == label
    {
        open.append(&mut blocks);
        return;
    }
    out.push(Spanned::new(Block::Guide(GuideNote::Labelled { label, blocks }), span));
}
