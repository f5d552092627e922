//! Numbers and amounts: digits, number words, hedges, ranges, and what is counted.

use super::amount::{Bound, Currency, Number, Unit};
use super::counted::unit;
use super::mention::{FoundMention, MentionValue};
use super::words::Word;
use crate::language::Vocabulary;

/// Thousandths in one.
const ONE: u64 = 1000;

/// Reads the number that begins at word `at`, its hedge included.
pub(super) fn read(line: &[Word], at: usize, vocabulary: &Vocabulary) -> Option<FoundMention> {
    let (start, mut bound) = hedge(line, at, vocabulary);
    let symbol = currency_sign(line, start);
    let from = if symbol.is_some() { start + 1 } else { start };
    if is_part_of_a_code(line, from) {
        return None;
    }
    let (figure, mut end) = figure(line, from, vocabulary)?;
    let (low, mut high) = (figure.low, figure.high);
    if figure.is_vague {
        bound = Bound::Vague;
    } else if let Some((other, after)) = range_end(line, end, symbol.is_some(), vocabulary) {
        (high, end) = (other.max(low), after);
    }
    let is_rank = line.get(end - 1).is_some_and(is_ordinal);
    let (unit, end) = match symbol {
        Some(currency) => (Unit::Money(currency), end),
        None if is_rank => (Unit::Rank, end),
        None => unit(line, from, end, vocabulary),
    };
    let is_one_of = vocabulary.phrase("of", line, from + 1).is_some();
    let is_weak_one =
        (end == from + 1 || is_one_of) && line.get(from).is_some_and(|w| vocabulary.has("weak-one", w));
    let is_vague_time = figure.is_vague && line.get(end - 1).is_some_and(|w| vocabulary.has("period", w));
    let is_span_of_years = unit == Unit::Unknown
        && low < high
        && super::date::is_year(low / ONE)
        && super::date::is_year(high / ONE);
    if (is_weak_one && start == at) || is_vague_time || is_span_of_years {
        return None;
    }
    Some((at, end, MentionValue::Number(Number { low, high, bound, unit })))
}

/// The hedge at `at`: where the figure begins, and what the hedge means.
fn hedge(line: &[Word], at: usize, vocabulary: &Vocabulary) -> (usize, Bound) {
    const HEDGES: [(&str, Bound); 6] = [
        ("at-least", Bound::AtLeast),
        ("more-than", Bound::MoreThan),
        ("at-most", Bound::AtMost),
        ("less-than", Bound::LessThan),
        ("about", Bound::About),
        ("range-open", Bound::Exact),
    ];
    let longest = HEDGES
        .iter()
        .filter_map(|(field, bound)| vocabulary.phrase(field, line, at).map(|(len, _)| (len, *bound)))
        .max_by_key(|&(len, bound)| (len, bound));
    match longest {
        // "from 20" opens a range only when one follows.
        Some((len, Bound::Exact)) if !opens_range(line, at + len, vocabulary) => (at, Bound::Exact),
        Some((len, bound)) => (at + len, bound),
        None => (at, Bound::Exact),
    }
}

fn opens_range(line: &[Word], at: usize, vocabulary: &Vocabulary) -> bool {
    let from = if currency_sign(line, at).is_some() { at + 1 } else { at };
    figure(line, from, vocabulary)
        .is_some_and(|(_, end)| range_end(line, end, from > at, vocabulary).is_some())
}

/// "F-16", "COVID-19", "9/11", "3:2", "#4": digits that are no figure.
fn is_part_of_a_code(line: &[Word], at: usize) -> bool {
    let Some(word) = line.get(at) else { return true };
    let before = at.checked_sub(1).and_then(|i| line.get(i)).filter(|_| word.glued);
    let behind = line.get(at + 1).filter(|w| w.glued);
    let cuts = |w: &Word| matches!(w.raw, "/" | ":" | "#" | "_" | "@" | "№");
    let joined = before.is_some_and(Word::is_joint)
        && at.checked_sub(2).and_then(|i| line.get(i)).is_some_and(|w| !w.is_digits());
    before.is_some_and(cuts) || behind.is_some_and(cuts) || joined
}

fn currency_sign(line: &[Word], at: usize) -> Option<Currency> {
    let currency = match line.get(at)?.raw {
        "$" => Currency::Dollar,
        "€" => Currency::Euro,
        "£" => Currency::Pound,
        "¥" | "￥" => Currency::Yen,
        "₹" => Currency::Rupee,
        "₽" => Currency::Ruble,
        _ => return None,
    };
    line.get(at + 1).filter(|w| w.is_digits()).map(|_| currency)
}

/// A figure without hedge and unit, in thousandths.
struct Figure {
    low: u64,
    high: u64,
    is_vague: bool,
}

impl Figure {
    fn exact(value: u64) -> Self {
        Self { low: value, high: value, is_vague: false }
    }
}

/// Reads the figure at `at` and says where it ends.
fn figure(line: &[Word], at: usize, vocabulary: &Vocabulary) -> Option<(Figure, usize)> {
    vague(line, at, vocabulary)
        .or_else(|| counted(line, at, vocabulary).map(|(v, end)| (Figure::exact(v), end)))
}

/// "several", "dozens", "hundreds of thousands".
fn vague(line: &[Word], at: usize, vocabulary: &Vocabulary) -> Option<(Figure, usize)> {
    let one = |at: usize| vocabulary.value("vague", line.get(at)?);
    let thousandths = |n: i64| u64::try_from(n).unwrap_or(0).saturating_mul(ONE);
    let first = one(at)?;
    let (mut low, mut high, mut end) = (thousandths(first.low), thousandths(first.high), at + 1);
    let after_of = vocabulary.phrase("of", line, end).and_then(|(len, _)| Some((len, one(end + len)?)));
    if let Some((len, second)) = after_of {
        // "hundreds of thousands": the second word names the step that the first counts.
        let step = first_power_of_ten(second.low);
        (low, high, end) = (low.saturating_mul(step), high.saturating_mul(step), end + len + 1);
    }
    Some((Figure { low, high, is_vague: true }, end))
}

