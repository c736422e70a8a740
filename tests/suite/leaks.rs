//! Nothing of the trainer's lies in any byte outside `trainer/`.

use tvartom::pipeline::Request;

use crate::bench;
use crate::canary::{FIGURES, OF_QUIZ, SECRETS, canary};

#[test]
fn secrets_stay_with_the_trainer() {
    let (files, diagnostics) = bench::build(&canary());
    assert_eq!(bench::findings(&diagnostics), Vec::<String>::new());
    let files: Vec<(&String, String)> =
        files.iter().map(|(path, bytes)| (path, String::from_utf8_lossy(bytes).to_lowercase())).collect();
    for language in ["sv", "en"] {
        for name in ["handout", "quiz", "quiz-paper"] {
            let path = format!("k/{language}/fageln/{name}.html");
            assert!(files.iter().any(|(it, _)| **it == path), "{path} is made");
        }
    }
    for (place, secret) in SECRETS {
        for (path, text) in files.iter().filter(|(path, _)| !path.starts_with("trainer/")) {
            assert!(!text.contains(secret), "{place}: `{secret}` stands in {path}");
        }
        let is_printed = files.iter().any(|(path, text)| path.starts_with("trainer/") && text.contains(secret));
        assert_eq!(is_printed, !place.contains("comment"), "{place}: `{secret}` in `trainer/`");
    }
}

#[test]
fn a_figure_that_is_guessed_is_not_told() {
    let (files, _) = bench::build(&canary());
    let told = |path: &str, figure: &str| String::from_utf8_lossy(&files[path]).contains(figure);
    for (figure, language) in FIGURES {
        for (path, _) in files.iter().filter(|(path, _)| !path.starts_with("trainer/")) {
            assert!(!told(path, figure), "{figure} stands in {path}");
        }
        for name in ["handout-complete", "deck", "guide", "key"] {
            let path = format!("trainer/k/{language}/fageln/{name}.html");
            assert!(told(&path, figure), "{figure} does not stand in {path}");
        }
    }
}

#[test]
fn what_is_sent_on_to_participants_holds_no_guidance() {
    let (files, _) = bench::build(&canary());
    for name in
        ["followup.html", "cards.html", "cards.tsv", "calendar.ics", "manager.html", "evaluation.html", "certificate.html"]
    {
        for language in ["sv", "en"] {
            let text = String::from_utf8_lossy(&files[&format!("trainer/k/{language}/{name}")]).to_lowercase();
            let guidance = SECRETS.iter().take_while(|(place, _)| *place != "a gap");
            for (place, secret) in guidance {
                assert!(!text.contains(secret), "{place}: `{secret}` stands in {name}");
            }
        }
    }
}

#[test]
fn the_quiz_that_scores_itself_carries_its_answers_encoded() {
    let (files, _) = bench::build(&canary());
    let page = String::from_utf8_lossy(&files["k/sv/fageln/quiz.html"]);
    let key = page.split_once("id=\"quiz-key\">").and_then(|(_, rest)| rest.split_once('<')).unwrap().0;
    let key = String::from_utf8(decode(key)).unwrap();
    for secret in OF_QUIZ {
        assert!(key.contains(secret) && !page.contains(secret), "`{secret}` stands in the key, encoded");
    }
}

/// Base64, with its standard letters.
fn decode(text: &str) -> Vec<u8> {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut out, mut bits, mut n_bits) = (Vec::new(), 0u32, 0);
    for value in text.bytes().filter_map(|it| letters.iter().position(|letter| *letter == it)) {
        bits = (bits << 6) | u32::try_from(value).unwrap();
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            out.push(u8::try_from((bits >> n_bits) & 0xff).unwrap());
        }
    }
    out
}

#[test]
fn what_is_looked_for_does_not_depend_on_what_is_made() {
    let words = "These words are long enough to be looked for everywhere.";
    let module = format!("---\ntitle: A\nlead: {words}\n---\n\n## S\n\n- item\n\n::: guide\n{words}\n:::\n");
    let tree = bench::tree(&[("c/course.yaml", "title: Course\nlang: en\n"), ("c/01-a.md", &module)]);
    let request = Request { only: vec!["handout".to_owned()], ..bench::request() };
    let (files, diagnostics) = bench::build_as(&tree, &request);
    assert_eq!(bench::findings(&diagnostics), ["c/01-a.md:11 leak"]);
    assert!(!files.contains_key("c/en/a/handout.html"));
}
