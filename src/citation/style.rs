//! Formats all sources in a language, by the style in `author-date.csl`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use hayagriva::citationberg::taxonomy::{Locator, Term};
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleCode, TermForm};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, Entry};

use super::piece::{Piece, pieces, plain};
use crate::locale::{LANGUAGES, Language};

/// How a source reads in a language.
#[derive(Debug, Clone)]
pub struct Reference {
    /// In running text: `Adamson m.fl. 2012`.
    pub short: String,
    /// What `short` starts with: the names. Empty if the title stands for them.
    pub names: String,
    /// In a list of sources.
    pub entry: Vec<Piece>,
    /// Its position in a list of all sources.
    pub rank: usize,
}

/// The archived styles read badly in Swedish ("Tillgänglig vid:", "(2021, februari 3)"), so the style is our own.
static STYLE: LazyLock<IndependentStyle> =
    LazyLock::new(|| IndependentStyle::from_xml(include_str!("author-date.csl")).expect("the style is sound, as tests show"));

/// The archived words of the languages that courses are written in, and American English, which every style falls back to.
static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let mut wanted: Vec<LocaleCode> = LANGUAGES.iter().map(|language| locale_code(language)).collect();
    wanted.push(LocaleCode::en_us());
    let mut locales = hayagriva::archive::locales();
    locales.retain(|locale| locale.lang.as_ref().is_some_and(|lang| wanted.contains(lang)));
    locales
});

/// Every source in a language. They are formatted together, since names and years are told apart by what else there is.
pub fn format_entries(entries: &BTreeMap<String, Entry>, language: &'static Language) -> BTreeMap<String, Reference> {
    let code = locale_code(language);
    let mut driver = BibliographyDriver::new();
    for entry in entries.values() {
        let item = CitationItem::new(entry, None, None, false, None);
        driver.citation(CitationRequest::new(vec![item], &STYLE, Some(code.clone()), &LOCALES, None));
    }
    let rendered = driver.finish(BibliographyRequest::new(&STYLE, Some(code), &LOCALES));
    let mut listed: BTreeMap<String, (usize, Vec<Piece>)> = BTreeMap::new();
    for (rank, item) in rendered.bibliography.into_iter().flat_map(|it| it.items).enumerate() {
        listed.insert(item.key, (rank, pieces(&item.content)));
    }
    let mut references = BTreeMap::new();
    for (key, citation) in entries.keys().zip(&rendered.citations) {
        let names = citation.citation.find_names().map(|it| plain(&it.children)).unwrap_or_default();
        let (rank, entry) = listed.remove(key).unwrap_or((usize::MAX, Vec::new()));
        references.insert(key.clone(), Reference { short: plain(&citation.citation), names, entry, rank });
    }
    references
}

/// What stands before a page number, or before several: `p.` and `pp.`
pub fn page_label(several: bool, language: &'static Language) -> &'static str {
    let code = locale_code(language);
    let term = LOCALES
        .iter()
        .find(|locale| locale.lang.as_ref() == Some(&code))
        .and_then(|locale| locale.term(Term::Locator(Locator::Page), TermForm::Short));
    let label = term.and_then(|term| if several { term.multiple() } else { term.single() });
    label.unwrap_or("p.")
}

/// The code of the locale that a language without a region has: `sv` is `sv-SE`.
fn locale_code(language: &Language) -> LocaleCode {
    let code = LocaleCode(language.tag.to_owned());
    code.fallback().unwrap_or(code)
}
