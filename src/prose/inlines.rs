//! Running text inside blocks: emphasis, links, gaps, facts and citations.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::depth::{LONGEST_FORMULA, MAX_DEPTH, pass_over};
use super::events::{Events, Features, without_comments};
use super::leftovers::leftover;
use super::model::{Citation, FactField, GapContent, Inline, InlineKind, Target};
use super::typography::curl;
use crate::diagnostic::fault::{
    BRACKETS_LEFT, CITATION_SYNTAX, FACT_FIELD, FENCE_SYNTAX, FORMULA_TOO_LONG, GAP_EMPTY, LINK_NOT_ALLOWED, NESTED_TOO_DEEP,
    REFERENCE_LOST, UNKNOWN_FOOTNOTE,
};
use crate::diagnostic::{Diagnostics, Fault};
use crate::source::{Place, Span, Spanned};

/// Reads running text of one source.
pub(super) struct Inlines<'a> {
    text: &'a str,
    place: &'a Place,
    /// Bytes that were put in front of the text.
    guard: usize,
    features: Features,
    /// The last character read in this paragraph, for quotation marks.
    last: Option<char>,
    /// A task mark met inside a paragraph.
    task: Option<bool>,
    /// How many elements lie around.
    depth: usize,
}

type Stream<'m> = Peekable<Events<'m>>;

impl<'a> Inlines<'a> {
    pub(super) fn new(text: &'a str, place: &'a Place, guard: usize, features: Features) -> Self {
        Self { text, place, guard, features, last: None, task: None, depth: 0 }
    }

    /// The task mark that stood in the last item's paragraph.
    pub(super) fn take_task(&mut self) -> Option<bool> {
        self.task.take()
    }

    /// Inlines up to and with the end of the element around them, in a new paragraph.
    pub(super) fn read(&mut self, events: &mut Stream<'_>, diagnostics: &mut Diagnostics) -> Vec<Inline> {
        self.last = None;
        self.children(events, diagnostics)
    }

    /// Inlines up to a block or the end of the element around them, which is left.
    pub(super) fn read_loose(&mut self, events: &mut Stream<'_>, diagnostics: &mut Diagnostics) -> Vec<Inline> {
        self.last = None;
        let mut out = Vec::new();
        while let Some((event, _)) = events.peek() {
            let inline = match event {
                Event::Start(tag) => is_inline(tag),
                Event::End(_) | Event::Rule => false,
                _ => true,
            };
            if !inline {
                break;
            }
            self.next(events, &mut out, diagnostics);
        }
        self.finish(out, diagnostics)
    }

    fn children(&mut self, events: &mut Stream<'_>, diagnostics: &mut Diagnostics) -> Vec<Inline> {
        let mut out = Vec::new();
        while let Some((event, _)) = events.peek() {
            if matches!(event, Event::End(_)) {
                events.next();
                break;
            }
            self.next(events, &mut out, diagnostics);
        }
        self.finish(out, diagnostics)
    }

    fn next(&mut self, events: &mut Stream<'_>, out: &mut Vec<Inline>, diagnostics: &mut Diagnostics) {
        let Some((event, range)) = events.next() else { return };
        let span = self.span(range.clone());
        let kind = match event {
            Event::Text(text) => {
                let curled = curl(&text, self.last, self.features.language);
                self.last = text.chars().last().or(self.last);
                // Texts that touch are one text: the parser cuts at every bracket and quotation mark.
                if let Some(Inline { span: before, kind: InlineKind::Text(whole) }) = out.last_mut() {
                    whole.push_str(&curled);
                    *before = before.to(span);
                    return;
                }
                InlineKind::Text(curled)
            }
            Event::Code(code) => self.word(InlineKind::Code(code.to_string())),
            Event::InlineMath(tex) | Event::DisplayMath(tex) if tex.len() > LONGEST_FORMULA => {
                diagnostics.report(&FORMULA_TOO_LONG, span, &[&LONGEST_FORMULA.to_string()]);
                return;
            }
            Event::InlineMath(tex) => self.word(InlineKind::Math { tex: tex.to_string(), display: false }),
            Event::DisplayMath(tex) => self.word(InlineKind::Math { tex: tex.to_string(), display: true }),
            Event::Html(html) | Event::InlineHtml(html) => {
                let html = without_comments(&html);
                if html.is_empty() {
                    return;
                }
                InlineKind::Html(html)
            }
            Event::FootnoteReference(label) => InlineKind::Footnote(label.to_string()),
            Event::SoftBreak => self.space(InlineKind::SoftBreak),
            Event::HardBreak => self.space(InlineKind::HardBreak),
            Event::TaskListMarker(ticked) => {
                self.task = Some(ticked);
                return;
            }
            Event::Rule | Event::End(_) => return,
            Event::Start(_) if self.depth == MAX_DEPTH => {
                diagnostics.report(&NESTED_TOO_DEEP, span, &[&MAX_DEPTH.to_string()]);
                pass_over(events);
                return;
            }
            Event::Start(tag) => {
                self.depth += 1;
                let kind = self.element(tag, range, events, diagnostics);
                self.depth -= 1;
                let Some(kind) = kind else { return };
                kind
            }
        };
        out.push(Inline { span, kind });
    }

