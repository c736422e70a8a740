//! Rules about references: every fact, source, section, footnote, picture, objective and misconception that is named exists.

use std::collections::BTreeMap;

use super::rule::Subject;
use super::walk;
use crate::curriculum::{BlockKind, ChartKind, Edition, Fact, FactId, Module};
use crate::diagnostic::fault::{
    ALT_MISSING, DUPLICATE_ID, FACT_WITHOUT_VALUE, UNKNOWN_FACT, UNKNOWN_FOOTNOTE, UNKNOWN_MISCONCEPTION, UNKNOWN_MODULE,
    UNKNOWN_OBJECTIVE, UNKNOWN_PICTURE, UNKNOWN_SECTION, UNKNOWN_SOURCE,
};
use crate::diagnostic::{Diagnostics, did_you_mean};
use crate::prose::{FactField, GapContent, InlineKind, Target};
use crate::source::{Sources, Span, Spanned};

/// Facts in running text, gaps, charts and guesses.
pub fn facts(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let facts = &subject.edition.facts;
    let mut look = |id: &str, span: Span| {
        let fact = FactId(id.to_owned());
        if !facts.contains_key(&fact) {
            let similar = did_you_mean(id, facts.keys().map(|it| it.0.as_str()));
            let is_unread = subject.edition.unread.has_fact(&fact);
            diagnostics.report(&UNKNOWN_FACT, span, &[id]).suggest(similar).follows(is_unread);
        }
    };
    for module in &subject.edition.modules {
        walk::inlines(module, &mut |inline| match &inline.kind {
            InlineKind::Fact { id, .. } | InlineKind::Gap { content: GapContent::Fact(id), .. } => look(&id.value, id.span),
            _ => {}
        });
        walk::chart_facts(module, &mut |fact| look(&fact.value.0, fact.span));
    }
}

/// Facts that are asked for a figure, range, number or year they do not have.
pub fn fact_fields(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let facts = &subject.edition.facts;
    let mut look = |id: &str, span: Span, field: FactField| {
        let Some(fact) = facts.get(&FactId(id.to_owned())) else { return };
        if let Some(missing) = missing_field(fact, field) {
            lacks(fact, span, missing, diagnostics);
        }
    };
    for module in &subject.edition.modules {
        walk::inlines(module, &mut |inline| match &inline.kind {
            InlineKind::Fact { id, field } => look(&id.value, id.span, *field),
            InlineKind::Gap { content: GapContent::Fact(id), .. } => look(&id.value, id.span, FactField::Value),
            _ => {}
        });
        walk::chart_facts(module, &mut |fact| look(&fact.value.0, fact.span, FactField::Value));
    }
    for module in &subject.edition.modules {
        walk::charts(module, &mut |chart| {
            let mut look = |id: &Spanned<FactId>| {
                let is_range = |it: &&Fact| it.amount.as_ref().is_some_and(|it| it.point.is_none());
                if let Some(fact) = facts.get(&id.value).filter(is_range) {
                    lacks(fact, id.span, "value.point", diagnostics);
                }
            };
            // Only a range can be drawn without a figure.
            if chart.kind != ChartKind::Range {
                chart.data.iter().for_each(|it| walk::value_facts(&it.value, &mut look));
            }
        });
    }
}

fn lacks(fact: &Fact, span: Span, missing: &str, diagnostics: &mut Diagnostics) {
    diagnostics.report(&FACT_WITHOUT_VALUE, span, &[&fact.id.0, missing]).relate(
        fact.span,
        "the fact is defined here",
        "faktumet är definierat här",
    );
}

fn missing_field(fact: &Fact, field: FactField) -> Option<&'static str> {
    let amount = fact.amount.as_ref();
    match field {
        FactField::Value => amount.is_none().then_some("value"),
        FactField::Range => amount.is_none_or(|it| it.low.is_none() || it.high.is_none()).then_some("low, high"),
        FactField::N => fact.n.is_none().then_some("n"),
        FactField::Year => fact.year.is_none().then_some("year"),
    }
}

