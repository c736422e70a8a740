//! Numbers, quantities, dates and clock times as a language writes them.

use serde::Serialize;

use super::language::Language;

/// What a number counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A bare number.
    None,
    /// Per cent.
    Percent,
    /// An ISO 4217 currency code, upper case.
    Currency(String),
    /// Any other word, as the author wrote it: "personer".
    Word(String),
}

/// The spaces that people type between thousands, and that an office program puts there.
pub const NUMBER_SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];

/// A number with the language's decimal mark and groups of three digits; at most two decimals, none that are zero.
pub fn format_number(value: f64, language: &Language) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    let text = format!("{}", rounded.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    if rounded < 0.0 {
        out.push('\u{2212}');
    }
    for (idx, digit) in whole.chars().enumerate() {
        // Four digits stand together ("1400" in Swedish and English tables alike reads as a year, so five or more are grouped).
        if idx > 0 && (whole.len() - idx) % 3 == 0 && whole.len() > 4 {
            out.push_str(language.group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(language.decimal);
        out.push_str(fraction);
    }
    out
}

/// A number with its unit, kept together by no-break spaces: `60 %`, `SEK 1 000`, `5,4 personer`.
pub fn format_quantity(value: f64, unit: &Unit, language: &Language) -> String {
    with_unit(format_number(value, language), unit, language)
}

/// A range with an en dash: `57–70 %`.
pub fn format_range(low: f64, high: f64, unit: &Unit, language: &Language) -> String {
    with_unit(format!("{}–{}", format_number(low, language), format_number(high, language)), unit, language)
}

fn with_unit(number: String, unit: &Unit, language: &Language) -> String {
    match unit {
        Unit::None => number,
        Unit::Percent => format!("{number}{}%", language.before_percent),
        Unit::Currency(code) => format!("{number}\u{a0}{code}"),
        Unit::Word(word) => format!("{number}\u{a0}{word}"),
    }
}

/// Minutes after midnight as a clock time: `09.00` or `09:00`.
pub fn format_clock(minute: u32, language: &Language) -> String {
    format!("{:02}{}{:02}", (minute / 60) % 24, language.clock, minute % 60)
}

/// A date, year month day, in words: `23 november 2026`.
pub fn format_date((year, month, day): (i32, u32, u32), language: &Language) -> String {
    let name = language.months[(month.clamp(1, 12) - 1) as usize];
    format!("{day}\u{a0}{name} {year}")
}
