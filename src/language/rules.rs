//! What is particular to a language, read from the data files in `data/`, which describe their own format.

use super::languages::Language;
use super::table::{Table, TableEntry};
use crate::order;
use crate::unicode::fold;
use std::sync::OnceLock;

/// The data of one language, ready for look-ups. Words are looked up folded.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    /// Words; those that count only with a capital begin with [`CAPITAL`].
    pub(super) table: Table,
    /// What each line of the table says of its words.
    flags: Vec<u16>,
    phrases: Vec<(Phrase, String)>,
    /// What the stem drops before a word, longest first.
    pub(super) prefixes: Vec<&'static str>,
    /// What the stem drops after a word, longest first.
    pub(super) suffixes: Vec<&'static str>,
    /// What verbs end in.
    verb_ends: Vec<&'static str>,
    /// What forms of one word end in.
    inflection_ends: Vec<&'static str>,
    /// What a people's name or an adjective adds to a country's name.
    demonym_ends: Vec<&'static str>,
    /// What adjectives made from names end in.
    adjective_ends: Vec<&'static str>,
    /// The sign before decimals.
    pub(crate) decimal: Option<char>,
    /// The signs between thousands; a plain space stands for every space.
    pub(crate) groups: Vec<char>,
    /// Whether a number with a stop after it is an ordinal.
    pub(crate) ordinals: bool,
}

/// What is known of a word that counts only where it has a capital stands under the word with this before it.
const CAPITAL: &str = "^";

/// What a phrase tells of the sentence that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phrase {
    /// At the start: who wrote or edited.
    Byline,
    /// At the start, with a name after it: who wrote.
    By,
    /// Anywhere: who else reported.
    Contributed,
    /// At the start: what a picture shows, or whose it is.
    Caption,
    /// At the start: another article's headline.
    More,
}

impl Phrase {
    /// Each with the name of its lines in the data.
    const ALL: [(Self, &'static str); 5] = [
        (Self::Byline, "byline"),
        (Self::By, "by"),
        (Self::Contributed, "contributed"),
        (Self::Caption, "caption"),
        (Self::More, "more"),
    ];
}

const STOP: u16 = 1;
const ACRONYM: u16 = 1 << 1;
const TITLE: u16 = 1 << 2;
const NUMBERED: u16 = 1 << 3;
const SHORT: u16 = 1 << 4;
const STARTER: u16 = 1 << 5;
const ELISION: u16 = 1 << 6;
const ATTRIBUTION: u16 = 1 << 7;
const UNIT: u16 = 1 << 8;
const DATE: u16 = 1 << 9;
const OPENING: u16 = 1 << 10;
const LABEL: u16 = 1 << 11;
const AGENCY: u16 = 1 << 12;
const CREDIT: u16 = 1 << 13;
const NEVER_ABSORBED: u16 = 1 << 14;
const PERSON_PRONOUN: u16 = 1 << 15;
const ABBREVIATION: u16 = TITLE | NUMBERED | SHORT | UNIT;

/// What may follow an abbreviation without a new sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Abbreviation(u16);

impl Abbreviation {
    /// Anything.
    pub(crate) fn title(self) -> bool {
        self.0 & TITLE != 0
    }

    /// A number.
    pub(crate) fn numbered(self) -> bool {
        self.0 & NUMBERED != 0
    }

    /// Anything but a word that begins sentences.
    pub(crate) fn short(self) -> bool {
        self.0 & SHORT != 0
    }

    /// Behind a number, a date word.
    pub(crate) fn unit(self) -> bool {
        self.0 & UNIT != 0
    }
}

impl Rules {
    /// The rules of a language. They are read once a process, on first use.
    pub(crate) fn of(language: Language) -> &'static Self {
        static ALL: [OnceLock<Rules>; Language::COUNT] = [const { OnceLock::new() }; Language::COUNT];
        ALL[language as usize].get_or_init(|| Self::parse(language.data()))
    }

