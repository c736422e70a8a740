//! Running text with everything looked up.

use serde::Serialize;

/// Inlines in a row.
pub type Inlines = Vec<Inline>;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Inline {
    /// Text, as it is to be read; no markup.
    Text(String),
    /// Emphasis.
    Emphasis(Inlines),
    /// Strong emphasis.
    Strong(Inlines),
    /// Struck through.
    Strike(Inlines),
    /// Code.
    Code(String),
    /// A formula: MathML (one `math` element, made by us) and the TeX it came from.
    Math { mathml: String, tex: String, display: bool },
    /// A link.
    Link { href: Href, children: Inlines },
    /// A picture in a line.
    Image(Picture),
    /// A gap. `filling` is absent in a blank edition, so that it cannot leak; `width` is the word's length in characters.
    Gap { filling: Option<String>, width: usize, hint: Option<String> },
    /// A figure of the ledger, formatted; `note` is the number of its evidence note, where the document has notes.
    Figure { text: String, note: Option<usize> },
    /// A citation as it reads: `(CSO Insights 2019)`; `key` is the anchor of the source in the document's list.
    Cite { text: String, key: String },
    /// A reference to a footnote, by number.
    FootnoteMark(usize),
    /// A line that ends on paper.
    LineBreak,
    /// HTML that an author typed and a library sanitised.
    Html(String),
}

/// What a link points at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Href {
    /// An address outside.
    Address(String),
    /// A place in this document, by id.
    Here(String),
    /// Another document: its path in the output with its ending, and an id in it.
    Document { path: String, id: Option<String> },
}

/// A picture of the curriculum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Picture {
    /// Its path below the curriculum.
    pub path: String,
    /// Its name among the output's assets: stem, content hash, ending.
    pub asset: String,
    /// What it shows; empty if it only decorates.
    pub alt: String,
    /// Width and height in pixels, where they could be read.
    pub size: Option<(u32, u32)>,
}

/// The words of inlines, without marks. A blank gap is an ellipsis.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Figure { text, .. } | Inline::Cite { text, .. } => {
                out.push_str(text)
            }
            Inline::Emphasis(children) | Inline::Strong(children) | Inline::Strike(children) | Inline::Link { children, .. } => {
                out.push_str(&plain_text(children));
            }
            Inline::Math { tex, .. } => out.push_str(tex),
            Inline::Image(picture) => out.push_str(&picture.alt),
            Inline::Gap { filling, .. } => out.push_str(filling.as_deref().unwrap_or("…")),
            Inline::LineBreak => out.push(' '),
            Inline::FootnoteMark(_) | Inline::Html(_) => {}
        }
    }
    out
}
