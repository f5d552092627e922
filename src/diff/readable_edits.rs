//! The readable form of a word alignment: few, long edits instead of a pepper of tiny ones.
//!
//! In doubt a stretch is left with its neighbours: content words decide what gets a mark of its own.

use super::EditClass;
use super::alignment::WordAlignment;
use super::hunks::{Hunk, Stretches, hunks, joined};
use super::weights::SentenceWeights;
use super::words::canonical_order;
use crate::order;
use crate::text::{Lexicon, Token};
use std::cmp::Ordering;
use std::ops::Range;

/// A stretch of tokens of one or both sentences with one class. The edits of a pair tile both sentences' tokens:
/// every token lies in exactly one edit. `OnlyA` has an empty `b`, `OnlyB` an empty `a`; an empty range says where
/// the missing words would stand. Light words and punctuation may stand on one side only of an edit of another class.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Edit {
    /// How the two stretches stand to each other.
    pub class: EditClass,
    /// Indices into the first sentence's tokens.
    pub a: Range<u32>,
    /// Indices into the second sentence's tokens.
    pub b: Range<u32>,
}

/// Turns an alignment into edits that a person can read, in the order of the first sentence; what only the second
/// has stands after what is in place before it, so that the edits in place keep the order of both sentences.
/// Symmetric but for that order. Cost: about linear in the tokens.
pub fn readable_edits(lexicon: &Lexicon, alignment: &WordAlignment, a: &[Token], b: &[Token]) -> Vec<Edit> {
    if canonical_order(lexicon, a, b) == Ordering::Greater {
        let mut pairs = alignment.pairs.clone();
        for pair in &mut pairs {
            (pair.a, pair.b) = (pair.b, pair.a);
        }
        order::sort(&mut pairs);
        let edits = readable(lexicon, &WordAlignment { pairs }, b, a);
        return in_order_of_a(edits.into_iter().map(swapped).collect());
    }
    in_order_of_a(readable(lexicon, alignment, a, b))
}

fn swapped(edit: Edit) -> Edit {
    let class = match edit.class {
        EditClass::OnlyA => EditClass::OnlyB,
        EditClass::OnlyB => EditClass::OnlyA,
        other => other,
    };
    Edit { class, a: edit.b, b: edit.a }
}

fn readable(lexicon: &Lexicon, alignment: &WordAlignment, a: &[Token], b: &[Token]) -> Vec<Edit> {
    let (side_a, side_b) = (SentenceWeights::new(lexicon, a), SentenceWeights::new(lexicon, b));
    let found = hunks(&alignment.pairs, &side_a, &side_b);
    let found = without_islands(found, &side_a, &side_b);
    let found = joined_rewordings(found, &side_a, &side_b);
    let found = tiled(found, &side_a, &side_b);
    edits(&found, (&side_a, a.len()), (&side_b, b.len()))
}

/// An island of at most so many words without content, between changes, belongs to the changes.
const ISLAND: usize = 2;

/// Dissolves islands between changes.
fn without_islands(hunks: Vec<Hunk>, a: &SentenceWeights, b: &SentenceWeights) -> Vec<Hunk> {
    let (moved, in_place): (Vec<Hunk>, Vec<Hunk>) =
        hunks.into_iter().partition(|x| x.class == EditClass::Moved);
    // A run of stable hunks without a gap between them is one stretch for a reader.
    let runs = joined(in_place.clone(), |x, y| x.is_stable() && y.is_stable() && x.touches(y));
    let stable: Vec<Hunk> = runs.into_iter().filter(Hunk::is_stable).collect();
    let mut kept: Vec<&Hunk> = Vec::new();
    for (at, run) in stable.iter().enumerate() {
        let (before_a, before_b) = kept.last().map_or((0, 0), |last| (last.a.end, last.b.end));
        let (after_a, after_b) =
            stable.get(at + 1).map_or((a.len(), b.len()), |next| (next.a.start, next.b.start));
        let changed =
            [before_a < run.a.start, before_b < run.b.start, run.a.end < after_a, run.b.end < after_b];
        let small = !a.has_content(&run.a)
            && !b.has_content(&run.b)
            && a.words(&run.a).max(b.words(&run.b)) <= ISLAND;
        if !(small && changed.into_iter().filter(|c| *c).count() > 2) {
            kept.push(run);
        }
    }
    let is_kept = |x: &Hunk| {
        let after = kept.partition_point(|k| k.a.start <= x.a.start);
        after.checked_sub(1).and_then(|at| kept.get(at)).is_some_and(|k| x.a.end <= k.a.end)
    };
    let dissolved = |x: &Hunk| x.is_stable() && !is_kept(x);
    let mut hunks: Vec<Hunk> = in_place.into_iter().filter(|x| !dissolved(x)).chain(moved).collect();
    order::sort_by_key(&mut hunks, |x| x.a.start);
    hunks
}

