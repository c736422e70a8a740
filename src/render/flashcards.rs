//! Cards as text with tabs between, as Anki imports them: a header says what is in which column.

use super::html;
use super::setting::Setting;
use crate::document::{Document, Flashcard, Inlines, plain_text};
use crate::tree::{Contents, File};

/// Columns are numbered from 1.
const HEADER: &str = "#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n";

/// Cards as one file; other documents are none.
pub fn render(document: &Document, _setting: Setting<'_>) -> Vec<File> {
    let Document::Cards(cards) = document else { return Vec::new() };
    let mut out = String::from(HEADER);
    out.push_str(&format!("#deck:{}\n", field(&cards.meta.course)));
    for card in &cards.cards {
        out.push_str(&format!("{}\t{}\t{}\t{}\n", field(&card.id), front(card, document), back(card), tag(&card.topic)));
    }
    let path = format!("{}.tsv", cards.meta.path);
    vec![File { path, contents: Contents::Bytes(out.into_bytes()) }]
}

fn front(card: &Flashcard, document: &Document) -> String {
    let quotes = document.meta().language.quotes;
    let said = card.said.iter().map(|it| format!("{}{}{}", quotes.open, text(it), quotes.close));
    let options = (!card.options.is_empty()).then(|| {
        let items: Vec<String> = card.options.iter().map(|it| format!("<li>{}</li>", text(it))).collect();
        format!("<ol type=\"A\">{}</ol>", items.concat())
    });
    let question = std::iter::once(text(&card.question));
    // A field that starts with a quotation mark would be read as quoted; all are written as entities, so none does.
    said.chain(question).collect::<Vec<_>>().join("<br>") + &options.unwrap_or_default()
}

fn back(card: &Flashcard) -> String {
    let answer = std::iter::once(format!("<b>{}</b>", text(&card.answer)));
    answer.chain(card.reasons.iter().map(text)).collect::<Vec<_>>().join("<br>")
}

fn text(inlines: &Inlines) -> String {
    field(&plain_text(inlines))
}

/// Text as a field: on one line, without tabs, with the marks of HTML as entities.
fn field(text: &str) -> String {
    html::escaped(text).replace(['\t', '\n', '\r'], " ")
}

/// A name as a tag: tags are parted by spaces.
fn tag(name: &str) -> String {
    field(name).replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_holds_no_tabs_lines_or_quotation_marks() {
        assert_eq!(field("\"a\"\tb\n<c> & d"), "&quot;a&quot; b &lt;c&gt; &amp; d");
        assert_eq!(tag("två ord"), "två-ord");
    }
}
