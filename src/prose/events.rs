//! The events of a Markdown text: what the parser is told to look for.

use pulldown_cmark::{BrokenLink, CowStr, OffsetIter, Options, Parser};

use crate::locale::Language;

/// How running text is read.
#[derive(Debug, Clone, Copy)]
pub struct Features {
    /// Whether `$…$` is math.
    pub math: bool,
    /// The language, for quotation marks and spaces.
    pub language: &'static Language,
}

/// The events of a Markdown text.
pub(super) type Events<'m> = OffsetIter<'m, fn(BrokenLink<'m>) -> Option<(CowStr<'m>, CowStr<'m>)>>;

/// Starts the parser.
pub(super) fn events(masked: &str, features: Features) -> Events<'_> {
    // Every option by name: `all()` brings metadata blocks and an older kind of footnote.
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS;
    options.set(Options::ENABLE_MATH, features.math);
    let callback: fn(BrokenLink<'_>) -> Option<(CowStr<'_>, CowStr<'_>)> =
        |link| link.reference.starts_with(['=', '@']).then(|| (CowStr::from(""), CowStr::from("")));
    Parser::new_with_broken_link_callback(masked, options, Some(callback)).into_offset_iter()
}

/// HTML without its comments.
pub(super) fn without_comments(html: &str) -> String {
    let (mut out, mut rest) = (String::new(), html);
    while let Some(start) = rest.find("<!--") {
        out.push_str(&rest[..start]);
        rest = rest[start..].find("-->").map_or("", |end| &rest[start + end + 3..]);
    }
    out + rest
}
