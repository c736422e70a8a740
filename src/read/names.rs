//! Where names stand: what defines a fact, source, misconception, section, objective or question, and what speaks of it.
//!
//! Editors go from one to the other and rename them. Each file is read for itself, so that a mistake in one, or a text that
//! is half typed, leaves the names of the others.

use super::files::{FileKind, FileName, data_root, fields, file_name, root};
use super::folder::read_text;
use super::module::{TypedModule, section_ids, type_markdown};
use super::section::Typed;
use super::shapes::SECTION;
use super::yaml_module::type_yaml;
use crate::citation::{source_keys, source_uses};
use crate::diagnostic::Diagnostics;
use crate::locale::LANGUAGES;
use crate::prose::{self, Block, BlockKind, Features, GapContent, Inline, InlineKind, Target, parse_inline};
use crate::source::{Source, Sources, Span, Spanned};
use crate::tree::Tree;
use crate::yaml::{self, FieldKind, Node, NodeKind, Shape, Thing, number};

/// What a name does where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameRole {
    /// It defines the thing.
    Definition,
    /// The thing is defined here, but the name is made from its heading.
    Made,
    /// It speaks of the thing.
    Use,
}

/// A name where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// What it names.
    pub thing: Thing,
    /// The module in which the thing is known, without ending; nothing if it is known in the whole course.
    pub module: Option<String>,
    /// The name and the words that are it; the heading if it is made from that.
    pub id: Spanned<String>,
    /// What it does here.
    pub role: NameRole,
}

/// The names of a course.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// The texts they stand in.
    pub sources: Sources,
    /// The names, in the order of the files.
    pub list: Vec<Name>,
    /// Whether `$…$` is a formula in the course.
    pub math: bool,
}

impl Names {
    /// The name that stands at a byte of a file, its last byte's end included.
    pub fn at(&self, path: &str, byte: u32) -> Option<&Name> {
        let is_here = |it: &&Name| {
            let span = it.id.span;
            *self.sources.get(span.file).path == *path && span.start <= byte && byte <= span.end
        };
        self.list.iter().filter(is_here).min_by_key(|it| (it.role == NameRole::Made, it.id.span.end - it.id.span.start))
    }

    /// Every place that names the same thing.
    pub fn same<'a>(&'a self, name: &'a Name) -> impl Iterator<Item = &'a Name> {
        self.list.iter().filter(|it| it.thing == name.thing && it.module == name.module && it.id.value == name.id.value)
    }

    /// The names that are given to things of a kind and can be used in a module.
    pub fn known<'a>(&'a self, thing: Thing, module: Option<&'a str>) -> impl Iterator<Item = &'a Name> {
        let is_given = |it: &&Name| it.role != NameRole::Use;
        let is_near = move |it: &&Name| it.module.is_none() || module.is_none() || it.module.as_deref() == module;
        self.list.iter().filter(move |it| it.thing == thing).filter(is_given).filter(is_near)
    }
}

/// Finds the names of a course.
pub fn names(tree: &Tree, course: &str) -> Names {
    let mut diagnostics = Diagnostics::default();
    let features = features(tree, course);
    let prefix = format!("{course}/");
    let mut list = Vec::new();
    for path in tree.paths().iter().filter(|it| it.starts_with(&prefix)) {
        let Some(name) = file_name(path) else { continue };
        let Some(source) = read_text(tree, path, &mut diagnostics) else { continue };
        let mut finding = Finding { name, source: &source, features, diagnostics: &mut diagnostics, list: &mut list };
        finding.file();
    }
    Names { sources: diagnostics.sources, list, math: features.math }
}

/// Finds the names of one file, whose text may not be saved.
pub fn names_of(path: &str, text: &str, math: bool) -> Names {
    let mut diagnostics = Diagnostics::default();
    let mut list = Vec::new();
    let source = diagnostics.sources.add(path, text);
    if let Some(name) = file_name(path) {
        let features = Features { math, language: LANGUAGES[0] };
        Finding { name, source: &source, features, diagnostics: &mut diagnostics, list: &mut list }.file();
    }
    Names { sources: diagnostics.sources, list, math }
}

