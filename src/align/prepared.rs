//! The documents as the aligner reads them: the words of every sentence, and the sentences of every word.

use super::profile::{Profile, profiles};
use super::sets::{Frequencies, Sets};
use super::term_classes::{TermClass, TermClasses};
use crate::mentions::Document;
use crate::text::Lexicon;

/// All documents of a comparison, ready to be aligned.
pub struct Prepared {
    /// For each document, what its sentences hold.
    pub documents: Vec<PreparedDocument>,
    /// For each class whether it is a semantic field of common words.
    pub common: Vec<bool>,
}

/// One document's sentences.
pub struct PreparedDocument {
    /// What each sentence holds.
    pub profiles: Vec<Profile>,
    /// The same as sorted sets.
    pub sets: Sets,
    /// How many sentences have each stem and each semantic field.
    pub frequencies: Frequencies,
    /// Which sentences have each semantic field.
    pub postings: Postings,
    /// A hash of each sentence's terms, to find equal sentences; 0 for a sentence without a word.
    pub fingerprints: Vec<u64>,
}

impl Prepared {
    /// Prepares all documents. Cost: linear in the text but for sorting.
    pub fn new(documents: &[Document], lexicon: &Lexicon) -> Self {
        let classes = TermClasses::new(lexicon);
        let common = classes.common();
        let prepare = |document: &Document| {
            let profiles = profiles(document, lexicon, &classes);
            let sets = Sets::new(&profiles);
            let frequencies = Frequencies::new(&sets, profiles.len(), classes.count());
            let postings = Postings::new(&sets, profiles.len(), frequencies.fields(), &common);
            let fingerprints = (0..document.sentences.len()).map(|s| fingerprint(document, s)).collect();
            PreparedDocument { profiles, sets, frequencies, postings, fingerprints }
        };
        Self { documents: documents.iter().map(prepare).collect(), common }
    }
}

impl PreparedDocument {
    /// How many words sentence `at` has, counting one for itself.
    pub fn words(&self, at: usize) -> u64 {
        self.profiles.get(at).map_or(0, |p| p.words.len() as u64) + 1
    }

    /// How many words all sentences have, each counting one for itself.
    pub fn size(&self) -> u64 {
        (self.sets.words.count() + self.profiles.len()) as u64
    }
}

/// For each semantic field the sentences that have it, in order; common ones are left out.
#[derive(Default)]
pub struct Postings {
    starts: Vec<u32>,
    sentences: Vec<u32>,
}

impl Postings {
    fn new(sets: &Sets, sentences: usize, frequencies: &[u32], common: &[bool]) -> Self {
        let mut starts = vec![0_u32];
        let mut sum = 0;
        for (count, common) in frequencies.iter().zip(common) {
            sum += if *common { 0 } else { *count };
            starts.push(sum);
        }
        let mut next = starts.clone();
        let mut postings = Self { starts, sentences: vec![0; sum as usize] };
        for at in 0..sentences {
            for item in sets.fields.of(at) {
                let class = item.field().0 as usize;
                if let Some(slot) = next.get_mut(class).filter(|_| common.get(class) == Some(&false)) {
                    if let Some(place) = postings.sentences.get_mut(*slot as usize) {
                        *place = u32::try_from(at).unwrap_or(u32::MAX);
                    }
                    *slot += 1;
                }
            }
        }
        postings
    }

    /// The sentences that have `class`.
    pub fn of(&self, class: TermClass) -> &[u32] {
        match (self.starts.get(class.0 as usize), self.starts.get(class.0 as usize + 1)) {
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
