//! Punctuation follows the words around it: it never decides what stands for what.

use super::EditClass;
use super::align_words::WordPair;
use super::matching::Match;
use super::words::Word;
use crate::text::{TermId, Token, TokenKind};

/// Pairs equal marks between words that are pairs themselves: both before and after them, or one of the two.
/// `matches` come in order of `a`.
pub(super) fn punctuation(
    a: (&[Token], &[Word]),
    b: (&[Token], &[Word]),
    matches: &[Match],
) -> Vec<WordPair> {
    let (seams_a, mut seams_b) = (seams(a.0, a.1), seams(b.0, b.1));
    let mut partners: Vec<Option<usize>> = vec![None; a.1.len()];
    for m in matches {
        if let Some(partner) = partners.get_mut(m.a) {
            *partner = Some(m.b);
        }
    }
    let mut pairs = Vec::new();
    for (at, marks) in seams_a.iter().enumerate().filter(|(_, marks)| !marks.is_empty()) {
        let before = match at.checked_sub(1) {
            None => Some(0),
            Some(word) => partners.get(word).copied().flatten().map(|j| j + 1),
        };
        let after = if at < a.1.len() { partners.get(at).copied().flatten() } else { Some(b.1.len()) };
        let mut places: Vec<usize> = before.into_iter().chain(after).collect();
        places.dedup();
        let mut marks = marks.clone();
        for place in places {
            let Some(others) = seams_b.get_mut(place) else { continue };
            marks.retain(|&(token, term)| match others.iter().position(|o| o.1 == term) {
                None => true,
                Some(found) => {
                    let b = others.drain(..=found).next_back().map_or(0, |o| o.0);
                    pairs.push(WordPair { a: token, b, class: EditClass::Shared });
                    false
                }
            });
        }
    }
    pairs
}

/// More marks than these between two words are no punctuation; each is looked for among those of the other sentence.
const LONGEST_SEAM: usize = 32;

/// The marks before the first word, between each two, and after the last.
fn seams(tokens: &[Token], words: &[Word]) -> Vec<Vec<(u32, TermId)>> {
    let mut seams = vec![Vec::new(); words.len() + 1];
    let mut at = 0;
    for (index, token) in (0..).zip(tokens) {
        if words.get(at).is_some_and(|w| w.token == index) {
            at += 1;
        } else if token.kind == TokenKind::Punctuation
            && let Some(seam) = seams.get_mut(at)
            && seam.len() < LONGEST_SEAM
        {
            seam.push((index, token.term));
        }
    }
    seams
}
