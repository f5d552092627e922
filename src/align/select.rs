//! Where the line between linked and not linked is drawn. No text work, so that a slider can move it
//! every frame.

use super::group::{Group, group};
use super::link::{Candidate, Link, Score, SentenceId};
use super::thresholds::{LINKED_BY_DEFAULT, WEAK_PER_SENTENCE};
use crate::options::Sensitivity;
use crate::order;

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

/// Draws the line through `candidates` (in order of `a`, then `b`). Cost: linear but for sorting the weak ones.
pub fn select(candidates: &[Candidate], sensitivity: Sensitivity) -> Selection {
    let threshold = threshold(sensitivity);
    let (links, below): (Vec<Link>, Vec<Candidate>) =
        candidates.iter().partition(|c| c.score.get() >= threshold);
    let groups = group(&links);
    Selection { weak: weak(&below), groups, links }
}

/// The score that a link needs: 1000 at sensitivity 0, [`LINKED_BY_DEFAULT`] at the default, 0 at the largest.
fn threshold(sensitivity: Sensitivity) -> u16 {
    let (s, d) = (u32::from(sensitivity.get()), u32::from(Sensitivity::DEFAULT.get()));
    let (max, at_default) = (u32::from(Sensitivity::MAX), u32::from(LINKED_BY_DEFAULT));
    let value = if s <= d { max - (max - at_default) * s / d } else { at_default * (max - s) / (max - d) };
    u16::try_from(value).unwrap_or(u16::MAX)
}

/// The best few for each sentence and other article, in order of `a`, then `b`.
fn weak(below: &[Candidate]) -> Vec<Candidate> {
    let slot = |id: SentenceId, other: SentenceId| {
        u64::from(id.article & 0xffff) << 48
            | u64::from(other.article & 0xffff) << 32
            | u64::from(id.sentence)
    };
    let slots = |c: &Candidate| [slot(c.a, c.b), slot(c.b, c.a)];
    let mut known: Vec<u64> = below.iter().flat_map(slots).collect();
    order::sort_numbers(&mut known);
    known.dedup();
    let mut taken = vec![0; known.len()];
    let packed = (0_u64..).zip(below).map(|(at, c)| u64::from(Score::MAX - c.score.get()) << 40 | at);
    let mut best_first: Vec<u64> = packed.collect();
    order::sort_numbers(&mut best_first);
    let mut kept: Vec<u64> = Vec::new();
    for at in best_first.into_iter().map(|packed| packed & 0xff_ffff_ffff) {
        let Some(candidate) = usize::try_from(at).ok().and_then(|at| below.get(at)) else { continue };
        let places = slots(candidate).map(|slot| known.partition_point(|k| *k < slot));
        if places.iter().all(|place| taken.get(*place).is_some_and(|n| *n < WEAK_PER_SENTENCE)) {
            kept.push(at);
            for place in places {
                taken[place] += 1;
            }
        }
    }
    order::sort_numbers(&mut kept);
    kept.into_iter().filter_map(|at| below.get(usize::try_from(at).ok()?).copied()).collect()
}
