//! Running text of the curriculum as running text of a document: figures formatted, references resolved.

use super::view::View;
use super::writer::Writer;
use super::{evidence, math, paths, picture, raw};
use crate::citation::Piece;
use crate::curriculum::{FactId, Module};
use crate::document::{self, Href, Inlines};
use crate::prose::{Citation, FactField, GapContent, Inline, InlineKind, Target};

impl<'a> Writer<'a> {
    /// Running text.
    pub(super) fn inlines(&mut self, inlines: &'a [Inline]) -> Inlines {
        let mut out = Inlines::new();
        let mut inline_idx = 0;
        while let Some(inline) = inlines.get(inline_idx) {
            inline_idx += 1;
            if let InlineKind::Html(html) = &inline.kind {
                inline_idx += self.html(&mut out, html, &inlines[inline_idx..]);
            } else if let Some(it) = self.inline(inline) {
                push(&mut out, it);
            }
        }
        out
    }

    /// Running text for a heading: without links and marks, which would be repeated wherever the heading is.
    pub(super) fn title(&mut self, inlines: &'a [Inline]) -> Inlines {
        let was_in_title = std::mem::replace(&mut self.in_title, true);
        let mut out = self.inlines(inlines);
        self.in_title = was_in_title;
        unmark(&mut out);
        out
    }

    fn inline(&mut self, inline: &'a Inline) -> Option<document::Inline> {
        Some(match &inline.kind {
            InlineKind::Text(text) => {
                self.words.push_str(text);
                document::Inline::Text(text.clone())
            }
            InlineKind::SoftBreak => {
                self.words.push(' ');
                document::Inline::Text(" ".to_owned())
            }
            InlineKind::HardBreak => {
                self.words.push(' ');
                document::Inline::LineBreak
            }
            InlineKind::Emphasis(children) => document::Inline::Emphasis(self.inlines(children)),
            InlineKind::Strong(children) => document::Inline::Strong(self.inlines(children)),
            InlineKind::Strike(children) => document::Inline::Strike(self.inlines(children)),
            InlineKind::Code(text) => document::Inline::Code(text.clone()),
            InlineKind::Math { tex, display } => {
                document::Inline::Math { mathml: math::mathml(tex, *display), tex: tex.clone(), display: *display }
            }
            InlineKind::Link { target, children } => return self.link(target, children),
            InlineKind::Image { path, alt, .. } => {
                document::Inline::Image(picture::picture(&path.value, alt, self.edition, self.module, self.choice))
            }
            InlineKind::Gap { content, hint } => self.gap(content, hint.as_ref()),
            InlineKind::Fact { id, field } => self.figure(&id.value, *field),
            InlineKind::Cite(citations) => self.cite(citations),
            InlineKind::Footnote(label) => {
                if self.in_title || !self.module.footnotes.iter().any(|it| it.label == *label) {
                    return None;
                }
                document::Inline::FootnoteMark(self.use_footnote(label))
            }
            // Handled where its neighbours are known.
            InlineKind::Html(_) => return None,
        })
    }

    fn figure(&mut self, id: &str, field: FactField) -> document::Inline {
        let Some(fact) = self.fact(&FactId(id.to_owned())) else { return document::Inline::Text(id.to_owned()) };
        let text = evidence::figure(fact, field, self.edition.language);
        let tells = matches!(field, FactField::Value | FactField::Range);
        if tells && self.hidden.contains(&fact.id) {
            self.use_fact(fact, false);
            return document::Inline::Gap { filling: None, width: text.chars().count(), hint: None };
        }
        let number = self.use_fact(fact, tells);
        document::Inline::Figure { text, note: self.view.has_numbered_notes().then_some(number) }
    }

