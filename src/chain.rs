//! The heaviest increasing subsequence of pairs of places: what keeps its order in two texts.

/// A pair of places with its weight.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed {
    pub(crate) a: usize,
    pub(crate) b: usize,
    pub(crate) weight: u32,
}

/// The heaviest increasing subsequence: the indices of the pairs on the heaviest chain that rises strictly in `a` and `b`. `pairs` come in order of `a`.
/// Ties go to the earlier pair. The best chain below each place is found in a tree of prefix maxima (Fenwick, "A new
/// data structure for cumulative frequency tables", 1994). Cost: `n log n`, and memory for the largest `b`.
pub(crate) fn heaviest_chain(pairs: &[Placed]) -> Vec<usize> {
    let width = pairs.iter().map(|p| p.b + 2).max().unwrap_or(0);
    // The weight of the best chain that ends at a place of `b`, and its last pair.
    let mut best: Vec<(u64, Option<usize>)> = vec![(0, None); width];
    let mut previous = vec![None; pairs.len()];
    let mut start = 0;
    for group in pairs.chunk_by(|x, y| x.a == y.a) {
        let found: Vec<(u64, Option<usize>)> = group.iter().map(|p| highest(&best, p.b)).collect();
        for (at, (pair, (weight, last))) in (start..).zip(group.iter().zip(found)) {
            if let Some(previous) = previous.get_mut(at) {
                *previous = last;
            }
            raise(&mut best, pair.b + 1, (weight + u64::from(pair.weight), Some(at)));
        }
        start += group.len();
    }
    let last = |at: &usize| previous.get(*at).copied().flatten();
    let mut chain: Vec<usize> =
        std::iter::successors(highest(&best, width.saturating_sub(1)).1, last).collect();
    chain.reverse();
    chain
}

/// The best chain that ends before place `end`.
fn highest(tree: &[(u64, Option<usize>)], mut end: usize) -> (u64, Option<usize>) {
    let mut best = (0, None);
    while let Some(slot) = tree.get(end).filter(|_| end > 0) {
        if slot.0 > best.0 {
            best = *slot;
        }
        end &= end - 1;
    }
    best
}

fn raise(tree: &mut [(u64, Option<usize>)], mut place: usize, value: (u64, Option<usize>)) {
    while let Some(slot) = tree.get_mut(place) {
        if value.0 > slot.0 {
            *slot = value;
        }
        place += place & place.wrapping_neg();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::property::property;
    use proptest::prelude::*;

    /// The weight of a choice of pairs; nothing when they do not rise strictly on both sides.
    fn weight(chosen: &[Placed]) -> Option<u32> {
        let rises = chosen.is_sorted_by(|x, y| x.a < y.a && x.b < y.b);
        rises.then(|| chosen.iter().map(|p| p.weight).sum())
    }

    /// Against all chains there are. Catches a search below a place that takes the place itself too.
    #[test]
    fn no_chain_is_heavier() {
        property(256, proptest::collection::vec((0_usize..9, 0_usize..9, 1_u32..9), 0..10), |mut pairs| {
            crate::order::sort(&mut pairs);
            let pairs: Vec<Placed> =
                pairs.into_iter().map(|(a, b, weight)| Placed { a, b, weight }).collect();
            let of = |set: u32| -> Vec<Placed> {
                pairs.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, p)| *p).collect()
            };
            let best = (0_u32..1 << pairs.len()).filter_map(|set| weight(&of(set))).max();
            let chain: Vec<Placed> = heaviest_chain(&pairs).into_iter().map(|at| pairs[at]).collect();
            prop_assert_eq!(weight(&chain), best);
            Ok(())
        });
    }
}
