//! Nothing of the trainer's stands in any byte outside `trainer/`.

use tvartom::compose::{Choice, Compose, PRODUCTS};
use tvartom::document::{Audience, Document};
use tvartom::read::{self, Selection};

use crate::bench;

const MODULE: &str = r#"---
title: A module
misconceptions:
  - {id: m1, text: Stage is probability, belief: claim}
---

## We know it already {.belief #claim minutes=5}

They say so.

::: guide
CANARY-guide is background that only the trainer reads, long enough to be searched for.
:::

::: do
CANARY-do
:::

::: ask
CANARY-ask
:::

::: watch
CANARY-watch
:::

::: debrief
CANARY-debrief
:::

::: reply "CANARY-they"
CANARY-you
:::

## Guess {.guess #guess fact=share}

How many?

## Why {.illusion #illusion}

- It looks measured

## So it is {.reality #reality}

It was [=share] and [[CANARY-gap]] of them.

- A list with [[CANARY-listgap|a hint]]

## Do it {.activity #activity}

Talk.

::: answers
CANARY-answers
:::

## Take this {.recap #recap}

- The word is [[CANARY-recap]]
"#;

const QUIZ: &str = r#"questions:
  - id: q1
    kind: open
    question: What will you do?
    sample: CANARY-sample
  - id: q2
    kind: cloze
    question: "It is [[CANARY-cloze]]."
    accept: [[CANARY-accept]]
  - id: q3
    kind: single
    question: Which?
    options:
      - {text: One, correct: true, why: CANARY-why}
      - {text: Two, misconception: m1}
"#;

const FACTS: &str =
    "- id: share\n  statement: CANARY-statement 8643 %\n  value: {point: 8643, unit: percent, of: all}\n  grade: B\n";

fn course() -> tvartom::tree::Tree {
    bench::tree(&[
        ("c/course.yaml", "title: A course\nlang: en\n"),
        ("c/facts.yaml", FACTS),
        ("c/01-m.md", MODULE),
        ("c/01-m.quiz.yaml", QUIZ),
    ])
}

#[test]
fn canaries_stay_under_trainer() {
    let (files, diagnostics) = bench::build(&course());
    assert_eq!(bench::findings(&diagnostics), Vec::<String>::new());
    let mut seen_by_trainer = String::new();
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        if path.starts_with("trainer/") {
            seen_by_trainer.push_str(&text);
            continue;
        }
        let leaked: Vec<&str> = text.match_indices("CANARY-").map(|(at, _)| &text[at..(at + 20).min(text.len())]).collect();
        assert!(leaked.is_empty(), "{path}: {leaked:?}");
        assert!(!text.contains("8643") && !text.contains("8,643"), "{path} tells the figure that is to be guessed");
    }
    for canary in ["guide", "do", "ask", "watch", "debrief", "they", "you", "gap", "answers", "recap", "sample", "cloze", "why"] {
        assert!(seen_by_trainer.contains(&format!("CANARY-{canary}")), "the trainer reads CANARY-{canary}");
    }
}

#[test]
fn the_quiz_that_scores_itself_carries_answers_encoded() {
    let (files, _) = bench::build(&course());
    let quiz = String::from_utf8_lossy(&files["c/en/m/quiz.html"]).into_owned();
    assert!(quiz.contains("quiz-key") && !quiz.contains("CANARY"));
}

#[test]
fn no_product_for_participants_holds_a_block_for_the_trainer() {
    for tree in [course(), bench::shipped()] {
        let curriculum = read::read(&tree, &Selection::default(), &mut tvartom::diagnostic::Diagnostics::default());
        let choice = Choice::default();
        for edition in curriculum.courses.iter().flat_map(|it| &it.editions) {
            for product in PRODUCTS.iter().filter(|it| it.audience == Audience::Participant) {
                let Compose::Module(compose) = product.compose else { continue };
                for document in edition.modules.iter().flat_map(|it| compose(edition, it, &choice)) {
                    assert_eq!(document.meta().audience, Audience::Participant, "{}", product.name);
                    assert!(!document.meta().path.starts_with("trainer/"), "{}", document.meta().path);
                    if let Document::Paper(paper) = &document {
                        assert!(!paper.has_trainer_blocks(), "{} in {}", product.name, paper.meta.path);
                    }
                    assert!(!matches!(document, Document::Deck(_)), "a deck is the trainer's");
                }
            }
        }
    }
}
