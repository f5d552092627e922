//! Scrolling together by landmarks: links that stand in the same order in both articles.

use super::ribbons::geometry::{Extent, Slot, held};
use crate::order::{sort_by, sort_numbers};

/// A height in the left article and the height in the right one that belongs to it.
pub(super) type Landmark = [f64; 2];

/// The heaviest chain of links that cross nowhere, with both ends of the articles; `weights` are the scores of the
/// links. The chain that ends at each link is built on the heaviest one below it, which a tree of maxima finds (Fenwick,
/// "A new data structure for cumulative frequency tables", 1994). Cost: `n log n` in the links.
pub(super) fn landmarks(slots: &[[Slot; 2]], weights: &[u16], heights: [f64; 2]) -> Vec<Landmark> {
    let middle = |e: Extent| f64::midpoint(e.top, e.bottom);
    let mut marks: Vec<(Landmark, u64)> = slots
        .iter()
        .zip(weights)
        .map(|(s, w)| (s.map(|s| middle(s.extent)), u64::from(*w) + 1))
        .filter(|(m, _)| m[0] < heights[0] && m[1] < heights[1])
        .collect();
    // Of marks at one height on the left no two are in a chain: the lower one on the right comes first.
    sort_by(&mut marks, |(x, _), (y, _)| x[0].total_cmp(&y[0]).then(y[1].total_cmp(&x[1])));
    // The bits of numbers that are not negative are in the order of the numbers.
    let bits = |mark: &Landmark| mark[1].max(0.0).to_bits();
    let mut levels: Vec<u64> = marks.iter().map(|(mark, _)| bits(mark)).collect();
    sort_numbers(&mut levels);
    let mut heaviest = Heaviest(vec![None; marks.len() + 1]);
    let mut before: Vec<Option<usize>> = Vec::with_capacity(marks.len());
    for (at, (mark, weight)) in marks.iter().enumerate() {
        let below = levels.partition_point(|level| *level < bits(mark));
        let chain = heaviest.of_first(below);
        heaviest.add(below, (weight + chain.map_or(0, |c| c.0), at));
        before.push(chain.map(|c| c.1));
    }
    let mut at = heaviest.of_first(marks.len()).map(|c| c.1);
    let mut chain = vec![heights];
    while let Some(i) = at {
        chain.extend(marks.get(i).map(|m| m.0));
        at = before.get(i).copied().flatten();
    }
    chain.push([0.0, 0.0]);
    chain.reverse();
    chain
}

/// For each level the heaviest chain that ends there, with its last link; of equal ones the later.
struct Heaviest(Vec<Option<(u64, usize)>>);

impl Heaviest {
    /// The heaviest of the first `count` levels.
    fn of_first(&self, count: usize) -> Option<(u64, usize)> {
        let places = std::iter::successors(Some(count), |at| Some(at & at.checked_sub(1)?));
        places.take_while(|at| *at > 0).filter_map(|at| *self.0.get(at)?).max()
    }

    fn add(&mut self, level: usize, chain: (u64, usize)) {
        let mut at = level + 1;
        while let Some(place) = self.0.get_mut(at) {
            *place = (*place).max(Some(chain));
            at += 1 << at.trailing_zeros();
        }
    }
}

/// The height on the other side that belongs to height `y` on `side`.
pub(super) fn across(landmarks: &[Landmark], side: usize, y: f64) -> f64 {
    let other = 1 - side;
    let after =
        landmarks.iter().position(|m| m[side] > y).unwrap_or(landmarks.len().saturating_sub(1)).max(1);
    let (Some(from), Some(to)) = (landmarks.get(after - 1), landmarks.get(after)) else { return y };
    let length = to[side] - from[side];
    let part = if length > 0.0 { held((y - from[side]) / length, 0.0, 1.0) } else { 0.0 };
    from[other] + (to[other] - from[other]) * part
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn no_chain_is_heavier(marks in proptest::collection::vec((1_u8..12, 1_u8..12, 1_u16..9), 0..9)) {
            let slots: Vec<_> = marks.iter().map(|m| [slot(m.0.into()), slot(m.1.into())]).collect();
            let weights: Vec<u16> = marks.iter().map(|m| m.2).collect();
            let chain = landmarks(&slots, &weights, [100.0; 2]);
            assert!(chain.is_sorted_by(|x, y| x[0] < y[0] && x[1] < y[1]), "{chain:?}");
            let heaviest = |kept: &dyn Fn(usize) -> bool| {
                let mut kept: Vec<_> = (0..marks.len()).filter(|&i| kept(i)).map(|i| marks[i]).collect();
                crate::order::sort(&mut kept);
                let is_chain = kept.is_sorted_by(|x, y| x.0 < y.0 && x.1 < y.1);
                is_chain.then(|| kept.iter().map(|m| u32::from(m.2) + 1).sum::<u32>())
            };
            let best = (0_u32..1 << marks.len()).filter_map(|set| heaviest(&|i| set >> i & 1 == 1)).max();
            let weight_at = |mark: &Landmark| {
                let here = |m: &&(u8, u8, u16)| [f64::from(m.0), f64::from(m.1)] == *mark;
                marks.iter().filter(here).map(|m| u32::from(m.2) + 1).max().unwrap_or_default()
            };
            let inner = chain.get(1..chain.len() - 1).unwrap_or_default();
            assert_eq!(Some(inner.iter().map(weight_at).sum::<u32>()), best);
        }
    }

    fn slot(at: f64) -> Slot {
        Slot { extent: Extent { top: at, bottom: at }, braced: false }
    }

    #[test]
    fn a_crossing_link_is_no_landmark() {
        let slots = [[slot(10.0), slot(90.0)], [slot(20.0), slot(20.0)], [slot(60.0), slot(70.0)]];
        let marks = landmarks(&slots, &[500, 500, 500], [100.0, 100.0]);
        let marks: Vec<[i32; 2]> = marks.iter().map(|m| m.map(super::super::whole)).collect();
        assert_eq!(marks, [[0, 0], [20, 20], [60, 70], [100, 100]]);
    }

    #[test]
    fn between_landmarks_both_sides_move_in_step() {
        let marks = [[0.0, 0.0], [20.0, 40.0], [100.0, 100.0]];
        let found = [(0, 10.0), (0, 60.0), (1, 70.0), (0, 500.0)].map(|(side, y)| across(&marks, side, y));
        assert_eq!(found.map(super::super::whole), [20, 70, 60, 100]);
    }
}
