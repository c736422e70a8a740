//! Half a page for whoever leads those who took part: what was said, and three questions to ask.

use std::sync::Arc;

use super::choice::Choice;
use super::flashcard::{key_sentence, realities};
use super::sheet::{list, section, sheet};
use super::view::View;
use super::writer::Writer;
use crate::curriculum::{Edition, Module, Role};
use crate::document::{Document, Inline, Inlines, PaperKind};
use crate::locale::fill;

/// The manager's half page.
pub(super) fn compose(edition: &Edition, choice: &Choice) -> Vec<Document> {
    let words = &edition.language.phrases.followup;
    let quotes = edition.language.quotes;
    let title = format!("{}{}{}", quotes.open, edition.title, quotes.close);
    let lead = fill(words.manager_lead, &[("course", &title)]);
    let mut blocks = Vec::new();
    let taken_up = taken_up(edition, choice);
    if !taken_up.is_empty() {
        blocks.push(section(edition, "reality", words.what_is_so, vec![list(edition, None, taken_up)]));
    }
    let questions = words.manager_questions.iter().map(|it| vec![Inline::Text((*it).to_owned())]).collect();
    blocks.push(section(edition, "questions", words.three_questions, vec![list(edition, Some(1), questions)]));
    vec![sheet(edition, PaperKind::Manager, "manager", words.manager, &lead, blocks)]
}

/// A sentence from each module: what is so of its first claim, else its first key message, else its title.
fn taken_up(edition: &Edition, choice: &Choice) -> Vec<Inlines> {
    let of_module = |module: &Arc<Module>| {
        let mut writer = Writer::new(edition, module, choice, View::Followup);
        let belief = module.sections.iter().find(|it| matches!(it.role, Role::Belief(_)));
        let is_so = belief.and_then(|it| realities(&mut writer, &it.id).into_iter().next());
        let message = is_so.or_else(|| module.sections.iter().find_map(|it| key_sentence(&mut writer, it)));
        message.unwrap_or_else(|| writer.title(&module.title))
    };
    edition.modules.iter().map(of_module).collect()
}
