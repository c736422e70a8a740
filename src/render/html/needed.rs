//! A style for one page: without the rules for kinds of things that are not on it.

use std::collections::BTreeSet;
use std::ops::Bound::{Included, Unbounded};

use cssparser::{ParseError, Parser, Token};

/// A style, read once for all pages that carry a part of it.
#[derive(Debug)]
pub struct Stylesheet {
    rules: Vec<Rule>,
    /// Every class that a rule asks for.
    classes: BTreeSet<String>,
}

/// A part of a style.
#[derive(Debug)]
enum Rule {
    /// What every page has: at-rules without rules in them, and what cannot be read for certain.
    Always(String),
    /// `@media … {`: rules that hold together, there if one of them is.
    Group { prelude: String, is_layer: bool, rules: Vec<Rule> },
    /// Selectors, and what is so for them, with its braces.
    Style { selectors: Vec<Selector>, block: String },
}

/// One of a list of selectors.
#[derive(Debug)]
struct Selector {
    text: String,
    asks: Vec<Ask>,
}

/// What must be on a page for a selector to find something.
#[derive(Debug)]
enum Ask {
    Class(String),
    /// All that one of these asks for (`:is`, `:where`).
    OneOf(Vec<Vec<Ask>>),
}

impl Stylesheet {
    /// Reads a style.
    pub fn read(style: &str) -> Stylesheet {
        let mut sheet = Stylesheet { rules: Vec::new(), classes: BTreeSet::new() };
        sheet.rules = read_rules(&mut Parser::new(style), &mut sheet.classes);
        sheet
    }

    /// The classes of this style that some texts can bear: all their words are taken for such. A word that ends in a hyphen is
    /// the beginning of names that a script puts together.
    pub fn named_in<'a>(&'a self, texts: &[&str]) -> BTreeSet<&'a str> {
        let is_part = |it: char| it.is_alphanumeric() || it == '-' || it == '_';
        let mut named = BTreeSet::new();
        for word in texts.iter().flat_map(|text| text.split(|it| !is_part(it))) {
            if word.len() > 1 && word.ends_with('-') {
                let from = self.classes.range::<str, _>((Included(word), Unbounded));
                named.extend(from.take_while(|it| it.starts_with(word)).map(String::as_str));
            } else if let Some(class) = self.classes.get(word) {
                named.insert(class);
            }
        }
        named
    }

    /// The style without the rules that ask for other classes than these. What a selector denies (`:not`) or looks for inside
    /// (`:has`) is not asked.
    pub fn needed(&self, named: &BTreeSet<&str>) -> String {
        let mut out = String::new();
        write_needed(&self.rules, named, &mut out);
        out
    }
}

fn write_needed(rules: &[Rule], named: &BTreeSet<&str>, out: &mut String) {
    for rule in rules {
        match rule {
            Rule::Always(text) => out.push_str(text),
            Rule::Group { prelude, is_layer, rules } => {
                let start = out.len();
                out.push_str(prelude);
                out.push('{');
                let inner = out.len();
                write_needed(rules, named, out);
                if out.len() > inner {
                    out.push('}');
                } else {
                    out.truncate(start);
                    if *is_layer {
                        // Its place among the layers counts, even with nothing in it.
                        out.push_str(prelude);
                        out.push(';');
                    }
                }
            }
            Rule::Style { selectors, block } => {
                let start = out.len();
                for selector in selectors.iter().filter(|it| are_there(&it.asks, named)) {
                    if out.len() > start {
                        out.push(',');
                    }
                    out.push_str(&selector.text);
                }
                if out.len() > start {
                    out.push_str(block);
                }
            }
        }
    }
}

fn are_there(asks: &[Ask], named: &BTreeSet<&str>) -> bool {
    asks.iter().all(|ask| match ask {
        Ask::Class(class) => named.contains(class.as_str()),
        Ask::OneOf(some) => some.iter().any(|asks| are_there(asks, named)),
    })
}

/// The rules from here to the end of a block or of the style.
fn read_rules(parser: &mut Parser<'_>, classes: &mut BTreeSet<String>) -> Vec<Rule> {
    let mut rules = Vec::new();
    loop {
        let start = parser.position();
        let mut at_rule = None;
        let has_block = loop {
            match parser.next_including_whitespace_and_comments() {
                Err(_) => {
                    rules.push(Rule::Always(parser.slice_from(start).to_owned()));
                    return rules;
                }
                Ok(Token::Semicolon) => break false,
                Ok(Token::CurlyBracketBlock) => break true,
                Ok(Token::AtKeyword(name)) => at_rule = Some(name.to_string()),
                Ok(_) => {}
            }
        };
        let head = parser.slice_from(start);
        let prelude = head.strip_suffix('{').unwrap_or(head);
        rules.push(match at_rule.as_deref() {
            _ if !has_block => Rule::Always(head.to_owned()),
            Some(name @ ("layer" | "media" | "supports" | "container")) => {
                let mut rules = Vec::new();
                within(parser, |parser| rules = read_rules(parser, classes));
                Rule::Group { prelude: prelude.to_owned(), is_layer: name == "layer", rules }
            }
            Some(_) => {
                within(parser, pass);
                Rule::Always(parser.slice_from(start).to_owned())
            }
            None => {
                within(parser, pass);
                let block = parser.slice_from(start)[prelude.len()..].to_owned();
                Rule::Style { selectors: read_selectors(prelude, classes), block }
            }
        });
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

/// A list of selectors.
fn read_selectors(list: &str, classes: &mut BTreeSet<String>) -> Vec<Selector> {
    let mut parser = Parser::new(list);
    let mut selectors = Vec::new();
    loop {
        let start = parser.position();
        let (asks, is_last) = read_selector(&mut parser, classes);
        let text = parser.slice_from(start);
        let text = if is_last { text } else { text.trim_end_matches(',') };
        selectors.push(Selector { text: text.trim().to_owned(), asks });
        if is_last {
            return selectors;
        }
    }
}

/// What the next selector of a list asks for, and whether it is the last.
fn read_selector(parser: &mut Parser<'_>, classes: &mut BTreeSet<String>) -> (Vec<Ask>, bool) {
    let (mut asks, mut after_dot) = (Vec::new(), false);
    while let Ok(token) = parser.next_including_whitespace_and_comments().cloned() {
        match &token {
            Token::Comma => return (asks, false),
            Token::Ident(class) if after_dot => {
                classes.insert(class.to_string());
                asks.push(Ask::Class(class.to_string()));
            }
            Token::Function(name) if matches!(name.as_ref(), "is" | "where") => {
                let mut some = Vec::new();
                within(parser, |parser| {
                    loop {
                        let (asks, is_last) = read_selector(parser, classes);
                        some.push(asks);
                        if is_last {
                            break;
                        }
                    }
                });
                asks.push(Ask::OneOf(some));
            }
            _ => {}
        }
        after_dot = token == Token::Delim('.');
    }
    (asks, true)
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
            let sheet = Stylesheet::read(style);
            assert_eq!(sheet.needed(&sheet.named_in(&[page])), expected);
        }
    }
}
