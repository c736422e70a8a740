//! What each layout has besides label, title and foot.

use super::block::{write_blocks, write_quoted};
use super::chart::write_chart_beside;
use super::context::Context;
use super::deck_end::write_links;
use super::escape::{escaped, push_escaped};
use super::evidence::write_sources;
use super::inline::write_inlines;
use crate::document::{Ballot, Chart, Deck, Inlines, Layout, Part, Slide, has_long_claim};
use crate::locale::fill;

/// The level of headings inside a slide; its own title is one above.
pub const INNER_LEVEL: u8 = 3;

/// Appends the split square, where the layout has it. It only decorates.
pub fn write_split(out: &mut String, layout: &Layout) {
    match layout {
        Layout::Title { .. } | Layout::Section | Layout::Inversion { .. } | Layout::End { .. } => {
            out.push_str("<div class=\"split\"></div>\n")
        }
        _ => {}
    }
}

/// Appends what stands between title and body.
pub fn write_after_title(out: &mut String, slide: &Slide, context: &Context<'_>) {
    match &slide.layout {
        Layout::Title { lead } if !lead.is_empty() => {
            out.push_str("<p class=\"lead\">");
            write_inlines(out, lead, context);
            out.push_str("</p>\n");
        }
        Layout::Inversion { claim: Some(claim) } => {
            let class = if has_long_claim(&slide.layout) { "claim claim-long" } else { "claim" };
            out.push_str(&format!("<p class=\"{class}\">"));
            write_quoted(out, claim, context);
            out.push_str("</p>\n");
        }
        Layout::Discuss { .. } => {
            out.push_str(&format!("<p class=\"how\">{}</p>\n", escaped(context.language.phrases.roles.neighbour)));
        }
        Layout::Task { how, minutes } => {
            let time = minutes_in_words(*minutes, context);
            let parts: Vec<&str> = [how.as_str(), time.as_str()].into_iter().filter(|it| !it.is_empty()).collect();
            out.push_str(&format!("<p class=\"how\">{}</p>\n", escaped(&parts.join(" · "))));
        }
        _ => {}
    }
}

/// Appends the body.
pub fn write_body(out: &mut String, deck: &Deck, slide: &Slide, context: &Context<'_>) {
    match &slide.layout {
        Layout::Title { .. } => {
            write_blocks_of(out, slide, context);
            write_logo(out, context);
        }
        Layout::Agenda { parts } => write_parts(out, parts, context),
        Layout::Objectives | Layout::Section | Layout::Claim | Layout::Content | Layout::Statement | Layout::Recap => {
            write_blocks_of(out, slide, context)
        }
        Layout::Inversion { .. } => {
            write_blocks_of(out, slide, context);
            let words = escaped(context.language.phrases.common.tagline);
            out.push_str(&format!("<p class=\"said turn-words\">{words}</p>\n"));
        }
        Layout::Vote { ballot, .. } => {
            write_ballot(out, ballot, &slide.title, context);
            write_blocks_of(out, slide, context);
        }
        Layout::Discuss { minutes } | Layout::Task { minutes, .. } | Layout::Break { minutes } => {
            write_blocks_of(out, slide, context);
            write_timer(out, *minutes, context);
        }
        Layout::Guess { unit } => {
            write_blocks_of(out, slide, context);
            write_guess(out, unit, context);
        }
        Layout::Figure { figure, of, chart } => write_figure(out, slide, figure, of, chart.as_ref(), context),
        Layout::Shift { ballot, .. } => {
            write_shift(out, ballot, context);
            write_blocks_of(out, slide, context);
        }
        Layout::Commitment => {
            write_blocks_of(out, slide, context);
            write_pledge(out, context);
        }
        Layout::Sources => {
            write_blocks_of(out, slide, context);
            write_sources(out, &deck.sources, context);
        }
        Layout::End { links } => {
            out.push_str(&format!("<p class=\"claim\">{}</p>\n", escaped(&deck.meta.course)));
            write_blocks_of(out, slide, context);
            write_links(out, links, deck, context);
        }
    }
}

fn write_blocks_of(out: &mut String, slide: &Slide, context: &Context<'_>) {
    if !slide.body.is_empty() {
        out.push_str("<div class=\"body\">\n");
        write_blocks(out, &slide.body, INNER_LEVEL, context);
        out.push_str("</div>\n");
    }
}

/// Appends what lies ahead: each part with its minutes.
fn write_parts(out: &mut String, parts: &[Part], context: &Context<'_>) {
    out.push_str("<ol class=\"parts\">\n");
    for part in parts {
        out.push_str(if part.claim { "<li class=\"part\"><span class=\"said\">" } else { "<li class=\"part\"><span>" });
        if part.claim {
            write_quoted(out, &part.title, context);
        } else {
            write_inlines(out, &part.title, context);
        }
        let minutes = escaped(&minutes_in_words(part.minutes, context));
        out.push_str(&format!("</span> <span class=\"part-minutes\">{minutes}</span></li>\n"));
    }
    out.push_str("</ol>\n");
}

/// Appends the organisation's mark, where the brand has one.
fn write_logo(out: &mut String, context: &Context<'_>) {
    let theme = context.setting.theme;
    if let Some((name, alt)) = theme.logo()
        && let Some(address) = theme.data_address(name)
    {
        out.push_str(&format!("<img class=\"logo\" src=\"{}\" alt=\"{}\">\n", escaped(&address), escaped(alt)));
    }
}

