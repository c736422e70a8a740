//! Nothing that an author types may make the house fall: texts of tricky pieces, at random but the same every time.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tvartom::citation::Bibliography;
use tvartom::diagnostic::Diagnostics;
use tvartom::locale::LANGUAGES;
use tvartom::pipeline::{self, Memo};
use tvartom::prose::{self, Block, BlockKind, Features, Inline, InlineKind};
use tvartom::source::{Place, Source, Span};
use tvartom::tree::MemorySink;
use tvartom::yaml;

use crate::bench;
use crate::fuzz::targets;

/// Pieces that have a meaning in Markdown, in ours, or in YAML, and characters of every width.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "    ",
    "\t",
    "a",
    "word ",
    "å",
    "–",
    "\u{a0}",
    "😀",
    "\u{feff}",
    "\0",
    "\u{2028}",
    "# ",
    "## ",
    "### ",
    "#### ",
    "---\n",
    "***\n",
    "===\n",
    "- ",
    "1. ",
    "> ",
    ": ",
    "* ",
    "- [ ] ",
    "- [x] ",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```",
    "```\n",
    "```chart\n",
    "```poll\n",
    "~~~",
    ":::",
    "\n::: ",
    "\n:::\n",
    "\n:::: columns\n",
    "guide",
    "note \"t\"",
    "reply \"x\"",
    "[[",
    "]]",
    "[[a]]",
    "[[a|b]]",
    "[[=f]]",
    "![[",
    "[=",
    "[=f]",
    "[=f.n]",
    "[=f][@b]",
    "[@",
    "[@a]",
    "[@a; @b, s. 1]",
    "](",
    ")",
    "[",
    "]",
    "(",
    "![a](b)",
    "[a](#s)",
    "[^1]",
    "\n[^1]: ",
    "{",
    "}",
    "{#id .belief}",
    "{.guess fact=f}",
    "{minutes=5",
    " {a=\"b c\"}",
    "| a | b |\n|---|---|\n",
    "| ",
    "|",
    "\\",
    "\\|",
    "&amp;",
    "&",
    "<b>",
    "<!--",
    "-->",
    "<script>",
    "</",
    "<",
    "$",
    "$$",
    "$x$",
    "\"",
    "'",
    "...",
    "--",
    "10 %",
    "key: ",
    "key: value\n",
    "- id: a\n",
    "  ",
    "kind: bar\n",
    "data: ",
    "[1, 2]",
    "{a: b}",
    "{a, b: }",
    "&x ",
    "*x",
    "!tag ",
    "|\n",
    ">\n",
    "? ",
    "%",
    "@",
    "~",
    "null",
    "0x1f",
    "1e999",
    "-.inf",
    "2027-02-30",
    "title: ",
    "sections:\n",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

/// Tries a property on many texts; the same ones at every run.
fn hold(n_texts: u32, property: impl Fn(String) -> Result<(), TestCaseError>) {
    let config = Config { cases: n_texts, failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() };
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, random).run(&text(), property).unwrap();
}

fn source(text: &str, diagnostics: &mut Diagnostics) -> Source {
    diagnostics.sources.add("c/01-a.md", Arc::<str>::from(text))
}

/// Holds a span to lie in its text, on whole characters.
fn lies_inside(span: Span, text: &str) -> Result<(), TestCaseError> {
    prop_assert!(text.get(span.range()).is_some(), "{span:?} does not lie in {text:?}");
    Ok(())
}

fn blocks_lie_inside(blocks: &[Block], text: &str) -> Result<(), TestCaseError> {
    for block in blocks {
        lies_inside(block.span, text)?;
        match &block.kind {
            BlockKind::Heading(heading) => {
                inlines_lie_inside(&heading.text, text)?;
                let attributes = &heading.attributes;
                let words = attributes.id.iter().chain(&attributes.classes).chain(attributes.pairs.iter().map(|it| &it.value));
                for word in words {
                    lies_inside(word.span, text)?;
                    prop_assert_eq!(&text[word.span.range()], &word.value);
                }
            }
            BlockKind::Paragraph(children) => inlines_lie_inside(children, text)?,
            BlockKind::List { items, .. } => {
                items.iter().try_for_each(|it| blocks_lie_inside(&it.blocks, text))?;
            }
            BlockKind::Definitions(entries) => {
                for (term, definitions) in entries {
                    inlines_lie_inside(term, text)?;
                    definitions.iter().try_for_each(|it| blocks_lie_inside(it, text))?;
                }
            }
            BlockKind::Quote(inner) => blocks_lie_inside(inner, text)?,
            BlockKind::Fence(fence) => {
                lies_inside(fence.name.span, text)?;
                prop_assert_eq!(&text[fence.name.span.range()], &fence.name.value);
                blocks_lie_inside(&fence.blocks, text)?;
            }
            BlockKind::Table(table) => {
                table.header.iter().chain(table.rows.iter().flatten()).try_for_each(|it| inlines_lie_inside(it, text))?;
            }
            BlockKind::Data(data) => lies_inside(data.span, text)?,
            BlockKind::Code { .. } | BlockKind::Math(_) | BlockKind::Rule | BlockKind::Html(_) => {}
        }
    }
    Ok(())
}

