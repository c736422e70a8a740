//! Languages: fixed phrases, numbers, dates and quotation marks. A language is one row in [`LANGUAGES`].

mod day;
mod english;
mod language;
mod lexicon;
mod number;
mod phrases;
mod swedish;

pub use day::{Day, days_in, days_later, next_weekday};
pub use language::{Language, Quotes};
pub use lexicon::{Lexicon, Readability};
pub use number::{NUMBER_SPACES, Unit, format_clock, format_date, format_number, format_quantity, format_range};
pub use phrases::{Phrases, Unplugged, fill};

/// Every language a course can be written in.
pub const LANGUAGES: &[&Language] = &[&swedish::SWEDISH, &english::ENGLISH];

/// Whether a unit is per cent, in the words of any language: `percent`, `procent`, `%`.
pub fn is_per_cent(unit: &str) -> bool {
    let unit = unit.trim().to_lowercase();
    LANGUAGES.iter().any(|it| it.lexicon.per_cent.contains(&unit.as_str()))
}

/// The language of a BCP 47 tag, by its primary subtag: `sv-FI` is Swedish.
pub fn language(tag: &str) -> Option<&'static Language> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES.iter().copied().find(|language| language.tag.eq_ignore_ascii_case(primary))
}
