//! The trainer's guide: at a glance, then section by section what to say, do, ask and watch for.

use super::choice::Choice;
use super::chunk::Ids;
use super::cuts::{Cut, cuts};
use super::headcount::{group_size, groups, head_counts, in_figures};
use super::minutes::{self, Time};
use super::part::push_parts;
use super::paths::{Shelf, minutes_in_words};
use super::plan::{materials, slide_numbers};
use super::slide::{Slides, opening_slides, paragraphs, slides};
use super::view::View;
use super::voice;
use super::writer::{Used, Writer, push_labelled};
use super::{claim, meta, paper, question, schedule, unplugged};
use crate::curriculum::{self, BlockKind, Edition, Module, Only, Priority, Role};
use crate::document::{
    Alignment, Answer, Ballot, Block, Blocks, Document, GuideLabel, GuideNote, Href, Inline, Inlines, List, ListItem, PaperKind,
    Section, Table, Tone, plain_text,
};
use crate::item::{Response, Use};
use crate::locale::{Language, fill};
use crate::source::Spanned;

/// A module's guide.
pub(super) fn compose(edition: &Edition, module: &Module, choice: &Choice) -> Vec<Document> {
    let language = edition.language;
    let mut writer = Writer::new(edition, module, choice, View::Guide);
    let meta = meta::of_module(&mut writer, Shelf::Trainer, "guide", language.phrases.common.guide);
    let mut ids = Ids::of(module);
    let mut deck_writer = Writer::new(edition, module, choice, View::Deck);
    let slides = slides(&mut deck_writer);
    let lead = module.lead.as_deref().map(|it| writer.inlines(it)).unwrap_or_default();
    let mut blocks = Blocks::new();
    blocks.push(at_a_glance(&mut writer, &mut ids, &slides));
    blocks.extend(running_late(&mut writer, &mut ids));
    blocks.extend(to_bring(&mut writer, &mut ids));
    blocks.extend(paper::objectives(&mut writer, &mut ids));
    let arc = claim::arc(&module.sections, claim::is_off_deck);
    let mut noted = Used::default();
    for (section_idx, section) in module.sections.iter().enumerate() {
        let numbers = slides.numbers(section_idx, opening_slides(edition, module));
        // The heading is written first, so that evidence is noted in the order it is read.
        let title = heading(&mut writer, section);
        let mut inner = plan(&writer, section, numbers);
        if let Some(place) = arc[section_idx].filter(|it| it.opens_with_vote) {
            let tally = GuideNote::Tally(writer.ballot(place.ballot));
            inner.push(Spanned::new(Block::Guide(tally), section.span));
        }
        inner.extend(script(&mut writer, &mut ids, section));
        inner.extend(evidence(&mut writer, &mut noted, section));
        let kicker = voice::kicker_over(section, &plain_text(&title), language).map(str::to_owned);
        let claim = matches!(section.role, Role::Belief(_));
        let tone = voice::tone(&section.role);
        let section_block = Section { id: section.id.clone(), tone, kicker, title, claim, blocks: inner };
        blocks.push(Spanned::new(Block::Section(section_block), section.span));
    }
    blocks.push(without_projector(&writer, &mut ids, &slides));
    vec![Document::Paper(paper::paper(&mut writer, meta, PaperKind::Guide, lead, blocks))]
}

/// A section's heading; the opening has none of its own.
fn heading<'a>(writer: &mut Writer<'a>, section: &'a curriculum::Section) -> Inlines {
    let title = writer.title(&section.title);
    if title.is_empty() { text(writer.edition.language.phrases.agenda.opening) } else { title }
}

