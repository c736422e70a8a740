//! The answer key: for each time the quiz is asked, each question with what is right and why the rest tempts.

use super::choice::Choice;
use super::chunk::Ids;
use super::paths::Shelf;
use super::view::View;
use super::writer::Writer;
use super::{meta, paper, question};
use crate::curriculum::{Edition, Module, Question, Quiz};
use crate::document::{Answer, Block, Blocks, Document, Inline, List, ListItem, PaperKind, Section, Tone};
use crate::item::Use;
use crate::locale::fill;
use crate::source::Spanned;

/// A module's key.
pub(super) fn compose(edition: &Edition, module: &Module, choice: &Choice) -> Vec<Document> {
    let Some(quiz) = module.quiz.as_ref().filter(|it| !it.questions.is_empty()) else { return Vec::new() };
    let mut writer = Writer::new(edition, module, choice, View::Key);
    let language = edition.language;
    let meta = meta::of_module(&mut writer, Shelf::Trainer, "key", language.phrases.common.key);
    let mut ids = Ids::of(module);
    let mut blocks = Blocks::new();
    let mut modes: Vec<(Use, &str)> = question::modes(module);
    modes.push((Use::Concept, "concept"));
    for (mode, name) in modes {
        let asked = question::asked(module, mode);
        let Some(first) = asked.first() else { continue };
        let section = Section {
            id: ids.make(name),
            tone: Tone::Neutral,
            kicker: None,
            title: vec![Inline::Text(question::when(mode, language).to_owned())],
            claim: false,
            blocks: solutions(&mut writer, quiz, &asked),
        };
        blocks.push(Spanned::new(Block::Section(section), first.span));
    }
    let pass = format!("{}{}%", quiz.pass.unwrap_or(edition.pass), language.before_percent);
    let lead = vec![Inline::Text(fill(language.phrases.paper.pass_mark, &[("n", &pass)]))];
    vec![Document::Paper(paper::paper(&mut writer, meta, PaperKind::Key, lead, blocks))]
}

/// The solutions, numbered as the questions are on paper.
fn solutions<'a>(writer: &mut Writer<'a>, quiz: &'a Quiz, asked: &[&'a Question]) -> Blocks {
    let Some(first) = asked.first() else { return Blocks::new() };
    let items = asked.iter().filter_map(|question| {
        let answer = quiz.key.get(&question.item.id)?;
        let item = question::item(writer, question);
        let solution = Answer::Solution { item, answer: question::answer(writer, answer) };
        Some(ListItem { task: None, blocks: vec![Spanned::new(Block::Answer(solution), question.span)] })
    });
    let list = Block::List(List { start: Some(1), items: items.collect() });
    vec![Spanned::new(list, first.span)]
}
