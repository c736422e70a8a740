//! What the key holds besides the answers: how points are given, a form to count on, and which belief survived.

use super::question;
use super::writer::Writer;
use crate::curriculum::{Question, Quiz};
use crate::document::{Alignment, Block, Inline, Inlines, Table, Worksheet};
use crate::item::{Response, Use, option_letter};
use crate::locale::{Language, fill, format_number};

/// How points are given on one paper, with the points that pass; before a course there is nothing to pass.
pub(super) fn scheme(asked: &[&Question], mode: Use, pass: u32, language: &Language) -> Option<Vec<Block>> {
    let words = &language.phrases.paper;
    let mut rows = Vec::new();
    let mut total = 0;
    for (question_idx, question) in asked.iter().enumerate() {
        total += question.item.points;
        let points = if question.item.points == 0 { "–".to_owned() } else { question.item.points.to_string() };
        let rule = if question.item.points == 0 { words.not_scored_here } else { rule(&question.item.response, language) };
        rows.push(vec![number(question_idx, language), text(&points), text(rule)]);
    }
    if total == 0 {
        return None;
    }
    rows.push(vec![text(language.phrases.agenda.total), text(&total.to_string()), Inlines::new()]);
    // Parts of points are given, so that the mark is told in tenths.
    let needed = f64::from((total * pass).div_ceil(10)) / 10.0;
    let percent = format!("{pass}{}%", language.before_percent);
    let lead =
        fill(words.pass_points, &[("n", &format_number(needed, language)), ("total", &total.to_string()), ("share", &percent)]);
    let header = vec![text(words.question_word), text(words.points_given), text(words.how_marked)];
    let alignments = vec![Alignment::Start, Alignment::End, Alignment::Start];
    let table = Table { caption: Some(text(words.marking)), alignments, header, rows, row_headings: true };
    let lead = (mode != Use::Pre).then(|| Block::from(lead.as_str()));
    Some(std::iter::once(Block::Table(table)).chain(lead).collect())
}

/// How an answer is worth its points. The quiz that answers reckons the same way.
fn rule<Text>(response: &Response<Text>, language: &Language) -> &'static str {
    let words = &language.phrases.paper;
    match response {
        Response::Choice { .. } => words.mark_one,
        Response::Choices { .. } => words.mark_several,
        Response::Number { .. } => words.mark_number,
        Response::Order { .. } | Response::Match { .. } | Response::Cloze { .. } => words.mark_parts,
        Response::Short => words.mark_short,
        Response::Open { .. } | Response::Scale { .. } => words.not_scored_here,
    }
}

/// A form to count papers on: for each question its options, how many were right, how many certain and wrong.
pub(super) fn tally(asked: &[&Question], mode: Use, confidence: bool, language: &Language) -> Option<Block> {
    let words = &language.phrases.paper;
    let most = asked.iter().map(|it| options(it)).max().unwrap_or(0);
    let scored: Vec<usize> = (0..asked.len()).filter(|it| asked[*it].item.points > 0).collect();
    if scored.is_empty() {
        return None;
    }
    let mut columns: Vec<Inlines> = (0..most).map(|it| text(&option_letter(it))).collect();
    columns.push(text(words.number_right));
    if confidence {
        columns.push(text(language.phrases.quiz.certain_and_wrong));
    }
    let rows = scored.into_iter().map(|it| number(it, language)).collect();
    let title = text(&format!("{}: {}", words.tally, question::when(mode, language).to_lowercase()));
    Some(Block::Worksheet(Worksheet::Table { title: Some(title), columns, rows }))
}

fn options(question: &Question) -> usize {
    match &question.item.response {
        Response::Choice { options } | Response::Choices { options } => options.len(),
        _ => 0,
    }
}

/// A sheet that turns two counts into what became of each belief; none without a belief that both papers ask for.
pub(super) fn survival<'a>(writer: &mut Writer<'a>, quiz: &'a Quiz) -> Option<Vec<Block>> {
    let language = writer.edition.language;
    let words = &language.phrases.paper;
    let mut modes = question::modes(writer.module).into_iter().map(|(mode, _)| mode);
    let (before, after) = (modes.next()?, modes.next()?);
    let mut rows = Vec::new();
    for module in &writer.edition.modules {
        for belief in &module.misconceptions {
            let [first, second] = [before, after].map(|it| places(writer, quiz, it, &belief.id));
            if first.is_empty() || second.is_empty() {
                continue;
            }
            let mut row = writer.title(&belief.text);
            for (mode, places) in [(before, first), (after, second)] {
                row.push(Inline::LineBreak);
                let places = format!("{}: {}", question::when(mode, language), places.join(", "));
                row.push(Inline::Emphasis(text(&places)));
            }
            rows.push(row);
        }
    }
    if rows.is_empty() {
        return None;
    }
    let [before, after] = [before, after].map(|it| question::when(it, language));
    let papers = [before, after].map(|it| (text(&format!("{}: {}", words.papers, it.to_lowercase())), 1)).to_vec();
    let ticks = [before, after].map(|it| text(&format!("{}: {}", words.ticks, it.to_lowercase())));
    let shares = [before, after].map(|it| text(&format!("{}: {}", words.share, it.to_lowercase())));
    let columns = [ticks.as_slice(), &shares, &[text(words.verdict)]].concat();
    Some(vec![
        Block::from(words.survival_lead),
        Block::Worksheet(Worksheet::Fields { title: None, fields: papers }),
        Block::Worksheet(Worksheet::Table { title: None, columns, rows }),
    ])
}

/// Where on a paper an answer speaks for a belief: "2 B".
fn places(writer: &Writer<'_>, quiz: &Quiz, mode: Use, belief: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (question_idx, question) in question::asked(writer.module, mode).into_iter().enumerate() {
        let Some(answer) = quiz.key.get(&question.item.id) else { continue };
        for (option_idx, of_option) in answer.misconceptions.iter().enumerate() {
            if of_option.as_deref() == Some(belief) {
                out.push(format!("{}\u{a0}{}", question_idx + 1, option_letter(option_idx)));
            }
        }
    }
    out
}

fn number(question_idx: usize, language: &Language) -> Inlines {
    text(&fill(language.phrases.paper.question, &[("n", &(question_idx + 1).to_string())]))
}

fn text(text: &str) -> Inlines {
    if text.is_empty() { Inlines::new() } else { vec![Inline::Text(text.to_owned())] }
}