/// Time, materials, and the sections in a table with what can be cut.
fn at_a_glance(writer: &mut Writer<'_>, ids: &mut Ids, slides: &Slides) -> Spanned<Block> {
    let (edition, module) = (writer.edition, writer.module);
    let language = edition.language;
    let phrases = &language.phrases;
    let (minutes, estimated) = minutes::of_module(edition, module);
    let mut time = minutes_in_words(minutes.0, language);
    if estimated {
        time = format!("{time} ({})", phrases.common.estimated);
    }
    let mut facts = vec![labelled(phrases.guide.planned, &time)];
    let materials = materials(&module.sections);
    if !materials.is_empty() {
        facts.push(labelled(phrases.guide.materials, &materials.join(", ")));
    }
    let items =
        facts.into_iter().map(|text| ListItem { task: None, blocks: vec![Spanned::new(Block::Paragraph(text), module.span)] });
    let list = Block::List(List { start: None, items: items.collect() });
    let table = Block::Table(overview(writer, slides));
    let section = Section {
        id: ids.make("at-a-glance"),
        tone: Tone::Neutral,
        kicker: None,
        title: text(phrases.guide.at_a_glance),
        claim: false,
        blocks: vec![Spanned::new(list, module.span), Spanned::new(table, module.span)],
    };
    Spanned::new(Block::Section(section), module.span)
}

fn overview(writer: &mut Writer<'_>, slides: &Slides) -> Table {
    let (edition, module) = (writer.edition, writer.module);
    let language = edition.language;
    let (guide, agenda) = (&language.phrases.guide, &language.phrases.agenda);
    let cut_to = fill(guide.cut_to, &[("n", "…")]);
    let header = [agenda.block, agenda.minutes, guide.priority, &cut_to, guide.slides];
    let mut rows = Vec::new();
    for (section_idx, section) in module.sections.iter().enumerate() {
        let time = minutes::time(edition, module, section);
        let title = heading(writer, section);
        let link = Inline::Link { href: Href::Here(section.id.clone()), children: title };
        let cut = if time.cut < time.minutes { time.cut.to_string() } else { String::new() };
        rows.push(vec![
            vec![link],
            text(&minutes_cell(time)),
            text(priority(section, language).unwrap_or_default()),
            text(&cut),
            text(&slide_numbers(slides.numbers(section_idx, opening_slides(edition, module)))),
        ]);
    }
    writer.take_used();
    let alignments = vec![Alignment::Start, Alignment::End, Alignment::Start, Alignment::End, Alignment::End];
    Table { caption: None, alignments, header: header.map(text).to_vec(), rows, row_headings: true }
}

/// The cut marks, from what costs least, with what each saves and what they save together.
fn running_late(writer: &mut Writer<'_>, ids: &mut Ids) -> Option<Spanned<Block>> {
    let (edition, module) = (writer.edition, writer.module);
    let (guide, agenda) = (&edition.language.phrases.guide, &edition.language.phrases.agenda);
    let slots = schedule::slots(edition);
    let is_own = |it: &schedule::Slot| edition.modules[it.module_idx].slug == module.slug;
    let planned: Vec<Option<u32>> = slots.iter().map(|it| is_own(it).then_some(it.time.minutes)).collect();
    let mut in_all = 0;
    let mut rows = Vec::new();
    for Cut { slots: cut, left, saves } in cuts(&slots, &planned) {
        in_all += saves;
        let mut what = Inlines::new();
        for slot_idx in cut {
            let section = &module.sections[slots[slot_idx].section_idx];
            if !what.is_empty() {
                what.push(Inline::Text(", ".to_owned()));
            }
            what.push(Inline::Link { href: Href::Here(section.id.clone()), children: heading(writer, section) });
        }
        let act = match left {
            Some(left) => fill(guide.cut_to, &[("n", &minutes_in_words(left, edition.language))]),
            None => guide.leave_out.to_owned(),
        };
        rows.push(vec![what, text(&act), text(&saves.to_string()), text(&in_all.to_string())]);
    }
    writer.take_used();
    if rows.is_empty() {
        return None;
    }
    let header = [agenda.block, guide.act, guide.saves, guide.saves_in_all].map(text).to_vec();
    let alignments = vec![Alignment::Start, Alignment::Start, Alignment::End, Alignment::End];
    let table = Table { caption: None, alignments, header, rows, row_headings: true };
    let blocks = vec![Block::from(guide.late_lead), Block::Table(table)];
    Some(part(writer, ids, "running-late", guide.late, blocks))
}

