//! The map of objectives: for each what trains it, what it rests on and what tests it, with the holes spelled out.

use std::collections::BTreeSet;

use super::block::Paragraphs;
use super::choice::Choice;
use super::sheet::{paragraph, section, sheet};
use super::view::View;
use super::writer::Writer;
use super::{claim, evidence};
use crate::curriculum::{Edition, FactId, Module, Objective, Question, Role};
use crate::document::{Alignment, Block, Blocks, Document, Inline, Inlines, PaperKind, Table, plain_text};
use crate::locale::fill;
use crate::prose::FactField;
use crate::source::Spanned;

/// A course's map.
pub(super) fn compose(edition: &Edition, choice: &Choice) -> Vec<Document> {
    if edition.modules.is_empty() {
        return Vec::new();
    }
    let words = &edition.language.phrases.followup;
    let mut n_holes = 0;
    let mut blocks = Blocks::new();
    for module in &edition.modules {
        let mut map = Map::of(edition, module, choice);
        let rows: Vec<Vec<Inlines>> = module.objectives.iter().map(|it| map.row(it)).collect();
        n_holes += map.n_holes;
        let title = plain_text(&map.writer.title(&module.title));
        let mut inner = Blocks::new();
        if rows.is_empty() {
            inner.push(paragraph(edition, vec![Inline::Strong(text(words.no_objectives))]));
            n_holes += 1;
        } else {
            inner.push(Spanned::new(Block::Table(table(edition, &title, rows)), edition.span));
        }
        inner.extend(map.loose_questions());
        blocks.push(section(edition, &module.slug, &title, inner));
    }
    let holes = match n_holes {
        0 => words.no_holes.to_owned(),
        1 => words.one_hole.to_owned(),
        n => fill(words.holes, &[("n", &n.to_string())]),
    };
    let lead = format!("{} {holes}", words.alignment_lead);
    vec![sheet(edition, PaperKind::Alignment, "alignment", words.alignment, &lead, blocks)]
}

fn table(edition: &Edition, title: &str, rows: Vec<Vec<Inlines>>) -> Table {
    let words = &edition.language.phrases.followup;
    Table {
        // Each table has a name of its own to a screen reader.
        caption: Some(text(&format!("{}: {title}", words.alignment))),
        alignments: vec![Alignment::Start; 4],
        header: [words.objective, words.practised, words.rests_on, words.tested].map(text).to_vec(),
        rows,
        row_headings: true,
    }
}

/// What of a module belongs to what.
struct Map<'a> {
    edition: &'a Edition,
    module: &'a Module,
    writer: Writer<'a>,
    /// For each section the claim it belongs to, by the id of the section that states it.
    claims: Vec<Option<&'a str>>,
    /// For each section the facts it uses.
    facts: Vec<Vec<FactId>>,
    n_holes: usize,
}

impl<'a> Map<'a> {
    fn of(edition: &'a Edition, module: &'a Module, choice: &'a Choice) -> Self {
        let mut writer = Writer::new(edition, module, choice, View::Followup);
        let facts = module.sections.iter().map(|section| {
            writer.take_used();
            if let Role::Guess(id) = &section.role
                && let Some(fact) = edition.facts.get(&id.value)
            {
                writer.use_fact(fact, false);
            }
            writer.title(&section.title);
            writer.blocks(&section.blocks, Paragraphs::Shown);
            writer.take_used().facts
        });
        let facts = facts.collect();
        let claims = claim::arc(&module.sections, |_| false).into_iter().map(|it| it.map(|place| place.belief.id.as_str()));
        Self { edition, module, claims: claims.collect(), facts, n_holes: 0, writer }
    }

