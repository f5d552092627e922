//! Measures of links against a gold alignment.

use super::gold::{Aligned, Judgment};
use diptych::align::thresholds::{LOWEST_SCORE, WEAK_PER_SENTENCE};
use std::collections::BTreeMap;

/// Two aligned articles and the score, 0–1, of each candidate pair.
pub(crate) struct Scored<'g> {
    /// The gold alignment.
    pub(crate) aligned: &'g Aligned,
    /// The score of each of its pairs.
    pub(crate) scores: Vec<f64>,
}

/// How good links are.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Quality {
    /// Share of links that are right.
    pub(crate) precision: f64,
    /// Share of gold links found.
    pub(crate) recall: f64,
    /// Their harmonic mean.
    pub(crate) f1: f64,
    /// Share of equivalent gold links found.
    pub(crate) equivalents: f64,
    /// Average precision over links and weak candidates.
    pub(crate) average: f64,
    /// Precision among as many best as a third of the gold links.
    pub(crate) top: f64,
}

impl std::fmt::Display for Quality {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { precision, recall, f1, equivalents, average, top } = self;
        write!(
            f,
            "P {precision:.3}  R {recall:.3}  F1 {f1:.3}  E {equivalents:.3}  AP {average:.3}  top {top:.3}"
        )
    }
}

/// The gold sentence pairs that each predicted pair stands for, with the best score; weak ones limited as the reader
/// sees them.
pub(crate) fn predicted(scored: &Scored<'_>, threshold: f64) -> BTreeMap<(usize, usize), f64> {
    let mut order: Vec<usize> =
        (0..scored.scores.len()).filter(|&k| scored.scores[k] >= lowest_score()).collect();
    order.sort_by(|&x, &y| scored.scores[y].total_cmp(&scored.scores[x]).then(x.cmp(&y)));
    let mut taken: BTreeMap<(u8, u32), usize> = BTreeMap::new();
    let mut found = BTreeMap::new();
    for k in order {
        let (score, pair) = (scored.scores[k], scored.aligned.pairs[k]);
        if score < threshold {
            let ends = [(0, pair.i), (1, pair.j)];
            if ends.iter().any(|e| taken.get(e).is_some_and(|n| *n >= WEAK_PER_SENTENCE)) {
                continue;
            }
            for end in ends {
                *taken.entry(end).or_default() += 1;
            }
        }
        for key in &scored.aligned.stands_for[k] {
            found.entry(*key).or_insert(score);
        }
    }
    found
}

/// The score, 0–1, below which no candidate is kept.
fn lowest_score() -> f64 {
    f64::from(LOWEST_SCORE) / 1000.0
}

/// Measures several article pairs together.
#[expect(clippy::cast_precision_loss, reason = "counts are small")]
pub(crate) fn quality(all: &[&Scored<'_>], threshold: f64) -> Quality {
    let (mut right, mut drawn, mut gold, mut equal, mut equal_found) = (0, 0, 0, 0, 0);
    let mut ranked: Vec<(f64, bool)> = Vec::new();
    for scored in all {
        let judged = &scored.aligned.gold;
        gold += judged.values().filter(|j| **j != Judgment::Contested).count();
        equal += judged.values().filter(|j| **j == Judgment::Equivalent).count();
        for (key, score) in predicted(scored, threshold) {
            let judgment = judged.get(&key);
            if judgment == Some(&Judgment::Contested) {
                continue;
            }
            ranked.push((score, judgment.is_some()));
            if score >= threshold {
                drawn += 1;
                right += usize::from(judgment.is_some());
                equal_found += usize::from(judgment == Some(&Judgment::Equivalent));
            }
        }
    }
    ranked.sort_by(|x, y| y.0.total_cmp(&x.0));
    let (mut hits, mut sum) = (0, 0.0);
    for (rank, (_, is_right)) in ranked.iter().enumerate() {
        if *is_right {
            hits += 1;
            sum += f64::from(hits) / (rank + 1) as f64;
        }
    }
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let third = (gold / 3).max(1).min(ranked.len());
    let (precision, recall) = (share(right, drawn), share(right, gold));
    Quality {
        precision,
        recall,
        f1: 2.0 * precision * recall / (precision + recall).max(1e-9),
        equivalents: share(equal_found, equal),
        average: sum / gold.max(1) as f64,
        top: share(ranked.iter().take(third).filter(|r| r.1).count(), third),
    }
}

/// What became of the pairs that scored in one fifth of the scale.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Bin {
    /// How many there are; contested ones are not counted.
    pub(crate) pairs: usize,
    /// Their average score, 0–1.
    pub(crate) score: f64,
    /// The share that the gold links too, 0–1.
    pub(crate) right: f64,
}

/// How far a score can be read as a probability: the predicted pairs by fifths of the scale. Where it can, `score` and
/// `right` of a bin are about the same.
#[expect(clippy::cast_precision_loss, reason = "counts are small")]
pub(crate) fn reliability(all: &[&Scored<'_>]) -> [Bin; 5] {
    let mut bins = [Bin::default(); 5];
    for scored in all {
        for (key, score) in predicted(scored, lowest_score()) {
            let judgment = scored.aligned.gold.get(&key);
            if judgment == Some(&Judgment::Contested) {
                continue;
            }
            let fifth = [0.2, 0.4, 0.6, 0.8].iter().filter(|bound| score >= **bound).count();
            let bin = &mut bins[fifth];
            bin.pairs += 1;
            bin.score += score;
            bin.right += f64::from(u8::from(judgment.is_some()));
        }
    }
    for bin in &mut bins {
        let pairs = bin.pairs.max(1) as f64;
        bin.score /= pairs;
        bin.right /= pairs;
    }
    bins
}
