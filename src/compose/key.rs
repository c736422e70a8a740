//! The answer key: for each time the quiz is asked, each question with what is right and why the rest tempts.

use std::collections::BTreeSet;

use super::choice::Choice;
use super::chunk::Ids;
use super::paths::Shelf;
use super::view::View;
use super::writer::Writer;
use super::{marking, meta, paper, question};
use crate::curriculum::{Edition, Module, Question, Quiz};
use crate::document::{Answer, Block, Blocks, Document, Inline, PaperKind, Section, Tone};
use crate::item::{ItemId, Use};
use crate::locale::fill;
use crate::source::{Span, Spanned};

/// A module's key.
pub(super) fn compose(edition: &Edition, module: &Module, choice: &Choice) -> Vec<Document> {
    let Some(quiz) = module.quiz.as_ref().filter(|it| !it.questions.is_empty()) else { return Vec::new() };
    let mut writer = Writer::new(edition, module, choice, View::Key);
    let language = edition.language;
    let meta = meta::of_module(&mut writer, Shelf::Trainer, "key", language.phrases.common.key);
    let mut ids = Ids::of(module);
    let mut blocks = Blocks::new();
    let mut explained = BTreeSet::new();
    let pass = quiz.pass.unwrap_or(edition.pass);
    let confidence = quiz.confidence.unwrap_or(edition.confidence);
    let mut modes: Vec<(Use, &str)> = question::modes(module);
    modes.push((Use::Concept, "concept"));
    for (mode, name) in modes {
        let asked = question::asked(module, mode);
        let Some(first) = asked.first() else { continue };
        let mut inner = solutions(&mut writer, quiz, &asked, &mut explained);
        if mode != Use::Concept {
            let tally = marking::tally(&asked, mode, confidence, language);
            let forms = marking::scheme(&asked, mode, pass, language).into_iter().flatten().chain(tally);
            inner.extend(forms.map(|it| Spanned::new(it, first.span)));
        }
        blocks.push(section(ids.make(name), question::when(mode, language), inner, first.span));
    }
    if let Some(survival) = marking::survival(&mut writer, quiz) {
        let inner = survival.into_iter().map(|it| Spanned::new(it, module.span)).collect();
        blocks.push(section(ids.make("survival"), language.phrases.paper.survival, inner, module.span));
    }
    let pass = format!("{pass}{}%", language.before_percent);
    let lead = vec![Inline::Text(fill(language.phrases.paper.pass_mark, &[("n", &pass)]))];
    vec![Document::Paper(paper::paper(&mut writer, meta, PaperKind::Key, lead, blocks))]
}

fn section(id: String, title: &str, blocks: Blocks, span: Span) -> Spanned<Block> {
    let title = vec![Inline::Text(title.to_owned())];
    let section = Section { id, tone: Tone::Neutral, kicker: None, title, claim: false, blocks };
    Spanned::new(Block::Section(section), span)
}

/// The solutions in the order of the paper. Reasons are given where a question comes first; later the answer is enough.
fn solutions<'a>(
    writer: &mut Writer<'a>,
    quiz: &'a Quiz,
    asked: &[&'a Question],
    explained: &mut BTreeSet<&'a ItemId>,
) -> Blocks {
    let mut out = Blocks::new();
    for question in asked {
        let Some(answer) = quiz.key.get(&question.item.id) else { continue };
        let item = question::item(writer, question);
        let mut answer = question::answer(writer, answer);
        if !explained.insert(&question.item.id) {
            answer.why = None;
            answer.why_option.iter_mut().for_each(|it| *it = None);
        }
        out.push(Spanned::new(Block::Answer(Answer::Solution { item, answer }), question.span));
    }
    out
}
