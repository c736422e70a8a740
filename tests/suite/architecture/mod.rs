//! The guard of the house: floors, walls, doors, and the marks of a well-kept file. If it stops you, move the code, not the wall.

mod house;
mod imports;
mod marks;

use house::House;

/// A rule of the house: every breach it finds, as a sentence.
type Rule = fn(&House) -> Vec<String>;

const RULES: &[(&str, Rule)] = &[
    ("floors", imports::floors),
    ("walls", imports::walls),
    ("doors", imports::doors),
    ("parents", imports::parents),
    ("circles", imports::circles),
    ("length", marks::length),
    ("openings", marks::openings),
    ("sentences", marks::sentences),
    ("printing", marks::printing),
    ("unwrapping", marks::unwrapping),
    ("disk", marks::disk),
    ("chance", marks::chance),
    ("drawers", marks::drawers),
];

#[test]
fn the_house_stands() {
    let house = House::open();
    let breaches: Vec<String> =
        RULES.iter().flat_map(|(name, rule)| rule(&house).into_iter().map(move |it| format!("{name}: {it}"))).collect();
    assert!(breaches.is_empty(), "{} breaches of the plan in CONTRIBUTING.md:\n{}", breaches.len(), breaches.join("\n"));
}

/// For each rule, a house that breaks it: file and text.
const BREACHES: &[(&str, &[(&str, &str)])] = &[
    ("floors", &[("source.rs", "use crate::pipeline::build;")]),
    ("floors", &[("yaml/parse.rs", "fn f() { crate::prose::parse(); }")]),
    ("walls", &[("render/html/block.rs", "use crate::{curriculum::Module, theme::Theme};")]),
    ("doors", &[("compose/deck.rs", "fn f() { pulldown_cmark::Parser::new(\"\"); }")]),
    ("parents", &[("tree/mod.rs", ""), ("tree/file.rs", "use super::Thing;")]),
    ("parents", &[("tree/mod.rs", ""), ("tree/file.rs", "use crate::tree::{Thing, atomic::Draft};"), ("tree/atomic.rs", "")]),
    ("circles", &[("read/mod.rs", ""), ("read/a.rs", "use super::b::B;"), ("read/b.rs", "use super::{a::A, c};")]),
    ("openings", &[("tree/file.rs", "use std::fmt;")]),
    (
        "sentences",
        &[(
            "tree/file.rs",
            "//! A file.\n\n/// A thing.\n#[derive(Debug)]\npub struct Thing;\n\nimpl Thing {\n    pub fn new() {}\n}",
        )],
    ),
    ("printing", &[("tree/file.rs", "fn f() { println!(\"\"); }")]),
    ("unwrapping", &[("tree/file.rs", "fn f() { g().unwrap(); }")]),
    ("disk", &[("compose/deck.rs", "fn f() { std::fs::read(\"x\"); }")]),
    ("chance", &[("compose/deck.rs", "use std::collections::HashMap;")]),
    ("drawers", &[("compose/utils.rs", "//! Things.")]),
];

#[test]
fn every_rule_sees_a_breach() {
    for (name, files) in BREACHES {
        let house = House::of(files);
        let (_, rule) = RULES.iter().find(|(it, _)| it == name).expect("the rule is there");
        assert_eq!(rule(&house).len(), 1, "{name} in {files:?}: {:?}", rule(&house));
    }
    let long = "//! Long.\n".repeat(501);
    assert_eq!(marks::length(&House::of(&[("tree/file.rs", &long)])).len(), 1);
}

#[test]
fn words_in_texts_comments_and_tests_are_no_breach() {
    let text = "//! No `crate::cli::run`.\n/* crate::cli */\nconst A: &str = \"crate::cli::run println!(\\\"\";\nconst B: char = '\"';\n\
                const C: &str = r#\"crate::cli .unwrap()\"#;\nfn f<'a>(it: &'a str) {}\n#[cfg(test)]\nmod tests {\n    use crate::cli::run;\n    fn f() { g().unwrap() }\n}\n";
    let house = House::of(&[("tree/file.rs", text)]);
    for (name, rule) in RULES {
        assert_eq!(rule(&house), Vec::<String>::new(), "{name}");
    }
}
