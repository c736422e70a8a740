//! What is sent on a day after the course: a fact as its subject, questions to recall by, and last their answers.

use super::choice::Choice;
use super::flashcard::{flashcards, letter, realities};
use super::paths::{self, Shelf};
use super::view::View;
use super::writer::Writer;
use crate::curriculum::{Edition, Role};
use crate::document::{Flashcard, plain_text};
use crate::item::Use;
use crate::locale::{Day, days_later, fill, format_date, next_weekday};

/// How many questions a message asks: few enough to be answered while one stands up.
const QUESTIONS: usize = 3;

/// From this many days on there is something to tell of what one set out to do.
const PLEDGE_FROM: u32 = 7;

/// What is sent on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Message {
    /// How many days after the course.
    pub after: u32,
    /// Which day: a weekday, since nobody answers on a Saturday.
    pub day: Day,
    /// A fact, where there is one that answers no question; never what people believe.
    pub subject: String,
    /// What comes before the questions.
    pub opening: Vec<String>,
    /// The questions.
    pub questions: Vec<String>,
    /// Their answers.
    pub answers: Vec<String>,
    /// What comes between.
    pub closing: Vec<String>,
}

impl Message {
    /// When it is sent, in words.
    pub(super) fn when(&self, edition: &Edition) -> String {
        format!("{} · {}", after_in_words(self.after, edition), format_date(self.day, edition.language))
    }

    /// The whole message as plain text.
    pub(super) fn text(&self, edition: &Edition) -> String {
        let words = &edition.language.phrases.followup;
        let numbered =
            |list: &[String]| -> String { (1..).zip(list).map(|(n, it)| format!("{n}. {it}")).collect::<Vec<_>>().join("\n") };
        let mut parts = self.opening.clone();
        parts.push(numbered(&self.questions));
        parts.extend(self.closing.iter().cloned());
        parts.push(format!("{}\n{}", words.answers, numbered(&self.answers)));
        parts.join("\n\n")
    }
}

/// The messages of a course, one for each of its days.
pub(super) fn messages(edition: &Edition, choice: &Choice) -> Vec<Message> {
    let cards = flashcards(edition, choice);
    if cards.is_empty() {
        return Vec::new();
    }
    let subjects = subjects(edition, choice);
    let mut out: Vec<Message> = Vec::new();
    for (idx, after) in edition.followup.iter().enumerate() {
        let chosen = chosen(&cards, idx);
        // A subject answers none of the questions, and none comes twice.
        let tells = |subject: &str| chosen.iter().any(|it| plain_text(&it.answer) == subject);
        let is_taken = |subject: &str| out.iter().any(|it| it.subject == subject);
        let mut from_here = subjects.iter().cycle().skip(idx).take(subjects.len());
        let subject = from_here.find(|it| !tells(it) && !is_taken(it)).cloned();
        out.push(message(edition, *after, next_weekday(days_later(choice.day, *after)), subject, &chosen));
    }
    out
}

fn after_in_words(after: u32, edition: &Edition) -> String {
    let words = &edition.language.phrases.followup;
    if after == 1 { words.after_day.to_owned() } else { fill(words.after_days, &[("n", &after.to_string())]) }
}

/// Cards for beliefs, or any where those are too few; from the whole course on each day, and others on the next.
fn chosen(cards: &[Flashcard], idx: usize) -> Vec<&Flashcard> {
    let beliefs: Vec<&Flashcard> = cards.iter().filter(|it| it.said.is_some()).collect();
    let cards = if beliefs.len() < QUESTIONS { cards.iter().collect() } else { beliefs };
    let n_chosen = QUESTIONS.min(cards.len());
    let stride = (cards.len() / QUESTIONS).max(1);
    (0..n_chosen).map(|it| cards[(idx + it * stride) % cards.len()]).collect()
}

/// What is so, in the order it is taught from the end, so that a subject does not tell the first answers.
fn subjects(edition: &Edition, choice: &Choice) -> Vec<String> {
    let mut out = Vec::new();
    for module in &edition.modules {
        let mut writer = Writer::new(edition, module, choice, View::Followup);
        for belief in module.sections.iter().filter(|it| matches!(it.role, Role::Belief(_))) {
            out.extend(realities(&mut writer, &belief.id).first().map(|it| plain_text(it)));
        }
    }
    out.reverse();
    out
}

fn message(edition: &Edition, after: u32, day: Day, subject: Option<String>, cards: &[&Flashcard]) -> Message {
    let words = &edition.language.phrases.followup;
    let has_pledge = edition.modules.iter().flat_map(|it| &it.sections).any(|it| it.role == Role::Commitment);
    let mut closing = Vec::new();
    if has_pledge && after >= PLEDGE_FROM {
        closing.push(words.pledge.to_owned());
    }
    if edition.followup.iter().max() == Some(&after) {
        closing.extend(delayed_quiz(edition));
    }
    Message {
        after,
        day,
        subject: subject.unwrap_or_else(|| format!("{}: {}", after_in_words(after, edition), edition.title)),
        opening: vec![words.greeting.to_owned(), words.recall.to_owned()],
        questions: cards.iter().map(|it| asked(it, edition)).collect(),
        answers: cards.iter().map(|it| answered(it)).collect(),
        closing,
    }
}

/// Where the quizzes are that are taken later, if it is known where the pages are published.
fn delayed_quiz(edition: &Edition) -> Option<String> {
    let base = edition.base_url.as_deref()?.trim_end_matches('/');
    let has_delayed = |quiz: &crate::curriculum::Quiz| quiz.questions.iter().any(|it| it.item.uses.contains(&Use::Delayed));
    edition.modules.iter().any(|it| it.quiz.as_ref().is_some_and(has_delayed)).then(|| {
        let course = paths::of_course(Shelf::Open, edition, "index");
        format!("{} {base}/{course}.html", edition.language.phrases.followup.delayed_quiz)
    })
}

fn asked(card: &Flashcard, edition: &Edition) -> String {
    let quotes = edition.language.quotes;
    let mut out = match &card.said {
        Some(said) => format!("{}{}{} {}", quotes.open, plain_text(said), quotes.close, plain_text(&card.question)),
        None => plain_text(&card.question),
    };
    for (idx, option) in card.options.iter().enumerate() {
        out.push_str(&format!("\n   {}. {}", letter(idx), plain_text(option)));
    }
    out
}

fn answered(card: &Flashcard) -> String {
    let answer = plain_text(&card.answer);
    let mut out = answer.trim_end().to_owned();
    for reason in &card.reasons {
        if !out.ends_with(['.', '!', '?', '…', '”']) {
            out.push('.');
        }
        out.push(' ');
        out.push_str(plain_text(reason).trim());
    }
    out
}
