//! Options that are ranges of numbers: `20–30 %`, `over 30`.

use crate::locale::{Lexicon, NUMBER_SPACES};

/// A range of numbers, by its ends and whether they lie in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    low: f64,
    low_in: bool,
    high: f64,
    high_in: bool,
    /// What is counted, as it was typed.
    unit: String,
    is_point: bool,
}

impl Reach {
    /// Whether a number lies in both, which count the same thing. Two bare numbers are two answers.
    pub fn meets(&self, other: &Reach) -> bool {
        let low = self.low.max(other.low);
        let high = self.high.min(other.high);
        let in_one = |it: &Reach| (low > it.low || it.low_in) && (high < it.high || it.high_in);
        let is_touching = low < high || (low <= high && in_one(self) && in_one(other));
        self.unit == other.unit && !(self.is_point && other.is_point) && is_touching
    }
}

/// An option that is a range and nothing else.
pub fn reach(option: &str, lexicon: &Lexicon) -> Option<Reach> {
    let text = option.trim().trim_end_matches('.').to_lowercase();
    let open = |phrases: [&[&str]; 2], is_up: bool| {
        phrases.iter().enumerate().find_map(|(is_in, phrases)| {
            let rest = phrases.iter().find_map(|it| text.strip_prefix(it)?.strip_prefix(' '))?;
            let (end, unit) = number(rest.trim_start())?;
            let (low, high) = if is_up { (end, f64::INFINITY) } else { (f64::NEG_INFINITY, end) };
            let unit = unit.trim().to_owned();
            Some(Reach { low, low_in: !is_up || is_in == 1, high, high_in: is_up || is_in == 1, unit, is_point: false })
        })
    };
    if let Some(reach) = open(lexicon.more_than, true).or_else(|| open(lexicon.less_than, false)) {
        return Some(reach);
    }
    let (low, rest) = number(&text)?;
    let rest = rest.trim_start();
    // `20 %–30 %` is `20–30 %` too.
    let bare = lexicon.per_cent.iter().find_map(|it| rest.strip_prefix(it)).unwrap_or(rest).trim_start();
    let Some(after) = bare.strip_prefix(['–', '-', '—']) else {
        let unit = rest.trim().to_owned();
        return Some(Reach { low, low_in: true, high: low, high_in: true, unit, is_point: true });
    };
    let (high, unit) = number(after.trim_start())?;
    Some(Reach { low, low_in: true, high, high_in: true, unit: unit.trim().to_owned(), is_point: false }).filter(|_| low < high)
}

/// The number a text starts with, and the rest. Spaces between groups of three digits belong to it.
fn number(text: &str) -> Option<(f64, &str)> {
    let mut digits = String::new();
    let mut end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next_is_digit = characters.peek().is_some_and(|(_, it)| it.is_ascii_digit());
        match character {
            '0'..='9' => digits.push(character),
            ',' | '.' if next_is_digit && !digits.is_empty() => digits.push('.'),
            _ if NUMBER_SPACES.contains(&character) && next_is_digit && !digits.is_empty() => {}
            _ => break,
        }
        end = at + character.len_utf8();
    }
    let value = digits.parse().ok()?;
    Some((value, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::{Reach, reach};
    use crate::locale::language;

    fn meet(one: &str, other: &str) -> bool {
        let of = |it: &str| -> Reach { reach(it, &language("en").expect("built in").lexicon).unwrap() };
        of(one).meets(&of(other))
    }

    #[test]
    fn ranges_meet_where_a_number_lies_in_both() {
        assert!(meet("10–20 %", "20–30 %"));
        assert!(meet("more than 10", "over 20"));
        assert!(meet("at least 30 %", "10–30 %"));
        assert!(meet("under 30 %", "20%"));
        assert!(!meet("10–19 %", "20–30 %"));
        assert!(!meet("more than 30 %", "10–30 %"));
        assert!(!meet("40", "60"));
        assert!(!meet("1–2 hours", "1–2 days"));
    }

    #[test]
    fn words_are_no_ranges() {
        let lexicon = &language("sv").expect("built in").lexicon;
        for text in ["Ungefär hälften", "3 av 4 kunder, ungefär", "60 % 70"] {
            assert!(reach(text, lexicon).is_none_or(|it| it.is_point), "{text}");
        }
    }
}
