//! Days of the calendar: how long a month is, which day comes so many days later, and which are weekdays.

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

/// The day itself, or the Monday after if it is a Saturday or Sunday.
pub fn next_weekday(day: Day) -> Day {
    match weekday(day) {
        SATURDAY => days_later(day, 2),
        SUNDAY => days_later(day, 1),
        _ => day,
    }
}

const SUNDAY: i32 = 0;
const SATURDAY: i32 = 6;

/// The day of the week, from Sunday, by Tomohiko Sakamoto's rule.
fn weekday((year, month, day): Day) -> i32 {
    const OF_MONTH: [i32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let month = month.clamp(1, 12);
    let of_month = OF_MONTH[month as usize - 1];
    // January and February count to the year before. The calendar repeats itself after 400 years, so that none is out of reach.
    let year = year.rem_euclid(400) + 400 - i32::from(month < 3);
    let day = i32::try_from(day).unwrap_or_default();
    (year + year / 4 - year / 100 + year / 400 + of_month + day).rem_euclid(7)
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

    #[test]
    fn a_weekend_gives_way_to_monday() {
        assert_eq!(next_weekday((2026, 11, 27)), (2026, 11, 27));
        assert_eq!(next_weekday((2026, 11, 28)), (2026, 11, 30));
        assert_eq!(next_weekday((2026, 11, 29)), (2026, 11, 30));
        assert_eq!(next_weekday((2028, 2, 26)), (2028, 2, 28));
        assert_eq!(next_weekday((2027, 1, 31)), (2027, 2, 1));
    }
}
