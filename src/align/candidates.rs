//! Which sentence pairs are worth a score. An inverted index over rare words, so that the cost grows with the
//! text and never with the product of the lengths.
//!
//! In doubt a pair is kept: a score costs little, and a pair that was never looked at can't be linked.

use super::prepared::{Prepared, PreparedDocument};
use super::sets::log2_16;
use crate::order;
use crate::work::Work;
use std::cmp::Reverse;

/// Pairs of two articles' sentences that are worth a score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticlePair {
    /// The article with the smaller index.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// The sentence pairs, in order of the first sentence, then the second.
    pub pairs: Vec<CandidatePair>,
}

/// A sentence of the one article and a sentence of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CandidatePair {
    /// The sentence of the article with the smaller index.
    pub i: u32,
    /// The other.
    pub j: u32,
    /// Whether they are the same words, and the same of several such sentences, counted from the start.
    pub anchored: bool,
}

/// At most this many postings are visited for one sentence and other article, the rarest words first. Articles never
/// reach it; two books of 31,000 lines are done in seconds with it.
const VISITS: u64 = 1024;

/// At most this many partners are kept for one sentence and other article, those that share most.
const PARTNERS: usize = 24;

/// Finds the candidate pairs of every two articles, first the equal sentences of all. Takes from `work` what it does,
/// and what a score of each pair will cost; where that does not suffice, pairs are missing.
pub fn candidates(prepared: &Prepared, work: &mut Work) -> Vec<ArticlePair> {
    let classes = prepared.common.len() as u64;
    let mut found = Vec::new();
    for (a, x) in (0..).zip(&prepared.documents) {
        for (b, y) in (0..).zip(&prepared.documents).skip(a as usize + 1) {
            let pairs = if work.take(classes + x.size() + y.size()) { anchors(x, y) } else { Vec::new() };
            found.push(ArticlePair { a, b, pairs });
        }
    }
    let document = |at: u32| prepared.documents.get(at as usize);
    for ArticlePair { a, b, pairs } in &mut found {
        let (Some(x), Some(y)) = (document(*a), document(*b)) else { continue };
        if work.take(x.size() + y.size()) {
            search(x, y, work, &mut |i, j| pairs.push(CandidatePair { i, j, anchored: false }));
            search(y, x, work, &mut |j, i| pairs.push(CandidatePair { i, j, anchored: false }));
        }
        order::sort_by_key(pairs, |p| (p.i, p.j, !p.anchored));
        pairs.dedup_by_key(|p| (p.i, p.j));
    }
    found
}

/// Pairs the k-th occurrence of a sentence with the k-th occurrence of the same words.
fn anchors(x: &PreparedDocument, y: &PreparedDocument) -> Vec<CandidatePair> {
    let (of_x, of_y) = (prints(x), prints(y));
    let (mut rest_x, mut rest_y) = (of_x.as_slice(), of_y.as_slice());
    let mut pairs = Vec::new();
    while let (Some(&(print_x, i)), Some(&(print_y, j))) = (rest_x.first(), rest_y.first()) {
        if print_x == print_y {
            pairs.push(CandidatePair { i, j, anchored: true });
        }
        rest_x = rest_x.get(usize::from(print_x <= print_y)..).unwrap_or(&[]);
        rest_y = rest_y.get(usize::from(print_y <= print_x)..).unwrap_or(&[]);
    }
    pairs
}

/// The fingerprints of sentences with words, in order, each with its sentence.
fn prints(words: &PreparedDocument) -> Vec<(u64, u32)> {
    let all = words.fingerprints.iter().copied().zip(0..);
    let mut prints: Vec<(u64, u32)> = all.filter(|(print, _)| *print != 0).collect();
    order::sort(&mut prints);
    prints
}

/// Which of `y`'s posting lists each sentence of `x` looks at: lists by growing length, as long as all lists of one
/// length fit into [`VISITS`] together, so that no choice between equals is made.
struct Plan<'w> {
    lists: Vec<&'w [u32]>,
    ends: Vec<usize>,
    /// Whether some of a sentence's lists did not fit.
    cut_short: Vec<bool>,
}

impl<'w> Plan<'w> {
    fn new(x: &PreparedDocument, y: &'w PreparedDocument) -> Self {
        let mut plan = Self { lists: Vec::new(), ends: Vec::new(), cut_short: Vec::new() };
        let mut shortest: Vec<u64> = Vec::new();
        for sentence in 0..x.profiles.len() {
            let fields = x.sets.fields.of(sentence);
            let list = |at: u64| {
                fields.get(usize::try_from(at & 0xffff_ffff).ok()?).map(|s| y.postings.of(s.field()))
            };
            let lengths =
                (0_u64..).zip(fields).map(|(at, s)| (y.postings.of(s.field()).len() as u64) << 32 | at);
            shortest.extend(lengths.filter(|packed| packed >> 32 > 0));
            order::sort_numbers(&mut shortest);
            let (mut total, mut cut_short) = (0, false);
            for same in shortest.chunk_by(|p, q| p >> 32 == q >> 32) {
                total += same.iter().map(|packed| packed >> 32).sum::<u64>();
                cut_short = total > VISITS;
                if cut_short {
                    break;
                }
                plan.lists.extend(same.iter().filter_map(|&at| list(at)));
            }
            plan.cut_short.push(cut_short);
            shortest.clear();
            plan.ends.push(plan.lists.len());
        }
        plan
    }

