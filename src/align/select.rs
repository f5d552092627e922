//! Stage 5: where the line between linked and not linked is drawn. No text work, so that a slider can move it
//! every frame.

use super::group::{Group, group};
use super::link::{Candidate, Link};
use crate::options::Sensitivity;
use crate::order;
use std::collections::BTreeMap;

/// What a reader sees at one sensitivity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The selected pairs, in order of `a`, then `b`.
    pub links: Vec<Link>,
    /// Candidates below the line, at most [`WEAK_PER_SENTENCE`] for each sentence and other article.
    pub weak: Vec<Candidate>,
    /// The links of all articles, joined.
    pub groups: Vec<Group>,
}

/// More weak candidates than this for one sentence help nobody.
pub const WEAK_PER_SENTENCE: usize = 3;

/// The threshold at the default sensitivity.
const DEFAULT_THRESHOLD: u16 = 300;

/// Draws the line through `candidates` (in order of `a`, then `b`). Cost: linear but for sorting the weak ones.
pub fn select(candidates: &[Candidate], sensitivity: Sensitivity) -> Selection {
    let threshold = threshold(sensitivity);
    let (links, below): (Vec<Link>, Vec<Candidate>) =
        candidates.iter().partition(|c| c.score.get() >= threshold);
    let groups = group(&links);
    Selection { weak: weak(below), groups, links }
}

/// The score that a link needs: 1000 at sensitivity 0, [`DEFAULT_THRESHOLD`] at the default, 0 at the largest.
fn threshold(sensitivity: Sensitivity) -> u16 {
    let (s, d) = (u32::from(sensitivity.get()), u32::from(Sensitivity::DEFAULT.get()));
    let (max, at_default) = (u32::from(Sensitivity::MAX), u32::from(DEFAULT_THRESHOLD));
    let value = if s <= d { max - (max - at_default) * s / d } else { at_default * (max - s) / (max - d) };
    u16::try_from(value).unwrap_or(u16::MAX)
}

/// The best few for each sentence and other article, in order of `a`, then `b`.
fn weak(mut below: Vec<Candidate>) -> Vec<Candidate> {
    order::sort_by_key(&mut below, |c| (std::cmp::Reverse(c.score), c.a, c.b));
    let mut taken = BTreeMap::new();
    below.retain(|c| {
        let full =
            [(c.a, c.b.article), (c.b, c.a.article)].iter().any(|k| taken.get(k) >= Some(&WEAK_PER_SENTENCE));
        if !full {
            *taken.entry((c.a, c.b.article)).or_insert(0) += 1;
            *taken.entry((c.b, c.a.article)).or_insert(0) += 1;
        }
        !full
    });
    order::sort_by_key(&mut below, |c| (c.a, c.b));
    below
}
