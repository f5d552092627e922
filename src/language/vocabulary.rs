//! The words that mentions are made of, by language. `data/README.md` says what each line lists.

use super::languages::Language;
use super::rules::Rules;
use super::rules::is_of_mentions;
use super::table::TableEntry;
use std::sync::OnceLock;

/// The words of one language that mentions are made of.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    rules: &'static Rules,
    /// By line of the data: whether it lists words of mentions and not only how sentences and tokens are cut.
    lines: Vec<bool>,
    /// Whether the language joins words to one.
    compounds: bool,
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
            let rules = Rules::of(language);
            let lines = rules.table.names().map(is_of_mentions).collect();
            let compounds = rules.table.names().any(|name| name == "compound");
            Self { rules, lines, compounds }
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
            let joint = self.compounds.then(|| self.rules.table.named("compound").next()).flatten()?.phrase;
            let (left, right) = word.split_once(joint)?;
            let tens = plain(right).filter(|n| (20..100).contains(n))?;
            ones(left).filter(|n| (1..10).contains(n)).map(|n| n + tens)
        })
    }

    /// Whether the language has the field.
    pub(crate) fn lists(&self, field: &str) -> bool {
        self.rules.table.names().any(|name| name == field)
    }

    /// What the fields list that begins with the word.
    pub(crate) fn listed(&'static self, word: &str) -> Vec<&'static TableEntry> {
        let of_mentions = |e: &&TableEntry| self.lines.get(usize::from(e.line)).is_some_and(|is| *is);
        self.rules.table.find(word).filter(of_mentions).collect()
    }

    /// Whether the field lists a word that stands in no sentence.
    pub(crate) fn is(&self, field: &str, word: &str) -> bool {
        self.entry(field, word).is_some()
    }

    /// The value that the field gives to a word that stands in no sentence.
    pub(crate) fn value_of(&self, field: &str, word: &str) -> Option<Value> {
        self.entry(field, word).map(|e| Value::of(e.value))
    }

    fn entry(&self, field: &str, word: &str) -> Option<&TableEntry> {
        self.rules.table.find(word).find(|e| e.is_word() && self.rules.table.name(e.line) == field)
    }

    /// Those of `entries` that stand in the field.
    pub(crate) fn of_field(
        &self,
        field: &str,
        entries: &[&'static TableEntry],
    ) -> impl Iterator<Item = &'static TableEntry> {
        entries.iter().copied().filter(move |e| self.rules.table.name(e.line) == field)
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
        let parts = self.rules.table.named(first).filter(|e| e.is_word()).filter_map(|e| {
            let rest = word.strip_prefix(e.phrase)?;
            self.value_of(second, rest).map(|end| (Value::of(e.value).low, end.low))
        });
        parts.min()
    }

    /// Whether the word ends in one of the field's words.
    pub(crate) fn ends_in(&self, field: &str, word: &str) -> bool {
        self.rules.table.named(field).any(|e| e.is_word() && word.ends_with(e.phrase))
    }
}
