//! How a term looks and what it stands for, prepared once for all sentences that have it.

use super::spelling::{LONGEST, sound};
use crate::language::thesaurus::{SemanticField, Synset, alias, look_up};

/// What is compared of a word beside its term.
#[derive(Clone, Debug, Default)]
pub struct WordShape {
    /// Its letters and digits.
    pub letters: Vec<char>,
    /// The consonants, those that sound alike as one, doubled ones once.
    pub skeleton: Vec<char>,
    /// One bit for each letter.
    pub alphabet: u64,
    /// One bit for each pair of neighboring letters: words with none in common need no closer look.
    pub pairs: u64,
    /// The class that its stem belongs to.
    pub class: Option<SemanticField>,
    /// The groups of synonyms that its stem belongs to.
    pub synonyms: Vec<Synset>,
    /// The names that it is one with although they share no letters.
    pub alias: Option<u16>,
}

impl WordShape {
    /// What no term has.
    pub(super) const NONE: Self = Self {
        letters: Vec::new(),
        skeleton: Vec::new(),
        alphabet: 0,
        pairs: 0,
        class: None,
        synonyms: Vec::new(),
        alias: None,
    };

    /// The shape of a normalized form with its stem. Cost: linear in the letters.
    pub(crate) fn new(form: &str, stem: &str) -> Self {
        let (class, synonyms) = look_up(stem);
        let mut shape = Self { class, synonyms, alias: alias(&[form]), ..Self::NONE };
        let mut before = None;
        for c in form.chars().filter(|c| c.is_alphanumeric()).take(LONGEST) {
            shape.letters.push(c);
            shape.alphabet |= 1_u64 << (u32::from(c) % 64);
            if let Some(before) = before {
                shape.pairs |= 1_u64 << (((7 * 31 + before) * 31 + u32::from(c)) % 64);
            }
            before = Some(u32::from(c));
            let sound = sound(c);
            if sound.is_some() && shape.skeleton.last().copied() != sound {
                shape.skeleton.extend(sound);
            }
        }
        shape
    }
}
