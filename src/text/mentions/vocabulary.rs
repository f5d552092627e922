//! The words that mentions are made of, by language. `words/README.md` says what each field lists.

use super::words::Word;
use crate::order;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Tag and table of every language that has one; the first serves all others.
const TABLES: [(&str, &str); 1] = [("en", include_str!("words/en.txt"))];

/// The table of one language.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    fields: HashMap<&'static str, Field>,
}

/// The words of one field, with their values.
#[derive(Debug, Default)]
struct Field {
    /// Words of one part.
    words: HashMap<&'static str, Value>,
    /// Words of several parts, longest first.
    phrases: Vec<(Vec<&'static str>, Value)>,
}

/// What stands behind `=`: one number, a range, or a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Value {
    /// The number, or the smaller end of the range.
    pub low: i64,
    /// The number, or the larger end of the range.
    pub high: i64,
    /// The value as written.
    pub word: &'static str,
}

impl Vocabulary {
    /// The table for a BCP 47 tag. Read at the first call.
    pub(super) fn of(lang: Option<&str>) -> &'static Self {
        static ALL: OnceLock<Vec<Vocabulary>> = OnceLock::new();
        static NONE: OnceLock<Vocabulary> = OnceLock::new();
        let all = ALL.get_or_init(|| TABLES.iter().map(|(_, table)| parse(table)).collect());
        let primary = lang.and_then(|l| l.split(['-', '_']).next()).unwrap_or("").to_ascii_lowercase();
        let known = TABLES.iter().position(|(tag, _)| *tag == primary).unwrap_or(0);
        all.get(known).unwrap_or_else(|| NONE.get_or_init(Self::default))
    }

    /// Whether the field lists the word.
    pub(super) fn has(&self, field: &str, word: &str) -> bool {
        self.value(field, word).is_some()
    }

    /// The value that the field gives to the word.
    pub(super) fn value(&self, field: &str, word: &str) -> Option<Value> {
        self.fields.get(field)?.words.get(word).copied()
    }

    /// Whether the field lists the phrase.
    pub(super) fn has_phrase(&self, field: &str, parts: &[&str]) -> bool {
        self.fields.get(field).is_some_and(|f| f.phrases.iter().any(|(known, _)| known == parts))
    }

    /// How many words from `at` on are a word or phrase of the field, and its value; the longest one counts.
    pub(super) fn phrase(&self, field: &str, line: &[Word], at: usize) -> Option<(usize, Value)> {
        let field = self.fields.get(field)?;
        let matches = |parts: &[&str]| {
            parts.iter().enumerate().all(|(i, part)| line.get(at + i).is_some_and(|w| w.lower == *part))
        };
        let long = field.phrases.iter().find(|(parts, _)| matches(parts)).map(|(p, v)| (p.len(), *v));
        long.or_else(|| Some((1, *field.words.get(line.get(at)?.lower.as_str())?)))
    }

    /// How many words right before `at` are a word or phrase of the field.
    pub(super) fn phrase_before(&self, field: &str, line: &[Word], at: usize) -> Option<usize> {
        (1..=4).rev().find(|&len| {
            at.checked_sub(len).and_then(|from| self.phrase(field, line, from)).is_some_and(|(n, _)| n == len)
        })
    }

    /// Whether the word ends in one of the field's words.
    pub(super) fn ends_in(&self, field: &str, word: &str) -> bool {
        self.fields.get(field).is_some_and(|f| f.words.keys().any(|ending| word.ends_with(ending)))
    }
}

fn parse(table: &'static str) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut parts = line.split_whitespace();
        let Some(name) = parts.next() else { continue };
        let field = vocabulary.fields.entry(name).or_default();
        for entry in parts {
            let (word, value) = entry.split_once('=').unwrap_or((entry, ""));
            if word.contains('_') {
                field.phrases.push((word.split('_').collect(), number(value)));
            } else {
                field.words.insert(word, number(value));
            }
        }
        order::sort_by_key(&mut field.phrases, |(parts, _)| std::cmp::Reverse(parts.len()));
    }
    vocabulary
}

fn number(word: &'static str) -> Value {
    if let Ok(one) = word.parse() {
        return Value { low: one, high: one, word };
    }
    let ends = word.split_once('-').and_then(|(low, high)| Some((low.parse().ok()?, high.parse().ok()?)));
    ends.map_or(Value { low: 0, high: 0, word }, |(low, high)| Value { low, high, word })
}