fn minutes_in_words(minutes: u32, context: &Context<'_>) -> String {
    let phrases = &context.language.phrases.common;
    match minutes {
        0 => String::new(),
        1 => phrases.minute.to_owned(),
        _ => fill(phrases.minutes, &[("n", &minutes.to_string())]),
    }
}

/// Appends a countdown; without a script it says how long.
fn write_timer(out: &mut String, minutes: u32, context: &Context<'_>) {
    if minutes > 0 {
        let words = minutes_in_words(minutes, context);
        out.push_str(&format!(
            "<div class=\"timer\" data-seconds=\"{}\"><span class=\"timer-square\"></span><span class=\"timer-face\">{}</span></div>\n",
            minutes * 60,
            escaped(&words)
        ));
    }
}

/// The letter of an option: A, B … Z; then its number.
fn letter(idx: usize) -> String {
    u8::try_from(idx).ok().filter(|it| *it < 26).map_or_else(|| (idx + 1).to_string(), |it| char::from(b'A' + it).to_string())
}

/// Appends what can be voted for, and how sure one is.
fn write_ballot(out: &mut String, ballot: &Ballot, title: &Inlines, context: &Context<'_>) {
    if let Some(question) = ballot.question.as_ref().filter(|it| *it != title) {
        out.push_str("<p class=\"question\">");
        write_inlines(out, question, context);
        out.push_str("</p>\n");
    }
    let many = match ballot.options.len() {
        n @ 0..=3 => n.to_string(),
        _ => "many".to_owned(),
    };
    out.push_str(&format!("<ul class=\"options options-{many}\">\n"));
    for (idx, option) in ballot.options.iter().enumerate() {
        out.push_str(&format!(
            "<li class=\"option\"><span class=\"letter\">{}</span> <span class=\"option-words\">",
            letter(idx)
        ));
        write_inlines(out, option, context);
        out.push_str("</span></li>\n");
    }
    out.push_str("</ul>\n");
    if ballot.confidence {
        let roles = &context.language.phrases.roles;
        out.push_str(&format!("<div class=\"sureness\"><p class=\"sureness-question\">{}</p>\n<ol>", escaped(roles.confidence)));
        for (idx, words) in [roles.guessing, roles.fairly_sure, roles.certain].into_iter().enumerate() {
            let squares = "<span class=\"finger\"></span>".repeat(idx + 1);
            out.push_str(&format!("<li><span class=\"fingers\">{squares}</span><b>{}</b> {}</li>", idx + 1, escaped(words)));
        }
        out.push_str("</ol></div>\n");
    }
}

fn write_guess(out: &mut String, unit: &str, context: &Context<'_>) {
    let phrases = &context.language.phrases;
    out.push_str(&format!(
        "<div class=\"guess-slide\"><p class=\"guess-label\">{}</p><p class=\"guess-line\"><span class=\"guess-field\"></span> \
         <span class=\"guess-unit\">{}</span></p><p class=\"guess-first\">{}</p></div>\n",
        escaped(phrases.roles.your_guess),
        escaped(unit),
        escaped(phrases.deck.write_guess_first)
    ));
}

/// Appends one figure, large: what it is of in words, and its proof.
fn write_figure(out: &mut String, slide: &Slide, figure: &str, of: &str, chart: Option<&Chart>, context: &Context<'_>) {
    out.push_str(if chart.is_some() { "<div class=\"figure-row\">\n" } else { "<div class=\"figure-row figure-alone\">\n" });
    out.push_str("<div class=\"figure-words\">\n<p class=\"big-figure\">");
    push_escaped(out, figure);
    out.push_str("</p>\n");
    if !of.is_empty() {
        out.push_str(&format!("<p class=\"of\">{}</p>\n", escaped(of)));
    }
    write_blocks_of(out, slide, context);
    out.push_str("</div>\n");
    if let Some(chart) = chart {
        out.push_str("<div class=\"figure-proof\">\n");
        write_chart_beside(out, chart, context);
        out.push_str("</div>\n");
    }
    out.push_str("</div>\n");
}

/// Appends a table of both votes: empty to write in on paper, filled and drawn by the script.
fn write_shift(out: &mut String, ballot: &Ballot, context: &Context<'_>) {
    let words = &context.language.phrases.deck;
    out.push_str(&format!(
        "<div class=\"shift\"><table class=\"shift-table\"><thead><tr><td></td><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n\
         <tbody>",
        escaped(words.before),
        escaped(words.after)
    ));
    for (idx, option) in ballot.options.iter().enumerate() {
        out.push_str(&format!(
            "<tr><th scope=\"row\"><span class=\"letter\">{}</span> <span class=\"option-words\">",
            letter(idx)
        ));
        write_inlines(out, option, context);
        out.push_str("</span></th><td class=\"shift-1\"></td><td class=\"shift-2\"></td></tr>\n");
    }
    out.push_str(&format!("</tbody></table><p class=\"shift-empty\">{}</p></div>\n", escaped(words.no_counts)));
}

fn write_pledge(out: &mut String, context: &Context<'_>) {
    let roles = &context.language.phrases.roles;
    let line = |words: &str| format!("<p><span class=\"pledge-words\">{} …</span></p>", escaped(words));
    out.push_str(&format!("<div class=\"pledge-slide\">{}{}</div>\n", line(roles.if_i), line(roles.then_i_will)));
}
