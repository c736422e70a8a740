//! A course in which everything that is for the trainer alone can be told by a word that stands nowhere else.

use tvartom::tree::Tree;

use crate::bench;

/// The words, by where they were written.
pub const SECRETS: &[(&str, &str)] = &[
    ("::: guide", "zqguide"),
    ("::: do", "zqdo"),
    ("::: ask", "zqask"),
    ("::: watch", "zqwatch"),
    ("::: debrief", "zqdebrief"),
    ("::: reply, they", "zqthey"),
    ("::: reply, you", "zqyou"),
    ("::: answers", "zqanswers"),
    ("a list in ::: guide", "zqlist"),
    ("a table in ::: answers", "zqtable"),
    ("a footnote marked in ::: guide", "zqfootnote"),
    ("a call-out in ::: guide", "zqcallout"),
    ("only=guide", "zqonly"),
    ("a comment", "zqcomment"),
    ("a comment in YAML", "zqhash"),
    ("a gap", "zqgap"),
    ("a gap in a table", "zqcell"),
    ("a gap in YAML", "zqcloze"),
    ("an accepted answer", "zqaccept"),
    ("a sample", "zqsample"),
    ("why an option is right", "zqwhy"),
    ("why after an answer", "zqafter"),
];

/// What a quiz that scores itself must hold: it carries its key, encoded.
pub const OF_QUIZ: &[&str] = &["zqcloze", "zqaccept", "zqsample", "zqwhy", "zqafter"];

/// The figure that is to be guessed, as each language writes it.
pub const FIGURES: &[(&str, &str)] = &[("86,43", "sv"), ("86.43", "en")];

const COURSE: &str = "title: Kanariefågeln\nlang: sv\ntranslations: [en]\nvariants: {kort: {minutes: 90}}\n# zqhash\n";

const MODULE: &str = r#"---
title: Fågeln
lead: En ingress
objectives:
  - {id: o, level: apply, text: Se fågeln}
misconceptions:
  - {id: m, text: Den sjunger, belief: b}
---

Inledning. <!-- zqcomment -->

<!-- tvartom: allow claim-incomplete -->
## Den sjunger alltid {.belief #b minutes=8}

De säger det.

::: reply "De säger zqthey här"
Då svarar du zqyou till dem.
:::

## Hur ofta? {.guess #g fact=song}

Gissa först.

## Därför verkar det så {.illusion #i}

- Man hör den

::: guide
Bakgrund zqguide för dig.[^hemlig]

- punkt zqlist i guiden

::: note
I rutan zqcallout står det.
:::
:::

::: do
Gör zqdo nu.
:::

::: ask
Fråga zqask nu.
:::

::: watch
Se upp zqwatch nu.
:::

::: debrief
Summera zqdebrief nu.
:::

## Så är det {.reality #r}

Bara [=song] sjunger.

```chart
kind: bar
fact: song
```

## Prata {.discussion #d minutes=4 method=pairs objective=o}

Varför?

::: answers
För att zqanswers gäller.

| a | b |
|---|---|
| zqtable | c |
:::

## Bara för dig {#x only=guide}

Hemligt zqonly för dig.

## Minns {.recap #m}

- Den är [[zqgap]] ibland

| a | b |
|---|---|
| [[zqcell\|tips]] | c |

[^hemlig]: Noten zqfootnote är för dig.
"#;

const QUIZ: &str = "questions:
  - id: a
    kind: single
    objective: o
    question: Vilken?
    why: Därför zqafter.
    options:
      - {text: en, why: zqwhy, misconception: m}
      - {text: två, correct: true}
  - {id: b, kind: cloze, question: \"Den är [[zqcloze]].\", accept: [[zqaccept]]}
  - {id: c, kind: open, question: Vad gör du?, sample: Som zqsample.}
  - {id: d, kind: estimate, question: Hur många?, fact: song}
";

const FACTS: &str = "- id: song
  statement: Av alla fåglar sjunger 86.43 procent
  value: {point: 86.43, low: 81.71, high: 89.29, unit: percent, of: fåglarna}
  grade: D
  caveat: Bara här.
";

/// The course, in two languages; the module is the same in both.
pub fn canary() -> Tree {
    let body = MODULE.replace(" {.belief #b minutes=8}", " {#b}");
    bench::tree(&[
        ("k/course.yaml", COURSE),
        ("k/01-fageln.md", MODULE),
        ("k/01-fageln.quiz.yaml", QUIZ),
        ("k/facts.yaml", FACTS),
        ("k/en/01-fageln.md", &body),
        ("k/en/01-fageln.quiz.yaml", "questions:\n  - {id: a, question: Which?}\n  - {id: b}\n  - {id: c}\n  - {id: d}\n"),
    ])
}
