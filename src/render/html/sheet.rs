//! What stands around a sheet that is not a paper of blocks: cards, certificates.

use serde_json::json;

use super::address::{address, file};
use super::beside;
use super::context::Context;
use super::desk::{letter, print_desk};
use super::escape::escaped;
use crate::document::Meta;
use crate::tree::{Contents, File};

/// Styles from weak to strong.
const STYLES: [&str; 8] =
    ["tokens.css", "fonts.css", "base.css", "blocks.css", "paper.css", "followup.css", "desk.css", "brand.css"];

/// A page with some HTML under its title.
pub fn page(meta: &Meta, class: &str, lead: &str, body: &str, context: &Context<'_>) -> Vec<File> {
    let words = &context.language.phrases;
    let asset = |name: &str| file(&context.setting.theme.asset(name), context);
    let (page_before, page_between) = words.paper.page_of.split_once("{n}").unwrap_or_default();
    let values = json!({
        "lang": meta.language.tag,
        "title": format!("{}: {}", meta.kind, meta.title),
        "class": class,
        "kind": meta.kind,
        "course": meta.course,
        "version": meta.version.as_ref().map(|it| format!("{} {it}", words.common.version)).unwrap_or_default(),
        "skip": words.common.skip_to_content,
        "up": meta.up.as_ref().and_then(|up| address(&up.href, context).map(|href| json!({ "text": up.text, "href": href }))),
        "styles": STYLES.iter().map(|it| asset(it)).collect::<Vec<_>>(),
        "scripts": [asset("paper.js")],
        "icon": asset("favicon.svg"),
        "plain_title": meta.kind,
        "page_before": page_before,
        "page_between": page_between.replace("{total}", ""),
        "heading": escaped(&meta.kind),
        "lead": escaped(lead),
        "contents": [],
        "contents_word": "",
        "desk": print_desk(context),
        "letter": letter(context),
        "files": beside::of_page(context),
        "body": body,
    });
    let html = context.setting.theme.shell("paper", &values);
    vec![File { path: context.path.to_owned(), contents: Contents::Bytes(html.into_bytes()) }]
}
