//! Page shells: Tera templates, checked when the theme is loaded, so that a broken one never stops a build.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tera::{Context, ErrorKind, Tera};

use super::layers::Layer;
use crate::diagnostic::fault::{BROKEN_TEMPLATE, UNKNOWN_TEMPLATE_VALUE};
use crate::diagnostic::{Diagnostics, did_you_mean};
use crate::source::{Root, Source, Span};

/// The compiled shells.
#[derive(Debug)]
pub(super) struct Shells {
    /// All layers.
    layered: Tera,
    /// The built-in layer alone, for a template that fails when it is filled.
    built_in: Tera,
}

/// A template's text and, where it is an author's, its place among the sources.
struct Template {
    text: String,
    source: Option<Source>,
}

impl Shells {
    /// Compiles the shells of all layers. What does not compile is reported and left out.
    pub(super) fn compile(layers: &[Layer], diagnostics: &mut Diagnostics) -> Shells {
        let (last, own) = layers.split_last().expect("the built-in layer is always there");
        let built_in = Tera::default();
        let built_in = compiled(built_in, layers, &templates(std::slice::from_ref(last), diagnostics))
            .unwrap_or_else(|error| panic!("the built-in shells compile: {error}"));
        let mut all = templates(own, diagnostics);
        all.extend(templates(std::slice::from_ref(last), diagnostics));
        let layered = loop {
            match compiled(Tera::default(), layers, &all) {
                Ok(tera) => break tera,
                Err(error) => {
                    let broken = report(&error, &all, diagnostics).filter(|name| !name.starts_with(&last.prefix));
                    match broken {
                        Some(name) => drop(all.remove(&name)),
                        // Nothing says which one it is, so none of the theme's own is used.
                        None => all.retain(|name, _| name.starts_with(&last.prefix)),
                    }
                }
            }
        };
        check_values(&layered, &built_in, &all, last, diagnostics);
        Shells { layered, built_in }
    }

    /// A shell filled with values.
    pub(super) fn fill(&self, name: &str, values: &Value) -> String {
        let name = format!("html/{name}");
        let context = Context::from_serialize(values).expect("a shell's values are an object");
        self.layered
            .render(&name, &context)
            .or_else(|_| self.built_in.render(&name, &context))
            .unwrap_or_else(|error| panic!("the built-in shell {name} takes these values: {error}"))
    }
}

/// The templates of some layers by prefixed name.
fn templates(layers: &[Layer], diagnostics: &mut Diagnostics) -> BTreeMap<String, Template> {
    let mut out = BTreeMap::new();
    for layer in layers {
        for (path, bytes) in &layer.files {
            if path.starts_with("html/") && path.ends_with(".html") {
                let text = String::from_utf8_lossy(bytes).into_owned();
                let name = format!("{}{path}", layer.prefix);
                let source =
                    (layer.prefix != "built-in/").then(|| diagnostics.sources.add_from(Root::Themes, &name, text.as_str()));
                out.insert(name, Template { text, source });
            }
        }
    }
    out
}

fn compiled(mut tera: Tera, layers: &[Layer], templates: &BTreeMap<String, Template>) -> tera::TeraResult<Tera> {
    tera.set_fallback_prefixes(layers.iter().map(|layer| layer.prefix.clone()))?;
    tera.add_raw_templates(templates.iter().map(|(name, template)| (name.as_str(), template.text.as_str())))?;
    Ok(tera)
}

/// Reports a template that does not compile, and says which one it is if that is known.
fn report(error: &tera::Error, templates: &BTreeMap<String, Template>, diagnostics: &mut Diagnostics) -> Option<String> {
    let (name, message, place) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (Some(report.filename().to_owned()), report.message().to_owned(), Some(report.span()))
        }
        ErrorKind::MissingParent { current, .. } => (Some(current.clone()), error.to_string(), None),
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (Some(tpl.clone()), error.to_string(), None)
        }
        _ => (None, error.to_string(), None),
    };
    let name = name.filter(|name| templates.contains_key(name));
    let source = name.as_ref().and_then(|name| templates[name].source.as_ref());
    let span = source.map(|source| match place {
        Some(it) => Span::new(source.file, byte(source, it.start_line, it.start_col), byte(source, it.end_line, it.end_col)),
        None => source.span(0..0),
    });
    let first_line = message.lines().next().unwrap_or_default().trim_end_matches('.').to_owned();
    diagnostics.report(&BROKEN_TEMPLATE, span, &[name.as_deref().unwrap_or("?"), &first_line]);
    name
}

/// The byte of a line (from 1) and column (from 0, in characters).
fn byte(source: &Source, line: usize, column: usize) -> usize {
    let mut start = 0;
    for (idx, text) in source.text.split_inclusive('\n').enumerate() {
        if idx + 1 == line {
            return start + text.char_indices().nth(column).map_or(text.trim_end().len(), |(at, _)| at);
        }
        start += text.len();
    }
    source.text.len()
}

/// Reports values that a theme's shell asks for and no document gives, so that a slip is seen before a page is filled.
fn check_values(
    layered: &Tera,
    built_in: &Tera,
    templates: &BTreeMap<String, Template>,
    last: &Layer,
    diagnostics: &mut Diagnostics,
) {
    for path in last.files.keys().filter(|path| path.starts_with("html/")) {
        let known: BTreeSet<&str> = built_in.get_template_variables(path).unwrap_or_default().into_iter().collect();
        let asked: BTreeSet<&str> = layered.get_template_variables(path).unwrap_or_default().into_iter().collect();
        for value in asked.difference(&known) {
            let own = templates.iter().find(|(name, it)| name.ends_with(path.as_str()) && it.source.is_some());
            let source = own.and_then(|(_, template)| template.source.as_ref());
            let span = source.and_then(|it| it.text.find(value).map(|at| it.span(at..at + value.len())));
            let similar = did_you_mean(value, known.iter().copied());
            diagnostics.report(&UNKNOWN_TEMPLATE_VALUE, span, &[value, path]).suggest(similar);
        }
    }
}
