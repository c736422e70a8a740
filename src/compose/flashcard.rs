//! Questions to recall by: misconceptions first, then the other claims, questions whose wrong answers stand for a
//! misconception, and figures.

use std::collections::BTreeSet;

use super::block::is_key_message;
use super::choice::Choice;
use super::claim;
use super::evidence;
use super::view::View;
use super::writer::Writer;
use crate::curriculum::{BlockKind, Edition, Fact, FactId, Misconception, Module, Question, Quiz, Role, Section};
use crate::document::{Flashcard, Inline, Inlines, plain_text};
use crate::item::{Answer, Response, Solution};
use crate::locale::{Language, Unit, format_number};
use crate::prose::{self, FactField, InlineKind};

/// What stands where a figure is to be filled in.
const BLANK: &str = "______";

/// The cards of a course.
pub(super) fn flashcards(edition: &Edition, choice: &Choice) -> Vec<Flashcard> {
    let mut beliefs = Vec::new();
    let mut questions = Vec::new();
    let mut figures = Vec::new();
    let mut guessed = BTreeSet::new();
    for module in &edition.modules {
        let mut maker = Maker { writer: Writer::new(edition, module, choice, View::Followup), edition, module };
        beliefs.extend(module.misconceptions.iter().filter_map(|it| maker.misconception(it)));
        beliefs.extend(module.sections.iter().filter_map(|it| maker.belief(it)));
        questions.extend(
            module
                .quiz
                .iter()
                .flat_map(|quiz| quiz.questions.iter().map(move |it| (quiz, it)))
                .filter_map(|(quiz, it)| maker.question(quiz, it)),
        );
        for section in &module.sections {
            if let Role::Guess(id) = &section.role
                && guessed.insert(id.value.clone())
            {
                figures.extend(maker.guess(section, &id.value));
            }
        }
    }
    figures.extend(edition.facts.values().filter(|it| !guessed.contains(&it.id)).filter_map(|it| figure(edition, it)));
    beliefs.into_iter().chain(questions).chain(figures).collect()
}

/// What a module says is so of a claim: the key messages of the sections on it, and their headings where there is none.
pub(super) fn realities<'a>(writer: &mut Writer<'a>, belief: &str) -> Vec<Inlines> {
    let module = writer.module;
    let arc = claim::arc(&module.sections, |_| false);
    let about = module.sections.iter().zip(arc).filter(|(section, place)| {
        section.role == Role::Reality && place.is_some_and(|it| it.belief.id == belief) && !section.title.is_empty()
    });
    about.map(|(section, _)| key_sentence(writer, section).unwrap_or_else(|| writer.title(&section.title))).collect()
}

/// A section's key message with its full stop, which may stand behind a citation.
pub(super) fn key_sentence<'a>(writer: &mut Writer<'a>, section: &'a Section) -> Option<Inlines> {
    let mut sentence = writer.title(key_message(section)?);
    if plain_text(&sentence).ends_with(char::is_alphanumeric) {
        sentence.push(Inline::Text(".".to_owned()));
    }
    Some(sentence)
}

/// A section's first key message, if it says something without a figure, which would need its caveat beside it.
fn key_message(section: &Section) -> Option<&[prose::Inline]> {
    section.blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Prose(prose::BlockKind::Paragraph(inlines)) if is_key_message(inlines) && !has_figure(inlines) => {
            inlines.iter().find_map(|it| match &it.kind {
                InlineKind::Strong(children) => Some(children.as_slice()),
                _ => None,
            })
        }
        _ => None,
    })
}

fn has_figure(inlines: &[prose::Inline]) -> bool {
    inlines.iter().any(|it| match &it.kind {
        InlineKind::Fact { .. } => true,
        InlineKind::Strong(children) | InlineKind::Emphasis(children) => has_figure(children),
        _ => false,
    })
}

/// Makes the cards of a module.
struct Maker<'a> {
    writer: Writer<'a>,
    edition: &'a Edition,
    module: &'a Module,
}

impl<'a> Maker<'a> {
    fn card(&self, kind: &str, name: &str, id: &str) -> Flashcard {
        let (edition, module) = (self.edition, self.module);
        Flashcard { topic: module.slug.clone(), ..empty(edition, kind, &format!("{}-{name}-{id}", module.slug)) }
    }