/// How many copies and pens to bring, and how the group divides, for each head count to reckon with.
fn to_bring(writer: &mut Writer<'_>, ids: &mut Ids) -> Option<Spanned<Block>> {
    let (edition, module) = (writer.edition, writer.module);
    let phrases = &edition.language.phrases;
    let guide = &phrases.guide;
    let counts = head_counts(edition, writer.choice);
    let words: Vec<String> = counts.iter().map(u32::to_string).collect();
    let mut rows = Vec::new();
    let mut row = |what: Inlines, cells: Vec<String>| {
        rows.push([vec![what], cells.iter().map(|it| text(it)).collect()].concat());
    };
    row(text(phrases.common.handout), words.clone());
    for (mode, _) in question::modes(module) {
        row(text(&format!("{} · {}", phrases.common.quiz_paper, question::when(mode, edition.language))), words.clone());
    }
    row(text(guide.pens), words.clone());
    for section in &module.sections {
        if let Some(size) = group_size(section) {
            let link = Inline::Link { href: Href::Here(section.id.clone()), children: heading(writer, section) };
            let quotes = edition.language.quotes;
            let what =
                vec![Inline::Text(format!("{}: {}", guide.groups, quotes.open)), link, Inline::Text(quotes.close.to_string())];
            row(what, counts.iter().map(|n| in_figures(&groups(*n, size))).collect());
        }
    }
    writer.take_used();
    if counts.is_empty() {
        return None;
    }
    let participants = |n: &String| text(&fill(phrases.common.participants_exactly, &[("n", n)]));
    let header = std::iter::once(text(guide.copies)).chain(words.iter().map(participants)).collect();
    let mut alignments = vec![Alignment::Start];
    alignments.resize(1 + counts.len(), Alignment::End);
    let table = Table { caption: None, alignments, header, rows, row_headings: true };
    let heading = fill(guide.bring, &[("n", &words.join("–"))]);
    Some(part(writer, ids, "to-bring", &heading, vec![Block::Table(table)]))
}

/// How each slide is run with a whiteboard and a voice.
fn without_projector(writer: &Writer<'_>, ids: &mut Ids, slides: &Slides) -> Spanned<Block> {
    let (edition, module) = (writer.edition, writer.module);
    let words = &edition.language.phrases.unplugged;
    let table = unplugged::table(&slides.slides, opening_slides(edition, module), edition.language);
    part(writer, ids, "without-projector", words.heading, vec![Block::from(words.lead), Block::Table(table)])
}

/// A part that the guide has of itself.
fn part(writer: &Writer<'_>, ids: &mut Ids, id: &str, title: &str, blocks: Vec<Block>) -> Spanned<Block> {
    let span = writer.module.span;
    let section = Section {
        id: ids.make(id),
        tone: Tone::Neutral,
        kicker: None,
        title: text(title),
        claim: false,
        blocks: blocks.into_iter().map(|it| Spanned::new(it, span)).collect(),
    };
    Spanned::new(Block::Section(section), span)
}

/// A section's slides and its plan in a line; for one that can be left out, a mark that says so.
fn plan(writer: &Writer<'_>, section: &curriculum::Section, numbers: Option<(usize, usize)>) -> Blocks {
    let language = writer.edition.language;
    let (guide, common) = (&language.phrases.guide, &language.phrases.common);
    let time = minutes::time(writer.edition, writer.module, section);
    let mut out = Blocks::new();
    if let Some((first, last)) = numbers {
        out.push(Spanned::new(Block::Guide(GuideNote::Slides { first, last }), section.span));
    }
    let mut parts = Vec::new();
    if time.minutes > 0 {
        let minutes = minutes_in_words(time.minutes, language);
        parts.push(if time.estimated { format!("{minutes} ({})", common.estimated) } else { minutes });
    }
    // What can be left out says in one sentence what to do when time is short.
    let can_go = section.plan.priority > Priority::Must && section.role != Role::Break;
    let cut = (time.cut < time.minutes).then(|| minutes_in_words(time.cut, language));
    if let Some(cut) = cut.as_ref().filter(|_| !can_go) {
        parts.push(fill(guide.cut_to, &[("n", cut)]));
    }
    parts.extend(priority(section, language).map(str::to_owned));
    let how = voice::how(section, language);
    if !how.is_empty() {
        parts.push(how);
    }
    if !section.work.materials.is_empty() {
        parts.push(format!("{}: {}", guide.materials, section.work.materials.join(", ")));
    }
    match section.only {
        Some(Only::Deck) => parts.push(common.deck.to_owned()),
        Some(Only::Handout) => parts.push(common.handout.to_owned()),
        Some(Only::Guide) | None => {}
    }
    out.push(Spanned::new(Block::Paragraph(text(&parts.join(" · "))), section.span));
    if can_go {
        let mark = cut.map_or_else(|| guide.short_of_time.to_owned(), |cut| fill(guide.short_of_time_cut, &[("n", &cut)]));
        let mark = Inline::Strong(text(&mark));
        out.push(Spanned::new(Block::Paragraph(vec![mark]), section.span));
    }
    out
}

