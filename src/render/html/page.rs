//! A page as an HTML page: course page, catalogue, trainer's index.

use serde_json::{Value, json};

use super::address::{address, anchor, file};
use super::beside;
use super::context::Context;
use super::escape::escaped;
use super::find;
use super::inline::inlines;
use super::section::write_heading;
use crate::document::{Card, Link, Page, PageKind};
use crate::render::setting::Setting;
use crate::tree::{Contents, File};

/// Styles from weak to strong.
const STYLES: [&str; 6] = ["tokens.css", "fonts.css", "base.css", "page.css", "find.css", "brand.css"];

/// The index of participants' pages.
const INDEX: &str = "search.js";

/// The page.
pub fn render(page: &Page, setting: Setting<'_>) -> Vec<File> {
    let path = format!("{}.html", page.meta.path);
    let context = Context::new(&page.meta, &path, setting);
    let html = setting.theme.shell("page", &shell_values(page, &context));
    vec![File { path, contents: Contents::Bytes(html.into_bytes()) }]
}

fn shell_values(page: &Page, context: &Context<'_>) -> Value {
    let words = &context.language.phrases;
    let meta = &page.meta;
    let asset = |name: &&str| file(&context.setting.theme.asset(name), context);
    let (class, parts) = match page.kind {
        PageKind::Catalogue => ("catalogue", words.pages.courses),
        PageKind::Course => ("course", words.pages.modules),
        PageKind::Trainer => ("trainer", words.pages.courses),
    };
    json!({
        "lang": meta.language.tag,
        "title": if meta.kind == meta.title { meta.title.clone() } else { format!("{}: {}", meta.kind, meta.title) },
        "class": class,
        "kind": if meta.kind == meta.title { "" } else { meta.kind.as_str() },
        "version": meta.version.as_ref().map(|it| format!("{} {it}", words.common.version)).unwrap_or_default(),
        "skip": words.common.skip_to_content,
        "up": meta.up.as_ref().and_then(|up| address(&up.href, context).map(|href| json!({ "text": up.text, "href": href }))),
        "styles": STYLES.iter().map(asset).collect::<Vec<_>>(),
        "find": find::form(page, context),
        "index": page.scope.as_ref().map(|_| file(INDEX, context)),
        "scripts": page.scope.iter().map(|_| asset(&"find.js")).collect::<Vec<_>>(),
        "icon": asset(&"favicon.svg"),
        "heading": escaped(&meta.title),
        // What a trainer reads first is a warning, whatever else the page says of itself.
        "lead": if page.kind == PageKind::Trainer { String::new() } else { inlines(&page.lead, context) },
        "warning": if page.kind == PageKind::Trainer { words.pages.trainer_warning } else { "" },
        "facts": page.facts.iter().map(|(label, value)| json!({ "label": label, "value": value })).collect::<Vec<_>>(),
        "links": links(&page.links, context),
        "parts": parts,
        "nothing": words.pages.nothing_here,
        "body": body(page, context),
    })
}

/// The cards.
fn body(page: &Page, context: &Context<'_>) -> String {
    let mut out = String::new();
    write_cards(&mut out, &page.cards, 3, context);
    out
}

fn write_cards(out: &mut String, cards: &[Card], level: u8, context: &Context<'_>) {
    if cards.is_empty() {
        return;
    }
    out.push_str("<ul class=\"cards\">\n");
    for card in cards {
        let lang = card.lang.as_ref().map(|it| format!(" lang=\"{}\"", escaped(it))).unwrap_or_default();
        out.push_str(&format!(
            "<li class=\"card\" id=\"{}\"{lang}{}>\n",
            escaped(&anchor(&card.id)),
            find::facets(card.facets.as_ref())
        ));
        write_card(out, card, level, context);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

fn write_card(out: &mut String, card: &Card, level: u8, context: &Context<'_>) {
    if card.number > 0 {
        out.push_str(&format!("<p class=\"card-number\">{}</p>\n", card.number));
    }
    out.push_str("<div class=\"card-body\">\n");
    let title = inlines(&card.title, context);
    let title = match card.href.as_ref().and_then(|it| address(it, context)) {
        Some(href) => format!("<a href=\"{}\">{title}</a>", escaped(&href)),
        None => title,
    };
    write_heading(out, level, "card-title", &title);
    if !card.lead.is_empty() {
        out.push_str(&format!("<p class=\"card-lead\">{}</p>\n", inlines(&card.lead, context)));
    }
    if !card.facts.is_empty() {
        let facts: Vec<String> = card.facts.iter().map(|it| format!("<li>{}</li>", escaped(it))).collect();
        out.push_str(&format!("<ul class=\"card-facts\">{}</ul>\n", facts.concat()));
    }
    if !card.objectives.is_empty() {
        out.push_str(&format!(
            "<p class=\"label\">{}</p>\n<ul class=\"card-objectives\">\n",
            escaped(objectives_word(card, context))
        ));
        for objective in &card.objectives {
            out.push_str(&format!("<li>{}</li>\n", inlines(objective, context)));
        }
        out.push_str("</ul>\n");
    }
    write_links(out, &card.links, context);
    write_cards(out, &card.cards, level + 1, context);
    out.push_str("</div>\n");
}

/// The label of objectives in the card's own language.
fn objectives_word(card: &Card, context: &Context<'_>) -> &'static str {
    let language = card.lang.as_deref().and_then(crate::locale::language).unwrap_or(context.language);
    language.phrases.common.objectives
}

fn write_links(out: &mut String, links: &[Link], context: &Context<'_>) {
    if links.is_empty() {
        return;
    }
    out.push_str("<ul class=\"links\">\n");
    for link in links {
        let Some(href) = address(&link.href, context) else { continue };
        let lang = link.lang.as_ref().map(|it| format!(" lang=\"{0}\" hreflang=\"{0}\"", escaped(it))).unwrap_or_default();
        out.push_str(&format!("<li><a href=\"{}\"{lang}>{}</a></li>\n", escaped(&href), escaped(&link.text)));
        out.push_str(&beside::of_link(link, context));
    }
    out.push_str("</ul>\n");
}

fn links(links: &[Link], context: &Context<'_>) -> String {
    let mut out = String::new();
    write_links(&mut out, links, context);
    out
}
