//! Builds small curricula in memory for the other tests.

use std::collections::BTreeMap;
use std::path::Path;

use tvartom::diagnostic::Diagnostics;
use tvartom::pipeline::{self, Memo, Request};
use tvartom::tree::{Contents, MemorySink, Tree};

/// A request for everything, with the built-in theme, on a fixed day.
pub fn request() -> Request {
    Request {
        themes: Tree::empty(),
        theme: None,
        languages: Vec::new(),
        only: Vec::new(),
        formats: Vec::new(),
        paths: Vec::new(),
        variant: None,
        participants: None,
        strict: false,
        jobs: 0,
        steps: false,
        sheet: None,
        today: (2026, 11, 23),
    }
}

/// A curriculum in memory.
pub fn tree(files: &[(&str, &str)]) -> Tree {
    Tree::memory(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())))
}

/// Everything that is made of a curriculum, by path, and what there is to tell.
pub fn build(tree: &Tree) -> (BTreeMap<String, Vec<u8>>, Diagnostics) {
    build_as(tree, &request())
}

/// The same, as it is asked for.
pub fn build_as(tree: &Tree, request: &Request) -> (BTreeMap<String, Vec<u8>>, Diagnostics) {
    let mut sink = MemorySink::new();
    let diagnostics = pipeline::build(tree, request, &mut Memo::default(), &mut sink);
    assert!(sink.twice().is_empty(), "{:?} are made twice", sink.twice());
    let files = sink.finish(&BTreeMap::new()).into_iter();
    let bytes = files.map(|(path, contents)| match contents {
        Contents::Bytes(bytes) => (path, bytes),
        Contents::Copy(from) => (path, tree.bytes(&from).unwrap()),
    });
    (bytes.collect(), diagnostics)
}

/// The findings as `path:line code`, for assertions.
pub fn findings(diagnostics: &Diagnostics) -> Vec<String> {
    let told = diagnostics.iter().map(|finding| {
        let place = finding.span.map_or_else(String::new, |span| {
            let source = diagnostics.sources.get(span.file);
            format!("{}:{} ", source.path, source.position(span.start).0)
        });
        format!("{place}{}", finding.fault.code)
    });
    told.collect()
}

/// The curriculum that ships with the program.
pub fn shipped() -> Tree {
    Tree::open(Path::new(env!("CARGO_MANIFEST_DIR")).join("curriculum").as_path()).unwrap()
}
