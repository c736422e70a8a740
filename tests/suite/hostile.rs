//! What nobody in their right mind types, and somebody will paste: everything gets a finding or works, and nothing falls over. The tests
//! run on small stacks, and a build hands modules to threads with small ones.

use std::collections::BTreeMap;

use tvartom::pipeline::{self, Memo, Request};
use tvartom::tree::{FolderSink, Tree};

use crate::bench;

const HEAD: &str = "---\ntitle: A\n---\n\n## We know {.belief #s}\n\nYes.\n\n## No {.reality}\n\n**No.**\n\n## S\n\n";
const COURSE: &str = "title: C\nlang: sv\nmath: true\nhtml: true\n";

/// Builds files of a course that allows everything; what was found, each code once.
fn codes(files: &[(&str, &str)]) -> Vec<String> {
    build(files).1
}

fn build(files: &[(&str, &str)]) -> (BTreeMap<String, Vec<u8>>, Vec<String>) {
    let mut all: Vec<(&str, &str)> = files.to_vec();
    if !files.iter().any(|(path, _)| path.ends_with("course.yaml")) {
        all.push(("c/course.yaml", COURSE));
    }
    let (files, diagnostics) = bench::build(&bench::tree(&all));
    let mut codes: Vec<String> = diagnostics.iter().map(|it| it.fault.code.to_owned()).collect();
    codes.sort();
    codes.dedup();
    (files, codes)
}

/// The codes of a module with this text in it, without those that are about its shape.
fn module(text: &str) -> Vec<String> {
    const ABOUT_SHAPE: &[&str] =
        &["claim-incomplete", "empty-slide", "hard-to-read", "no-break", "no-activity", "slide-overflow", "glyph-missing"];
    let mut codes = codes(&[("c/01-a.md", &format!("{HEAD}{text}\n"))]);
    codes.retain(|it| !ABOUT_SHAPE.contains(&it.as_str()));
    codes
}

#[test]
fn ten_thousand_things_in_each_other_are_told() {
    let n = 10_000;
    for text in [
        (0..1_000).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect::<String>(),
        "- ".repeat(n) + "a",
        ">".repeat(n) + " a",
        "::: note\n".repeat(n) + "a\n" + &":::\n".repeat(n),
        "*".repeat(n) + "a" + &"*".repeat(n),
        "*a **b ".repeat(n) + &"c** d*".repeat(n),
    ] {
        let found = module(&text);
        assert!(found.contains(&"nested-too-deep".to_owned()), "{found:?} in {}", &text[..20]);
    }
    for text in [
        "[".repeat(n) + "a" + &"](b)".repeat(n),
        "![".repeat(n) + "a" + &"](b)".repeat(n),
        "[[".repeat(n) + "a" + &"]]".repeat(n),
        "<b>".repeat(n) + "a",
        "<div>".repeat(2_000),
        (0..2_000).map(|it| format!("<a{it}>")).collect::<String>()
            + "a"
            + &(0..2_000).rev().map(|it| format!("</a{it}>")).collect::<String>(),
        format!("${}{}$", "{".repeat(900), "}".repeat(900)),
        format!("${}a$", r"\sqrt".repeat(390)),
        format!("${}{}$", r"\left(".repeat(150), r"\right)".repeat(150)),
        "[^1]\n\n[^1]: a[^2]\n\n[^2]: b[^1]".to_owned(),
    ] {
        module(&text);
    }
}

#[test]
fn a_line_of_a_million_letters_is_a_line() {
    assert!(module(&"å".repeat(1_000_000)).is_empty());
    assert!(module(&format!("**{}**", "ord ".repeat(100_000).trim_end())).is_empty());
    let title = "å".repeat(200_000);
    codes(&[("c/01-a.md", &HEAD.replace("title: A", &format!("title: {title}")))]);
    codes(&[("c/01-a.md", &format!("{HEAD}## {title} {{#{title}}}\n"))]);
}

