//! The form by which courses and modules are found. It is hidden until its script has come, since it does nothing without.

use serde_json::json;

use super::context::Context;
use super::escape::escaped;
use crate::document::{Facets, Page};

/// Ways to narrow down, by the name the script knows them by.
const FACETS: [&str; 4] = ["audience", "minutes", "language", "topic"];

/// The form, and where what is found is listed; nothing on a page that cannot be searched.
pub fn form(page: &Page, context: &Context<'_>) -> String {
    let Some(scope) = &page.scope else { return String::new() };
    let phrases = &context.language.phrases;
    let words = &phrases.pages;
    let label = |name: &str| match name {
        "audience" => phrases.common.audience,
        "minutes" => words.length,
        "language" => words.languages,
        _ => words.topic,
    };
    let data = json!({
        "scope": scope, "one": words.one_hit, "many": words.hits, "none": words.no_hits, "atMost": words.at_most, "any": words.any,
        "shown": words.shown,
    });
    let mut out = format!("<form class=\"find\" role=\"search\" hidden data-find=\"{}\">\n", escaped(&data.to_string()));
    out.push_str(&format!(
        "<p class=\"find-field find-words\"><label for=\"find-words\">{}</label><input id=\"find-words\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"></p>\n",
        escaped(words.search)
    ));
    for name in FACETS {
        out.push_str(&format!(
            "<p class=\"find-field\"><label for=\"find-{name}\">{}</label><select id=\"find-{name}\"><option value=\"\">{}</option></select></p>\n",
            escaped(label(name)),
            escaped(words.any)
        ));
    }
    out.push_str(&format!("<p class=\"find-clear\"><button type=\"reset\">{}</button></p>\n</form>\n", escaped(words.clear)));
    out.push_str("<p class=\"find-count\" role=\"status\"></p>\n<ol class=\"hits\" hidden></ol>\n");
    out
}

/// What a card can be narrowed down by, as an attribute.
pub fn facets(facets: Option<&Facets>) -> String {
    let Some(it) = facets else { return String::new() };
    let data = json!({ "audience": it.audience, "minutes": it.minutes, "languages": it.languages, "topics": it.topics });
    format!(" data-facets=\"{}\"", escaped(&data.to_string()))
}
