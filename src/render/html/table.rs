//! Tables and a day's run.

use super::context::Context;
use super::escape::escaped;
use super::inline::{inlines, write_inlines};
use crate::document::{Alignment, Inlines, Table, Timetable, TimetablePlace, TimetableRow, plain_text};

/// From so many columns a table may be wider than a phone and scrolls in a region of its own.
const WIDE: usize = 4;

/// Appends a table.
pub fn write_table(out: &mut String, table: &Table, context: &Context<'_>) {
    let n_columns = table.header.len().max(table.rows.iter().map(Vec::len).max().unwrap_or(0));
    let caption = table.caption.as_ref().map(|it| inlines(it, context));
    let name = table.caption.as_ref().map_or_else(|| name_of(&table.header, context), |it| plain_text(it));
    write_region(out, n_columns, &name, |out| {
        out.push_str("<table class=\"table\">\n");
        if let Some(caption) = &caption {
            out.push_str(&format!("<caption>{caption}</caption>\n"));
        }
        let is_headed = table.header.iter().any(|it| !plain_text(it).trim().is_empty());
        if is_headed {
            out.push_str("<thead><tr>");
            for (idx, cell) in table.header.iter().enumerate() {
                write_header_cell(out, cell, alignment_class(table.alignments.get(idx)), context);
            }
            out.push_str("</tr></thead>\n");
        }
        out.push_str("<tbody>\n");
        for row in &table.rows {
            write_row(out, row, table, context);
        }
        out.push_str("</tbody>\n</table>\n");
    });
}

/// Appends what `write` adds, in a region that scrolls sideways and can be reached by keyboard, if it has many columns.
pub fn write_region(out: &mut String, n_columns: usize, name: &str, write: impl FnOnce(&mut String)) {
    if n_columns < WIDE {
        return write(out);
    }
    out.push_str(&format!("<section class=\"table-scroll\" tabindex=\"0\" aria-label=\"{}\">\n", escaped(name)));
    write(out);
    out.push_str("</section>\n");
}

/// What a table without a caption is called: its columns' names.
pub fn name_of(header: &[Inlines], context: &Context<'_>) -> String {
    let names: Vec<String> = header.iter().map(|it| plain_text(it)).filter(|it| !it.trim().is_empty()).collect();
    format!("{}: {}", context.language.phrases.paper.table, names.join(", "))
}

/// Appends a heading of a column; one without words is a plain cell.
pub fn write_header_cell(out: &mut String, cell: &Inlines, class: &str, context: &Context<'_>) {
    let words = inlines(cell, context);
    if words.trim().is_empty() {
        out.push_str("<td></td>");
    } else {
        out.push_str(&format!("<th scope=\"col\"{class}>{words}</th>"));
    }
}

fn write_row(out: &mut String, row: &[Inlines], table: &Table, context: &Context<'_>) {
    out.push_str("<tr>");
    for (idx, cell) in row.iter().enumerate() {
        let class = alignment_class(table.alignments.get(idx));
        let is_heading = idx == 0 && table.row_headings && !plain_text(cell).trim().is_empty();
        let (element, scope) = if is_heading { ("th", " scope=\"row\"") } else { ("td", "") };
        out.push_str(&format!("<{element}{scope}{class}>"));
        write_inlines(out, cell, context);
        out.push_str(&format!("</{element}>"));
    }
    out.push_str("</tr>\n");
}

fn alignment_class(alignment: Option<&Alignment>) -> &'static str {
    match alignment {
        None | Some(Alignment::Start) => "",
        Some(Alignment::Center) => " class=\"align-center\"",
        Some(Alignment::End) => " class=\"align-end\"",
    }
}

/// With more rows, a day's run is set closer on paper, and goes on to another sheet.
const ROOMY: usize = 34;

/// Which of a day's columns have anything in them.
#[derive(Debug, Clone, Copy)]
struct Columns {
    method: bool,
    materials: bool,
    slides: bool,
    late: bool,
}

impl Columns {
    /// All columns: clock, minutes and what at the front, the actual time at the back.
    fn count(self) -> usize {
        4 + [self.method, self.materials, self.slides, self.late].into_iter().filter(|it| *it).count()
    }
}

