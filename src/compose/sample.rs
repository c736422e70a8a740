//! A small course for tests, built by hand.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::citation::Bibliography;
use crate::curriculum::{
    Amount, Audience, Ballot, Block, BlockKind, Break, Chart, ChartKind, Datum, Edition, Fact, FactId, FenceKind, Grade, Lunch,
    Minutes, Module, Objective, Plan, Priority, Question, Quiz, Role, Schedule, Scoring, Section, Status, TaskKind, Term, Value,
    Variant, Work,
};
use crate::item::{Answer, Item, ItemId, Key, Response, Solution, Use};
use crate::locale::{Unit, language};
use crate::prose::{self, FactField, GapContent, Inline, InlineKind};
use crate::source::{FileId, Span, Spanned};

/// A place in a file that does not exist.
pub(super) fn span() -> Span {
    Span::new(FileId(0), 0, 0)
}

fn spanned<T>(value: T) -> Spanned<T> {
    Spanned::new(value, span())
}

/// Words.
pub(super) fn text(text: &str) -> Vec<Inline> {
    vec![inline(InlineKind::Text(text.to_owned()))]
}

/// A piece of running text.
pub(super) fn inline(kind: InlineKind) -> Inline {
    Inline { span: span(), kind }
}

/// A fact's value.
pub(super) fn fact(id: &str) -> Inline {
    inline(InlineKind::Fact { id: spanned(id.to_owned()), field: FactField::Value })
}

/// A gap.
pub(super) fn gap(words: &str) -> Inline {
    inline(InlineKind::Gap { content: GapContent::Text(words.to_owned()), hint: None })
}

/// A block.
pub(super) fn block(kind: BlockKind) -> Block {
    Block { span: span(), kind }
}

/// A paragraph.
pub(super) fn paragraph(inlines: Vec<Inline>) -> Block {
    block(BlockKind::Prose(prose::BlockKind::Paragraph(inlines)))
}

/// A key message.
pub(super) fn message(inlines: Vec<Inline>) -> Block {
    paragraph(vec![inline(InlineKind::Strong(inlines))])
}

/// A list of one item.
pub(super) fn list(inlines: Vec<Inline>) -> Block {
    let item = prose::Block { span: span(), kind: prose::BlockKind::Paragraph(inlines) };
    let items = vec![prose::ListItem { task: None, blocks: vec![item] }];
    block(BlockKind::Prose(prose::BlockKind::List { start: None, items }))
}

/// A `:::` block with a paragraph in it.
pub(super) fn fence(kind: FenceKind, words: &str) -> Block {
    block(BlockKind::Fence { kind, blocks: vec![paragraph(text(words))] })
}

/// A section.
pub(super) fn section(id: &str, role: Role, minutes: u32, blocks: Vec<Block>) -> Section {
    let plan = Plan { minutes: Some(Minutes(minutes)), cut: None, priority: Priority::Must };
    let title = text(&format!("Rubrik {id}"));
    let (only, work) = (None, Work::default());
    Section { id: id.to_owned(), span: span(), title, role, plan, only, steps: false, work, blocks }
}

/// A chart of a number that was typed.
pub(super) fn typed_chart(point: f64) -> Block {
    chart_of(Value::Number { point, low: None, high: None })
}

fn chart(fact: &str) -> Block {
    chart_of(Value::Fact(spanned(FactId(fact.to_owned()))))
}

fn chart_of(value: Value) -> Block {
    let data = vec![Datum { label: None, value }];
    let (kind, unit) = (ChartKind::Waffle, Unit::Percent);
    block(BlockKind::Chart(Chart { kind, title: None, caption: None, alt: None, unit, data, ends: None }))
}

