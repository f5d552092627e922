//! What the other pairs of two articles say about a pair.

use super::candidates::CandidatePair;
use super::feature_table::{Feature, product, values};

/// How many features the context gives.
pub const COUNT: usize = FEATURES.len();

/// The features of one pair among the others, 0–1000; symmetric.
pub type ContextFeatures = [i32; COUNT];

/// The features, in the order of [`ContextFeatures`].
pub const FEATURES: [Feature<ContextEvidence>; 8] = [
    Feature { name: "share-max", value: |p| p.shares.0.max(p.shares.1) },
    Feature { name: "share-min", value: |p| p.shares.0.min(p.shares.1) },
    Feature { name: "best-share", value: |p| product(p.shares.0, p.shares.1) },
    Feature { name: "neighbor", value: |p| p.before.max(p.after) },
    Feature { name: "rival-max", value: |p| p.rivals.0.max(p.rivals.1) },
    Feature { name: "rival-min", value: |p| p.rivals.0.min(p.rivals.1) },
    Feature { name: "spread-both", value: |p| product(p.sums.0.min(3000) / 3, p.sums.1.min(3000) / 3) },
    Feature { name: "odds", value: |p| p.score },
];

/// What the context features of a pair are computed from; of two values the first belongs to its first sentence.
pub struct ContextEvidence {
    /// The score of the pair by itself.
    score: i32,
    /// That score in thousandths of the best one of each sentence.
    shares: (i32, i32),
    /// The score of the pair before it and of the one after it.
    before: i32,
    after: i32,
    /// The best other score of each sentence.
    rivals: (i32, i32),
    /// All scores of each sentence together.
    sums: (i32, i32),
}

/// Computes them from each pair's score by itself, 0–1000, in order of `pairs`. Cost: linear but for look-ups of
/// neighbors.
pub fn contexts(pairs: &[CandidatePair], scores: &[i32]) -> Vec<ContextFeatures> {
    let rows = BestScoresOfAll::new(pairs.iter().map(|p| p.i), scores);
    let columns = BestScoresOfAll::new(pairs.iter().map(|p| p.j), scores);
    let at = |i: u32, j: u32| {
        let found = pairs.binary_search_by_key(&(i, j), |p| (p.i, p.j)).ok();
        // Equal sentences say nothing of those beside them: boilerplate is copied whole.
        let told = found.filter(|&k| pairs.get(k).is_some_and(|p| !p.anchored));
        told.and_then(|k| scores.get(k)).copied().unwrap_or(0)
    };
    let context = |(pair, &score): (&CandidatePair, &i32)| {
        let (row, column) = (rows.of(pair.i), columns.of(pair.j));
        let before = match (pair.i.checked_sub(1), pair.j.checked_sub(1)) {
            (Some(i), Some(j)) => at(i, j),
            _ => 0,
        };
        let evidence = ContextEvidence {
            score,
            shares: (share(score, row.first), share(score, column.first)),
            before,
            after: at(pair.i.saturating_add(1), pair.j.saturating_add(1)),
            rivals: (row.rival(score), column.rival(score)),
            sums: (row.sum, column.sum),
        };
        values(&FEATURES, &evidence)
    };
    pairs.iter().zip(scores).map(context).collect()
}

fn share(score: i32, best: i32) -> i32 {
    score * 1000 / (best + 50)
}

/// The best two scores of a sentence, and all of them together.
#[derive(Clone, Copy, Default)]
struct BestScores {
    first: i32,
    second: i32,
    sum: i32,
}

impl BestScores {
    /// The best score beside one of them.
    fn rival(&self, score: i32) -> i32 {
        if score == self.first { self.second } else { self.first }
    }
}

struct BestScoresOfAll(Vec<BestScores>);

impl BestScoresOfAll {
    fn new(sentences: impl Iterator<Item = u32>, scores: &[i32]) -> Self {
        let mut bests: Vec<BestScores> = Vec::new();
        for (sentence, &score) in sentences.zip(scores) {
            let at = sentence as usize;
            if bests.len() <= at {
                bests.resize(at + 1, BestScores::default());
            }
            if let Some(best) = bests.get_mut(at) {
                best.second = best.second.max(score.min(best.first));
                best.first = best.first.max(score);
                best.sum = best.sum.saturating_add(score);
            }
        }
        Self(bests)
    }

    fn of(&self, sentence: u32) -> BestScores {
        self.0.get(sentence as usize).copied().unwrap_or_default()
    }
}
