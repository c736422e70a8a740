//! The end of a deck: where handout and quiz are, as links, as addresses to type, and as a code to point a telephone at.

use super::address::address;
use super::context::Context;
use super::escape::escaped;
use super::svg;
use crate::document::{Deck, Href, Link};
use crate::render::code::{Code, code};

/// The empty border that readers of codes ask for, in squares.
const BORDER: usize = 4;

/// Appends the links; where the pages are published somewhere, with their addresses and a code for the first.
pub fn write_links(out: &mut String, links: &[Link], deck: &Deck, context: &Context<'_>) {
    if links.is_empty() {
        return;
    }
    out.push_str("<ul class=\"links\">\n");
    for link in links {
        let lang = link.lang.as_ref().map(|it| format!(" lang=\"{}\" hreflang=\"{0}\"", escaped(it))).unwrap_or_default();
        let words = escaped(&link.text);
        let shown =
            published(link, deck, context).map(|it| format!(" <span class=\"link-address\">{}</span>", escaped(bare(&it))));
        let shown = shown.unwrap_or_default();
        match published(link, deck, context).or_else(|| address(&link.href, context)) {
            Some(address) => out.push_str(&format!("<li><a href=\"{}\"{lang}>{words}</a>{shown}</li>\n", escaped(&address))),
            None => out.push_str(&format!("<li>{words}</li>\n")),
        }
    }
    out.push_str("</ul>\n");
    let codes: Vec<(&Link, String)> = links.iter().filter_map(|it| Some((it, published(it, deck, context)?))).collect();
    if !codes.is_empty() {
        out.push_str("<div class=\"qrs\">\n");
        codes.iter().for_each(|(link, address)| write_code(out, &link.text, address));
        out.push_str("</div>\n");
    }
}

/// Where a document is published, if the course says where its pages are.
fn published(link: &Link, deck: &Deck, context: &Context<'_>) -> Option<String> {
    let base = deck.base_url.as_ref()?;
    match &link.href {
        Href::Document { path, .. } => address(&Href::Address(format!("{base}/{path}")), context),
        Href::Address(_) | Href::Here(_) => None,
    }
}

/// An address as one types it.
pub fn bare(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest)
}

/// Appends a code with its words under it. Text that is too long for a code has none.
pub fn write_code(out: &mut String, words: &str, address: &str) {
    let Some(Code { side, runs }) = code(address) else { return };
    let full = f64::from(u32::try_from(side + 2 * BORDER).unwrap_or(u32::MAX));
    out.push_str("<figure class=\"qr\">");
    svg::open(out, "qr-code", (full, full), &format!("{words}: {address}"), "");
    let mut data = String::new();
    for (column, row, width) in runs {
        data.push_str(&format!("M{} {}h{width}v1h-{width}z", column + BORDER, row + BORDER));
    }
    svg::path(out, "qr-dark", &data);
    out.push_str(&format!("</svg><figcaption>{}</figcaption></figure>\n", escaped(words)));
}

#[cfg(test)]
mod tests {
    use super::write_code;

    #[test]
    fn a_code_is_the_same_twice_and_names_its_address() {
        let draw = || {
            let mut out = String::new();
            write_code(&mut out, "Handout", "https://kurs.example/a/handout.html");
            out
        };
        assert_eq!(draw(), draw());
        assert!(draw().contains("<title id=\"picture-19\">Handout: https://kurs.example/a/handout.html</title>"), "{}", draw());
    }
}
