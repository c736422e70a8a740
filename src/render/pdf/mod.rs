//! Documents as PDF, through Typst in process: templates of the theme (`pdf/*.typ`) set what the document says.
//!
//! Every file keeps PDF/UA-1 and PDF/A-2a together. One that cannot is written as well as it can be, and told ([`sheet`]).

mod data;
mod ends;
mod formula;
mod markup;
mod papers;
pub mod press;
mod sheet;
mod slides;
mod world;

use serde::Serialize;
use serde_json::Value;

use self::data::{Manner, value};
use self::sheet::{Sheet, made};
use super::setting::Setting;
use crate::diagnostic::Diagnostics;
use crate::document::{Blocks, Document};
use crate::source::Span;
use crate::tree::File;

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
    sheets.into_iter().filter_map(|it| made(&it, document, setting, diagnostics)).collect()
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
    made(&sheet, document, setting, diagnostics).into_iter().collect()
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
