//! The agenda: one for each variant, and the whole. A sheet for the pocket, with clock times, methods, materials, slides and
//! cut marks; and a sheet for the wall, with what the room needs.

use std::collections::BTreeSet;

use super::card;
use super::choice::Choice;
use super::cuts::cuts;
use super::paths::{self, Shelf};
use super::plan::{materials, slide_numbers};
use super::schedule::{self, Day, Row, RowKind, Slot};
use super::slide::{Slides, opening_slides, slides};
use super::view::View;
use super::writer::Writer;
use super::{meta, voice};
use crate::curriculum::{self, Edition, Module};
use crate::document::{
    Block, Blocks, Document, Inline, Inlines, List, ListItem, Paper, PaperKind, Section, Timetable, TimetablePlace, TimetableRow,
    Tone,
};
use crate::locale::{fill, format_clock};
use crate::source::Spanned;

/// A course's agendas.
pub(super) fn compose(edition: &Edition, choice: &Choice) -> Vec<Document> {
    let slots = schedule::slots(edition);
    if slots.is_empty() {
        return Vec::new();
    }
    let decks: Vec<Slides> =
        edition.modules.iter().map(|module| slides(&mut Writer::new(edition, module, choice, View::Deck))).collect();
    let course = Course { edition, choice, slots: &slots, decks: &decks };
    let mut out = Vec::new();
    if choice.variant.is_none() {
        out.push(course.agenda("agenda", "", &schedule::whole(&slots, &edition.schedule)));
    }
    for variant in edition.variants.iter().filter(|it| choice.variant.as_ref().is_none_or(|name| *name == it.name)) {
        let day = schedule::variant(&slots, &edition.schedule, variant.minutes);
        out.push(course.agenda(&paths::agenda_name(variant), &variant.title, &day));
    }
    out
}

/// A course with what its agendas share.
struct Course<'a> {
    edition: &'a Edition,
    choice: &'a Choice,
    slots: &'a [Slot],
    decks: &'a [Slides],
}

