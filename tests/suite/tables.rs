//! The tables of the house, as tables: names are unique, examples are sound, and every row has its case.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use tvartom::check::RULES;
use tvartom::compose::PRODUCTS;
use tvartom::diagnostic::fault::{FAULTS, Sentence};
use tvartom::diagnostic::{Diagnostics, is_known_in_swedish};
use tvartom::document::{Answer, Audience, Block, Document, Inline, Inlines};
use tvartom::locale::LANGUAGES;
use tvartom::pipeline::inspect;
use tvartom::read::{self, FileKind, KINDS, SCHEMAS, schema};
use tvartom::render::{FORMATS, Press, Setting};
use tvartom::theme::{Sheet, Theme};
use tvartom::tree::Tree;
use tvartom::yaml::{Field, FieldKind, Written};

use crate::bench::{self, request, shipped};
use crate::canary::canary;
use crate::cases::{documents, found, texts};

/// Names that stand once.
fn assert_unique<'a>(table: &str, names: impl Iterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for name in names {
        assert!(!name.is_empty(), "a row of {table} has no name");
        assert!(seen.insert(name), "`{name}` stands twice in {table}");
    }
    assert!(!seen.is_empty(), "{table} has rows");
}

#[test]
fn names_are_unique() {
    assert_unique("FAULTS", FAULTS.iter().map(|it| it.code));
    assert_unique("RULES", RULES.iter().map(|it| it.fault.code));
    assert_unique("KINDS", KINDS.iter().map(|it| it.name));
    assert_unique("PRODUCTS", PRODUCTS.iter().map(|it| it.name));
    assert_unique("FORMATS", FORMATS.iter().map(|it| it.name));
    assert_unique("LANGUAGES", LANGUAGES.iter().map(|it| it.tag));
    assert_unique("SCHEMAS", SCHEMAS.iter().copied());
}

#[test]
fn codes_name_the_fault_in_kebab_case() {
    for fault in FAULTS {
        let is_kebab =
            fault.code.split('-').all(|it| !it.is_empty() && it.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit()));
        assert!(is_kebab, "`{}`", fault.code);
    }
}

#[test]
fn faults_are_told_alike_in_both_languages() {
    for fault in FAULTS {
        let Sentence { en, sv } = &fault.message;
        let hint = fault.hint.as_ref();
        for (english, swedish) in std::iter::once((*en, *sv)).chain(hint.map(|it| (it.en, it.sv))) {
            assert!(!english.trim().is_empty() && !swedish.trim().is_empty(), "`{}` is told in both languages", fault.code);
            assert_eq!(placeholders(english), placeholders(swedish), "`{}`: {english} / {swedish}", fault.code);
            for sentence in [english, swedish] {
                assert!(
                    !sentence.ends_with('.') || sentence.ends_with("…."),
                    "`{}` ends without a full stop: {sentence}",
                    fault.code
                );
                assert!(!sentence.starts_with(char::is_uppercase), "`{}` starts lower case: {sentence}", fault.code);
            }
        }
    }
}

#[test]
fn no_english_words_of_ours_stand_in_swedish_sentences() {
    let mut n_told = 0;
    for (path, diagnostics) in ["read", "check"].iter().flat_map(|it| found(it)) {
        for finding in diagnostics.iter() {
            assert!(is_known_in_swedish(finding.fault, &finding.arguments), "{}: {:?}", path.display(), finding.arguments);
            n_told += 1;
        }
    }
    assert!(n_told > 100, "{n_told}");
}

/// The numbers between braces, each once.
fn placeholders(sentence: &str) -> BTreeSet<usize> {
    let tails = sentence.split('{').skip(1);
    tails.filter_map(|it| it.split_once('}')?.0.parse().ok()).collect()
}

#[test]
fn no_told_sentence_has_a_placeholder_left() {
    for (path, text) in ["read", "check", "compose", "render"].iter().flat_map(|it| texts(it)) {
        for line in text.lines().filter(|it| it.contains(" error[") || it.contains(" warning[")) {
            assert!(placeholders(line).is_empty(), "{}: {line}", path.display());
        }
    }
}

#[test]
fn every_fault_has_its_page_in_both_languages() {
    let pages = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic/pages");
    let mut expected: BTreeSet<String> = BTreeSet::new();
    for fault in FAULTS {
        expected.extend(["en", "sv"].map(|language| format!("{}.{language}.md", fault.code)));
    }
    let found = std::fs::read_dir(pages).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
    assert_eq!(found.collect::<BTreeSet<_>>(), expected);
}

#[test]
fn every_example_of_a_kind_reads_cleanly() {
    for kind in KINDS {
        let fields: String = kind.example.lines().map(|it| format!("    {it}\n")).collect();
        let quiz = format!("questions:\n  - id: q\n    kind: {}\n{fields}", kind.name);
        let files = [
            ("c/course.yaml", "title: C\nlang: en\n".to_owned()),
            ("c/01-a.md", "---\ntitle: A\n---\n".to_owned()),
            ("c/01-a.quiz.yaml", quiz),
        ];
        let tree = Tree::memory(files.map(|(path, text)| (path.to_owned(), text.into_bytes())));
        let (curriculum, diagnostics) = inspect(&tree, &request());
        assert_eq!(bench::findings(&diagnostics), Vec::<String>::new(), "{}", kind.name);
        let module = &curriculum.courses[0].editions[0].modules[0];
        assert_eq!(module.quiz.as_ref().unwrap().questions.len(), 1, "{}", kind.name);
    }
}

#[test]
fn every_schema_is_there_and_knows_every_kind() {
    for name in SCHEMAS {
        assert!(schema(name, Written::Original).is_some(), "{name}");
    }
    let quiz = schema("quiz", Written::Original).unwrap().to_string();
    for kind in KINDS {
        assert!(quiz.contains(&format!("\"{}\"", kind.name)), "{}", kind.name);
    }
}

