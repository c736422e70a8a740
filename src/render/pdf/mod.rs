//! Documents as PDF, through Typst in process: templates of the theme (`pdf/*.typ`) set what the document says.
//!
//! Every file keeps PDF/UA-1 and PDF/A-2a together. One that cannot is written as well as it can be, and told.

mod data;
mod formula;
mod markup;
mod papers;
pub mod press;
mod slides;
mod world;

use serde::Serialize;
use serde_json::Value;

use self::data::{Manner, data, value};
use self::press::{Fault, print};
use self::world::{Job, Templates};
use super::setting::Setting;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::{BROKEN_TEMPLATE, PDF_BELOW_STANDARD, PDF_NOT_MADE, PICTURE_NOT_PRINTED};
use crate::document::{Blocks, Document};
use crate::source::Span;
use crate::theme::Theme;
use crate::tree::{Contents, File};

pub use press::Press;

/// Whether a document has a PDF.
pub fn takes(document: &Document) -> bool {
    match document {
        Document::Deck(_) | Document::Paper(_) | Document::Cards(_) | Document::Certificate(_) => true,
        Document::Quiz(_) | Document::Page(_) | Document::Calendar(_) | Document::Search(_) => false,
    }
}

/// Whether a document is also made in large letters: what participants read and write on.
pub fn takes_large(document: &Document) -> bool {
    matches!(document, Document::Paper(paper) if paper.kind.is_handed_out())
}

/// A document as PDF: one file; for a deck another one with its notes.
pub fn render(document: &Document, setting: Setting<'_>, diagnostics: &mut Diagnostics) -> Vec<File> {
    let meta = document.meta();
    let sheet =
        |template, value, span| Sheet { template, value, path: format!("{}.pdf", meta.path), span, manner: Manner::default() };
    let sheets = match document {
        Document::Deck(deck) => {
            let slides = sheet("deck.typ", slides::value(deck), deck.slides.first().map(|it| it.span));
            let notes = Manner { notes: true, ..Manner::default() };
            let notes = Sheet { path: format!("{}-notes.pdf", meta.path), manner: notes, ..slides.clone() };
            vec![Sheet { manner: Manner { steps: setting.steps, ..Manner::default() }, ..slides }, notes]
        }
        Document::Paper(paper) => vec![sheet("paper.typ", papers::value(paper), first_span(&paper.blocks))],
        Document::Cards(cards) => vec![sheet("cards.typ", value(cards), None)],
        Document::Certificate(certificate) => vec![sheet("certificate.typ", value(certificate), None)],
        Document::Quiz(_) | Document::Page(_) | Document::Calendar(_) | Document::Search(_) => Vec::new(),
    };
    sheets.into_iter().filter_map(|it| made(&it, setting, diagnostics)).collect()
}

/// A document in large letters.
pub fn render_large(document: &Document, setting: Setting<'_>, diagnostics: &mut Diagnostics) -> Vec<File> {
    let Document::Paper(paper) = document else { return Vec::new() };
    if !takes_large(document) {
        return Vec::new();
    }
    let manner = Manner { large: true, ..Manner::default() };
    let path = format!("{}-large.pdf", paper.meta.path);
    let sheet = Sheet { template: "paper.typ", value: papers::value(paper), path, span: first_span(&paper.blocks), manner };
    made(&sheet, setting, diagnostics).into_iter().collect()
}

/// Everything that the files of a document say, since their bytes do not show it; without the phrases of its language, which are no
/// secret.
pub fn words(document: &Document) -> String {
    fn text(it: &impl Serialize) -> String {
        let mut value = value(it);
        if let Some(Value::Object(meta)) = value.get_mut("meta") {
            meta.remove("language");
        }
        value.to_string()
    }
    match document {
        Document::Deck(deck) => text(deck),
        Document::Paper(paper) => text(paper),
        Document::Cards(cards) => text(cards),
        Document::Certificate(certificate) => text(certificate),
        Document::Quiz(_) | Document::Page(_) | Document::Calendar(_) | Document::Search(_) => String::new(),
    }
}

fn first_span(blocks: &Blocks) -> Option<Span> {
    blocks.first().map(|it| it.span)
}

/// A file to be made.
#[derive(Clone)]
struct Sheet {
    template: &'static str,
    value: Value,
    path: String,
    /// Where findings about the whole file point.
    span: Option<Span>,
    manner: Manner,
}

/// Makes a file. What a theme's template or a broken picture spoils is told, and the file made without them.
fn made(sheet: &Sheet, setting: Setting<'_>, diagnostics: &mut Diagnostics) -> Option<File> {
    let mut first: Option<Fault> = None;
    for attempt in attempts(setting.theme) {
        let manner = Manner { no_pictures: attempt.no_pictures, ..sheet.manner };
        let (data, pictures) = data(sheet.value.clone(), setting, manner);
        let bytes = pictures.into_iter().filter_map(|(at, path)| Some((at, setting.tree.bytes(&path).ok()?))).collect();
        let shared = setting.press.shared(setting.theme);
        match print(&Job::new(shared, attempt.templates, sheet.template, data.to_string().into_bytes(), bytes)) {
            Ok(print) => {
                if let Some(fault) = first {
                    tell_spoiled(&fault, attempt.templates, sheet, setting.theme, diagnostics);
                }
                if let Some(fault) = print.below_standard {
                    diagnostics.report(&PDF_BELOW_STANDARD, sheet.span, &[&sheet.path, &fault.message]);
                }
                return Some(File { path: sheet.path.clone(), contents: Contents::Bytes(print.bytes) });
            }
            Err(fault) => {
                first.get_or_insert(fault);
            }
        }
    }
    let message = first.map(|it| it.message).unwrap_or_default();
    diagnostics.report(&PDF_NOT_MADE, sheet.span, &[&sheet.path, &message]);
    None
}

/// A way to make a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Attempt {
    templates: Templates,
    no_pictures: bool,
}

/// Ways to make a file, the best one first.
fn attempts(theme: &Theme) -> Vec<Attempt> {
    let has_own = theme.printed().templates.values().any(|it| it.source.is_some());
    let templates = if has_own { vec![Templates::Layered, Templates::BuiltIn] } else { vec![Templates::BuiltIn] };
    templates.into_iter().flat_map(|templates| [false, true].map(|no_pictures| Attempt { templates, no_pictures })).collect()
}

/// Tells what the first attempt broke on: a template of the theme's, or a picture.
fn tell_spoiled(fault: &Fault, used: Templates, sheet: &Sheet, theme: &Theme, diagnostics: &mut Diagnostics) {
    let own = theme.printed().templates.values().any(|it| it.source.is_some());
    if used == Templates::Layered || !own {
        diagnostics.report(&PICTURE_NOT_PRINTED, sheet.span, &[&sheet.path, &fault.message]);
        return;
    }
    let place = fault.place.as_ref();
    let name = place.map_or(sheet.template, |(name, _)| name.as_str());
    let source = theme.printed().templates.get(name).and_then(|it| it.source.as_ref());
    let span = source.map(|source| source.span(place.map_or(0..0, |(_, range)| range.clone())));
    diagnostics.report(&BROKEN_TEMPLATE, span, &[&format!("pdf/{name}"), &fault.message]);
}