    fn element(
        &mut self,
        tag: Tag<'_>,
        range: Range<usize>,
        events: &mut Stream<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<InlineKind> {
        match tag {
            Tag::Emphasis => Some(InlineKind::Emphasis(self.children(events, diagnostics))),
            Tag::Strong => Some(InlineKind::Strong(self.children(events, diagnostics))),
            Tag::Strikethrough => Some(InlineKind::Strike(self.children(events, diagnostics))),
            Tag::Link { link_type: LinkType::WikiLink { .. }, .. } => {
                let _ = self.children(events, &mut Diagnostics::default());
                self.gap(range, diagnostics)
            }
            Tag::Image { link_type: LinkType::WikiLink { .. }, .. } => {
                let _ = self.children(events, &mut Diagnostics::default());
                diagnostics.report(&BRACKETS_LEFT, self.span(range), &["![["]);
                None
            }
            Tag::Link { link_type, dest_url, .. } => {
                let source = &self.text[range.clone()];
                if source[1..].trim_start().starts_with(['=', '@']) {
                    let _ = self.children(events, &mut Diagnostics::default());
                    return self.reference(link_type, range, diagnostics);
                }
                let children = self.children(events, diagnostics);
                // `<name@example.org>` is a link without its scheme.
                let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
                let target = self.target(&format!("{scheme}{dest_url}"), range, diagnostics)?;
                Some(InlineKind::Link { target, children })
            }
            Tag::Image { dest_url, title, .. } => {
                let alt = super::model::plain_text(&self.children(events, diagnostics));
                let source = &self.text[range.clone()];
                let at = source.rfind(dest_url.as_ref()).map_or(range.start, |at| range.start + at);
                let path = Spanned::new(dest_url.to_string(), self.span(at..(at + dest_url.len()).min(range.end)));
                Some(self.word(InlineKind::Image { path, alt, title: title.to_string() }))
            }
            // A block where only running text can stand cannot come; its text is kept.
            _ => Some(InlineKind::Emphasis(self.children(events, diagnostics))),
        }
    }

    /// `[=id]`, `[=id.field]`, `[@key; @key, s. 12]`. With a second pair of brackets after it, it would lose something.
    fn reference(&mut self, link_type: LinkType, range: Range<usize>, diagnostics: &mut Diagnostics) -> Option<InlineKind> {
        let source = &self.text[range.clone()];
        if link_type != LinkType::ShortcutUnknown {
            diagnostics.report(&REFERENCE_LOST, self.span(range.clone()), &[source]);
            return None;
        }
        if self.text[range.end..].starts_with("](") {
            diagnostics.report(&REFERENCE_LOST, self.span(range.clone()), &[source]);
        }
        self.last = Some('x');
        let inside = source[1..source.len() - 1].trim_start();
        match inside.strip_prefix('=') {
            Some(id) => self.fact(id.trim_end(), range.end - 1 - id.len(), diagnostics),
            None => self.citations(range, diagnostics),
        }
    }

    fn fact(&mut self, inside: &str, at: usize, diagnostics: &mut Diagnostics) -> Option<InlineKind> {
        let (id, field) = inside.split_once('.').unwrap_or((inside, ""));
        let span = self.span(at..at + id.len());
        let field = match field {
            "" => FactField::Value,
            "range" => FactField::Range,
            "n" => FactField::N,
            "year" => FactField::Year,
            _ => {
                let start = at + id.len() + 1;
                diagnostics.report(&FACT_FIELD, self.span(start..start + field.len()), &[field]);
                return None;
            }
        };
        Some(InlineKind::Fact { id: Spanned::new(id.trim().to_owned(), span), field })
    }

    fn citations(&mut self, range: Range<usize>, diagnostics: &mut Diagnostics) -> Option<InlineKind> {
        let (start, end) = (range.start + 1, range.end - 1);
        let mut at = start;
        let mut out = Vec::new();
        for part in self.text[start..end].split(';') {
            let lead = part.len() - part.trim_start().len();
            let Some(citation) = part.trim().strip_prefix('@').filter(|it| !it.is_empty()) else {
                diagnostics.report(&CITATION_SYNTAX, self.span(at..at + part.len()), &[part.trim()]);
                return None;
            };
            let (key, locator) =
                citation.split_once(',').map_or((citation, None), |(key, rest)| (key, Some(rest.trim().to_owned())));
            let key_at = at + lead + 1;
            let key = key.trim_end();
            out.push(Citation { key: Spanned::new(key.to_owned(), self.span(key_at..key_at + key.len())), locator });
            at += part.len() + 1;
        }
        Some(InlineKind::Cite(out))
    }

    fn gap(&mut self, range: Range<usize>, diagnostics: &mut Diagnostics) -> Option<InlineKind> {
        let source = &self.text[range.clone()];
        let inside = source.strip_prefix("[[").and_then(|it| it.strip_suffix("]]")).unwrap_or(source);
        let (content, hint) = match inside.split_once("\\|").or_else(|| inside.split_once('|')) {
            Some((content, hint)) => (content, Some(curl(hint.trim(), None, self.features.language))),
            None => (inside, None),
        };
        if content.trim().is_empty() {
            diagnostics.report(&GAP_EMPTY, self.span(range), &[]);
            return None;
        }
        self.last = Some('x');
        let content = match content.trim().strip_prefix('=') {
            Some(id) => {
                let at = range.start + 2 + inside.find('=').map_or(0, |it| it + 1);
                GapContent::Fact(Spanned::new(id.to_owned(), self.span(at..at + id.len())))
            }
            None => GapContent::Text(curl(content.trim(), None, self.features.language)),
        };
        Some(InlineKind::Gap { content, hint })
    }

    fn target(&mut self, address: &str, range: Range<usize>, diagnostics: &mut Diagnostics) -> Option<Target> {
        let (path, id) = address.split_once('#').unwrap_or((address, ""));
        if path.is_empty() {
            return Some(Target::Section { file: None, id: id.to_owned() });
        }
        let scheme = path.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        match scheme.as_deref() {
            Some("http" | "https" | "mailto" | "tel") => Some(Target::Address(address.to_owned())),
            None if path.ends_with(".md") || path.ends_with(".yaml") => {
                Some(Target::Section { file: Some(path.to_owned()), id: id.to_owned() })
            }
            _ => {
                diagnostics.report(&LINK_NOT_ALLOWED, self.span(range), &[address]);
                None
            }
        }
    }

    /// Finds brackets of gaps, and colons of fences, that were left over as text.
    fn finish(&mut self, out: Vec<Inline>, diagnostics: &mut Diagnostics) -> Vec<Inline> {
        for inline in &out {
            let InlineKind::Text(text) = &inline.kind else { continue };
            if text.contains("[[") || text.contains("]]") {
                let brackets = if text.contains("[[") { "[[" } else { "]]" };
                diagnostics.report(&BRACKETS_LEFT, self.find(brackets, inline.span), &[brackets]);
            } else if let Some(label) = text.split_once("[^").and_then(|(_, rest)| rest.split_once(']')).map(|(label, _)| label) {
                // The parser leaves a mark without its footnote as text.
                diagnostics.report(&UNKNOWN_FOOTNOTE, self.find(&format!("[^{label}]"), inline.span), &[label]);
            } else if text.trim_start().starts_with(":::") {
                diagnostics.report(&FENCE_SYNTAX, inline.span, &[text.trim()]);
            } else if let Some((fault, range)) = self.leftover(inline.span) {
                diagnostics.report(fault, self.span(range.clone()), &[&self.text[range]]);
            }
        }
        out
    }

    /// Markup that was left over in a text, and where; nothing where it is not known what was typed.
    fn leftover(&self, span: Span) -> Option<(&'static Fault, Range<usize>)> {
        let (start, end) = (self.place.byte(span.start)? + self.guard, self.place.byte(span.end)? + self.guard);
        let before = self.text.get(..start)?.trim_end_matches([' ', '>']);
        let at_line_start = self.guard == 0 && (before.is_empty() || before.ends_with('\n'));
        let (fault, range) = leftover(self.text.get(start..end)?, at_line_start)?;
        Some((fault, start + range.start..start + range.end))
    }

    /// Where words stand in a longer text, or the whole of it if that is not known.
    fn find(&self, words: &str, whole: Span) -> Span {
        let found = || {
            let start = self.place.byte(whole.start)? + self.guard;
            let end = self.place.byte(whole.end)? + self.guard;
            let at = start + self.text.get(start..end)?.rfind(words)?;
            Some(self.span(at..at + words.len()))
        };
        found().unwrap_or(whole)
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.place.span(range.start.saturating_sub(self.guard)..range.end.saturating_sub(self.guard))
    }

    fn word(&mut self, kind: InlineKind) -> InlineKind {
        self.last = Some('x');
        kind
    }

    fn space(&mut self, kind: InlineKind) -> InlineKind {
        self.last = Some(' ');
        kind
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag.to_end(),
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
