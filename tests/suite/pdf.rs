//! PDF: what is made, what is told when it cannot be made well, and that it is the same every time.
//!
//! Whether the files keep the standards is looked at by `tests/pdf/look.py`, which `tests/run` runs over the shipped courses.

use std::collections::BTreeMap;

use tvartom::pipeline::{self, Request};
use tvartom::theme::Sheet;
use tvartom::tree::Tree;

use crate::bench;
use crate::canary::{SECRETS, canary};

const MODULE: &str = "---\ntitle: A\nlead: Of things\n---\n\n## It is so {.belief #b}\n\nSaid.\n\n## Really {.reality #r}\n\n\
    - One\n\n![A dot](dot.png)\n\n$x^2 + \\frac{1}{2}$\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";

/// A picture of one dot.
const DOT: &[u8] = &[
    0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0,
    0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 10, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x63, 0xf8, 0x0f, 0, 1, 1, 1, 0, 0xb1, 0x38,
    0xf6, 0x14, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

fn course(picture: &[u8]) -> Tree {
    let files = [("c/course.yaml", b"title: C\nlang: en\n".as_slice()), ("c/01-a.md", MODULE.as_bytes()), ("c/dot.png", picture)];
    Tree::memory(files.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())))
}

fn request(template: Option<(&str, &str)>) -> Request {
    let themes = template.map(|(name, text)| (format!("default/pdf/{name}"), text.as_bytes().to_vec()));
    Request { formats: vec!["pdf".to_owned()], themes: Tree::memory(themes), ..bench::request() }
}

fn made(tree: &Tree, request: &Request) -> (BTreeMap<String, Vec<u8>>, Vec<String>) {
    let (files, diagnostics) = bench::build_as(tree, request);
    let pdfs = files.into_iter().filter(|(path, _)| path.ends_with(".pdf")).collect();
    (pdfs, bench::findings(&diagnostics).into_iter().filter(|it| !it.contains("claim-incomplete")).collect())
}

#[test]
fn every_document_that_is_printed_is_made_and_is_the_same_twice() {
    let tree = course(DOT);
    let (files, told) = made(&tree, &request(None));
    assert_eq!(told, Vec::<String>::new());
    for path in ["c/en/a/handout", "trainer/c/en/a/handout-complete", "trainer/c/en/a/deck", "trainer/c/en/a/deck-notes"] {
        let bytes = &files[&format!("{path}.pdf")];
        assert!(bytes.starts_with(b"%PDF-1.7"), "{path}");
    }
    for path in ["trainer/c/en/a/guide", "trainer/c/en/agenda", "trainer/c/en/certificate", "trainer/c/en/alignment"] {
        assert!(files.contains_key(&format!("{path}.pdf")), "{path}: {:?}", files.keys());
    }
    assert!(made(&tree, &request(None)).0 == files, "the same input gives the same bytes");
    let alone = pipeline::print(&tree, &request(None), "c/en/a/handout.pdf");
    assert!(alone.as_ref() == files.get("c/en/a/handout.pdf"), "a file made alone is the same file");
    assert_eq!(pipeline::print(&tree, &request(None), "c/en/a/nothing.pdf"), None);
}

#[test]
fn large_letters_are_made_where_they_are_asked_for() {
    let request = Request { formats: vec!["pdf-large".to_owned()], ..request(None) };
    let (files, told) = made(&course(DOT), &request);
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(files.keys().collect::<Vec<_>>(), ["c/en/a/handout-large.pdf", "trainer/c/en/a/handout-complete-large.pdf"]);
}

#[test]
fn a_broken_picture_is_told_and_its_words_are_printed() {
    let (files, told) = made(&course(&DOT[..40]), &request(None));
    assert_eq!(told, ["c/01-a.md:14 picture-not-printed"]);
    assert!(files.contains_key("c/en/a/handout.pdf"));
}

/// A brand whose words are set in a face of a family that only it has.
fn branded(face: &[u8]) -> Tree {
    let brand =
        "typography:\n  fonts:\n    - family: Ours\n      source: file\n      files: [ours.otf]\n  base: {family: Ours}\n";
    let files = [("_brand.yml", brand.as_bytes()), ("c/course.yaml", b"title: C\nlang: en\n"), ("ours.otf", face)];
    let files = files.into_iter().chain([("c/01-a.md", MODULE.as_bytes()), ("c/dot.png", DOT)]);
    Tree::memory(files.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())))
}

#[test]
fn words_are_set_in_a_face_of_the_brand_and_one_that_cannot_be_used_is_told() {
    let (plain, packed) = (
        include_bytes!(concat!(env!("OUT_DIR"), "/faces/04.font")),
        include_bytes!(concat!(env!("OUT_DIR"), "/fonts/libertinus-serif-400.woff2")),
    );
    let (set, told) = made(&branded(plain), &request(None));
    assert_eq!(told, Vec::<String>::new());
    let (unset, told) = made(&branded(packed), &request(None));
    assert_eq!(told, ["_brand.yml:5 font-not-printed"]);
    assert!(set["c/en/a/handout.pdf"] != unset["c/en/a/handout.pdf"], "words are set in the face");
    assert!(
        unset["c/en/a/handout.pdf"] == made(&course(DOT), &request(None)).0["c/en/a/handout.pdf"],
        "else in the program's own"
    );
}