    fn gap(&mut self, content: &GapContent, hint: Option<&String>) -> document::Inline {
        let text = match content {
            GapContent::Text(text) => text.clone(),
            GapContent::Fact(id) => match self.fact(&FactId(id.value.clone())) {
                Some(fact) => {
                    self.use_fact(fact, !self.view.leaves_gaps());
                    evidence::figure(fact, FactField::Value, self.edition.language)
                }
                None => id.value.clone(),
            },
        };
        let width = text.chars().count();
        let filling = (!self.view.leaves_gaps()).then_some(text);
        document::Inline::Gap { filling, width, hint: hint.cloned() }
    }

    fn cite(&mut self, citations: &[Citation]) -> document::Inline {
        let language = self.edition.language;
        let pairs: Vec<(&str, Option<&str>)> =
            citations.iter().map(|it| (it.key.value.as_str(), it.locator.as_deref())).collect();
        let text = self.edition.sources.cite(&pairs, language);
        for (key, _) in &pairs {
            if self.edition.sources.contains(key) {
                self.sources.insert((*key).to_owned());
            }
        }
        let key = pairs.first().map_or("", |(key, _)| key);
        if self.view.lists_sources() {
            return document::Inline::Cite { text, key: key.to_owned() };
        }
        // A document without a list of sources leads to the source itself.
        let entry = self.edition.sources.entry(key, language);
        let address = entry.into_iter().find_map(|piece| match piece {
            Piece::Link { address, .. } => Some(address),
            Piece::Text(_) | Piece::Emphasis(_) => None,
        });
        let words = document::Inline::Text(text);
        match address {
            Some(address) => document::Inline::Link { href: Href::Address(address), children: vec![words] },
            None => words,
        }
    }

    fn link(&mut self, target: &'a Target, children: &'a [Inline]) -> Option<document::Inline> {
        let (href, title) = match target {
            Target::Address(address) => (Some(Href::Address(address.clone())), None),
            Target::Section { file, id } => self.section(file.as_deref(), id),
        };
        let mut words = self.inlines(children);
        // A heading that links to itself without words would name itself forever.
        if words.is_empty() && !self.in_title {
            words = title.map(|it| self.quoted(it)).unwrap_or_default();
        }
        match href {
            _ if words.is_empty() => None,
            Some(href) => Some(document::Inline::Link { href, children: words }),
            None if words.len() == 1 => words.pop(),
            None => Some(document::Inline::Text(document::plain_text(&words))),
        }
    }

    /// A heading as it stands in running text; one that has quotation marks of its own keeps them alone.
    fn quoted(&mut self, title: &'a [Inline]) -> Inlines {
        let words = self.title(title);
        let quotes = self.edition.language.quotes;
        let text = document::plain_text(&words);
        if text.is_empty() || text.contains([quotes.open, quotes.close]) {
            return words;
        }
        let mut out = vec![document::Inline::Text(quotes.open.to_string())];
        words.into_iter().for_each(|it| push(&mut out, it));
        push(&mut out, document::Inline::Text(quotes.close.to_string()));
        out
    }

    /// Where a section is in this document or, in another module, in that module's document of the same kind.
    fn section(&self, file: Option<&str>, id: &str) -> (Option<Href>, Option<&'a [Inline]>) {
        let name = file.map(|it| it.rsplit('/').next().unwrap_or(it)).filter(|it| *it != self.module.file_name);
        let Some(name) = name else {
            if let Some(anchor) = self.anchors.get(id) {
                let href = if self.is_its_own_place() {
                    Href::Here(anchor.id.clone())
                } else {
                    self.document(self.module, Some(anchor.id.as_str()))
                };
                return (Some(href), Some(anchor.title));
            }
            let title = self.module.sections.iter().find(|it| it.id == id).map(|it| it.title.as_slice());
            return (None, title.or_else(|| id.is_empty().then_some(self.module.title.as_slice())));
        };
        let Some(module) = self.edition.modules.iter().find(|it| it.file_name == name) else { return (None, None) };
        if id.is_empty() {
            return (Some(self.document(module, None)), Some(&module.title));
        }
        match super::chunk::anchors(module, self.view).get(id) {
            Some(anchor) => (Some(self.document(module, Some(&anchor.id))), Some(anchor.title)),
            None => (Some(self.document(module, None)), Some(&module.title)),
        }
    }

