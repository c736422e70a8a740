//! Blocks, a line or a few for each.

use tvartom::document::{
    Answer, Ballot, Block, Chart, EvidenceNote, GuideNote, Inlines, ListItem, Process, Section, Table, Timetable, Worksheet,
};
use tvartom::source::Spanned;

use super::inline::inlines;
use super::{push, question};

/// Blocks in a row.
pub fn blocks(blocks_: &[Spanned<Block>], indent: usize, out: &mut Vec<String>) {
    blocks_.iter().for_each(|it| block(&it.value, indent, out));
}

/// The section of an id, wherever it lies.
pub fn section<'d>(blocks: &'d [Spanned<Block>], id: &str) -> Option<&'d Spanned<Block>> {
    blocks.iter().find_map(|it| match &it.value {
        Block::Section(inner) if inner.id == id => Some(it),
        Block::Section(inner) => section(&inner.blocks, id),
        _ => None,
    })
}

fn block(block_: &Block, indent: usize, out: &mut Vec<String>) {
    match block_ {
        Block::Section(section) => write_section(section, indent, out),
        Block::RunIn(text) => push(out, indent, &format!("~ {}", inlines(text))),
        Block::Paragraph(text) => push(out, indent, &inlines(text)),
        Block::KeyMessage(text) => push(out, indent, &format!("! {}", inlines(text))),
        Block::List(list) => {
            for (idx, it) in list.items.iter().enumerate() {
                let mark = list.start.map_or("-".to_owned(), |start| format!("{}.", start + idx as u64));
                item(&mark, it, indent, out);
            }
        }
        Block::Definitions(entries) => {
            for (term, definitions) in entries {
                push(out, indent, &format!("{}:", inlines(term)));
                definitions.iter().for_each(|it| blocks(it, indent + 1, out));
            }
        }
        Block::Quote(inner) => labelled("quotation", inner, indent, out),
        Block::Code { language, text } => push(out, indent, &format!("code {language}\n{text}")),
        Block::Math { tex, .. } => push(out, indent, &format!("$$ {tex} $$")),
        Block::Table(it) => table(it, indent, out),
        Block::Figure { picture, caption } => {
            let size = picture.size.map(|(width, height)| format!(" {width}×{height}")).unwrap_or_default();
            push(out, indent, &format!("![{}]({}){size} {}", picture.alt, picture.path, inlines(caption)));
        }
        Block::Callout { kind, title, blocks } => labelled(&format!("{kind:?} {title}"), blocks, indent, out),
        Block::Columns(columns) => columns.iter().for_each(|it| labelled("column", it, indent, out)),
        Block::Chart(it) => push(out, indent, &chart(it)),
        Block::Process(it) => process("process", it, indent, out),
        Block::ProcessSheet(it) => process("process to fill in", it, indent, out),
        Block::Worksheet(it) => worksheet(it, indent, out),
        Block::Claim(text) => push(out, indent, &format!("claim: {}", inlines(text))),
        Block::Ballot(it) => push(out, indent, &format!("tick: {}", ballot(it))),
        Block::GuessBox(it) => {
            let note = it.note.map(|it| format!(" note {it}")).unwrap_or_default();
            push(out, indent, &format!("guess ____ {}, is {}{note}", it.unit, it.actual.as_deref().unwrap_or("____")));
        }
        Block::Lines(n) => push(out, indent, &format!("{n} lines to write on")),
        Block::Pledge => push(out, indent, "if … then I will …"),
        Block::Question { number, item, confidence } => {
            push(out, indent, &format!("question {number}{}", if *confidence { ", how sure?" } else { "" }));
            question::item(item, indent + 1, out);
        }
        Block::Evidence(note) => push(out, indent, &evidence(note)),
        Block::Timetable(it) => timetable(it, indent, out),
        Block::Answer(Answer::Expected(inner)) => labelled("expected", inner, indent, out),
        Block::Answer(Answer::Solution { item, answer }) => {
            question::item(item, indent, out);
            question::answer(item, answer, indent + 1, out);
        }
        Block::Guide(note) => guide(note, indent, out),
        Block::Html(html) => push(out, indent, &format!("html {html}")),
    }
}

fn labelled(label: &str, inner: &[Spanned<Block>], indent: usize, out: &mut Vec<String>) {
    push(out, indent, &format!("{label}:"));
    blocks(inner, indent + 1, out);
}

fn write_section(section: &Section, indent: usize, out: &mut Vec<String>) {
    let kicker = section.kicker.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
    let claim = if section.claim { " [claim]" } else { "" };
    push(out, indent, &format!("#{}{kicker} {}{claim}{}", section.id, inlines(&section.title), super::tone(section.tone)));
    blocks(&section.blocks, indent + 1, out);
}

fn item(mark: &str, item: &ListItem, indent: usize, out: &mut Vec<String>) {
    let task = match item.task {
        Some(true) => " [x]",
        Some(false) => " [ ]",
        None => "",
    };
    let mut inner = Vec::new();
    blocks(&item.blocks, 1, &mut inner);
    let first = inner.first().map(|it| it.trim_start().to_owned()).unwrap_or_default();
    push(out, indent, &format!("{mark}{task} {first}"));
    inner.iter().skip(1).for_each(|it| push(out, indent, it));
}

fn cells(cells: &[Inlines]) -> String {
    cells.iter().map(|it| inlines(it)).collect::<Vec<_>>().join(" | ")
}

