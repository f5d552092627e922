//! Which words of two stretches stand for each other: by likeness, and where that leaves a choice, by company.
//!
//! In doubt a word stays alone.

use super::likeness::{Form, WordLikeness};
use crate::order;
use std::cmp::Reverse;

/// Two words that stand for each other, by their places among the words of both stretches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct WordMatch {
    pub(super) a: usize,
    pub(super) b: usize,
    /// How alike they are in themselves; nothing when only their places speak for them.
    pub(super) likeness: Option<WordLikeness>,
}

/// The words of two stretches and which of them are paired so far.
pub(super) struct Matching<'f> {
    pub(super) a: &'f [Form<'f>],
    pub(super) b: &'f [Form<'f>],
    /// How alike each word of `a` is to each of `b`, row by row.
    likeness: Vec<Option<WordLikeness>>,
    /// The partner of each word of `a` in the comparison in order.
    base: Vec<Option<usize>>,
    partner_of_a: Vec<Option<usize>>,
    partner_of_b: Vec<Option<usize>>,
    matches: Vec<WordMatch>,
}

/// A pair that could be made: the best come first, then those at the most similar places, then by place.
type Offer = (Reverse<i32>, usize, usize, usize);

/// What the likeness of two content words speaks for their pair, in points.
fn own_points(likeness: WordLikeness) -> i32 {
    match likeness {
        WordLikeness::Same => 300,
        WordLikeness::Variant => 220,
        WordLikeness::Related => 160,
        WordLikeness::LookAlike | WordLikeness::Field => 110,
    }
}

/// What a pair of neighbors speaks for a pair, in points.
fn company_points(likeness: WordLikeness, content: bool) -> i32 {
    match (likeness, content) {
        (WordLikeness::Same, true) => 20,
        (WordLikeness::Variant, true) => 14,
        (WordLikeness::Related, true) => 10,
        (WordLikeness::LookAlike | WordLikeness::Field, true) => 6,
        (WordLikeness::Same, false) => 4,
        _ => 2,
    }
}

/// What the comparison in order speaks for a pair, in points.
const BASE_POINTS: i32 = 40;

/// What each word speaks for a pair that stands in one run of equal words with it, in points.
const RUN_POINTS: i32 = 20;

/// The most words of a run that are counted on each side of a pair.
const LONGEST_RUN: usize = 8;

/// Pairs of content words with fewer points are not made.
const LEAST_POINTS: i32 = 120;

