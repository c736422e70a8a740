//! The slides of a module, and which of them show which section.

use super::blank::{blank, finish, title_of};
use super::block::Paragraphs;
use super::chunk::{Chunk, Ids, chunks, has_divider, is_in};
use super::claim::{self, ClaimPlace};
use super::layout::{lay_out, role_layout};
use super::minutes::{self, DISCUSS};
use super::view::View;
use super::vote::Vote;
use super::writer::{Used, Writer};
use super::{chart, evidence, parts, question};
use crate::curriculum::{Edition, FactId, Module, Role, Section};
use crate::document::{Answer, Ballot, Block, Blocks, GuideLabel, GuideNote, Layout, Slide, Tone};
use crate::item::{Response, Solution, Use};
use crate::source::Spanned;

/// The slides of a module.
#[derive(Debug)]
pub(super) struct Slides {
    /// The slides of the sections, in order.
    pub slides: Vec<Slide>,
    /// For each section of the module the positions of its first and last slide among them.
    pub ranges: Vec<Option<(usize, usize)>>,
    /// What is said before the first of them, where the opening shows nothing.
    pub opening_notes: Blocks,
    /// How long that takes.
    pub opening_minutes: u32,
    /// The ids that are taken.
    pub ids: Ids,
}

impl Slides {
    /// The numbers of a section's first and last slide; `before` slides stand before them all.
    pub(super) fn numbers(&self, section_idx: usize, before: usize) -> Option<(usize, usize)> {
        self.ranges.get(section_idx).copied().flatten().map(|(first, last)| (first + before + 1, last + before + 1))
    }
}

/// How many slides a deck has before its sections: the title, and objectives and agenda where there are any.
pub(super) fn opening_slides(edition: &Edition, module: &Module) -> usize {
    let has_agenda = parts::are_listed(&parts::of_module(edition, module));
    1 + usize::from(!module.objectives.is_empty()) + usize::from(has_agenda)
}

/// The slides of a module's sections.
pub(super) fn slides(writer: &mut Writer<'_>) -> Slides {
    let module = writer.module;
    let arc = claim::arc(&module.sections, claim::is_off_deck);
    let mut maker = Maker {
        slides: Vec::new(),
        opening_notes: Blocks::new(),
        opening_minutes: 0,
        ids: Ids::of(module),
        n_votes: claim::count(&arc),
        ballot_answers: Vec::new(),
    };
    let mut ranges = Vec::new();
    for (section, place) in module.sections.iter().zip(&arc) {
        let first = maker.slides.len();
        if is_in(section, View::Deck) {
            maker.section(writer, section, *place);
        }
        let end = maker.slides.len();
        ranges.push((end > first).then(|| (first, end - 1)));
    }
    Slides {
        slides: maker.slides,
        ranges,
        opening_notes: maker.opening_notes,
        opening_minutes: maker.opening_minutes,
        ids: maker.ids,
    }
}

/// Makes slides in order.
#[derive(Debug)]
struct Maker {
    slides: Vec<Slide>,
    opening_notes: Blocks,
    opening_minutes: u32,
    ids: Ids,
    /// Positions of votes given out so far: the claims' first, then polls'.
    n_votes: usize,
    /// Expected answers to claims, held back until the second vote.
    ballot_answers: Vec<(usize, Blocks)>,
}

