//! The words that mentions are made of, by language. `words/README.md` says what each field lists.

use super::words::Word;
use crate::order;
use crate::text::key::fold;
use crate::text::language::Language;
use crate::text::rules::Rules;
use crate::text::table::{Table, Words};
use std::sync::OnceLock;

/// The table of every language that has one.
fn table(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("words/en.txt"),
        Language::De => include_str!("words/de.txt"),
        Language::Fr => include_str!("words/fr.txt"),
        Language::Es => include_str!("words/es.txt"),
        Language::It => include_str!("words/it.txt"),
        Language::Pt => include_str!("words/pt.txt"),
        Language::Nl => include_str!("words/nl.txt"),
        _ => "",
    }
}

/// The table of one language.
#[derive(Debug)]
pub(super) struct Vocabulary {
    fields: Table<&'static str, Field>,
    /// The first words of everything that any field lists.
    beginnings: Words,
    rules: &'static Rules,
}

/// The words of one field, with their values.
#[derive(Debug, Default)]
struct Field {
    /// Words of one part.
    words: Table<String, Value>,
    /// Words of several parts, longest first.
    phrases: Vec<(Vec<String>, Value)>,
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
    /// The words of a language; none where there is no table. Read at the first call.
    pub(super) fn of(language: Language) -> &'static Self {
        static ALL: OnceLock<Vec<(Language, Vocabulary)>> = OnceLock::new();
        static NONE: OnceLock<Vocabulary> = OnceLock::new();
        let all = ALL.get_or_init(|| Language::ALL.iter().map(|&l| (l, parse(l))).collect());
        let known = all.iter().find(|(l, _)| *l == language).map(|(_, v)| v);
        known.unwrap_or_else(|| NONE.get_or_init(|| parse(Language::Other)))
    }

    /// Whether the word loses its vowel before another.
    pub(super) fn is_elision(&self, word: &str) -> bool {
        self.rules.is_elision(word)
    }

    /// The value of a number word, compounds of the kind of "fünfundzwanzig" included.
    pub(super) fn number_word(&self, word: &str) -> Option<u64> {
        let plain = |word: &str| self.rules.number(word)?.parse::<u64>().ok();
        let ones = |word: &str| plain(word).or_else(|| self.has("weak-one", word).then_some(1));
        plain(word).or_else(|| {
            let joint = self.fields.get("compound")?.words.keys().next()?;
            let (left, right) = word.split_once(joint.as_str())?;
            let tens = plain(right).filter(|n| (20..100).contains(n))?;
            ones(left).filter(|n| (1..10).contains(n)).map(|n| n + tens)
        })
    }

    /// Whether the language has the field.
    pub(super) fn lists(&self, field: &str) -> bool {
        self.fields.contains_key(field)
    }

    /// Whether any field lists the word or a phrase that begins with it; in a language with compounds, every word.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.beginnings.contains(word) || self.lists("compound")
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
        self.fields.get(field).is_some_and(|f| f.phrases.iter().any(|(known, _)| known.iter().eq(parts)))
    }

    /// How many words from `at` on are a word or phrase of the field, and its value; the longest one counts.
    pub(super) fn phrase(&self, field: &str, line: &[Word], at: usize) -> Option<(usize, Value)> {
        let field = self.fields.get(field)?;
        let matches = |parts: &[String]| {
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

    /// The values of the two words that `word` is made of, the first of one field, the second of another.
    pub(super) fn compound(&self, first: &str, second: &str, word: &str) -> Option<(i64, i64)> {
        let parts = self.fields.get(first)?.words.iter().filter_map(|(head, value)| {
            let rest = word.strip_prefix(head.as_str())?;
            self.value(second, rest).map(|end| (value.low, end.low))
        });
        parts.min()
    }

    /// Whether the word ends in one of the field's words.
    pub(super) fn ends_in(&self, field: &str, word: &str) -> bool {
        self.fields.get(field).is_some_and(|f| f.words.keys().any(|ending| word.ends_with(ending.as_str())))
    }
}

fn parse(language: Language) -> Vocabulary {
    let mut fields: Table<&'static str, Field> = Table::default();
    let mut beginnings = Words::default();
    for line in table(language).lines().filter(|line| !line.starts_with('#')) {
        let mut parts = line.split_whitespace();
        let Some(name) = parts.next() else { continue };
        let field = fields.entry(name).or_default();
        for entry in parts {
            let (word, value) = entry.split_once('=').unwrap_or((entry, ""));
            beginnings.extend(word.split('_').next().map(fold));
            if word.contains('_') {
                field.phrases.push((word.split('_').map(fold).collect(), number(value)));
            } else {
                field.words.insert(fold(word), number(value));
            }
        }
        order::sort_by_key(&mut field.phrases, |(parts, _)| std::cmp::Reverse(parts.len()));
    }
    Vocabulary { fields, beginnings, rules: Rules::of(language) }
}

fn number(word: &'static str) -> Value {
    if let Ok(one) = word.parse() {
        return Value { low: one, high: one, word };
    }
    let ends = word.split_once('-').and_then(|(low, high)| Some((low.parse().ok()?, high.parse().ok()?)));
    ends.map_or(Value { low: 0, high: 0, word }, |(low, high)| Value { low, high, word })
}
