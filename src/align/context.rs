//! What the other pairs of two articles say about a pair.

use super::candidates::CandidatePair;
use super::features::product;

/// How many features the context gives.
pub const COUNT: usize = NAMES.len();

/// Their names, in order.
pub const NAMES: [&str; 8] =
    ["share-max", "share-min", "best-share", "neighbor", "rival-max", "rival-min", "spread-both", "odds"];

/// The features of one pair among the others, 0–1000; symmetric.
pub type Context = [i32; COUNT];

/// Computes them from each pair's score by itself, 0–1000, in order of `pairs`. Cost: linear but for look-ups of
/// neighbors.
pub fn contexts(pairs: &[CandidatePair], scores: &[i32]) -> Vec<Context> {
    let rows = Bests::new(pairs.iter().map(|p| p.i), scores);
    let columns = Bests::new(pairs.iter().map(|p| p.j), scores);
    let at = |i: u32, j: u32| {
        let found = pairs.binary_search_by_key(&(i, j), |p| (p.i, p.j)).ok();
        // Equal sentences say nothing of those beside them: boilerplate is copied whole.
        let told = found.filter(|&k| pairs.get(k).is_some_and(|p| !p.anchored));
        told.and_then(|k| scores.get(k)).copied().unwrap_or(0)
    };
    let context = |(pair, &score): (&CandidatePair, &i32)| {
        let (row, column) = (rows.of(pair.i), columns.of(pair.j));
        let (row_share, column_share) = (share(score, row.first), share(score, column.first));
        let before = match (pair.i.checked_sub(1), pair.j.checked_sub(1)) {
            (Some(i), Some(j)) => at(i, j),
            _ => 0,
        };
        let after = at(pair.i.saturating_add(1), pair.j.saturating_add(1));
        let (row_rival, column_rival) = (row.rival(score), column.rival(score));
        [
            row_share.max(column_share),
            row_share.min(column_share),
            product(row_share, column_share),
            before.max(after),
            row_rival.max(column_rival),
            row_rival.min(column_rival),
            product(row.sum.min(3000) / 3, column.sum.min(3000) / 3),
            score,
        ]
    };
    pairs.iter().zip(scores).map(context).collect()
}

fn share(score: i32, best: i32) -> i32 {
    score * 1000 / (best + 50)
}

/// The best two scores of a sentence, and all of them together.
#[derive(Clone, Copy, Default)]
struct Best {
    first: i32,
    second: i32,
    sum: i32,
}

impl Best {
    /// The best score beside one of them.
    fn rival(&self, score: i32) -> i32 {
        if score == self.first { self.second } else { self.first }
    }
}

struct Bests(Vec<Best>);

impl Bests {
    fn new(sentences: impl Iterator<Item = u32>, scores: &[i32]) -> Self {
        let mut bests: Vec<Best> = Vec::new();
        for (sentence, &score) in sentences.zip(scores) {
            let at = sentence as usize;
            if bests.len() <= at {
                bests.resize(at + 1, Best::default());
            }
            if let Some(best) = bests.get_mut(at) {
                best.second = best.second.max(score.min(best.first));
                best.first = best.first.max(score);
                best.sum = best.sum.saturating_add(score);
            }
        }
        Self(bests)
    }

    fn of(&self, sentence: u32) -> Best {
        self.0.get(sentence as usize).copied().unwrap_or_default()
    }
}
