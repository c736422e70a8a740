//! Rules about questions: that they ask what they mean to ask, and that nothing but knowledge leads to the answer.

use super::passage::Passage;
use super::phrase::Wording;
use super::ranges::{Reach, reach};
use super::rule::Subject;
use crate::curriculum::{Module, Question};
use crate::diagnostic::fault::{
    ABOUT_OPTIONS, ANSWER_IN_PLACE, LONGEST_ANSWER, NEGATIVE_QUESTION, NOT_VOTED_ON, OVERLAPPING_OPTIONS, SILENT_DISTRACTOR,
};
use crate::diagnostic::{Diagnostics, Fault};
use crate::item::{Answer, Response, Solution, Use};
use crate::locale::Lexicon;
use crate::prose::{Inline, plain_text};
use crate::source::Span;

/// With fewer questions the right answers' length or place is chance.
const LEAST_LONG: usize = 3;
const LEAST_IN_PLACE: usize = 4;

/// A question with options, and what is right.
struct Choosing<'m> {
    question: &'m Question,
    options: &'m [Vec<Inline>],
    answer: &'m Answer<Vec<Inline>>,
    right: Vec<usize>,
}

/// The questions of a module with options of the author's own.
fn choosing(module: &Module) -> impl Iterator<Item = Choosing<'_>> {
    module.quiz.iter().flat_map(|quiz| {
        quiz.questions.iter().filter(|it| it.item.kind != "truth").filter_map(|question| {
            let (Response::Choice { options } | Response::Choices { options }) = &question.item.response else { return None };
            let answer = quiz.key.get(&question.item.id)?;
            let right = match &answer.solution {
                Solution::Choice(right) => vec![*right],
                Solution::Choices(right) => right.clone(),
                _ => return None,
            };
            Some(Choosing { question, options, answer, right })
        })
    })
}

/// Those with one right option among at least three.
fn singles(module: &Module) -> Vec<Choosing<'_>> {
    choosing(module).filter(|it| it.right.len() == 1 && it.options.len() > 2 && it.question.item.kind == "single").collect()
}

/// The right answer is not always the longest.
pub fn longest(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        let singles = singles(module);
        let is_longest = |it: &Choosing<'_>| {
            let length = |option: &[Inline]| plain_text(option).chars().count();
            let right = length(&it.options[it.right[0]]);
            it.options.iter().enumerate().all(|(idx, option)| idx == it.right[0] || length(option) < right)
        };
        if singles.len() >= LEAST_LONG && singles.iter().all(is_longest) {
            tell_pattern(&LONGEST_ANSWER, &singles, &singles.len().to_string(), diagnostics);
        }
    }
}

/// The right answer is not always in the same place.
pub fn places(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        let singles = singles(module);
        let Some(first) = singles.first() else { continue };
        if singles.len() >= LEAST_IN_PLACE && singles.iter().all(|it| it.right == first.right) {
            let letter = char::from(b'A' + u8::try_from(first.right[0] % 26).unwrap_or(0)).to_string();
            tell_pattern(&ANSWER_IN_PLACE, &singles, &letter, diagnostics);
        }
    }
}

/// One finding for the whole quiz, at the first right option, with the next ones beside it.
fn tell_pattern(fault: &'static Fault, singles: &[Choosing<'_>], argument: &str, diagnostics: &mut Diagnostics) {
    let mut spans = singles.iter().filter_map(|it| span_of(&it.options[it.right[0]]));
    let finding = diagnostics.report(fault, spans.next(), &[argument]);
    for span in spans.take(3) {
        finding.relate(span, "here too", "här också");
    }
}

/// A wrong option says why it is tempting, or which misconception it stands for.
pub fn distractors(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for module in &subject.edition.modules {
        for it in choosing(module).filter(|it| it.question.item.points > 0) {
            for (idx, option) in it.options.iter().enumerate().filter(|(idx, _)| !it.right.contains(idx)) {
                let has_why = it.answer.why_option.get(idx).is_some_and(Option::is_some);
                let has_misconception = it.answer.misconceptions.get(idx).is_some_and(Option::is_some);
                if !has_why && !has_misconception {
                    diagnostics.report(&SILENT_DISTRACTOR, span_of(option).or(Some(it.question.span)), &[&plain_text(option)]);
                }
            }
        }
    }
}