    fn is_cut_short(&self, sentence: u32) -> bool {
        self.cut_short.get(sentence as usize).is_some_and(|cut| *cut)
    }

    fn of(&self, sentence: usize) -> &[&'w [u32]] {
        let end = |at: usize| self.ends.get(at).copied().unwrap_or(0);
        self.lists.get(sentence.checked_sub(1).map_or(0, end)..end(sentence)).unwrap_or(&[])
    }
}

/// Hands the best partners in `y` of each sentence of `x` to `found`, as (sentence of x, sentence of y), as far as
/// `work` goes. A sentence of words that are too common to look at all that have them may tell what stands beside its
/// neighbors' best partners.
fn search(x: &PreparedDocument, y: &PreparedDocument, work: &mut Work, found: &mut dyn FnMut(u32, u32)) {
    let plan = Plan::new(x, y);
    let mut shared = vec![0_u32; y.profiles.len()];
    let mut touched: Vec<u32> = Vec::new();
    let mut best: Vec<RankedPartner> = Vec::new();
    let size = u32::try_from(y.profiles.len()).unwrap_or(u32::MAX);
    let mut before: Option<u32> = None;
    for (here, i) in (0_u32..).zip(0..plan.ends.len()) {
        let lists = plan.of(i);
        if !work.take(lists.iter().map(|list| list.len() as u64).sum()) {
            return;
        }
        for list in lists {
            let weight = log2_16(1 + size / u32::try_from(list.len()).unwrap_or(u32::MAX).max(1)).max(1);
            for &j in *list {
                if let Some(sum) = shared.get_mut(j as usize) {
                    if *sum == 0 {
                        touched.push(j);
                    }
                    *sum += weight;
                }
            }
        }
        for j in touched.drain(..) {
            if let Some(sum) = shared.get_mut(j as usize) {
                offer(&mut best, (Reverse(*sum), j.abs_diff(here), j));
                *sum = 0;
            }
        }
        let first = best.first().map(|(_, _, j)| *j);
        let mut pair = |i: u32, j: u32| {
            if j < size && work.take(x.words(i as usize) + y.words(j as usize)) {
                found(i, j);
            }
        };
        best.drain(..).for_each(|(_, _, j)| pair(here, j));
        if let Some(before) = before.filter(|_| plan.is_cut_short(here)) {
            pair(here, before + 1);
        }
        let above = here.checked_sub(1).zip(first.and_then(|j| j.checked_sub(1)));
        if let Some((last, j)) = above.filter(|(last, _)| plan.is_cut_short(*last)) {
            pair(last, j);
        }
        before = first;
    }
}

/// The best come first: those that share most, then those at the most similar places.
type RankedPartner = (Reverse<u32>, u32, u32);

/// Puts a partner among the best, if it belongs there.
fn offer(best: &mut Vec<RankedPartner>, partner: RankedPartner) {
    if best.len() == PARTNERS {
        if best.last().is_some_and(|last| *last < partner) {
            return;
        }
        best.pop();
    }
    let at = best.partition_point(|known| *known < partner);
    best.insert(at, partner);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mentions::Document;
    use crate::text::{Article, Lexicon};

    /// The pairs of two texts of one sentence a line.
    fn pairs(a: &str, b: &str) -> Vec<(u32, u32)> {
        let mut lexicon = Lexicon::default();
        let documents = [a, b].map(|text| Document::new(Article::from_text(text), &mut lexicon));
        let found = candidates(&Prepared::new(&documents, &lexicon), &mut Work::new(u64::MAX));
        found.iter().flat_map(|articles| &articles.pairs).map(|p| (p.i, p.j)).collect()
    }

    #[test]
    fn a_sentence_of_common_words_is_looked_for_beside_its_neighbors() {
        const ALONE: usize = 700;
        let text = |end: &str| -> String {
            let line = |n: usize| match n {
                ALONE => format!("Common letters {end}.\n"),
                _ => format!("Common letters name n{n}x.\n"),
            };
            (0..2 * ALONE).map(line).collect()
        };
        let found = pairs(&text("here"), &text("there"));
        let alone = u32::try_from(ALONE).unwrap();
        assert!(found.contains(&(alone - 1, alone - 1)) && found.contains(&(alone, alone)), "{found:?}");
        assert!(!found.contains(&(alone, alone + 2)));
    }
}
