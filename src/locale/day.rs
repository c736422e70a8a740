//! Days of the calendar: how long a month is, and which day comes so many days later.

/// A year, a month and a day.
pub type Day = (i32, u32, u32);

/// How many days a month has.
pub fn days_in(year: i32, month: u32) -> u32 {
    let is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day that comes so many days later.
pub fn days_later((mut year, mut month, day): Day, days: u32) -> Day {
    let mut day = day.saturating_add(days);
    while day > days_in(year, month) {
        day -= days_in(year, month);
        (year, month) = if month == 12 { (year.saturating_add(1), 1) } else { (year, month + 1) };
    }
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_go_over_months_leap_days_and_years() {
        assert_eq!(days_later((2027, 2, 3), 2), (2027, 2, 5));
        assert_eq!(days_later((2028, 2, 28), 1), (2028, 2, 29));
        assert_eq!(days_later((2027, 2, 28), 1), (2027, 3, 1));
        assert_eq!(days_later((2026, 12, 24), 30), (2027, 1, 23));
    }
}