#[test]
fn what_is_too_many_is_told_and_left_out() {
    assert_eq!(module(&"## a\n\n- b\n\n".repeat(600)), ["too-many"]);
    assert_eq!(module(&"- b\n".repeat(30_000)), ["too-many"]);
    assert_eq!(module(&"::: note\na\n:::\n\n".repeat(30_000)), ["too-many"]);
    assert_eq!(module(&format!("${}$", "x".repeat(2_001))), ["formula-too-long"]);
    let steps: String = (0..200).map(|it| format!("  - {{id: s{it}, name: n}}\n")).collect();
    assert_eq!(module(&format!("```process\nsteps:\n{steps}```")), ["too-many"]);
    let backs: Vec<String> = (0..20).map(|it| format!("s{it}")).collect();
    let steps: String =
        (0..20).map(|it| format!("  - {{id: s{it}, name: n, back_to: [{}]}}\n", backs[..it].join(", "))).collect();
    assert_eq!(module(&format!("```process\nsteps:\n{steps}```")), ["too-many"]);
    let questions: String = (0..600).map(|it| format!("  - {{id: q{it}, kind: short, question: a, accept: [b]}}\n")).collect();
    let found = codes(&[("c/01-a.md", HEAD), ("c/01-a.quiz.yaml", &format!("questions:\n{questions}"))]);
    assert!(found.contains(&"too-many".to_owned()), "{found:?}");
    // A mark of a footnote that was left out is no reason to fall.
    let notes: String = (0..600).map(|it| format!("[^{it}]: b\n")).collect();
    let marks: String = (0..600).map(|it| format!("a[^{it}] ")).collect();
    assert_eq!(module(&format!("{marks}\n\n{notes}")), ["too-many", "unknown-footnote"]);
    let row = format!("|{}\n", "a|".repeat(200));
    assert_eq!(module(&format!("{row}|{}\n{}", "-|".repeat(200), row.repeat(200))), ["too-many"]);
    let found = codes(&[("c/01-a.md", HEAD), ("c/course.yaml", &format!("{COURSE}audience: {{size: [1, 4000000000]}}\n"))]);
    assert!(found.contains(&"wrong-type".to_owned()), "{found:?}");
    // Many names to choose from, many comments.
    let links: String = (0..300).map(|it| format!("[x](#sectoin-{it}) ")).collect();
    let sections: String = (0..300).map(|it| format!("## a {{#section-{it}}}\n\n- b\n\n")).collect();
    assert_eq!(module(&format!("{links}\n\n{sections}")), ["more-findings", "unknown-section"]);
    codes(&[("c/01-a.md", HEAD), ("c/course.yaml", &format!("{COURSE}{}", "# tvartom: allow x\n".repeat(5_000)))]);
}

#[test]
fn wide_and_long_tables_are_tables() {
    let row = |cells: usize| format!("|{}\n", "a|".repeat(cells));
    module(&format!("{}|{}\n{}", row(2_000), "-|".repeat(2_000), row(2_000)));
    module(&format!("{}|{}\n{}", row(2), "-|".repeat(2), row(2).repeat(10_000)));
}

#[test]
fn yaml_that_explodes_is_told() {
    let aliases = |name: char| std::iter::repeat_n(format!("*{name}"), 9).collect::<Vec<_>>().join(", ");
    let bomb: String = ('a'..'m').zip('b'..).map(|(one, next)| format!("{next}: &{next} [{}]\n", aliases(one))).collect();
    let long = "x".repeat(100_000);
    for text in [
        format!("a: &a [x, x, x, x, x, x, x, x, x]\n{bomb}"),
        format!("{COURSE}x: &a [\"{long}\"]\ny: [{}]\n", vec!["*a"; 1_001].join(", ")),
        "a: &a [*a]\n".to_owned(),
        "[".repeat(20_000),
        "{a: ".repeat(20_000),
        "- ".repeat(20_000) + "a",
        (0..300).map(|it| format!("{}a:\n", " ".repeat(it))).collect(),
        format!("[{}]", "a,".repeat(260_000)),
        "title: C\nlang: sv\nx: !!python/object:os.system a\n".to_owned(),
    ] {
        for path in ["c/course.yaml", "c/facts.yaml", "c/sources.yaml", "_brand.yml"] {
            let mut files = vec![("c/01-a.md", HEAD), (path, text.as_str())];
            if path != "c/course.yaml" {
                files.push(("c/course.yaml", COURSE));
            }
            let found = codes(&files);
            // A brand may hold what other programs read.
            let is_told = path == "_brand.yml" || found.iter().any(|it| it != "claim-incomplete" && it != "empty-slide");
            assert!(is_told, "{path}: {}", &text[..20.min(text.len())]);
        }
    }
}