#[test]
fn pages_link_to_what_is_printed_of_them_and_of_nothing_else() {
    let formats = ["html", "pdf", "pdf-large"].map(str::to_owned).to_vec();
    let (files, _) = bench::build_as(&course(DOT), &Request { formats, ..request(None) });
    let page = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    let handout = page("c/en/a/handout.html");
    assert!(handout.contains("href=\"handout.pdf\"") && handout.contains("href=\"handout-large.pdf\""), "{handout}");
    assert!(page("trainer/c/en/certificate.html").contains("href=\"certificate.pdf\""));
    assert!(page("c/en/index.html").contains("href=\"a/handout.pdf\""));
    let trainer = page("trainer/index.html");
    for path in ["c/en/a/deck.pdf", "c/en/a/deck-notes.pdf", "c/en/a/guide.pdf", "c/en/agenda.pdf"] {
        assert!(trainer.contains(&format!("href=\"{path}\"")) && files.contains_key(&format!("trainer/{path}")), "{path}");
    }
    let (files, _) = bench::build_as(&course(DOT), &bench::request());
    let links = files.iter().filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(".pdf\"")).map(|(path, _)| path);
    assert_eq!(links.collect::<Vec<_>>(), Vec::<&String>::new(), "where nothing is printed, nothing is linked to");
}

#[test]
fn letter_is_set_where_it_is_asked_for() {
    let letter = Request { sheet: Some(Sheet::Letter), ..request(None) };
    let (letter, a4) = (made(&course(DOT), &letter).0, made(&course(DOT), &request(None)).0);
    assert!(letter["c/en/a/handout.pdf"] != a4["c/en/a/handout.pdf"]);
    assert!(letter["trainer/c/en/a/deck.pdf"] == a4["trainer/c/en/a/deck.pdf"], "a slide is a slide");
}

#[test]
fn little_that_is_left_over_is_drawn_in_and_much_is_not() {
    let template = |height: &str| {
        format!(
            "#import \"look.typ\": *\n#set document(title: \"A\")\n#set page(height: 100mm, margin: 5mm)\n= A\n\
             #for _ in range(8) {{ block(spacing: 0pt, height: {height}, [A]) }}\n#stop\n"
        )
    };
    let pages = |height: &str| {
        let (files, told) = made(&course(DOT), &request(Some(("paper.typ", &template(height)))));
        assert_eq!(told, Vec::<String>::new());
        let bytes = String::from_utf8_lossy(&files["c/en/a/handout.pdf"]).into_owned();
        let count = bytes.split("/Type/Pages").nth(1).and_then(|it| it.split("/Count ").nth(1)).unwrap_or_default();
        count.chars().take_while(char::is_ascii_digit).collect::<String>()
    };
    assert_eq!(pages("by-closeness(11mm, 10mm, 1mm)"), "1", "one line over comes in at the first step");
    assert_eq!(pages("by-closeness(11mm, 10.9mm, 10mm)"), "1", "or at the second");
    assert_eq!(pages("by-closeness(11mm, 10.9mm, 10.8mm)"), "2", "and stays where closer is of no use");
    assert_eq!(pages("by-closeness(18mm, 1mm, 1mm)"), "2", "half a page is left alone");
}

#[test]
fn a_broken_template_is_told_where_it_breaks_and_the_built_in_one_is_used() {
    let (files, told) = made(&course(DOT), &request(Some(("paper.typ", "#let a = 1\n#nothing\n"))));
    assert!(told.iter().any(|it| it == "default/pdf/paper.typ:2 broken-template"), "{told:?}");
    assert!(files["c/en/a/handout.pdf"] == made(&course(DOT), &request(None)).0["c/en/a/handout.pdf"]);
}

#[test]
fn a_template_that_leaves_somebody_out_is_told_and_strict_does_not_let_it_pass() {
    let template =
        "#set document(title: \"A\")\n= A\n#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>\"))";
    let (files, told) = made(&course(DOT), &request(Some(("certificate.typ", template))));
    assert_eq!(told, ["pdf-below-standard"]);
    assert!(files["trainer/c/en/certificate.pdf"].starts_with(b"%PDF-"));
}

#[test]
fn secrets_stay_with_the_trainer_and_are_written_out_to_be_looked_for() {
    let request = Request { formats: vec!["html".to_owned(), "pdf".to_owned(), "pdf-large".to_owned()], ..request(None) };
    let (files, diagnostics) = bench::build_as(&canary(), &request);
    assert_eq!(bench::findings(&diagnostics), Vec::<String>::new());
    assert!(files.contains_key("k/sv/fageln/handout.pdf"));
    // The bytes of a PDF are packed: `tests/run` names a folder, and looks there with a reader of PDF.
    if let Some(folder) = std::env::var_os("TVARTOM_CANARY") {
        let folder = std::path::PathBuf::from(folder);
        for (path, bytes) in &files {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        let secrets: Vec<&str> = SECRETS.iter().map(|(_, secret)| *secret).collect();
        std::fs::write(folder.join("secrets.txt"), secrets.join("\n")).unwrap();
    }
}
