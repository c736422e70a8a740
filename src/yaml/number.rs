//! Numbers as people write them: a comma or a point before the decimals, spaces between the thousands.

use crate::locale::NUMBER_SPACES;

/// A number; nothing if the text is none.
pub fn number(text: &str) -> Option<f64> {
    let text = text.trim().replace('\u{2212}', "-");
    let (whole, decimals) = text.split_once([',', '.']).map_or((text.as_str(), None), |(whole, it)| (whole, Some(it)));
    let whole = ungrouped(whole)?;
    let digits = decimals.map_or(whole.clone(), |it| format!("{whole}.{it}"));
    digits.parse().ok().filter(|it: &f64| it.is_finite())
}

/// A whole number that is not negative.
pub(super) fn whole(text: &str) -> Option<u32> {
    ungrouped(text.trim())?.parse().ok()
}

/// Without the spaces (or `_`) between thousands; elsewhere a space parts two numbers, such as a year and what follows it.
fn ungrouped(text: &str) -> Option<String> {
    let mut groups = text.split(|it| it == '_' || NUMBER_SPACES.contains(&it));
    let first = groups.next()?;
    let is_thousand = |it: &str| it.len() == 3 && it.bytes().all(|byte| byte.is_ascii_digit());
    let is_alone = first.len() == text.len();
    let can_lead = (1..=3).contains(&first.trim_start_matches(['-', '+']).len());
    if !is_alone && !can_lead {
        return None;
    }
    groups.try_fold(first.to_owned(), |all, it| is_thousand(it).then(|| all + it))
}

#[cfg(test)]
mod tests {
    use super::{number, whole};

    #[test]
    fn reads_what_people_write() {
        for (text, value) in [
            ("47.3", 47.3),
            ("47,3", 47.3),
            ("10 000", 10000.0),
            ("-1\u{a0}234 567,5", -1_234_567.5),
            (".5", 0.5),
            ("1\u{202f}250\u{2009}000", 1_250_000.0),
            ("\u{2212}3", -3.0),
        ] {
            assert_eq!(number(text), Some(value), "{text}");
        }
        assert_eq!((whole("1 400"), whole("1_400"), whole(" 7 ")), (Some(1400), Some(1400), Some(7)));
    }

    #[test]
    fn two_numbers_are_none() {
        for text in
            ["", "-", "3 5", "10 00", "1 000 kr", "1.000.000", "inf", "NaN", "won", "1,5 0", "2024 500", "12  500", "- 500"]
        {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!((whole("1 4"), whole("-1"), whole("1.5")), (None, None, None));
    }
}
