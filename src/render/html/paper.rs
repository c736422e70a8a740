//! A paper as an HTML page: what stands around its blocks, and the notes beside and behind them.

use serde_json::{Value, json};

use super::address::{address, anchor, file};
use super::beside;
use super::block::write_blocks;
use super::context::Context;
use super::deck_end::{bare, write_code};
use super::desk::{letter, print_desk, tally_desk, writing_desk};
use super::escape::escaped;
use super::evidence::{write_evidence_notes, write_footnotes, write_glossary, write_sources};
use super::form::write_name_and_date;
use super::gallery::pictures_of_paper;
use super::inline::{inlines, mark_start};
use super::picture::picture_file;
use super::section::{write_heading, write_section};
use crate::document::{Block, EvidenceNote, Paper, PaperKind, Pointer, Section, plain_text};
use crate::render::setting::Setting;
use crate::tree::{Contents, File};

/// Styles from weak to strong.
const STYLES: [&str; 10] = [
    "tokens.css",
    "fonts.css",
    "base.css",
    "blocks.css",
    "chart.css",
    "paper.css",
    "followup.css",
    "desk.css",
    "write.css",
    "brand.css",
];

/// From so many parts on, a list of contents saves time.
const CONTENTS_FROM: usize = 4;

/// The page and the pictures it shows.
pub fn render(paper: &Paper, setting: Setting<'_>) -> Vec<File> {
    let path = format!("{}.html", paper.meta.path);
    let context = Context::new(&paper.meta, &path, setting);
    let html = setting.theme.shell("paper", &shell_values(paper, &context));
    let mut files: Vec<File> = pictures_of_paper(paper).into_iter().map(picture_file).collect();
    files.push(File { path, contents: Contents::Bytes(html.into_bytes()) });
    files
}

fn shell_values(paper: &Paper, context: &Context<'_>) -> Value {
    let words = &context.language.phrases;
    let meta = &paper.meta;
    let asset = |name: &&str| file(&context.setting.theme.asset(name), context);
    let version = meta.version.as_ref().map(|it| format!("{} {it}", words.common.version)).unwrap_or_default();
    let (page_before, page_between) = words.paper.page_of.split_once("{n}").unwrap_or_default();
    json!({
        "lang": meta.language.tag,
        "title": format!("{}: {}", meta.kind, meta.title),
        "class": kind_class(paper.kind),
        "kind": meta.kind,
        "course": meta.course,
        "version": version,
        "skip": words.common.skip_to_content,
        "up": meta.up.as_ref().and_then(|up| address(&up.href, context).map(|href| json!({ "text": up.text, "href": href }))),
        "styles": styles(paper.kind).map(asset).collect::<Vec<_>>(),
        "scripts": scripts(paper.kind).iter().map(asset).collect::<Vec<_>>(),
        "icon": asset(&"favicon.svg"),
        "plain_title": meta.title,
        "page_before": page_before,
        "page_between": page_between.replace("{total}", ""),
        "heading": inlines(&paper.title, context),
        "lead": inlines(&paper.lead, context),
        "desk": desk(paper, context),
        "letter": letter(context),
        "files": beside::of_page(context),
        "contents": contents(paper, context),
        "contents_word": words.common.contents,
        "body": body(paper, context),
    })
}

/// The styles of a kind of paper.
fn styles(kind: PaperKind) -> impl Iterator<Item = &'static &'static str> {
    let follows = matches!(kind, PaperKind::Followup | PaperKind::Manager | PaperKind::Evaluation | PaperKind::Alignment);
    STYLES.iter().filter(move |it| match **it {
        "followup.css" => follows,
        "write.css" => is_written_on(kind),
        _ => true,
    })
}

/// The scripts of a kind of paper.
fn scripts(kind: PaperKind) -> &'static [&'static str] {
    match kind {
        PaperKind::HandoutBlank => &["paper.js", "write-fields.js", "write.js"],
        PaperKind::Key => &["paper.js", "tally.js"],
        PaperKind::HandoutComplete
        | PaperKind::QuizPaper
        | PaperKind::Guide
        | PaperKind::Agenda
        | PaperKind::Followup
        | PaperKind::Manager
        | PaperKind::Evaluation
        | PaperKind::Alignment => &["paper.js"],
    }
}

/// The tools above a kind of paper.
fn desk(paper: &Paper, context: &Context<'_>) -> String {
    match paper.kind {
        PaperKind::HandoutBlank => writing_desk(&paper.meta.path, context),
        PaperKind::Key => tally_desk(&paper.meta.path, context),
        PaperKind::HandoutComplete
        | PaperKind::QuizPaper
        | PaperKind::Guide
        | PaperKind::Agenda
        | PaperKind::Followup
        | PaperKind::Manager
        | PaperKind::Evaluation
        | PaperKind::Alignment => print_desk(context),
    }
}

/// Whether somebody writes on it in the browser.
fn is_written_on(kind: PaperKind) -> bool {
    matches!(kind, PaperKind::HandoutBlank | PaperKind::Key)
}

fn kind_class(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::HandoutBlank => "handout handout-blank",
        PaperKind::HandoutComplete => "handout handout-complete",
        PaperKind::QuizPaper => "quiz-paper",
        PaperKind::Key => "key",
        PaperKind::Guide => "guide",
        PaperKind::Agenda => "agenda",
        PaperKind::Followup => "followup",
        PaperKind::Manager => "manager",
        PaperKind::Evaluation => "evaluation-form",
        PaperKind::Alignment => "alignment",
    }
}