fn table(table: &Table, indent: usize, out: &mut Vec<String>) {
    let caption = table.caption.as_ref().map(|it| format!(" {}", inlines(it))).unwrap_or_default();
    push(out, indent, &format!("table {:?}{caption}\n| {}", table.alignments, cells(&table.header)));
    table.rows.iter().for_each(|it| push(out, indent, &format!("| {}", cells(it))));
}

/// A chart.
pub fn chart(chart: &Chart) -> String {
    let title = chart.title.as_ref().map(|it| format!(" {}", inlines(it))).unwrap_or_default();
    let blank = if chart.blank { ", blank" } else { "" };
    let mut out = format!("chart {:?}{title} to {}{blank} ({})", chart.kind, chart.max, chart.alt.replace('\u{a0}', "~"));
    for datum in &chart.data {
        let range = match (datum.low, datum.high) {
            (None, None) => String::new(),
            (low, high) => format!(" {low:?} {high:?} {}", datum.shown_high),
        };
        out.push_str(&format!("\n  {}: {} {}{range}", datum.label, datum.value, datum.shown).replace('\u{a0}', "~"));
    }
    if let Some(caption) = &chart.caption {
        out.push_str(&format!("\n  under it: {}", inlines(caption)));
    }
    out
}

fn process(label: &str, process: &Process, indent: usize, out: &mut Vec<String>) {
    let title = process.title.as_ref().map(|it| format!(" {}", inlines(it))).unwrap_or_default();
    push(out, indent, &format!("{label}{title}"));
    for (idx, step) in process.steps.iter().enumerate() {
        let parts = [("decision", &step.decision), ("who", &step.who), ("do", &step.action), ("sign", &step.sign)];
        let said: String = parts.iter().filter_map(|(name, it)| Some(format!(", {name}: {}", inlines(it.as_ref()?)))).collect();
        let back: String = step.back_to.iter().map(|it| format!(", back to {}", it + 1)).collect();
        push(out, indent + 1, &format!("{}. {}{said}{back}", idx + 1, inlines(&step.name)));
    }
}

fn worksheet(worksheet: &Worksheet, indent: usize, out: &mut Vec<String>) {
    let titled = |title: &Option<Inlines>| title.as_ref().map(|it| format!(" {}", inlines(it))).unwrap_or_default();
    match worksheet {
        Worksheet::Fields { title, fields } => {
            push(out, indent, &format!("worksheet{}", titled(title)));
            fields.iter().for_each(|(label, lines)| push(out, indent + 1, &format!("{}: {lines} lines", inlines(label))));
        }
        Worksheet::Table { title, columns, rows } => {
            push(out, indent, &format!("worksheet{}\n| {}", titled(title), cells(columns)));
            rows.iter().for_each(|it| push(out, indent, &format!("| {}", inlines(it))));
        }
    }
}

/// What can be ticked.
pub fn ballot(ballot: &Ballot) -> String {
    let question = ballot.question.as_ref().map(|it| format!("{} ", inlines(it))).unwrap_or_default();
    format!("{question}{}{}", cells(&ballot.options), if ballot.confidence { ", how sure?" } else { "" })
}

/// What a figure rests on.
pub fn evidence(note: &EvidenceNote) -> String {
    let keys =
        |sources: &[(String, String)]| sources.iter().map(|(text, key)| format!("{text} @{key}")).collect::<Vec<_>>().join(", ");
    let parts = [
        note.figure.clone(),
        note.of.clone(),
        note.statement.clone(),
        Some(format!("{} {}", note.grade, note.grade_words)),
        note.status.clone(),
        note.caveat.as_ref().map(|it| format!("but {it}")),
        note.year.clone(),
        note.n.clone(),
        note.funder.clone(),
        (!note.sources.is_empty()).then(|| format!("from {}", keys(&note.sources))),
        (!note.disputed_by.is_empty()).then(|| format!("disputed by {}", keys(&note.disputed_by))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("evidence {}: {}", note.id, parts.join(" · ")).replace('\u{a0}', "~")
}

fn timetable(timetable: &Timetable, indent: usize, out: &mut Vec<String>) {
    for row in &timetable.rows {
        let module = row.module.as_ref().map(|it| format!(" [{}]", inlines(it))).unwrap_or_default();
        let estimated = if row.estimated { "~" } else { "" };
        let pause = if row.pause { " (pause)" } else { "" };
        let more: String = [&row.method, &row.slides, &row.materials.join(", "), &row.late]
            .into_iter()
            .filter(|it| !it.is_empty())
            .map(|it| format!(" · {it}"))
            .collect();
        push(out, indent, &format!("{} {estimated}{} min{module} {}{pause}{more}", row.start, row.minutes, inlines(&row.title)));
    }
    push(out, indent, &format!("{} end, {} min", timetable.end, timetable.total));
}

fn guide(note: &GuideNote, indent: usize, out: &mut Vec<String>) {
    match note {
        GuideNote::Labelled { label, blocks } => labelled(&format!("{label:?}").to_lowercase(), blocks, indent, out),
        GuideNote::Reply { they, you } => labelled(&format!("if they say “{they}”, you say"), you, indent, out),
        GuideNote::Tally(it) => push(out, indent, &format!("tally: {}", ballot(it))),
        GuideNote::Decision => push(out, indent, "what to do at which share"),
        GuideNote::Slides { first, last } => push(out, indent, &format!("slides {first} to {last}")),
    }
}
