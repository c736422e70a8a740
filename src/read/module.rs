//! A module: front matter and sections, in Markdown; and a translation laid over its original.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::blocks::{Reading, data_nodes};
use super::limit::{MOST, cap};
use super::section::{Typed, lay_attributes, read_section};
use super::shapes::{FRONT_MATTER, MISCONCEPTION, MODULE_SECTIONS, OBJECTIVE};
use super::text::{optional_prose, required_prose};
use crate::curriculum::{Misconception, Module, Objective, Section};
use crate::diagnostic::fault::{
    DATA_NOT_TRANSLATED, DUPLICATE_ID, FRONT_MATTER_MISSING, FRONT_MATTER_OPEN, NAME_NOT_ALLOWED, SECTION_NOT_IN_ORIGINAL,
    SECTION_NOT_TRANSLATED,
};
use crate::diagnostic::{Diagnostics, Reported};
use crate::prose::{self, Attributes, BlockKind, Features, Footnote, plain_text, slug};
use crate::source::{Place, Source, Span, Spanned};
use crate::yaml::{self, Node, NodeKind, Record};

/// A module as typed: its front matter as YAML, its sections in order.
#[derive(Debug, Clone)]
pub struct TypedModule {
    /// The front matter, or the whole of a module in YAML.
    pub front: Node,
    /// The sections.
    pub sections: Vec<Typed>,
    /// The footnotes.
    pub footnotes: Vec<Footnote>,
}

/// Splits a Markdown module into front matter and sections.
pub fn type_markdown(source: &Source, features: Features, diagnostics: &mut Diagnostics) -> Result<TypedModule, Reported> {
    let text: &str = &source.text;
    let Some((front_range, body_start)) = front_matter(text) else {
        let first_line = text.lines().next().unwrap_or_default().len();
        let is_open = text.lines().next().is_some_and(|it| it.trim_end() == "---");
        let fault = if is_open { &FRONT_MATTER_OPEN } else { &FRONT_MATTER_MISSING };
        return Err(diagnostics.error(fault, source.span(0..first_line), &[]));
    };
    let front_start = u32::try_from(front_range.start).unwrap_or(u32::MAX);
    let mut front = yaml::parse(&text[front_range], &Place::Offset(source.file, front_start), diagnostics)?;
    if front.kind == NodeKind::Null {
        front.span = source.span(0..body_start.min(3));
    }
    let place = Place::Offset(source.file, u32::try_from(body_start).unwrap_or(u32::MAX));
    let prose = prose::parse(&text[body_start..], &place, features, diagnostics);
    let start = source.span(body_start..body_start);
    let empty = |span| Typed { span, title: Vec::new(), attributes: Attributes::default(), blocks: Vec::new(), data: Vec::new() };
    let mut sections = vec![empty(start)];
    for block in prose.blocks {
        match block.kind {
            BlockKind::Heading(heading) if heading.level == 2 => {
                sections.push(Typed { title: heading.text, attributes: heading.attributes, ..empty(block.span) });
            }
            kind => {
                let section = sections.last_mut().expect("the opening is there");
                if section.title.is_empty() && section.blocks.is_empty() {
                    section.span = block.span;
                }
                section.blocks.push(prose::Block { span: block.span, kind });
            }
        }
    }
    if sections.first().is_some_and(|opening| opening.blocks.is_empty()) {
        sections.remove(0);
    }
    let mut footnotes = prose.footnotes;
    cap(&mut sections, MOST, |it| Some(it.span), diagnostics);
    cap(&mut footnotes, MOST, first_span, diagnostics);
    Ok(TypedModule { front, sections, footnotes })
}

/// Where a footnote begins.
pub fn first_span(footnote: &Footnote) -> Option<Span> {
    footnote.blocks.first().map(|it| it.span)
}

