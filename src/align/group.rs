//! The links of all article pairs, joined into groups.
//!
//! A group joins only what the pairwise links support: between any two articles in it at least half of the sentence
//! pairs are linked. So m:n links stand together, while a chain (A≈B, B≈C, A≉C) stays two groups that share B. Every
//! link lies in a group. In doubt two groups stay apart: a reader can see that they share a sentence, but not that
//! a group hides a pair nobody linked.

use super::link::{Link, SentenceId};
use crate::order;
use std::cmp::Reverse;

/// Sentences that tell the same thing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Group {
    /// The sentences, in order.
    pub members: Vec<SentenceId>,
    /// How many articles have a sentence in it.
    pub told_by: u32,
}

/// A group takes no more sentences than this; further links start another. Keeps the cost linear in the links when
/// thousands of sentences are the same.
const MAX_MEMBERS: usize = 64;

/// Joins links into groups, in order of their members. The surest links are joined first; the order of the articles
/// does not matter. `links` come in order of `a`, then `b`. Cost: for each link at most `MAX_MEMBERS` squared.
pub fn group(links: &[Link]) -> Vec<Group> {
    let sentences = linked(links);
    let mut left = ordered(links);
    let mut groups: Vec<Vec<SentenceId>> = Vec::new();
    let agree = |one: &[SentenceId], other: &[SentenceId]| every_two_articles_agree(one, other, links);
    // What the first round can't join is joined among itself: the second link of a chain and those like it.
    for _ in 0..2 {
        let mut clusters = Clusters::new(&sentences);
        left.retain(|link| !clusters.join(link, &agree));
        groups.extend(clusters.members.into_iter().filter(|members| members.len() > 1));
    }
    for link in left {
        groups.push(vec![link.a, link.b]);
    }
    order::sort(&mut groups);
    groups.dedup();
    groups.into_iter().map(finish).collect()
}

/// Parts the linked sentences so that each is in one group, for who shows each once: two groups become one where at least
/// half of the sentence pairs across are linked, whichever articles they are of. The strongest relations are joined
/// first, then the surest links. `links` come in order of `a`, then `b`. Cost: for each link at most `MAX_MEMBERS`
/// squared.
pub fn partition(links: &[Link]) -> Vec<Vec<SentenceId>> {
    let sentences = linked(links);
    let mut strongest_first = links.to_vec();
    order::sort_by_key(&mut strongest_first, |l| (Reverse((l.relation, l.score)), l.a, l.b));
    let mut clusters = Clusters::new(&sentences);
    for link in &strongest_first {
        clusters.join(link, &|one, other| half_is_linked(one, other, links));
    }
    clusters.members.into_iter().filter(|members| !members.is_empty()).collect()
}

/// The sentences of all links, in order, each once.
fn linked(links: &[Link]) -> Vec<SentenceId> {
    let mut sentences: Vec<SentenceId> = Vec::with_capacity(2 * links.len());
    for link in links {
        sentences.extend([link.a, link.b]);
    }
    order::sort(&mut sentences);
    sentences.dedup();
    sentences
}

fn finish(members: Vec<SentenceId>) -> Group {
    let articles = members.chunk_by(|x, y| x.article == y.article).count();
    Group { told_by: u32::try_from(articles).unwrap_or(u32::MAX), members }
}

/// The links, surest first; then by the places of their sentences; then by all links of their articles, which tells
/// articles apart by what they say and not by their order.
fn ordered(links: &[Link]) -> Vec<Link> {
    let mut signatures: Vec<u64> = Vec::new();
    for link in links {
        for (own, other) in [(link.a, link.b), (link.b, link.a)] {
            let article = own.article as usize;
            if signatures.len() <= article {
                signatures.resize(article + 1, 0);
            }
            let mark = mix(mix(u64::from(link.score.get()), own.sentence), other.sentence);
            if let Some(sum) = signatures.get_mut(article) {
                *sum = sum.wrapping_add(mark);
            }
        }
    }
    let sign = |id: SentenceId| (id.sentence, signatures.get(id.article as usize).copied().unwrap_or(0));
    let mut order = links.to_vec();
    order::sort_by_key(&mut order, |link| {
        let (a, b) = (sign(link.a), sign(link.b));
        (Reverse(link.score), a.min(b), a.max(b))
    });
    order
}

fn mix(hash: u64, value: u32) -> u64 {
    (hash ^ u64::from(value).wrapping_add(0x9e37)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(31)
}

/// Groups in the making, by the place of one of their sentences. At first each sentence stands alone.
struct Clusters<'s> {
    sentences: &'s [SentenceId],
    of: Vec<usize>,
    members: Vec<Vec<SentenceId>>,
}