fn inlines_lie_inside(inlines: &[Inline], text: &str) -> Result<(), TestCaseError> {
    for inline in inlines {
        lies_inside(inline.span, text)?;
        match &inline.kind {
            InlineKind::Emphasis(children)
            | InlineKind::Strong(children)
            | InlineKind::Strike(children)
            | InlineKind::Link { children, .. } => inlines_lie_inside(children, text)?,
            InlineKind::Image { path, .. } => lies_inside(path.span, text)?,
            InlineKind::Fact { id, .. } => lies_inside(id.span, text)?,
            InlineKind::Cite(citations) => citations.iter().try_for_each(|it| lies_inside(it.key.span, text))?,
            _ => {}
        }
    }
    Ok(())
}

fn findings_lie_inside(diagnostics: &Diagnostics) -> Result<(), TestCaseError> {
    for finding in diagnostics.iter() {
        for span in finding.span.into_iter().chain(finding.related.iter().map(|it| it.span)) {
            lies_inside(span, &diagnostics.sources.get(span.file).text)?;
        }
    }
    Ok(())
}

#[test]
fn running_text_never_falls_over_and_knows_where_it_stands() {
    hold(3_000, |text| {
        for math in [false, true] {
            let mut diagnostics = Diagnostics::default();
            let source = source(&text, &mut diagnostics);
            let features = Features { math, language: LANGUAGES[0] };
            let prose = prose::parse(&text, &source.place(), features, &mut diagnostics);
            blocks_lie_inside(&prose.blocks, &text)?;
            prose.footnotes.iter().try_for_each(|it| blocks_lie_inside(&it.blocks, &text))?;
            inlines_lie_inside(&prose::parse_inline(&text, &source.place(), features, &mut diagnostics), &text)?;
            findings_lie_inside(&diagnostics)?;
        }
        Ok(())
    });
}

#[test]
fn yaml_never_falls_over_and_knows_where_it_stands() {
    hold(3_000, |text| {
        let mut diagnostics = Diagnostics::default();
        let place = source(&text, &mut diagnostics).place();
        if let Ok(node) = yaml::parse(&text, &place, &mut diagnostics) {
            nodes_lie_inside(&node, &text)?;
        }
        findings_lie_inside(&diagnostics)
    });
}

fn nodes_lie_inside(node: &yaml::Node, text: &str) -> Result<(), TestCaseError> {
    lies_inside(node.span, text)?;
    match &node.kind {
        yaml::NodeKind::Null => Ok(()),
        yaml::NodeKind::Scalar(scalar) => match &scalar.place {
            Place::Offset(_, start) => {
                prop_assert!(text[*start as usize..].starts_with(&scalar.text), "{scalar:?} does not stand in {text:?}");
                Ok(())
            }
            Place::Lines(..) => lies_inside(scalar.place.span(0..scalar.text.len()), text),
            Place::Whole(span) => lies_inside(*span, text),
        },
        yaml::NodeKind::List(items) => items.iter().try_for_each(|it| nodes_lie_inside(it, text)),
        yaml::NodeKind::Record(entries) => entries.iter().try_for_each(|(key, value)| {
            lies_inside(key.span, text)?;
            nodes_lie_inside(value, text)
        }),
    }
}

#[test]
fn a_build_never_falls_over() {
    let facts = "- {id: f, statement: S, grade: A, value: {point: 5}}\n";
    hold(150, |text| {
        let markdown = format!("---\ntitle: A\n---\n\n## S {{.belief}}\n\n{text}");
        let yaml = format!("title: B\nsections:\n  - title: S\n    role: reality\n    body: |\n{}", indented(&text));
        let quiz = format!("questions:\n  - {{id: q, kind: open, question: Q}}\n{text}");
        let front = format!("---\n{text}\n---\n");
        let files = [
            ("c/course.yaml", "title: C\nlang: sv\nmath: true\nhtml: true\n"),
            ("c/facts.yaml", facts),
            ("c/01-a.md", &markdown),
            ("c/01-a.quiz.yaml", &quiz),
            ("c/02-b.yaml", &yaml),
            ("c/03-c.md", &front),
            ("c/glossary.yaml", &text),
            ("d/course.yaml", &text),
            ("_brand.yml", &text),
        ];
        let (_, diagnostics) = bench::build(&bench::tree(&files));
        findings_lie_inside(&diagnostics)?;
        bench::findings(&diagnostics);
        Ok(())
    });
}

