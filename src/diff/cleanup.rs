//! The readable form of a word alignment: few, long edits instead of a pepper of tiny ones.
//!
//! In doubt a stretch is left with its neighbours: content words decide what gets a mark of its own.

use super::EditClass;
use super::alignment::WordAlignment;
use super::blocks::{Block, Stretches, blocks, joined};
use super::side::Side;
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
/// has stands after what is in place before it, so that the edits in place keep the order of both sentences. Symmetric but for that order. Cost: about linear in the tokens.
pub fn cleanup(lexicon: &Lexicon, alignment: &WordAlignment, a: &[Token], b: &[Token]) -> Vec<Edit> {
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
    let (side_a, side_b) = (Side::new(lexicon, a), Side::new(lexicon, b));
    let found = blocks(&alignment.pairs, &side_a, &side_b);
    let found = without_islands(found, &side_a, &side_b);
    let found = joined_rewordings(found, &side_a, &side_b);
    let found = tiled(found, &side_a, &side_b);
    edits(&found, (&side_a, a.len()), (&side_b, b.len()))
}

/// An island of at most so many words without content, between changes, belongs to the changes.
const ISLAND: usize = 2;

/// Dissolves islands between changes.
fn without_islands(blocks: Vec<Block>, a: &Side, b: &Side) -> Vec<Block> {
    let (moved, in_place): (Vec<Block>, Vec<Block>) =
        blocks.into_iter().partition(|x| x.class == EditClass::Moved);
    // A run of stable blocks without a gap between them is one stretch for a reader.
    let runs = joined(in_place.clone(), |x, y| x.is_stable() && y.is_stable() && x.touches(y));
    let stable: Vec<Block> = runs.into_iter().filter(Block::is_stable).collect();
    let mut kept: Vec<&Block> = Vec::new();
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
    let is_kept = |x: &Block| {
        let after = kept.partition_point(|k| k.a.start <= x.a.start);
        after.checked_sub(1).and_then(|at| kept.get(at)).is_some_and(|k| x.a.end <= k.a.end)
    };
    let dissolved = |x: &Block| x.is_stable() && !is_kept(x);
    let mut blocks: Vec<Block> = in_place.into_iter().filter(|x| !dissolved(x)).chain(moved).collect();
    order::sort_by_key(&mut blocks, |x| x.a.start);
    blocks
}

/// Makes one edit of what lies between two stable stretches, if enough of it is worded differently.
fn joined_rewordings(blocks: Vec<Block>, a: &Side, b: &Side) -> Vec<Block> {
    let moved: Vec<Block> = blocks.iter().filter(|x| x.class == EditClass::Moved).cloned().collect();
    let stretches = [Stretches::new(moved.iter().map(|x| &x.a)), Stretches::new(moved.iter().map(|x| &x.b))];
    let mut out = moved;
    let mut rewordings: Vec<Block> = Vec::new();
    let (mut from_a, mut from_b) = (0, 0);
    let end = Block { class: EditClass::Shared, a: a.len()..a.len(), b: b.len()..b.len() };
    for block in blocks.into_iter().filter(|x| x.class != EditClass::Moved).chain([end]) {
        if !block.is_stable() {
            rewordings.push(block);
            continue;
        }
        let region = Block { class: EditClass::Reworded, a: from_a..block.a.start, b: from_b..block.b.start };
        (from_a, from_b) = (block.a.end, block.b.end);
        if !rewordings.is_empty() && is_one_rewording(&region, &rewordings, &stretches, a, b) {
            out.push(region);
            rewordings.clear();
        }
        out.append(&mut rewordings);
        out.push(block);
    }
    out.retain(|x| !(x.a.is_empty() && x.b.is_empty()));
    order::sort_by_key(&mut out, |x| x.a.start);
    out
}

/// The most content words without a partner, on both sides together, that still belong to a rewording.
const STRAY: usize = 0;

fn is_one_rewording(
    region: &Block,
    rewordings: &[Block],
    [moved_a, moved_b]: &[Stretches; 2],
    a: &Side,
    b: &Side,
) -> bool {
    if moved_a.touch(&region.a) || moved_b.touch(&region.b) {
        return false;
    }
    let content = |x: &Block| a.content(&x.a) + b.content(&x.b);
    let paired: usize = rewordings.iter().map(content).sum();
    content(region) <= paired + STRAY
}

