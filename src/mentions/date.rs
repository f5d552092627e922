//! Days, dates and times as data.

/// A day, date or time; what is not said is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Date {
    /// The year.
    pub year: Option<u16>,
    /// 1 for January.
    pub month: Option<u8>,
    /// Day of the month.
    pub day: Option<u8>,
    /// 1 for Monday.
    pub weekday: Option<u8>,
    /// 1 for spring.
    pub season: Option<u8>,
    /// Part of the day.
    pub part: Option<DayPart>,
    /// Minutes since midnight.
    pub minute: Option<u16>,
    /// Told from the day of writing.
    pub relative: Option<Relative>,
}

/// Part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum DayPart {
    /// "Early".
    Early,
    /// "Morning".
    Morning,
    /// "Noon".
    Noon,
    /// "Afternoon".
    Afternoon,
    /// "Evening".
    Evening,
    /// "Night".
    Night,
    /// "Midnight".
    Midnight,
    /// "Late".
    Late,
}

/// A time told from the day of writing: "yesterday" is one day back, "this week" no week on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Relative {
    /// What is counted.
    pub period: Period,
    /// How many on; negative for back.
    pub offset: i16,
}

/// A stretch of time that days are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Period {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A weekend.
    Weekend,
    /// A month.
    Month,
    /// A year.
    Year,
    /// Ten years.
    Decade,
}

/// Years that a bare number of four digits may stand for.
const YEARS: std::ops::RangeInclusive<u16> = 1500..=2199;

/// Whether a figure may be a year.
pub(super) fn is_year(figure: u64) -> bool {
    u16::try_from(figure).is_ok_and(|year| YEARS.contains(&year))
}
