//! Pairs that the places of words make: function words beside a pair, and other words for the same thing where both
//! sentences leave the same gap.
//!
//! In doubt words at the same place are no pair: most of what one outlet puts there the other does not say at all.

use super::likeness::{Form, WordLikeness};
use super::matching::Matching;
use std::cmp::Reverse;
use std::ops::Range;

/// How far a pair of function words looks for a pair beside it, in words on each side.
const NEAR: usize = 3;

/// How far a function word may stand from the pairs around it to count as in the gap between them.
const SAME_GAP: usize = 8;

/// The points that a pair of function words needs; see [`Matching::support`].
const LEAST_SUPPORT: usize = 5;

impl Matching<'_> {
    /// Pairs function words that are alike and stand beside a pair, until no more are found.
    pub(super) fn function_words(&mut self) {
        let mut alike = self.alike_function_words();
        loop {
            alike.retain(|&(i, j)| self.is_free(i, j));
            let points = |&(i, j): &(usize, usize)| Some((self.function_word_points(i, j)?, i, j));
            let found: Vec<_> = alike.iter().filter_map(points).collect();
            if found.is_empty() {
                return;
            }
            let offers =
                found.into_iter().map(|(points, i, j)| (Reverse(points), self.displacement(i, j), i, j));
            self.take_best(offers.collect());
        }
    }

    /// The pairs of words that are alike and not both content words.
    fn alike_function_words(&self) -> Vec<(usize, usize)> {
        let mut alike = Vec::new();
        for (i, x) in self.a.iter().enumerate() {
            for (j, y) in self.b.iter().enumerate() {
                let content = x.is_content() && y.is_content();
                if !content && self.likeness(i, j) >= Some(WordLikeness::Related) {
                    alike.push((i, j));
                }
            }
        }
        alike
    }

    fn function_word_points(&self, i: usize, j: usize) -> Option<i32> {
        let same = self.likeness(i, j) == Some(WordLikeness::Same);
        let support = self.support(i, j, false) + self.support(i, j, true) + usize::from(same);
        let enough = support >= LEAST_SUPPORT || (same && self.gap_of_a(i) == self.gap_of_b(j));
        enough.then(|| i32::try_from(support).unwrap_or(i32::MAX))
    }

    /// The pairs before and after word `i` of `a`, as places in `b`; the ends of the stretch where there is none.
    fn gap_of_a(&self, i: usize) -> (usize, usize) {
        let before = (i.saturating_sub(SAME_GAP)..i).rev().find_map(|x| self.partner_of_a(x).map(|y| y + 1));
        let after = (i + 1..self.a.len().min(i + 1 + SAME_GAP)).find_map(|x| self.partner_of_a(x));
        let start = if i <= SAME_GAP { 0 } else { usize::MAX };
        let end = if i + SAME_GAP >= self.a.len() { self.b.len() } else { usize::MAX };
        (before.unwrap_or(start), after.unwrap_or(end))
    }

    /// The pairs before and after word `j` of `b`, by the places of the same pairs in `b`.
    fn gap_of_b(&self, j: usize) -> (usize, usize) {
        let before = (0..j).rev().find(|&y| self.partner_of_b(y).is_some()).map(|y| y + 1);
        let after = (j + 1..self.b.len()).find(|&y| self.partner_of_b(y).is_some());
        (before.unwrap_or(0), after.unwrap_or(self.b.len()))
    }

    /// How closely a pair stands before (or after) `i` and `j`: most when it is right beside them, nothing when it is
    /// further than [`NEAR`] words away.
    fn support(&self, i: usize, j: usize, after: bool) -> usize {
        let step =
            |place: usize, by: usize| if after { place.checked_add(by) } else { place.checked_sub(by) };
        let mut best = 0;
        for da in 1..=NEAR {
            let Some(partner) = step(i, da).and_then(|x| self.partner_of_a(x)) else { continue };
            let found = (1..=NEAR).find(|&db| step(j, db) == Some(partner));
            best = best.max(found.map_or(0, |db| 2 * NEAR + 1 - da - db));
        }
        best
    }

    /// Pairs single words between two pairs: another word at the same place.
    pub(super) fn substitutions(&mut self) {
        for i in 0..self.a.len() {
            for j in 0..self.b.len() {
                let before = self.is_pair(i.checked_sub(1), j.checked_sub(1));
                if before
                    && self.is_free(i, j)
                    && self.is_pair(Some(i + 1), Some(j + 1))
                    && self.can_replace(i, j)
                {
                    self.pair(i, j);
                }
            }
        }
    }

    /// Whether two words are a pair. The ends of both stretches count as pairs.
    fn is_pair(&self, x: Option<usize>, y: Option<usize>) -> bool {
        match (x, y) {
            (None, None) => true,
            (Some(x), Some(y)) if x < self.a.len() => self.partner_of_a(x) == Some(y),
            (Some(x), Some(y)) => x == self.a.len() && y == self.b.len(),
            _ => false,
        }
    }

    /// Whether one word could stand for the other: a number for a number, a function word for a function word.
    fn can_replace(&self, i: usize, j: usize) -> bool {
        let kind = |side: &[Form], at: usize| side.get(at).map(|f| (f.is_content(), f.is_number()));
        kind(self.a, i) == kind(self.b, j)
    }

    /// Pairs the content words of short gaps between neighboring pairs, if the stretches have enough in common for
    /// equal places to mean anything.
    pub(super) fn gaps(&mut self) {
        if !self.is_close() {
            return;
        }
        let (mut from_a, mut from_b) = (0, 0);
        for i in 0..=self.a.len() {
            let end = i == self.a.len();
            let Some(j) = (if end { Some(self.b.len()) } else { self.partner_of_a(i) }) else { continue };
            let alike =
                (1..=LONGEST_END).contains(&(i - from_a)) && i.checked_sub(from_a) == j.checked_sub(from_b);
            if ((from_a > 0 && !end) || alike) && (from_b..j).all(|y| self.partner_of_b(y).is_none()) {
                self.gap(from_a..i, from_b..j);
            }
            (from_a, from_b) = (i + 1, j + 1);
        }
    }

    /// Whether enough content words of both stretches have a partner.
    fn is_close(&self) -> bool {
        let content = |side: &[Form]| side.iter().filter(|f| f.is_content()).count();
        let all = content(self.a).max(content(self.b));
        let of_a =
            self.a.iter().enumerate().filter(|(i, f)| f.is_content() && self.partner_of_a(*i).is_some());
        of_a.count() * 100 >= all * CLOSE
    }

    fn gap(&mut self, gap_a: Range<usize>, gap_b: Range<usize>) {
        let content = |side: &[Form], gap: Range<usize>| -> Vec<usize> {
            gap.filter(|&at| side.get(at).is_some_and(Form::is_content)).collect()
        };
        let (of_a, of_b) = (content(self.a, gap_a), content(self.b, gap_b));
        if of_a.len().max(of_b.len()) > LONGEST_GAP {
            return;
        }
        if of_a.len() == of_b.len() {
            for (&i, &j) in of_a.iter().zip(&of_b) {
                if self.can_replace(i, j) {
                    self.pair(i, j);
                }
            }
        } else if of_a.len().min(of_b.len()) == 1 {
            // One word for a phrase.
            for (i, j) in of_a.iter().flat_map(|&i| of_b.iter().map(move |&j| (i, j))) {
                if self.can_replace(i, j) {
                    self.pair(i, j);
                }
            }
        }
    }
}

/// The share of content words with a partner, in hundredths, from which on places pair the words of gaps.
const CLOSE: usize = 40;

/// The most words of a gap at an end of the stretches, where only one pair vouches for it; both sides must have as
/// many.
const LONGEST_END: usize = 2;

/// The most content words on a side of a gap whose words are paired by their places.
const LONGEST_GAP: usize = 2;
