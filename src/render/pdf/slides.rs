//! A deck's data: beside what the model says, the sizes in which each slide fits, and the addresses and codes at its end.

use serde_json::{Value, json};

use super::data::value as plain;
use crate::document::{Deck, Href, Layout, Link, Size, TitleSize, fit};
use crate::render::code::code;

/// A deck as data.
pub fn value(deck: &Deck) -> Value {
    let mut out = plain(deck);
    let slides = out.get_mut("slides").and_then(Value::as_array_mut);
    for (slide, value) in deck.slides.iter().zip(slides.into_iter().flatten()) {
        let fit = fit(slide, deck);
        let title = match fit.title {
            TitleSize::Short => 62,
            TitleSize::Usual => 50,
            TitleSize::Long => 40,
            TitleSize::Longer => 32,
        };
        let body = match fit.body {
            Size::Roomy => 40,
            Size::Usual => 32,
            Size::Dense => 26,
            Size::Denser => 22,
            Size::Densest => 19,
        };
        let links: Vec<Value> = match &slide.layout {
            Layout::End { links } => links.iter().map(|it| link(it, deck)).collect(),
            _ => Vec::new(),
        };
        if let Value::Object(fields) = value {
            fields.insert("fit".to_owned(), json!({ "title": title, "body": body, "figure": fit.figure }));
            fields.insert("links".to_owned(), Value::Array(links));
        }
    }
    out
}

/// A link at the end: its words, and where the pages are published its address and a code.
fn link(link: &Link, deck: &Deck) -> Value {
    let address = match (&link.href, &deck.base_url) {
        (Href::Document { path, .. }, Some(base)) => Some(format!("{base}/{path}")),
        (Href::Document { .. } | Href::Address(_) | Href::Here(_), _) => None,
    };
    json!({
        "text": link.text,
        "lang": link.lang,
        "code": address.as_deref().and_then(code).map(|it| json!({ "side": it.side, "runs": it.runs })),
        "address": address,
    })
}
