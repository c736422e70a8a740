#!/usr/bin/env python3
"""Writes a curriculum of N modules to time `tvartom build` on: corpus.py --modules 1000 --out FOLDER

Twenty modules a course, each with the whole arc of a claim, a chart, a process, an activity and a quiz of six questions; about
700 words a module. The same arguments give the same bytes.
"""
import argparse
import pathlib
import random

WORDS = (
    "kunden säljaren affären beslutet frågan gruppen mötet prognosen siffran steget vägen tiden priset behovet förändringen "
    "arbetet svaret erfarenheten underlaget företaget ser väljer frågar väntar ändrar provar mäter tror vet glömmer minns räknar "
    "ofta sällan först sedan ibland tillsammans ensam tidigt sent alltid inte bara också därför eftersom medan innan efter"
).split()

COURSE = """title: Kurs {n}
lang: sv
version: 1.0.0
audience: {{who: Alla som säljer, size: [6, 16]}}
schedule: {{start: "09:00", break: {{every: 90, minutes: 15}}, lunch: {{at: "12:00", minutes: 60}}}}
variants: {{halvdag: {{minutes: 210}}}}
"""

FACTS = """- id: won
  statement: Av de undersökta affärerna vanns 47 %
  value: {point: 47, low: 40, high: 55, unit: percent, of: affärerna}
  sources: [study]
  year: 2019
  n: 1200
  grade: C
  status: open
  caveat: Företagens egna uppgifter.
"""

SOURCES = """study:
  type: report
  title: En påhittad undersökning
  author: Andersson, Anna
  date: 2019
"""

MODULE = """---
title: Modul {n}
lead: {lead}
objectives:
  - {{id: o1, level: apply, text: Kvalificera en affär med fem frågor}}
misconceptions:
  - {{id: m{n}, text: Steget är en sannolikhet, belief: claim}}
---

{p0}

## {claim} {{.belief #claim minutes=8 cut=5}}

{p1}

::: do
{s0}
:::

::: reply "{s1}"
{s2}
:::

## Hur stor del vanns? {{.guess #guess fact=won minutes=2}}

{p2}

## Därför verkar det stämma {{.illusion #illusion minutes=6}}

- {b0}
- {b1}
- {b2}

{p3}

## Så ser det ut {{.reality #reality minutes=10 cut=7}}

{p4} Av dem vanns [=won] [@study].

**{s3}**

```chart
kind: waffle
fact: won
caption: Varje ruta är en affär av hundra.
```

### Steg för steg

```process
steps:
  - {{id: a, name: {b3}, decision: "{q0}"}}
  - {{id: b, name: {b4}, decision: "{q1}"}}
  - {{id: c, name: {b5}, back_to: [a]}}
```

{p5}

## När det stämmer {{.boundary #boundary priority=could minutes=3}}

{p6}

- {b6}

## Tänk om det är tvärtom? {{.inversion #inversion priority=should minutes=3}}

{p7}

## Övning {{.activity #activity method=pairs minutes=8 priority=should materials="penna, papper" objective=o1}}

{p8}

```worksheet
columns: [Svar, Hur vet vi det?]
rows: [Fråga ett, Fråga två, Fråga tre]
```

::: answers
- {s4}
:::

::: debrief
Vad svarade ni?
:::

## Ta med dig {{.recap #recap minutes=3}}

- Steget är ingen [[sannolikhet]]
- Fråga hur vi [[vet]] det

## Det här ska jag göra {{.commitment #commitment priority=could minutes=2}}

{p9}
"""

QUIZ = """questions:
  - id: q1
    kind: single
    question: "{q0}"
    objective: o1
    use: [pre, post]
    options:
      - {{text: {b0}, misconception: m{n}, why: {s0}}}
      - {{text: {b1}, correct: true, why: {s1}}}
      - {{text: {b2}, why: {s2}}}
  - {{id: q2, kind: estimate, question: "{q1}", fact: won}}
  - {{id: q3, kind: truth, claim: claim, answer: false, why: {s3}}}
  - {{id: q4, kind: order, question: Ordna stegen, items: [Först, Sedan, Sist]}}
  - {{id: q5, kind: cloze, question: "Steget är ingen [[sannolikhet]]."}}
  - {{id: q6, kind: open, question: Vad gör du på måndag?, sample: {s4}, lines: 4}}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--modules", type=int, default=1000)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    rng = random.Random(4711)
    words = lambda n: " ".join(rng.choice(WORDS) for _ in range(n))
    sentence = lambda n: words(n).capitalize()
    for number in range(arguments.modules):
        course = pathlib.Path(arguments.out) / f"kurs-{number // 20:03}"
        if number % 20 == 0:
            course.mkdir(parents=True, exist_ok=True)
            (course / "course.yaml").write_text(COURSE.format(n=number // 20), encoding="utf-8")
            (course / "facts.yaml").write_text(FACTS, encoding="utf-8")
            (course / "sources.yaml").write_text(SOURCES, encoding="utf-8")
        texts = {f"p{i}": ". ".join(sentence(rng.randint(8, 14)) for _ in range(6)) + "." for i in range(10)}
        texts |= {f"s{i}": sentence(12) + "." for i in range(5)}
        texts |= {f"b{i}": sentence(5) for i in range(7)}
        texts |= {f"q{i}": sentence(6) + "?" for i in range(2)}
        texts |= {"n": number, "lead": sentence(10), "claim": sentence(9)}
        stem = f"{number % 20 + 1:02}-modul-{number}"
        (course / f"{stem}.md").write_text(MODULE.format(**texts), encoding="utf-8")
        (course / f"{stem}.quiz.yaml").write_text(QUIZ.format(**texts), encoding="utf-8")


main()
