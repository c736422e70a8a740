//! A deck as an HTML page that carries everything in itself: style, script, faces, pictures.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::address::anchor;
use super::context::Context;
use super::deck_script::{SCRIPTS, joined};
use super::deck_slide::write_slide;
use super::escape::escaped;
use super::needed::needed_style;
use super::squeeze::squeeze_style;
use crate::document::{Deck, plain_text};
use crate::render::setting::Setting;
use crate::theme::Theme;
use crate::tree::{Contents, File};

/// The styles of a deck, from weak to strong.
const STYLES: [&str; 13] = [
    "tokens.css",
    "chart.css",
    "deck.css",
    "deck-canvas.css",
    "deck-kinds.css",
    "deck-vote.css",
    "deck-figure.css",
    "deck-shift.css",
    "deck-room.css",
    "deck-desk.css",
    "deck-page.css",
    "deck-print.css",
    "brand.css",
];

/// The built-in script, made smaller when the program was compiled.
const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/deck.min.js"));

/// The faces that slides use; the handout's running text needs more.
const FACES: [&str; 5] = ["noto-sans-400.", "noto-sans-700.", "noto-sans-400-italic.", "libertinus-serif-400-italic.", "signs."];

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
    let written = joined(|name| setting.theme.text(name));
    let language = deck.meta.language;
    let mut values = json!({
        "lang": language.tag,
        "title": deck.meta.title,
        "kind": deck.meta.kind,
        "course": deck.meta.course,
        "version": deck.meta.version,
        "csp": "",
        "style": "",
        "script": written,
        "data": data(deck),
        "body": body,
    });
    // What the style must hold shows on the page without it, and with the script as it is written: a smaller one may put names
    // together in another way.
    let style = needed_style(&style(setting.theme), &setting.theme.shell("deck", &values));
    let script = carried(setting.theme, &written);
    values["csp"] = policy(&style, script).into();
    values["style"] = style.into();
    values["script"] = script.into();
    let page = setting.theme.shell("deck", &values);
    vec![File { path, contents: Contents::Bytes(page.into_bytes()) }]
}

/// All styles in one text, with the faces in it.
fn style(theme: &Theme) -> String {
    let mut out = theme.self_contained("fonts.css", |name| FACES.iter().any(|face| name.contains(face)));
    for name in STYLES {
        out.push_str(&theme.self_contained(name, |_| true));
    }
    squeeze_style(&out)
}

/// The script that a deck carries: as it is written, if a part of it is the theme's own.
fn carried<'a>(theme: &Theme, written: &'a str) -> &'a str {
    if SCRIPTS.iter().all(|name| theme.has_built_in(name)) { BUILT_IN } else { written }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::tree::Tree;

    fn script(files: &[(&str, &str)]) -> String {
        let themes = Tree::memory(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
        let theme = Theme::load("ours", &themes, &mut Diagnostics::default());
        carried(&theme, &joined(|name| theme.text(name))).to_owned()
    }

    #[test]
    fn a_theme_without_scripts_of_its_own_has_the_small_one() {
        assert_eq!(script(&[("ours/assets/deck.css", ".a{}")]), BUILT_IN);
        let theme = Theme::load("default", &Tree::memory([]), &mut Diagnostics::default());
        assert!(BUILT_IN.len() * 2 < joined(|name| theme.text(name)).len());
    }

    #[test]
    fn a_script_of_the_theme_is_carried_as_it_is_written() {
        let own = "// Ours.\nconst   ours = 1; // no more";
        let found = script(&[("ours/assets/deck-keys.js", own)]);
        assert!(found.starts_with("'use strict';(()=>{\n//") && found.ends_with("\n})();"));
        assert!(found.contains(&format!("\n{own}\n")) && found.contains("Makes slides of what stands in the page"));
    }
}
