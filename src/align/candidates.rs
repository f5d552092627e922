//! Stage 3: which sentence pairs are worth a score. An inverted index over rare words, so that the cost grows with the
//! text and never with the product of the lengths.
//!
//! In doubt a pair is kept: a score costs little, and a pair that was never looked at can't be linked.

use super::layers::log2_16;
use super::prepared::{Prepared, Words};
use crate::order;
use std::collections::HashMap;

/// Pairs of two articles' sentences that are worth a score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticlePair {
    /// The article with the smaller index.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// The sentence pairs, in order of the first sentence, then the second.
    pub pairs: Vec<SentencePair>,
}

/// A sentence of the one article and a sentence of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SentencePair {
    /// The sentence of the article with the smaller index.
    pub i: u32,
    /// The other.
    pub j: u32,
    /// Whether they are the same words, and the same of several such sentences, counted from the start.
    pub anchored: bool,
}

/// At most this many postings are visited for one sentence and other article, the rarest words first. Articles never
/// reach it; two books of 31,000 lines are done in seconds with it.
const VISITS: usize = 1024;

/// At most this many partners are kept for one sentence and other article, those that share most.
const PARTNERS: usize = 24;

/// Finds the candidate pairs of every two articles. `work` is taken down by one for each posting visited; where it
/// does not suffice for an article pair, only equal sentences are paired.
pub fn candidates(prepared: &Prepared, work: &mut u64) -> Vec<ArticlePair> {
    let mut found = Vec::new();
    for (a, x) in (0..).zip(&prepared.documents) {
        for (b, y) in (0..).zip(&prepared.documents).skip(a as usize + 1) {
            let mut pairs = anchors(x, y);
            let cost = visits(x, y) + visits(y, x);
            if cost <= *work {
                *work -= cost;
                pairs.extend(search(x, y).map(|(i, j)| SentencePair { i, j, anchored: false }));
                pairs.extend(search(y, x).map(|(j, i)| SentencePair { i, j, anchored: false }));
            } else {
                *work = 0;
            }
            order::sort_by_key(&mut pairs, |p| (p.i, p.j, !p.anchored));
            pairs.dedup_by_key(|p| (p.i, p.j));
            found.push(ArticlePair { a, b, pairs });
        }
    }
    found
}

/// Pairs the k-th occurrence of a sentence with the k-th occurrence of the same words.
fn anchors(x: &Words, y: &Words) -> Vec<SentencePair> {
    let mut places: HashMap<u64, Vec<u32>> = HashMap::new();
    for (j, &print) in (0..).zip(&y.fingerprints).filter(|(_, p)| **p != 0) {
        places.entry(print).or_default().push(j);
    }
    let mut seen: HashMap<u64, usize> = HashMap::new();
    let mut pairs = Vec::new();
    for (i, &print) in (0..).zip(&x.fingerprints) {
        let Some(list) = places.get(&print) else { continue };
        let k = seen.entry(print).or_default();
        pairs.extend(list.get(*k).map(|&j| SentencePair { i, j, anchored: true }));
        *k += 1;
    }
    pairs
}

/// How many of `x`'s posting lists in `y` a sentence may look at: lists by growing length, as long as all lists of one
/// length fit into [`VISITS`] together, so that no choice between equals is made.
fn lists<'w>(x: &Words, sentence: usize, y: &'w Words) -> Vec<&'w [u32]> {
    let Some(profile) = x.profiles.get(sentence) else { return Vec::new() };
    let mut senses: Vec<_> = profile.words.iter().filter(|w| !w.light).map(|w| w.sense).collect();
    order::sort(&mut senses);
    senses.dedup();
    let mut lists: Vec<&[u32]> = senses.iter().map(|&s| y.postings.of(s)).filter(|l| !l.is_empty()).collect();
    order::sort_by_key(&mut lists, |l| l.len());
    let (mut total, mut kept) = (0, 0);
    for same in lists.chunk_by(|p, q| p.len() == q.len()) {
        total += same.iter().map(|l| l.len()).sum::<usize>();
        if total > VISITS {
            break;
        }
        kept += same.len();
    }
    lists.truncate(kept);
    lists
}

fn visits(x: &Words, y: &Words) -> u64 {
    (0..x.profiles.len()).map(|s| lists(x, s, y).iter().map(|l| l.len() as u64).sum::<u64>()).sum()
}

/// The best partners in `y` of each sentence of `x`, as (sentence of x, sentence of y).
fn search(x: &Words, y: &Words) -> impl Iterator<Item = (u32, u32)> {
    let size = u32::try_from(y.profiles.len()).unwrap_or(u32::MAX);
    let mut shared = vec![0_u32; y.profiles.len()];
    let mut found = Vec::new();
    for i in 0..x.profiles.len() {
        let mut touched: Vec<u32> = Vec::new();
        for list in lists(x, i, y) {
            let weight = log2_16(1 + size / u32::try_from(list.len()).unwrap_or(u32::MAX).max(1));
            for &j in list {
                if let Some(sum) = shared.get_mut(j as usize) {
                    if *sum == 0 {
                        touched.push(j);
                    }
                    *sum += weight.max(1);
                }
            }
        }
        let here = u32::try_from(i).unwrap_or(u32::MAX);
        order::sort_by_key(&mut touched, |&j| {
            (std::cmp::Reverse(shared.get(j as usize).copied()), j.abs_diff(here), j)
        });
        for &j in &touched {
            if let Some(sum) = shared.get_mut(j as usize) {
                *sum = 0;
            }
        }
        found.extend(touched.into_iter().take(PARTNERS).map(|j| (here, j)));
    }
    found.into_iter()
}