impl<'s> Clusters<'s> {
    fn new(sentences: &'s [SentenceId]) -> Self {
        let members = sentences.iter().map(|id| vec![*id]).collect();
        Self { sentences, of: (0..sentences.len()).collect(), members }
    }

    /// Joins the groups of a link's sentences where they `agree`, and says whether they now stand together.
    fn join(&mut self, link: &Link, agree: Agree) -> bool {
        let (a, b) = (self.cluster(link.a), self.cluster(link.b));
        if a == b {
            return true;
        }
        let (Some(of_a), Some(of_b)) = (self.members.get(a), self.members.get(b)) else { return false };
        if of_a.len() + of_b.len() > MAX_MEMBERS {
            return false;
        }
        if !agree(of_a, of_b) {
            return false;
        }
        let union = both(of_a, of_b);
        for id in &union {
            if let Ok(at) = self.sentences.binary_search(id) {
                self.of[at] = a;
            }
        }
        self.members[b].clear();
        self.members[a] = union;
        true
    }

    fn cluster(&self, id: SentenceId) -> usize {
        self.sentences.binary_search(&id).ok().and_then(|at| self.of.get(at)).copied().unwrap_or(usize::MAX)
    }
}

/// Whether two groups may become one.
type Agree<'t> = &'t dyn Fn(&[SentenceId], &[SentenceId]) -> bool;

/// The sentences of two groups, in order.
fn both(one: &[SentenceId], other: &[SentenceId]) -> Vec<SentenceId> {
    let mut both: Vec<SentenceId> = one.iter().chain(other).copied().collect();
    order::sort(&mut both);
    both
}

/// Whether in both groups together, between any two articles, at least half of the sentence pairs are linked.
fn every_two_articles_agree(one: &[SentenceId], other: &[SentenceId], links: &[Link]) -> bool {
    let members = both(one, other);
    let articles: Vec<&[SentenceId]> = members.chunk_by(|x, y| x.article == y.article).collect();
    let rest = |at: usize| articles.iter().skip(at + 1);
    articles.iter().enumerate().all(|(at, first)| rest(at).all(|second| half_is_linked(first, second, links)))
}

/// Whether at least half of the sentence pairs across are linked. Sentences of one article are never linked and don't
/// count, as one outlet may split what another tells in one go.
fn half_is_linked(one: &[SentenceId], other: &[SentenceId], links: &[Link]) -> bool {
    let (mut pairs, mut linked) = (0, 0);
    for &x in one {
        for &y in other.iter().filter(|y| y.article != x.article) {
            let ends = if x < y { (x, y) } else { (y, x) };
            pairs += 1;
            linked += usize::from(links.binary_search_by(|l| (l.a, l.b).cmp(&ends)).is_ok());
        }
    }
    pairs > 0 && 2 * linked >= pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::link::{Relation, Score};

    fn links(list: &[(u32, u32, u32, u32)]) -> Vec<Link> {
        let id = |article, sentence| SentenceId { article, sentence };
        let link = |&(a, i, b, j): &(u32, u32, u32, u32)| Link {
            a: id(a, i),
            b: id(b, j),
            score: Score::new(700),
            relation: Relation::Reworded,
        };
        list.iter().map(link).collect()
    }

    fn sizes(groups: &[Group]) -> Vec<(usize, u32)> {
        groups.iter().map(|g| (g.members.len(), g.told_by)).collect()
    }

    #[test]
    fn a_chain_stays_a_chain() {
        let groups = group(&links(&[(0, 0, 1, 0), (1, 0, 2, 0)]));
        assert_eq!(sizes(&groups), [(2, 2), (2, 2)]);
    }

    #[test]
    fn three_that_agree_are_one_group() {
        let groups = group(&links(&[(0, 0, 1, 0), (0, 0, 2, 0), (1, 0, 2, 0)]));
        assert_eq!(sizes(&groups), [(3, 3)]);
    }

    #[test]
    fn a_partition_holds_each_sentence_once() {
        let chain = links(&[(0, 0, 1, 0), (1, 0, 2, 0), (2, 0, 3, 0)]);
        assert_eq!(partition(&chain).iter().map(Vec::len).collect::<Vec<_>>(), [3, 1]);
    }

    #[test]
    fn a_split_sentence_is_one_group() {
        let groups = group(&links(&[(0, 0, 1, 0), (0, 0, 1, 1), (0, 1, 1, 1)]));
        assert_eq!(sizes(&groups), [(4, 2)]);
    }
}