/// Whether `$…$` is a formula decides what a bracket in it is.
fn features(tree: &Tree, course: &str) -> Features {
    let mut diagnostics = Diagnostics::default();
    let source = read_text(tree, &format!("{course}/course.yaml"), &mut diagnostics);
    let node = source.and_then(|it| yaml::parse(&it.text, &it.place(), &mut diagnostics).ok());
    let math = node.as_ref().and_then(|it| it.get("math")).and_then(Node::text).is_some_and(|it| it.trim() == "true");
    Features { math, language: LANGUAGES[0] }
}

/// A file whose names are being found.
struct Finding<'a> {
    name: FileName<'a>,
    source: &'a Source,
    features: Features,
    diagnostics: &'a mut Diagnostics,
    list: &'a mut Vec<Name>,
}

impl Finding<'_> {
    fn file(&mut self) {
        let source = self.source;
        match self.name.kind {
            FileKind::Sources => {
                for key in source_keys(source) {
                    self.add(Thing::Source, NameRole::Definition, &key.value, key.span);
                }
                for key in source_uses(source) {
                    self.add(Thing::Source, NameRole::Use, &key.value, key.span);
                }
            }
            FileKind::Module => {
                let typed = type_markdown(source, self.features, self.diagnostics);
                typed.into_iter().for_each(|it| self.module(&it));
            }
            FileKind::YamlModule => {
                let typed = type_yaml(source, None, self.features, self.diagnostics);
                typed.into_iter().for_each(|it| self.module(&it));
            }
            FileKind::Translated => self.translated(),
            FileKind::Course | FileKind::Facts | FileKind::Quiz | FileKind::Glossary => {
                let node = yaml::parse(&source.text, &source.place(), self.diagnostics);
                if let (Ok(node), Some(root)) = (node, root(self.name.kind)) {
                    self.value(&node, root);
                }
            }
        }
    }

    /// The sections of the original that a translation notes, by file.
    fn translated(&mut self) {
        let Ok(node) = yaml::parse(&self.source.text, &self.source.place(), self.diagnostics) else { return };
        let NodeKind::Record(files) = &node.kind else { return };
        for (file, noted) in files {
            let (Some((stem, "md")), NodeKind::Record(sections)) = (file.value.rsplit_once('.'), &noted.kind) else { continue };
            for (key, _) in sections {
                self.add_in(Some(stem), Thing::Section, NameRole::Use, &key.value, key.span);
            }
        }
    }

    fn module(&mut self, typed: &TypedModule) {
        if let Some(root) = root(FileKind::Module) {
            self.front(&typed.front, root);
        }
        let ids = section_ids(&typed.sections, &mut Diagnostics::default());
        for (section, id) in typed.sections.iter().zip(ids) {
            self.section(section, &id);
        }
        typed.footnotes.iter().for_each(|it| self.blocks(&it.blocks));
    }

    /// The front matter; the sections of a module in YAML are read as sections.
    fn front(&mut self, node: &Node, root: &FieldKind) {
        let (NodeKind::Record(entries), FieldKind::Record(shape)) = (&node.kind, root) else { return };
        for (key, value) in entries {
            if let Some(field) = shape.fields.iter().find(|it| it.name == key.value) {
                self.value(value, &field.kind);
            }
        }
    }

    fn section(&mut self, section: &Typed, id: &str) {
        match &section.attributes.id {
            Some(written) => self.add(Thing::Section, NameRole::Definition, &written.value, written.span),
            // A translation's sections take their ids from the original.
            None if self.name.language.is_none() && !section.title.is_empty() => {
                self.add(Thing::Section, NameRole::Made, id, section.span);
            }
            None => {}
        }
        for pair in &section.attributes.pairs {
            let field = SECTION.fields.iter().find(|it| it.name == pair.key.value);
            if let Some(FieldKind::Ref(thing)) = field.map(|it| it.kind) {
                self.add(thing, NameRole::Use, &pair.value.value, pair.value.span);
            }
        }
        self.inlines(&section.title);
        self.blocks(&section.blocks);
        for (kind, node) in &section.data {
            self.value(node, data_root(*kind));
        }
    }

    fn value(&mut self, node: &Node, kind: &FieldKind) {
        match (&node.kind, kind) {
            (NodeKind::Record(entries), FieldKind::Record(shape)) => self.record(node, entries, shape),
            (NodeKind::Record(entries), FieldKind::Map(inner)) => entries.iter().for_each(|(_, it)| self.value(it, inner)),
            (NodeKind::List(items), FieldKind::List(inner) | FieldKind::OneOrMore(inner)) => {
                items.iter().for_each(|it| self.value(it, inner));
            }
            (_, FieldKind::OneOrMore(inner)) => self.value(node, inner),
            (NodeKind::Scalar(scalar), FieldKind::Id(thing)) => {
                self.add(*thing, NameRole::Definition, scalar.text.trim(), node.span);
            }
            (NodeKind::Scalar(scalar), FieldKind::Ref(thing)) => self.add(*thing, NameRole::Use, scalar.text.trim(), node.span),
            (NodeKind::Scalar(scalar), FieldKind::Figure) if number(&scalar.text).is_none() => {
                self.add(Thing::Fact, NameRole::Use, scalar.text.trim(), node.span);
            }
            (NodeKind::Scalar(scalar), FieldKind::Prose) => {
                let inlines = parse_inline(&scalar.text, &scalar.place, self.features, self.diagnostics);
                self.inlines(&inlines);
            }
            _ => {}
        }
    }

    fn record(&mut self, node: &Node, entries: &[(Spanned<String>, Node)], shape: &'static Shape) {
        let fields = fields(shape, node.get("kind").and_then(Node::text));
        for (key, value) in entries {
            if let Some(field) = fields.iter().find(|it| it.name == key.value) {
                self.value(value, &field.kind);
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading(heading) => self.inlines(&heading.text),
                BlockKind::Paragraph(children) => self.inlines(children),
                BlockKind::List { items, .. } => items.iter().for_each(|it| self.blocks(&it.blocks)),
                BlockKind::Definitions(entries) => {
                    for (term, definitions) in entries {
                        self.inlines(term);
                        definitions.iter().for_each(|it| self.blocks(it));
                    }
                }
                BlockKind::Quote(inner) => self.blocks(inner),
                BlockKind::Fence(fence) => self.blocks(&fence.blocks),
                BlockKind::Table(table) => {
                    table.header.iter().chain(table.rows.iter().flatten()).for_each(|it| self.inlines(it));
                }
                BlockKind::Data(data) => {
                    if let Ok(node) = yaml::parse(&data.yaml, &data.place, self.diagnostics) {
                        self.value(&node, data_root(data.kind));
                    }
                }
                BlockKind::Code { .. } | BlockKind::Math(_) | BlockKind::Rule | BlockKind::Html(_) => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Emphasis(children) | InlineKind::Strong(children) | InlineKind::Strike(children) => {
                    self.inlines(children);
                }
                InlineKind::Link { target, children } => {
                    self.inlines(children);
                    self.target(target, inline.span);
                }
                InlineKind::Fact { id, .. } | InlineKind::Gap { content: GapContent::Fact(id), .. } => {
                    self.add(Thing::Fact, NameRole::Use, &id.value, id.span);
                }
                InlineKind::Cite(citations) => {
                    for key in citations.iter().map(|it: &prose::Citation| &it.key) {
                        self.add(Thing::Source, NameRole::Use, &key.value, key.span);
                    }
                }
                InlineKind::Text(_)
                | InlineKind::Code(_)
                | InlineKind::Math { .. }
                | InlineKind::Image { .. }
                | InlineKind::Gap { content: GapContent::Text(_), .. }
                | InlineKind::Footnote(_)
                | InlineKind::SoftBreak
                | InlineKind::HardBreak
                | InlineKind::Html(_) => {}
            }
        }
    }

    fn target(&mut self, target: &Target, span: Span) {
        let Target::Section { file, id } = target else { return };
        let module = file.as_deref().and_then(|it| it.rsplit_once('.')).map_or(self.name.stem, |(stem, _)| stem);
        let text = self.source.text.get(span.range()).unwrap_or_default();
        if let Some(at) = text.rfind(&format!("#{id}")).filter(|_| !id.is_empty()) {
            let start = span.start as usize + at + 1;
            let id = Spanned::new(id.clone(), self.source.span(start..start + id.len()));
            self.list.push(Name { thing: Thing::Section, module: Some(module.to_owned()), id, role: NameRole::Use });
        }
    }

    fn add(&mut self, thing: Thing, role: NameRole, id: &str, span: Span) {
        let module = match thing {
            Thing::Fact | Thing::Source | Thing::Misconception => None,
            Thing::Section | Thing::Objective | Thing::Question => Some(self.name.stem),
        };
        self.add_in(module, thing, role, id, span);
    }

    /// Notes a name; its words are looked for in the span, which may hold quotation marks too.
    fn add_in(&mut self, module: Option<&str>, thing: Thing, role: NameRole, id: &str, span: Span) {
        let text = self.source.text.get(span.range()).unwrap_or_default();
        let exact = text.find(id).filter(|_| role != NameRole::Made);
        let start = span.start as usize;
        let span = exact.map_or(span, |at| self.source.span(start + at..start + at + id.len()));
        if id.is_empty() || (exact.is_none() && role != NameRole::Made) {
            return;
        }
        let module = module.map(str::to_owned);
        self.list.push(Name { thing, module, id: Spanned::new(id.to_owned(), span), role });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: &[(&str, &str)] = &[
        ("c/course.yaml", "title: C\nlang: sv\ntranslations: [en]\n"),
        ("c/facts.yaml", "- id: won\n  statement: Vi vann\n  grade: A\n  sources: [\"berg\"]\n"),
        ("c/sources.yaml", "berg:\n  type: book\n  title: Å\n"),
        (
            "c/01-a.md",
            "---\ntitle: Å\nobjectives:\n  - {id: o1, text: Se}\nmisconceptions:\n  - {id: m1, text: Nej, belief: late}\n---\n\n## Åh {.belief #late objective=o1}\n\n😀 [=won] [@berg, s. 2] [x](#late)\n\n## Så är det\n\n| a |\n|---|\n| [[=won]] |\n\n```chart\nkind: waffle\nfact: won\n```\n",
        ),
        ("c/01-a.quiz.yaml", "questions:\n  - {id: q1, kind: truth, claim: late, objective: o1, answer: false}\n"),
        ("c/en/01-a.md", "---\ntitle: A\n---\n\n## Oh {#late}\n\n[=won] [x](01-a.md#late)\n"),
        ("c/en/translated.yaml", "\"01-a.md\":\n  _start: x\n  \"late\": \"0123\"\n"),
        ("c/02-b.md", "broken"),
    ];

    fn found(thing: Thing, id: &str) -> Vec<(String, NameRole)> {
        let files = FILES.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        let names = names(&Tree::memory(files), "c");
        let here = names.list.iter().filter(|it| it.thing == thing && it.id.value == id);
        here.map(|it| {
            let source = names.sources.get(it.id.span.file);
            let (line, column) = source.position(it.id.span.start);
            if it.role != NameRole::Made {
                assert_eq!(&source.text[it.id.span.range()], id);
            }
            (format!("{}:{line}:{column}", source.path), it.role)
        })
        .collect()
    }

    #[test]
    fn names_are_found_wherever_they_stand() {
        use NameRole::{Definition, Made, Use};
        let at = |place: &str, role| (place.to_owned(), role);
        let facts = [
            at("c/01-a.md:11:5", Use),
            at("c/01-a.md:17:6", Use),
            at("c/01-a.md:21:7", Use),
            at("c/en/01-a.md:7:3", Use),
            at("c/facts.yaml:1:7", Definition),
        ];
        assert_eq!(found(Thing::Fact, "won"), facts);
        assert_eq!(found(Thing::Source, "berg").len(), 3);
        assert_eq!(found(Thing::Objective, "o1").len(), 3);
        assert_eq!(found(Thing::Misconception, "m1").len(), 1);
        assert_eq!(found(Thing::Section, "late").len(), 7);
        assert_eq!(found(Thing::Section, "sa-ar-det"), [at("c/01-a.md:13:1", Made)]);
    }
}
