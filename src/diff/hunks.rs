//! Word pairs gathered into hunks: stretches of both sentences that stand for each other.

use super::EditClass;
use super::alignment::WordPair;
use super::moves::in_place;
use super::weights::SentenceWeights;
use crate::chain::Placed;
use crate::order;
use std::ops::Range;

/// A stretch of both sentences with one class, as ranges of their visible tokens. `OnlyA` and `OnlyB` hunks have one
/// empty range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hunk {
    pub(super) class: EditClass,
    pub(super) a: Range<usize>,
    pub(super) b: Range<usize>,
}

impl Hunk {
    /// Whether `next` follows on both sides without a gap.
    pub(super) fn touches(&self, next: &Self) -> bool {
        self.a.end == next.a.start && self.b.end == next.b.start
    }

    fn absorb(&mut self, next: &Self) {
        self.a.end = next.a.end;
        self.b.end = next.b.end;
    }

    /// Whether the hunk says the same on both sides at the same place.
    pub(super) fn is_stable(&self) -> bool {
        matches!(self.class, EditClass::Shared | EditClass::Variant)
    }
}

/// Stretches of one side that don't overlap, to look places up in.
pub(super) struct Stretches(Vec<Range<usize>>);

impl Stretches {
    /// Puts the stretches in order.
    pub(super) fn new<'r>(stretches: impl Iterator<Item = &'r Range<usize>>) -> Self {
        let mut ranges: Vec<Range<usize>> = stretches.cloned().collect();
        order::sort_by_key(&mut ranges, |r| r.start);
        Self(ranges)
    }

    /// Whether one of them reaches into `range`.
    pub(super) fn touch(&self, range: &Range<usize>) -> bool {
        let after = self.0.partition_point(|r| r.start < range.end);
        after.checked_sub(1).and_then(|at| self.0.get(at)).is_some_and(|r| range.start < r.end)
    }
}

/// The hunks of an alignment, in order of `a`: those in place rise in `b` too, the others are `Moved`. No two overlap
/// on either side.
pub(super) fn hunks(pairs: &[WordPair], a: &SentenceWeights, b: &SentenceWeights) -> Vec<Hunk> {
    let placed: Vec<(Placed, EditClass)> = pairs
        .iter()
        .filter_map(|p| {
            let (i, j) = (a.place(p.a)?, b.place(p.b)?);
            let weight = if a.has_content(&(i..i + 1)) || b.has_content(&(j..j + 1)) { CONTENT } else { 1 };
            Some((Placed { a: i, b: j, weight }, p.class))
        })
        .collect();
    let keeps = in_place(&placed.iter().map(|(p, _)| *p).collect::<Vec<_>>());
    let classes = placed.iter().zip(keeps).map(|((p, class), keeps)| {
        let range = |at: usize| at..at + 1;
        let class = if keeps {
            class_in_place(*class, a.is_light(&range(p.a)) && b.is_light(&range(p.b)))
        } else {
            EditClass::Moved
        };
        Hunk { class, a: range(p.a), b: range(p.b) }
    });
    let mut hunks =
        joined(one_for_several(classes.collect(), a, b), |x, y| x.class == y.class && x.touches(y));
    hunks = joined_moves(hunks, a, b);
    hunks.retain(|x| x.class != EditClass::Moved || a.is_worth_finding(&x.a));
    hunks
}

/// How much more a content word weighs than another when it is decided which part has moved.
const CONTENT: u32 = 4;

/// A pair that moved for the alignment but stands in place after all is shared, and so is one light word put for
/// another: content words decide.
fn class_in_place(class: EditClass, light: bool) -> EditClass {
    match class {
        EditClass::Moved => EditClass::Shared,
        _ if light => EditClass::Shared,
        other => other,
    }
}

/// Makes one hunk of one word and the phrase that it stands for; pairs that can't be joined so are dropped.
fn one_for_several(pairs: Vec<Hunk>, a: &SentenceWeights, b: &SentenceWeights) -> Vec<Hunk> {
    let mut hunks: Vec<Hunk> = Vec::new();
    for pair in pairs {
        match hunks.last_mut() {
            Some(last) if last.a == pair.a && bridged(b, &last.b, &pair.b) => last.b.end = pair.b.end,
            Some(last) if last.b == pair.b && bridged(a, &last.a, &pair.a) => last.a.end = pair.a.end,
            Some(last) if last.a.end > pair.a.start => {}
            _ => hunks.push(pair),
        }
    }
    let length = hunks.iter().map(|hunk| hunk.b.end).max().unwrap_or(0);
    let mut taken = vec![false; length];
    hunks.retain(|hunk| {
        let places = taken.get_mut(hunk.b.clone()).unwrap_or(&mut []);
        let free = !places.contains(&true);
        if free {
            places.fill(true);
        }
        free
    });
    hunks
}

/// Joins neighbours for which `belong` holds.
pub(super) fn joined(hunks: Vec<Hunk>, belong: impl Fn(&Hunk, &Hunk) -> bool) -> Vec<Hunk> {
    let mut out: Vec<Hunk> = Vec::new();
    for hunk in hunks {
        match out.last_mut() {
            Some(last) if belong(last, &hunk) => last.absorb(&hunk),
            _ => out.push(hunk),
        }
    }
    out
}

/// Lets a phrase move as a phrase: moved stretches in the same order with nothing but light words between, which belong
/// to no other hunk.
fn joined_moves(hunks: Vec<Hunk>, a: &SentenceWeights, b: &SentenceWeights) -> Vec<Hunk> {
    let taken = Stretches::new(hunks.iter().map(|x| &x.b));
    joined(hunks, |x, y| {
        x.class == EditClass::Moved
            && y.class == EditClass::Moved
            && bridged(a, &x.a, &y.a)
            && bridged(b, &x.b, &y.b)
            && !taken.touch(&(x.b.end..y.b.start))
    })
}

/// Whether nothing but a few words without content stand between two stretches.
fn bridged(side: &SentenceWeights, x: &Range<usize>, y: &Range<usize>) -> bool {
    x.end <= y.start && y.start - x.end <= BRIDGE && !side.has_content(&(x.end..y.start))
}

/// The most words without content between two stretches that move together.
const BRIDGE: usize = 2;
