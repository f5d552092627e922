//! The words that mentions are made of, by language. `words/README.md` says what each field lists.

use super::languages::Language;
use super::rules::Rules;
use super::table::{Entry, Table};
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
pub(crate) struct Vocabulary {
    table: Table,
    /// Whether the language joins words to one.
    compounds: bool,
    rules: &'static Rules,
}

/// What stands behind `=`: one number, a range, or a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Value {
    /// The number, or the smaller end of the range.
    pub low: i64,
    /// The number, or the larger end of the range.
    pub high: i64,
    /// The value as written.
    pub word: &'static str,
}

impl Value {
    /// Reads a value; one that is neither a number nor a range is a word alone.
    pub(crate) fn of(word: &'static str) -> Self {
        if let Ok(one) = word.parse() {
            return Self { low: one, high: one, word };
        }
        let ends = word.split_once('-').and_then(|(low, high)| Some((low.parse().ok()?, high.parse().ok()?)));
        ends.map_or(Self { low: 0, high: 0, word }, |(low, high)| Self { low, high, word })
    }
}

impl Vocabulary {
    /// The words of a language; none where there is no table. Read at the first call.
    pub(crate) fn of(language: Language) -> &'static Self {
        static ALL: [OnceLock<Vocabulary>; Language::COUNT] = [const { OnceLock::new() }; Language::COUNT];
        ALL[language as usize].get_or_init(|| {
            let table = Table::read(&[table(language)]);
            let compounds = table.names().any(|name| name == "compound");
            Self { table, compounds, rules: Rules::of(language) }
        })
    }

    /// Whether the word loses its vowel before another.
    pub(crate) fn is_elision(&self, word: &str) -> bool {
        self.rules.is_elision(word)
    }

    /// The value of a number word, compounds of the kind of "fünfundzwanzig" included.
    pub(crate) fn number_word(&self, word: &str) -> Option<u64> {
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
    pub(crate) fn lists(&self, field: &str) -> bool {
        self.table.names().any(|name| name == field)
    }

    /// What the fields list that begins with the word.
    pub(crate) fn listed(&'static self, word: &str) -> Vec<&'static Entry> {
        self.table.find(word).collect()
    }

    /// Whether the field lists a word that stands in no sentence.
    pub(crate) fn is(&self, field: &str, word: &str) -> bool {
        self.entry(field, word).is_some()
    }

    /// The value that the field gives to a word that stands in no sentence.
    pub(crate) fn value_of(&self, field: &str, word: &str) -> Option<Value> {
        self.entry(field, word).map(|e| Value::of(e.value))
    }

    fn entry(&self, field: &str, word: &str) -> Option<&Entry> {
        self.table.find(word).find(|e| e.is_word() && self.table.name(e.line) == field)
    }

    /// Those of `entries` that stand in the field.
    pub(crate) fn of_field(
        &self,
        field: &str,
        entries: &[&'static Entry],
    ) -> impl Iterator<Item = &'static Entry> {
        entries.iter().copied().filter(move |e| self.table.name(e.line) == field)
    }

    /// Whether the language joins words to one.
    pub(crate) fn has_compounds(&self) -> bool {
        self.compounds
    }

    /// The values of the two words that `word` is made of, the first of one field, the second of another.
    pub(crate) fn compound(&self, first: &str, second: &str, word: &str) -> Option<(i64, i64)> {
        if !self.compounds {
            return None;
        }
        let parts = self.table.named(first).filter(|e| e.is_word()).filter_map(|e| {
            let rest = word.strip_prefix(e.phrase)?;
            self.value_of(second, rest).map(|end| (Value::of(e.value).low, end.low))
        });
        parts.min()
    }

    /// Whether the word ends in one of the field's words.
    pub(crate) fn ends_in(&self, field: &str, word: &str) -> bool {
        self.table.named(field).any(|e| e.is_word() && word.ends_with(e.phrase))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unicode::fold;

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