    fn misconception(&mut self, misconception: &'a Misconception) -> Option<Flashcard> {
        let belief = misconception.belief.as_ref().map(|it| it.value.as_str());
        let feedback = self.feedback(&misconception.id);
        let first = self.module.misconceptions.iter().find(|it| it.belief.as_ref().map(|it| it.value.as_str()) == belief);
        // The heading on what is so answers the claim itself; other beliefs behind it are answered by the quiz alone.
        let heading = match belief {
            Some(belief) if feedback.is_none() || first.is_some_and(|it| it.id == misconception.id) => {
                realities(&mut self.writer, belief).into_iter().next()
            }
            _ => None,
        };
        let mut answers = heading.into_iter().chain(feedback);
        let answer = answers.next()?;
        let phrases = &self.edition.language.phrases;
        Some(Flashcard {
            said: Some(self.writer.title(&misconception.text)),
            question: words(phrases.followup.how_is_it),
            answer,
            reasons: answers.collect(),
            ..self.card(phrases.roles.misconception, "m", &misconception.id)
        })
    }

    /// What the quiz says to the first wrong answer that stands for a misconception.
    fn feedback(&mut self, id: &str) -> Option<Inlines> {
        let asked = self.module.quiz.iter().flat_map(|quiz| quiz.questions.iter().map(move |it| (quiz, it)));
        let answers = asked.filter_map(|(quiz, it)| quiz.key.get(&it.item.id));
        let reasons = answers.flat_map(|it| it.misconceptions.iter().zip(&it.why_option));
        let why = reasons.filter(|(of, _)| of.as_deref() == Some(id)).find_map(|(_, why)| why.as_deref())?;
        Some(self.text(why))
    }

    /// A claim that no misconception names.
    fn belief(&mut self, section: &'a Section) -> Option<Flashcard> {
        let Role::Belief(ballot) = &section.role else { return None };
        let is_named =
            self.module.misconceptions.iter().any(|it| it.belief.as_ref().is_some_and(|belief| belief.value == section.id));
        if is_named || !ballot.options.is_empty() {
            return None;
        }
        let mut answers = realities(&mut self.writer, &section.id).into_iter();
        let answer = answers.next()?;
        let phrases = &self.edition.language.phrases;
        Some(Flashcard {
            said: Some(self.writer.title(&section.title)),
            question: words(phrases.followup.is_it_so),
            answer,
            reasons: answers.take(1).collect(),
            ..self.card(phrases.followup.claim, "b", &section.id)
        })
    }

    /// A question whose wrong answers stand for a misconception.
    fn question(&mut self, quiz: &'a Quiz, question: &'a Question) -> Option<Flashcard> {
        let key = quiz.key.get(&question.item.id)?;
        if !key.misconceptions.iter().any(Option::is_some) {
            return None;
        }
        let options = match &question.item.response {
            Response::Choice { options } | Response::Choices { options } => options.as_slice(),
            _ => return None,
        };
        let right: Vec<usize> = match &key.solution {
            Solution::Choice(right) => vec![*right],
            Solution::Choices(right) => right.clone(),
            _ => return None,
        };
        let mut answer = Inlines::new();
        for (position, idx) in right.iter().filter(|it| **it < options.len()).enumerate() {
            if position > 0 {
                answer.push(Inline::Text(" · ".to_owned()));
            }
            answer.push(Inline::Text(format!("{}. ", letter(*idx))));
            answer.extend(self.writer.title(&options[*idx]));
        }
        let reasons = self.reasons(key, &right);
        Some(Flashcard {
            question: self.text(&question.item.question),
            options: options.iter().map(|it| self.writer.title(it)).collect(),
            answer,
            reasons,
            ..self.card(self.edition.language.phrases.followup.question, "q", &question.item.id.0)
        })
    }

    /// Why the right answers are right: each for itself under its letter, where there are several.
    fn reasons(&mut self, key: &'a Answer<Vec<prose::Inline>>, right: &[usize]) -> Vec<Inlines> {
        let own = right.iter().filter_map(|it| Some((*it, key.why_option.get(*it)?.as_deref()?)));
        let mut out = Vec::new();
        for (idx, why) in own {
            let mut reason = if right.len() > 1 { words(&format!("{}. ", letter(idx))) } else { Inlines::new() };
            reason.extend(self.text(why));
            out.push(reason);
        }
        if out.is_empty() { key.why.as_deref().map(|it| self.text(it)).into_iter().collect() } else { out }
    }