/// What is said, shown and done, in the author's order.
fn script<'a>(writer: &mut Writer<'a>, ids: &mut Ids, section: &'a curriculum::Section) -> Blocks {
    let mut out = Blocks::new();
    if let Role::Belief(ballot) = &section.role {
        writer.push_tally(&mut out, section.span, ballot);
    }
    if section.role == Role::Votes {
        out.extend(votes(writer));
    }
    if matches!(section.role, Role::Guess(_)) {
        let rule = Block::from(writer.edition.language.phrases.guide.do_not_reveal);
        push_labelled(&mut out, GuideLabel::Do, section.span, vec![Spanned::new(rule, section.span)]);
    }
    push_parts(&mut out, writer, ids, section, |writer, chunk| chunk_script(writer, section, chunk.blocks));
    out
}

/// The questions of the quiz that are voted on: what is right, and a form to count on.
fn votes(writer: &mut Writer<'_>) -> Blocks {
    let module = writer.module;
    let mut out = Blocks::new();
    for asked in question::asked(module, Use::Concept) {
        let item = question::item(writer, asked);
        let Response::Choice { options } = &item.response else { continue };
        let ballot = Ballot { question: None, options: options.clone(), confidence: true };
        let answer = module.quiz.as_ref().and_then(|it| it.key.get(&item.id)).map(|it| question::answer(writer, it));
        let solution = answer.map(|answer| Block::Answer(Answer::Solution { item, answer }));
        let notes = [GuideNote::Tally(ballot), GuideNote::Decision].map(Block::Guide);
        out.extend(solution.into_iter().chain(notes).map(|it| Spanned::new(it, asked.span)));
    }
    out
}

fn chunk_script<'a>(writer: &mut Writer<'a>, section: &'a curriculum::Section, blocks: &'a [curriculum::Block]) -> Blocks {
    let mut out = Blocks::new();
    for block in blocks {
        match (&section.role, &block.kind) {
            (Role::Belief(ballot), BlockKind::Poll(poll)) if poll == ballot => {}
            _ => writer.push_block(&mut out, block, paragraphs(&section.role)),
        }
    }
    out
}

/// The evidence of the figures a section uses first, in place.
fn evidence(writer: &mut Writer<'_>, noted: &mut Used, section: &curriculum::Section) -> Blocks {
    if let Role::Guess(fact) = &section.role
        && let Some(fact) = writer.fact(&fact.value)
    {
        writer.use_fact(fact, true);
    }
    let mut used = writer.take_used();
    used.facts.retain(|it| !noted.facts.contains(it));
    let notes = writer.notes(&used.facts);
    noted.join(used);
    notes.into_iter().map(|note| Spanned::new(Block::Evidence(note), section.span)).collect()
}

fn minutes_cell(time: Time) -> String {
    if time.estimated { format!("≈\u{a0}{}", time.minutes) } else { time.minutes.to_string() }
}

/// How much a section matters, in words; a pause is held when it is due, whatever is left out.
fn priority(section: &curriculum::Section, language: &Language) -> Option<&'static str> {
    let guide = &language.phrases.guide;
    if section.role == Role::Break {
        return None;
    }
    Some(match section.plan.priority {
        Priority::Must => guide.must,
        Priority::Should => guide.should,
        Priority::Could => guide.could,
    })
}

fn labelled(label: &str, value: &str) -> Inlines {
    vec![Inline::Strong(text(&format!("{label}:"))), Inline::Text(format!(" {value}"))]
}

fn text(text: &str) -> Inlines {
    if text.is_empty() {
        return Inlines::new();
    }
    vec![Inline::Text(text.to_owned())]
}
