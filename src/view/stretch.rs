//! Edits as stretches of text: put in an order that both sentences follow, joined, and cut where facts stand.

use super::class::Mark;
use super::run::{Overlay, trimmed};
use super::search::lowered;
use crate::order;
use crate::span::Span;

/// A pair with fewer shared words among a hundred is shown without word marks: they would be confetti.
const LEGIBLE_PERCENT: usize = 12;

/// The words of two stretches, side by side; equal words stand over each other where `shared` says that there are
/// some, with an empty side where one has a word more. Cost: linear but for looking a word up ahead.
pub(super) fn level<'t>(left: &'t str, right: &'t str, shared: bool) -> Vec<[&'t str; 2]> {
    let words = [left, right].map(|text| text.split_whitespace().collect::<Vec<&str>>());
    let mut rows = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < words[0].len() || j < words[1].len() {
        let (a, b) = (words[0].get(i).copied().unwrap_or(""), words[1].get(j).copied().unwrap_or(""));
        let ahead = |words: &[&str], from: usize, word: &str| {
            let rest = words.get(from..).unwrap_or(&[]);
            rest.iter()
                .position(|w| reads_as(w, word))
                .filter(|_| shared && !word.is_empty() && !reads_as(a, b))
        };
        match (ahead(&words[1], j, a), ahead(&words[0], i, b)) {
            (Some(skip), other) if skip > 0 && other.is_none_or(|o| skip <= o) => {
                rows.push(["", b]);
                j += 1;
            }
            (_, Some(skip)) if skip > 0 => {
                rows.push([a, ""]);
                i += 1;
            }
            _ => {
                rows.push([a, b]);
                i += 1;
                j += 1;
            }
        }
    }
    rows
}

/// Whether two texts differ in nothing but capitals.
pub(super) fn reads_as(a: &str, b: &str) -> bool {
    lowered(a) == lowered(b)
}

/// An edit in terms of text, left first.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    pub(super) mark: Mark,
    pub(super) spans: [Option<Span>; 2],
}

/// A stretch that stands on one side only, cut where a disputed fact in it begins and ends, so that no more than the
/// fact is marked as one.
pub(super) fn at_facts(stretch: &Stretch, texts: [&str; 2], overlays: &[Overlay; 2]) -> Vec<Stretch> {
    let (side, span) = match stretch.spans {
        [Some(span), None] => (0, span),
        [None, Some(span)] => (1, span),
        _ => return vec![stretch.clone()],
    };
    let mut edges = vec![span.start, span.end];
    let facts = overlays[side].facts.iter().flat_map(|(fact, _)| [fact.start, fact.end]);
    edges.extend(facts.filter(|&at| span.start < at && at < span.end));
    order::sort(&mut edges);
    let piece = |pair: &[u32]| {
        let piece = trimmed(texts[side], Span { start: *pair.first()?, end: *pair.last()? });
        let mut spans = [None, None];
        spans[side] = (!piece.is_empty()).then_some(piece);
        spans[side].map(|_| Stretch { mark: stretch.mark, spans })
    };
    edges.windows(2).filter_map(piece).collect()
}

/// Puts half of a moved stretch where its side has it.
pub(super) fn insert(stretches: &mut Vec<Stretch>, half: Stretch, side: usize) {
    let Some(span) = half.spans.get(side).copied().flatten() else { return };
    let after =
        |s: &Stretch| s.spans.get(side).copied().flatten().is_some_and(|other| other.start >= span.end);
    let at = stretches.iter().position(after).unwrap_or(stretches.len());
    stretches.insert(at, half);
}

/// Joins neighbours with the same mark that stand next to each other on both sides.
pub(super) fn merge(left: &str, right: &str, stretches: Vec<Stretch>) -> Vec<Stretch> {
    let touches = |text: &str, a: Option<Span>, b: Option<Span>| match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            a.end <= b.start && Span { start: a.end, end: b.start }.of(text).chars().all(char::is_whitespace)
        }
        _ => false,
    };
    let mut merged: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        if let Some(last) = merged.last_mut()
            && last.mark == stretch.mark
            && touches(left, last.spans[0], stretch.spans[0])
            && touches(right, last.spans[1], stretch.spans[1])
        {
            for side in 0..2 {
                last.spans[side] = last.spans[side].zip(stretch.spans[side]).map(|(a, b)| a.cover(b));
            }
            continue;
        }
        merged.push(stretch);
    }
    merged
}

/// Whether enough of both sentences is shared for word marks to help.
pub(super) fn is_legible(stretches: &[Stretch]) -> bool {
    let length = |s: &Stretch| s.spans.iter().flatten().map(|s| s.len()).sum::<usize>();
    let total: usize = stretches.iter().map(length).sum();
    let alike = |s: &&Stretch| matches!(s.mark, Mark::Shared | Mark::Moved | Mark::Variant);
    let shared: usize = stretches.iter().filter(alike).map(length).sum();
    shared * 100 >= total * LEGIBLE_PERCENT
}

/// How many runs carry a mark; the two halves of a move count once.
pub(super) fn count(stretches: &[Stretch], mark: Mark) -> u32 {
    let side = |s: &&Stretch| mark != Mark::Moved || s.spans[0].is_some();
    let found = stretches.iter().filter(|s| s.mark == mark).filter(side).count();
    u32::try_from(found).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_words_stand_over_each_other() {
        assert_eq!(
            level("deputy commander of", "the deputy commander of", true),
            [["", "the"], ["deputy", "deputy"], ["commander", "commander"], ["of", "of"]]
        );
        assert_eq!(level("a b", "c", false), [["a", "c"], ["b", ""]]);
    }
}
