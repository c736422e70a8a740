//! A style for one page: without the rules for kinds of things that are not on it.

use std::collections::BTreeSet;

use cssparser::{ParseError, Parser, Token};

/// The names that a page can bear as classes: all its words, its script's among them. A word that ends in a hyphen is the
/// beginning of names that the script puts together.
struct Words<'a> {
    whole: BTreeSet<&'a str>,
    beginnings: Vec<&'a str>,
}

impl<'a> Words<'a> {
    fn of(page: &'a str) -> Words<'a> {
        let is_part = |it: char| it.is_alphanumeric() || it == '-' || it == '_';
        let whole: BTreeSet<&str> = page.split(|it| !is_part(it)).filter(|it| !it.is_empty()).collect();
        let beginnings = whole.iter().copied().filter(|it| it.len() > 1 && it.ends_with('-')).collect();
        Words { whole, beginnings }
    }

    fn has(&self, class: &str) -> bool {
        self.whole.contains(class) || self.beginnings.iter().any(|it| class.starts_with(it))
    }
}

/// A style without the rules that ask for a class the page does not have and its script does not give. What cannot be read for
/// certain stays.
pub fn needed_style(style: &str, page: &str) -> String {
    let mut out = String::with_capacity(style.len());
    keep_rules(&mut Parser::new(style), &Words::of(page), &mut out);
    out
}

/// Appends the needed ones of some rules.
fn keep_rules(parser: &mut Parser<'_>, words: &Words<'_>, out: &mut String) {
    loop {
        let start = parser.position();
        let mut at_rule = None;
        let has_block = loop {
            match parser.next_including_whitespace_and_comments() {
                Err(_) => return out.push_str(parser.slice_from(start)),
                Ok(Token::Semicolon) => break false,
                Ok(Token::CurlyBracketBlock) => break true,
                Ok(Token::AtKeyword(name)) => at_rule = Some(name.to_string()),
                Ok(_) => {}
            }
        };
        let head = parser.slice_from(start);
        let prelude = head.strip_suffix('{').unwrap_or(head);
        match at_rule.as_deref() {
            _ if !has_block => out.push_str(head),
            Some(name @ ("layer" | "media" | "supports" | "container")) => {
                let mut inner = String::new();
                within(parser, |parser| keep_rules(parser, words, &mut inner));
                match name {
                    _ if !inner.is_empty() => out.push_str(&format!("{prelude}{{{inner}}}")),
                    // Its place among the layers counts, even with nothing in it.
                    "layer" => out.push_str(&format!("{prelude};")),
                    _ => {}
                }
            }
            Some(_) => {
                within(parser, pass);
                out.push_str(parser.slice_from(start));
            }
            None => {
                within(parser, pass);
                let selectors = needed_selectors(prelude, words);
                if !selectors.is_empty() {
                    out.push_str(&selectors.join(","));
                    out.push_str(&parser.slice_from(start)[prelude.len()..]);
                }
            }
        }
    }
}

/// Reads the block that a parser stands at.
fn within(parser: &mut Parser<'_>, read: impl FnOnce(&mut Parser<'_>)) {
    // A block that cannot be read to its end is the end of the style.
    let _ = parser.parse_nested_block(|parser| {
        read(parser);
        Ok::<(), ParseError<()>>(())
    });
}

fn pass(parser: &mut Parser<'_>) {
    while parser.next_including_whitespace_and_comments().is_ok() {}
}

/// Those selectors of a list that something on the page can answer to.
fn needed_selectors<'i>(list: &'i str, words: &Words<'_>) -> Vec<&'i str> {
    let mut parser = Parser::new(list);
    let mut needed = Vec::new();
    loop {
        let start = parser.position();
        let (can_match, is_last) = read_selector(&mut parser, words);
        if can_match {
            let selector = parser.slice_from(start);
            needed.push(if is_last { selector } else { selector.trim_end_matches(',') }.trim());
        }
        if is_last {
            return needed;
        }
    }
}

/// Whether all the classes are there that the next selector of a list asks for, and whether it is the last. What a selector denies
/// (`:not`) or looks for inside (`:has`) is not asked.
fn read_selector(parser: &mut Parser<'_>, words: &Words<'_>) -> (bool, bool) {
    let (mut can_match, mut after_dot) = (true, false);
    while let Ok(token) = parser.next_including_whitespace_and_comments().cloned() {
        match &token {
            Token::Comma => return (can_match, false),
            Token::Ident(class) if after_dot => can_match &= words.has(class),
            Token::Function(name) if matches!(name.as_ref(), "is" | "where") => {
                let mut one_of = false;
                within(parser, |parser| {
                    loop {
                        let (can_match, is_last) = read_selector(parser, words);
                        one_of |= can_match;
                        if is_last {
                            break;
                        }
                    }
                });
                can_match &= one_of;
            }
            _ => {}
        }
        after_dot = token == Token::Delim('.');
    }
    (can_match, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_rules_for_what_is_there_stay() {
        let cases = [
            (".a{b:c}.x{d:e}", ".a{b:c}"),
            (".a,.x,p .b:hover{c:d}", ".a,p .b:hover{c:d}"),
            (".a:not(.x){c:d}.a:has(.x){c:d}", ".a:not(.x){c:d}.a:has(.x){c:d}"),
            (":is(.x,.a) p{c:d}:is(.x,.y) p{c:d}p:where(.x .a){c:d}", ":is(.x,.a) p{c:d}"),
            ("@layer p{.x{c:d}}@media print{.x{c:d}}@media print{.a{c:d}.x{c:d}}", "@layer p;@media print{.a{c:d}}"),
            (
                "@layer q,p;@page x{size:A4}@font-face{src:url(\"data:.x\")}",
                "@layer q,p;@page x{size:A4}@font-face{src:url(\"data:.x\")}",
            ),
            (".made-now{c:d}.made{c:d}[class=x]{c:d}", ".made-now{c:d}[class=x]{c:d}"),
            (".a{c:\"}.x{\"}.x{c:\"}\"}.a{background:url(\".x{\")}", ".a{c:\"}.x{\"}.a{background:url(\".x{\")}"),
            (".a{c:d}.x{c:", ".a{c:d}"),
        ];
        let page = "<p class=\"a b\">and</p><script>make(`made-${name}`)</script>";
        for (style, expected) in cases {
            assert_eq!(needed_style(style, page), expected);
        }
    }
}