impl Maker {
    fn section<'a>(&mut self, writer: &mut Writer<'a>, section: &'a Section, place: Option<ClaimPlace<'a>>) {
        let first = self.slides.len();
        if let Some(place) = place.filter(|it| it.opens_with_vote) {
            let vote = self.vote(writer, section, place);
            self.slides.push(vote.again(&format!("{}-vote-2", section.id), &mut self.ids));
            self.reveal_ballot_answers(writer, &vote, place.claim);
        }
        match &section.role {
            Role::Belief(_) => self.belief(writer, section, place),
            Role::Guess(fact) => self.guess(writer, section, &fact.value),
            Role::Inversion => self.inversion(writer, section, place),
            Role::Votes => self.concept_questions(writer),
            _ => {
                let layout = role_layout(writer, section);
                let opens = !has_divider(section);
                if !opens {
                    let title = writer.title(&section.title);
                    let used = writer.take_used();
                    let mut slide = blank(writer, section, section.id.clone(), section.span, Layout::Section, title);
                    finish(writer, &mut slide, used, Used::default());
                    self.slides.push(slide);
                }
                self.contents(writer, section, &chunks(section), opens, layout.as_ref());
            }
        }
        self.answers(writer, section, place);
        if let Some(place) = place.filter(|it| it.ends_with_shift) {
            let vote = self.vote(writer, section, place);
            self.slides.push(vote.shift(&format!("{}-shift", section.id), &mut self.ids));
        }
        let minutes = minutes::time(writer.edition, writer.module, section).minutes;
        match self.slides.get_mut(first) {
            Some(slide) => slide.minutes = (minutes > 0).then_some(minutes),
            None => self.opening_minutes += minutes,
        }
    }

    fn vote<'a>(&mut self, writer: &mut Writer<'a>, section: &Section, place: ClaimPlace<'a>) -> Vote {
        let claim = writer.title(&place.belief.title);
        let ballot = writer.ballot(place.ballot);
        let tone = if ballot.question.is_some() { Tone::Neutral } else { Tone::Belief };
        let claim = ballot.question.clone().unwrap_or(claim);
        writer.take_used();
        let correct = claim::correct(place.ballot);
        Vote { claim: place.claim, title: claim, ballot, correct, tone, span: section.span, language: writer.edition.language }
    }

    fn belief<'a>(&mut self, writer: &mut Writer<'a>, section: &'a Section, place: Option<ClaimPlace<'a>>) {
        let Some(place) = place else { return };
        let chunks = chunks(section);
        let title = writer.title(&section.title);
        let mut bodies = Vec::new();
        for chunk in &chunks {
            let body = blocks_without_own_poll(writer, chunk, place);
            let used = writer.take_used();
            bodies.push((chunk, body, used));
        }
        let asides = std::mem::take(&mut writer.asides);
        let (after_vote, with_claim): (Blocks, Blocks) = asides.into_iter().partition(|it| is_for_discussion(&it.value));
        let mut slide = blank(writer, section, section.id.clone(), section.span, Layout::Claim, title);
        slide.claim = Some(place.claim);
        slide.notes = with_claim;
        let used = std::mem::take(&mut writer.aside_used);
        finish(writer, &mut slide, Used::default(), used);
        self.slides.push(slide);
        let vote = self.vote(writer, section, place);
        self.slides.push(vote.first(&format!("{}-vote-1", section.id), &mut self.ids));
        let mut discuss = vote.discuss(&format!("{}-discuss", section.id), DISCUSS, &mut self.ids);
        discuss.notes = after_vote;
        self.slides.push(discuss);
        // What the author shows with a claim follows the discussion, so that the claim stands alone until it is voted on.
        for (chunk, body, used) in bodies.into_iter().filter(|(_, body, _)| !body.is_empty()) {
            let number = chunk.number + 1;
            let id = chunk.id.map_or_else(|| self.ids.make(&format!("{}-{number}", section.id)), str::to_owned);
            let title = writer.title(chunk.title.unwrap_or(&section.title));
            writer.take_used();
            let mut slide = blank(writer, section, id, chunk.span, Layout::Content, title);
            slide.body = body;
            finish(writer, &mut slide, used, Used::default());
            self.slides.push(slide);
        }
        let answers = std::mem::take(&mut writer.answers);
        if !answers.is_empty() {
            self.ballot_answers.push((place.claim, answers));
        }
        self.polls(writer, section);
    }

    fn reveal_ballot_answers(&mut self, writer: &mut Writer<'_>, vote: &Vote, claim: usize) {
        let (due, kept) = std::mem::take(&mut self.ballot_answers).into_iter().partition(|(it, _)| *it == claim);
        self.ballot_answers = kept;
        let due: Vec<(usize, Blocks)> = due;
        for (_, answers) in due {
            let last = self.slides.last().expect("the second vote was just shown");
            let id = self.ids.make(&format!("{}-answers", last.id));
            let kicker = writer.edition.language.phrases.common.answer;
            let mut slide = vote.slide(id, Layout::Content, kicker, Tone::Reality);
            slide.body = answers;
            self.slides.push(slide);
        }
    }

    fn guess<'a>(&mut self, writer: &mut Writer<'a>, section: &'a Section, fact: &'a FactId) {
        let language = writer.edition.language;
        let known = writer.fact(fact);
        let amount = known.and_then(|it| it.amount.as_ref());
        let unit = amount.map(|it| evidence::unit_in_words(&it.unit)).unwrap_or_default();
        let chunks = chunks(section);
        let n_slides = self.slides.len();
        self.contents(writer, section, &chunks, true, Some(&Layout::Guess { unit }));
        // A chart of the figure itself would answer the question it stands under; it belongs to the slide that tells.
        let mut proof = None;
        for slide in &mut self.slides[n_slides..] {
            if slide.evidence.iter().any(|it| it.id == fact.0) {
                let chart = slide.body.iter().position(|it| matches!(it.value, Block::Chart(_)));
                if let Some(Spanned { value: Block::Chart(chart), .. }) = chart.map(|idx| slide.body.remove(idx)) {
                    proof = Some(chart);
                    slide.evidence.retain(|it| it.id != fact.0);
                }
            }
        }
        if let Some(slide) = self.slides.get_mut(n_slides) {
            let rule = Block::from(language.phrases.guide.do_not_reveal);
            let mut notes = Blocks::new();
            super::writer::push_labelled(&mut notes, GuideLabel::Do, section.span, vec![Spanned::new(rule, section.span)]);
            notes.append(&mut slide.notes);
            slide.notes = notes;
        }
        let Some(known) = known else { return };
        let Some((figure, of)) = chart::headline(known, language) else { return };
        let chart = proof.or_else(|| chart::proof(known, language));
        let id = self.ids.make(&format!("{}-figure", section.id));
        let title = title_of(writer, section, None);
        writer.take_used();
        let mut slide = blank(writer, section, id, section.span, Layout::Figure { figure, of, chart }, title);
        slide.tone = Tone::Reality;
        slide.kicker = language.phrases.roles.actual.to_owned();
        writer.use_fact(known, true);
        let used = writer.take_used();
        finish(writer, &mut slide, used, Used::default());
        self.slides.push(slide);
    }

    fn inversion<'a>(&mut self, writer: &mut Writer<'a>, section: &'a Section, place: Option<ClaimPlace<'a>>) {
        let claim = place.map(|it| writer.title(&it.belief.title));
        writer.take_used();
        let chunks = chunks(section);
        // What is said before anything is shown belongs to the question alone on its slide.
        let n_leading = chunks[0].title.map_or_else(|| leading_unshown(writer, chunks[0].blocks), |_| 0);
        let (leading, rest) = chunks[0].blocks.split_at(n_leading);
        let question = Chunk { blocks: leading, ..chunks[0] };
        let question = Chunk { title: None, ..question };
        self.contents(writer, section, &[question], true, Some(&Layout::Inversion { claim }));
        let mut following = Vec::new();
        if !rest.is_empty() || chunks[0].title.is_some() {
            following.push(Chunk { blocks: rest, number: chunks[0].number + 1, ..chunks[0] });
        }
        following.extend(chunks[1..].iter().map(|it| Chunk { number: it.number + 1, ..*it }));
        self.contents(writer, section, &following, false, None);
    }

    /// Slides for chunks. The first takes the section's id if `opens`, and the layout of the section's role.
    fn contents<'a>(
        &mut self,
        writer: &mut Writer<'a>,
        section: &'a Section,
        chunks: &[Chunk<'a>],
        opens: bool,
        layout: Option<&Layout>,
    ) {
        for (chunk_idx, chunk) in chunks.iter().enumerate() {
            let is_first = opens && chunk_idx == 0;
            let id = match chunk.id {
                _ if is_first => section.id.clone(),
                Some(id) => id.to_owned(),
                None => self.ids.make(&format!("{}-{}", section.id, chunk.number)),
            };
            let title = title_of(writer, section, chunk.title);
            let title_used = writer.take_used();
            let body = writer.blocks(chunk.blocks, paragraphs(&section.role));
            let mut used = title_used;
            used.join(writer.take_used());
            let own = if is_first || section.role == Role::Recap { layout.cloned() } else { None };
            let layout = own.unwrap_or(Layout::Content);
            let mut slide = blank(writer, section, id, chunk.span, layout, title);
            slide.body = body;
            slide.notes = std::mem::take(&mut writer.asides);
            lay_out(writer, &mut slide, section, chunk);
            let aside_used = std::mem::take(&mut writer.aside_used);
            finish(writer, &mut slide, used, aside_used);
            let is_bare = slide.body.is_empty() && matches!(slide.layout, Layout::Content);
            if is_bare && !writer.polls.is_empty() {
                // A heading over a vote and nothing else is no slide of its own: the vote is.
                let first = self.slides.len();
                self.polls(writer, section);
                if let Some(vote) = self.slides.get_mut(first) {
                    vote.id = slide.id;
                    slide.notes.append(&mut vote.notes);
                    vote.notes = slide.notes;
                }
                continue;
            }
            if section.title.is_empty() && slide.body.is_empty() {
                self.opening_notes.append(&mut slide.notes);
            } else {
                self.slides.push(slide);
            }
            self.polls(writer, section);
        }
    }

    /// A vote that is no claim: if something is right, it is put twice with a discussion between.
    fn polls<'a>(&mut self, writer: &mut Writer<'a>, section: &'a Section) {
        for (span, poll) in std::mem::take(&mut writer.polls) {
            let ballot = writer.ballot(poll);
            writer.take_used();
            let title = ballot.question.clone().unwrap_or_else(|| title_of(writer, section, None));
            writer.take_used();
            let correct = claim::correct(poll);
            let vote = Vote {
                claim: self.n_votes,
                title,
                ballot,
                correct,
                tone: Tone::Neutral,
                span,
                language: writer.edition.language,
            };
            self.n_votes += 1;
            self.vote_slides(&vote, &format!("{}-poll", section.id));
        }
    }

    /// Questions that are voted on in the room: like a claim, with the reasons in the notes of the shift.
    fn concept_questions(&mut self, writer: &mut Writer<'_>) {
        let module = writer.module;
        for asked in question::asked(module, Use::Concept) {
            let item = question::item(writer, asked);
            // What the reasons cite must not stand under the question.
            let asked_with = writer.take_used();
            let Response::Choice { options } = &item.response else { continue };
            let ballot = Ballot { question: None, options: options.clone(), confidence: true };
            let answer = module.quiz.as_ref().and_then(|it| it.key.get(&item.id)).map(|it| question::answer(writer, it));
            let correct = answer.as_ref().and_then(|it| match it.solution {
                Solution::Choice(option) => Some(option),
                _ => None,
            });
            let title = item.question.clone();
            let vote = Vote {
                claim: self.n_votes,
                title,
                ballot,
                correct,
                tone: Tone::Neutral,
                span: asked.span,
                language: writer.edition.language,
            };
            self.n_votes += 1;
            let first = self.slides.len();
            self.vote_slides(&vote, &item.id.0);
            writer.take_used();
            if let Some(slide) = self.slides.get_mut(first) {
                slide.evidence = writer.notes(&asked_with.facts);
            }
            if let (Some(answer), Some(last)) = (answer, self.slides.last_mut()) {
                last.notes.push(Spanned::new(Block::Answer(Answer::Solution { item, answer }), asked.span));
            }
        }
    }

    /// First vote; and, if something is right, discussion, second vote and shift.
    fn vote_slides(&mut self, vote: &Vote, id: &str) {
        self.slides.push(vote.first(&format!("{id}-vote-1"), &mut self.ids));
        if vote.correct.is_some() {
            self.slides.push(vote.discuss(&format!("{id}-discuss"), DISCUSS, &mut self.ids));
            self.slides.push(vote.again(&format!("{id}-vote-2"), &mut self.ids));
            self.slides.push(vote.shift(&format!("{id}-shift"), &mut self.ids));
        }
    }

    /// Expected answers, on a slide of their own after what they answer.
    fn answers<'a>(&mut self, writer: &mut Writer<'a>, section: &'a Section, place: Option<ClaimPlace<'_>>) {
        let answers = std::mem::take(&mut writer.answers);
        if answers.is_empty() {
            return;
        }
        let title = title_of(writer, section, None);
        writer.take_used();
        let id = self.ids.make(&format!("{}-answers", section.id));
        let mut slide = blank(writer, section, id, answers[0].span, Layout::Content, title);
        slide.kicker = writer.edition.language.phrases.common.answer.to_owned();
        slide.tone = if place.is_some_and(|it| it.opens_with_vote) { Tone::Reality } else { Tone::Neutral };
        slide.body = answers;
        self.slides.push(slide);
    }
}

