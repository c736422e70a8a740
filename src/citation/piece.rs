//! The pieces that a formatted entry is made of.

use hayagriva::citationberg::FontStyle;
use hayagriva::{ElemChild, ElemChildren};

/// A piece of a formatted entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text.
    Text(String),
    /// Emphasised text: a title.
    Emphasis(String),
    /// A link and its words.
    Link { text: String, address: String },
}

/// What was formatted, as pieces: neighbours of one kind joined, and no full stop after another mark ("kunden?.", "Inc..",
/// "Blogg,.").
pub fn pieces(children: &ElemChildren) -> Vec<Piece> {
    let mut pieces = Vec::new();
    collect(children, &mut pieces);
    drop_doubled_stops(&mut pieces);
    pieces.retain(|it| !matches!(it, Piece::Text(text) | Piece::Emphasis(text) if text.is_empty()));
    pieces
}

/// What was formatted, without emphasis and links.
pub fn plain(children: &ElemChildren) -> String {
    let mut out = String::new();
    for piece in pieces(children) {
        match piece {
            Piece::Text(text) | Piece::Emphasis(text) | Piece::Link { text, .. } => out.push_str(&text),
        }
    }
    out
}

fn collect(children: &ElemChildren, pieces: &mut Vec<Piece>) {
    for child in &children.0 {
        match child {
            ElemChild::Text(it) if it.formatting.font_style == FontStyle::Italic => push_emphasis(pieces, &it.text),
            ElemChild::Text(it) => push_text(pieces, &it.text),
            ElemChild::Elem(it) => collect(&it.children, pieces),
            // Mathematics in a title, as it was written.
            ElemChild::Markup(text) => push_text(pieces, text),
            ElemChild::Link { text, url } if is_web(url) => {
                pieces.push(Piece::Link { text: text.text.clone(), address: url.clone() });
            }
            ElemChild::Link { text, .. } => push_text(pieces, &text.text),
            // Stands for a citation that is made elsewhere; the style has none.
            ElemChild::Transparent { .. } => {}
        }
    }
}

/// Only addresses of the web become links: an address can also be a script.
fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        Some(Piece::Text(last)) => last.push_str(text),
        _ => pieces.push(Piece::Text(text.to_owned())),
    }
}

fn push_emphasis(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        Some(Piece::Emphasis(last)) => last.push_str(text),
        _ => pieces.push(Piece::Emphasis(text.to_owned())),
    }
}

fn drop_doubled_stops(pieces: &mut [Piece]) {
    let mut before = [' '; 2];
    for piece in pieces {
        let (Piece::Text(text) | Piece::Emphasis(text)) = piece else {
            before = [' '; 2];
            continue;
        };
        let mut out = String::with_capacity(text.len());
        for (at, character) in text.char_indices() {
            // Three stops are an ellipsis that the author wrote.
            let doubled = matches!(before[1], '?' | '!' | '…') || (before[1] == '.' && before[0] != '.');
            if character == '.' && doubled && !text[at..].starts_with("..") {
                continue;
            }
            // What was to follow the comma was empty: a date that is a year has no day.
            if character == '.' && out.ends_with(',') {
                out.pop();
            }
            out.push(character);
            before = [before[1], character];
        }
        *text = out;
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, drop_doubled_stops};

    #[test]
    fn one_mark_ends_a_sentence() {
        let mut pieces = vec![
            Piece::Text("Vad vet kunden?. ".into()),
            Piece::Emphasis("Varför?".into()),
            Piece::Text(". Gartner Inc.. Så ... ".into()),
            Piece::Emphasis("Blogg".into()),
            Piece::Text(",. ".into()),
        ];
        drop_doubled_stops(&mut pieces);
        assert_eq!(
            pieces,
            [
                Piece::Text("Vad vet kunden? ".into()),
                Piece::Emphasis("Varför?".into()),
                Piece::Text(" Gartner Inc. Så ... ".into()),
                Piece::Emphasis("Blogg".into()),
                Piece::Text(". ".into()),
            ]
        );
    }
}
