//! Certificates: that somebody took part, and where there is a test, that somebody passed it.

use super::choice::Choice;
use super::paths::{Shelf, hours_in_words};
use super::view::View;
use super::writer::Writer;
use super::{meta, minutes};
use crate::curriculum::Edition;
use crate::document::{Certificate, CertificateSheet, Document, plain_text};
use crate::item::Use;
use crate::locale::fill;

/// A course's certificates.
pub(super) fn compose(edition: &Edition, choice: &Choice) -> Vec<Document> {
    let words = &edition.language.phrases.followup;
    let mut sheets = vec![sheet(edition, choice, "attendance", words.certificate, words.has_attended)];
    let tested = edition.modules.iter().flat_map(|it| &it.quiz).flat_map(|it| &it.questions);
    if tested.into_iter().any(|it| it.item.uses.contains(&Use::Post)) {
        let mut diploma = sheet(edition, choice, "diploma", words.diploma, words.has_passed);
        let pass = format!("{}{}%", edition.pass, edition.language.before_percent);
        let (label, value) = labelled(&fill(edition.language.phrases.paper.pass_mark, &[("n", &pass)]), &pass);
        diploma.facts.push((label, value));
        sheets.push(diploma);
    }
    let meta = meta::of_course(edition, Shelf::Trainer, "certificate", words.certificate);
    vec![Document::Certificate(Certificate { meta, sheets })]
}

/// A phrase that ends with its value, as label and value.
fn labelled(phrase: &str, value: &str) -> (String, String) {
    (phrase.trim_end_matches(value).trim_end_matches([' ', ':', '\u{a0}']).to_owned(), value.to_owned())
}

fn sheet(edition: &Edition, choice: &Choice, id: &'static str, title: &str, statement: &str) -> CertificateSheet {
    let language = edition.language;
    let phrases = &language.phrases;
    // Whoever signs writes place and date.
    let total = minutes::of_teaching(edition).0;
    let facts = if total > 0 { vec![(phrases.followup.extent.to_owned(), hours_in_words(total, language))] } else { Vec::new() };
    let titles = edition.modules.iter().map(|module| {
        let mut writer = Writer::new(edition, module, choice, View::Page);
        plain_text(&writer.title(&module.title))
    });
    CertificateSheet {
        id,
        title: title.to_owned(),
        statement: statement.to_owned(),
        course: edition.title.clone(),
        facts,
        contents: titles.collect(),
    }
}
