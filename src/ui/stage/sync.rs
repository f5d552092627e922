//! Scrolling together by landmarks: links that stand in the same order in both articles.

use super::ribbons::geometry::{Extent, Slot, held};
use crate::order::sort_by_key;

/// A height in the left article and the height in the right one that belongs to it.
pub(super) type Landmark = [f64; 2];

/// The heaviest chain of links that cross nowhere, with both ends of the articles; `weights` are the scores of the
/// links. Cost: quadratic in the links.
pub(super) fn landmarks(slots: &[[Slot; 2]], weights: &[u16], heights: [f64; 2]) -> Vec<Landmark> {
    let middle = |e: Extent| f64::midpoint(e.top, e.bottom);
    let mut marks: Vec<(Landmark, u64)> = slots
        .iter()
        .zip(weights)
        .map(|(s, w)| (s.map(|s| middle(s.extent)), u64::from(*w) + 1))
        .filter(|(m, _)| m[0] < heights[0] && m[1] < heights[1])
        .collect();
    sort_by_key(&mut marks, |(mark, _)| mark.map(super::whole));
    let mut best: Vec<(u64, Option<usize>)> = Vec::with_capacity(marks.len());
    for (at, (mark, weight)) in marks.iter().enumerate() {
        let before = marks.iter().zip(&best).take(at).enumerate();
        let fitting = before.filter(|(_, ((m, _), _))| m[0] < mark[0] && m[1] < mark[1]);
        let chain = fitting.map(|(i, (_, (total, _)))| (*total, i)).max();
        best.push((weight + chain.map_or(0, |c| c.0), chain.map(|c| c.1)));
    }
    let mut at = best.iter().enumerate().max_by_key(|(_, b)| b.0).map(|(i, _)| i);
    let mut chain = vec![heights];
    while let Some(i) = at {
        chain.extend(marks.get(i).map(|m| m.0));
        at = best.get(i).and_then(|b| b.1);
    }
    chain.push([0.0, 0.0]);
    chain.reverse();
    chain
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
