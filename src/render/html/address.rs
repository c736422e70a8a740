//! Anchors and addresses that hold in any page: no spaces, no stray per cent signs, nothing that runs.

use std::fmt::Write;

use super::context::Context;
use crate::document::Href;

/// An id as it can stand in `id` and after `#`: letters, digits, `-`, `_` and `.` stay; the rest becomes `_` and its number.
pub fn anchor(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for character in id.chars() {
        if character.is_alphanumeric() || matches!(character, '-' | '_' | '.') {
            out.push(character);
        } else {
            write!(out, "_{:x}", u32::from(character)).expect("a string takes all text");
        }
    }
    out
}

/// Where a link leads from this page; `None` for an address that would run a script.
pub fn address(href: &Href, context: &Context<'_>) -> Option<String> {
    match href {
        Href::Address(address) => is_safe(address).then(|| encoded(address)),
        Href::Here(id) => Some(format!("#{}", anchor(id))),
        Href::Document { path, id } => {
            let mut out = encoded_path(&context.relative(path));
            if let Some(id) = id {
                out.push('#');
                out.push_str(&anchor(id));
            }
            Some(out)
        }
    }
}

/// A path below the output as a relative link from this page.
pub fn file(path: &str, context: &Context<'_>) -> String {
    encoded_path(&context.relative(path))
}

/// Whether an address names a scheme that only leads somewhere, or none.
fn is_safe(address: &str) -> bool {
    let cleaned: String = address.chars().filter(|it| !it.is_whitespace() && !it.is_control()).collect();
    let scheme = cleaned.split(['/', '?', '#']).next().and_then(|start| start.split_once(':')).map(|(scheme, _)| scheme);
    scheme.is_none_or(|scheme| ["http", "https", "mailto", "tel"].iter().any(|it| scheme.eq_ignore_ascii_case(it)))
}

/// An address with what no address may hold in per cent form; what is in that form already stays.
fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for (idx, character) in address.char_indices() {
        let is_stray = character == '%' && !is_percent_form(&address.as_bytes()[idx..]);
        push_encoded(&mut out, character, is_stray);
    }
    out
}

/// A path of ours, in which every `%`, `?` and `#` is part of a name.
fn encoded_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for character in path.chars() {
        push_encoded(&mut out, character, matches!(character, '%' | '?' | '#'));
    }
    out
}

fn push_encoded(out: &mut String, character: char, always: bool) {
    let is_unfit = character.is_control() || character.is_whitespace() || r#""<>\^`{}|[]"#.contains(character);
    if !always && !is_unfit {
        out.push(character);
        return;
    }
    let mut buffer = [0; 4];
    for byte in character.encode_utf8(&mut buffer).bytes() {
        write!(out, "%{byte:02X}").expect("a string takes all text");
    }
}

fn is_percent_form(bytes: &[u8]) -> bool {
    bytes.len() >= 3 && bytes[1].is_ascii_hexdigit() && bytes[2].is_ascii_hexdigit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_hold_no_spaces_or_signs() {
        assert_eq!(anchor("så-är-det"), "så-är-det");
        assert_eq!(anchor("60 % klart"), "60_20_25_20klart");
    }

    #[test]
    fn addresses_are_encoded_once() {
        assert_eq!(encoded("https://a.example/50%20x y%"), "https://a.example/50%20x%20y%25");
        assert_eq!(encoded_path("a b/50%.html"), "a%20b/50%25.html");
    }

    #[test]
    fn addresses_that_run_are_refused() {
        assert!(is_safe("https://a.example/x:y"));
        assert!(is_safe("img/a:b.png"));
        assert!(!is_safe(" java\tscript:alert(1)"));
        assert!(!is_safe("data:text/html,x"));
    }
}
