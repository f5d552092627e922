//! Stage 4: how surely a pair of sentences tells the same thing.

use super::link::{Candidate, Relation, Score, SentenceId};
use crate::text::{Document, TermId};
use std::collections::{BTreeMap, BTreeSet};

/// Candidates below this score are not kept, not even as weak ones.
pub const FLOOR: u16 = 100;

/// Scores candidate pairs and drops those below [`FLOOR`]. The score is the share of rare content the two sentences
/// have in common (cosine of inverse document frequency weights).
pub fn score(documents: &[Document], pairs: &[(SentenceId, SentenceId)]) -> Vec<Candidate> {
    let weights = weights(documents);
    pairs
        .iter()
        .filter_map(|&(a, b)| {
            let (ta, tb) = (terms(documents, a), terms(documents, b));
            let mass =
                |terms: &BTreeSet<TermId>| -> u64 { terms.iter().filter_map(|t| weights.get(t)).sum() };
            let shared: u64 = ta.intersection(&tb).filter_map(|t| weights.get(t)).sum();
            let score = 2000 * shared / (mass(&ta) + mass(&tb)).max(1);
            let relation = match score {
                900.. => Relation::SameWords,
                600.. => Relation::Reworded,
                _ => Relation::PartlyShared,
            };
            let score = Score::new(u16::try_from(score).unwrap_or(Score::MAX));
            (score.get() >= FLOOR).then_some(Candidate { a, b, score, relation })
        })
        .collect()
}

fn terms(documents: &[Document], id: SentenceId) -> BTreeSet<TermId> {
    let document = documents.get(id.article as usize);
    let tokens = document.map_or(&[][..], |d| d.tokens_of(id.sentence as usize));
    tokens.iter().filter(|t| t.kind.is_content()).map(|t| t.term).collect()
}

/// Weight of each term: larger, the fewer sentences have it; 16 for each halving.
fn weights(documents: &[Document]) -> BTreeMap<TermId, u64> {
    let mut counts: BTreeMap<TermId, u64> = BTreeMap::new();
    let mut total = 0_u64;
    for (article, document) in (0..).zip(documents) {
        for sentence in 0..u32::try_from(document.sentences.len()).unwrap_or(u32::MAX) {
            total += 1;
            for term in terms(documents, SentenceId { article, sentence }) {
                *counts.entry(term).or_default() += 1;
            }
        }
    }
    counts.into_iter().map(|(term, count)| (term, 16 * u64::from((total * 2 / count).ilog2()))).collect()
}