/// How paragraphs of a section are taken: where the group does something, they are the task.
pub(super) fn paragraphs(role: &Role) -> Paragraphs {
    match role {
        Role::Task(_) | Role::Guess(_) | Role::Commitment => Paragraphs::Shown,
        _ => Paragraphs::Said,
    }
}

/// How many of the first blocks show nothing on a slide.
fn leading_unshown<'a>(writer: &Writer<'a>, blocks: &'a [crate::curriculum::Block]) -> usize {
    let mut probe = Writer::new(writer.edition, writer.module, writer.choice, View::Deck);
    blocks.iter().take_while(|it| probe.blocks(std::slice::from_ref(it), Paragraphs::Said).is_empty()).count()
}

/// A belief's body; the vote that stands for agree and disagree is not shown a second time.
fn blocks_without_own_poll<'a>(writer: &mut Writer<'a>, chunk: &Chunk<'a>, place: ClaimPlace<'a>) -> Blocks {
    let body = writer.blocks(chunk.blocks, Paragraphs::Said);
    writer.polls.retain(|(_, poll)| *poll != place.ballot);
    body
}

/// What the trainer needs once people talk: replies and what gathers it up.
fn is_for_discussion(block: &Block) -> bool {
    matches!(block, Block::Guide(GuideNote::Reply { .. } | GuideNote::Labelled { label: GuideLabel::Debrief, .. }))
}