/// Gives every visible token a block: what has no partner stands alone, unless it is too light to be seen.
fn tiled(mut blocks: Vec<Block>, a: &Side, b: &Side) -> Vec<Block> {
    let mut only = Vec::new();
    let order = by_start(&blocks, |x| &x.a);
    for range in free(&blocks, a.len(), |x| &x.a) {
        let light = a.is_light(&range) && a.words(&range) <= ISLAND;
        if !(light && extend(&mut blocks, &order, &range, |x| &mut x.a)) {
            let range = without_opening(&mut blocks, &order, range, a, |x| &mut x.a);
            only.push(Block { class: EditClass::OnlyA, a: range, b: 0..0 });
        }
    }
    let order = by_start(&blocks, |x| &x.b);
    for range in free(&blocks, b.len(), |x| &x.b) {
        let light = b.is_light(&range) && b.words(&range) <= ISLAND;
        if !(light && extend(&mut blocks, &order, &range, |x| &mut x.b)) {
            let range = without_opening(&mut blocks, &order, range, b, |x| &mut x.b);
            only.push(Block { class: EditClass::OnlyB, a: 0..0, b: range });
        }
    }
    blocks.append(&mut only);
    blocks
}

/// The stretches of one side, `length` tokens long, that no block covers.
fn free(blocks: &[Block], length: usize, side: impl Fn(&Block) -> &Range<usize>) -> Vec<Range<usize>> {
    let mut covered: Vec<Range<usize>> =
        blocks.iter().map(|x| side(x).clone()).filter(|r| !r.is_empty()).collect();
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

/// The blocks that have something on a side, in its order.
fn by_start(blocks: &[Block], side: impl Fn(&Block) -> &Range<usize>) -> Vec<usize> {
    let start = |at: usize| blocks.get(at).map_or(0, |x| side(x).start);
    let mut places: Vec<usize> = (0..blocks.len()).filter(|&at| !side(&blocks[at]).is_empty()).collect();
    order::sort_by_key(&mut places, |&at| start(at));
    places
}

/// Adds a stretch to the block before or after it, a shared one rather than another; false when there is none.
/// `order` is that of [`by_start`].
fn extend(
    blocks: &mut [Block],
    order: &[usize],
    range: &Range<usize>,
    side: impl Fn(&mut Block) -> &mut Range<usize>,
) -> bool {
    let next = order.partition_point(|&at| blocks.get_mut(at).is_some_and(|x| side(x).start < range.end));
    let around = [next.checked_sub(1), Some(next)].into_iter().flatten().filter_map(|n| order.get(n));
    let mut best: Option<(bool, bool, usize)> = None;
    for &at in around {
        let Some(block) = blocks.get_mut(at) else { continue };
        let shared = block.class == EditClass::Shared;
        let place = side(block);
        let before = place.end == range.start;
        if before || place.start == range.end {
            best = best.max(Some((shared, before, at)));
        }
    }
    let Some((_, before, at)) = best else { return false };
    let Some(block) = blocks.get_mut(at) else { return false };
    if before {
        side(block).end = range.end;
    } else {
        side(block).start = range.start;
    }
    true
}

/// Leaves the quotation mark that opens what follows a stretch to the block that follows it.
fn without_opening(
    blocks: &mut [Block],
    order: &[usize],
    range: Range<usize>,
    own: &Side,
    side: impl Fn(&mut Block) -> &mut Range<usize>,
) -> Range<usize> {
    let last = range.end - 1;
    let gives = range.start < last && own.is_opening(last) && extend(blocks, order, &(last..range.end), side);
    range.start..if gives { last } else { range.end }
}

/// Turns places into tokens: the white space between two edits goes to the shared one, else to the first.
fn edits(blocks: &[Block], a: (&Side, usize), b: (&Side, usize)) -> Vec<Edit> {
    let ranges_a = token_ranges(blocks, a, |x| &x.a);
    let ranges_b = token_ranges(blocks, b, |x| &x.b);
    let edits = blocks.iter().zip(ranges_a.into_iter().zip(ranges_b));
    let mut edits: Vec<Edit> = edits.map(|(x, (a, b))| Edit { class: x.class, a, b }).collect();
    // A side of nothing but white space has no block that could take it.
    let rest = |(side, length): (&Side, usize)| 0..if side.len() == 0 { length_u32(length) } else { 0 };
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
    blocks: &[Block],
    (side, length): (&Side, usize),
    range: impl Fn(&Block) -> &Range<usize>,
) -> Vec<Range<u32>> {
    let mut order: Vec<usize> = (0..blocks.len()).filter(|&i| !range(&blocks[i]).is_empty()).collect();
    order::sort_by_key(&mut order, |&i| range(&blocks[i]).start);
    let mut ranges = vec![0..0; blocks.len()];
    let mut start = 0;
    for (at, &index) in order.iter().enumerate() {
        let end = match order.get(at + 1).map(|&next| &blocks[next]) {
            None => length_u32(length),
            Some(next) => {
                let to_next = next.class == EditClass::Shared && blocks[index].class != EditClass::Shared;
                let after_last = side.token(range(&blocks[index]).end - 1).map(|t| t + 1);
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