    /// Reads a data file. Lines with a name that is not known say nothing.
    fn parse(data: &'static str) -> Self {
        let mut rules =
            Self { table: Table::read(&[include_str!("data/common.txt"), data]), ..Self::default() };
        let table = &rules.table;
        rules.flags = table.names().map(flag).collect();
        let words = |name| -> Vec<&'static str> { table.named(name).map(|e| e.phrase).collect() };
        rules.phrases = Phrase::ALL
            .iter()
            .flat_map(|&(phrase, name)| table.named(name).map(move |e| (phrase, e.phrase.replace('_', " "))))
            .collect();
        (rules.prefixes, rules.suffixes) = (words("prefix"), words("suffix"));
        (rules.verb_ends, rules.inflection_ends) = (words("verb-ends"), words("inflection-ends"));
        (rules.demonym_ends, rules.adjective_ends) = (words("demonym-ends"), words("adjective-ends"));
        rules.decimal = words("decimal").first().and_then(|w| w.chars().next());
        rules.groups = words("group").into_iter().filter_map(group_sign).collect();
        rules.ordinals = table.names().any(|name| name == "ordinals");
        for affixes in [&mut rules.prefixes, &mut rules.suffixes] {
            order::sort_by_key(affixes, |a| std::cmp::Reverse(a.chars().count()));
        }
        rules
    }

    /// What all lines together say of a word.
    fn flags(&self, folded: &str) -> u16 {
        let lines = self.table.find(folded).filter(|e| e.is_word());
        lines.fold(0, |flags, e| flags | self.flags.get(usize::from(e.line)).copied().unwrap_or(0))
    }

    fn has(&self, folded: &str, flag: u16) -> bool {
        self.flags(folded) & flag != 0
    }

    /// Whether a folded word is a function word.
    pub(crate) fn is_stop(&self, folded: &str) -> bool {
        self.has(folded, STOP)
    }

    /// Whether a folded function word turns the meaning of a sentence, so that a comparison never passes over it.
    pub(crate) fn is_never_absorbed(&self, folded: &str) -> bool {
        self.has(folded, NEVER_ABSORBED)
    }

    /// Whether a folded word stands for a person named before.
    pub(crate) fn is_person_pronoun(&self, folded: &str) -> bool {
        self.has(folded, PERSON_PRONOUN)
    }

    /// Whether a folded word ends as verbs of the language do.
    pub(crate) fn has_verb_ending(&self, folded: &str) -> bool {
        self.verb_ends.iter().any(|end| folded.ends_with(end))
    }

    /// Whether two forms of one word may differ in this ending; having none is one, too.
    pub(crate) fn is_inflection_ending(&self, ending: &[char]) -> bool {
        ending.is_empty() || self.inflection_ends.iter().any(|end| end.chars().eq(ending.iter().copied()))
    }

    /// Whether a people or an adjective is named by a country's name with this ending.
    pub(crate) fn is_demonym_ending(&self, ending: &str) -> bool {
        self.demonym_ends.contains(&ending)
    }

    /// Whether a folded word ends as adjectives made from names do: "iranian", "chinese".
    pub(crate) fn has_adjective_ending(&self, folded: &str) -> bool {
        self.adjective_ends.iter().any(|end| folded.ends_with(end))
    }

    /// Whether a folded word means something else when it is written in capitals.
    pub(crate) fn is_acronym(&self, folded: &str) -> bool {
        self.has(folded, ACRONYM)
    }

    /// Whether a folded word is what stands before an apostrophe that replaces its vowel.
    pub(crate) fn is_elision(&self, folded: &str) -> bool {
        self.has(folded, ELISION)
    }

    /// Whether a folded word begins sentences in running text.
    pub(crate) fn is_starter(&self, folded: &str) -> bool {
        self.has(folded, STARTER)
    }

    /// Whether a folded word says that someone spoke.
    pub(crate) fn is_attribution(&self, folded: &str) -> bool {
        self.has(folded, ATTRIBUTION)
    }

    /// Whether a folded word is a month, weekday, time zone or another part of dates.
    pub(crate) fn is_date(&self, folded: &str) -> bool {
        self.has(folded, DATE)
    }

    /// Whether a folded word opens a sentence with a time or place.
    pub(crate) fn is_opening(&self, folded: &str) -> bool {
        self.has(folded, OPENING)
    }

    /// Whether a folded word says that a date follows.
    pub(crate) fn is_label(&self, folded: &str) -> bool {
        self.has(folded, LABEL)
    }

    /// Whether a folded word belongs to the name of a news or picture agency.
    pub(crate) fn is_agency(&self, folded: &str) -> bool {
        self.has(folded, AGENCY)
    }

    /// Whether a folded word means a picture or whose it is.
    pub(crate) fn is_credit(&self, folded: &str) -> bool {
        self.has(folded, CREDIT)
    }

    /// Whether a folded text begins with a phrase of a kind.
    pub(crate) fn begins(&self, kind: Phrase, folded: &str) -> bool {
        let ends = |rest: &str, phrase: &str| {
            !phrase.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
        };
        self.phrases.iter().any(|(of, phrase)| {
            *of == kind && folded.strip_prefix(phrase.as_str()).is_some_and(|rest| ends(rest, phrase))
        })
    }

