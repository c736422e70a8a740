//! A module written wholly in YAML: sections become what their Markdown twins would be, before anything is read from them.

use super::limit::{MOST, cap};
use super::module::{TypedModule, first_span};
use super::section::Typed;
use super::shapes::{FRONT_MATTER, MODULE_SECTIONS, SECTION};
use super::text::prose as read_prose;
use super::words::ATTRIBUTES;
use crate::diagnostic::fault::{EXPECTED, NO_SECTIONS, SECTION_IN_BODY};
use crate::diagnostic::{Diagnostics, Reported};
use crate::prose::{self, Attribute, Attributes, DataKind, Features, Footnote};
use crate::source::{Source, Spanned};
use crate::yaml::{self, Node, NodeKind, Record};

const DATA: &[(&str, DataKind)] =
    &[("chart", DataKind::Chart), ("process", DataKind::Process), ("worksheet", DataKind::Worksheet), ("poll", DataKind::Poll)];

/// Reads a module in YAML, laid over its original if it is a translation.
pub fn type_yaml(
    source: &Source,
    original: Option<&Node>,
    features: Features,
    diagnostics: &mut Diagnostics,
) -> Result<TypedModule, Reported> {
    let node = yaml::parse(&source.text, &source.place(), diagnostics)?;
    let front = match original {
        Some(original) => yaml::overlay(original, &node, diagnostics),
        None => node,
    };
    let (mut sections, mut footnotes) = (Vec::new(), Vec::new());
    {
        // The front matter's own findings come when it is read; here only the sections are asked for.
        let mut silent = diagnostics.aside();
        let mut record = Record::open_with(&front, &FRONT_MATTER, MODULE_SECTIONS, &mut silent)?;
        if record.required("sections").is_err() {
            return Err(diagnostics.error(&NO_SECTIONS, front.span, &[]));
        }
        let items = record.list("sections").map_err(|_| diagnostics.error(&NO_SECTIONS, front.span, &[]))?;
        for item in items {
            sections.extend(type_section(item, features, &mut footnotes, diagnostics));
        }
    }
    cap(&mut sections, MOST, |it| Some(it.span), diagnostics);
    cap(&mut footnotes, MOST, first_span, diagnostics);
    Ok(TypedModule { front, sections, footnotes })
}

fn type_section(
    node: &Node,
    features: Features,
    footnotes: &mut Vec<Footnote>,
    diagnostics: &mut Diagnostics,
) -> Result<Typed, Reported> {
    let mut record = Record::open(node, &SECTION, diagnostics)?;
    let title = record.node("title").and_then(|it| read_prose(it, features, record.diagnostics));
    let mut attributes = Attributes {
        id: record.optional_text("id")?,
        classes: record.optional_text("role")?.into_iter().collect(),
        pairs: Vec::new(),
    };
    for key in ATTRIBUTES {
        let Some(value) = record.node(key) else { continue };
        let texts: Vec<&str> = record.one_or_more(key).iter().filter_map(Node::text).map(str::trim).collect();
        let value = Spanned::new(texts.join(", "), value.span);
        attributes.pairs.push(Attribute { key: Spanned::new((*key).to_owned(), value.span), value });
    }
    let body = match record.node("body") {
        Some(Node { kind: NodeKind::Scalar(scalar), .. }) => {
            prose::parse(&scalar.text, &scalar.place, features, record.diagnostics)
        }
        Some(node) if node.kind != NodeKind::Null => {
            let noun = node.noun();
            return Err(record.diagnostics.error(&EXPECTED, node.span, &["body", "a text", noun]));
        }
        _ => prose::Prose::default(),
    };
    for block in &body.blocks {
        if matches!(&block.kind, prose::BlockKind::Heading(heading) if heading.level == 2) {
            record.diagnostics.report(&SECTION_IN_BODY, block.span, &[]);
        }
    }
    footnotes.extend(body.footnotes);
    let data = DATA.iter().filter_map(|(key, kind)| Some((*kind, record.node(key)?.clone()))).collect();
    let span = record.node("title").map_or(record.span, |it| it.span);
    Ok(Typed { span, title: title.unwrap_or_default(), attributes, blocks: body.blocks, data })
}
