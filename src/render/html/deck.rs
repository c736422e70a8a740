//! A deck as an HTML page that carries everything in itself: style, script, faces, pictures.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::address::anchor;
use super::context::Context;
use super::deck_parts::DeckParts;
use super::deck_slide::write_slide;
use super::escape::escaped;
use crate::document::{Deck, plain_text};
use crate::render::setting::Setting;
use crate::tree::{Contents, File};

/// The page.
pub fn render(deck: &Deck, setting: Setting<'_>) -> Vec<File> {
    let path = format!("{}.html", deck.meta.path);
    let context = Context { self_contained: true, ..Context::new(&deck.meta, &path, setting) };
    let mut body = String::new();
    for idx in 0..deck.slides.len() {
        write_slide(&mut body, deck, idx, &context);
        if idx == 0 {
            body.push_str(&contents(deck));
        }
    }
    let language = deck.meta.language;
    let mut values = json!({
        "lang": language.tag,
        "title": deck.meta.title,
        "kind": deck.meta.kind,
        "course": deck.meta.course,
        "version": deck.meta.version,
        "csp": "",
        "style": "",
        "script": "",
        "data": data(deck),
        "body": "",
    });
    let parts = setting.deck_parts.get_or_init(|| DeckParts::of(setting.theme));
    let style = parts.style(&[&setting.theme.shell("deck", &values), &body]);
    values["csp"] = policy(&style, &parts.script).into();
    values["style"] = style.into();
    values["script"] = parts.script.as_str().into();
    values["body"] = body.into();
    let page = setting.theme.shell("deck", &values);
    vec![File { path, contents: Contents::Bytes(page.into_bytes()) }]
}

/// Ways to the parts of the deck, for those who read it as a page.
fn contents(deck: &Deck) -> String {
    // A claim is voted on twice; its first place is enough.
    let mut seen = BTreeSet::from([deck.meta.title.clone()]);
    let mut links = String::new();
    for slide in deck.slides.iter().skip(1).filter(|it| it.minutes.is_some()) {
        let title = plain_text(&slide.title);
        if seen.insert(title.clone()) {
            links.push_str(&format!("<li><a href=\"#{}\">{}</a></li>\n", escaped(&anchor(&slide.id)), escaped(&title)));
        }
    }
    if links.is_empty() {
        return String::new();
    }
    let name = escaped(deck.meta.language.phrases.common.contents);
    format!("<nav class=\"deck-contents\" aria-label=\"{name}\">\n<ul>\n{links}</ul>\n</nav>\n")
}

/// What may run and show: this style and this script, and nothing from elsewhere.
fn policy(style: &str, script: &str) -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; img-src data:; font-src data:; base-uri 'none'; \
         form-action 'none'",
        hash(script),
        hash(style)
    )
}

/// What the script is told, as JSON that can stand in an element.
fn data(deck: &Deck) -> String {
    let language = deck.meta.language;
    let id = blake3::hash(format!("{}\n{}", deck.meta.course, deck.meta.path).as_bytes()).to_hex();
    let data = json!({
        "id": &id[..12],
        "clock": language.clock,
        "minutes": deck.minutes,
        "words": language.phrases.deck_script,
        "advice": [language.phrases.guide.below_35, language.phrases.guide.between, language.phrases.guide.above_70],
    });
    data.to_string().replace('<', "\\u003c")
}
