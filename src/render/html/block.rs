//! Blocks as HTML, on slides and on paper alike.

use super::context::Context;
use super::escape::{escaped, push_escaped};
use super::evidence::write_evidence_in_place;
use super::form::{write_ballot, write_guess_box, write_lines, write_pledge, write_process_sheet, write_worksheet};
use super::guide::{write_guide_note, write_replies};
use super::inline::{inlines, write_inlines};
use super::picture::write_image;
use super::question::write_question;
use super::section::{write_heading, write_section};
use super::solution::write_solution;
use super::table::{write_table, write_timetable};
use super::{chart, process};
use crate::document::{Answer, Block, Blocks, Callout, GuideNote, Inlines, List, Picture};
use crate::source::Spanned;

/// Appends blocks; `level` is the level of the headings of sections in them (2 under a page title).
pub fn write_blocks(out: &mut String, blocks: &[Spanned<Block>], level: u8, context: &Context<'_>) {
    let mut rest = blocks;
    while let Some((first, others)) = rest.split_first() {
        // Replies that stand together are one table.
        let n_replies = rest.iter().take_while(|it| matches!(it.value, Block::Guide(GuideNote::Reply { .. }))).count();
        if n_replies > 0 {
            write_replies(out, &rest[..n_replies], level, context);
            rest = &rest[n_replies..];
        } else {
            write_block(out, &first.value, level, context);
            rest = others;
        }
    }
}

/// Appends blocks; a lone paragraph without its element.
pub fn write_tight(out: &mut String, blocks: &[Spanned<Block>], level: u8, context: &Context<'_>) {
    match blocks.split_first() {
        Some((Spanned { value: Block::Paragraph(text), .. }, rest)) if !starts_with_text(rest) => {
            write_inlines(out, text, context);
            write_blocks(out, rest, level, context);
        }
        _ => write_blocks(out, blocks, level, context),
    }
}

/// Whether blocks begin with something that would run together with a line before it.
fn starts_with_text(blocks: &[Spanned<Block>]) -> bool {
    matches!(blocks.first().map(|it| &it.value), Some(Block::Paragraph(_) | Block::KeyMessage(_) | Block::Html(_)))
}

fn write_block(out: &mut String, block: &Block, level: u8, context: &Context<'_>) {
    match block {
        Block::Section(section) => write_section(out, section, level, context, |_| {}),
        Block::RunIn(text) => write_heading(out, level, "run-in", &inlines(text, context)),
        Block::Paragraph(text) => write_paragraph(out, "", text, context),
        Block::KeyMessage(text) => write_paragraph(out, "key-message", text, context),
        Block::List(list) => write_list(out, list, level, context),
        Block::Definitions(entries) => write_definitions(out, entries, level, context),
        Block::Quote(blocks) => write_wrapped(out, "blockquote", "quote", blocks, level, context),
        Block::Code { language, text } => write_code(out, language, text),
        Block::Math { mathml, tex: _ } => out.push_str(&format!("<div class=\"math math-block\">{mathml}</div>\n")),
        Block::Table(table) => write_table(out, table, context),
        Block::Figure { picture, caption } => write_picture(out, picture, caption, context),
        Block::Callout { kind, title, blocks } => write_callout(out, *kind, title, blocks, level, context),
        Block::Columns(columns) => write_columns(out, columns, level, context),
        Block::Chart(it) => chart::write_chart(out, it, context),
        Block::Process(it) => process::write_process(out, it, context),
        Block::ProcessSheet(it) => write_process_sheet(out, it, context),
        Block::Worksheet(sheet) => write_worksheet(out, sheet, context),
        Block::Claim(text) => write_claim(out, text, context),
        Block::Ballot(ballot) => write_ballot(out, ballot, context),
        Block::GuessBox(guess) => write_guess_box(out, guess, context),
        Block::Lines(n_lines) => write_lines(out, *n_lines, context),
        Block::Pledge => write_pledge(out, context),
        Block::Question { number, item, confidence } => write_question(out, *number, item, *confidence, level, context),
        Block::Evidence(note) => write_evidence_in_place(out, note, context),
        Block::Timetable(timetable) => write_timetable(out, timetable, context),
        Block::Answer(Answer::Expected(blocks)) => write_expected(out, blocks, level, context),
        Block::Answer(Answer::Solution { item, answer }) => write_solution(out, item, answer, level, context),
        Block::Guide(note) => write_guide_note(out, note, level, context),
        Block::Html(html) => {
            out.push_str(html);
            out.push('\n');
        }
    }
}

