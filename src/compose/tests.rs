//! What holds for the products of a small course.

use std::sync::Arc;

use super::sample::{self, edition};
use super::{Choice, Compose, PRODUCTS};
use crate::curriculum::{Course, Curriculum, Edition};
use crate::document::{Audience, Block, Deck, Document, GuideLabel, GuideNote, Inline, Layout, Paper, PaperKind, Tone};
use crate::prose::{InlineKind, Target};

fn all(edition: &Edition, choice: &Choice) -> Vec<(&'static str, Audience, Document)> {
    let courses = vec![Course { slug: edition.slug.clone(), editions: vec![edition.clone()] }];
    let curriculum = Curriculum { courses };
    let mut out = Vec::new();
    for product in PRODUCTS.iter().filter(|it| it.is_made(choice)) {
        let documents = match product.compose {
            Compose::Module(compose) => edition.modules.iter().flat_map(|it| compose(edition, it, choice)).collect(),
            Compose::Course(compose) => compose(edition, choice),
            Compose::Curriculum(compose) => compose(&curriculum, choice),
        };
        out.extend(documents.into_iter().map(|it| (product.name, product.audience, it)));
    }
    out
}

fn deck(edition: &Edition) -> Deck {
    let documents = super::deck::compose(edition, &edition.modules[0], &Choice::default());
    match documents.into_iter().next() {
        Some(Document::Deck(deck)) => deck,
        other => panic!("a deck, not {other:?}"),
    }
}

fn paper(edition: &Edition, kind: PaperKind) -> Paper {
    let papers = all(edition, &Choice::default()).into_iter().filter_map(|(_, _, document)| match document {
        Document::Paper(paper) if paper.kind == kind => Some(paper),
        _ => None,
    });
    papers.into_iter().next().expect("every kind of paper is made")
}

#[test]
fn lies_where_the_design_says() {
    let documents = all(&edition(), &Choice::default());
    let paths: Vec<&str> = documents.iter().map(|(_, _, it)| it.meta().path.as_str()).collect();
    let expected = [
        "trainer/kurs/sv/illusionen/deck",
        "kurs/sv/illusionen/handout",
        "trainer/kurs/sv/illusionen/handout-complete",
        "kurs/sv/illusionen/quiz",
        "kurs/sv/illusionen/quiz-paper-pre",
        "kurs/sv/illusionen/quiz-paper",
        "trainer/kurs/sv/illusionen/key",
        "trainer/kurs/sv/illusionen/guide",
        "trainer/kurs/sv/agenda",
        "trainer/kurs/sv/agenda-halv-dag",
        "trainer/kurs/sv/followup",
        "trainer/kurs/sv/calendar",
        "trainer/kurs/sv/cards",
        "trainer/kurs/sv/manager",
        "trainer/kurs/sv/evaluation",
        "trainer/kurs/sv/certificate",
        "trainer/kurs/sv/alignment",
        "kurs/sv/index",
        "index",
        "search",
        "trainer/index",
    ];
    assert_eq!(paths, expected);
    for (name, audience, document) in &documents {
        assert_eq!(document.meta().audience, *audience, "{name}");
        assert_eq!(document.meta().path.starts_with("trainer/"), *audience == Audience::Trainer, "{name}");
    }
}

#[test]
fn keeps_answers_and_guidance_from_participants() {
    for (name, audience, document) in all(&edition(), &Choice::default()) {
        if audience == Audience::Trainer {
            continue;
        }
        let printed = format!("{document:?}");
        let secrets = ["hemliga", "väntade", "luckordet"];
        assert!(!secrets.iter().any(|it| printed.contains(it)), "{name}: {printed}");
        if let Document::Paper(paper) = &document {
            assert!(!paper.has_trainer_blocks(), "{name}");
            assert!(!printed.contains("Svarsförslaget"), "{name}");
        }
    }
}

#[test]
fn withholds_a_guessed_figure_from_the_blank_handout() {
    let edition = edition();
    let blank = paper(&edition, PaperKind::HandoutBlank);
    assert!(!format!("{blank:?}").contains("47"), "{blank:?}");
    let (won, lost) = (&blank.evidence[0], &blank.evidence[1]);
    assert_eq!((won.figure.as_deref(), won.statement.as_deref()), (None, None));
    assert_eq!(won.caveat.as_deref(), Some("Egna uppgifter"));
    assert_eq!(lost.figure.as_deref(), Some("32\u{a0}%"));
    let complete = paper(&edition, PaperKind::HandoutComplete);
    assert_eq!(complete.evidence[0].figure.as_deref(), Some("47,3\u{a0}%"));
    assert!(format!("{complete:?}").contains("luckordet"));
}

#[test]
fn withholds_a_guessed_figure_that_was_typed_in_a_chart() {
    let mut edition = edition();
    let mut module = sample::module();
    module.sections[4].blocks = vec![sample::typed_chart(47.3), sample::typed_chart(12.5)];
    edition.modules = vec![Arc::new(module)];
    let blank = format!("{:?}", paper(&edition, PaperKind::HandoutBlank));
    assert!(!blank.contains("47") && blank.contains("12,5"), "{blank}");
    assert!(format!("{:?}", paper(&edition, PaperKind::HandoutComplete)).contains("47,3"));
}