    /// Whether the document has the module's sections in it.
    fn is_its_own_place(&self) -> bool {
        match self.view {
            View::Deck | View::HandoutBlank | View::HandoutComplete | View::Guide => true,
            View::Quiz | View::QuizPaper | View::Key | View::Page | View::Agenda | View::Followup => false,
        }
    }

    fn document(&self, module: &Module, id: Option<&str>) -> Href {
        let (shelf, name) = match self.view {
            View::Deck => (paths::Shelf::Trainer, "deck"),
            View::HandoutComplete => (paths::Shelf::Trainer, "handout-complete"),
            View::Guide | View::Key | View::Agenda | View::Followup => (paths::Shelf::Trainer, "guide"),
            View::HandoutBlank | View::Quiz | View::QuizPaper | View::Page => (paths::Shelf::Open, "handout"),
        };
        paths::page(&paths::of_module(shelf, self.edition, module, name), id)
    }

    /// Raw HTML; the result is how many of the following inlines it took in.
    fn html(&mut self, out: &mut Inlines, html: &str, following: &'a [Inline]) -> usize {
        let raw::Raw::Markup(markup) = raw::read(html, self.edition.html) else {
            if let raw::Raw::Text(text) = raw::read(html, self.edition.html) {
                self.words.push_str(&text);
                push(out, document::Inline::Text(text));
            }
            return 0;
        };
        let Some((name, opens)) = raw::tag(html) else {
            out.push(document::Inline::Html(markup));
            return 0;
        };
        let closes = |it: &Inline| matches!(&it.kind, InlineKind::Html(html) if raw::closes(html, &name));
        let end = following.iter().take(LONGEST_ELEMENT).position(closes);
        let Some(end) = end.filter(|_| opens) else { return 0 };
        // An element is sanitised as a whole; a sanitiser would close a lone opening tag at once.
        let words = document::plain_text(&self.inlines(&following[..end]));
        out.push(document::Inline::Html(raw::sanitise(&format!("{html}{}</{name}>", raw::escape(&words)))));
        end + 1
    }
}

/// How far an element of raw HTML may reach, in inlines: elements lie in each other, and the walk into them must end.
const LONGEST_ELEMENT: usize = 200;

/// Adds an inline; text that follows text joins it.
fn push(out: &mut Inlines, inline: document::Inline) {
    if let (Some(document::Inline::Text(last)), document::Inline::Text(text)) = (out.last_mut(), &inline) {
        last.push_str(text);
    } else {
        out.push(inline);
    }
}

/// Leaves only what a heading can hold wherever it is repeated.
fn unmark(inlines: &mut Inlines) {
    let mut out = Inlines::with_capacity(inlines.len());
    for inline in std::mem::take(inlines) {
        match inline {
            document::Inline::Link { mut children, .. } => {
                unmark(&mut children);
                children.into_iter().for_each(|it| push(&mut out, it));
            }
            document::Inline::Cite { text, .. } => push(&mut out, document::Inline::Text(text)),
            document::Inline::FootnoteMark(_) => {}
            document::Inline::Figure { text, .. } => out.push(document::Inline::Figure { text, note: None }),
            document::Inline::Emphasis(mut children) => {
                unmark(&mut children);
                out.push(document::Inline::Emphasis(children));
            }
            document::Inline::Strong(mut children) => {
                unmark(&mut children);
                out.push(document::Inline::Strong(children));
            }
            document::Inline::Strike(mut children) => {
                unmark(&mut children);
                out.push(document::Inline::Strike(children));
            }
            document::Inline::Text(_)
            | document::Inline::Code(_)
            | document::Inline::Math { .. }
            | document::Inline::Image(_)
            | document::Inline::Gap { .. }
            | document::Inline::LineBreak
            | document::Inline::Html(_) => push(&mut out, inline),
        }
    }
    *inlines = out;
}
