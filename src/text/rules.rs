//! What is particular to a language, read from the data files in `languages/`, which describe their own format.

use super::key::fold;
use super::language::Language;
use super::table::Table;
use crate::order;
use std::sync::OnceLock;

/// The data of one language, ready for look-ups. Words are looked up folded.
#[derive(Debug, Default)]
pub struct Rules {
    words: Table<String, Entry>,
    /// Folded, with what they tell.
    phrases: Vec<(Phrase, String)>,
    /// What the stem drops before a word, longest first.
    pub(super) prefixes: Vec<String>,
    /// What the stem drops after a word, longest first.
    pub(super) suffixes: Vec<String>,
    /// The sign before decimals.
    pub(super) decimal: Option<char>,
    /// The signs between thousands; a plain space stands for every space.
    pub(super) groups: Vec<char>,
    /// Whether a number with a stop after it is an ordinal.
    pub(super) ordinals: bool,
}

/// What a phrase tells of the sentence that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phrase {
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
    /// The name of its lines in the data.
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "byline" => Self::Byline,
            "by" => Self::By,
            "contributed" => Self::Contributed,
            "caption" => Self::Caption,
            "more" => Self::More,
            _ => return None,
        })
    }
}

/// What is known of one word.
#[derive(Clone, Debug, Default)]
struct Entry {
    flags: u16,
    capital: bool,
    number: Option<&'static str>,
    base: Option<String>,
}

const STOP: u16 = 1;
const ACRONYM: u16 = 1 << 1;
const TITLE: u16 = 1 << 2;
const NUMBERED: u16 = 1 << 3;
const SHORT: u16 = 1 << 4;
const STARTER: u16 = 1 << 5;
const ELISION: u16 = 1 << 6;
const SPEECH: u16 = 1 << 7;
const UNIT: u16 = 1 << 8;
const DATE: u16 = 1 << 9;
const OPENING: u16 = 1 << 10;
const LABEL: u16 = 1 << 11;
const AGENCY: u16 = 1 << 12;
const CREDIT: u16 = 1 << 13;
const ABBREVIATION: u16 = TITLE | NUMBERED | SHORT | UNIT;

/// What may follow an abbreviation without a new sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Abbreviation(u16);

impl Abbreviation {
    /// Anything.
    pub(super) fn title(self) -> bool {
        self.0 & TITLE != 0
    }

    /// A number.
    pub(super) fn numbered(self) -> bool {
        self.0 & NUMBERED != 0
    }

    /// Anything but a word that begins sentences.
    pub(super) fn short(self) -> bool {
        self.0 & SHORT != 0
    }

    /// Behind a number, a date word.
    pub(super) fn unit(self) -> bool {
        self.0 & UNIT != 0
    }
}

