//! Days, dates and times, as the words tell them; nothing is worked out from the day of writing.

use super::date::{Date, DayPart, Period, Relative, is_year};
use super::mention::{FoundMention, MentionValue};
use super::words::Word;
use crate::language::Vocabulary;

/// Reads the date that begins at word `at`.
pub(super) fn read(line: &[Word], at: usize, vocabulary: &Vocabulary) -> Option<FoundMention> {
    let mut reader = DateReader { line, vocabulary, at, date: Date::default() };
    let found = reader.calendar() || reader.weekday() || reader.relative() || reader.clock();
    (found && reader.at > at).then_some((at, reader.at, MentionValue::Date(reader.date)))
}

/// Reads on as long as a date goes on.
struct DateReader<'r, 't> {
    line: &'r [Word<'t>],
    vocabulary: &'r Vocabulary,
    at: usize,
    date: Date,
}

impl<'t> DateReader<'_, 't> {
    fn word(&self, ahead: usize) -> Option<&Word<'t>> {
        self.line.get(self.at + ahead)
    }

    fn value(&self, field: &str, ahead: usize) -> Option<i64> {
        self.vocabulary.value(field, self.word(ahead)?).map(|v| v.low)
    }

    /// How many words ahead a word or phrase of the field takes, and its value.
    fn phrase(&self, field: &str, ahead: usize) -> Option<(usize, i64)> {
        self.vocabulary.phrase(field, self.line, self.at + ahead).map(|(len, value)| (len, value.low))
    }

    fn has(&self, field: &str, ahead: usize) -> bool {
        self.word(ahead).is_some_and(|w| self.vocabulary.has(field, w))
    }

    /// How many words ahead only join the parts of a date: "of", a comma.
    fn joins(&self, ahead: usize) -> usize {
        let joins = self.has("day-joins", ahead) || self.word(ahead).is_some_and(|w| w.raw == ",");
        usize::from(joins)
    }

    fn month(&self, ahead: usize) -> Option<u8> {
        let word = self.word(ahead)?;
        let value = self.value("month", ahead).or_else(|| self.value("month-short", ahead))?;
        let written_so = word.is_capitalized() || self.vocabulary.is("calendar", "lowercase");
        u8::try_from(value).ok().filter(|_| written_so)
    }

    fn day(&self, ahead: usize) -> Option<u8> {
        let word = self.word(ahead).filter(|w| w.is_digits())?;
        let digits: String = word.lower.chars().take_while(char::is_ascii_digit).collect();
        let rest = word.lower.get(digits.len()..)?;
        let plain = rest.is_empty() || ["st", "nd", "rd", "th", "er", "º", "ª"].contains(&rest);
        digits.parse().ok().filter(|day| plain && (1..=31).contains(day))
    }

    fn year(&self, ahead: usize) -> Option<u16> {
        let word = self.word(ahead).filter(|w| w.lower.len() == 4)?;
        word.lower.parse().ok().filter(|&year| is_year(u64::from(year)))
    }

    /// Dates with a month, a season or a year: "Dec. 27", "3 January 2020", "spring 2019", "2013", "2020-01-03".
    fn calendar(&mut self) -> bool {
        self.iso() || self.month_first() || self.day_first() || self.season_and_year() || self.bare_year()
    }

    fn iso(&mut self) -> bool {
        let Some(year) = self.year(0) else { return false };
        let number =
            |ahead: usize| self.word(ahead).filter(|w| w.glued).and_then(|w| w.lower.parse::<u8>().ok());
        let joint = |ahead: usize| self.word(ahead).is_some_and(|w| w.glued && w.raw == "-");
        let (Some(month), Some(day)) = (number(2), number(4)) else { return false };
        if !(joint(1) && joint(3) && (1..=12).contains(&month) && (1..=31).contains(&day)) {
            return false;
        }
        self.date = Date { year: Some(year), month: Some(month), day: Some(day), ..self.date };
        self.at += 5;
        true
    }

    fn month_first(&mut self) -> bool {
        let Some(month) = self.month(0) else { return false };
        let day = self.day(1);
        let after_day = 1 + usize::from(day.is_some());
        let comma = self.joins(after_day);
        let year = self.year(after_day + comma);
        let is_other_word = self.has("month-word", 0) || self.has("month-short", 0);
        let stands_for_itself = !is_other_word || self.follows_preposition();
        if day.is_none() && year.is_none() && !stands_for_itself {
            return false;
        }
        self.date = Date { month: Some(month), day, year, ..self.date };
        self.at += if year.is_some() { after_day + comma + 1 } else { after_day };
        true
    }

    /// "In May", "since March": the word before shows that a month is meant.
    fn follows_preposition(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|i| self.line.get(i));
        before.is_some_and(|w| self.vocabulary.has("before-month", w))
    }

    fn day_first(&mut self) -> bool {
        let Some(day) = self.day(0) else { return false };
        let dot = usize::from(self.word(1).is_some_and(|w| w.raw == "." && w.glued));
        let joint = self.joins(1 + dot).min(usize::from(self.has("day-joins", 1 + dot)));
        let Some(month) = self.month(1 + dot + joint) else { return false };
        let after = 2 + dot + joint;
        let join = self.joins(after);
        let year = self.year(after + join);
        self.date = Date { day: Some(day), month: Some(month), year, ..self.date };
        self.at += if year.is_some() { after + join + 1 } else { after };
        true
    }

    fn season_and_year(&mut self) -> bool {
        let Some(season) = self.value("season", 0) else { return false };
        let of = usize::from(self.has("day-joins", 1));
        let Some(year) = self.year(1 + of) else { return false };
        self.date = Date { season: u8::try_from(season).ok(), year: Some(year), ..self.date };
        self.at += 2 + of;
        true
    }

    /// A year alone, unless it counts something or is part of something longer.
    fn bare_year(&mut self) -> bool {
        let Some(year) = self.year(0) else { return false };
        if self.counts_something() || self.is_part_of_an_amount() {
            return false;
        }
        self.date.year = Some(year);
        self.at += 1;
        true
    }

    /// Whether what follows the four digits is counted by them.
    fn counts_something(&self) -> bool {
        let units = ["person", "money", "percent", "magnitude", "period", "plural"];
        units.iter().any(|field| self.has(field, 1)) || self.word(1).is_some_and(|w| w.raw == "%")
    }

    /// Whether the four digits are only part of a longer figure or code.
    fn is_part_of_an_amount(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|i| self.line.get(i));
        let is_glued = self.word(0).is_some_and(|w| w.glued);
        let is_symbol = before.is_some_and(|w| matches!(w.raw, "$" | "€" | "£" | "¥" | "#"));
        let goes_on = self.word(2).is_some_and(|w| w.glued && w.is_digits()) && self.year(2).is_none();
        let joins = self.word(1).is_some_and(|w| w.glued && matches!(w.raw, "/" | "°" | "-" | "–" | "."));
        is_symbol || (is_glued && before.is_some_and(Word::is_word)) || (joins && goes_on)
    }

    /// "Friday", "late Thursday", "Friday morning", "just after midnight Friday".
    fn weekday(&mut self) -> bool {
        let (mut ahead, part) = self.part_at(0).map_or((0, None), |(len, part)| (len, Some(part)));
        ahead += usize::from(ahead > 0 && self.has("day-on", ahead));
        let Some((len, weekday)) = self.weekday_at(ahead) else { return false };
        let compound = self.compound_part(ahead);
        self.date.weekday = Some(weekday);
        self.date.part = compound.or(part);
        self.at += ahead + len;
        self.part_behind();
        true
    }

    fn weekday_at(&self, ahead: usize) -> Option<(usize, u8)> {
        let word = self.word(ahead)?;
        let written_so = word.is_capitalized() || self.vocabulary.is("calendar", "lowercase");
        let compound = || self.vocabulary.compound("weekday", "part", &word.lower).map(|(day, _)| (1, day));
        let (len, value) = self.phrase("weekday", ahead).or_else(compound)?;
        u8::try_from(value).ok().filter(|_| written_so).map(|day| (len, day))
    }

    /// The part of the day in a word such as "Freitagabend".
    fn compound_part(&self, ahead: usize) -> Option<DayPart> {
        let word = self.word(ahead)?;
        self.vocabulary.compound("weekday", "part", &word.lower).map(|(_, part)| part_of(part))
    }

    fn part_at(&self, ahead: usize) -> Option<(usize, DayPart)> {
        if self.has("part-early", ahead) {
            return Some((1, DayPart::Early));
        }
        if self.has("part-late", ahead) {
            return Some((1, DayPart::Late));
        }
        self.phrase("part", ahead).map(|(len, value)| (len, part_of(value)))
    }

    /// "Friday morning".
    fn part_behind(&mut self) {
        let early = usize::from(self.has("part-early", 0) || self.has("part-late", 0));
        if let Some((len, value)) = self.phrase("part", early) {
            self.date.part = Some(part_of(value));
            self.at += early + len;
        }
    }

    /// "Yesterday", "this week", "last month", "la semaine dernière".
    fn relative(&mut self) -> bool {
        if let Some((len, offset)) = self.phrase("day", 0) {
            self.date.relative = relative(Period::Day, offset);
            self.at += len;
            self.part_behind();
            return true;
        }
        if let Some(offset) = self.offset_at(0) {
            return self.told_from_now(1, offset);
        }
        let (Some(period), Some(offset)) = (self.period_at(0), self.offset_at(1).filter(|o| *o != 0)) else {
            return false;
        };
        self.date.relative = relative(period, offset);
        self.at += 2;
        true
    }

    /// What follows "this", "last" or "next".
    fn told_from_now(&mut self, ahead: usize, offset: i64) -> bool {
        if let Some((len, weekday)) = self.weekday_at(ahead) {
            self.date.weekday = Some(weekday);
            self.date.relative = relative(Period::Week, offset);
            self.at += ahead + len;
            self.part_behind();
        } else if let Some((len, part)) = self.phrase("part", ahead).filter(|_| offset <= 0) {
            let part = part_of(part);
            self.date.part = Some(part);
            self.date.relative = relative(Period::Day, if part == DayPart::Night { offset } else { 0 });
            self.at += ahead + len;
        } else if let Some(period) = self.period_at(ahead) {
            self.date.relative = relative(period, offset);
            self.at += ahead + 1;
        } else {
            return false;
        }
        true
    }

    /// "This", "last", "next" as a number.
    fn offset_at(&self, ahead: usize) -> Option<i64> {
        [("this", 0), ("last", -1), ("next", 1)].into_iter().find(|(f, _)| self.has(f, ahead)).map(|(_, o)| o)
    }

    fn period_at(&self, ahead: usize) -> Option<Period> {
        self.value("period", ahead).and_then(period_of)
    }

    /// "5 p.m.", "17:30", "midnight".
    fn clock(&mut self) -> bool {
        self.hour().unwrap_or(false)
    }

    fn hour(&mut self) -> Option<bool> {
        let first = self.word(0).filter(|w| w.is_digits())?;
        let (hour_text, minute_text, mut len) = match first.lower.split_once([':', '.']) {
            Some((hour, minute)) => (hour.to_owned(), Some(minute.to_owned()), 1),
            None if self.word(1).is_some_and(|w| w.glued && w.raw == ":") => {
                (first.lower.clone(), Some(self.word(2).filter(|w| w.glued)?.lower.clone()), 3)
            }
            None => (first.lower.clone(), None, 1),
        };
        let hour: u16 = hour_text.parse().ok().filter(|h| *h <= 24)?;
        let minute: u16 =
            minute_text.as_deref().map_or(Some(0), |m| m.parse().ok().filter(|n| *n < 60 && m.len() == 2))?;
        let half = self.half_day(len);
        let has_colon = first.raw.contains(':') || len == 3;
        let named = half.is_some() || self.has("clock", len);
        if !(has_colon || named) {
            return None;
        }
        let shift = half.map_or(0, |(_, shift)| if hour == 12 { shift.wrapping_sub(12) } else { shift });
        len += half.map_or(usize::from(self.has("clock", len)), |(n, _)| n);
        let minute = i64::from(hour) * 60 + i64::from(minute) + shift * 60;
        self.date.minute = u16::try_from(minute).ok().filter(|m| *m <= 24 * 60);
        self.at += len;
        Some(self.date.minute.is_some())
    }

    /// "a.m.", "pm": how many words, and how many hours it adds.
    fn half_day(&self, ahead: usize) -> Option<(usize, i64)> {
        let word = self.word(ahead)?;
        let letters: String = word.lower.chars().filter(|c| *c != '.').collect();
        let shift = self.vocabulary.value_of("half-day", &letters)?.low;
        let is_open = word.raw.contains('.') && !word.raw.ends_with('.');
        let dot = usize::from(is_open && self.word(ahead + 1).is_some_and(|w| w.raw == "." && w.glued));
        Some((1 + dot, shift))
    }
}

fn relative(period: Period, offset: i64) -> Option<Relative> {
    i16::try_from(offset).ok().map(|offset| Relative { period, offset })
}

fn part_of(value: i64) -> DayPart {
    match value {
        1 => DayPart::Morning,
        2 => DayPart::Noon,
        3 => DayPart::Afternoon,
        4 => DayPart::Evening,
        5 => DayPart::Night,
        _ => DayPart::Midnight,
    }
}

fn period_of(days: i64) -> Option<Period> {
    Some(match days {
        1 => Period::Day,
        7 => Period::Week,
        8 => Period::Weekend,
        30 => Period::Month,
        365 => Period::Year,
        3650 => Period::Decade,
        _ => return None,
    })
}
