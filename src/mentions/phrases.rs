//! Looks the words of a sentence up in the vocabulary of its language.

use super::words::Word;
use crate::language::Vocabulary;
use crate::language::table::TableEntry;
use crate::language::vocabulary::Value;

impl Vocabulary {
    /// Whether any field lists the word or a phrase that begins with it; in a language with compounds, every word.
    pub(super) fn knows(&self, word: &Word) -> bool {
        self.has_compounds() || !word.listed.is_empty()
    }

    /// Whether the field lists the word.
    pub(super) fn has(&self, field: &str, word: &Word) -> bool {
        self.of_field(field, &word.listed).any(TableEntry::is_word)
    }

    /// The value that the field gives to the word.
    pub(super) fn value(&self, field: &str, word: &Word) -> Option<Value> {
        self.of_field(field, &word.listed).find(|e| e.is_word()).map(|e| Value::of(e.value))
    }

    /// Whether the field lists the phrase.
    pub(super) fn has_phrase(&self, field: &str, parts: &[&Word]) -> bool {
        let Some(first) = parts.first() else { return false };
        let words = || parts.iter().map(|w| w.lower.as_str());
        self.of_field(field, &first.listed).any(|e| !e.is_word() && e.phrase.split('_').eq(words()))
    }

    /// How many words from `at` on are a word or phrase of the field, and its value; the longest one counts.
    pub(super) fn phrase(&self, field: &str, line: &[Word], at: usize) -> Option<(usize, Value)> {
        let mut best: Option<(usize, &TableEntry)> = None;
        for entry in self.of_field(field, &line.get(at)?.listed) {
            let mut length = 0;
            let stands = entry.phrase.split('_').all(|part| {
                length += 1;
                line.get(at + length - 1).is_some_and(|w| w.lower == part)
            });
            if stands && best.is_none_or(|(most, _)| length > most) {
                best = Some((length, entry));
            }
        }
        best.map(|(length, entry)| (length, Value::of(entry.value)))
    }

    /// How many words right before `at` are a word or phrase of the field.
    pub(super) fn phrase_before(&self, field: &str, line: &[Word], at: usize) -> Option<usize> {
        (1..=4).rev().find(|&len| {
            at.checked_sub(len).and_then(|from| self.phrase(field, line, from)).is_some_and(|(n, _)| n == len)
        })
    }
}