fn sections() -> Vec<Section> {
    let ballot = || Ballot { question: None, options: Vec::new(), correct: None };
    let guess = Role::Guess(spanned(FactId("won".to_owned())));
    vec![
        section(
            "belief",
            Role::Belief(ballot()),
            8,
            vec![
                paragraph(text("Det säger vi.")),
                fence(FenceKind::Do, "Handledarens hemliga anvisning."),
                fence(FenceKind::Reply(spanned("Men".to_owned())), "Handledarens hemliga svar."),
            ],
        ),
        section("guess", guess, 2, vec![paragraph(text("Hur många vanns?"))]),
        section("illusion", Role::Illusion, 5, vec![list(text("Den ser ut som en mätning")), paragraph(text("Vi minns."))]),
        section(
            "first",
            Role::Reality,
            6,
            vec![
                paragraph([text("Vi vann "), vec![fact("won")]].concat()),
                chart("won"),
                block(BlockKind::SlideBreak { id: Some("more".to_owned()), title: Some(text("Mer")) }),
                message(text("Det kom ett till")),
            ],
        ),
        section("second", Role::Reality, 4, vec![list([text("Förlorade: "), vec![fact("lost")]].concat())]),
        section("inversion", Role::Inversion, 3, vec![paragraph(text("Tänk efter.")), list(text("Vad gör du?"))]),
        section(
            "task",
            Role::Task(TaskKind::Activity),
            5,
            vec![paragraph(text("Gör så här.")), fence(FenceKind::Answers, "Det väntade svaret.")],
        ),
        section("recap", Role::Recap, 2, vec![list(vec![gap("luckordet")])]),
        section("do", Role::Commitment, 2, vec![paragraph(text("Lova något."))]),
    ]
}

fn known(id: &str, point: f64, range: Option<(f64, f64)>) -> (FactId, Fact) {
    let id = FactId(id.to_owned());
    let amount = Amount {
        point: Some(point),
        low: range.map(|it| it.0),
        high: range.map(|it| it.1),
        unit: Unit::Percent,
        of: Some("affärerna".to_owned()),
    };
    let fact = Fact {
        id: id.clone(),
        span: span(),
        statement: format!("Det var {point} procent"),
        amount: Some(amount),
        sources: Vec::new(),
        year: Some(2019),
        n: Some(12345),
        grade: Grade::C,
        status: Status::Disputed,
        disputed_by: Vec::new(),
        funder: None,
        caveat: Some("Egna uppgifter".to_owned()),
        reviewed: None,
    };
    (id, fact)
}

fn quiz() -> Quiz {
    let id = ItemId("q-open".to_owned());
    let item = Item {
        id: id.clone(),
        kind: "open",
        question: text("Vad gör du?"),
        response: Response::Open { lines: 4 },
        hint: None,
        points: 0,
        uses: vec![Use::Pre, Use::Post],
        objective: None,
        shuffle: true,
    };
    let answer = Answer {
        solution: Solution::Open { sample: Some("Svarsförslaget".to_owned()) },
        why_option: Vec::new(),
        misconceptions: Vec::new(),
        why: None,
    };
    let questions = vec![Question { span: span(), item, fact: None, claim: None }];
    Quiz {
        pass: None,
        confidence: None,
        draw: None,
        shuffle: true,
        questions,
        lacks_questions: false,
        key: Key::from([(id, answer)]),
    }
}

/// A module with a whole arc.
pub(super) fn module() -> Module {
    Module {
        slug: "illusionen".to_owned(),
        path: "kurs/01-illusionen.md".into(),
        file_name: "01-illusionen.md".to_owned(),
        span: span(),
        title: text("Illusionen"),
        lead: None,
        objectives: vec![Objective { id: "o1".to_owned(), level: None, text: text("Skilja mellan"), span: span() }],
        misconceptions: Vec::new(),
        reviewed: None,
        tags: Vec::new(),
        sections: sections(),
        footnotes: Vec::new(),
        quiz: Some(quiz()),
    }
}

/// A course with one module.
pub(super) fn edition() -> Edition {
    let facts = BTreeMap::from([known("won", 47.3, None), known("lost", 32.0, Some((30.0, 35.0)))]);
    Edition {
        slug: "kurs".to_owned(),
        language: language("sv").expect("Swedish is built in"),
        translated: None,
        span: span(),
        title: "Kursen".to_owned(),
        version: Some("1.0.0".to_owned()),
        audience: Audience { who: Some("Säljare".to_owned()), size: Some((6, 16)) },
        authors: Vec::new(),
        license: None,
        theme: None,
        math: false,
        html: false,
        schedule: Schedule {
            start: 540,
            pause: Some(Break { every: Minutes(90), minutes: Minutes(15) }),
            lunch: Some(Lunch { at: 720, minutes: Minutes(60) }),
        },
        variants: vec![Variant { name: "Halv dag".to_owned(), title: "Halv dag".to_owned(), minutes: Minutes(210) }],
        pass: 70,
        confidence: true,
        scoring: Scoring::Points,
        followup: vec![2],
        review_months: None,
        base_url: None,
        unread: crate::curriculum::Unread::default(),
        facts,
        sources: Bibliography::default(),
        glossary: vec![Term { term: "mätning".to_owned(), definition: "när man mäter".to_owned() }],
        modules: vec![Arc::new(module())],
    }
}
