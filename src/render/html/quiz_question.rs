//! A question as HTML: a group of native controls under its legend, readable without a script.
//!
//! The script finds a question by `question-N`, and its controls by `answer-N` and `sure-N`.

use super::context::Context;
use super::escape::{escaped, push_escaped};
use super::inline::write_inlines;
use crate::document::{Inline, Inlines, Scoring, plain_text};
use crate::item::{Item, Response};
use crate::locale::{Language, Unit, fill};

/// Appends a question with its number, from 1. `confidence` is there if it also asks how sure one is, and says what for.
pub(super) fn write_question(
    out: &mut String,
    number: usize,
    item: &Item<Inlines>,
    confidence: Option<Scoring>,
    context: &Context<'_>,
) {
    let words = &context.language.phrases.quiz;
    let scored = is_scored(item);
    out.push_str(&format!("<fieldset class=\"quiz-question\" id=\"question-{number}\" data-question=\""));
    push_escaped(out, &item.id.0);
    out.push_str("\">\n<legend><h2 class=\"quiz-question-title\"><span class=\"quiz-question-number\">");
    out.push_str(&fill(words.question, &[("n", &number.to_string())]));
    out.push_str("</span> ");
    write_title(out, item, context);
    out.push_str("</h2></legend>\n");
    write_instruction(out, item, confidence, context.language);
    write_response(out, number, item, context);
    if let Some(hint) = &item.hint {
        out.push_str(&format!("<p class=\"quiz-question-hint\" id=\"hint-{number}\"><strong>{}:</strong> ", words.hint));
        write_inlines(out, hint, context);
        out.push_str("</p>\n");
    }
    if let Some(scoring) = confidence.filter(|_| scored) {
        write_confidence(out, number, item.points, scoring, context.language);
    }
    out.push_str("</fieldset>\n");
}

/// What to do, and for how many points; where certainty counts, its levels tell that.
fn write_instruction(out: &mut String, item: &Item<Inlines>, confidence: Option<Scoring>, language: &Language) {
    let words = &language.phrases.quiz;
    let points = match (is_scored(item), item.points) {
        (false, _) => Some(words.not_scored.to_owned()),
        (true, _) if confidence == Some(Scoring::Certainty) => None,
        (true, 1) => Some(words.one_point.to_owned()),
        (true, n) => Some(fill(words.points, &[("n", &n.to_string())])),
    };
    let how = (!asks_by_instruction(item)).then(|| how(item, language).to_owned());
    let parts: Vec<String> = how.into_iter().chain(points).collect();
    if !parts.is_empty() {
        out.push_str(&format!("<p class=\"quiz-question-how\">{}</p>\n", parts.join(" · ")));
    }
}

fn is_scored(item: &Item<Inlines>) -> bool {
    item.points > 0 && !matches!(item.response, Response::Open { .. } | Response::Scale { .. })
}

/// A claim is set as what people say. A cloze whose text is its question is asked by its instruction alone.
fn write_title(out: &mut String, item: &Item<Inlines>, context: &Context<'_>) {
    if asks_by_instruction(item) {
        out.push_str("<span class=\"quiz-question-text\">");
        out.push_str(how(item, context.language));
        out.push_str("</span>");
    } else if item.kind == "truth" {
        let quotes = context.language.quotes;
        out.push_str("<span class=\"quiz-question-text quiz-question-claim\">");
        out.push_str(&format!("<span class=\"quote-open\">{}</span>", quotes.open));
        write_inlines(out, &item.question, context);
        out.push_str(&format!("{}</span>", quotes.close));
    } else {
        out.push_str("<span class=\"quiz-question-text\">");
        write_inlines(out, &item.question, context);
        out.push_str("</span>");
    }
}

fn asks_by_instruction(item: &Item<Inlines>) -> bool {
    item.question.is_empty() || (matches!(item.response, Response::Cloze { .. }) && has_gap(&item.question))
}

fn has_gap(inlines: &[Inline]) -> bool {
    inlines.iter().any(|it| match it {
        Inline::Gap { .. } => true,
        Inline::Emphasis(children) | Inline::Strong(children) | Inline::Strike(children) => has_gap(children),
        Inline::Link { children, .. } => has_gap(children),
        Inline::Text(_)
        | Inline::Code(_)
        | Inline::Math { .. }
        | Inline::Image(_)
        | Inline::Figure { .. }
        | Inline::Cite { .. }
        | Inline::FootnoteMark(_)
        | Inline::LineBreak
        | Inline::Html(_) => false,
    })
}

