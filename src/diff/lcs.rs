//! Which words two texts have in the same order: their longest common subsequence, or a long one.

use crate::chain::{Placed, heaviest_chain};
use crate::order::sort_numbers;
use crate::text::TermId;
use similar::algorithms::{DiffHook, myers};
use std::convert::Infallible;
use std::ops::Range;

/// Sentences with more words than this together are long: they are searched piece by piece.
const LONG: usize = 1024;

/// The most words of each long sentence that are searched at once.
const STRETCH: usize = 256;

/// What the search costs at most for each word of long sentences, in operations: every stretch gets half its length
/// further, and costs the square of both lengths together.
pub(super) const COST: u64 = 8 * STRETCH as u64;

/// The partner of each word of `a`: in the longest common subsequence (Myers, "An O(ND) difference algorithm and its
/// variations", 1986), or in a long one where the sentences are long. Those are cut where both have a word that each
/// has once, then searched stretch by stretch.
pub(crate) fn common_subsequence(a: &[TermId], b: &[TermId]) -> Vec<Option<usize>> {
    let terms = |words: &[TermId]| words.iter().map(|term| term.0).collect::<Vec<u32>>();
    let (a, b) = (terms(a), terms(b));
    let mut partners = Partners { of: vec![None; a.len()], places: None, last: (0, 0) };
    if a.len() + b.len() <= LONG {
        partners.search(&a, &b, [0..a.len(), 0..b.len()]);
        return partners.of;
    }
    let ((places_a, a), (places_b, b)) = (known(&a, &b), known(&b, &a));
    partners.places = Some([places_a, places_b]);
    let mut from = (0, 0);
    for to in cuts(&a, &b).into_iter().chain([(a.len(), b.len())]) {
        partners.stretches(&a, &b, [from.0..to.0, from.1..to.1]);
        from = to;
    }
    partners.of
}

/// Keeps what is equal. Of a diff nothing else is needed here, and `similar`'s own collector would weigh more in the
/// page than its search.
struct Partners {
    of: Vec<Option<usize>>,
    /// Where the words that are searched stand among all words of each sentence; nothing where all are.
    places: Option<[Vec<usize>; 2]>,
    /// Behind the last pair.
    last: (usize, usize),
}

impl Partners {
    /// Pairs what is equal in one piece of each sentence.
    fn search(&mut self, a: &[u32], b: &[u32], [of_a, of_b]: [Range<usize>; 2]) {
        let Ok(()) = myers::diff_deadline_raw(self, a, of_a, b, of_b, None);
    }

    /// The same of long pieces. What was found at the end of a stretch is where the next one begins.
    fn stretches(&mut self, a: &[u32], b: &[u32], [of_a, of_b]: [Range<usize>; 2]) {
        let (mut from_a, mut from_b) = (of_a.start, of_b.start);
        while from_a < of_a.end && from_b < of_b.end {
            let (to_a, to_b) = ((from_a + STRETCH).min(of_a.end), (from_b + STRETCH).min(of_b.end));
            self.search(a, b, [from_a..to_a, from_b..to_b]);
            if (to_a, to_b) == (of_a.end, of_b.end) {
                break;
            }
            let (half_a, half_b) = (from_a + STRETCH / 2, from_b + STRETCH / 2);
            (from_a, from_b) = self.last;
            if from_a < half_a && from_b < half_b {
                (from_a, from_b) = (half_a, half_b);
            }
        }
    }
}

impl DiffHook for Partners {
    type Error = Infallible;

    fn equal(&mut self, a: usize, b: usize, len: usize) -> Result<(), Infallible> {
        for (i, j) in (a..a + len).zip(b..b + len) {
            let place = |side: usize, at: usize| match &self.places {
                Some(places) => places.get(side)?.get(at).copied(),
                None => Some(at),
            };
            let (i, j) = (place(0, i), place(1, j));
            if let Some(partner) = i.and_then(|i| self.of.get_mut(i)) {
                *partner = j;
            }
        }
        self.last = self.last.max((a + len, b + len));
        Ok(())
    }
}

