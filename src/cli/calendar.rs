//! Days: today's, and one that was typed.

use std::time::{SystemTime, UNIX_EPOCH};

pub use crate::locale::Day;
use crate::locale::days_in;

/// Today in universal time.
pub fn today() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| it.as_secs());
    day_of(i64::try_from(seconds / 86_400).unwrap_or_default())
}

/// A day such as `2027-02-03`.
pub fn parse_day(text: &str) -> Result<Day, String> {
    let wrong = || format!("`{text}` is not a day such as 2027-02-03");
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return Err(wrong()) };
    if year.len() != 4 || month.len() != 2 || day.len() != 2 || !text.bytes().all(|it| it.is_ascii_digit() || it == b'-') {
        return Err(wrong());
    }
    let (year, month, day) =
        (year.parse().map_err(|_| wrong())?, month.parse().map_err(|_| wrong())?, day.parse().map_err(|_| wrong())?);
    if (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day) { Ok((year, month, day)) } else { Err(wrong()) }
}

/// The day that is so many days after 1 January 1970, counted on by years and months.
fn day_of(mut days: i64) -> Day {
    let (mut year, mut month) = (1970, 1);
    loop {
        let length = if days_in(year, 2) == 29 { 366 } else { 365 };
        if days < length {
            break;
        }
        days -= length;
        year += 1;
    }
    while days >= i64::from(days_in(year, month)) {
        days -= i64::from(days_in(year, month));
        month += 1;
    }
    (year, month, u32::try_from(days).expect("less than a month is left") + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(day_of(0), (1970, 1, 1));
        assert_eq!(day_of(59), (1970, 3, 1));
        assert_eq!(day_of(11_016), (2000, 2, 29));
        assert_eq!(day_of(20_780), (2026, 11, 23));
    }

    #[test]
    fn only_days_of_the_calendar_are_days() {
        assert_eq!(parse_day("2028-02-29"), Ok((2028, 2, 29)));
        for text in ["2027-02-29", "2027-13-01", "27-02-03", "2027-2-3", "2027-02-00", "idag", "2027-02-03-04", "+027-02-03"] {
            assert!(parse_day(text).is_err(), "{text}");
        }
    }
}