impl<'f> Matching<'f> {
    /// Prepares two stretches. Cost: their product.
    pub(super) fn new(a: &'f [Form<'f>], b: &'f [Form<'f>], base: Vec<Option<usize>>) -> Self {
        Self {
            a,
            b,
            likeness: a.iter().flat_map(|x| b.iter().map(|y| x.likeness(y))).collect(),
            base,
            partner_of_a: vec![None; a.len()],
            partner_of_b: vec![None; b.len()],
            matches: Vec::new(),
        }
    }

    /// Pairs what is alike, then what stands at the same place. The matches come in order.
    pub(super) fn run(mut self) -> Vec<WordMatch> {
        self.abbreviations();
        self.content();
        self.function_words();
        self.substitutions();
        self.gaps();
        self.function_words();
        without_lone(self.matches, self.a, self.b)
    }

    /// How alike word `i` of `a` and word `j` of `b` are.
    pub(super) fn likeness(&self, i: usize, j: usize) -> Option<WordLikeness> {
        if j < self.b.len() { self.likeness.get(i * self.b.len() + j).copied().flatten() } else { None }
    }

    /// The partner of word `i` of `a`.
    pub(super) fn partner_of_a(&self, i: usize) -> Option<usize> {
        self.partner_of_a.get(i).copied().flatten()
    }

    /// The partner of word `j` of `b`.
    pub(super) fn partner_of_b(&self, j: usize) -> Option<usize> {
        self.partner_of_b.get(j).copied().flatten()
    }

    /// Whether neither word has a partner.
    pub(super) fn is_free(&self, i: usize, j: usize) -> bool {
        self.partner_of_a(i).is_none() && self.partner_of_b(j).is_none()
    }

    /// Makes a pair.
    pub(super) fn pair(&mut self, i: usize, j: usize) {
        self.pair_as(i, j, self.likeness(i, j));
    }

    fn pair_as(&mut self, i: usize, j: usize, likeness: Option<WordLikeness>) {
        if let (Some(a), Some(b)) = (self.partner_of_a.get_mut(i), self.partner_of_b.get_mut(j)) {
            *a = Some(j);
            *b = Some(i);
            self.matches.push(WordMatch { a: i, b: j, likeness });
        }
    }

    /// Pairs an abbreviation with the words that it stands for, where the other sentence spells them out.
    fn abbreviations(&mut self) {
        for i in 0..self.a.len() {
            let Some((start, end)) = self.a.get(i).and_then(|short| spelled_out(short, self.b)) else {
                continue;
            };
            if (0..self.b.len()).all(|j| self.likeness(i, j) != Some(WordLikeness::Same)) {
                (start..end).for_each(|j| self.pair_as(i, j, Some(WordLikeness::Variant)));
            }
        }
        for j in 0..self.b.len() {
            let Some((start, end)) = self.b.get(j).and_then(|short| spelled_out(short, self.a)) else {
                continue;
            };
            if (0..self.a.len()).all(|i| self.likeness(i, j) != Some(WordLikeness::Same)) {
                (start..end).for_each(|i| self.pair_as(i, j, Some(WordLikeness::Variant)));
            }
        }
    }

    /// Pairs content words that are alike, those in the best company first.
    fn content(&mut self) {
        let mut offers: Vec<Offer> = Vec::new();
        for (i, _) in self.a.iter().enumerate().filter(|(_, x)| x.is_content()) {
            for (j, y) in self.b.iter().enumerate() {
                let Some(likeness) = self.likeness(i, j).filter(|_| y.is_content()) else { continue };
                let away = self.displacement(i, j);
                let base = if self.base.get(i) == Some(&Some(j)) { BASE_POINTS } else { 0 };
                let run = RUN_POINTS * self.run_around(i, j);
                let points = own_points(likeness) + self.company(i, j) + base + run
                    - i32::try_from(away).unwrap_or(i32::MAX / 2);
                if points >= LEAST_POINTS {
                    offers.push((Reverse(points), away, i, j));
                }
            }
        }
        self.take_best(offers);
    }

    /// Makes the pairs that are offered, best first, each word once.
    pub(super) fn take_best(&mut self, mut offers: Vec<Offer>) {
        order::sort(&mut offers);
        for (_, _, i, j) in offers {
            if self.is_free(i, j) {
                self.pair(i, j);
            }
        }
    }

    /// How much the words around `i` and `j` speak for the pair.
    fn company(&self, i: usize, j: usize) -> i32 {
        [-1, 1]
            .into_iter()
            .map(|side| (1..=3).map(|step| (4 - step) * self.neighbors(i, j, side, step)).sum::<i32>())
            .sum()
    }

    /// How much the words `step` words before or after speak for the pair; half as much where one of them is a word
    /// further away.
    fn neighbors(&self, i: usize, j: usize, side: i32, step: i32) -> i32 {
        let points = |da: i32, db: i32| {
            let at =
                |place: usize, by: i32| place.checked_add_signed(isize::try_from(side * by).unwrap_or(0));
            let (x, y) = at(i, da).zip(at(j, db))?;
            let likeness = self.likeness(x, y)?;
            Some(company_points(likeness, self.a.get(x)?.is_content() && self.b.get(y)?.is_content()))
        };
        let straight = points(step, step).unwrap_or(0);
        let slipped = points(step, step + 1).max(points(step + 1, step)).unwrap_or(0) / 2;
        straight.max(slipped)
    }

    /// How many words right before and after `i` and `j` are the same.
    fn run_around(&self, i: usize, j: usize) -> i32 {
        let same = |x: Option<usize>, y: Option<usize>| {
            x.zip(y).is_some_and(|(x, y)| x < self.a.len() && self.likeness(x, y) == Some(WordLikeness::Same))
        };
        let before = (1..=LONGEST_RUN).take_while(|&by| same(i.checked_sub(by), j.checked_sub(by))).count();
        let after = (1..=LONGEST_RUN).take_while(|&by| same(i.checked_add(by), j.checked_add(by))).count();
        i32::try_from(before + after).unwrap_or(0)
    }

    /// How far the two words lie from the same place in their stretches, in hundredths of a stretch.
    pub(super) fn displacement(&self, i: usize, j: usize) -> usize {
        let (n, m) = (self.a.len(), self.b.len());
        ((2 * i + 1) * m).abs_diff((2 * j + 1) * n) * 50 / (n * m).max(1)
    }
}

/// Where `words` spell out the abbreviation `short`.
fn spelled_out(short: &Form, words: &[Form]) -> Option<(usize, usize)> {
    (0..words.len()).find_map(|at| Some((at, at + short.abbreviates(words.get(at..)?)?)))
}

/// How many words a pair of function words may stand away from a pair of content words.
const REACH: usize = 4;

/// Leaves out function words that are paired far from any paired content word. The matches come in order.
pub(super) fn without_lone(mut matches: Vec<WordMatch>, a: &[Form], b: &[Form]) -> Vec<WordMatch> {
    order::sort(&mut matches);
    let says_something = |side: &[Form], at: usize| side.get(at).is_some_and(Form::is_content);
    let paired = matches.iter().copied().filter(|m| says_something(a, m.a) && says_something(b, m.b));
    let content: Vec<WordMatch> = paired.collect();
    matches.retain(|m| {
        let from = content.partition_point(|c| c.a + REACH < m.a);
        let mut near = content.get(from..).unwrap_or(&[]).iter().take_while(|c| c.a <= m.a + REACH);
        near.any(|c| c.b.abs_diff(m.b) <= REACH)
    });
    matches
}