/// Sources that are cited, and those that facts rest on.
pub fn sources(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let sources = &subject.edition.sources;
    let mut look = |key: &Spanned<String>| {
        if !sources.contains(&key.value) {
            let similar = did_you_mean(&key.value, sources.keys());
            let is_unread = sources.is_unread(&key.value);
            diagnostics.report(&UNKNOWN_SOURCE, key.span, &[&key.value]).suggest(similar).follows(is_unread);
        }
    };
    for fact in subject.edition.facts.values() {
        fact.sources.iter().chain(&fact.disputed_by).for_each(&mut look);
    }
    for module in &subject.edition.modules {
        walk::inlines(module, &mut |inline| {
            if let InlineKind::Cite(citations) = &inline.kind {
                citations.iter().for_each(|it| look(&it.key));
            }
        });
    }
}

/// Sections that are linked to, and beliefs that misconceptions name.
pub fn sections(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        walk::inlines(module, &mut |inline| {
            let InlineKind::Link { target: Target::Section { file, id }, .. } = &inline.kind else { return };
            let target = match file {
                None => Some(module),
                Some(name) => subject.edition.modules.iter().find(|it| it.file_name == *name),
            };
            let Some(target) = target else {
                let name = file.as_deref().unwrap_or_default();
                let others = subject.edition.modules.iter().filter(|it| it.path != module.path);
                let similar = did_you_mean(name, others.map(|it| it.file_name.as_str()));
                let is_unread = subject.edition.unread.modules.contains(name);
                diagnostics.report(&UNKNOWN_MODULE, inline.span, &[name]).suggest(similar).follows(is_unread);
                return;
            };
            let places = places(target);
            if !id.is_empty() && !places.contains(&id.as_str()) {
                let similar = did_you_mean(id, places);
                diagnostics.report(&UNKNOWN_SECTION, inline.span, &[id]).suggest(similar);
            }
        });
        for belief in module.misconceptions.iter().filter_map(|it| it.belief.as_ref()) {
            if !module.sections.iter().any(|it| it.id == belief.value) {
                let similar = did_you_mean(&belief.value, module.sections.iter().map(|it| it.id.as_str()));
                diagnostics.report(&UNKNOWN_SECTION, belief.span, &[&belief.value]).suggest(similar);
            }
        }
    }
}

/// The ids a link can lead to: sections, slides in them that the author named, and run-in headings.
fn places(module: &Module) -> Vec<&str> {
    let mut out = Vec::new();
    for section in &module.sections {
        out.push(section.id.as_str());
        for block in &section.blocks {
            match &block.kind {
                BlockKind::SlideBreak { id, .. } | BlockKind::RunIn { id, .. } => out.extend(id.as_deref()),
                _ => {}
            }
        }
    }
    out
}

/// Footnotes that are marked.
pub fn footnotes(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        walk::inlines(module, &mut |inline| {
            if let InlineKind::Footnote(label) = &inline.kind
                && !module.footnotes.iter().any(|it| it.label == *label)
            {
                diagnostics.report(&UNKNOWN_FOOTNOTE, inline.span, &[label]);
            }
        });
    }
}

/// Pictures that are shown.
pub fn pictures(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        walk::inlines(module, &mut |inline| {
            let InlineKind::Image { path, .. } = &inline.kind else { return };
            if picture_path(subject, module, &path.value).is_none() {
                let folder = format!("{}/", subject.edition.slug);
                let beside = subject.tree.paths().iter().filter_map(|it| it.strip_prefix(&folder));
                let similar = did_you_mean(&path.value, beside);
                diagnostics.report(&UNKNOWN_PICTURE, path.span, &[&path.value]).suggest(similar);
            }
        });
    }
}

