//! What a sentence is to the aligner: its words as units, apart by the part they play.

use super::units::{Unit, Units};
use crate::order;
use crate::text::{Document, SentenceKind, TermId, TokenKind};
use std::collections::HashMap;

/// One content word at its place.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its stem.
    pub stem: Unit,
    /// What it stands for.
    pub sense: Unit,
    /// Its part.
    pub part: Part,
    /// Whether it is found in any story.
    pub light: bool,
    /// Whether it tells what happened, rather than about what.
    pub action: bool,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
}

/// The part a word plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Of a name.
    Name,
    /// A number.
    Number,
    /// A title or role: who somebody is.
    Role,
    /// Any other content word: what happened.
    Event,
}

/// A sentence as the aligner sees it.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// Its content words in order.
    pub words: Vec<Word>,
    /// The hashed character trigrams of its content words, sorted, each once.
    pub grams: Vec<u32>,
    /// What kind of sentence it is.
    pub kind: SentenceKind,
    /// Whether it refers to a person by a pronoun or by nothing but a title.
    pub refers: bool,
    /// The names it takes over from the sentence before, if it refers to a person.
    pub carried: Vec<Unit>,
}

/// The profiles of a document's sentences. Cost: linear in the text.
pub fn profiles(document: &Document, units: &Units, pronouns: &Pronouns) -> Vec<Profile> {
    let names = name_terms(document);
    let mut quoted = false;
    let mut carried: Vec<Unit> = Vec::new();
    let mut profiles = Vec::with_capacity(document.sentences.len());
    for (index, sentence) in document.sentences.iter().enumerate() {
        let mut profile = Profile { kind: sentence.kind, ..Profile::default() };
        if document.sentences.get(index.wrapping_sub(1)).is_some_and(|s| s.block != sentence.block) {
            quoted = false;
        }
        for token in document.tokens_of(index) {
            if sentence.lead.contains(token.span) {
                continue;
            }
            let text = document.text_of(token.span);
            match token.kind {
                TokenKind::Punctuation => quoted = after_mark(quoted, text),
                TokenKind::StopWord => profile.refers |= pronouns.holds(token.term),
                TokenKind::Word | TokenKind::Number => {
                    let part = if token.kind == TokenKind::Number {
                        Part::Number
                    } else if names.contains(&token.term) && starts_upper(text) {
                        Part::Name
                    } else if units.is_role(token.term) {
                        Part::Role
                    } else {
                        Part::Event
                    };
                    let stem = units.stem(token.term);
                    let sense = if part == Part::Name { stem } else { units.sense(token.term) };
                    profile.refers |= part == Part::Role;
                    let light = part != Part::Name && units.is_light(token.term);
                    let action = part == Part::Event && units.is_action(token.term);
                    profile.words.push(Word { stem, sense, part, light, action, quoted });
                    grams(text, &mut profile.grams);
                }
                TokenKind::Space => {}
            }
        }
        order::sort(&mut profile.grams);
        profile.grams.dedup();
        let own: Vec<Unit> = profile.words.iter().filter(|w| w.part == Part::Name).map(|w| w.stem).collect();
        if profile.refers {
            profile.carried.clone_from(&carried);
        }
        if !own.is_empty() {
            carried = own;
            carried.truncate(CARRIED);
        }
        profiles.push(profile);
    }
    profiles
}

/// At most this many words of the last named person are carried on.
const CARRIED: usize = 3;

/// The terms that stand for a person named before.
pub struct Pronouns(Vec<TermId>);

impl Pronouns {
    /// Looks the English pronouns of persons up.
    pub fn new(lexicon: &crate::text::Lexicon) -> Self {
        let words = ["he", "she", "his", "her", "him"];
        Self((0..).map(TermId).take(lexicon.len()).filter(|&t| words.contains(&lexicon.key(t))).collect())
    }

    fn holds(&self, term: TermId) -> bool {
        self.0.contains(&term)
    }
}

fn after_mark(quoted: bool, mark: &str) -> bool {
    match mark {
        "\u{201c}" | "\u{ab}" | "\u{201e}" => true,
        "\u{201d}" | "\u{bb}" => false,
        "\"" => !quoted,
        _ => quoted,
    }
}

fn starts_upper(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

/// Terms that stand capitalised within sentences more often than in lower case.
fn name_terms(document: &Document) -> std::collections::HashSet<TermId> {
    let mut balance: HashMap<TermId, (u32, u32)> = HashMap::new();
    for index in 0..document.sentences.len() {
        let mut first = true;
        for token in document.tokens_of(index) {
            let text = document.text_of(token.span);
            if token.kind == TokenKind::Punctuation && matches!(text, "\"" | "\u{201c}" | ":") {
                first = true;
            }
            if !token.kind.is_word() {
                continue;
            }
            if token.kind == TokenKind::Word {
                let count = balance.entry(token.term).or_default();
                if !starts_upper(text) {
                    count.1 += 1;
                } else if !first {
                    count.0 += 1;
                }
            }
            first = false;
        }
    }
    balance.into_iter().filter(|(_, (upper, lower))| upper > lower).map(|(term, _)| term).collect()
}

/// Adds the hashed character trigrams of a word, with its ends marked.
fn grams(word: &str, out: &mut Vec<u32>) {
    let mut window = [' ', ' ', ' '];
    for character in word.chars().flat_map(char::to_lowercase).chain([' ']) {
        window = [window[1], window[2], character];
        let hash = window
            .iter()
            .fold(0x811c_9dc5_u32, |h, &c| (h ^ u32::from(c)).wrapping_mul(0x0100_0193).rotate_left(5));
        out.push(hash);
    }
}
