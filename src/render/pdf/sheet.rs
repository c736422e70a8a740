//! A file on its way: what the theme's template or a broken picture spoils is told, and the file made without them.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Value, json};

use super::data::{Manner, Pictures, data};
use super::press::{Fault, Print, print};
use super::world::{Job, Shared, Templates};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::{BROKEN_TEMPLATE, FONT_NOT_PRINTED, PDF_BELOW_STANDARD, PDF_NOT_MADE, PICTURE_NOT_PRINTED};
use crate::document::{Block, Document, Slide};
use crate::render::setting::Setting;
use crate::source::{Span, Spanned};
use crate::theme::Theme;
use crate::tree::{Contents, File};

/// The template that shows one picture and nothing else, to find out which of them is broken.
const PICTURE: &str = "picture.typ";

/// A file to be made.
#[derive(Clone)]
pub struct Sheet {
    /// The template's name.
    pub template: &'static str,
    /// What the document says.
    pub value: Value,
    /// The file's path.
    pub path: String,
    /// Where findings about the whole file point.
    pub span: Option<Span>,
    /// How it is set.
    pub manner: Manner,
}

/// Makes a file of a document.
pub fn made(sheet: &Sheet, document: &Document, setting: Setting<'_>, diagnostics: &mut Diagnostics) -> Option<File> {
    let shared = setting.press.shared(setting.theme);
    for (path, span) in shared.unread() {
        diagnostics.report(&FONT_NOT_PRINTED, *span, &[path]);
    }
    let mut broken = BTreeSet::new();
    let mut told = None;
    for templates in attempts(setting.theme) {
        let mut done = attempt(sheet, &broken, templates, setting);
        if done.is_err() && broken.is_empty() {
            broken = tell_broken(sheet, document, setting, diagnostics);
            if !broken.is_empty() {
                done = attempt(sheet, &broken, templates, setting);
            }
        }
        match done {
            Ok(print) => {
                if let Some(fault) = told {
                    tell_template(&fault, sheet, setting.theme, diagnostics);
                }
                if let Some(fault) = print.below_standard {
                    diagnostics.report(&PDF_BELOW_STANDARD, sheet.span, &[&sheet.path, &fault.message]);
                }
                return Some(File { path: sheet.path.clone(), contents: Contents::Bytes(print.bytes) });
            }
            Err(fault) => drop(told.get_or_insert(fault)),
        }
    }
    let message = told.map(|it| it.message).unwrap_or_default();
    diagnostics.report(&PDF_NOT_MADE, sheet.span, &[&sheet.path, &message]);
    None
}

/// The templates that are tried, the best ones first.
fn attempts(theme: &Theme) -> Vec<Templates> {
    let has_own = theme.printed().templates.values().any(|it| it.source.is_some());
    if has_own { vec![Templates::Layered, Templates::BuiltIn] } else { vec![Templates::BuiltIn] }
}

/// Makes a file with some pictures left out.
fn attempt(sheet: &Sheet, left_out: &BTreeSet<String>, templates: Templates, setting: Setting<'_>) -> Result<Print, Fault> {
    let (data, pictures) = data(sheet.value.clone(), setting, sheet.manner, left_out);
    let shared = setting.press.shared(setting.theme);
    print(&Job::new(shared, templates, sheet.template, data.to_string().into_bytes(), bytes(&pictures, setting)))
}

fn bytes(pictures: &[(String, String)], setting: Setting<'_>) -> Vec<(String, Vec<u8>)> {
    pictures.iter().filter_map(|(at, path)| Some((at.clone(), setting.tree.bytes(path).ok()?))).collect()
}

/// Looks for the pictures that cannot be read, tells each at its line, and gives the paths at which templates would find them.
fn tell_broken(sheet: &Sheet, document: &Document, setting: Setting<'_>, diagnostics: &mut Diagnostics) -> BTreeSet<String> {
    let (_, pictures): (Value, Pictures) = data(sheet.value.clone(), setting, sheet.manner, &BTreeSet::new());
    let shared = setting.press.shared(setting.theme);
    let mut broken = BTreeSet::new();
    for (at, path) in &pictures {
        if !broken.contains(at) && !can_be_read(at, path, shared, setting) {
            let asset = at.rsplit('/').next().unwrap_or_default();
            diagnostics.report(&PICTURE_NOT_PRINTED, place(document, asset).or(sheet.span), &[path]);
            broken.insert(at.clone());
        }
    }
    if let Some((name, _)) = setting.theme.logo() {
        let at = format!("/theme/{name}");
        if !can_be_read(&at, "", shared, setting) {
            let written = setting.theme.logo_path();
            let path = written.map_or(name, |it| it.value.as_str());
            diagnostics.report(&PICTURE_NOT_PRINTED, written.map(|it| it.span), &[path]);
            broken.insert(at);
        }
    }
    broken
}

/// Whether a picture can be printed by itself; a mark of the brand's has no path in the curriculum.
fn can_be_read(at: &str, path: &str, shared: &Arc<Shared>, setting: Setting<'_>) -> bool {
    let pictures = if path.is_empty() { Vec::new() } else { bytes(&[(at.to_owned(), path.to_owned())], setting) };
    let data = json!({ "path": at }).to_string().into_bytes();
    print(&Job::new(shared, Templates::BuiltIn, PICTURE, data, pictures)).is_ok()
}

/// The innermost place in the sources that shows a picture.
fn place(document: &Document, asset: &str) -> Option<Span> {
    let needle = format!("\"asset\":{}", json!(asset));
    match document {
        Document::Paper(paper) => {
            place_in(&paper.blocks, &needle).or_else(|| paper.footnotes.iter().find_map(|it| place_in(&it.blocks, &needle)))
        }
        Document::Deck(deck) => {
            let in_slide = |it: &Slide| place_in(&it.body, &needle).or_else(|| place_in(&it.notes, &needle));
            deck.slides.iter().find_map(in_slide)
        }
        Document::Cards(_)
        | Document::Certificate(_)
        | Document::Quiz(_)
        | Document::Page(_)
        | Document::Calendar(_)
        | Document::Search(_) => None,
    }
}

fn place_in(blocks: &[Spanned<Block>], needle: &str) -> Option<Span> {
    blocks.iter().find_map(|Spanned { value, span }| match value {
        Block::Section(section) => place_in(&section.blocks, needle),
        block => serde_json::to_string(block).is_ok_and(|it| it.contains(needle)).then_some(*span),
    })
}

/// Tells which template of the theme's is broken, and where.
fn tell_template(fault: &Fault, sheet: &Sheet, theme: &Theme, diagnostics: &mut Diagnostics) {
    let place = fault.place.as_ref();
    let name = place.map_or(sheet.template, |(name, _)| name.as_str());
    let source = theme.printed().templates.get(name).and_then(|it| it.source.as_ref());
    let span = source.map(|source| source.span(place.map_or(0..0, |(_, range)| range.clone())));
    diagnostics.report(&BROKEN_TEMPLATE, span, &[&format!("pdf/{name}"), &fault.message]);
}