/// What to do, in words.
fn how(item: &Item<Inlines>, language: &Language) -> &'static str {
    let words = &language.phrases.quiz;
    match item.response {
        Response::Choice { .. } if item.kind == "truth" => words.true_or_false,
        Response::Choice { .. } => words.choose_one,
        Response::Choices { .. } => words.choose_any,
        Response::Number { .. } => words.write_number,
        Response::Order { .. } => words.put_in_order,
        Response::Match { .. } => words.match_each,
        Response::Cloze { .. } => words.fill_gaps,
        Response::Short => words.write_short,
        Response::Open { .. } => words.write_open,
        Response::Scale { .. } => words.choose_step,
    }
}

fn write_response(out: &mut String, number: usize, item: &Item<Inlines>, context: &Context<'_>) {
    match &item.response {
        Response::Choice { options } => write_options(out, number, "radio", options, context),
        Response::Choices { options } => write_options(out, number, "checkbox", options, context),
        Response::Number { unit } => write_number(out, number, unit, context.language),
        Response::Order { items } => write_order(out, items, context),
        Response::Match { left, right } => write_match(out, number, left, right, context),
        Response::Cloze { pieces, widths } => write_cloze(out, number, pieces, widths, context),
        Response::Short => write_short(out, number, context.language),
        Response::Open { lines } => write_open(out, number, *lines, context.language),
        Response::Scale { low, high, steps } => write_scale(out, number, (low, high), *steps, context),
    }
}

fn write_options(out: &mut String, number: usize, input: &str, options: &[Inlines], context: &Context<'_>) {
    out.push_str("<ul class=\"quiz-options\">\n");
    for (idx, option) in options.iter().enumerate() {
        out.push_str(&format!(
            "<li class=\"quiz-option\"><label><input type=\"{input}\" name=\"answer-{number}\" value=\"{idx}\"> \
             <span class=\"quiz-option-text\">"
        ));
        write_inlines(out, option, context);
        out.push_str("</span></label></li>\n");
    }
    out.push_str("</ul>\n");
}

fn write_number(out: &mut String, number: usize, unit: &Unit, language: &Language) {
    let unit = match unit {
        Unit::None => String::new(),
        Unit::Percent => "%".to_owned(),
        Unit::Currency(word) | Unit::Word(word) => escaped(word),
    };
    let label = language.phrases.quiz.your_answer;
    out.push_str(&format!(
        "<p class=\"write\"><label for=\"answer-{number}\">{label}</label> <span class=\"write-field\"><input type=\"text\" \
         id=\"answer-{number}\" name=\"answer-{number}\" inputmode=\"decimal\" autocomplete=\"off\" size=\"8\""
    ));
    if !unit.is_empty() {
        out.push_str(&format!(" aria-describedby=\"unit-{number}\"> <span id=\"unit-{number}\">{unit}</span"));
    }
    out.push_str("></span></p>\n");
}

/// The script gives each item its two buttons.
fn write_order(out: &mut String, items: &[Inlines], context: &Context<'_>) {
    out.push_str("<ol class=\"quiz-order\">\n");
    for (idx, item) in items.iter().enumerate() {
        out.push_str(&format!("<li class=\"quiz-order-item\" data-item=\"{idx}\"><span class=\"quiz-order-text\">"));
        write_inlines(out, item, context);
        out.push_str("</span></li>\n");
    }
    out.push_str("</ol>\n");
}

fn write_match(out: &mut String, number: usize, left: &[Inlines], right: &[Inlines], context: &Context<'_>) {
    out.push_str("<ul class=\"quiz-pairs\">\n");
    for (idx, text) in left.iter().enumerate() {
        let id = format!("answer-{number}-{}", idx + 1);
        out.push_str(&format!("<li class=\"quiz-pair\"><label for=\"{id}\">"));
        write_inlines(out, text, context);
        out.push_str(&format!("</label> <select id=\"{id}\" name=\"{id}\" autocomplete=\"off\">"));
        out.push_str(&format!("<option value=\"\">{}</option>", context.language.phrases.quiz.choose));
        for (place, choice) in right.iter().enumerate() {
            out.push_str(&format!("<option value=\"{place}\">{}</option>", escaped(&plain_text(choice))));
        }
        out.push_str("</select></li>\n");
    }
    out.push_str("</ul>\n");
}

