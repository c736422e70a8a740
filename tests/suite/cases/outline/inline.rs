//! Running text, with marks for what is more than text.

use tvartom::document::{Href, Inline, Link};

/// Running text on one line.
pub fn inlines(inlines_: &[Inline]) -> String {
    inlines_.iter().map(inline).collect::<String>().replace('\u{a0}', "~")
}

fn inline(inline: &Inline) -> String {
    let note = |number: &Option<usize>| number.map(|it| format!(" note {it}")).unwrap_or_default();
    match inline {
        Inline::Text(text) => text.clone(),
        Inline::Emphasis(children) => format!("*{}*", inlines(children)),
        Inline::Strong(children) => format!("**{}**", inlines(children)),
        Inline::Strike(children) => format!("~~{}~~", inlines(children)),
        Inline::Code(text) => format!("`{text}`"),
        Inline::Math { tex, display: false, .. } => format!("${tex}$"),
        Inline::Math { tex, display: true, .. } => format!("$${tex}$$"),
        Inline::Link { href: to, children } => format!("[{}]({})", inlines(children), href(to)),
        Inline::Image(picture) => format!("![{}]({})", picture.alt, picture.path),
        Inline::Gap { filling, width, hint } => {
            let word = filling.clone().unwrap_or_else(|| format!("{width} wide"));
            format!("[[{word}{}]]", hint.as_ref().map(|it| format!(", {it}")).unwrap_or_default())
        }
        Inline::Figure { text, note: number } => format!("<{text}{}>", note(number)),
        Inline::Cite { text, key } => format!("<{text} @{key}>"),
        Inline::FootnoteMark(number) => format!("[^{number}]"),
        Inline::LineBreak => " / ".to_owned(),
        Inline::Html(html) => format!("html {html}"),
    }
}

/// Where a link leads.
pub fn href(href: &Href) -> String {
    match href {
        Href::Address(address) => address.clone(),
        Href::Here(id) => format!("#{id}"),
        Href::Document { path, id: None } => path.clone(),
        Href::Document { path, id: Some(id) } => format!("{path}#{id}"),
    }
}

/// A link with its words.
pub fn link(link: &Link) -> String {
    let lang = link.lang.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
    format!("[{}{lang}]({})", link.text, href(&link.href))
}
