//! The words that mentions are made of, by language. `words/README.md` says what each field lists.

use super::words::Word;
use crate::text::language::Language;
use crate::text::rules::Rules;
use crate::text::table::{Entry, Table};
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
    table: Table,
    /// Whether the language joins words to one.
    compounds: bool,
    rules: &'static Rules,
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
        static ALL: [OnceLock<Vocabulary>; 14] = [const { OnceLock::new() }; 14];
        static NONE: OnceLock<Vocabulary> = OnceLock::new();
        ALL.get(language as usize).unwrap_or(&NONE).get_or_init(|| {
            let table = Table::read(&[table(language)]);
            let compounds = table.names().any(|name| name == "compound");
            Self { table, compounds, rules: Rules::of(language) }
        })
    }

    /// Whether the word loses its vowel before another.
    pub(super) fn is_elision(&self, word: &str) -> bool {
        self.rules.is_elision(word)
    }

    /// The value of a number word, compounds of the kind of "fünfundzwanzig" included.
    pub(super) fn number_word(&self, word: &str) -> Option<u64> {
        let plain = |word: &str| self.rules.number(word)?.parse::<u64>().ok();
        let ones = |word: &str| plain(word).or_else(|| self.is("weak-one", word).then_some(1));
        plain(word).or_else(|| {
            let joint = self.compounds.then(|| self.table.named("compound").next()).flatten()?.phrase;
            let (left, right) = word.split_once(joint)?;
            let tens = plain(right).filter(|n| (20..100).contains(n))?;
            ones(left).filter(|n| (1..10).contains(n)).map(|n| n + tens)
        })
    }

    /// Whether the language has the field.
    pub(super) fn lists(&self, field: &str) -> bool {
        self.table.names().any(|name| name == field)
    }

    /// What the fields list that begins with the word.
    pub(super) fn listed(&'static self, word: &str) -> Vec<&'static Entry> {
        self.table.find(word).collect()
    }

    /// Whether any field lists the word or a phrase that begins with it; in a language with compounds, every word.
    pub(super) fn knows(&self, word: &Word) -> bool {
        self.compounds || !word.listed.is_empty()
    }

    /// Whether the field lists the word.
    pub(super) fn has(&self, field: &str, word: &Word) -> bool {
        self.of_field(field, word).any(Entry::is_word)
    }

    /// The value that the field gives to the word.
    pub(super) fn value(&self, field: &str, word: &Word) -> Option<Value> {
        self.of_field(field, word).find(|e| e.is_word()).map(|e| number(e.value))
    }

    /// Whether the field lists a word that stands in no sentence.
    pub(super) fn is(&self, field: &str, word: &str) -> bool {
        self.entry(field, word).is_some()
    }

    /// The value that the field gives to a word that stands in no sentence.
    pub(super) fn value_of(&self, field: &str, word: &str) -> Option<Value> {
        self.entry(field, word).map(|e| number(e.value))
    }

    fn entry(&self, field: &str, word: &str) -> Option<&Entry> {
        self.table.find(word).find(|e| e.is_word() && self.table.name(e.line) == field)
    }

    /// What the field lists that begins with the word.
    fn of_field(&self, field: &str, word: &Word) -> impl Iterator<Item = &'static Entry> {
        word.listed.iter().copied().filter(move |e| self.table.name(e.line) == field)
    }

    /// Whether the field lists the phrase.
    pub(super) fn has_phrase(&self, field: &str, parts: &[&Word]) -> bool {
        let Some(first) = parts.first() else { return false };
        let words = || parts.iter().map(|w| w.lower.as_str());
        self.of_field(field, first).any(|e| !e.is_word() && e.phrase.split('_').eq(words()))
    }

    /// How many words from `at` on are a word or phrase of the field, and its value; the longest one counts.
    pub(super) fn phrase(&self, field: &str, line: &[Word], at: usize) -> Option<(usize, Value)> {
        let mut best: Option<(usize, &Entry)> = None;
        for entry in self.of_field(field, line.get(at)?) {
            let mut length = 0;
            let stands = entry.phrase.split('_').all(|part| {
                length += 1;
                line.get(at + length - 1).is_some_and(|w| w.lower == part)
            });
            if stands && best.is_none_or(|(most, _)| length > most) {
                best = Some((length, entry));
            }
        }
        best.map(|(length, entry)| (length, number(entry.value)))
    }

    /// How many words right before `at` are a word or phrase of the field.
    pub(super) fn phrase_before(&self, field: &str, line: &[Word], at: usize) -> Option<usize> {
        (1..=4).rev().find(|&len| {
            at.checked_sub(len).and_then(|from| self.phrase(field, line, from)).is_some_and(|(n, _)| n == len)
        })
    }

    /// The values of the two words that `word` is made of, the first of one field, the second of another.
    pub(super) fn compound(&self, first: &str, second: &str, word: &str) -> Option<(i64, i64)> {
        if !self.compounds {
            return None;
        }
        let parts = self.table.named(first).filter(|e| e.is_word()).filter_map(|e| {
            let rest = word.strip_prefix(e.phrase)?;
            self.value_of(second, rest).map(|end| (number(e.value).low, end.low))
        });
        parts.min()
    }

    /// Whether the word ends in one of the field's words.
    pub(super) fn ends_in(&self, field: &str, word: &str) -> bool {
        self.table.named(field).any(|e| e.is_word() && word.ends_with(e.phrase))
    }
}

fn number(word: &'static str) -> Value {
    if let Ok(one) = word.parse() {
        return Value { low: one, high: one, word };
    }
    let ends = word.split_once('-').and_then(|(low, high)| Some((low.parse().ok()?, high.parse().ok()?)));
    ends.map_or(Value { low: 0, high: 0, word }, |(low, high)| Value { low, high, word })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::key::fold;

    #[test]
    fn the_tables_stand_as_they_are_compared() {
        for line in Language::ALL.iter().flat_map(|&language| table(language).lines()) {
            for entry in line.split(' ') {
                let word = entry.split_once('=').map_or(entry, |(word, _)| word);
                assert!(fold(word) == word && !word.is_empty(), "{word:?} in: {line}");
            }
        }
    }
}