    /// A figure that the course lets everybody guess: its statement with a gap. A slide's title alone asks nothing that can be
    /// answered; where the statement does not hold the figure, it is joined by what the figure is a share of.
    fn guess(&mut self, section: &'a Section, id: &FactId) -> Option<Flashcard> {
        let fact = self.edition.facts.get(id)?;
        let language = self.edition.language;
        let card = self.card(language.phrases.followup.figure, "f", &id.0);
        if let Some(question) = blanked(fact, language) {
            return Some(told(self.edition, fact, Flashcard { question: words(&question), ..card }));
        }
        let of = fact.amount.as_ref().and_then(|it| it.of.as_ref())?;
        let mut question = self.writer.title(&section.title);
        question.push(Inline::Text(format!(" ({BLANK} {} {of})", language.phrases.evidence.of)));
        Some(told(self.edition, fact, Flashcard { question, ..card }))
    }

    /// Running text without marks, with the caveats of the figures in it.
    fn text(&mut self, text: &'a [prose::Inline]) -> Inlines {
        self.writer.take_used();
        let mut out = self.writer.title(text);
        for id in self.writer.take_used().facts {
            if let Some(caveat) = self.edition.facts.get(&id).and_then(|it| it.caveat.as_ref()) {
                out.push(Inline::Text(" ".to_owned()));
                out.push(Inline::Emphasis(words(caveat)));
            }
        }
        out
    }
}

/// A card for a figure that nobody guessed.
fn figure(edition: &Edition, fact: &Fact) -> Option<Flashcard> {
    let question = words(&blanked(fact, edition.language)?);
    let card = empty(edition, edition.language.phrases.followup.figure, &format!("f-{}", fact.id.0));
    Some(told(edition, fact, Flashcard { question, ..card }))
}

/// A fact's statement with its figure left out, or both ends of its range; none where the statement does not hold them.
fn blanked(fact: &Fact, language: &Language) -> Option<String> {
    let amount = fact.amount.as_ref()?;
    let number = |value: f64| format_number(value, language);
    match (amount.point, amount.low, amount.high) {
        (Some(point), ..) => without(&fact.statement, &number(point), &amount.unit),
        (None, Some(low), Some(high)) => {
            let range = format!("{}–{}", number(low), number(high));
            without(&fact.statement, &range, &amount.unit)
                .or_else(|| without(&without(&fact.statement, &number(low), &Unit::None)?, &number(high), &amount.unit))
        }
        (None, ..) => None,
    }
}

/// A text without a number in it, and without the sign for per cent after it.
fn without(text: &str, number: &str, unit: &Unit) -> Option<String> {
    let start = number_at(text, number)?;
    let mut rest = &text[start + number.len()..];
    if *unit == Unit::Percent {
        rest = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).strip_prefix('%').unwrap_or(rest);
    }
    Some(format!("{}{BLANK}{rest}", &text[..start]))
}

/// Where a number stands as a number of its own.
fn number_at(text: &str, number: &str) -> Option<usize> {
    let of_number = |it: char| it.is_ascii_digit() || matches!(it, ',' | '.');
    text.match_indices(number).map(|(start, _)| start).find(|start| {
        let after = &text[start + number.len()..];
        let goes_on = after.starts_with(|it: char| it.is_ascii_digit())
            || (after.starts_with([',', '.']) && after[1..].starts_with(|it: char| it.is_ascii_digit()));
        !text[..*start].ends_with(of_number) && !goes_on
    })
}

/// A card with a fact as its answer.
fn told(edition: &Edition, fact: &Fact, card: Flashcard) -> Flashcard {
    let mut reasons = vec![words(&fact.statement)];
    if let Some(caveat) = &fact.caveat {
        reasons.push(vec![Inline::Emphasis(words(caveat))]);
    }
    Flashcard { answer: words(&evidence::figure(fact, FactField::Value, edition.language)), reasons, ..card }
}

/// A card with nothing on it yet.
fn empty(edition: &Edition, kind: &str, id: &str) -> Flashcard {
    Flashcard {
        id: format!("{}-{}-{id}", edition.slug, edition.language.tag),
        kind: kind.to_owned(),
        topic: edition.slug.clone(),
        said: None,
        question: Inlines::new(),
        options: Vec::new(),
        answer: Inlines::new(),
        reasons: Vec::new(),
    }
}

/// The letter of an option.
pub(super) fn letter(idx: usize) -> char {
    char::from_u32('A' as u32 + u32::try_from(idx).unwrap_or_default()).unwrap_or('?')
}

fn words(text: &str) -> Inlines {
    vec![Inline::Text(text.to_owned())]
}
