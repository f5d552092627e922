//! The documents as the aligner reads them: every sentence's words, and where each word stands.

use super::layers::Frequencies;
use super::profile::{Profile, profiles};
use super::units::{Unit, Units};
use crate::order;
use crate::text::{Document, Lexicon};

/// All documents of a comparison, ready to be aligned.
pub struct Prepared {
    /// For each document, what its sentences hold.
    pub documents: Vec<Words>,
}

/// One document's sentences.
pub struct Words {
    /// What each sentence holds.
    pub profiles: Vec<Profile>,
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
        let words = |document: &Document| {
            let profiles = profiles(document, lexicon, &units);
            let frequencies = Frequencies::new(&profiles, units.count());
            let postings = Postings::new(&profiles, units.count());
            let fingerprints = (0..document.sentences.len()).map(|s| fingerprint(document, s)).collect();
            Words { profiles, frequencies, postings, fingerprints }
        };
        Self { documents: documents.iter().map(words).collect() }
    }
}

/// For each unit the sentences that have it as a sense, in order; light words are left out.
#[derive(Default)]
pub struct Postings {
    starts: Vec<u32>,
    sentences: Vec<u32>,
}

impl Postings {
    fn new(profiles: &[Profile], units: usize) -> Self {
        let mut entries: Vec<(u32, u32)> = (0..)
            .zip(profiles)
            .flat_map(|(s, p)| p.words.iter().filter(|w| !w.light).map(move |w| (w.sense.0, s)))
            .collect();
        order::sort(&mut entries);
        entries.dedup();
        let mut starts = vec![0_u32; units + 1];
        for (unit, _) in &entries {
            if let Some(count) = starts.get_mut(*unit as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Self { starts, sentences: entries.into_iter().map(|(_, s)| s).collect() }
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
