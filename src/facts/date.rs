//! Days, dates and times held against each other.

use super::fact::{Fact, Verdict};
use super::linked::{LinkedSentences, every, settle};
use crate::mentions::{Date, DayPart, MentionKind, MentionValue};

/// The strength of a match; see the figures.
const EQUAL: usize = 300;
const WITHIN: usize = 200;
const BESIDE: usize = 100;

/// What the two sentences say about when.
pub(super) fn facts(pair: &LinkedSentences) -> Vec<Fact> {
    let (a, b) = (pair.a.of(MentionKind::Date), pair.b.of(MentionKind::Date));
    let only_two = a.len() == 1 && b.len() == 1;
    let matches = every(&a, &b, |ma, mb| {
        let (MentionValue::Date(da), MentionValue::Date(db)) = (&ma.value, &mb.value) else { return None };
        let context = pair.context(ma, mb);
        let (verdict, strength) = match stand(da, db) {
            Stand::Equal => (Verdict::Agree, EQUAL),
            Stand::Within => (Verdict::Agree, WITHIN),
            Stand::Neighbors if only_two || context > 0 => (Verdict::ToldDifferently, BESIDE),
            Stand::Apart if context > 1 && pair.follows(ma, mb) => (Verdict::Differ, BESIDE),
            Stand::Open if context > 1 && pair.follows(ma, mb) => (Verdict::ToldDifferently, BESIDE),
            _ => return None,
        };
        Some((verdict, strength + context))
    });
    settle(MentionKind::Date, &a, &b, matches)
}

/// How two dates stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    /// The same.
    Equal,
    /// One says the same with more detail.
    Within,
    /// Two days next to each other, as one night has in two time zones, or two parts of one day.
    Neighbors,
    /// They can't be the same.
    Apart,
    /// Each names days in a way that can't be held against the other's: "Tuesday", "this week".
    Open,
    /// One tells a day, the other only a year or an hour.
    Unrelated,
}

fn stand(a: &Date, b: &Date) -> Stand {
    if a == b {
        return Stand::Equal;
    }
    let (day_a, day_b) = (weekday(a), weekday(b));
    let parts = [
        same(a.year, b.year),
        same(a.month, b.month),
        same(a.day, b.day),
        same(a.season, b.season),
        same(day_a, day_b),
        same(a.relative, b.relative),
    ];
    if parts.contains(&Some(false)) {
        let weekdays_only = parts.iter().filter(|p| **p == Some(false)).count() == 1;
        let next_to = day_a.zip(day_b).is_some_and(|(x, y)| matches!(x.abs_diff(y), 1 | 6));
        return if weekdays_only && next_to { Stand::Neighbors } else { Stand::Apart };
    }
    if !parts.contains(&Some(true)) {
        return if names_days(a) && names_days(b) { Stand::Open } else { Stand::Unrelated };
    }
    if same(a.minute, b.minute) == Some(false) {
        return Stand::Apart;
    }
    match a.part.zip(b.part) {
        Some((x, y)) if !overlap(x, y) => Stand::Neighbors,
        _ => Stand::Within,
    }
}

/// Whether the date tells a day or a few, not only a year or an hour.
fn names_days(date: &Date) -> bool {
    date.weekday.is_some() || date.day.is_some() || date.relative.is_some()
}

/// Whether two parts of a day may be one.
fn overlap(a: DayPart, b: DayPart) -> bool {
    use DayPart::{Afternoon, Early, Evening, Late, Midnight, Morning, Night, Noon};
    let is = |x, y| (a, b) == (x, y) || (a, b) == (y, x);
    a == b
        || is(Early, Morning)
        || is(Early, Night)
        || is(Early, Midnight)
        || is(Morning, Midnight)
        || is(Late, Evening)
        || is(Late, Night)
        || is(Late, Midnight)
        || is(Evening, Night)
        || is(Night, Midnight)
        || is(Noon, Afternoon)
}

/// Whether both say it and say the same; `None` when one does not say it.
fn same<T: PartialEq>(a: Option<T>, b: Option<T>) -> Option<bool> {
    a.zip(b).map(|(a, b)| a == b)
}

/// The day of the week, said or worked out from a full date.
fn weekday(date: &Date) -> Option<u8> {
    date.weekday.or_else(|| {
        let (year, month, day) = (u32::from(date.year?), u32::from(date.month?), u32::from(date.day?));
        // Years begin in March, so that the leap day is the last.
        let (year, month) =
            if month < 3 { (year.checked_sub(1)?, month + 9) } else { (year, month.checked_sub(3)?) };
        let days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day;
        u8::try_from((days + 1) % 7 + 1).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_dates_know_their_weekday() {
        let date = |year, month, day| Date {
            year: Some(year),
            month: Some(month),
            day: Some(day),
            ..Date::default()
        };
        assert_eq!(weekday(&date(2020, 1, 3)), Some(5));
        assert_eq!(weekday(&date(2000, 2, 29)), Some(2));
        assert_eq!(weekday(&date(1999, 12, 31)), Some(5));
    }
}