/// The largest power of ten that is not larger than `n`.
fn first_power_of_ten(n: i64) -> u64 {
    let mut power = 1_u64;
    while i64::try_from(power.saturating_mul(10)).is_ok_and(|p| p <= n) {
        power = power.saturating_mul(10);
    }
    power
}

/// Digits and number words with their magnitudes: "1.5 million", "two hundred and fifty", "a dozen".
fn counted(line: &[Word], at: usize, vocabulary: &Vocabulary) -> Option<(u64, usize)> {
    let magnitude = |at: usize| magnitude(line, at, vocabulary);
    let (mut total, mut group, mut end) = (0_u64, 0_u64, at);
    let mut seen = false;
    if let Some(len) = one_before_magnitude(line, at, vocabulary) {
        (group, end, seen) = (ONE, at + len, true);
    }
    loop {
        let next = end + usize::from(seen && joins(line, end, vocabulary));
        if let Some((value, after)) = small(line, next, vocabulary).filter(|_| next > at || !seen) {
            if seen && (group != 0 && group % (100 * ONE) != 0 || line.get(next).is_some_and(Word::is_digits))
            {
                break;
            }
            (group, end, seen) = (group.saturating_add(value), after, true);
        } else if let Some(step) = magnitude(end).filter(|_| seen && group > 0) {
            end += 1;
            if step < 1000 {
                group = group.saturating_mul(step);
            } else {
                (total, group) = (total.saturating_add(group.saturating_mul(step)), 0);
            }
        } else {
            break;
        }
    }
    seen.then(|| (total.saturating_add(group), end))
}

/// What multiplies the number before it: a dozen, a hundred, a million.
fn magnitude(line: &[Word], at: usize, vocabulary: &Vocabulary) -> Option<u64> {
    let word = line.get(at)?;
    let listed = vocabulary.value("magnitude", word).and_then(|v| u64::try_from(v.low).ok());
    listed.or_else(|| word.number.filter(|n| *n >= 100))
}

/// "a" before "million": how many words say the one.
fn one_before_magnitude(line: &[Word], at: usize, vocabulary: &Vocabulary) -> Option<usize> {
    if line.get(at).and_then(|w| w.number).is_some_and(|n| n >= 100) {
        // "hundert", "mille": no article is needed.
        return Some(0);
    }
    let (len, _) = vocabulary.phrase("article", line, at)?;
    magnitude(line, at + len, vocabulary).map(|_| len)
}

/// Whether the word at `at` joins two parts of one number: "two hundred and fifty".
fn joins(line: &[Word], at: usize, vocabulary: &Vocabulary) -> bool {
    let Some(word) = line.get(at) else { return false };
    let is_magnitude = at.checked_sub(1).is_some_and(|i| magnitude(line, i, vocabulary).is_some());
    vocabulary.has("join", word) && is_magnitude
}

/// One token's worth of number below the magnitudes, and "twenty-five".
fn small(line: &[Word], at: usize, vocabulary: &Vocabulary) -> Option<(u64, usize)> {
    let word = line.get(at)?;
    if word.is_digits() {
        return digits(word).map(|value| (value, at + 1));
    }
    let value = word.number.filter(|_| !vocabulary.has("magnitude", word))?;
    if !is_tens(value) {
        return (value < 100).then(|| (value.saturating_mul(ONE), at + 1));
    }
    let next = at + 1 + usize::from(line.get(at + 1).is_some_and(Word::is_joint));
    let ones = line.get(next).and_then(|w| w.number).filter(|ones| (1..10).contains(ones));
    Some(match ones {
        Some(ones) => ((value + ones).saturating_mul(ONE), next + 1),
        None => (value.saturating_mul(ONE), at + 1),
    })
}

/// Whether a number from one to nine may follow: twenty to ninety.
fn is_tens(value: u64) -> bool {
    (20..100).contains(&value) && value.is_multiple_of(10)
}

/// The value of a token that begins with a digit, in thousandths: "1,200", "1.5", "20m", "40th".
fn digits(word: &Word) -> Option<u64> {
    let end =
        word.normalized.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(word.normalized.len());
    let (figure, suffix) = word.normalized.split_at(end);
    let step = match suffix {
        "" => 1,
        "k" => 1000,
        "m" => 1_000_000,
        "bn" | "b" => 1_000_000_000,
        _ if is_ordinal(word) => 1,
        _ => return None,
    };
    let (whole, fraction) = figure.split_once('.').unwrap_or((figure, ""));
    let whole: u64 = whole.parse().ok()?;
    let fraction: u64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    Some(whole.checked_mul(ONE)?.checked_add(fraction)?.saturating_mul(step))
}

fn is_ordinal(word: &Word) -> bool {
    word.is_digits() && ["st", "nd", "rd", "th"].iter().any(|s| word.lower.ends_with(s))
}

/// The larger end of a range whose smaller end stops at `at`: "20 to 30", "20–30".
fn range_end(line: &[Word], at: usize, money: bool, vocabulary: &Vocabulary) -> Option<(u64, usize)> {
    let joint = line.get(at)?;
    let len = if joint.is_joint() { 1 } else { vocabulary.phrase("range", line, at)?.0 };
    let next = at + len;
    let next = if money && currency_sign(line, next).is_some() { next + 1 } else { next };
    line.get(next).filter(|w| w.is_word())?;
    counted(line, next, vocabulary)
}
