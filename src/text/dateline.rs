//! Datelines: where and when an article was filed, before its first words or on a line of their own.
//!
//! In doubt the words belong to the sentence.

use super::sentence::{Sentence, SentenceKind};
use crate::language::Rules;
use crate::span::Span;
use crate::unicode::{cluster_end, fold, width};

/// A dateline is no longer than this, in characters.
const LONGEST: usize = 120;
/// A dateline that no agency tells has at most so many words.
const WORDS: usize = 8;

/// Finds the dateline at the start of `sentence` and writes its span, or makes it a dateline when that is all it is.
pub(super) fn set(sentence: &mut Sentence, text: &str, rules: &Rules) {
    let whole = sentence.span.of(text);
    let mut end = 0;
    // An agency's name and a place may follow one another: "(ANSA) - ROMA, 3 GEN - ".
    for _ in 0..3 {
        match length(whole.get(end..).unwrap_or(""), rules) {
            Some(len) => end += len,
            None => break,
        }
    }
    let rest = whole.get(end..).unwrap_or("");
    if end > 0 && words(rest).all(|w| rules.is_agency(&fold(w))) {
        sentence.kind = SentenceKind::Dateline;
    } else if end > 0 {
        let start = sentence.span.start as usize;
        let trimmed = whole.get(..end).unwrap_or("").trim_end().len();
        sentence.dateline = Span::new(start, cluster_end(text, start + trimmed));
    }
}

/// Whether a line tells nothing but when, and perhaps where.
pub(super) fn is_dateline(line: &str, rules: &Rules) -> bool {
    let known = |w: &str| is_date_word(w, rules) || is_shouted(w);
    let unknown = || words(line).filter(|w| !known(w));
    width(line) <= LONGEST
        && line.contains(|c: char| c.is_numeric())
        && words(line).count() <= 2 * WORDS
        && words(line).any(|w| is_date(w) || rules.is_date(&fold(w)))
        && unknown().all(|w| w.starts_with(char::is_uppercase))
        && unknown().count() < 2
}

/// The length of the dateline at the start of a text, with the white space after it; none when there is none.
fn length(text: &str, rules: &Rules) -> Option<usize> {
    let end = by_date(text, rules).or_else(|| by_bracket(text, rules)).or_else(|| by_dash(text, rules))?;
    let rest = text.get(end..)?;
    let next = rest.trim_start();
    let begins = next.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().next()?;
    (!begins.is_lowercase()).then_some(text.len() - next.len())
}

/// A date and what stands beside it: "date 2020-01-03", "Updated 3 January 2020", "3 January 2020:".
fn by_date(text: &str, rules: &Rules) -> Option<usize> {
    let mut end = 0;
    let (mut dated, mut labelled, mut full) = (false, false, false);
    for word in words(text).take(WORDS) {
        if !is_date_word(word, rules) {
            break;
        }
        labelled |= end == 0 && rules.is_label(&fold(word));
        full |= is_date(word);
        dated |= word.contains(char::is_numeric);
        end = offset(text, word) + word.len();
    }
    let rest = text.get(end..)?;
    let sign = rest.trim_start_matches([' ', '.', ',']).strip_prefix([':', '|', '\u{2013}', '\u{2014}']);
    match sign {
        Some(after) if dated => Some(text.len() - after.len()),
        _ if dated && (full || labelled) && !rest.starts_with(',') => Some(end),
        _ => None,
    }
}

/// An agency in brackets, alone or after a place: "(Reuters)", "Baghdad (CNN)", "【…】", "(서울=연합뉴스)".
fn by_bracket(text: &str, rules: &Rules) -> Option<usize> {
    let open = text.find(['(', '（', '【', '[', '［'])?;
    let close = text
        .find([')', '）', '】', ']', '］'])
        .filter(|&close| close > open && width(text.get(..close).unwrap_or("")) <= LONGEST)?;
    let bracket = text.get(open..close)?;
    let end = close + text.get(close..)?.chars().next()?.len_utf8();
    let rest = text.get(end..)?.trim_start();
    let dash = dash(rest);
    let before = text.get(..open)?;
    let filed = words(before).count() <= WORDS && words(before).all(|w| is_place(w, rules));
    let agency = words(bracket).any(|w| rules.is_agency(&fold(w)));
    let heading = before.is_empty() && (bracket.starts_with(['【', '［']) || bracket.contains('='));
    let after = text.len() - rest.len() + dash.unwrap_or(0);
    (filed && (dash.is_some() || agency || heading)).then_some(after)
}

/// A place in capitals, or with a date, before a dash: "BAGHDAD, Jan. 3 — ".
fn by_dash(text: &str, rules: &Rules) -> Option<usize> {
    let at = text
        .char_indices()
        .take(LONGEST)
        .find(|&(at, c)| is_dash(c) && spaced(text, at, c))
        .map(|(at, _)| at)?;
    let before = text.get(..at)?;
    let first = words(before).next()?;
    let place = is_shouted(first)
        || (words(before).count() <= 3
            && first.starts_with(char::is_uppercase)
            && !text.get(at..)?.starts_with('-'));
    let filed = words(before).count() <= WORDS && words(before).all(|w| is_place(w, rules));
    let dash = dash(text.get(at..)?)?;
    (place && filed).then_some(at + dash)
}

/// The length of the dash that a text begins with, and of the stop before it as in "(EFE).-".
fn dash(text: &str) -> Option<usize> {
    if text.starts_with("= ") {
        return Some(1);
    }
    let dashes = text.strip_prefix('.').unwrap_or(text);
    let rest = dashes.trim_start_matches(is_dash);
    (rest.len() < dashes.len()).then_some(text.len() - rest.len())
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2013}' | '\u{2014}')
}

/// Whether a dash stands between words and not inside one. A long dash needs no space.
fn spaced(text: &str, at: usize, dash: char) -> bool {
    dash == '\u{2014}' || text.get(..at).is_some_and(|before| before.ends_with([' ', '\u{A0}', '.', '-']))
}

/// Whether a word can stand in a dateline before the dash: a name, a date, or a small word of a name.
fn is_place(word: &str, rules: &Rules) -> bool {
    is_date_word(word, rules) || !word.starts_with(char::is_lowercase) || width(word) <= 2
}

fn is_date_word(word: &str, rules: &Rules) -> bool {
    let folded = fold(word);
    word.starts_with(char::is_numeric) || rules.is_date(&folded) || rules.is_label(&folded)
}

/// A full date in digits.
fn is_date(word: &str) -> bool {
    let digits = word.chars().filter(|c| c.is_numeric()).count();
    let signs = word.chars().filter(|c| matches!(c, '-' | '.')).count();
    digits >= 6 && signs == 2 && word.chars().count() == digits + signs
}

/// A word of several capitals and nothing else.
fn is_shouted(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.contains(char::is_lowercase)
}

/// The words of a text without the signs around them. A date in digits is one word.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = |c: char| {
        c.is_whitespace() || matches!(c, '\u{2013}' | '\u{2014}' | '/' | '=' | '|' | '(' | ')' | '（' | '）')
    };
    text.split(parts).map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())).filter(|w| !w.is_empty())
}

/// Where a part of `text` begins in it.
fn offset(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}