/// Appends a day's run, with an empty column for what time it was.
pub fn write_timetable(out: &mut String, timetable: &Timetable, context: &Context<'_>) {
    if timetable.place == TimetablePlace::Wall {
        return write_wall(out, timetable, context);
    }
    let words = &context.language.phrases.agenda;
    let columns = Columns {
        method: timetable.rows.iter().any(|it| !it.method.is_empty()),
        materials: timetable.rows.iter().any(|it| !it.materials.is_empty()),
        slides: timetable.rows.iter().any(|it| !it.slides.is_empty()),
        late: timetable.rows.iter().any(|it| !it.late.is_empty()),
    };
    write_region(out, columns.count(), context.language.phrases.common.agenda, |out| {
        let long = if timetable.rows.len() > ROOMY { " timetable-long" } else { "" };
        out.push_str(&format!("<table class=\"timetable{long}\">\n<thead><tr>"));
        let heads = [
            (true, "clock", words.clock),
            (true, "minutes", words.minutes),
            (true, "what", words.block),
            (columns.method, "method", words.method),
            (columns.materials, "materials", words.material),
            (columns.slides, "slides", words.slides),
            (columns.late, "late", words.late),
            (true, "actual", words.actual),
        ];
        for (_, class, head) in heads.iter().filter(|(is_used, ..)| *is_used) {
            out.push_str(&format!("<th scope=\"col\" class=\"timetable-{class}\">{}</th>", escaped(head)));
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for (idx, row) in timetable.rows.iter().enumerate() {
            write_module_row(out, idx, row, columns, context);
            write_timetable_row(out, row, columns, context);
        }
        out.push_str("</tbody>\n<tbody class=\"timetable-end\">\n");
        let rest = "<td></td>".repeat(columns.count() - 4);
        out.push_str(&format!(
            "<tr><td class=\"timetable-clock\">{}</td><td class=\"timetable-minutes\">{}</td><th scope=\"row\">{}</th>{rest}<td \
             class=\"timetable-actual\"></td></tr>\n",
            escaped(&timetable.end),
            timetable.total,
            escaped(words.end)
        ));
        out.push_str("</tbody>\n</table>\n");
    });
    if timetable.rows.iter().any(|it| it.estimated) {
        out.push_str(&format!("<p class=\"timetable-note\">≈ {}</p>\n", escaped(context.language.phrases.common.estimated)));
    }
}

/// Appends the sheet for the wall: a clock time and what begins then.
fn write_wall(out: &mut String, timetable: &Timetable, context: &Context<'_>) {
    let words = &context.language.phrases.agenda;
    out.push_str(&format!(
        "<table class=\"timetable-wall\">\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
        escaped(words.clock),
        escaped(words.block)
    ));
    let row = |class: &str, clock: &str, what: &str| {
        format!("<tr{class}><td class=\"timetable-clock\">{}</td><th scope=\"row\">{what}</th></tr>\n", escaped(clock))
    };
    for it in &timetable.rows {
        let class = if it.pause { " class=\"timetable-pause\"" } else { "" };
        out.push_str(&row(class, &it.start, &inlines(&it.title, context)));
    }
    out.push_str(&row("", &timetable.end, &escaped(words.end)));
    out.push_str("</tbody>\n</table>\n");
}

fn write_module_row(out: &mut String, idx: usize, row: &TimetableRow, columns: Columns, context: &Context<'_>) {
    let Some(module) = &row.module else { return };
    if idx > 0 {
        out.push_str("</tbody>\n<tbody>\n");
    }
    out.push_str(&format!("<tr class=\"timetable-module\"><th scope=\"rowgroup\" colspan=\"{}\">", columns.count()));
    write_inlines(out, module, context);
    out.push_str("</th></tr>\n");
}

fn write_timetable_row(out: &mut String, row: &TimetableRow, columns: Columns, context: &Context<'_>) {
    out.push_str(if row.pause { "<tr class=\"timetable-pause\">" } else { "<tr>" });
    let about = if row.estimated { "≈\u{a0}" } else { "" };
    out.push_str(&format!(
        "<td class=\"timetable-clock\">{}</td><td class=\"timetable-minutes\">{about}{}</td><th scope=\"row\">{}</th>",
        escaped(&row.start),
        row.minutes,
        inlines(&row.title, context)
    ));
    let cells = [
        (columns.method, "method", row.method.clone()),
        (columns.materials, "materials", row.materials.join(", ")),
        (columns.slides, "slides", row.slides.clone()),
        (columns.late, "late", row.late.clone()),
        (true, "actual", String::new()),
    ];
    for (_, class, cell) in cells.iter().filter(|(is_used, ..)| *is_used) {
        out.push_str(&format!("<td class=\"timetable-{class}\">{}</td>", escaped(cell)));
    }
    out.push_str("</tr>\n");
}
