//! Where two articles run in parallel, sentence by sentence, and which pairs step out of line there.
//!
//! Two copies of one report tell in one order, and a sentence that only one of them has is tempted by look-alikes of
//! the others. In doubt nothing is said: most articles share no order, and what was moved on purpose is told by itself.

use super::candidates::CandidatePair;
use crate::order;

/// Only pairs that score as much by themselves, and best of both their sentences, show where articles run in parallel.
const SURE: i32 = 700;

/// Such a pair belongs to a parallel stretch when of so many before and after it…
const AROUND: usize = 3;

/// …as many as this run in order with it on both sides.
const SUPPORT: usize = 4;

/// From one of them to the next it is no more sentences than this on either side.
const STEP: u32 = 8;

/// Articles run in parallel when at least one in so many sentences of the shorter one stands in such a stretch: few
/// articles do, and of the others a few sure pairs say little.
const SHARE: usize = 2;

/// Fewer sure pairs in order may be chance.
const LEAST: usize = 16;

/// The verdict counts fully when as many sure pairs in order speak for it beyond those that it takes, and with fewer in
/// proportion: one paragraph more must not turn it at a stroke.
pub const FULL: i64 = 16;

/// For each pair how surely it steps out of a parallel stretch, 0–[`FULL`], from each pair's score by itself; symmetric.
/// `pairs` come in order; `sentences` is the number of sentences of the shorter article. Cost: linear but for sorting.
pub fn out_of_line(pairs: &[CandidatePair], scores: &[i32], sentences: usize) -> Vec<i64> {
    let sure = sure(pairs, scores);
    let turned = sure.iter().map(|p| p.rotate_left(32)).collect();
    let (rows, columns) = (Course::new(sure), Course::new(turned));
    let both = rows.0.len().min(columns.0.len());
    let beyond = both.saturating_sub(LEAST).min(both.saturating_mul(SHARE).saturating_sub(sentences));
    let sure = i64::try_from(beyond).unwrap_or(FULL).min(FULL);
    let is_out = |p: &CandidatePair| sure > 0 && (rows.is_left_by(p.i, p.j) || columns.is_left_by(p.j, p.i));
    pairs.iter().map(|p| if is_out(p) { sure } else { 0 }).collect()
}

/// The sure pairs, each as the first sentence above the second.
fn sure(pairs: &[CandidatePair], scores: &[i32]) -> Vec<u64> {
    let rows = bests(pairs.iter().map(|p| p.i), scores);
    let columns = bests(pairs.iter().map(|p| p.j), scores);
    let is_best = |bests: &[BestScore], at: u32, score: i32| {
        bests.get(at as usize).is_some_and(|best| best.score == score && best.count == 1)
    };
    let sure = pairs.iter().zip(scores).filter(|(p, score)| {
        **score >= SURE && is_best(&rows, p.i, **score) && is_best(&columns, p.j, **score)
    });
    sure.map(|(p, _)| u64::from(p.i) << 32 | u64::from(p.j)).collect()
}

/// The best score of a sentence, and how many pairs have it.
#[derive(Clone, Copy, Default)]
struct BestScore {
    score: i32,
    count: u32,
}

fn bests(sentences: impl Iterator<Item = u32>, scores: &[i32]) -> Vec<BestScore> {
    let mut bests: Vec<BestScore> = Vec::new();
    for (sentence, &score) in sentences.zip(scores) {
        let at = sentence as usize;
        if bests.len() <= at {
            bests.resize(at + 1, BestScore::default());
        }
        match bests.get_mut(at) {
            Some(best) if score > best.score => *best = BestScore { score, count: 1 },
            Some(best) if score == best.score => best.count += 1,
            _ => {}
        }
    }
    bests
}

/// The way that the sure pairs take through one article, seen from the other: those that run in order with the pairs
/// around them.
struct Course(Vec<u64>);

impl Course {
    fn new(mut sure: Vec<u64>) -> Self {
        order::sort_numbers(&mut sure);
        let supported = |at: usize| {
            let around = (at.saturating_sub(AROUND)..=at + AROUND)
                .filter_map(|k| Some((at, k, *sure.get(k)?, *sure.get(at)?)));
            around.filter(|&(at, k, other, own)| runs_with(own, other, at.abs_diff(k))).count() >= SUPPORT
        };
        Self((0..sure.len()).filter(|&at| supported(at)).filter_map(|at| sure.get(at).copied()).collect())
    }