/// Places and terms of the words that the other sentence has too. The others have no partner, and the cost of the
/// search grows with them.
fn known(terms: &[u32], others: &[u32]) -> (Vec<usize>, Vec<u32>) {
    let mut known: Vec<u64> = others.iter().map(|&term| term.into()).collect();
    sort_numbers(&mut known);
    let terms = terms.iter().copied().enumerate();
    terms.filter(|(_, term)| known.binary_search(&u64::from(*term)).is_ok()).unzip()
}

/// The places of words that both have exactly once, as far as they stand in the same order (Cohen's patience diff).
fn cuts(a: &[u32], b: &[u32]) -> Vec<(usize, usize)> {
    let (once_a, once_b) = (once(a), once(b));
    let partner = |&entry: &u64| {
        let at = once_b.partition_point(|other| other >> 32 < entry >> 32);
        let other = once_b.get(at).filter(|&other| other >> 32 == entry >> 32)?;
        Some(place(entry) << 32 | place(*other))
    };
    let mut both: Vec<u64> = once_a.iter().filter_map(partner).collect();
    sort_numbers(&mut both);
    let size = |place: u64| usize::try_from(place).unwrap_or(usize::MAX);
    let pairs: Vec<Placed> =
        both.into_iter().map(|p| Placed { a: size(p >> 32), b: size(place(p)), weight: 1 }).collect();
    heaviest_chain(&pairs).into_iter().filter_map(|at| pairs.get(at)).map(|p| (p.a, p.b)).collect()
}

/// The words that occur once, each as its term and, in the lower half, its place; in order of the terms.
fn once(terms: &[u32]) -> Vec<u64> {
    let mut entries: Vec<u64> =
        (0..).zip(terms).map(|(at, &term): (u64, _)| u64::from(term) << 32 | at).collect();
    sort_numbers(&mut entries);
    entries
        .chunk_by(|x, y| x >> 32 == y >> 32)
        .filter_map(|same| if let [one] = same { Some(*one) } else { None })
        .collect()
}

fn place(entry: u64) -> u64 {
    entry & u64::from(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::property::property;
    use proptest::prelude::*;

    /// How long the longest common subsequence is, by its definition.
    fn longest(a: &[u32], b: &[u32]) -> usize {
        let mut row = vec![0; b.len() + 1];
        for x in a {
            let mut diagonal = 0;
            for (j, y) in b.iter().enumerate() {
                let above = row[j + 1];
                row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
                diagonal = above;
            }
        }
        row[b.len()]
    }

    fn found(a: &[u32], b: &[u32]) -> Vec<(usize, usize)> {
        let terms = |list: &[u32]| list.iter().copied().map(TermId).collect::<Vec<_>>();
        let partners = common_subsequence(&terms(a), &terms(b));
        partners.into_iter().enumerate().filter_map(|(i, j)| Some((i, j?))).collect()
    }

    #[test]
    fn no_common_subsequence_is_longer() {
        let words = || proptest::collection::vec(0_u32..6, 0..24);
        property(256, (words(), words()), |(a, b)| {
            let pairs = found(&a, &b);
            prop_assert!(pairs.is_sorted_by(|x, y| x.0 < y.0 && x.1 < y.1));
            prop_assert!(pairs.iter().all(|&(i, j)| a[i] == b[j]));
            prop_assert_eq!(pairs.len(), longest(&a, &b));
            Ok(())
        });
    }

    #[test]
    fn a_word_put_into_a_long_text_costs_nothing_behind_it() {
        let text: Vec<u32> = (0..3000).map(|at| at % 700).collect();
        let longer = [&text[..1500], &[9999], &text[1500..]].concat();
        assert_eq!(found(&text, &longer).len(), text.len());
    }
}