/// Makes one edit of what lies between two stable stretches, if enough of it is worded differently.
fn joined_rewordings(hunks: Vec<Hunk>, a: &SentenceWeights, b: &SentenceWeights) -> Vec<Hunk> {
    let moved: Vec<Hunk> = hunks.iter().filter(|x| x.class == EditClass::Moved).cloned().collect();
    let stretches = [Stretches::new(moved.iter().map(|x| &x.a)), Stretches::new(moved.iter().map(|x| &x.b))];
    let mut out = moved;
    let mut rewordings: Vec<Hunk> = Vec::new();
    let (mut from_a, mut from_b) = (0, 0);
    let end = Hunk { class: EditClass::Shared, a: a.len()..a.len(), b: b.len()..b.len() };
    for hunk in hunks.into_iter().filter(|x| x.class != EditClass::Moved).chain([end]) {
        if !hunk.is_stable() {
            rewordings.push(hunk);
            continue;
        }
        let region = Hunk { class: EditClass::Reworded, a: from_a..hunk.a.start, b: from_b..hunk.b.start };
        (from_a, from_b) = (hunk.a.end, hunk.b.end);
        if !rewordings.is_empty() && is_one_rewording(&region, &rewordings, &stretches, a, b) {
            out.push(region);
            rewordings.clear();
        }
        out.append(&mut rewordings);
        out.push(hunk);
    }
    out.retain(|x| !(x.a.is_empty() && x.b.is_empty()));
    order::sort_by_key(&mut out, |x| x.a.start);
    out
}

/// Whether every content word between two stable stretches belongs to one of the rewordings there, and nothing moved
/// there from elsewhere.
fn is_one_rewording(
    region: &Hunk,
    rewordings: &[Hunk],
    [moved_a, moved_b]: &[Stretches; 2],
    a: &SentenceWeights,
    b: &SentenceWeights,
) -> bool {
    if moved_a.touch(&region.a) || moved_b.touch(&region.b) {
        return false;
    }
    let content = |x: &Hunk| a.content(&x.a) + b.content(&x.b);
    let paired: usize = rewordings.iter().map(content).sum();
    content(region) <= paired
}

/// Gives every visible token a hunk: what has no partner stands alone, unless it is too light to be seen.
fn tiled(mut hunks: Vec<Hunk>, a: &SentenceWeights, b: &SentenceWeights) -> Vec<Hunk> {
    let mut only = Vec::new();
    let order = by_start(&hunks, |x| &x.a);
    for range in free(&hunks, a.len(), |x| &x.a) {
        let light = a.is_light(&range) && a.words(&range) <= ISLAND;
        if !(light && extend(&mut hunks, &order, &range, |x| &mut x.a)) {
            let range = without_opening(&mut hunks, &order, range, a, |x| &mut x.a);
            only.push(Hunk { class: EditClass::OnlyA, a: range, b: 0..0 });
        }
    }
    let order = by_start(&hunks, |x| &x.b);
    for range in free(&hunks, b.len(), |x| &x.b) {
        let light = b.is_light(&range) && b.words(&range) <= ISLAND;
        if !(light && extend(&mut hunks, &order, &range, |x| &mut x.b)) {
            let range = without_opening(&mut hunks, &order, range, b, |x| &mut x.b);
            only.push(Hunk { class: EditClass::OnlyB, a: 0..0, b: range });
        }
    }
    hunks.append(&mut only);
    hunks
}

/// The stretches of one side, `length` tokens long, that no hunk covers.
fn free(hunks: &[Hunk], length: usize, side: impl Fn(&Hunk) -> &Range<usize>) -> Vec<Range<usize>> {
    let mut covered: Vec<Range<usize>> =
        hunks.iter().map(|x| side(x).clone()).filter(|r| !r.is_empty()).collect();
    order::sort_by_key(&mut covered, |r| r.start);
    let mut free = Vec::new();
    let mut at = 0;
    for range in covered.into_iter().chain(std::iter::once(length..length)) {
        if at < range.start {
            free.push(at..range.start);
        }
        at = range.end;
    }
    free
}

/// The hunks that have something on a side, in its order.
fn by_start(hunks: &[Hunk], side: impl Fn(&Hunk) -> &Range<usize>) -> Vec<usize> {
    let start = |at: usize| hunks.get(at).map_or(0, |x| side(x).start);
    let mut places: Vec<usize> = (0..hunks.len()).filter(|&at| !side(&hunks[at]).is_empty()).collect();
    order::sort_by_key(&mut places, |&at| start(at));
    places
}

/// Adds a stretch to the hunk before or after it, a shared one rather than another; false when there is none.
/// `order` is that of [`by_start`].
fn extend(
    hunks: &mut [Hunk],
    order: &[usize],
    range: &Range<usize>,
    side: impl Fn(&mut Hunk) -> &mut Range<usize>,
) -> bool {
    let next = order.partition_point(|&at| hunks.get_mut(at).is_some_and(|x| side(x).start < range.end));
    let around = [next.checked_sub(1), Some(next)].into_iter().flatten().filter_map(|n| order.get(n));
    let mut best: Option<(bool, bool, usize)> = None;
    for &at in around {
        let Some(hunk) = hunks.get_mut(at) else { continue };
        let shared = hunk.class == EditClass::Shared;
        let place = side(hunk);
        let before = place.end == range.start;
        if before || place.start == range.end {
            best = best.max(Some((shared, before, at)));
        }
    }
    let Some((_, before, at)) = best else { return false };
    let Some(hunk) = hunks.get_mut(at) else { return false };
    if before {
        side(hunk).end = range.end;
    } else {
        side(hunk).start = range.start;
    }
    true
}

