//! What a figure counts: money, shares, years of age, or the noun behind it.

use super::amount::{Currency, Unit};
use super::words::Word;
use crate::language::Vocabulary;
use crate::text::TokenKind;

/// How far the noun that is counted may stand from the figure, in words.
const NOUN_REACH: usize = 5;

/// What the figure at `from..at` counts, and where the mention ends.
pub(super) fn unit(line: &[Word], from: usize, at: usize, vocabulary: &Vocabulary) -> (Unit, usize) {
    if line.get(at).is_some_and(|w| w.raw == "%") {
        return (Unit::Percent, at + 1);
    }
    if let Some((len, _)) = vocabulary.phrase("percent", line, at) {
        return (Unit::Percent, at + len);
    }
    let of = vocabulary.phrase("of", line, at).map_or(0, |(len, _)| len);
    let money =
        line.get(at + of).and_then(|w| vocabulary.value("money", w)).and_then(|v| currency_word(v.word));
    if let Some(currency) = money {
        return (Unit::Money(currency), at + of + 1);
    }
    if let Some(end) = age(line, from, at, vocabulary) {
        return (Unit::Age, end);
    }
    match noun(line, from, at, vocabulary) {
        Some((word, end)) if vocabulary.has("person", word) => (Unit::Persons(word.term), end),
        Some((word, end)) => (Unit::Things(word.term), end),
        None => (Unit::Unknown, at),
    }
}

/// "25-year-old", "25 years old", "aged 25".
fn age(line: &[Word], from: usize, at: usize, vocabulary: &Vocabulary) -> Option<usize> {
    let behind: Vec<&Word> = line.get(at..)?.iter().filter(|w| !w.is_joint()).take(3).collect();
    let joints = |len: usize| {
        let mut end = at;
        let mut left = len;
        while left > 0 {
            left -= usize::from(!line.get(end).is_some_and(Word::is_joint));
            end += 1;
        }
        end
    };
    let found =
        (2..=3).find(|&len| behind.get(..len).is_some_and(|words| vocabulary.has_phrase("age", words)));
    let is_after_aged = vocabulary.phrase_before("aged", line, from).is_some();
    found.map(joints).or_else(|| is_after_aged.then_some(at))
}

/// The noun that is counted, and where it ends: the first plural behind the figure, at most [`NOUN_REACH`] words on.
fn noun<'l, 't>(
    line: &'l [Word<'t>],
    from: usize,
    at: usize,
    vocabulary: &Vocabulary,
) -> Option<(&'l Word<'t>, usize)> {
    let first = line.get(at)?;
    if first.is_joint() {
        // "two-day": whatever follows is counted.
        return line.get(at + 1).filter(|w| w.glued && w.kind == TokenKind::Word).map(|w| (w, at + 2));
    }
    let of = vocabulary.phrase("of", line, at).map_or(0, |(len, _)| len);
    let determiner =
        usize::from(of > 0 && line.get(at + of).is_some_and(|w| vocabulary.has("determiner", w)));
    let start = at + of + determiner;
    let is_one =
        at == from + 1 && line.get(from).is_some_and(|w| w.lower == "1" || vocabulary.has("weak-one", w));
    if is_one && of == 0 {
        return line.get(start).filter(|w| vocabulary.has("person", w)).map(|w| (w, start + 1));
    }
    for index in start..(start + NOUN_REACH).min(line.len()) {
        let word = line.get(index)?;
        if is_plural(word, vocabulary) {
            // "two 'guests'": the closing mark belongs to the noun when the opening one stands inside.
            let is_quoted = line.get(start..index).is_some_and(|words| words.iter().any(is_quote_mark));
            return Some((
                word,
                index + 1 + usize::from(is_quoted && line.get(index + 1).is_some_and(is_quote_mark)),
            ));
        }
        let goes_on = is_quote_mark(word)
            || word.kind == TokenKind::Word
            || vocabulary.has("join", word)
            || word.is_joint();
        if !goes_on || word.possessive {
            return None;
        }
    }
    None
}

fn is_quote_mark(word: &Word) -> bool {
    matches!(word.raw, "'" | "\"" | "\u{2018}" | "\u{2019}" | "\u{201c}" | "\u{201d}")
}

fn is_plural(word: &Word, vocabulary: &Vocabulary) -> bool {
    let ends = || word.lower.chars().count() > 3 && vocabulary.ends_in("plural-ends", &word.lower);
    let is_noun = vocabulary.is("calendar", "nouns") && word.is_capitalized();
    word.kind == TokenKind::Word
        && !word.possessive
        && !word.lower.ends_with("ss")
        && !vocabulary.has("not-noun", word)
        && (vocabulary.has("plural", word) || vocabulary.has("person", word) || is_noun || ends())
}

fn currency_word(name: &str) -> Option<Currency> {
    Some(match name {
        "dollar" => Currency::Dollar,
        "euro" => Currency::Euro,
        "pound" => Currency::Pound,
        "yen" => Currency::Yen,
        "yuan" => Currency::Yuan,
        "rupee" => Currency::Rupee,
        "ruble" => Currency::Ruble,
        "franc" => Currency::Franc,
        "peso" => Currency::Peso,
        _ => return None,
    })
}