/// The bytes between the two lines of `---`, and where the body starts.
pub fn front_matter(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let first = text.split_inclusive('\n').next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut at = first.len();
    for line in text[at..].split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((first.len()..at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// What a module is called, before it is read.
pub struct Named {
    /// Its path below the curriculum.
    pub path: Arc<str>,
    /// Its file's name.
    pub file_name: String,
    /// Its slug by that name.
    pub slug: String,
    /// Whether it is wholly YAML.
    pub is_yaml: bool,
}

/// Makes a module of what was typed; with its original, if this is a translation.
pub fn read_module(
    typed: TypedModule,
    original: Option<&TypedModule>,
    named: &Named,
    features: Features,
    diagnostics: &mut Diagnostics,
) -> Result<Module, Reported> {
    let front = match original {
        Some(original) if !named.is_yaml => yaml::overlay(&original.front, &typed.front, diagnostics),
        _ => typed.front.clone(),
    };
    let more = if named.is_yaml { MODULE_SECTIONS } else { &[] };
    let mut record = Record::open_with(&front, &FRONT_MATTER, more, diagnostics)?;
    let title = required_prose(&mut record, "title", features);
    let span = record.node("title").map_or(record.span, |it| it.span);
    if named.slug.is_empty() && record.node("slug").is_none() {
        return Err(record.diagnostics.error(&NAME_NOT_ALLOWED, span, &[&named.file_name]));
    }
    let lead = optional_prose(&mut record, "lead", features);
    let slug = record.optional_text("slug").and_then(|it| is_address(it, record.diagnostics));
    let objectives = read_objectives(&mut record, features);
    let misconceptions = read_misconceptions(&mut record, features);
    let (reviewed, tags) = (record.optional_date("reviewed"), record.texts("tags"));
    let diagnostics = record.diagnostics;
    let footnotes = typed.footnotes.clone();
    let sections = match original {
        Some(original) if !named.is_yaml => read_translated_sections(typed, original, features, diagnostics),
        _ => read_sections(typed.sections, features, diagnostics),
    };
    let footnotes = read_footnotes(footnotes, features, diagnostics);
    Ok(Module {
        slug: slug?.map_or_else(|| named.slug.clone(), |it| it.value),
        path: Arc::clone(&named.path),
        file_name: named.file_name.clone(),
        span,
        title: title?,
        lead: lead?,
        objectives: objectives?,
        misconceptions: misconceptions?,
        reviewed: reviewed?,
        tags: tags?.into_iter().map(|it| it.value).collect(),
        sections,
        footnotes,
        quiz: None,
    })
}

/// A slug that can be part of an address.
fn is_address(slug: Option<Spanned<String>>, diagnostics: &mut Diagnostics) -> Result<Option<Spanned<String>>, Reported> {
    let is_of_name = |it: char| it.is_alphanumeric() || matches!(it, '-' | '_');
    match slug {
        Some(it) if it.value.is_empty() || it.value.len() > 100 || !it.value.chars().all(is_of_name) => {
            let meant = prose::slug(&it.value);
            let meant = Some(meant.as_str()).filter(|it| !it.is_empty() && it.len() <= 100);
            diagnostics.report(&NAME_NOT_ALLOWED, it.span, &[&it.value]).suggest(meant);
            Err(Reported)
        }
        other => Ok(other),
    }
}

fn read_objectives(record: &mut Record<'_>, features: Features) -> Result<Vec<Objective>, Reported> {
    const LEVELS: &[(&str, &str)] = &[
        ("remember", "remember"),
        ("understand", "understand"),
        ("apply", "apply"),
        ("analyze", "analyze"),
        ("evaluate", "evaluate"),
        ("create", "create"),
    ];
    let mut objectives: Vec<Objective> = Vec::new();
    for item in record.list("objectives")? {
        let mut objective = Record::open(item, &OBJECTIVE, record.diagnostics)?;
        let (id, level) = (objective.text("id"), objective.optional_choice("level", LEVELS));
        let text = required_prose(&mut objective, "text", features);
        let (id, level) = (id?, level?.map(str::to_owned));
        if objectives.iter().any(|it| it.id == id.value) {
            objective.diagnostics.report(&DUPLICATE_ID, id.span, &[&id.value]);
        }
        objectives.push(Objective { id: id.value, level, text: text?, span: id.span });
    }
    Ok(objectives)
}

fn read_misconceptions(record: &mut Record<'_>, features: Features) -> Result<Vec<Misconception>, Reported> {
    let mut misconceptions: Vec<Misconception> = Vec::new();
    for item in record.list("misconceptions")? {
        let mut misconception = Record::open(item, &MISCONCEPTION, record.diagnostics)?;
        let (id, belief) = (misconception.text("id"), misconception.optional_text("belief"));
        let text = required_prose(&mut misconception, "text", features);
        let (id, belief) = (id?, belief?);
        if misconceptions.iter().any(|it| it.id == id.value) {
            misconception.diagnostics.report(&DUPLICATE_ID, id.span, &[&id.value]);
        }
        misconceptions.push(Misconception { id: id.value, text: text?, belief, span: id.span });
    }
    Ok(misconceptions)
}

fn read_sections(typed: Vec<Typed>, features: Features, diagnostics: &mut Diagnostics) -> Vec<Section> {
    let ids = section_ids(&typed, diagnostics);
    let sections = typed.into_iter().zip(ids);
    sections
        .map(|(typed, id)| read_section(typed, id, &mut Reading { features, originals: None, n_data: 0, diagnostics }))
        .collect()
}

/// A translation's sections: by id, else by position among those without one. The original's order holds.
fn read_translated_sections(
    typed: TypedModule,
    original: &TypedModule,
    features: Features,
    diagnostics: &mut Diagnostics,
) -> Vec<Section> {
    // What is wrong with the original was said when it was read.
    let ids = section_ids(&original.sections, &mut Diagnostics::default());
    let mut left: Vec<Option<Typed>> = typed.sections.into_iter().map(Some).collect();
    let mut sections = Vec::with_capacity(ids.len());
    for (position, (source, id)) in original.sections.iter().zip(&ids).enumerate() {
        let by_id =
            left.iter().position(|it| it.as_ref().and_then(|it| it.attributes.id.as_ref()).is_some_and(|it| it.value == *id));
        let by_position = || {
            let same_kind = |it: &Typed| it.attributes.id.is_none() && it.title.is_empty() == source.title.is_empty();
            left.get(position).and_then(Option::as_ref).is_some_and(same_kind).then_some(position)
        };
        let Some(found) = by_id.or_else(by_position).and_then(|found| left[found].take()) else {
            let at = typed.front.span;
            diagnostics.report(&SECTION_NOT_TRANSLATED, at, &[&plain_text(&source.title), id]).relate(
                source.span,
                "the original's section",
                "avsnittet i originalet",
            );
            continue;
        };
        let originals = originals_of(source);
        let attributes = lay_attributes(&source.attributes, &found.attributes, diagnostics);
        let heading = found.span;
        let mut reading = Reading { features, originals: Some(&originals), n_data: 0, diagnostics };
        let section = read_section(Typed { attributes, ..found }, id.clone(), &mut reading);
        let n_data = reading.n_data;
        if n_data < originals.len() {
            diagnostics.report(&DATA_NOT_TRANSLATED, heading, &[&originals.len().to_string(), &n_data.to_string()]).relate(
                source.span,
                "the original's section",
                "avsnittet i originalet",
            );
        }
        sections.push(section);
    }
    for extra in left.into_iter().flatten() {
        diagnostics.report(&SECTION_NOT_IN_ORIGINAL, extra.span, &[&plain_text(&extra.title)]);
    }
    sections
}

fn originals_of(section: &Typed) -> Vec<Node> {
    let mut nodes = data_nodes(&section.blocks, &mut Diagnostics::default());
    nodes.extend(section.data.iter().map(|(_, node)| node.clone()));
    nodes
}

/// The id of each section: its own, else its heading as a slug; a second one of the same name is reported, or numbered.
pub fn section_ids(sections: &[Typed], diagnostics: &mut Diagnostics) -> Vec<String> {
    let mut taken: BTreeMap<String, Span> = BTreeMap::new();
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let id = |section: &Typed| {
        let id = match &section.attributes.id {
            Some(id) => {
                if let Some(first) = taken.get(&id.value) {
                    diagnostics.report(&DUPLICATE_ID, id.span, &[&id.value]).relate(
                        *first,
                        "first used here",
                        "först använt här",
                    );
                }
                id.value.clone()
            }
            None if section.title.is_empty() => "opening".to_owned(),
            None => slug(&plain_text(&section.title)),
        };
        let base = if id.is_empty() { "section".to_owned() } else { id };
        let mut unique = base.clone();
        while taken.contains_key(&unique) {
            // The next number of this name; the ones before it are known to be taken.
            let number = numbers.entry(base.clone()).or_insert(1);
            *number += 1;
            unique = format!("{base}-{number}");
        }
        taken.insert(unique.clone(), section.span);
        unique
    };
    sections.iter().map(id).collect()
}

fn read_footnotes(footnotes: Vec<Footnote>, features: Features, diagnostics: &mut Diagnostics) -> Vec<Footnote> {
    let mut reading = Reading { features, originals: None, n_data: 0, diagnostics };
    let plain = footnotes.into_iter().map(|it| Footnote { label: it.label, blocks: reading.plain_all(it.blocks) });
    plain.collect()
}