    /// Whether `here` stands in a parallel stretch and `there` does not stand where that leads.
    fn is_left_by(&self, here: u32, there: u32) -> bool {
        let before = self.0.partition_point(|p| place(*p).0 < here).checked_sub(1);
        let after = self.0.partition_point(|p| place(*p).0 <= here);
        let (Some(before), Some(&to)) = (before, self.0.get(after)) else { return false };
        let Some(&from) = self.0.get(before) else { return false };
        runs_with(from, to, after - before) && (there < place(from).1 || there > place(to).1)
    }
}

fn place(pair: u64) -> (u32, u32) {
    let half = |n: u64| u32::try_from(n & u64::from(u32::MAX)).unwrap_or(u32::MAX);
    (half(pair >> 32), half(pair))
}

/// Whether two sure pairs, one so many places after the other, stand in one order on both sides and close by.
fn runs_with(one: u64, other: u64, steps: usize) -> bool {
    let (low, high) = (place(one.min(other)), place(one.max(other)));
    let reach = STEP.saturating_mul(u32::try_from(steps).unwrap_or(u32::MAX));
    let near = |from: u32, to: u32| from < to && to - from <= reach;
    near(low.0, high.0) && near(low.1, high.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(list: &[(u32, u32, i32)]) -> Vec<(u32, u32)> {
        let pairs: Vec<CandidatePair> =
            list.iter().map(|&(i, j, _)| CandidatePair { i, j, anchored: false }).collect();
        let scores: Vec<i32> = list.iter().map(|l| l.2).collect();
        let out = out_of_line(&pairs, &scores, 20);
        pairs.iter().zip(out).filter(|(_, out)| *out > 0).map(|(p, _)| (p.i, p.j)).collect()
    }

    #[test]
    fn only_what_leaves_a_long_parallel_stretch_is_out_of_line() {
        let mut list: Vec<(u32, u32, i32)> = (0..20).map(|n| (2 * n, 2 * n, 900)).collect();
        list.extend([(11, 11, 300), (11, 12, 300), (11, 14, 600), (11, 31, 600), (40, 11, 600)]);
        list.sort_unstable();
        assert_eq!(judged(&list), [(11, 14), (11, 31), (40, 11)]);
    }

    #[test]
    fn a_sure_pair_may_be_out_of_line_too() {
        let mut list: Vec<(u32, u32, i32)> = (0..20).filter(|n| *n != 6).map(|n| (n, n, 900)).collect();
        list.push((6, 40, 900));
        list.sort_unstable();
        assert_eq!(judged(&list), [(6, 40)]);
    }

    #[test]
    fn blocks_that_changed_places_are_in_line() {
        let list: Vec<(u32, u32, i32)> = (0..40).map(|n| (n, (n + 20) % 40, 900)).collect();
        assert_eq!(judged(&list), []);
    }

    #[test]
    fn articles_that_share_little_are_not_judged() {
        let mut list: Vec<(u32, u32, i32)> = (0..20).map(|n| (n, n, 900)).collect();
        list.push((21, 3, 600));
        let pairs: Vec<CandidatePair> =
            list.iter().map(|&(i, j, _)| CandidatePair { i, j, anchored: false }).collect();
        let scores: Vec<i32> = list.iter().map(|l| l.2).collect();
        assert!(out_of_line(&pairs, &scores, 200).iter().all(|out| *out == 0));
    }

    #[test]
    fn one_pair_more_changes_little() {
        let sure = |count: u32| {
            let mut list: Vec<(u32, u32, i32)> = (0..count).map(|n| (2 * n, 2 * n, 900)).collect();
            list.extend([(11, 31, 600)]);
            list.sort_unstable();
            let pairs: Vec<CandidatePair> =
                list.iter().map(|&(i, j, _)| CandidatePair { i, j, anchored: false }).collect();
            let scores: Vec<i32> = list.iter().map(|l| l.2).collect();
            out_of_line(&pairs, &scores, count as usize).into_iter().sum::<i64>()
        };
        assert!((10..50).all(|count| sure(count + 1) - sure(count) <= 1));
        assert_eq!((sure(16), sure(50)), (0, FULL));
    }

    #[test]
    fn a_few_pairs_in_order_say_nothing() {
        let mut list: Vec<(u32, u32, i32)> = (0..4).map(|n| (2 * n, 2 * n, 900)).collect();
        list.insert(2, (3, 1, 600));
        assert_eq!(judged(&list), []);
    }
}