fn write_cloze(out: &mut String, number: usize, pieces: &[Inlines], widths: &[usize], context: &Context<'_>) {
    let total = pieces.len().saturating_sub(1);
    out.push_str("<p class=\"quiz-cloze\">");
    for (idx, piece) in pieces.iter().enumerate() {
        if idx > 0 {
            let label = fill(context.language.phrases.quiz.gap_of, &[("n", &idx.to_string()), ("total", &total.to_string())]);
            let size = widths.get(idx - 1).copied().unwrap_or(12).clamp(4, 30);
            out.push_str(&format!(
                "<input type=\"text\" class=\"quiz-gap\" id=\"answer-{number}-{idx}\" name=\"answer-{number}-{idx}\" \
                 size=\"{size}\" autocomplete=\"off\" autocapitalize=\"none\" spellcheck=\"false\" aria-label=\"{label}\">"
            ));
        }
        write_inlines(out, piece, context);
    }
    out.push_str("</p>\n");
}

fn write_short(out: &mut String, number: usize, language: &Language) {
    out.push_str(&format!(
        "<p class=\"write\"><label for=\"answer-{number}\">{}</label> <input type=\"text\" id=\"answer-{number}\" \
         name=\"answer-{number}\" autocomplete=\"off\" autocapitalize=\"none\" spellcheck=\"false\" size=\"30\"></p>\n",
        language.phrases.quiz.your_answer
    ));
}

fn write_open(out: &mut String, number: usize, lines: u32, language: &Language) {
    out.push_str(&format!(
        "<p class=\"write\"><label for=\"answer-{number}\">{}</label> <textarea id=\"answer-{number}\" \
         name=\"answer-{number}\" autocomplete=\"off\" rows=\"{}\"></textarea></p>\n",
        language.phrases.quiz.your_answer,
        lines.clamp(2, 20)
    ));
}

fn write_scale(out: &mut String, number: usize, (low, high): (&Inlines, &Inlines), steps: u32, context: &Context<'_>) {
    out.push_str("<ul class=\"quiz-scale\">\n");
    for step in 1..=steps {
        out.push_str(&format!(
            "<li class=\"quiz-scale-step\"><label><input type=\"radio\" name=\"answer-{number}\" value=\"{step}\"> \
             <span class=\"quiz-scale-number\">{step}</span>"
        ));
        if let Some(end) = (step == 1).then_some(low).or_else(|| (step == steps).then_some(high)) {
            out.push_str(" <span class=\"quiz-scale-end\">");
            write_inlines(out, end, context);
            out.push_str("</span>");
        }
        out.push_str("</label></li>\n");
    }
    out.push_str("</ul>\n");
}

fn write_confidence(out: &mut String, number: usize, points: u32, scoring: Scoring, language: &Language) {
    let roles = &language.phrases.roles;
    let levels = [roles.guessing, roles.fairly_sure, roles.certain];
    out.push_str(&format!("<fieldset class=\"sure\">\n<legend>{}</legend>\n", roles.confidence));
    for (idx, level) in levels.iter().enumerate() {
        out.push_str(&format!(
            "<label class=\"sure-level\"><input type=\"radio\" name=\"sure-{number}\" value=\"{}\"> \
             <span>{level}",
            idx + 1
        ));
        if scoring == Scoring::Certainty {
            out.push_str(&format!(" <span class=\"stake\">({})</span>", stake(idx, points, language)));
        }
        out.push_str("</span></label>\n");
    }
    out.push_str("</fieldset>\n");
}

/// What an answer is worth at a level of certainty, from 0: Gardner-Medwin's marks, times the question's points.
fn stake(level: usize, points: u32, language: &Language) -> String {
    let (right, wrong) = [(1, 0), (2, 2), (3, 6)][level];
    let wrong = if wrong == 0 { "0".to_owned() } else { format!("\u{2212}{}", wrong * points) };
    fill(language.phrases.quiz.stake, &[("n", &format!("+{}", right * points)), ("m", &wrong)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::language;

    #[test]
    fn a_stake_grows_with_the_points() {
        let english = language("en").expect("English is there");
        assert_eq!(stake(0, 1, english), "right +1, wrong 0");
        assert_eq!(stake(2, 2, english), "right +6, wrong \u{2212}12");
    }

    #[test]
    fn a_gap_is_found_inside_emphasis() {
        let gap = Inline::Gap { filling: None, width: 8, hint: None };
        assert!(has_gap(&[Inline::Text("Kunden börjar med ".to_owned()), Inline::Strong(vec![gap])]));
        assert!(!has_gap(&[Inline::Text("Kunden börjar.".to_owned())]));
    }
}
