//! The follow-up: what to send on which day, with the files that go along; and the same days as a calendar.

use super::choice::Choice;
use super::message::{Message, messages};
use super::meta;
use super::paths::{self, Shelf};
use super::sheet::{list, paragraph, section, sheet};
use crate::curriculum::Edition;
use crate::document::{Block, Blocks, Calendar, Document, Event, Href, Inline, Inlines, List, ListItem, PaperKind};
use crate::source::Spanned;

/// What to send on each day.
pub(super) fn compose(edition: &Edition, choice: &Choice) -> Vec<Document> {
    let messages = messages(edition, choice);
    if messages.is_empty() {
        return Vec::new();
    }
    let words = &edition.language.phrases.followup;
    let mut blocks: Blocks = messages.iter().map(|it| day(it, edition)).collect();
    blocks.push(section(edition, "files", words.files, vec![files(edition)]));
    vec![sheet(edition, PaperKind::Followup, "followup", words.heading, words.lead, blocks)]
}

/// The days as a calendar.
pub(super) fn compose_calendar(edition: &Edition, choice: &Choice) -> Vec<Document> {
    let messages = messages(edition, choice);
    if messages.is_empty() {
        return Vec::new();
    }
    let (year, month, day) = choice.day;
    let of_course = format!("{}-{}-{year:04}{month:02}{day:02}", edition.slug, edition.language.tag);
    let event = |it: &Message| Event {
        id: format!("{of_course}-{}@tvartom", it.after),
        day: it.day,
        subject: it.subject.clone(),
        text: it.text(edition),
    };
    vec![Document::Calendar(Calendar {
        meta: meta::of_course(edition, Shelf::Trainer, "calendar", edition.language.phrases.followup.calendar),
        stamp: choice.day,
        events: messages.iter().map(event).collect(),
    })]
}

/// The trainer's ways to the files of a course's follow-up: words and path.
pub(super) fn files_of(edition: &Edition) -> Vec<(&'static str, String)> {
    let words = &edition.language.phrases.followup;
    let at = |name: &str| paths::of_course(Shelf::Trainer, edition, name);
    vec![(words.calendar, at("calendar.ics")), (words.cards, at("cards.html")), (words.anki, at("cards.tsv"))]
}

/// The trainer's ways to what is printed for any course: words and path.
pub(super) fn sheets_of(edition: &Edition) -> Vec<(&'static str, String)> {
    let words = &edition.language.phrases.followup;
    let at = |name: &str| paths::of_course(Shelf::Trainer, edition, name);
    vec![
        (words.manager, at("manager.html")),
        (words.evaluation, at("evaluation.html")),
        (words.certificate, at("certificate.html")),
    ]
}

fn files(edition: &Edition) -> Spanned<Block> {
    let entries = files_of(edition).into_iter().chain(sheets_of(edition));
    let items = entries.map(|(text, path)| ListItem { task: None, blocks: vec![paragraph(edition, vec![link(text, path)])] });
    Spanned::new(Block::List(List { start: None, items: items.collect() }), edition.span)
}

fn link(text: &str, path: String) -> Inline {
    Inline::Link { href: Href::Document { path, id: None }, children: words(text) }
}

fn day(message: &Message, edition: &Edition) -> Spanned<Block> {
    let phrases = &edition.language.phrases.followup;
    let subject = vec![Inline::Strong(words(&format!("{}: ", phrases.subject))), Inline::Text(message.subject.clone())];
    let mut blocks = vec![paragraph(edition, subject)];
    blocks.extend(message.opening.iter().map(|it| paragraph(edition, words(it))));
    blocks.push(list(edition, Some(1), message.questions.iter().map(|it| lines(it)).collect()));
    blocks.extend(message.closing.iter().map(|it| paragraph(edition, words(it))));
    blocks.push(Spanned::new(Block::RunIn(words(phrases.answers)), edition.span));
    blocks.push(list(edition, Some(1), message.answers.iter().map(|it| words(it)).collect()));
    let mail = format!("mailto:?subject={}&body={}", encoded(&message.subject), encoded(&message.text(edition)));
    let open = Inline::Link { href: Href::Address(mail), children: words(phrases.open_mail) };
    blocks.push(paragraph(edition, vec![open]));
    section(edition, &format!("day-{}", message.after), &message.when(edition), blocks)
}

/// Text with its lines kept apart.
fn lines(text: &str) -> Inlines {
    let mut out = Inlines::new();
    for line in text.lines() {
        if !out.is_empty() {
            out.push(Inline::LineBreak);
        }
        out.push(Inline::Text(line.trim_start().to_owned()));
    }
    out
}

fn words(text: &str) -> Inlines {
    vec![Inline::Text(text.to_owned())]
}

/// Text as a part of a `mailto:` address: lines end as in mail, and everything but letters and digits is in per cent form.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.replace('\n', "\r\n").bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