#[test]
fn runs_a_claim_from_vote_to_shift() {
    let deck = deck(&edition());
    let slides: Vec<String> = deck.slides.iter().map(|it| format!("{} {}", it.id, name(&it.layout))).collect();
    let expected = [
        "title title",
        "objectives objectives",
        "agenda agenda",
        "belief claim",
        "belief-vote-1 vote 1",
        "belief-discuss discuss",
        "guess guess",
        "guess-figure figure",
        "illusion content",
        "first-vote-2 vote 2",
        "first figure",
        "more statement",
        "second content",
        "second-shift shift",
        "inversion inversion",
        "inversion-2 content",
        "task task",
        "task-answers content",
        "recap recap",
        "do commitment",
        "end end",
    ];
    assert_eq!(slides, expected);
}

fn name(layout: &Layout) -> &'static str {
    match layout {
        Layout::Title { .. } => "title",
        Layout::Objectives => "objectives",
        Layout::Agenda { .. } => "agenda",
        Layout::Section => "section",
        Layout::Claim => "claim",
        Layout::Vote { round: 1, .. } => "vote 1",
        Layout::Vote { .. } => "vote 2",
        Layout::Discuss { .. } => "discuss",
        Layout::Guess { .. } => "guess",
        Layout::Figure { .. } => "figure",
        Layout::Content => "content",
        Layout::Statement => "statement",
        Layout::Inversion { .. } => "inversion",
        Layout::Task { .. } => "task",
        Layout::Shift { .. } => "shift",
        Layout::Recap => "recap",
        Layout::Commitment => "commitment",
        Layout::Break { .. } => "break",
        Layout::Sources => "sources",
        Layout::End { .. } => "end",
    }
}

#[test]
fn says_paragraphs_and_shows_the_rest() {
    let deck = deck(&edition());
    let slide = |id: &str| deck.slides.iter().find(|it| it.id == id).expect("the slide is there");
    let illusion = slide("illusion");
    assert!(matches!(illusion.body.as_slice(), [block] if matches!(block.value, Block::List(_))));
    let said = Block::Guide(GuideNote::Labelled { label: GuideLabel::Say, blocks: Vec::new() });
    assert_eq!(std::mem::discriminant(&illusion.notes[0].value), std::mem::discriminant(&said));
    assert_eq!((illusion.tone, slide("first").tone), (Tone::Belief, Tone::Reality));
    let figure = slide("first");
    assert!(
        matches!(&figure.layout, Layout::Figure { figure, of, chart: Some(_) } if figure == "47,3\u{a0}%" && of == "av affärerna")
    );
    assert_eq!(figure.evidence.len(), 1);
    assert!(figure.body.is_empty());
    assert!(format!("{:?}", slide("belief-discuss").notes).contains("hemliga svar"));
    assert!(deck.slides.iter().all(|it| !it.title.is_empty()));
}

#[test]
fn leads_links_to_the_same_kind_of_document() {
    let mut edition = edition();
    let mut module = sample::module();
    let link = |file: Option<&str>, id: &str| {
        let target = Target::Section { file: file.map(str::to_owned), id: id.to_owned() };
        sample::inline(InlineKind::Link { target, children: Vec::new() })
    };
    module.sections[2].blocks = vec![sample::list(vec![link(None, "more"), link(Some("02-x.md"), "belief")])];
    let mut other = sample::module();
    other.slug = "andra".to_owned();
    other.file_name = "02-x.md".to_owned();
    edition.modules = vec![Arc::new(module), Arc::new(other)];
    let printed = format!("{:?}", paper(&edition, PaperKind::HandoutBlank));
    assert!(printed.contains(r#"Here("more"), children: [Text("”Mer”")]"#), "{printed}");
    assert!(printed.contains(r#"path: "kurs/sv/andra/handout.html", id: Some("belief")"#), "{printed}");
    assert!(format!("{:?}", deck(&edition)).contains(r#"path: "trainer/kurs/sv/andra/deck.html", id: Some("belief")"#));
}

#[test]
fn links_only_to_what_is_made() {
    let choice = Choice { only: vec!["deck".to_owned()], ..Choice::default() };
    for (name, _, document) in all(&edition(), &choice) {
        let printed = format!("{document:?}");
        assert!(!printed.contains("quiz.html") && !printed.contains("handout.html"), "{name}: {printed}");
    }
}

#[test]
fn finds_terms_of_the_glossary_in_the_text() {
    assert_eq!(paper(&edition(), PaperKind::HandoutBlank).glossary.len(), 1);
    let mut edition = edition();
    edition.glossary[0].term = "saknas".to_owned();
    assert!(paper(&edition, PaperKind::HandoutBlank).glossary.is_empty());
}

#[test]
fn tells_the_time_of_the_day() {
    let agenda = paper(&edition(), PaperKind::Agenda);
    let Block::Timetable(timetable) = &agenda.blocks[0].value else { panic!("an agenda opens with its timetable") };
    assert_eq!((timetable.rows[0].start.as_str(), timetable.end.as_str(), timetable.total), ("09.00", "09.37", 37));
    assert_eq!(timetable.rows[0].slides, "4–6");
    assert_eq!(timetable.rows[0].module, Some(vec![Inline::Text("Illusionen".to_owned())]));
}

#[test]
fn gives_the_same_documents_twice() {
    let (edition, choice) = (edition(), Choice::default());
    assert_eq!(format!("{:?}", all(&edition, &choice)), format!("{:?}", all(&edition, &choice)));
}