/// What is to be voted on in the room has one right answer among several.
pub fn not_voted(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    for quiz in subject.edition.modules.iter().filter_map(|it| it.quiz.as_ref()) {
        let voted: Vec<&Question> = quiz.voted_on().collect();
        let meant = quiz.questions.iter().filter(|it| it.item.uses.contains(&Use::Concept));
        for question in meant.filter(|it| !voted.contains(it)) {
            diagnostics.report(&NOT_VOTED_ON, question.span, &[&question.item.id.0, question.item.kind]);
        }
    }
}

/// A question with options does not ask for what is not so; where it must, the word stands out.
pub fn negative(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let lexicon = &subject.edition.language.lexicon;
    for module in &subject.edition.modules {
        for it in choosing(module) {
            let passage = Passage::of(&it.question.item.question);
            // What is asked stands last; what comes before tells the case.
            let Some(asked) = passage.sentences().pop() else { continue };
            let wording = Wording::of(&passage, asked);
            let Some(idx) = negation(&wording, lexicon) else { continue };
            let word = wording.range(idx..idx + 1);
            if !passage.is_emphasised(&word) {
                let span = passage.span(word.clone(), &diagnostics.sources);
                diagnostics.report(&NEGATIVE_QUESTION, span, &[&passage.text[word]]);
            }
        }
    }
}

/// The word that negates a question: in the clause that asks, not in one that hangs on it.
fn negation(wording: &Wording, lexicon: &Lexicon) -> Option<usize> {
    let is = |words: &[&str], idx: usize| words.contains(&wording.words[idx].as_str());
    let start = (0..wording.words.len()).find(|it| is(lexicon.question_words, *it))?;
    let own = (start + 1..wording.words.len()).take_while(|it| !is(lexicon.subordinators, *it));
    own.into_iter().find(|it| is(lexicon.negations, *it))
}

/// An option stands for itself, not for the others: they may be put in another order.
pub fn about_options(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let lexicon = &subject.edition.language.lexicon;
    for module in &subject.edition.modules {
        for it in choosing(module) {
            for option in it.options {
                let text = plain_text(option);
                let words = text.trim().trim_end_matches('.').to_lowercase();
                if lexicon.about_options.contains(&words.as_str()) {
                    diagnostics.report(&ABOUT_OPTIONS, span_of(option), &[text.trim()]);
                }
            }
        }
    }
}

/// Of ranges to choose one from, no number lies in two.
pub fn overlaps(subject: Subject<'_>, diagnostics: &mut Diagnostics) {
    let lexicon = &subject.edition.language.lexicon;
    for module in &subject.edition.modules {
        for it in choosing(module).filter(|it| it.question.item.kind == "single") {
            let reaches: Vec<Option<Reach>> = it.options.iter().map(|option| reach(&plain_text(option), lexicon)).collect();
            let pairs = (0..reaches.len()).flat_map(|second| (0..second).map(move |first| (first, second)));
            let meeting = pairs.filter_map(|(first, second)| {
                let (one, other) = (reaches[first].as_ref()?, reaches[second].as_ref()?);
                one.meets(other).then_some((first, second))
            });
            if let Some((first, second)) = meeting.into_iter().next() {
                let (one, other) = (plain_text(&it.options[first]), plain_text(&it.options[second]));
                let finding = diagnostics.report(&OVERLAPPING_OPTIONS, span_of(&it.options[second]), &[&one, &other]);
                if let Some(span) = span_of(&it.options[first]) {
                    finding.relate(span, "the other one", "det andra");
                }
            }
        }
    }
}

/// Where an option stands.
fn span_of(option: &[Inline]) -> Option<Span> {
    Passage::of(option).whole()
}