impl Course<'_> {
    fn agenda(&self, name: &str, variant: &str, day: &Day) -> Document {
        let edition = self.edition;
        let phrases = &edition.language.phrases;
        let kind = match variant {
            "" => phrases.common.agenda.to_owned(),
            variant => format!("{} · {variant}", phrases.common.agenda),
        };
        let timetable = Timetable {
            place: TimetablePlace::Pocket,
            rows: self.rows(day),
            end: format_clock(day.end(&edition.schedule), edition.language),
            total: day.total(),
        };
        let is_cut = timetable.rows.iter().any(|it| !it.late.is_empty());
        let legend = is_cut.then(|| Block::Paragraph(text(phrases.agenda.late_legend)));
        let sheet = std::iter::once(Block::Timetable(timetable)).chain(legend);
        let mut blocks: Blocks = sheet.map(|it| Spanned::new(it, edition.span)).collect();
        blocks.extend(self.materials(day));
        blocks.extend(self.left_out(day));
        blocks.push(self.wall(day));
        Document::Paper(Paper {
            meta: meta::of_course(edition, Shelf::Trainer, name, &kind),
            kind: PaperKind::Agenda,
            title: text(&edition.title),
            lead: self.lead(variant, day),
            blocks,
            evidence: Vec::new(),
            footnotes: Vec::new(),
            sources: Vec::new(),
            glossary: Vec::new(),
            pointer: None,
        })
    }

    fn lead(&self, variant: &str, day: &Day) -> Inlines {
        let language = self.edition.language;
        let phrases = &language.phrases;
        let mut parts = Vec::new();
        if !variant.is_empty() {
            parts.push(format!("{}: {variant}", phrases.agenda.variant));
        }
        let minutes = paths::minutes_in_words(day.total(), language);
        // Elsewhere a course's minutes are those of work.
        let mut length = vec![minutes];
        if let pauses @ 1.. = self.pauses(day) {
            length.push(fill(phrases.agenda.of_them_pauses, &[("n", &pauses.to_string())]));
        }
        if let Some(lunch) = day.rows.iter().find(|it| it.kind == RowKind::Lunch) {
            length.push(fill(phrases.agenda.lunch_besides, &[("n", &paths::minutes_in_words(lunch.minutes, language))]));
        }
        parts.push(length.join(", "));
        parts.extend(card::participants(self.edition, self.choice));
        text(&parts.join(" · "))
    }

    /// The minutes of a day's pauses, without lunch.
    fn pauses(&self, day: &Day) -> u32 {
        let is_pause = |row: &&Row| match row.kind {
            RowKind::Pause => true,
            RowKind::Lunch => false,
            RowKind::Section(slot_idx) => self.slots[slot_idx].is_pause,
        };
        day.rows.iter().filter(is_pause).map(|it| it.minutes).sum()
    }

    fn module(&self, slot: &Slot) -> &Module {
        &self.edition.modules[slot.module_idx]
    }

    fn section(&self, slot: &Slot) -> &curriculum::Section {
        &self.module(slot).sections[slot.section_idx]
    }

    fn rows(&self, day: &Day) -> Vec<TimetableRow> {
        let agenda = &self.edition.language.phrases.agenda;
        let mut last_module = None;
        let late = self.late(day);
        let mut out = Vec::new();
        for row in &day.rows {
            let mut made = self.pause(row.start, row.minutes, agenda.pause);
            match row.kind {
                RowKind::Pause => {}
                RowKind::Lunch => made.title = text(agenda.lunch),
                RowKind::Section(slot_idx) => {
                    let slot = &self.slots[slot_idx];
                    self.fill(&mut made, slot);
                    made.late = late[slot_idx].join(", ");
                    let is_new = last_module != Some(slot.module_idx) && !slot.is_pause;
                    if is_new {
                        last_module = Some(slot.module_idx);
                        made.module = Some(self.module_title(slot));
                    }
                }
            }
            out.push(made);
        }
        out
    }

    /// A row that is a pause, until it is made something else.
    fn pause(&self, start: u32, minutes: u32, title: &str) -> TimetableRow {
        TimetableRow {
            start: format_clock(start, self.edition.language),
            minutes,
            estimated: false,
            title: text(title),
            module: None,
            pause: true,
            method: String::new(),
            materials: Vec::new(),
            slides: String::new(),
            late: String::new(),
        }
    }

    /// For each slot its cut marks in words. What a claim saves as a whole stands at its belief.
    fn late(&self, day: &Day) -> Vec<Vec<String>> {
        let agenda = &self.edition.language.phrases.agenda;
        let mut out = vec![Vec::new(); self.slots.len()];
        for cut in cuts(self.slots, &day.planned(self.slots.len())) {
            let saves = cut.saves.to_string();
            out[cut.slots[0]].push(match cut.left {
                Some(left) => fill(agenda.cut_to, &[("m", &left.to_string()), ("n", &saves)]),
                None => fill(agenda.cut_out, &[("n", &saves)]),
            });
        }
        out
    }

    /// The sheet for the wall: when each module begins, pauses, lunch and the end.
    fn wall(&self, day: &Day) -> Spanned<Block> {
        let edition = self.edition;
        let agenda = &edition.language.phrases.agenda;
        let mut rows: Vec<TimetableRow> = Vec::new();
        let mut begun = BTreeSet::new();
        for row in &day.rows {
            let made = match row.kind {
                RowKind::Pause => self.pause(row.start, row.minutes, agenda.pause),
                RowKind::Lunch => self.pause(row.start, row.minutes, agenda.lunch),
                RowKind::Section(slot_idx) if self.slots[slot_idx].is_pause => self.pause(row.start, row.minutes, agenda.pause),
                RowKind::Section(slot_idx) => {
                    let slot = &self.slots[slot_idx];
                    let title = self.module_title(slot);
                    if let Some(last) = rows.last_mut().filter(|it| it.module.as_ref() == Some(&title)) {
                        last.minutes += row.minutes;
                        continue;
                    }
                    let mut made = self.pause(row.start, row.minutes, "");
                    made.pause = false;
                    made.title.clone_from(&title);
                    if !begun.insert(slot.module_idx) {
                        made.title.push(Inline::Text(format!(" ({})", agenda.continued)));
                    }
                    made.module = Some(title);
                    made
                }
            };
            rows.push(made);
        }
        let end = format_clock(day.end(&edition.schedule), edition.language);
        let timetable = Block::Timetable(Timetable { place: TimetablePlace::Wall, rows, end, total: day.total() });
        let section = Section {
            id: "wall".to_owned(),
            tone: Tone::Neutral,
            kicker: Some(agenda.wall.to_owned()),
            title: text(&edition.title),
            claim: false,
            blocks: vec![Spanned::new(timetable, edition.span)],
        };
        Spanned::new(Block::Section(section), edition.span)
    }

    fn fill(&self, row: &mut TimetableRow, slot: &Slot) {
        let section = self.section(slot);
        row.estimated = slot.time.estimated;
        row.title = self.title(slot);
        row.pause = slot.is_pause;
        row.method = voice::how(section, self.edition.language);
        row.materials.clone_from(&section.work.materials);
        let numbers = self.decks[slot.module_idx].numbers(slot.section_idx, opening_slides(self.edition, self.module(slot)));
        row.slides = slide_numbers(numbers);
    }

    fn module_title(&self, slot: &Slot) -> Inlines {
        let module = self.module(slot);
        Writer::new(self.edition, module, self.choice, View::Agenda).title(&module.title)
    }

    /// A section's heading; an opening has none of its own.
    fn title(&self, slot: &Slot) -> Inlines {
        let module = self.module(slot);
        let title = Writer::new(self.edition, module, self.choice, View::Agenda).title(&self.section(slot).title);
        if title.is_empty() { text(self.edition.language.phrases.agenda.opening) } else { title }
    }

    fn materials(&self, day: &Day) -> Option<Spanned<Block>> {
        let sections = day.rows.iter().filter_map(|row| match row.kind {
            RowKind::Section(slot_idx) => Some(self.section(&self.slots[slot_idx])),
            RowKind::Pause | RowKind::Lunch => None,
        });
        let items: Vec<Inlines> = materials(sections).into_iter().map(|it| text(&it)).collect();
        let list = (!items.is_empty()).then(|| self.items(items));
        self.part("materials", self.edition.language.phrases.guide.materials, list.into_iter().collect())
    }

    /// What found no room: a paragraph for each module it is from.
    fn left_out(&self, day: &Day) -> Option<Spanned<Block>> {
        let language = self.edition.language;
        let slots: Vec<&Slot> = day.left_out.iter().map(|it| &self.slots[*it]).filter(|it| !it.is_pause).collect();
        let min = language.phrases.agenda.minutes.to_lowercase();
        let of_module = |slots: &[&Slot]| {
            let mut item = vec![Inline::Strong(self.module_title(slots[0])), Inline::Text(": ".to_owned())];
            for (idx, slot) in slots.iter().enumerate() {
                item.extend((idx > 0).then(|| Inline::Text(" · ".to_owned())));
                item.extend(self.title(slot));
                item.push(Inline::Text(format!(" ({}\u{a0}{min})", slot.time.minutes)));
            }
            Block::Paragraph(item)
        };
        let paragraphs = slots.chunk_by(|one, other| one.module_idx == other.module_idx).map(of_module);
        self.part("left-out", language.phrases.agenda.left_out, paragraphs.collect())
    }

    fn items(&self, items: Vec<Inlines>) -> Block {
        let items = items.into_iter().map(|it| {
            let blocks: Blocks = vec![Spanned::new(Block::Paragraph(it), self.edition.span)];
            ListItem { task: None, blocks }
        });
        Block::List(List { start: None, items: items.collect() })
    }

    /// A part, if there is anything in it.
    fn part(&self, id: &str, title: &str, blocks: Vec<Block>) -> Option<Spanned<Block>> {
        let span = self.edition.span;
        if blocks.is_empty() {
            return None;
        }
        let section = Section {
            id: id.to_owned(),
            tone: Tone::Neutral,
            kicker: None,
            title: text(title),
            claim: false,
            blocks: blocks.into_iter().map(|it| Spanned::new(it, span)).collect(),
        };
        Some(Spanned::new(Block::Section(section), span))
    }
}

fn text(text: &str) -> Inlines {
    vec![Inline::Text(text.to_owned())]
}
