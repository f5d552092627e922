//! What further articles say about a pair: a link that others confirm is surer.
//!
//! When sentence x of one article and sentence y of another both tell what sentence z of a third tells, x and y tell it
//! too, as surely as the weaker of the two. The mean over all further articles, with one more that says nothing, pulls
//! a lower score up; nothing is pulled down, since an article that leaves a thing out contradicts nobody.

use super::link::{Candidate, Score, SentenceId};
use crate::order;
use crate::work::Work;

/// Scores below this confirm nothing. On the gold sets four of five such pairs are wrong.
const CONFIRMS_FROM: u16 = 200;

/// How far, in tenths, a score follows what the others say. Chosen on the gold events with three articles, where less
/// than this changes no link and more costs precision.
const FOLLOWS: u32 = 8;

/// Raises the scores of pairs that further articles confirm; all from the scores as they were. `candidates` stand in
/// order of `a`, then `b`. Takes from `work` for each candidate the sure partners of its two sentences; where that does
/// not suffice, the rest stays as it was.
pub(crate) fn confirm(candidates: &mut [Candidate], articles: usize, work: &mut Work) {
    if articles < 3 {
        return;
    }
    let partners = partners(candidates);
    let mean_of = u32::try_from(articles - 1).unwrap_or(u32::MAX);
    for candidate in candidates {
        let list = |id: SentenceId| {
            let from = partners.partition_point(|p| p.of < id);
            let list = partners.get(from..).unwrap_or(&[]);
            list.get(..list.partition_point(|p| p.of == id)).unwrap_or(&[])
        };
        let (of_a, of_b) = (list(candidate.a), list(candidate.b));
        if !work.take((of_a.len() + of_b.len()) as u64) {
            return;
        }
        let others = u32::from(Score::MAX).min(support(of_a, of_b) / mean_of);
        let own = u32::from(candidate.score.get());
        let raised = own + others.saturating_sub(own) * FOLLOWS / 10;
        candidate.score = Score::new(u16::try_from(raised).unwrap_or(Score::MAX));
    }
}

/// A sentence with one of its sure partners.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Partner {
    of: SentenceId,
    id: SentenceId,
    score: u32,
}

/// The sure partners of all sentences, in order of both.
fn partners(candidates: &[Candidate]) -> Vec<Partner> {
    let mut partners = Vec::new();
    for c in candidates.iter().filter(|c| c.score.get() >= CONFIRMS_FROM) {
        let score = u32::from(c.score.get());
        partners.extend([Partner { of: c.a, id: c.b, score }, Partner { of: c.b, id: c.a, score }]);
    }
    order::sort(&mut partners);
    partners
}

/// The best confirmation by each further article, summed.
fn support(a: &[Partner], b: &[Partner]) -> u32 {
    let (mut i, mut j, mut sum) = (0, 0, 0_u32);
    let mut best: Option<(u32, u32)> = None;
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.id.cmp(&y.id) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                let found = x.score.min(y.score);
                best = match best {
                    Some((article, score)) if article == x.id.article => Some((article, score.max(found))),
                    before => {
                        sum = sum.saturating_add(before.map_or(0, |b| b.1));
                        Some((x.id.article, found))
                    }
                };
                i += 1;
                j += 1;
            }
        }
    }
    sum.saturating_add(best.map_or(0, |b| b.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::link::Relation;

    fn candidate(a: u32, b: u32, score: u16) -> Candidate {
        let id = |article| SentenceId { article, sentence: 0 };
        Candidate { a: id(a), b: id(b), score: Score::new(score), relation: Relation::PartlyShared }
    }

    #[test]
    fn two_others_that_agree_lift_a_doubtful_pair() {
        let mut candidates = [(0, 1, 250), (0, 2, 900), (0, 3, 900), (1, 2, 900), (1, 3, 900)]
            .map(|(a, b, s)| candidate(a, b, s));
        confirm(&mut candidates, 4, &mut Work::new(100));
        assert_eq!(candidates[0].score.get(), 530);
        assert_eq!(candidates[1].score.get(), 900);
    }

    #[test]
    fn one_side_alone_confirms_nothing() {
        let mut candidates = [(0, 1, 250), (0, 2, 900), (1, 2, 150)].map(|(a, b, s)| candidate(a, b, s));
        confirm(&mut candidates, 3, &mut Work::new(100));
        assert_eq!(candidates[0].score.get(), 250);
    }
}