/// The parts of a paper that is long enough to be looked up in.
fn contents(paper: &Paper, context: &Context<'_>) -> Vec<Value> {
    let is_read = match paper.kind {
        PaperKind::HandoutBlank | PaperKind::HandoutComplete | PaperKind::Guide => true,
        PaperKind::QuizPaper
        | PaperKind::Key
        | PaperKind::Agenda
        | PaperKind::Followup
        | PaperKind::Manager
        | PaperKind::Evaluation
        | PaperKind::Alignment => false,
    };
    let entries: Vec<Value> = sections(paper).filter_map(|it| contents_entry(it, context)).collect();
    if is_read && entries.len() >= CONTENTS_FROM { entries } else { Vec::new() }
}

fn sections(paper: &Paper) -> impl Iterator<Item = &Section> {
    paper.blocks.iter().filter_map(|it| match &it.value {
        Block::Section(section) => Some(section),
        _ => None,
    })
}

fn contents_entry(section: &Section, context: &Context<'_>) -> Option<Value> {
    let mut text = plain_text(&section.title);
    if section.claim {
        let quotes = context.language.quotes;
        text = format!("{}{text}{}", quotes.open, quotes.close);
    }
    if text.trim().is_empty() {
        text = section.kicker.clone()?;
    }
    Some(json!({ "text": text, "href": format!("#{}", anchor(&section.id)), "claim": section.claim }))
}

/// Everything under the title.
fn body(paper: &Paper, context: &Context<'_>) -> String {
    let mut out = String::new();
    if paper.kind == PaperKind::QuizPaper {
        write_name_and_date(&mut out, context);
    }
    let mut waiting: Vec<(usize, &EvidenceNote)> = (1..).zip(&paper.evidence).collect();
    let mut rest = paper.blocks.as_slice();
    while let Some((first, others)) = rest.split_first() {
        if let Block::Section(section) = &first.value {
            write_with_notes(&mut out, section, &mut waiting, context);
            rest = others;
        } else {
            let n_plain = rest.iter().take_while(|it| !matches!(it.value, Block::Section(_))).count();
            write_blocks(&mut out, &rest[..n_plain], 2, context);
            rest = &rest[n_plain..];
        }
    }
    write_back_matter(&mut out, paper, &waiting, context);
    anchor_first_marks(out, paper)
}

/// Appends a part with the evidence notes that are marked in it for the first time.
fn write_with_notes(out: &mut String, section: &Section, waiting: &mut Vec<(usize, &EvidenceNote)>, context: &Context<'_>) {
    let start = out.len();
    write_section(out, section, 2, context, |out| {
        let written = &out[start..];
        let (here, later) = waiting.iter().partition(|(number, _)| written.contains(&mark_start(&evidence_id(*number))));
        *waiting = later;
        write_evidence_notes(out, &here, context);
    });
}

fn evidence_id(number: usize) -> String {
    format!("evidence-{number}")
}

fn write_back_matter(out: &mut String, paper: &Paper, notes: &[(usize, &EvidenceNote)], context: &Context<'_>) {
    let words = &context.language.phrases;
    if let Some(pointer) = &paper.pointer {
        write_pointer(out, pointer);
    }
    write_part(out, "end-evidence", words.evidence.heading, notes.is_empty(), |out| write_evidence_notes(out, notes, context));
    write_part(out, "end-footnotes", words.common.footnotes, paper.footnotes.is_empty(), |out| {
        write_footnotes(out, &paper.footnotes, 3, context);
    });
    write_part(out, "end-glossary", words.common.glossary, paper.glossary.is_empty(), |out| write_glossary(out, &paper.glossary));
    write_part(out, "end-sources", words.common.sources, paper.sources.is_empty(), |out| {
        write_sources(out, &paper.sources, context);
    });
}

/// Appends where to go next: a code to point a telephone at, and the address to type.
fn write_pointer(out: &mut String, pointer: &Pointer) {
    out.push_str("<div class=\"pointer\">\n");
    write_code(out, &pointer.words, &pointer.address);
    let address = escaped(&pointer.address);
    out.push_str(&format!("<p><a href=\"{address}\">{}</a></p>\n</div>\n", escaped(bare(&pointer.address))));
}

fn write_part(out: &mut String, id: &str, title: &str, is_empty: bool, write: impl FnOnce(&mut String)) {
    if is_empty {
        return;
    }
    out.push_str(&format!("<section class=\"section back-matter\" id=\"{id}\">\n"));
    write_heading(out, 2, "section-title", &escaped(title));
    write(out);
    out.push_str("</section>\n");
}

/// Gives the first mark of every note the anchor that the note's way back leads to.
fn anchor_first_marks(mut html: String, paper: &Paper) -> String {
    let evidence = (1..=paper.evidence.len()).map(evidence_id);
    let footnotes = paper.footnotes.iter().map(|it| format!("footnote-{}", it.number));
    for id in evidence.chain(footnotes) {
        let mark = mark_start(&id);
        if let Some(position) = html.find(&mark) {
            html.insert_str(position + mark.len(), &format!(" id=\"{id}-mark\""));
        }
    }
    html
}