#[test]
fn every_rule_has_a_case_that_hits_and_one_that_misses() {
    let cases = texts("check");
    let text = |name: &str| cases.iter().find(|(path, _)| path.file_name().is_some_and(|it| it == name)).map(|(_, text)| text);
    for rule in RULES {
        let (code, mark) = (rule.fault.code, format!("[{}]: ", rule.fault.code));
        assert!(text(&format!("{code}.txt")).is_some_and(|it| it.contains(&mark)), "{code}.txt hits");
        assert!(text(&format!("{code}-miss.txt")).is_some_and(|it| !it.contains(&mark)), "{code}-miss.txt misses");
    }
}

/// Faults that no case can show: they need a disk, a command line or a PDF. `build.rs` and `pdf.rs` show them.
const WITHOUT_CASE: &[&str] =
    &["cannot-read", "font-not-printed", "outside", "pdf-below-standard", "pdf-not-made", "picture-not-printed", "unknown-path"];

#[test]
fn every_fault_has_a_case() {
    let cases: Vec<String> =
        ["read", "check", "compose", "render"].iter().flat_map(|it| texts(it)).map(|(_, text)| text).collect();
    for fault in FAULTS {
        let has_case = cases.iter().any(|it| it.contains(&format!("[{}]: ", fault.code)));
        assert_eq!(has_case, !WITHOUT_CASE.contains(&fault.code), "`{}`", fault.code);
    }
}

#[test]
fn what_participants_get_holds_nothing_of_the_trainers() {
    for tree in [shipped(), canary()] {
        let (curriculum, _) = inspect(&tree, &request());
        let documents = documents(&curriculum, &tree);
        assert!(documents.len() > 5);
        for document in documents.iter().filter(|it| it.meta().audience == Audience::Participant) {
            let path = &document.meta().path;
            assert!(!path.starts_with("trainer/"), "{path}");
            if let Document::Paper(paper) = document {
                assert!(!paper.has_trainer_blocks(), "{path}");
                assert!(!holds_filled_gap(&paper.blocks.iter().map(|it| &it.value).collect::<Vec<_>>()), "{path} tells a gap");
            }
            assert!(!matches!(document, Document::Deck(_)), "{path} is a deck");
        }
        for document in documents.iter().filter(|it| it.meta().audience == Audience::Trainer) {
            assert!(document.meta().path.starts_with("trainer/"), "{}", document.meta().path);
        }
    }
}

/// Whether a gap among the blocks has its word.
fn holds_filled_gap(blocks: &[&Block]) -> bool {
    let any = |inlines: &Inlines| inlines.iter().any(|it| matches!(it, Inline::Gap { filling: Some(_), .. }));
    blocks.iter().any(|block| match block {
        Block::Section(it) => holds_filled_gap(&it.blocks.iter().map(|it| &it.value).collect::<Vec<_>>()),
        Block::List(list) => {
            list.items.iter().any(|it| holds_filled_gap(&it.blocks.iter().map(|it| &it.value).collect::<Vec<_>>()))
        }
        Block::Paragraph(text) | Block::KeyMessage(text) => any(text),
        Block::Table(table) => table.header.iter().chain(table.rows.iter().flatten()).any(any),
        Block::Answer(Answer::Expected(_) | Answer::Solution { .. }) => true,
        _ => false,
    })
}

#[test]
fn every_format_gives_the_same_bytes_twice() {
    let tree = canary();
    let (curriculum, _) = inspect(&tree, &request());
    let theme = Theme::load("default", &Tree::empty(), &mut Diagnostics::default());
    let (press, deck_parts, beside) = (Press::default(), OnceLock::new(), BTreeSet::new());
    let setting = Setting {
        theme: &theme,
        tree: &tree,
        deck_parts: &deck_parts,
        press: &press,
        steps: false,
        beside: &beside,
        sheet: Sheet::A4,
    };
    for format in FORMATS {
        for document in documents(&curriculum, &tree) {
            let render = || (format.render)(&document, setting, &mut Diagnostics::default());
            let (first, second) = (render(), render());
            if !(format.takes)(&document) {
                assert!(first.is_empty(), "{} makes nothing of {}", format.name, document.meta().path);
                continue;
            }
            assert!(!first.is_empty(), "{} makes something of {}", format.name, document.meta().path);
            assert!(first == second, "{} of {}", format.name, document.meta().path);
            assert!(first.iter().any(|it| it.path == format!("{}{}.{}", document.meta().path, format.suffix, format.ending)));
        }
    }
}

/// Every field that can be written, with what it is for.
fn all_fields(kind: &FieldKind, fields: &mut Vec<&'static Field>) {
    match kind {
        FieldKind::List(inner) | FieldKind::OneOrMore(inner) | FieldKind::Map(inner) => all_fields(inner, fields),
        FieldKind::Record(shape) => {
            for field in read::fields(shape, None) {
                fields.push(field);
                all_fields(&field.kind, fields);
            }
        }
        _ => {}
    }
}

#[test]
fn every_field_says_what_it_is_for_in_both_languages() {
    let files = [FileKind::Course, FileKind::Facts, FileKind::Quiz, FileKind::YamlModule];
    let mut fields = Vec::new();
    files.into_iter().filter_map(read::root).for_each(|root| all_fields(root, &mut fields));
    assert!(fields.len() > 100);
    for field in fields {
        assert_ne!(
            read::about_in_swedish(field.about),
            field.about,
            "`{}`: \"{}\" in src/read/about.rs",
            field.name,
            field.about
        );
    }
}