    /// Whether a folded text contains a phrase of a kind.
    pub(crate) fn contains(&self, kind: Phrase, folded: &str) -> bool {
        self.phrases.iter().any(|(of, phrase)| *of == kind && folded.contains(phrase.as_str()))
    }

    /// The digits of a folded number word.
    pub(crate) fn number(&self, folded: &str) -> Option<&'static str> {
        self.value("number", folded)
    }

    /// The base form of an irregular folded word.
    pub(crate) fn base(&self, folded: &str) -> Option<&'static str> {
        self.value("base-form", folded)
    }

    fn value(&self, name: &str, folded: &str) -> Option<&'static str> {
        let has = |e: &&TableEntry| e.is_word() && !e.value.is_empty() && self.table.name(e.line) == name;
        self.table.find(folded).find(has).map(|e| e.value)
    }

    /// What kinds of abbreviation a word is, as it stands in the text without its stop.
    pub(crate) fn abbreviation(&self, word: &str) -> Abbreviation {
        let folded = fold(word);
        let any = self.flags(&folded);
        let capital = if word.starts_with(char::is_uppercase) || any & ABBREVIATION != 0 {
            self.flags(&(CAPITAL.to_owned() + &folded))
        } else {
            0
        };
        Abbreviation(any | capital)
    }
}

/// What a line says of its words.
fn flag(name: &str) -> u16 {
    match name {
        "stop" => STOP,
        "acronym" => ACRONYM,
        "abbreviation-title" => TITLE,
        "abbreviation-number" => NUMBERED,
        "abbreviation" => SHORT,
        "starter" => STARTER,
        "elision" => ELISION,
        "attribution" => ATTRIBUTION,
        "abbreviation-unit" => UNIT,
        "date" => DATE,
        "opening" => OPENING,
        "label" => LABEL,
        "agency" => AGENCY,
        "credit" => CREDIT,
        "never-absorbed" => NEVER_ABSORBED,
        "person-pronoun" => PERSON_PRONOUN,
        _ => 0,
    }
}

/// Whether a line lists words of mentions: every line that says nothing about sentences and tokens.
pub(super) fn is_of_mentions(name: &str) -> bool {
    let is_other = matches!(
        name,
        "number"
            | "base-form"
            | "prefix"
            | "suffix"
            | "decimal"
            | "group"
            | "ordinals"
            | "verb-ends"
            | "inflection-ends"
            | "demonym-ends"
            | "adjective-ends"
    );
    flag(name) == 0 && !is_other && Phrase::ALL.iter().all(|(_, phrase)| *phrase != name)
}

fn group_sign(word: &str) -> Option<char> {
    if word == "space" { Some(' ') } else { word.chars().next() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every line of every data file, with the file's name.
    fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
        let of = |language: Language| language.data().lines().map(move |line| (language.code(), line));
        let common = include_str!("data/common.txt").lines().map(|line| ("common", line));
        common.chain(Language::ALL.iter().copied().chain([Language::Other]).flat_map(of))
    }

    #[test]
    fn the_data_stand_as_the_text_is_folded() {
        for (file, line) in lines() {
            let (name, words) = line.split_once(' ').unwrap_or((line, "-"));
            if matches!(name, "group" | "decimal") {
                continue;
            }
            for word in words.split(' ') {
                let word = word.split_once('=').map_or(word, |(word, _)| word);
                assert!(fold(word) == word && !word.is_empty(), "{word:?} in {file}.txt: {line}");
            }
        }
    }

    #[test]
    fn the_readme_explains_every_line() {
        let readme = include_str!("data/README.md");
        for (file, line) in lines() {
            let name = line.split(' ').next().unwrap();
            assert!(readme.contains(&format!("`{name}`")), "{name} in {file}.txt is not explained");
        }
    }

    /// What never disappears is a function word: other words are compared anyway.
    #[test]
    fn words_that_are_never_absorbed_are_stop_words() {
        for &language in Language::ALL {
            let rules = Rules::of(language);
            for entry in rules.table.named("never-absorbed") {
                assert!(rules.is_stop(entry.phrase), "{} in {language:?}", entry.phrase);
            }
        }
    }

    #[test]
    fn a_capital_counts_only_where_the_data_says_so() {
        let rules = Rules::of(Language::En);
        assert!(rules.abbreviation("Sat").short() && !rules.abbreviation("sat").short());
        assert!(rules.abbreviation("etc").short() && rules.abbreviation("Etc").short());
    }
}
