//! Questions on paper: numbered, options by letter, lines to answer on.

use super::context::Context;
use super::escape::escaped;
use super::form::{confidence_ticks, write_lines};
use super::inline::{gap_class, inlines};
use super::section::write_heading;
use crate::document::{Inlines, plain_text};
use crate::item::{Item, Response, option_letter};
use crate::locale::{Unit, fill};

/// Appends a question with room for its answer.
pub fn write_question(out: &mut String, number: usize, item: &Item<Inlines>, confidence: bool, level: u8, context: &Context<'_>) {
    let asked = if confidence { " question-confidence" } else { "" };
    out.push_str(&format!("<section class=\"question{asked}\" id=\"question-{number}\">\n"));
    write_question_title(out, Some(number), item, level, context);
    out.push_str("<div class=\"question-answer\">\n");
    if !plain_text(&item.question).trim().is_empty() {
        write_task(out, &item.response, context);
    }
    write_response(out, &item.response, context);
    if let Some(hint) = &item.hint {
        out.push_str(&format!(
            "<p class=\"question-hint\"><span class=\"label\">{}:</span> {}</p>\n",
            escaped(context.language.phrases.paper.tip),
            inlines(hint, context)
        ));
    }
    write_given(out, item, context);
    out.push_str("</div>\n");
    if confidence {
        let label = escaped(context.language.phrases.roles.confidence);
        out.push_str(&format!(
            "<div class=\"confidence\"><p class=\"label\">{label}</p><p class=\"confidence-ticks\">{}</p></div>\n",
            confidence_ticks(context)
        ));
    }
    out.push_str("</section>\n");
}

/// Whether the answer is drawn lines, which the points stand under as on a written exam.
fn is_on_lines(response: &Response<Inlines>) -> bool {
    matches!(response, Response::Short | Response::Open { .. })
}

/// Appends, under the lines, room for the points given.
fn write_given(out: &mut String, item: &Item<Inlines>, context: &Context<'_>) {
    if !is_on_lines(&item.response) {
        return;
    }
    let words = &context.language.phrases.paper;
    let given = match item.points {
        0 => escaped(words.not_scored_here),
        points => format!("{}: {} / {points}", escaped(words.points_given), blank(4, context)),
    };
    out.push_str(&format!("<p class=\"question-given\">{given}</p>\n"));
}

/// Appends the question as a heading, with its points where they do not stand under its lines; in the key one point goes without saying.
pub fn write_question_title(out: &mut String, number: Option<usize>, item: &Item<Inlines>, level: u8, context: &Context<'_>) {
    let shown = number.map(|it| format!("<span class=\"question-number\">{it}.</span> ")).unwrap_or_default();
    let words = context.language.phrases.paper;
    let points = match item.points {
        _ if number.is_some() && is_on_lines(&item.response) => String::new(),
        0 => format!(" <span class=\"question-points\">({})</span>", escaped(words.not_scored)),
        1 if number.is_none() => String::new(),
        1 => format!(" <span class=\"question-points\">({})</span>", escaped(context.language.phrases.quiz.one_point)),
        points => format!(" <span class=\"question-points\">({points} {})</span>", escaped(words.points)),
    };
    // A text with gaps can do without a question.
    let is_bare = plain_text(&item.question).trim().is_empty();
    let question = if is_bare { escaped(words.fill_gaps) } else { inlines(&item.question, context) };
    write_heading(out, level, "question-title", &format!("{shown}{question}{points}"));
}

fn write_task(out: &mut String, response: &Response<Inlines>, context: &Context<'_>) {
    let words = &context.language.phrases.paper;
    let task = match response {
        Response::Choice { .. } => words.choose_one,
        Response::Choices { .. } => words.choose_all,
        Response::Order { .. } => words.put_in_order,
        Response::Match { .. } => words.pair_up,
        Response::Cloze { .. } => words.fill_gaps,
        Response::Number { .. } | Response::Short | Response::Open { .. } | Response::Scale { .. } => return,
    };
    out.push_str(&format!("<p class=\"question-task\">{}</p>\n", escaped(task)));
}

