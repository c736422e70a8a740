//! The stages below that commands call besides building and checking.

use serde_json::{Value, json};

use crate::curriculum::Curriculum;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{self, Memo, Request};
use crate::tree::Tree;

/// The kinds of file that have a schema.
pub const SCHEMAS: [&str; 5] = ["course", "module", "quiz", "facts", "sources"];

/// The JSON Schema of a kind of file.
pub fn schema(kind: &str) -> Value {
    json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind })
}

/// What there is, and what is wrong with it.
pub fn read(tree: &Tree, request: &Request, memo: &mut Memo) -> (Curriculum, Diagnostics) {
    (Curriculum::default(), pipeline::check(tree, request, memo))
}

/// The page and the id on it that show a line of a source.
pub fn locate(_tree: &Tree, _path: &str, _line: usize) -> Option<(String, String)> {
    None
}
