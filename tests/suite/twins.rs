//! A module in Markdown and its twin in YAML give the same documents, byte for byte.

use crate::bench;

const FACTS: &str = "- id: share\n  statement: Of those asked 40 % said so\n  value: {point: 40, low: 30, high: 50, unit: percent, of: those asked}\n  year: 2019\n  n: 100\n  grade: D\n  caveat: One survey.\n";

const MARKDOWN: &str = r#"---
title: A *module*
lead: It leads in.
objectives:
  - {id: o1, level: apply, text: Use it}
reviewed: 2026-11-01
tags: [one, two]
---

Text before the first heading.

**A key message.**

## We know it {.belief #claim minutes=8 cut=5}

Because we do.

::: reply "But it is so"
Is it?
:::

## How many? {.guess #guess fact=share priority=should}

Of a hundred.

## Why it seems so {.illusion #why}

- It looks measured[^note]

[^note]: A footnote.

## So it is {.reality #reality}

It was [=share] of them.

```chart
kind: waffle
fact: share
caption: Each square is one.
```

## Steps {.process #steps}

In order.

```process
steps:
  - {id: a, name: First, decision: "Is it?"}
  - {id: b, name: Second, back_to: [a]}
```

## Do it {.activity #activity method=pairs group=2 materials="pen, paper" objective=o1 minutes=4}

Talk to each other.

::: answers
- An answer
:::

```worksheet
columns: [How, Who]
rows: [One, Two]
```

## Take this {.recap #recap}

- The word is [[forty]]

## A pause {.break #pause minutes=15}

## The best case {.steelman #steelman reveal=steps}

- Experience

:::: columns
::: column
Left.
:::
::: column
Right.
:::
::::

## When it is right {.boundary #boundary only=handout}

Then.

## The other way {.inversion #inversion}

What if?

<!-- tvartom: allow claim-incomplete -->
## What do you lose to? {.belief #poll}

```poll
question: We lose to …
options: [rivals, nothing]
correct: nothing
```

## Nothing {.reality #nothing}

| a | b |
|---|---|
| [[c\|hint]] | 1 |

## Discuss {.discussion #discussion method=groups group=3}

What?

## Think {.reflection #reflection method=solo}

When?

## It failed {.premortem #premortem}

Why?

## On Monday {.commitment #commitment}

One thing.[^second]

[^second]: Another footnote.

## Plain

### A slide

> Quotation

---

- `code`
"#;

const YAML: &str = r#"title: A *module*
lead: It leads in.
objectives:
  - {id: o1, level: apply, text: Use it}
reviewed: 2026-11-01
tags: [one, two]
sections:
  - body: |
      Text before the first heading.

      **A key message.**
  - id: claim
    role: belief
    title: We know it
    minutes: 8
    cut: 5
    body: |
      Because we do.

      ::: reply "But it is so"
      Is it?
      :::
  - {id: guess, role: guess, title: "How many?", fact: share, priority: should, body: Of a hundred.}
  - id: why
    role: illusion
    title: Why it seems so
    body: |
      - It looks measured[^note]

      [^note]: A footnote.
  - id: reality
    role: reality
    title: So it is
    body: It was [=share] of them.
    chart: {kind: waffle, fact: share, caption: Each square is one.}
  - id: steps
    role: process
    title: Steps
    body: In order.
    process:
      steps:
        - {id: a, name: First, decision: "Is it?"}
        - {id: b, name: Second, back_to: [a]}
  - id: activity
    role: activity
    title: Do it
    method: pairs
    group: 2
    materials: [pen, paper]
    objective: o1
    minutes: 4
    body: |
      Talk to each other.

      ::: answers
      - An answer
      :::
    worksheet: {columns: [How, Who], rows: [One, Two]}
  - id: recap
    role: recap
    title: Take this
    body: "- The word is [[forty]]"
  - {id: pause, role: break, title: A pause, minutes: 15}
  - id: steelman
    role: steelman
    title: The best case
    reveal: steps
    body: |
      - Experience

      :::: columns
      ::: column
      Left.
      :::
      ::: column
      Right.
      :::
      ::::
  - {id: boundary, role: boundary, title: When it is right, only: handout, body: Then.}
  - {id: inversion, role: inversion, title: The other way, body: What if?}
  # tvartom: allow claim-incomplete
  - id: poll
    role: belief
    title: What do you lose to?
    poll: {question: We lose to …, options: [rivals, nothing], correct: nothing}
  - id: nothing
    role: reality
    title: Nothing
    body: |
      | a | b |
      |---|---|
      | [[c\|hint]] | 1 |
  - {id: discussion, role: discussion, title: Discuss, method: groups, group: 3, body: What?}
  - {id: reflection, role: reflection, title: Think, method: solo, body: When?}
  - {id: premortem, role: premortem, title: It failed, body: Why?}
  - id: commitment
    role: commitment
    title: On Monday
    body: |
      One thing.[^second]

      [^second]: Another footnote.
  - title: Plain
    body: |
      ### A slide

      > Quotation

      ---

      - `code`
"#;

#[test]
fn markdown_and_yaml_are_the_same_module() {
    let course = ("c/course.yaml", "title: A course\nlang: en\n");
    let (markdown, told) = bench::build(&bench::tree(&[course, ("c/facts.yaml", FACTS), ("c/01-m.md", MARKDOWN)]));
    assert_eq!(bench::findings(&told), Vec::<String>::new());
    let (yaml, told) = bench::build(&bench::tree(&[course, ("c/facts.yaml", FACTS), ("c/01-m.yaml", YAML)]));
    assert_eq!(bench::findings(&told), Vec::<String>::new());
    assert_eq!(markdown.keys().collect::<Vec<_>>(), yaml.keys().collect::<Vec<_>>());
    assert!(markdown.contains_key("trainer/c/en/m/deck.html"), "there is something to compare");
    for (path, bytes) in &markdown {
        let (one, other) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&yaml[path]));
        let line = one.lines().zip(other.lines()).find(|(a, b)| a != b);
        assert!(one == other, "{path} differs: {line:?}");
    }
}