impl Rules {
    /// The rules of a language. They are read once a process, on first use.
    pub fn of(language: Language) -> &'static Self {
        static ALL: [OnceLock<Rules>; 14] = [const { OnceLock::new() }; 14];
        static NONE: OnceLock<Rules> = OnceLock::new();
        ALL.get(language as usize).unwrap_or(&NONE).get_or_init(|| Self::parse(data(language)))
    }

    /// Reads a data file. Lines with a name that is not known are skipped.
    fn parse(data: &'static str) -> Self {
        let mut rules = Self::default();
        for line in include_str!("languages/common.txt").lines().chain(data.lines()) {
            let mut words = line.split_whitespace();
            match words.next() {
                None | Some("#") => {}
                Some("prefix") => rules.prefixes = words.map(fold).collect(),
                Some("suffix") => rules.suffixes = words.map(fold).collect(),
                Some("decimal") => rules.decimal = words.next().and_then(|w| w.chars().next()),
                Some("ordinals") => rules.ordinals = true,
                Some("group") => rules.groups = words.filter_map(group_sign).collect(),
                Some(name) => words.for_each(|word| rules.add(name, word)),
            }
        }
        for affixes in [&mut rules.prefixes, &mut rules.suffixes] {
            order::sort_by_key(affixes, |a| std::cmp::Reverse(a.chars().count()));
        }
        rules
    }

    fn add(&mut self, name: &str, word: &'static str) {
        if let Some(phrase) = Phrase::named(name) {
            self.phrases.push((phrase, fold(word).replace('_', " ")));
            return;
        }
        let (word, value) = word.split_once('=').map_or((word, None), |(w, v)| (w, Some(v)));
        let entry = self.words.entry(fold(word)).or_default();
        let flag = match name {
            "stop" => STOP,
            "acronym" => ACRONYM,
            "title" => TITLE,
            "numbered" => NUMBERED,
            "short" => SHORT,
            "starter" => STARTER,
            "elision" => ELISION,
            "speech" => SPEECH,
            "unit" => UNIT,
            "date" => DATE,
            "opening" => OPENING,
            "label" => LABEL,
            "agency" => AGENCY,
            "credit" => CREDIT,
            _ => 0,
        };
        if flag & ABBREVIATION != 0 {
            let capital = word.starts_with(char::is_uppercase);
            entry.capital = capital && (entry.capital || entry.flags & ABBREVIATION == 0);
        }
        entry.flags |= flag;
        match (name, value) {
            ("number", Some(digits)) => entry.number = Some(digits),
            ("same", Some(base)) => entry.base = Some(fold(base)),
            _ => {}
        }
    }

    fn has(&self, folded: &str, flag: u16) -> bool {
        self.words.get(folded).is_some_and(|e| e.flags & flag != 0)
    }

    /// Whether a folded word is a function word.
    pub fn is_stop(&self, folded: &str) -> bool {
        self.has(folded, STOP)
    }

    /// Whether a folded word means something else when it is written in capitals.
    pub(super) fn is_acronym(&self, folded: &str) -> bool {
        self.has(folded, ACRONYM)
    }

    /// Whether a folded word is what stands before an apostrophe that replaces its vowel.
    pub(super) fn is_elision(&self, folded: &str) -> bool {
        self.has(folded, ELISION)
    }

    /// Whether a folded word begins sentences in running text.
    pub(super) fn is_starter(&self, folded: &str) -> bool {
        self.has(folded, STARTER)
    }

    /// Whether a folded word says that someone spoke.
    pub(super) fn is_speech(&self, folded: &str) -> bool {
        self.has(folded, SPEECH)
    }

    /// Whether a folded word is a month, weekday, time zone or another part of dates.
    pub(super) fn is_date(&self, folded: &str) -> bool {
        self.has(folded, DATE)
    }

    /// Whether a folded word opens a sentence with a time or place.
    pub(super) fn is_opening(&self, folded: &str) -> bool {
        self.has(folded, OPENING)
    }

    /// Whether a folded word says that a date follows.
    pub(super) fn is_label(&self, folded: &str) -> bool {
        self.has(folded, LABEL)
    }

    /// Whether a folded word belongs to the name of a news or picture agency.
    pub(super) fn is_agency(&self, folded: &str) -> bool {
        self.has(folded, AGENCY)
    }

    /// Whether a folded word means a picture or whose it is.
    pub(super) fn is_credit(&self, folded: &str) -> bool {
        self.has(folded, CREDIT)
    }

    /// Whether a folded text begins with a phrase of a kind.
    pub(super) fn begins(&self, kind: Phrase, folded: &str) -> bool {
        let ends = |rest: &str, phrase: &str| {
            !phrase.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
        };
        self.phrases.iter().any(|(of, phrase)| {
            *of == kind && folded.strip_prefix(phrase.as_str()).is_some_and(|rest| ends(rest, phrase))
        })
    }

    /// Whether a folded text contains a phrase of a kind.
    pub(super) fn contains(&self, kind: Phrase, folded: &str) -> bool {
        self.phrases.iter().any(|(of, phrase)| *of == kind && folded.contains(phrase.as_str()))
    }

    /// The digits of a folded number word.
    pub(super) fn number(&self, folded: &str) -> Option<&'static str> {
        self.words.get(folded).and_then(|e| e.number)
    }

    /// The base form of an irregular folded word.
    pub(super) fn base(&self, folded: &str) -> Option<&str> {
        self.words.get(folded).and_then(|e| e.base.as_deref())
    }

    /// What kinds of abbreviation a word is, as it stands in the text without its stop.
    pub(super) fn abbreviation(&self, word: &str) -> Abbreviation {
        let folded = fold(word);
        let entry = self.words.get(&folded).filter(|e| !e.capital || word.starts_with(char::is_uppercase));
        Abbreviation(entry.map_or(0, |e| e.flags))
    }
}

fn group_sign(word: &str) -> Option<char> {
    if word == "space" { Some(' ') } else { word.chars().next() }
}

fn data(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("languages/en.txt"),
        Language::De => include_str!("languages/de.txt"),
        Language::Fr => include_str!("languages/fr.txt"),
        Language::Es => include_str!("languages/es.txt"),
        Language::It => include_str!("languages/it.txt"),
        Language::Pt => include_str!("languages/pt.txt"),
        Language::Nl => include_str!("languages/nl.txt"),
        Language::Ru => include_str!("languages/ru.txt"),
        Language::Ar => include_str!("languages/ar.txt"),
        Language::Hi => include_str!("languages/hi.txt"),
        Language::Zh => include_str!("languages/zh.txt"),
        Language::Ja => include_str!("languages/ja.txt"),
        Language::Ko => include_str!("languages/ko.txt"),
        Language::Other => "decimal .\ngroup ,\n",
    }
}
