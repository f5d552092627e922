//! What a sentence is to the aligner: its words as units, apart by the part they play.

use super::units::{Unit, Units};
use crate::mentions::{Document, Mention, MentionValue, Quote};
use crate::order;
use crate::span::Span;
use crate::text::{Lexicon, SentenceKind, TokenKind};

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
pub fn profiles(document: &Document, lexicon: &Lexicon, units: &Units) -> Vec<Profile> {
    let mut carried: Vec<Unit> = Vec::new();
    let mut profiles = Vec::with_capacity(document.sentences.len());
    for index in 0..document.sentences.len() {
        let mut profile = profile(document, index, (lexicon, units));
        let own = profile.words.iter().filter(|w| w.part == Part::Name);
        let own: Vec<Unit> = own.map(|w| w.stem).take(CARRIED).collect();
        if profile.refers {
            profile.carried.clone_from(&carried);
        }
        if !own.is_empty() {
            carried = own;
        }
        profiles.push(profile);
    }
    profiles
}

fn profile(document: &Document, index: usize, (lexicon, units): (&Lexicon, &Units)) -> Profile {
    let kind = document.sentences.get(index).map_or(SentenceKind::Body, |s| s.kind);
    let dateline = document.sentences.get(index).map_or(Span::default(), |s| s.dateline);
    let first = document.sentences.get(index).map_or(0, |s| s.first_token);
    let names: Vec<&Mention> =
        document.mentions_of(index).iter().filter(|m| matches!(m.value, MentionValue::Name(_))).collect();
    let speech = |m: &Mention| match m.value {
        MentionValue::Quote(quote) => Some(quote).filter(|quote| !quote.is_single),
        _ => None,
    };
    let speeches: Vec<Quote> = document.mentions_of(index).iter().filter_map(speech).collect();
    let mut profile = Profile { kind, ..Profile::default() };
    for (at, token) in (first..).zip(document.tokens_of(index)) {
        if dateline.contains(token.span) {
            continue;
        }
        match token.kind {
            TokenKind::Punctuation | TokenKind::Space => {}
            TokenKind::StopWord => profile.refers |= units.is_pronoun(token.term),
            TokenKind::Word | TokenKind::Number => {
                let is_name = names.iter().any(|m| m.first_token <= at && at < m.end_token);
                let part = if token.kind == TokenKind::Number {
                    Part::Number
                } else if units.is_role(token.term) {
                    Part::Role
                } else if is_name {
                    Part::Name
                } else {
                    Part::Event
                };
                let quoted = speeches.iter().any(|q| q.first_token <= at && at < q.end_token);
                let stem = units.stem(token.term);
                let sense = if part == Part::Name { stem } else { units.sense(token.term) };
                profile.refers |= part == Part::Role;
                let light = part != Part::Name && units.is_light(token.term);
                let action = part == Part::Event && units.is_action(token.term);
                profile.words.push(Word { stem, sense, part, light, action, quoted });
                grams(lexicon.normalized(token.term), &mut profile.grams);
            }
        }
    }
    for mention in names {
        if let MentionValue::Name(name) = &mention.value
            && let Some(stem) = units.acronym(lexicon, &name.terms)
        {
            profile.words.push(Word {
                stem,
                sense: stem,
                part: Part::Name,
                light: false,
                action: false,
                quoted: false,
            });
        }
    }
    order::sort(&mut profile.grams);
    profile.grams.dedup();
    profile
}

/// At most this many words of the last named person are carried on.
const CARRIED: usize = 3;

/// Adds the hashed character trigrams of a word, with its ends marked.
fn grams(word: &str, out: &mut Vec<u32>) {
    let mut window = [' ', ' ', ' '];
    for character in word.chars().chain([' ']) {
        window = [window[1], window[2], character];
        let hash = window
            .iter()
            .fold(0x811c_9dc5_u32, |h, &c| (h ^ u32::from(c)).wrapping_mul(0x0100_0193).rotate_left(5));
        out.push(hash);
    }
}