/// The path of a picture in the tree: beside the module, or for a translation beside the original.
fn picture_path(subject: Subject<'_>, module: &Module, path: &str) -> Option<String> {
    module.picture_paths(path, subject.edition.language.tag).into_iter().find(|it| subject.tree.contains(it))
}

/// Pictures without words for those who cannot see them.
pub fn alts(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        walk::inlines(module, &mut |inline| {
            if let InlineKind::Image { alt, .. } = &inline.kind
                && alt.trim().is_empty()
            {
                diagnostics.report(&ALT_MISSING, inline.span, &[]);
            }
        });
    }
}

/// Objectives that sections and questions name.
pub fn objectives(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let sources = diagnostics.sources.clone();
    for module in &subject.edition.modules {
        let mut look = |id: &str, span: Span| {
            if !module.objectives.iter().any(|it| it.id == id) {
                let similar = did_you_mean(id, module.objectives.iter().map(|it| it.id.as_str()));
                diagnostics.report(&UNKNOWN_OBJECTIVE, span, &[id]).suggest(similar);
            }
        };
        for section in &module.sections {
            section.work.objective.iter().for_each(|it| look(it, named(&sources, section.span, it)));
        }
        for question in module.quiz.iter().flat_map(|it| &it.questions) {
            question.item.objective.iter().for_each(|it| look(it, named(&sources, below(&sources, question.span), it)));
        }
    }
}

/// Misconceptions that options stand for.
pub fn misconceptions(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    if subject.edition.translated.is_none() {
        double_misconceptions(subject.edition, diagnostics);
    }
    let known = known_misconceptions(subject.edition);
    for module in &subject.edition.modules {
        let Some(quiz) = &module.quiz else { continue };
        for question in &quiz.questions {
            let answer = quiz.key.get(&question.item.id);
            for id in answer.iter().flat_map(|it| it.misconceptions.iter().flatten()) {
                if !known.contains(&id.as_str()) {
                    let similar = did_you_mean(id, known.iter().copied());
                    let at = below(&diagnostics.sources, question.span);
                    let span = named(&diagnostics.sources, at, id);
                    let is_unread = !subject.edition.unread.modules.is_empty();
                    diagnostics.report(&UNKNOWN_MISCONCEPTION, span, &[id]).suggest(similar).follows(is_unread);
                }
            }
        }
    }
}

/// An id of a misconception stands for one in the whole course; twice in a module was told when it was read.
fn double_misconceptions(edition: &Edition, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<&str, (Span, usize)> = BTreeMap::new();
    for (module_idx, module) in edition.modules.iter().enumerate() {
        for misconception in &module.misconceptions {
            let (span, owner) = *first.entry(&misconception.id).or_insert((misconception.span, module_idx));
            if owner != module_idx {
                diagnostics.report(&DUPLICATE_ID, misconception.span, &[&misconception.id]).relate(
                    span,
                    "first used here",
                    "först använt här",
                );
            }
        }
    }
}

/// Where an id stands after its key in a place; the place itself if it is not found there.
fn named(sources: &Sources, place: Span, id: &str) -> Span {
    let text = sources.get(place.file).text.get(place.range()).unwrap_or_default();
    let is_value = |at: &usize| {
        let is_whole = !text[at + id.len()..].starts_with(|it: char| it.is_alphanumeric() || matches!(it, '-' | '_'));
        is_whole && text[..*at].trim_end_matches([' ', '"']).ends_with(['=', ':'])
    };
    let found = text.match_indices(id).map(|(at, _)| at).find(is_value);
    found.map_or(place, |at| {
        let start = place.start as usize + at;
        Span::new(place.file, start, start + id.len())
    })
}

/// From the start of a place to the end of its file.
fn below(sources: &Sources, place: Span) -> Span {
    Span::new(place.file, place.start as usize, sources.get(place.file).text.len())
}

fn known_misconceptions(edition: &Edition) -> Vec<&str> {
    edition.modules.iter().flat_map(|it| &it.misconceptions).map(|it| it.id.as_str()).collect()
}
