//! Scrolling together by landmarks: links that stand in the same order in both articles.

use super::ribbons::geometry::{Extent, Slot, held};
use crate::chain::{Placed, heaviest_chain};
use crate::order::{sort_by_key, sort_numbers};

/// A height in the left article and the height in the right one that belongs to it.
pub(super) type Landmark = [f64; 2];

/// The heaviest chain of links that cross nowhere, with both ends of the articles; `weights` are the scores of the
/// links. Cost: `n log n` in the links.
pub(super) fn landmarks(slots: &[[Slot; 2]], weights: &[u16], heights: [f64; 2]) -> Vec<Landmark> {
    let middle = |e: Extent| f64::midpoint(e.top, e.bottom).max(0.0);
    let mut marks: Vec<(Landmark, u16)> = slots
        .iter()
        .zip(weights)
        .map(|(s, weight)| (s.map(|s| middle(s.extent)), *weight))
        .filter(|(m, _)| m[0] < heights[0] && m[1] < heights[1])
        .collect();
    // The bits of numbers that are not negative are in the order of the numbers.
    let levels = [0, 1].map(|side| {
        let mut levels: Vec<u64> = marks.iter().map(|(mark, _)| mark[side].to_bits()).collect();
        sort_numbers(&mut levels);
        levels
    });
    let place = |mark: &Landmark, side: usize| levels[side].partition_point(|l| *l < mark[side].to_bits());
    sort_by_key(&mut marks, |(mark, _)| place(mark, 0));
    let placed = |(mark, weight): &(Landmark, u16)| Placed {
        a: place(mark, 0),
        b: place(mark, 1),
        weight: u32::from(*weight) + 1,
    };
    let chain = heaviest_chain(&marks.iter().map(placed).collect::<Vec<_>>());
    let inner = chain.into_iter().filter_map(|at| marks.get(at)).map(|m| m.0);
    std::iter::once([0.0; 2]).chain(inner).chain([heights]).collect()
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
