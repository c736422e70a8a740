//! The evaluation: what one will do and what may stop it, instead of how one liked it.

use super::choice::Choice;
use super::sheet::sheet;
use crate::curriculum::Edition;
use crate::document::{Block, Document, Inline, PaperKind, Worksheet};
use crate::source::Spanned;

/// A course's evaluation form.
pub(super) fn compose(edition: &Edition, _choice: &Choice) -> Vec<Document> {
    let words = &edition.language.phrases.followup;
    let fields = words.evaluation_questions.iter();
    let fields = fields.map(|(question, lines)| (vec![Inline::Text((*question).to_owned())], *lines)).collect();
    let form = Block::Worksheet(Worksheet::Fields { title: None, fields });
    let blocks = vec![Spanned::new(form, edition.span)];
    vec![sheet(edition, PaperKind::Evaluation, "evaluation", words.evaluation, words.evaluation_lead, blocks)]
}