/// Leaves the quotation mark that opens what follows a stretch to the hunk that follows it.
fn without_opening(
    hunks: &mut [Hunk],
    order: &[usize],
    range: Range<usize>,
    own: &SentenceWeights,
    side: impl Fn(&mut Hunk) -> &mut Range<usize>,
) -> Range<usize> {
    let last = range.end - 1;
    let gives = range.start < last && own.is_opening(last) && extend(hunks, order, &(last..range.end), side);
    range.start..if gives { last } else { range.end }
}

/// Turns places into tokens: the white space between two edits goes to the shared one, else to the first.
fn edits(hunks: &[Hunk], a: (&SentenceWeights, usize), b: (&SentenceWeights, usize)) -> Vec<Edit> {
    let ranges_a = token_ranges(hunks, a, |x| &x.a);
    let ranges_b = token_ranges(hunks, b, |x| &x.b);
    let edits = hunks.iter().zip(ranges_a.into_iter().zip(ranges_b));
    let mut edits: Vec<Edit> = edits.map(|(x, (a, b))| Edit { class: x.class, a, b }).collect();
    // A side of nothing but white space has no hunk that could take it.
    let rest =
        |(side, length): (&SentenceWeights, usize)| 0..if side.len() == 0 { length_u32(length) } else { 0 };
    match (rest(a), rest(b)) {
        (a, b) if a.end > 0 && b.end > 0 => edits.push(Edit { class: EditClass::Shared, a, b }),
        (a, _) if a.end > 0 => edits.push(Edit { class: EditClass::OnlyA, a, b: 0..0 }),
        (_, b) if b.end > 0 => edits.push(Edit { class: EditClass::OnlyB, a: 0..0, b }),
        _ => {}
    }
    edits
}

fn length_u32(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn token_ranges(
    hunks: &[Hunk],
    (side, length): (&SentenceWeights, usize),
    range: impl Fn(&Hunk) -> &Range<usize>,
) -> Vec<Range<u32>> {
    let mut order: Vec<usize> = (0..hunks.len()).filter(|&i| !range(&hunks[i]).is_empty()).collect();
    order::sort_by_key(&mut order, |&i| range(&hunks[i]).start);
    let mut ranges = vec![0..0; hunks.len()];
    let mut start = 0;
    for (at, &index) in order.iter().enumerate() {
        let end = match order.get(at + 1).map(|&next| &hunks[next]) {
            None => length_u32(length),
            Some(next) => {
                let to_next = next.class == EditClass::Shared && hunks[index].class != EditClass::Shared;
                let after_last = side.token(range(&hunks[index]).end - 1).map(|t| t + 1);
                let first = side.token(range(next).start);
                (if to_next { after_last } else { first }).unwrap_or(start)
            }
        };
        ranges[index] = start..end;
        start = end;
    }
    ranges
}

/// Orders the edits by the first sentence, puts each that it lacks after the edit in place before it, and says
/// where the missing words would stand.
fn in_order_of_a(mut edits: Vec<Edit>) -> Vec<Edit> {
    order::sort_by_key(&mut edits, |e| (e.b.start, e.b.end));
    let mut follows = Vec::new();
    let mut before: Option<u32> = None;
    let mut end_b = 0;
    for edit in edits.iter().filter(|e| e.class != EditClass::OnlyA) {
        if edit.class == EditClass::OnlyB {
            follows.push((before, edit.clone()));
        } else if edit.class != EditClass::Moved {
            before = Some(edit.a.start);
        }
    }
    let mut rest: Vec<Edit> = edits.into_iter().filter(|e| e.class != EditClass::OnlyB).collect();
    order::sort_by_key(&mut rest, |e| e.a.start);
    // What is in place rises in both sentences, so what follows it comes up in the same order.
    let mut follows = follows.into_iter().peekable();
    let mut ordered = Vec::new();
    while let Some((_, edit)) = follows.next_if(|(before, _)| before.is_none()) {
        end_b = edit.b.end;
        ordered.push(Edit { a: 0..0, ..edit });
    }
    for edit in rest {
        let (start, end) = (edit.a.start, edit.a.end);
        match edit.class {
            EditClass::OnlyA => ordered.push(Edit { b: end_b..end_b, ..edit }),
            EditClass::Moved => ordered.push(edit),
            _ => {
                end_b = edit.b.end;
                ordered.push(edit);
                while let Some((_, edit)) = follows.next_if(|(before, _)| *before == Some(start)) {
                    end_b = edit.b.end;
                    ordered.push(Edit { a: end..end, ..edit });
                }
            }
        }
    }
    ordered
}