    fn row(&mut self, objective: &'a Objective) -> Vec<Inlines> {
        let module = self.module;
        let trains: Vec<usize> = (0..module.sections.len())
            .filter(|it| module.sections[*it].work.objective.as_deref() == Some(objective.id.as_str()))
            .collect();
        let tests: Vec<&Question> = questions(module).filter(|it| it.item.objective.as_deref() == Some(&objective.id)).collect();
        let sections = trains.iter().map(|it| self.writer.title(&module.sections[*it].title)).collect();
        let facts = self.facts_of(&trains, &tests);
        let facts = facts.iter().filter_map(|it| self.edition.facts.get(it)).map(|fact| {
            let figure = evidence::figure(fact, FactField::Value, self.edition.language);
            match fact.amount.as_ref().and_then(|it| it.of.as_ref()) {
                Some(of) => {
                    text(&format!("{figure} {} {of} ({})", self.edition.language.phrases.evidence.of, fact.grade.letter()))
                }
                None => text(&format!("{figure} ({})", fact.grade.letter())),
            }
        });
        let facts = facts.collect();
        let tests = tests.iter().map(|it| self.writer.title(&it.item.question)).collect();
        vec![self.writer.title(&objective.text), self.cell(sections), self.cell(facts), self.cell(tests)]
    }

    /// The facts of the claims that the sections are about and that the questions' wrong answers come from, with those of the
    /// sections themselves.
    fn facts_of(&self, sections: &[usize], questions: &[&Question]) -> Vec<FactId> {
        let mut claims: BTreeSet<&str> = sections.iter().filter_map(|it| self.claims[*it]).collect();
        claims.extend(questions.iter().flat_map(|it| self.beliefs_behind(it)));
        let mut out: Vec<FactId> = Vec::new();
        for (idx, facts) in self.facts.iter().enumerate() {
            if sections.contains(&idx) || self.claims[idx].is_some_and(|it| claims.contains(it)) {
                out.extend(facts.iter().filter(|it| !out.contains(it)).cloned().collect::<Vec<_>>());
            }
        }
        out
    }

    fn beliefs_behind(&self, question: &Question) -> Vec<&'a str> {
        let key = self.module.quiz.as_ref().and_then(|it| it.key.get(&question.item.id));
        let ids: Vec<&String> = key.iter().flat_map(|it| it.misconceptions.iter().flatten()).collect();
        let misconceptions = self.module.misconceptions.iter().filter(|it| ids.contains(&&it.id));
        misconceptions.filter_map(|it| it.belief.as_ref().map(|belief| belief.value.as_str())).collect()
    }

    /// Entries under each other; a hole where there are none.
    fn cell(&mut self, entries: Vec<Inlines>) -> Inlines {
        let mut out = Inlines::new();
        let is_list = entries.len() > 1;
        for entry in entries.into_iter().filter(|it| !it.is_empty()) {
            if !out.is_empty() {
                out.push(Inline::LineBreak);
            }
            if is_list {
                out.extend(text("– "));
            }
            out.extend(entry);
        }
        if out.is_empty() {
            self.n_holes += 1;
            out.push(Inline::Strong(text(self.edition.language.phrases.followup.missing)));
        }
        out
    }

    /// Questions that test none of the objectives.
    fn loose_questions(&mut self) -> Blocks {
        let known: BTreeSet<&str> = self.module.objectives.iter().map(|it| it.id.as_str()).collect();
        let is_loose = |it: &&Question| it.item.objective.as_deref().is_none_or(|id| !known.contains(id));
        let loose: Vec<Inlines> =
            questions(self.module).filter(is_loose).map(|it| self.writer.title(&it.item.question)).collect();
        if loose.is_empty() {
            return Blocks::new();
        }
        let label = self.edition.language.phrases.followup.loose_questions;
        vec![Spanned::new(Block::RunIn(text(label)), self.edition.span), super::sheet::list(self.edition, None, loose)]
    }
}

fn questions(module: &Module) -> impl Iterator<Item = &Question> {
    module.quiz.iter().flat_map(|it| &it.questions)
}

fn text(text: &str) -> Inlines {
    vec![Inline::Text(text.to_owned())]
}
