//! The documents as the aligner reads them: every sentence's words, and where each word stands.

use super::profile::{Profile, profiles};
use super::sets::{Frequencies, Sets};
use super::units::{Unit, Units};
use crate::mentions::Document;
use crate::text::Lexicon;

/// All documents of a comparison, ready to be aligned.
pub struct Prepared {
    /// For each document, what its sentences hold.
    pub documents: Vec<Words>,
    /// For each unit whether it is a class of words found in any story.
    pub light: Vec<bool>,
}

/// One document's sentences.
pub struct Words {
    /// What each sentence holds.
    pub profiles: Vec<Profile>,
    /// The same as sorted sets.
    pub sets: Sets,
    /// How many sentences have each unit.
    pub frequencies: Frequencies,
    /// Which sentences have each sense.
    pub postings: Postings,
    /// A hash of each sentence's terms, to find equal sentences; 0 for a sentence without a word.
    pub fingerprints: Vec<u64>,
}

impl Prepared {
    /// Prepares all documents. Cost: linear in the text but for sorting.
    pub fn new(documents: &[Document], lexicon: &Lexicon) -> Self {
        let units = Units::new(lexicon);
        let light = units.light();
        let words = |document: &Document| {
            let profiles = profiles(document, lexicon, &units);
            let sets = Sets::new(&profiles);
            let frequencies = Frequencies::new(&sets, profiles.len(), units.count());
            let postings = Postings::new(&sets, profiles.len(), frequencies.senses(), &light);
            let fingerprints = (0..document.sentences.len()).map(|s| fingerprint(document, s)).collect();
            Words { profiles, sets, frequencies, postings, fingerprints }
        };
        Self { documents: documents.iter().map(words).collect(), light }
    }
}

impl Words {
    /// How many words sentence `at` has, counting one for itself.
    pub fn words(&self, at: usize) -> u64 {
        self.profiles.get(at).map_or(0, |p| p.words.len() as u64) + 1
    }

    /// How many words all sentences have, each counting one for itself.
    pub fn size(&self) -> u64 {
        (self.sets.words.count() + self.profiles.len()) as u64
    }
}

/// For each unit the sentences that have it as a sense, in order; light words are left out.
#[derive(Default)]
pub struct Postings {
    starts: Vec<u32>,
    sentences: Vec<u32>,
}

impl Postings {
    fn new(sets: &Sets, sentences: usize, frequencies: &[u32], light: &[bool]) -> Self {
        let mut starts = vec![0_u32];
        let mut sum = 0;
        for (count, light) in frequencies.iter().zip(light) {
            sum += if *light { 0 } else { *count };
            starts.push(sum);
        }
        let mut next = starts.clone();
        let mut postings = Self { starts, sentences: vec![0; sum as usize] };
        for at in 0..sentences {
            for item in sets.senses.of(at) {
                let unit = item.sense().0 as usize;
                if let Some(slot) = next.get_mut(unit).filter(|_| light.get(unit) == Some(&false)) {
                    if let Some(place) = postings.sentences.get_mut(*slot as usize) {
                        *place = u32::try_from(at).unwrap_or(u32::MAX);
                    }
                    *slot += 1;
                }
            }
        }
        postings
    }

    /// The sentences that have `unit`.
    pub fn of(&self, unit: Unit) -> &[u32] {
        match (self.starts.get(unit.0 as usize), self.starts.get(unit.0 as usize + 1)) {
            (Some(&from), Some(&to)) => self.sentences.get(from as usize..to as usize).unwrap_or(&[]),
            _ => &[],
        }
    }
}

/// Equal for sentences of equal terms, white space aside.
fn fingerprint(document: &Document, sentence: usize) -> u64 {
    let mut hash = 0;
    for token in document.tokens_of(sentence).iter().filter(|t| t.kind.is_word()) {
        hash = (hash ^ u64::from(token.term.0).wrapping_add(1))
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(29);
    }
    hash
}
