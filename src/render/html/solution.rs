//! Solutions in the key: what is right, and why what is wrong tempts.

use super::block::write_paragraph;
use super::context::Context;
use super::escape::escaped;
use super::inline::{inlines, write_inlines};
use super::question::write_question_title;
use crate::document::Inlines;
use crate::item::{Answer, Item, Response, Solution, option_letter};
use crate::locale::{Unit, format_quantity, format_range};

/// Appends a question with its solution and the reasons.
pub fn write_solution(out: &mut String, item: &Item<Inlines>, answer: &Answer<Inlines>, level: u8, context: &Context<'_>) {
    out.push_str("<section class=\"solution\">\n");
    write_question_title(out, None, item, level, context);
    match (&answer.solution, &item.response) {
        (Solution::Choice(right), Response::Choice { options } | Response::Choices { options }) => {
            write_options(out, options, &[*right], answer, context);
        }
        (Solution::Choices(right), Response::Choice { options } | Response::Choices { options }) => {
            write_options(out, options, right, answer, context);
        }
        (Solution::Number { point, low, high }, Response::Number { unit }) => {
            write_number(out, *point, (*low, *high), unit, context)
        }
        (Solution::Order(order), Response::Order { items }) => write_order(out, items, order, context),
        (Solution::Match(pairs), Response::Match { left, right }) => write_pairs(out, left, right, pairs, context),
        (Solution::Cloze(gaps), Response::Cloze { pieces, .. }) => write_cloze(out, pieces, gaps, context),
        (Solution::Short(accepted), _) => write_accepted(out, accepted, context),
        (Solution::Open { sample: Some(sample) }, _) => {
            write_labelled(out, context.language.phrases.paper.sample, &escaped(sample));
        }
        // Reading pairs each solution with its own response; there is nothing to add to what is not scored.
        (Solution::Open { sample: None } | Solution::Scale, _)
        | (
            Solution::Choice(_)
            | Solution::Choices(_)
            | Solution::Number { .. }
            | Solution::Order(_)
            | Solution::Match(_)
            | Solution::Cloze(_),
            _,
        ) => {}
    }
    if let Some(why) = &answer.why {
        write_paragraph(out, "solution-why", why, context);
    }
    out.push_str("</section>\n");
}

fn write_labelled(out: &mut String, label: &str, html: &str) {
    out.push_str(&format!("<p class=\"solution-right\"><span class=\"label\">{}:</span> {html}</p>\n", escaped(label)));
}

fn write_options(out: &mut String, options: &[Inlines], right: &[usize], answer: &Answer<Inlines>, context: &Context<'_>) {
    let words = &context.language.phrases.paper;
    out.push_str("<ul class=\"options solution-options\">\n");
    for (idx, option) in options.iter().enumerate() {
        let is_right = right.contains(&idx);
        let (class, sign) = if is_right { ("option-right", "✓") } else { ("option-wrong", "") };
        out.push_str(&format!(
            "<li class=\"{class}\"><span class=\"tick\">{sign}</span> <span class=\"option-letter\">{}</span> <div class=\"option-text\">",
            option_letter(idx)
        ));
        write_inlines(out, option, context);
        let why = answer.why_option.get(idx).and_then(Option::as_ref).map(|it| inlines(it, context));
        match (is_right, why) {
            (true, why) => out.push_str(&format!(
                "<p class=\"option-why\"><span class=\"label\">{}.</span> {}</p>",
                escaped(words.right),
                why.unwrap_or_default()
            )),
            (false, Some(why)) => out.push_str(&format!(
                "<p class=\"option-why\"><span class=\"label\">{}:</span> {why}</p>",
                escaped(words.why_tempting)
            )),
            (false, None) => {}
        }
        out.push_str("</div></li>\n");
    }
    out.push_str("</ul>\n");
}

fn write_number(out: &mut String, point: Option<f64>, (low, high): (f64, f64), unit: &Unit, context: &Context<'_>) {
    let words = &context.language.phrases.paper;
    let range = escaped(&format_range(low, high, unit, context.language));
    let Some(point) = point else { return write_labelled(out, words.right, &range) };
    write_labelled(out, words.right, &escaped(&format_quantity(point, unit, context.language)));
    if low < high {
        write_labelled(out, words.accepted, &range);
    }
}

fn write_order(out: &mut String, items: &[Inlines], order: &[usize], context: &Context<'_>) {
    out.push_str(&format!("<p class=\"label\">{}</p>\n<ol class=\"list\">\n", escaped(context.language.phrases.paper.right)));
    for item in order.iter().filter_map(|it| items.get(*it)) {
        out.push_str(&format!("<li>{}</li>\n", inlines(item, context)));
    }
    out.push_str("</ol>\n");
}

fn write_pairs(out: &mut String, left: &[Inlines], right: &[Inlines], pairs: &[usize], context: &Context<'_>) {
    out.push_str(&format!("<p class=\"label\">{}</p>\n<ul class=\"list\">\n", escaped(context.language.phrases.paper.right)));
    for (item, partner) in left.iter().zip(pairs) {
        let Some(partner_text) = right.get(*partner) else { continue };
        out.push_str(&format!(
            "<li>{} → <strong>{}</strong> {}</li>\n",
            inlines(item, context),
            option_letter(*partner),
            inlines(partner_text, context)
        ));
    }
    out.push_str("</ul>\n");
}

fn write_cloze(out: &mut String, pieces: &[Inlines], gaps: &[Vec<String>], context: &Context<'_>) {
    out.push_str("<p class=\"cloze\">");
    for (idx, piece) in pieces.iter().enumerate() {
        write_inlines(out, piece, context);
        if let Some(word) = gaps.get(idx).and_then(|it| it.first()) {
            out.push_str(&format!("<span class=\"gap gap-filled\"><mark class=\"gap-filling\">{}</mark></span>", escaped(word)));
        }
    }
    out.push_str("</p>\n");
    let others: Vec<String> =
        gaps.iter().map(|it| it.get(1..).unwrap_or_default().join(", ")).filter(|it| !it.is_empty()).collect();
    if !others.is_empty() {
        write_labelled(out, context.language.phrases.paper.accepted, &escaped(&others.join("; ")));
    }
}

fn write_accepted(out: &mut String, accepted: &[String], context: &Context<'_>) {
    let words = &context.language.phrases.paper;
    let Some((first, others)) = accepted.split_first() else { return };
    write_labelled(out, words.right, &escaped(first));
    if !others.is_empty() {
        write_labelled(out, words.accepted, &escaped(&others.join(", ")));
    }
}