/// Appends a paragraph.
pub fn write_paragraph(out: &mut String, class: &str, text: &Inlines, context: &Context<'_>) {
    if class.is_empty() {
        out.push_str("<p>");
    } else {
        out.push_str(&format!("<p class=\"{class}\">"));
    }
    write_inlines(out, text, context);
    out.push_str("</p>\n");
}

fn write_wrapped(out: &mut String, element: &str, class: &str, blocks: &Blocks, level: u8, context: &Context<'_>) {
    out.push_str(&format!("<{element} class=\"{class}\">\n"));
    write_blocks(out, blocks, level, context);
    out.push_str(&format!("</{element}>\n"));
}

fn write_claim(out: &mut String, text: &Inlines, context: &Context<'_>) {
    out.push_str("<p class=\"claim\">");
    write_quoted(out, text, context);
    out.push_str("</p>\n");
}

/// Appends what is said, in the language's quotation marks; the first can hang in the margin.
pub fn write_quoted(out: &mut String, text: &Inlines, context: &Context<'_>) {
    let quotes = context.language.quotes;
    out.push_str(&format!("<span class=\"quote-open\">{}</span>", quotes.open));
    write_inlines(out, text, context);
    out.push(quotes.close);
}

fn write_list(out: &mut String, list: &List, level: u8, context: &Context<'_>) {
    let element = if list.start.is_some() { "ol" } else { "ul" };
    let class = if list.items.iter().any(|it| it.task.is_some()) { "list tasks" } else { "list" };
    out.push_str(&format!("<{element} class=\"{class}\""));
    if let Some(start) = list.start.filter(|it| *it != 1) {
        out.push_str(&format!(" start=\"{start}\""));
    }
    out.push_str(">\n");
    for item in &list.items {
        out.push_str("<li>");
        match item.task {
            Some(true) => out.push_str("<span class=\"tick tick-done\">✓</span> "),
            Some(false) => out.push_str("<span class=\"tick\"></span> "),
            None => {}
        }
        write_tight(out, &item.blocks, level, context);
        out.push_str("</li>\n");
    }
    out.push_str(&format!("</{element}>\n"));
}

fn write_definitions(out: &mut String, entries: &[(Inlines, Vec<Blocks>)], level: u8, context: &Context<'_>) {
    out.push_str("<dl class=\"definitions\">\n");
    for (term, definitions) in entries {
        out.push_str("<dt>");
        write_inlines(out, term, context);
        out.push_str("</dt>\n");
        for definition in definitions {
            out.push_str("<dd>");
            write_tight(out, definition, level, context);
            out.push_str("</dd>\n");
        }
    }
    out.push_str("</dl>\n");
}

fn write_code(out: &mut String, language: &str, text: &str) {
    out.push_str("<pre class=\"code\"><code");
    if !language.is_empty() {
        out.push_str(&format!(" class=\"language-{}\"", escaped(&language.replace(char::is_whitespace, "-"))));
    }
    out.push('>');
    push_escaped(out, text.strip_suffix('\n').unwrap_or(text));
    out.push_str("</code></pre>\n");
}

fn write_picture(out: &mut String, picture: &Picture, caption: &Inlines, context: &Context<'_>) {
    out.push_str("<figure class=\"picture\">");
    write_image(out, picture, "picture-image", context);
    if !caption.is_empty() {
        out.push_str("<figcaption>");
        write_inlines(out, caption, context);
        out.push_str("</figcaption>");
    }
    out.push_str("</figure>\n");
}

fn write_callout(out: &mut String, kind: Callout, title: &str, blocks: &Blocks, level: u8, context: &Context<'_>) {
    let words = &context.language.phrases.paper;
    let (class, name) = match kind {
        Callout::Note => ("callout-note", words.note),
        Callout::Tip => ("callout-tip", words.tip),
        Callout::Warning => ("callout-warning", words.warning),
        Callout::Example => ("callout-example", words.example),
    };
    let title = if title.is_empty() { name } else { title };
    out.push_str(&format!("<div class=\"callout {class}\">\n<p class=\"callout-title\">{}</p>\n", escaped(title)));
    write_blocks(out, blocks, level, context);
    out.push_str("</div>\n");
}

fn write_columns(out: &mut String, columns: &[Blocks], level: u8, context: &Context<'_>) {
    out.push_str(&format!("<div class=\"columns columns-{}\">\n", columns.len().min(4)));
    for column in columns {
        write_wrapped(out, "div", "column", column, level, context);
    }
    out.push_str("</div>\n");
}

fn write_expected(out: &mut String, blocks: &Blocks, level: u8, context: &Context<'_>) {
    let label = escaped(context.language.phrases.guide.expected);
    out.push_str(&format!("<div class=\"answer expected\">\n<p class=\"label\">{label}</p>\n"));
    write_blocks(out, blocks, level, context);
    out.push_str("</div>\n");
}
