//! What the trainer says and does: labelled notes, replies, the tally and what follows from it.

use super::block::{write_blocks, write_tight};
use super::context::Context;
use super::escape::escaped;
use super::form::write_caption;
use super::inline::inlines;
use crate::document::{Ballot, Block, Blocks, GuideLabel, GuideNote};
use crate::source::Spanned;

/// Appends a note to the trainer.
pub fn write_guide_note(out: &mut String, note: &GuideNote, level: u8, context: &Context<'_>) {
    match note {
        GuideNote::Labelled { label, blocks } => write_labelled(out, *label, blocks, level, context),
        GuideNote::Reply { they, you } => {
            out.push_str(REPLIES_START);
            write_replies_head(out, context);
            write_reply(out, they, you, level, context);
            out.push_str(REPLIES_END);
        }
        GuideNote::Tally(ballot) => write_tally(out, ballot, context),
        GuideNote::Decision => write_decision(out, context),
        GuideNote::Slides { first, last } => write_slides(out, *first, *last, context),
    }
}

const REPLIES_START: &str = "<table class=\"replies\">\n";
const REPLIES_END: &str = "</tbody>\n</table>\n";

/// Appends replies as one table: what they say, what you say.
pub fn write_replies(out: &mut String, replies: &[Spanned<Block>], level: u8, context: &Context<'_>) {
    out.push_str(REPLIES_START);
    write_replies_head(out, context);
    for reply in replies {
        if let Block::Guide(GuideNote::Reply { they, you }) = &reply.value {
            write_reply(out, they, you, level, context);
        }
    }
    out.push_str(REPLIES_END);
}

fn write_replies_head(out: &mut String, context: &Context<'_>) {
    let words = &context.language.phrases.guide;
    out.push_str(&format!(
        "<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
        escaped(words.if_they_say),
        escaped(words.you_say)
    ));
}

fn write_reply(out: &mut String, they: &str, you: &Blocks, level: u8, context: &Context<'_>) {
    let quotes = context.language.quotes;
    out.push_str(&format!("<tr><th scope=\"row\" class=\"said\">{}{}{}</th><td>", quotes.open, escaped(they), quotes.close));
    write_tight(out, you, level, context);
    out.push_str("</td></tr>\n");
}

fn write_labelled(out: &mut String, label: GuideLabel, blocks: &Blocks, level: u8, context: &Context<'_>) {
    let words = &context.language.phrases.guide;
    let (class, words) = match label {
        GuideLabel::Say => ("guide-say", words.say),
        GuideLabel::Do => ("guide-do", words.act),
        GuideLabel::Ask => ("guide-ask", words.ask),
        GuideLabel::Watch => ("guide-watch", words.watch),
        GuideLabel::Debrief => ("guide-debrief", words.debrief),
        GuideLabel::Background => ("guide-background", words.background),
    };
    out.push_str(&format!(
        "<div class=\"guide-note {class}\">\n<p class=\"guide-label\">{}</p>\n<div class=\"guide-body\">\n",
        escaped(words)
    ));
    write_blocks(out, blocks, level, context);
    out.push_str("</div>\n</div>\n");
}

/// A form to count hands on: a row for each option and step of certainty, a column for each vote.
fn write_tally(out: &mut String, ballot: &Ballot, context: &Context<'_>) {
    let words = &context.language.phrases;
    out.push_str("<table class=\"tally\">\n");
    match &ballot.question {
        Some(question) => write_caption(out, Some(question), context),
        None => out.push_str(&format!("<caption>{}</caption>\n", escaped(words.guide.tally))),
    }
    out.push_str(&format!(
        "<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
        escaped(words.guide.number_of_hands),
        escaped(words.roles.vote1),
        escaped(words.roles.vote2)
    ));
    for option in &ballot.options {
        write_tally_row(out, &inlines(option, context));
    }
    if ballot.confidence {
        out.push_str("</tbody>\n<tbody class=\"tally-confidence\">\n");
        for step in [words.roles.guessing, words.roles.fairly_sure, words.roles.certain] {
            write_tally_row(out, &escaped(step));
        }
    }
    out.push_str("</tbody>\n</table>\n");
}

fn write_tally_row(out: &mut String, name: &str) {
    out.push_str(&format!("<tr><th scope=\"row\">{name}</th><td class=\"blank\"></td><td class=\"blank\"></td></tr>\n"));
}

fn write_decision(out: &mut String, context: &Context<'_>) {
    let words = &context.language.phrases.guide;
    let space = context.language.before_percent;
    out.push_str(&format!(
        "<table class=\"decision\">\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
        escaped(words.share_right),
        escaped(words.act)
    ));
    for (share, what) in [("&lt; 35", words.below_35), ("35–70", words.between), ("&gt; 70", words.above_70)] {
        out.push_str(&format!("<tr><th scope=\"row\">{share}{space}%</th><td>{}</td></tr>\n", escaped(what)));
    }
    out.push_str("</tbody>\n</table>\n");
}

fn write_slides(out: &mut String, first: usize, last: usize, context: &Context<'_>) {
    let words = &context.language.phrases;
    let shown =
        if first == last { format!("{} {first}", words.deck.slide) } else { format!("{} {first}–{last}", words.guide.slides) };
    out.push_str(&format!("<p class=\"slides-reference\">{}</p>\n", escaped(&shown)));
}
