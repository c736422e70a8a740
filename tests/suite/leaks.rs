//! Nothing of the trainer's lies in any byte outside `trainer/`.

use tvartom::pipeline::{self, Memo};
use tvartom::tree::{Contents, MemorySink};

use crate::canary::{OF_QUIZ, SECRETS, canary};
use crate::request::request;
use crate::tables::told;

#[test]
fn secrets_stay_with_the_trainer() {
    let mut sink = MemorySink::new();
    let diagnostics = pipeline::build(&canary(), &request(), &mut Memo::default(), &mut sink);
    assert!(!diagnostics.has_errors(), "{:?}", told(&diagnostics));
    let files: Vec<(&String, String)> = sink
        .files()
        .iter()
        .filter_map(|(path, contents)| match contents {
            Contents::Bytes(bytes) => Some((path, String::from_utf8_lossy(bytes).to_lowercase())),
            Contents::Copy(_) => None,
        })
        .collect();
    for language in ["sv", "en"] {
        for name in ["handout", "quiz", "quiz-paper"] {
            let path = format!("k/{language}/fageln/{name}.html");
            assert!(files.iter().any(|(it, _)| **it == path), "{path} is made");
        }
    }
    for (place, secret) in SECRETS {
        for (path, text) in &files {
            let may_hold = path.starts_with("trainer/") || (path.ends_with("/quiz.html") && OF_QUIZ.contains(secret));
            assert!(may_hold || !text.contains(secret), "{place}: `{secret}` stands in {path}");
        }
        let is_printed = files.iter().any(|(path, text)| path.starts_with("trainer/") && text.contains(secret));
        assert_eq!(
            is_printed,
            !secret.starts_with("zqcomment") && !secret.starts_with("zqhash"),
            "{place}: `{secret}` in `trainer/`"
        );
    }
}

#[test]
fn a_quiz_is_not_read_by_accident() {
    let mut sink = MemorySink::new();
    pipeline::build(&canary(), &request(), &mut Memo::default(), &mut sink);
    let Contents::Bytes(page) = &sink.files()["k/sv/fageln/quiz.html"] else { panic!("a page is bytes") };
    let page = String::from_utf8_lossy(page);
    for secret in OF_QUIZ {
        assert!(!page.contains(secret), "`{secret}` is encoded");
    }
}
