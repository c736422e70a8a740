//! What stands in the course and is used nowhere.

use std::collections::BTreeSet;

use super::rule::Subject;
use super::walk;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::{UNUSED_FACT, UNUSED_PICTURE, UNUSED_SOURCE};
use crate::prose::{GapContent, InlineKind};

/// Files that are pictures, by their endings.
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"];

/// Facts that no text, chart, guess or question shows.
pub fn facts(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    if is_part_unread(subject, diagnostics) {
        return;
    }
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for module in subject.course.editions.iter().flat_map(|it| &it.modules) {
        walk::inlines(module, &mut |inline| match &inline.kind {
            InlineKind::Fact { id, .. } | InlineKind::Gap { content: GapContent::Fact(id), .. } => {
                used.insert(&id.value);
            }
            _ => {}
        });
        walk::chart_facts(module, &mut |fact| {
            used.insert(&fact.value.0);
        });
        used.extend(module.quiz.iter().flat_map(|it| &it.questions).filter_map(|it| it.fact.as_ref()).map(|it| it.0.as_str()));
    }
    for fact in subject.edition.facts.values().filter(|it| !used.contains(it.id.0.as_str())) {
        diagnostics.report(&UNUSED_FACT, fact.span, &[&fact.id.0]);
    }
}

/// Sources that nobody cites and no fact rests on.
pub fn sources(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    if is_part_unread(subject, diagnostics) {
        return;
    }
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for edition in &subject.course.editions {
        for fact in edition.facts.values() {
            used.extend(fact.sources.iter().chain(&fact.disputed_by).map(|it| it.value.as_str()));
        }
        for module in &edition.modules {
            walk::inlines(module, &mut |inline| {
                if let InlineKind::Cite(citations) = &inline.kind {
                    used.extend(citations.iter().map(|it| it.key.value.as_str()));
                }
            });
        }
    }
    for listed in subject.edition.sources.listed() {
        if !used.contains(listed.key.as_str()) && !listed.is_built_upon {
            diagnostics.report(&UNUSED_SOURCE, listed.span, &[&listed.key]);
        }
    }
}

/// Pictures in the course's folder that nothing shows. They have no text to stand in, so they are told at the course's title.
pub fn pictures(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    if is_part_unread(subject, diagnostics) {
        return;
    }
    let prefix = format!("{}/", subject.edition.slug);
    let is_picture =
        |path: &str| path.rsplit_once('.').is_some_and(|(_, it)| PICTURES.contains(&it.to_ascii_lowercase().as_str()));
    let is_open = |path: &str| !path.split('/').any(|it| it.starts_with(['_', '.']));
    let mut lone: Vec<&str> = subject.tree.paths().iter().map(String::as_str).collect();
    lone.retain(|it| it.starts_with(&prefix) && is_picture(it) && is_open(it));
    if lone.is_empty() {
        return;
    }
    let mut shown: BTreeSet<String> = BTreeSet::new();
    for edition in &subject.course.editions {
        for module in &edition.modules {
            walk::inlines(module, &mut |inline| {
                if let InlineKind::Image { path, .. } = &inline.kind {
                    shown.extend(module.picture_paths(&path.value, edition.language.tag));
                }
            });
        }
    }
    lone.retain(|it| !shown.contains(*it));
    // Raw HTML and the brand name pictures too, in ways of their own.
    let is_named = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        let ours = |it: &str| it.starts_with(&prefix) || !it.contains('/');
        diagnostics.sources.iter().any(|it| ours(&it.path) && it.text.contains(name))
            || subject.tree.bytes("_brand.yml").is_ok_and(|it| String::from_utf8_lossy(&it).contains(name))
    };
    lone.retain(|it| !is_named(it));
    for path in lone {
        diagnostics.report(&UNUSED_PICTURE, subject.edition.span, &[path.strip_prefix(&prefix).unwrap_or(path)]);
    }
}

/// Whether something in the course could not be read: what it uses is not known then.
fn is_part_unread(subject: Subject<'_>, diagnostics: &Diagnostics) -> bool {
    let prefix = format!("{}/", subject.edition.slug);
    let in_course = |file| diagnostics.sources.get(file).path.starts_with(&prefix);
    diagnostics.iter().any(|it| it.is_error() && it.span.is_some_and(|span| in_course(span.file)))
}