#[test]
fn numbers_and_days_beyond_all_measure_are_told() {
    for text in [
        "## A {minutes=1e308}\n\n- b",
        "## A {minutes=4294967296}\n\n- b",
        "## A {.break minutes=99999999999999999999}",
        "## A {.activity group=0 minutes=5}\n\nb",
    ] {
        assert!(module(text).contains(&"wrong-type".to_owned()), "{text}");
    }
    for fields in [
        "schedule: {start: \"99:99\"}",
        "schedule: {start: \"23:59\", break: {every: 0, minutes: 4294967295}}",
        "followup: 4000000000",
        "followup: [2, -1]",
        "followup: 0",
        "variants: {a: {minutes: 1e308}}",
        "review_months: 99999999999999999999",
    ] {
        let found = codes(&[("c/01-a.md", HEAD), ("c/course.yaml", &format!("{COURSE}{fields}\n"))]);
        assert!(found.contains(&"wrong-type".to_owned()), "{fields}: {found:?}");
    }
    assert!(
        codes(&[("c/01-a.md", &HEAD.replace("title: A", "title: A\nreviewed: 9999-99-99"))]).contains(&"wrong-type".to_owned())
    );
    for value in [
        "{point: 1e308, low: -1e308, high: 1e308, unit: SEK}",
        "{point: .inf, unit: SEK}",
        "{point: .nan, unit: SEK}",
        "{point: -0.0, unit: SEK}",
        "{point: 1e-320, unit: SEK}",
    ] {
        let facts = format!("- {{id: f, statement: S, grade: A, value: {value}, year: 99999999999999999999, n: 1e400}}\n");
        let charts: String =
            ["waffle", "bar", "range"].iter().map(|it| format!("```chart\nkind: {it}\nfact: f\ncaption: c\n```\n\n")).collect();
        codes(&[("c/facts.yaml", &facts), ("c/01-a.md", &format!("{HEAD}[=f] [=f.range]\n\n{charts}"))]);
    }
    for data in ["1e308", "-1e308", ".nan", "99999999999999999999999999"] {
        for kind in ["waffle", "bar", "line", "slope", "range"] {
            module(&format!(
                "```chart\nkind: {kind}\ndata:\n  - {{label: a, value: {data}, from: {data}, to: -1e308, low: {data}, high: 1e308}}\n  - {{label: b, value: 0}}\ncaption: c\n```"
            ));
        }
    }
    module("```worksheet\nfields:\n  - {label: a, lines: 4000000000}\n```\n\n```worksheet\ncolumns: [a]\nrows: 4000000000\n```");
    codes(&[
        ("c/01-a.md", HEAD),
        (
            "c/01-a.quiz.yaml",
            "questions:\n  - {id: a, kind: scale, question: x, low: a, high: b, steps: 1000000}\n  - {id: b, kind: open, question: x, lines: 4294967295}\n  - {id: c, kind: estimate, question: x, answer: 1e308, tolerance: 1e308}\n",
        ),
    ]);
}

#[test]
fn links_and_pictures_that_lead_astray_are_told_and_never_published() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "<java&#10;script:alert(1)>",
        "&#106;avascript:alert(1)",
        "<\u{1}javascript:alert(1)>",
        "vbscript:x",
        "data:text/html,x",
        "//evil.example",
        "file:///etc/passwd",
    ] {
        assert_eq!(module(&format!("[a]({address})")), ["link-not-allowed"], "{address}");
    }
    for path in [
        "../../../etc/passwd",
        "/etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "file:///etc/passwd",
        "http://e.example/x.png",
        "c:\\x.png",
        "%00.png",
    ] {
        assert!(module(&format!("![a]({path})")).contains(&"unknown-picture".to_owned()), "{path}");
    }
    let html = "<svg onload=alert(1)><script>alert(1)</script></svg> <a href=\"javascript:alert(1)\">x</a> <iframe src=//e></iframe> \
                <img src=x onerror=alert(1)> <b style=\"background:url(//e)\" onclick=alert(1)>b</b> <style>*{}</style> <base href=//e> <form action=//e>";
    let (files, _) =
        build(&[("c/01-a.md", &format!("{HEAD}{html}\n\n<div onclick=alert(1)>\n<script>alert(1)</script>\n</div>\n"))]);
    for path in ["trainer/c/sv/a/deck.html", "c/sv/a/handout.html", "trainer/c/sv/a/guide.html"] {
        let page = String::from_utf8_lossy(&files[path]);
        for words in ["alert(1)</script", "onerror", "onclick=alert", "<iframe", "javascript:alert", "<base", "url(//e)"] {
            assert!(!page.contains(words), "{words} in {path}");
        }
    }
}

