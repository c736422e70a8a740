//! A course in which everything that is for the trainer alone can be told by a word that stands nowhere else.

use tvartom::tree::Tree;

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
pub const OF_QUIZ: &[&str] = &["zqgap", "zqcloze", "zqaccept", "zqsample", "zqwhy", "zqafter"];

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

## Prata {.discussion #d minutes=10 method=pairs objective=o}

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
  statement: Av alla fåglar sjunger 47 procent
  value: {point: 47.3, low: 40, high: 52, unit: percent, of: fåglarna}
  grade: C
  caveat: Bara här.
";

/// The course, in two languages; the module is the same in both.
pub fn canary() -> Tree {
    let body = MODULE.replace(" {.belief #b minutes=8}", " {#b}");
    let files = [
        ("k/course.yaml", COURSE.to_owned()),
        ("k/01-fageln.md", MODULE.to_owned()),
        ("k/01-fageln.quiz.yaml", QUIZ.to_owned()),
        ("k/facts.yaml", FACTS.to_owned()),
        ("k/en/01-fageln.md", body),
        ("k/en/01-fageln.quiz.yaml", "questions:\n  - {id: a, question: Which?}\n".to_owned()),
    ];
    Tree::memory(files.map(|(path, text)| (path.to_owned(), text.into_bytes())))
}
