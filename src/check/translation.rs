//! Rules about a translation beside its original.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::rule::Subject;
use super::walk;
use crate::curriculum::{Module, Section};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::{GAPS_DIFFER, TRANSLATION_BEHIND};
use crate::item::{Item, Response};
use crate::prose::{Inline, InlineKind, START, hash_text, outline};
use crate::source::{Source, Span};
use crate::yaml::texts;

/// A section whose original says something else than when it was translated.
pub fn behind(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let Some(translated) = &subject.edition.translated else { return };
    let sources: BTreeMap<Arc<str>, Source> = diagnostics.sources.iter().map(|it| (Arc::clone(&it.path), it.clone())).collect();
    let (slug, tag) = (&subject.edition.slug, subject.edition.language.tag);
    for (name, parts) in &translated.digests {
        let original = sources.get(format!("{slug}/{name}").as_str());
        let own = sources.get(format!("{slug}/{tag}/{name}").as_str());
        let (Some(original), Some(own)) = (original, own) else { continue };
        if !name.ends_with(".md") {
            if parts.get("_whole").is_some_and(|it| *it != hash_text(&texts(name, &original.text))) {
                tell(first_line(own), first_line(original), name, diagnostics);
            }
            continue;
        }
        let module = subject.edition.modules.iter().find(|it| it.file_name == *name);
        let before = subject.original().and_then(|it| it.modules.iter().find(|it| it.file_name == *name));
        for (position, part) in outline(&original.text).iter().enumerate() {
            if parts.get(&part.key).is_some_and(|it| *it != part.hash) {
                let place = |module: Option<&Arc<Module>>| module.and_then(|it| heading(it, &part.key, position));
                let at = place(module).unwrap_or_else(|| first_line(own));
                tell(at, place(before).unwrap_or_else(|| first_line(original)), name, diagnostics);
            }
        }
    }
}

fn tell(at: Span, original: Span, name: &str, diagnostics: &mut Diagnostics) {
    diagnostics.report(&TRANSLATION_BEHIND, at, &[name]).relate(original, "the original has changed", "originalet har ändrats");
}

/// Where a part of an outline is in a module.
fn heading(module: &Module, key: &str, position: usize) -> Option<Span> {
    if key == START {
        return Some(module.span);
    }
    let mut titled = module.sections.iter().filter(|it| !it.title.is_empty());
    let by_id = module.sections.iter().find(|it| it.id == key);
    by_id.or_else(|| titled.nth(position.checked_sub(1)?)).map(|it| it.span)
}

fn first_line(source: &Source) -> Span {
    source.span(0..source.text.find('\n').unwrap_or(source.text.len()))
}

/// A section or a question with more gaps, or fewer, than its original.
pub fn gaps(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let Some(original) = subject.original() else { return };
    for module in &subject.edition.modules {
        let Some(before) = original.modules.iter().find(|it| it.file_name == module.file_name) else { continue };
        for section in &module.sections {
            let Some(source) = before.sections.iter().find(|it| it.id == section.id) else { continue };
            tell_gaps((section.span, gaps_of(section)), (source.span, gaps_of(source)), diagnostics);
        }
        let questions = module.quiz.iter().flat_map(|it| &it.questions);
        for question in questions {
            let mut sources = before.quiz.iter().flat_map(|it| &it.questions);
            let Some(source) = sources.find(|it| it.item.id == question.item.id) else { continue };
            let (own, theirs) = (gaps_of_item(&question.item), gaps_of_item(&source.item));
            tell_gaps((question.span, own), (source.span, theirs), diagnostics);
        }
    }
}

fn tell_gaps((span, own): (Span, usize), (original, theirs): (Span, usize), diagnostics: &mut Diagnostics) {
    if own != theirs {
        diagnostics.report(&GAPS_DIFFER, span, &[&own.to_string(), &theirs.to_string()]).relate(
            original,
            "the original",
            "originalet",
        );
    }
}

fn gaps_of(section: &Section) -> usize {
    let mut gaps = 0;
    walk::section_inlines(section, &mut |it| gaps += usize::from(matches!(it.kind, InlineKind::Gap { .. })));
    gaps
}

fn gaps_of_item(item: &Item<Vec<Inline>>) -> usize {
    match &item.response {
        Response::Cloze { pieces, .. } => pieces.len().saturating_sub(1),
        _ => 0,
    }
}
