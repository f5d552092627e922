//! Where two articles run in parallel, sentence by sentence, and which pairs step out of line there.
//!
//! Two copies of one report tell in one order, and a sentence that only one of them has is tempted by look-alikes of
//! the others. In doubt nothing is said: most articles share no order, and what was moved on purpose is told by itself.

use super::candidates::SentencePair;

/// Only pairs that score as much by themselves, and best of both their sentences, show where articles run in parallel.
const SURE: i32 = 700;

/// As many such pairs in a row, in order on both sides, make a parallel stretch.
const RUN: usize = 6;

/// From one of them to the next it is no more sentences than this on either side.
const STEP: u32 = 8;

/// For each pair whether it steps out of a parallel stretch, from each pair's score by itself; symmetric. `pairs` come
/// in order. Cost: linear but for sorting.
pub fn out_of_line(pairs: &[SentencePair], scores: &[i32]) -> Vec<bool> {
    let sure = sure(pairs, scores);
    let turned = |list: &[u64]| list.iter().map(|p| p << 32 | p >> 32).collect();
    let (rows, columns) = (Course::new(sure.clone()), Course::new(turned(&sure)));
    pairs.iter().map(|p| rows.is_left_by(p.i, p.j) || columns.is_left_by(p.j, p.i)).collect()
}

/// The sure pairs, each as the first sentence above the second.
fn sure(pairs: &[SentencePair], scores: &[i32]) -> Vec<u64> {
    let rows = bests(pairs.iter().map(|p| p.i), scores);
    let columns = bests(pairs.iter().map(|p| p.j), scores);
    let is_best = |bests: &[Best], at: u32, score: i32| {
        bests.get(at as usize).is_some_and(|best| best.score == score && best.count == 1)
    };
    let sure = pairs.iter().zip(scores).filter(|(p, score)| {
        **score >= SURE && is_best(&rows, p.i, **score) && is_best(&columns, p.j, **score)
    });
    sure.map(|(p, _)| u64::from(p.i) << 32 | u64::from(p.j)).collect()
}

/// The best score of a sentence, and how many pairs have it.
#[derive(Clone, Copy, Default)]
struct Best {
    score: i32,
    count: u32,
}

fn bests(sentences: impl Iterator<Item = u32>, scores: &[i32]) -> Vec<Best> {
    let mut bests: Vec<Best> = Vec::new();
    for (sentence, &score) in sentences.zip(scores) {
        let at = sentence as usize;
        if bests.len() <= at {
            bests.resize(at + 1, Best::default());
        }
        match bests.get_mut(at) {
            Some(best) if score > best.score => *best = Best { score, count: 1 },
            Some(best) if score == best.score => best.count += 1,
            _ => {}
        }
    }
    bests
}

/// The way that the sure pairs take through one article, seen from the other.
struct Course {
    sure: Vec<u64>,
    /// For each sure pair but the last whether the stretch from it to the next belongs to a parallel one.
    parallel: Vec<bool>,
}

impl Course {
    fn new(mut sure: Vec<u64>) -> Self {
        sure.sort_unstable();
        let steps: Vec<bool> =
            sure.windows(2).map(|w| matches!(w, [from, to] if is_step(*from, *to))).collect();
        let parallel = (0..steps.len()).map(|at| {
            let half = RUN / 2 - 1;
            let around = at.checked_sub(half).and_then(|from| steps.get(from..=at + half));
            around.is_some_and(|around| around.iter().all(|step| *step))
        });
        Self { parallel: parallel.collect(), sure }
    }

    /// Whether `here` stands in a parallel stretch and `there` does not stand where that leads.
    fn is_left_by(&self, here: u32, there: u32) -> bool {
        let after = self.sure.partition_point(|p| place(*p).0 <= here);
        let Some(before) = after.checked_sub(1) else { return false };
        if self.parallel.get(before) != Some(&true) {
            return false;
        }
        let (Some(&from), Some(&to)) = (self.sure.get(before), self.sure.get(after)) else { return false };
        there < place(from).1 || there > place(to).1
    }
}

fn place(pair: u64) -> (u32, u32) {
    let half = |n: u64| u32::try_from(n & u64::from(u32::MAX)).unwrap_or(u32::MAX);
    (half(pair >> 32), half(pair))
}

/// Whether one sure pair follows the other closely on both sides.
fn is_step(from: u64, to: u64) -> bool {
    let (from, to) = (place(from), place(to));
    let near = |from: u32, to: u32| from < to && to - from <= STEP;
    near(from.0, to.0) && near(from.1, to.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(list: &[(u32, u32, i32)]) -> Vec<(u32, u32)> {
        let pairs: Vec<SentencePair> =
            list.iter().map(|&(i, j, _)| SentencePair { i, j, anchored: false }).collect();
        let scores: Vec<i32> = list.iter().map(|l| l.2).collect();
        let out = out_of_line(&pairs, &scores);
        pairs.iter().zip(out).filter(|(_, out)| *out).map(|(p, _)| (p.i, p.j)).collect()
    }

    #[test]
    fn only_what_leaves_a_long_parallel_stretch_is_out_of_line() {
        let mut list: Vec<(u32, u32, i32)> = (0..12).map(|n| (2 * n, 2 * n, 900)).collect();
        list.extend([(11, 11, 300), (11, 12, 300), (11, 14, 600), (11, 23, 600), (30, 11, 600)]);
        list.sort_unstable();
        assert_eq!(judged(&list), [(11, 14), (11, 23), (30, 11)]);
    }

    #[test]
    fn what_moved_surely_silences_its_surroundings() {
        let mut list: Vec<(u32, u32, i32)> = (0..12).filter(|n| *n != 6).map(|n| (n, n, 900)).collect();
        list.push((6, 40, 900));
        list.sort_unstable();
        assert_eq!(judged(&list), []);
    }

    #[test]
    fn a_few_pairs_in_order_say_nothing() {
        let mut list: Vec<(u32, u32, i32)> = (0..5).map(|n| (2 * n, 2 * n, 900)).collect();
        list.insert(3, (5, 1, 600));
        assert_eq!(judged(&list), []);
    }
}
