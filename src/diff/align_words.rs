//! Which word of one sentence stands for which word of the other.
//!
//! In doubt a word stays without a partner: a reader who is told that two words stand for each other looks no further.

use super::EditClass;
use super::alignment::{WordAlignment, WordPair};
use super::lcs::{self, common_subsequence};
use super::likeness::{Form, WordLikeness};
use super::matching::{Matching, WordMatch, without_lone};
use super::moves::in_place;
use super::punctuation::punctuation;
use super::words::{SentenceWord, canonical_order, words};
use crate::chain::Placed;
use crate::order;
use crate::text::{Lexicon, Token};
use std::cmp::Ordering;
use std::ops::Range;

/// The most word pairs that are looked at closely. Longer sentences are compared in order first, and closely only
/// between the words they share, until this is used up.
const CLOSE_WORK: usize = 1 << 18;

/// What the alignment of sentences of so many words costs at most, in operations.
pub(super) fn cost(a: usize, b: usize) -> u64 {
    let pairs = (a as u64).saturating_mul(b as u64);
    let close = CLOSE_WORK as u64;
    if pairs <= close { pairs } else { close + lcs::COST * (a as u64 + b as u64) }
}

/// How much more a content word weighs than another when it is decided which words keep the order of both sentences.
const CONTENT: u32 = 4;

/// Aligns the words of two sentences given by their tokens. Symmetric: swapping the sentences swaps the pairs.
/// Cost: about the product of the lengths, up to a limit; beyond it about linear.
pub fn align_words(lexicon: &Lexicon, a: &[Token], b: &[Token]) -> WordAlignment {
    if canonical_order(lexicon, a, b) == Ordering::Greater {
        let mut pairs = align_in_order(lexicon, b, a);
        for pair in &mut pairs {
            (pair.a, pair.b) = (pair.b, pair.a);
        }
        order::sort(&mut pairs);
        return WordAlignment { pairs };
    }
    WordAlignment { pairs: align_in_order(lexicon, a, b) }
}

fn align_in_order(lexicon: &Lexicon, a: &[Token], b: &[Token]) -> Vec<WordPair> {
    let (words_a, words_b) = (words(lexicon, a), words(lexicon, b));
    let form = |w: &SentenceWord| Form::new(lexicon, w);
    let (forms_a, forms_b): (Vec<Form>, Vec<Form>) =
        (words_a.iter().map(form).collect(), words_b.iter().map(form).collect());
    let terms = |words: &[SentenceWord]| words.iter().map(|w| w.term).collect::<Vec<_>>();
    let mut matches = if words_a.iter().map(|w| w.term).eq(words_b.iter().map(|w| w.term)) {
        (0..words_a.len()).map(|at| WordMatch { a: at, b: at, likeness: Some(WordLikeness::Same) }).collect()
    } else {
        matched(&forms_a, &forms_b, &common_subsequence(&terms(&words_a), &terms(&words_b)))
    };
    order::sort(&mut matches);
    let mut pairs = classified(&matches, (&forms_a, &words_a), &words_b);
    pairs.extend(punctuation((a, &words_a), (b, &words_b), &matches));
    order::sort(&mut pairs);
    pairs
}

/// Matches whole sentences, or where they are too long for that, the stretches between words that both have in order.
fn matched(a: &[Form], b: &[Form], base: &[Option<usize>]) -> Vec<WordMatch> {
    if a.len().saturating_mul(b.len()) <= CLOSE_WORK {
        return Matching::new(a, b, base.to_vec()).run();
    }
    let mut matches = Vec::new();
    let mut work = CLOSE_WORK;
    let (mut from_a, mut from_b) = (0, 0);
    let anchors = base.iter().enumerate().filter_map(|(i, j)| Some((i, (*j)?)));
    for (i, j) in anchors.chain([(a.len(), b.len())]) {
        matches.extend(between(a, b, (from_a..i, from_b..j), &mut work));
        if i < a.len() {
            matches.push(WordMatch { a: i, b: j, likeness: Some(WordLikeness::Same) });
        }
        (from_a, from_b) = (i + 1, j + 1);
    }
    without_lone(matches, a, b)
}

/// Matches two stretches, if there is work left for them.
fn between(
    a: &[Form],
    b: &[Form],
    (ra, rb): (Range<usize>, Range<usize>),
    work: &mut usize,
) -> Vec<WordMatch> {
    let (Some(fa), Some(fb)) = (a.get(ra.clone()), b.get(rb.clone())) else { return Vec::new() };
    let Some(rest) = work.checked_sub(fa.len().saturating_mul(fb.len())) else { return Vec::new() };
    *work = rest;
    let matches = Matching::new(fa, fb, vec![None; fa.len()]).run();
    matches.into_iter().map(|m| WordMatch { a: m.a + ra.start, b: m.b + rb.start, ..m }).collect()
}

/// Says of each match whether the words are shared, moved, a variant or reworded.
fn classified(
    matches: &[WordMatch],
    (forms, a): (&[Form], &[SentenceWord]),
    b: &[SentenceWord],
) -> Vec<WordPair> {
    let weight = |m: &WordMatch| if forms.get(m.a).is_some_and(Form::is_content) { CONTENT } else { 1 };
    let placed: Vec<Placed> = matches.iter().map(|m| Placed { a: m.a, b: m.b, weight: weight(m) }).collect();
    let pairs = matches.iter().zip(in_place(&placed)).filter_map(|(m, keeps)| {
        let class = match m.likeness {
            Some(WordLikeness::Same) if keeps => EditClass::Shared,
            Some(WordLikeness::Same) => EditClass::Moved,
            Some(WordLikeness::Variant) => EditClass::Variant,
            _ => EditClass::Reworded,
        };
        Some(WordPair { a: a.get(m.a)?.token, b: b.get(m.b)?.token, class })
    });
    pairs.collect()
}