#[test]
fn twins_are_equal_whatever_they_hold() {
    hold(100, |text| {
        targets::twins(text.as_bytes());
        Ok(())
    });
}

#[test]
fn mending_leaves_nothing_worse_and_nothing_to_mend() {
    hold(60, |text| {
        let slips = "--- file: c/01-a.md\n---\ntitel: A\n---\n\n## S {.beleif #s}\n\n[=ff] [x](#ss)\n\n";
        targets::fix(format!("{slips}{text}\n--- file: c/facts.yaml\n- {{id: f, statment: S, grade: A}}\n{text}").as_bytes());
        Ok(())
    });
}

#[test]
fn a_watch_builds_what_a_fresh_build_does_whatever_is_typed() {
    let text = |text: &str| format!("---\ntitle: A\n---\n\n## S {{.belief #s}}\n\nYes.\n\n## T {{.reality #t}}\n\n{text}");
    let mut memo = Memo::for_watching();
    let edited = std::cell::RefCell::new((vec![text("a"), text("b"), text("c")], &mut memo));
    hold(60, |typed| {
        let (modules, memo) = &mut *edited.borrow_mut();
        let which = typed.len() % 3;
        modules[which] = text(&typed);
        let mut files = vec![
            ("c/course.yaml", "title: C\nlang: en\n"),
            ("c/facts.yaml", "- {id: f, statement: S, grade: A, value: {point: 5}}\n"),
        ];
        files.extend(["c/01-a.md", "c/02-b.md", "c/03-c.md"].into_iter().zip(modules.iter().map(String::as_str)));
        let tree = bench::tree(&files);
        let mut sink = MemorySink::new();
        let told = pipeline::build(&tree, &bench::request(), memo, &mut sink);
        let mut fresh_sink = MemorySink::new();
        let fresh = pipeline::build(&tree, &bench::request(), &mut Memo::default(), &mut fresh_sink);
        prop_assert_eq!(bench::findings(&told), bench::findings(&fresh));
        prop_assert!(sink.files() == fresh_sink.files(), "the files differ");
        prop_assert_eq!(sink.kept(), fresh_sink.kept());
        Ok(())
    });
}

#[test]
fn participants_get_no_answer_whatever_stands_around_it() {
    let blocks: String = ["guide", "do", "ask", "watch", "debrief", "answers", "reply \"kanariekvitter\""]
        .iter()
        .map(|it| format!("::: {it}\nEn kanariehemlighet.\n\n- kanariehemlighet {it}\n:::\n\n"))
        .collect();
    hold(100, |text| {
        let markdown =
            format!("---\ntitle: A\n---\n\n## S {{.belief #s}}\n\nYes.\n\n{blocks}{text}\n\n## T {{.reality}}\n\n**No.**\n");
        let quiz = "questions:\n  - {id: q, kind: short, question: Q, accept: [kanariesvar]}\n  - {id: o, kind: open, question: O, sample: Ett kanariesvar}\n";
        let files =
            [("c/course.yaml", "title: C\nlang: sv\nhtml: true\n"), ("c/01-a.md", &*markdown), ("c/01-a.quiz.yaml", quiz)];
        let (files, _) = bench::build(&bench::tree(&files));
        for (path, bytes) in files.iter().filter(|(path, _)| !path.starts_with("trainer/")) {
            prop_assert!(!String::from_utf8_lossy(bytes).to_lowercase().contains("kanarie"), "{path} tells");
        }
        Ok(())
    });
}

fn indented(text: &str) -> String {
    text.lines().map(|it| format!("      {it}\n")).collect()
}

#[test]
fn sources_never_fall_over() {
    hold(300, |text| {
        for name in ["c/sources.yaml", "c/sources.bib"] {
            let entry = format!("a:\n  type: article\n  title: {text}\n@book{{a, title={{{text}}}, author={{A}}}}\n");
            for text in [&text, &entry] {
                let mut diagnostics = Diagnostics::default();
                let source = diagnostics.sources.add(name, text.as_str());
                Bibliography::read(&source, &mut diagnostics);
                findings_lie_inside(&diagnostics)?;
            }
        }
        Ok(())
    });
}