fn write_response(out: &mut String, response: &Response<Inlines>, context: &Context<'_>) {
    match response {
        Response::Choice { options } | Response::Choices { options } => write_options(out, options, context),
        Response::Number { unit } => write_number(out, unit, context),
        Response::Order { items } => write_order(out, items, context),
        Response::Match { left, right } => write_match(out, left, right, context),
        Response::Cloze { pieces, widths } => write_cloze(out, pieces, widths, context),
        Response::Short => write_lines(out, 1, context),
        Response::Open { lines } => write_lines(out, (*lines).max(1), context),
        Response::Scale { low, high, steps } => write_scale(out, low, high, *steps, context),
    }
}

fn write_options(out: &mut String, options: &[Inlines], context: &Context<'_>) {
    out.push_str("<ul class=\"options\">\n");
    for (idx, option) in options.iter().enumerate() {
        out.push_str(&format!(
            "<li><span class=\"tick\"></span> <span class=\"option-letter\">{}</span> <span class=\"option-text\">{}</span></li>\n",
            option_letter(idx),
            inlines(option, context)
        ));
    }
    out.push_str("</ul>\n");
}

fn blank(width: usize, context: &Context<'_>) -> String {
    let gap = escaped(context.language.phrases.common.gap);
    format!("<span class=\"gap gap-blank {}\"><span class=\"visually-hidden\">{gap}</span></span>", gap_class(width))
}

fn write_number(out: &mut String, unit: &Unit, context: &Context<'_>) {
    let unit = match unit {
        Unit::None => String::new(),
        Unit::Percent => "%".to_owned(),
        Unit::Currency(code) => code.clone(),
        Unit::Word(word) => word.clone(),
    };
    out.push_str(&format!(
        "<p class=\"number-answer\">{}: {} {}</p>\n",
        escaped(context.language.phrases.common.answer),
        blank(8, context),
        escaped(&unit)
    ));
}

fn write_order(out: &mut String, items: &[Inlines], context: &Context<'_>) {
    out.push_str("<ul class=\"options order\">\n");
    for item in items {
        let item = inlines(item, context);
        out.push_str(&format!("<li>{} <span class=\"option-text\">{item}</span></li>\n", box_to_write(context)));
    }
    out.push_str("</ul>\n");
}

fn box_to_write(context: &Context<'_>) -> String {
    let cue = fill(context.language.phrases.paper.lines, &[("n", "1")]);
    format!("<span class=\"write-box\"><span class=\"visually-hidden\">{}</span></span>", escaped(&cue))
}

fn write_match(out: &mut String, left: &[Inlines], right: &[Inlines], context: &Context<'_>) {
    out.push_str("<div class=\"match\">\n<ul class=\"options match-left\">\n");
    for item in left {
        let item = inlines(item, context);
        out.push_str(&format!("<li>{} <span class=\"option-text\">{item}</span></li>\n", box_to_write(context)));
    }
    out.push_str("</ul>\n<ul class=\"options match-right\">\n");
    for (idx, item) in right.iter().enumerate() {
        out.push_str(&format!(
            "<li><span class=\"option-letter\">{}</span> <span class=\"option-text\">{}</span></li>\n",
            option_letter(idx),
            inlines(item, context)
        ));
    }
    out.push_str("</ul>\n</div>\n");
}

fn write_cloze(out: &mut String, pieces: &[Inlines], widths: &[usize], context: &Context<'_>) {
    out.push_str("<p class=\"cloze\">");
    for (idx, piece) in pieces.iter().enumerate() {
        out.push_str(&inlines(piece, context));
        if let Some(width) = widths.get(idx) {
            out.push_str(&blank(*width, context));
        }
    }
    out.push_str("</p>\n");
}

fn write_scale(out: &mut String, low: &Inlines, high: &Inlines, steps: u32, context: &Context<'_>) {
    out.push_str(&format!(
        "<div class=\"scale\"><span class=\"scale-end\">{}</span> <ol class=\"scale-steps\">",
        inlines(low, context)
    ));
    for step in 1..=steps {
        out.push_str(&format!("<li><span class=\"tick\"></span> {step}</li>"));
    }
    out.push_str(&format!("</ol> <span class=\"scale-end\">{}</span></div>\n", inlines(high, context)));
}
