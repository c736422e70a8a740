//! Links from a page to what was printed of the same document, where that was asked for.

use super::address::{address, file};
use super::context::Context;
use super::escape::escaped;
use crate::document::{Href, Link};

/// The endings of files that are printed, with the words that tell them apart from the first.
fn kinds(context: &Context<'_>) -> [(&'static str, &'static str); 3] {
    let words = &context.language.phrases;
    [(".pdf", ""), ("-large.pdf", words.desk.large_print), ("-notes.pdf", words.deck.notes)]
}

/// The PDFs of a page by its path: their paths, and what they are called.
fn printed(page: &str, context: &Context<'_>) -> Vec<(String, String)> {
    let Some(stem) = page.strip_suffix(".html") else { return Vec::new() };
    let kind = |(ending, words): (&str, &str)| {
        let path = format!("{stem}{ending}");
        let name = if words.is_empty() { "PDF".to_owned() } else { format!("PDF · {words}") };
        context.setting.beside.contains(&path).then_some((path, name))
    };
    kinds(context).into_iter().filter_map(kind).collect()
}

/// The PDFs of this page, as links in a line of their own.
pub fn of_page(context: &Context<'_>) -> String {
    let links: Vec<String> = printed(context.path, context)
        .iter()
        .map(|(path, name)| {
            format!("<a href=\"{}\" type=\"application/pdf\">{}</a>", escaped(&file(path, context)), escaped(name))
        })
        .collect();
    if links.is_empty() { String::new() } else { format!("<p class=\"page-files\">{}</p>\n", links.join(" ")) }
}

/// The PDFs of a page that a link leads to, as items of the list that the link stands in.
pub fn of_link(link: &Link, context: &Context<'_>) -> String {
    let Href::Document { path, id: None } = &link.href else { return String::new() };
    let item = |(path, name): (String, String)| {
        let href = address(&Href::Document { path, id: None }, context)?;
        let lang = link.lang.as_ref().map(|it| format!(" hreflang=\"{}\"", escaped(it))).unwrap_or_default();
        let name = escaped(&format!("{}, {name}", link.text));
        Some(format!("<li><a href=\"{}\"{lang} type=\"application/pdf\">{name}</a></li>\n", escaped(&href)))
    };
    printed(path, context).into_iter().filter_map(item).collect()
}