#[test]
fn invisible_letters_and_other_directions_are_letters() {
    for text in [
        "a\0b",
        "\u{202e}abc\u{202c} \u{5d0}\u{5d1}",
        "\u{200b}\u{200d}\u{feff}",
        "a\u{2028}b\u{2029}c",
        "👩\u{200d}👩\u{200d}👧",
        "## \u{202e} {#\u{5d0}}\n\n- \u{627}\u{644}",
    ] {
        assert!(module(text).iter().all(|it| it != "cannot-read"), "{text:?}");
    }
    module(&format!("a{}", "\u{301}".repeat(100_000)));
}

#[test]
fn windows_and_unix_write_the_same_module() {
    let text = format!(
        "{HEAD}- a\n\n::: note \"t\"\nx\n:::\n\n```chart\nkind: bar\ndata:\n  - {{label: a, value: 1}}\ncaption: c\n```\n\n[[a]]\n"
    );
    let quiz = "questions:\n  - id: q\n    kind: open\n    question: |\n      Two\n      lines\n";
    let crlf = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let unix = build(&[("c/01-a.md", &text), ("c/01-a.quiz.yaml", quiz), ("c/course.yaml", COURSE)]);
    let windows = build(&[("c/01-a.md", &crlf(&text)), ("c/01-a.quiz.yaml", &crlf(quiz)), ("c/course.yaml", &crlf(COURSE))]);
    assert_eq!(unix.1, windows.1);
    for (path, bytes) in &unix.0 {
        assert!(windows.0.get(path) == Some(bytes), "{path} differs");
    }
}

#[test]
fn a_text_of_a_hundred_megabytes_is_not_read() {
    let huge = vec![b'a'; 100_000_000];
    for path in
        ["c/01-a.md", "c/01-a.quiz.yaml", "c/facts.yaml", "c/sources.bib", "c/glossary.yaml", "c/course.yaml", "_brand.yml"]
    {
        let files =
            [("c/course.yaml", COURSE), ("c/01-a.md", HEAD)].map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let tree = Tree::memory(files).lay([(path.to_owned(), huge.clone())]);
        let (_, diagnostics) = bench::build(&tree);
        assert!(diagnostics.iter().any(|it| it.fault.code == "file-too-large"), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn odd_names_are_published_or_told() {
    use std::fs;

    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("curriculum");
    let names = [
        "01-a b",
        "02-\"q\"",
        "03-'s'",
        "04-a..b",
        "05-..",
        "06-%2e%2e",
        "07-å",
        "08-\u{202e}",
        "09-<b>x",
        "10-a&b",
        "11-A b",
        "12-?",
        "13-#",
        "14-\n",
        "15-\\x",
        "16-con",
        "17-:y",
        "18-",
        "19",
        "20-index",
    ];
    for course in
        ["a b", "A B", "å", "con", "trainer", "assets", "x'y", "x\"y", "x<y", "x\ny", "index.html", "search.js", "a:b", "a\\b"]
    {
        fs::create_dir_all(root.join(course)).unwrap();
        fs::write(root.join(course).join("course.yaml"), COURSE).unwrap();
        for name in names {
            fs::write(root.join(course).join(format!("{name}.md")), HEAD).unwrap();
        }
    }
    let tree = Tree::open(&root).unwrap();
    let output = folder.path().join("output");
    let mut sink = FolderSink::open(&output, &tree, &[]).unwrap();
    let diagnostics = pipeline::build(&tree, &Request { jobs: 1, ..bench::request() }, &mut Memo::default(), &mut sink);
    let summary = sink.finish().unwrap();
    assert!(summary.written > 100, "{summary:?}");
    for code in ["name-not-allowed", "duplicate-slug"] {
        assert!(diagnostics.iter().any(|it| it.fault.code == code), "{code}");
    }
    assert!(output.join("a b/sv/a-b/handout.html").exists() || output.join("A B/sv/a-b/handout.html").exists());
    assert!(!output.join("trainer/sv").exists() && !folder.path().join("deck.html").exists());
}
