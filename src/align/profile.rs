//! What a sentence is to the aligner: its content words, each with its stem, its semantic field and its kind.

use super::term_classes::{TermClass, TermClasses};
use crate::mentions::{Document, Mention, MentionValue, Quote};
use crate::order;
use crate::span::Span;
use crate::text::{Lexicon, SentenceKind, TokenKind};

/// One content word at its place.
#[derive(Clone, Copy, Debug)]
pub struct ProfileWord {
    /// Its stem.
    pub stem: TermClass,
    /// Its semantic field, or its stem where it has none.
    pub field: TermClass,
    /// Its kind.
    pub kind: WordKind,
    /// Whether it is common: found in any story.
    pub common: bool,
    /// Whether it tells what happened, rather than about what.
    pub action: bool,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
}

/// What kind of content word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// Part of a name.
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
    pub words: Vec<ProfileWord>,
    /// The hashed character trigrams of its content words, sorted, each once.
    pub grams: Vec<u32>,
    /// What kind of sentence it is.
    pub kind: SentenceKind,
    /// Whether it refers to a person by a pronoun or by nothing but a title.
    pub refers: bool,
    /// The names it takes over from the sentence before, if it refers to a person.
    pub carried: Vec<TermClass>,
}

/// The profiles of a document's sentences. Cost: linear in the text.
pub(crate) fn profiles(document: &Document, lexicon: &Lexicon, classes: &TermClasses) -> Vec<Profile> {
    let mut carried: Vec<TermClass> = Vec::new();
    let mut profiles = Vec::with_capacity(document.sentences.len());
    for index in 0..document.sentences.len() {
        let mut profile = profile(document, index, (lexicon, classes));
        let own = profile.words.iter().filter(|w| w.kind == WordKind::Name);
        let own: Vec<TermClass> = own.map(|w| w.stem).take(CARRIED).collect();
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

fn profile(document: &Document, index: usize, (lexicon, classes): (&Lexicon, &TermClasses)) -> Profile {
    let sentence_kind = document.sentences.get(index).map_or(SentenceKind::Body, |s| s.kind);
    let dateline = document.sentences.get(index).map_or(Span::default(), |s| s.dateline);
    let first = document.sentences.get(index).map_or(0, |s| s.first_token);
    let names: Vec<&Mention> =
        document.mentions_of(index).iter().filter(|m| matches!(m.value, MentionValue::Name(_))).collect();
    let speech = |m: &Mention| match m.value {
        MentionValue::Quote(quote) => Some(quote).filter(|quote| !quote.is_single),
        _ => None,
    };
    let speeches: Vec<Quote> = document.mentions_of(index).iter().filter_map(speech).collect();
    let mut profile = Profile { kind: sentence_kind, ..Profile::default() };
    for (at, token) in (first..).zip(document.tokens_of(index)) {
        if dateline.contains(token.span) {
            continue;
        }
        match token.kind {
            TokenKind::Punctuation | TokenKind::Space => {}
            TokenKind::StopWord => profile.refers |= classes.is_pronoun(token.term),
            TokenKind::Word | TokenKind::Number => {
                let is_name = names.iter().any(|m| m.first_token <= at && at < m.end_token);
                let kind = if token.kind == TokenKind::Number {
                    WordKind::Number
                } else if classes.is_role(token.term) {
                    WordKind::Role
                } else if is_name {
                    WordKind::Name
                } else {
                    WordKind::Event
                };
                let quoted = speeches.iter().any(|q| q.first_token <= at && at < q.end_token);
                let stem = classes.stem(token.term);
                let field = if kind == WordKind::Name { stem } else { classes.field(token.term) };
                profile.refers |= kind == WordKind::Role;
                let common = kind != WordKind::Name && classes.is_common(token.term);
                let action = kind == WordKind::Event && classes.is_action(token.term);
                profile.words.push(ProfileWord { stem, field, kind, common, action, quoted });
                grams(lexicon.normalized(token.term), &mut profile.grams);
            }
        }
    }
    for mention in names {
        if let MentionValue::Name(name) = &mention.value
            && let Some(stem) = classes.acronym(lexicon, &name.terms)
        {
            profile.words.push(ProfileWord {
                stem,
                field: stem,
                kind: WordKind::Name,
                common: false,
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
