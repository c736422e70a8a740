//! Where somebody writes or ticks: ballots, guesses, lines, worksheets, the pledge.

use super::context::Context;
use super::escape::escaped;
use super::inline::{inlines, write_evidence_mark};
use super::table::{name_of, write_header_cell, write_region};
use crate::document::{Ballot, GuessBox, Inlines, Process, Step, Worksheet, plain_text};
use crate::locale::fill;

/// With more options, or longer ones, a ballot's options are its rows.
const SHORT_BALLOT: usize = 3;
const SHORT_OPTION: usize = 18;

/// A box to tick, and what it is to those who cannot see it.
pub fn tick(context: &Context<'_>) -> String {
    format!("<span class=\"tick\"><span class=\"visually-hidden\">{}</span></span>", escaped(context.language.phrases.paper.tick))
}

/// Boxes to tick for how sure one is.
pub fn confidence_ticks(context: &Context<'_>) -> String {
    let words = &context.language.phrases.roles;
    [words.guessing, words.fairly_sure, words.certain]
        .iter()
        .map(|it| format!("<span class=\"tick-choice\"><span class=\"tick\"></span> {}</span>", escaped(it)))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Appends rows to tick for two votes.
pub fn write_ballot(out: &mut String, ballot: &Ballot, context: &Context<'_>) {
    let is_short =
        ballot.options.len() <= SHORT_BALLOT && ballot.options.iter().all(|it| plain_text(it).chars().count() <= SHORT_OPTION);
    if is_short { write_short_ballot(out, ballot, context) } else { write_long_ballot(out, ballot, context) }
}

fn write_short_ballot(out: &mut String, ballot: &Ballot, context: &Context<'_>) {
    let words = &context.language.phrases;
    out.push_str("<table class=\"ballot ballot-short\">\n");
    write_caption(out, ballot.question.as_ref(), context);
    out.push_str("<thead><tr><td></td>");
    for option in &ballot.options {
        write_header_cell(out, option, "", context);
    }
    if ballot.confidence {
        out.push_str(&format!("<th scope=\"col\">{}</th>", escaped(words.roles.confidence)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for vote in [words.paper.first, words.paper.second] {
        out.push_str(&format!("<tr><th scope=\"row\">{}</th>", escaped(vote)));
        out.push_str(&format!("<td class=\"ballot-tick\">{}</td>", tick(context)).repeat(ballot.options.len()));
        if ballot.confidence {
            out.push_str(&format!("<td class=\"ballot-confidence\">{}</td>", confidence_ticks(context)));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

fn write_long_ballot(out: &mut String, ballot: &Ballot, context: &Context<'_>) {
    let words = &context.language.phrases;
    out.push_str("<table class=\"ballot ballot-long\">\n");
    write_caption(out, ballot.question.as_ref(), context);
    out.push_str(&format!(
        "<thead><tr><td></td><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
        escaped(words.paper.first),
        escaped(words.paper.second)
    ));
    let cell = format!("<td class=\"ballot-tick\">{}</td>", tick(context));
    for option in &ballot.options {
        out.push_str(&format!("<tr><th scope=\"row\">{}</th>{cell}{cell}</tr>\n", inlines(option, context)));
    }
    if ballot.confidence {
        let cell = format!("<td class=\"ballot-confidence\">{}</td>", confidence_ticks(context));
        out.push_str(&format!("<tr><th scope=\"row\">{}</th>{cell}{cell}</tr>\n", escaped(words.roles.confidence)));
    }
    out.push_str("</tbody>\n</table>\n");
}

/// Appends a table's caption, where there is one.
pub fn write_caption(out: &mut String, caption: Option<&Inlines>, context: &Context<'_>) {
    if let Some(caption) = caption {
        out.push_str(&format!("<caption>{}</caption>\n", inlines(caption, context)));
    }
}

/// Appends boxes for the guess, the figure and what the difference tells.
pub fn write_guess_box(out: &mut String, guess: &GuessBox, context: &Context<'_>) {
    let words = &context.language.phrases.roles;
    let unit = format!("<span class=\"guess-unit\">{}</span>", escaped(&guess.unit));
    let actual = match &guess.actual {
        Some(actual) => {
            let mut html = format!("<span class=\"guess-actual\">{}</span>", escaped(actual));
            if let Some(number) = guess.note {
                write_evidence_mark(&mut html, number, context);
            }
            html
        }
        None => unit.clone(),
    };
    out.push_str("<div class=\"guess\">\n");
    for (class, label, value) in [
        ("guess-mine", words.your_guess, &unit),
        ("guess-fact", words.actual, &actual),
        ("guess-difference", words.difference, &String::new()),
    ] {
        out.push_str(&format!("<div class=\"guess-box {class}\"><p class=\"label\">{}</p>", escaped(label)));
        if !value.is_empty() {
            out.push_str(&format!("<p class=\"guess-value\">{value}</p>"));
        }
        out.push_str("</div>\n");
    }
    out.push_str("</div>\n");
}

/// Appends lines to write on.
pub fn write_lines(out: &mut String, n_lines: u32, context: &Context<'_>) {
    let cue = fill(context.language.phrases.paper.lines, &[("n", &n_lines.to_string())]);
    out.push_str(&format!("<div class=\"lines\"><p class=\"visually-hidden\">{}</p>", escaped(&cue)));
    out.push_str(&"<div class=\"line\"></div>".repeat(n_lines as usize));
    out.push_str("</div>\n");
}

fn write_field(out: &mut String, class: &str, label: &str, n_lines: u32, context: &Context<'_>) {
    out.push_str(&format!("<div class=\"field {class}\"><p class=\"field-label\">{label}</p>"));
    write_lines(out, n_lines.max(1), context);
    out.push_str("</div>\n");
}

/// Appends the form for what one will do.
pub fn write_pledge(out: &mut String, context: &Context<'_>) {
    let words = &context.language.phrases.roles;
    out.push_str("<div class=\"pledge\">\n");
    write_field(out, "pledge-if", &format!("{} …", escaped(words.if_i)), 2, context);
    write_field(out, "pledge-then", &format!("… {}", escaped(words.then_i_will)), 2, context);
    write_field(out, "pledge-date", &escaped(words.by_date), 1, context);
    write_field(out, "pledge-witness", &escaped(words.witness), 1, context);
    out.push_str("</div>\n");
}

/// Appends lines for who wrote and when.
pub fn write_name_and_date(out: &mut String, context: &Context<'_>) {
    let words = &context.language.phrases.paper;
    out.push_str("<div class=\"name-and-date\">\n");
    write_field(out, "name", &escaped(words.name), 1, context);
    write_field(out, "date", &escaped(words.date), 1, context);
    out.push_str("</div>\n");
}

/// Appends a sheet to fill in.
pub fn write_worksheet(out: &mut String, worksheet: &Worksheet, context: &Context<'_>) {
    match worksheet {
        Worksheet::Fields { title, fields } => {
            out.push_str("<div class=\"worksheet worksheet-fields\">\n");
            if let Some(title) = title {
                out.push_str(&format!("<p class=\"worksheet-title\">{}</p>\n", inlines(title, context)));
            }
            for (label, n_lines) in fields {
                write_field(out, "worksheet-field", &inlines(label, context), *n_lines, context);
            }
            out.push_str("</div>\n");
        }
        Worksheet::Table { title, columns, rows } => write_sheet(out, title.as_ref(), columns, rows, context),
    }
}

fn write_sheet(out: &mut String, title: Option<&Inlines>, columns: &[Inlines], rows: &[Inlines], context: &Context<'_>) {
    let has_names = rows.iter().any(|it| !plain_text(it).trim().is_empty());
    let name = title.map_or_else(|| name_of(columns, context), |it| plain_text(it));
    write_region(out, columns.len() + usize::from(has_names), &name, |out| {
        out.push_str("<table class=\"worksheet worksheet-table\">\n");
        write_caption(out, title, context);
        out.push_str("<thead><tr>");
        if has_names {
            out.push_str("<td></td>");
        }
        for column in columns {
            write_header_cell(out, column, "", context);
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for row in rows {
            out.push_str("<tr>");
            if has_names && plain_text(row).trim().is_empty() {
                out.push_str("<td></td>");
            } else if has_names {
                out.push_str(&format!("<th scope=\"row\">{}</th>", inlines(row, context)));
            }
            out.push_str(&"<td class=\"blank\"></td>".repeat(columns.len()));
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody>\n</table>\n");
    });
}

/// Appends a process as a table: what is known of each step, and room for one's own case.
pub fn write_process_sheet(out: &mut String, process: &Process, context: &Context<'_>) {
    let words = &context.language.phrases.paper;
    let columns: Vec<(&str, Vec<Option<&Inlines>>)> = [
        (words.who, column(process, |it| it.who.as_ref())),
        (words.action, column(process, |it| it.action.as_ref())),
        (words.sign, column(process, |it| it.sign.as_ref())),
    ]
    .into_iter()
    .filter(|(_, cells)| cells.iter().any(Option::is_some))
    .collect();
    let heads = [words.step].into_iter().chain(columns.iter().map(|it| it.0)).chain([words.own_case]);
    let name = process.title.as_ref().map_or_else(|| heads.clone().collect::<Vec<_>>().join(", "), |it| plain_text(it));
    write_region(out, columns.len() + 2, &name, |out| {
        out.push_str("<table class=\"worksheet process-sheet\">\n");
        write_caption(out, process.title.as_ref(), context);
        out.push_str("<thead><tr>");
        for head in heads {
            out.push_str(&format!("<th scope=\"col\">{}</th>", escaped(head)));
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for (idx, step) in process.steps.iter().enumerate() {
            out.push_str(&format!("<tr><th scope=\"row\">{}</th>", step_cell(process, idx, step, context)));
            for (_, cells) in &columns {
                out.push_str(&format!("<td>{}</td>", cells[idx].map(|it| inlines(it, context)).unwrap_or_default()));
            }
            out.push_str("<td class=\"blank\"></td></tr>\n");
        }
        out.push_str("</tbody>\n</table>\n");
    });
}

fn column(process: &Process, field: impl Fn(&Step) -> Option<&Inlines>) -> Vec<Option<&Inlines>> {
    process.steps.iter().map(field).collect()
}

fn step_cell(process: &Process, idx: usize, step: &Step, context: &Context<'_>) -> String {
    let words = &context.language.phrases.paper;
    let mut html = format!("<span class=\"step-name\">{}. {}</span>", idx + 1, inlines(&step.name, context));
    if let Some(decision) = &step.decision {
        let decision = inlines(decision, context);
        html.push_str(&format!(" <span class=\"step-decision\">{}: {decision}</span>", escaped(words.decision)));
    }
    let back: Vec<String> = step.back_to.iter().filter(|it| **it < process.steps.len()).map(|it| (it + 1).to_string()).collect();
    if !back.is_empty() {
        html.push_str(&format!(" <span class=\"step-back\">↩ {} {}</span>", escaped(words.back_to), back.join(", ")));
    }
    html
}
