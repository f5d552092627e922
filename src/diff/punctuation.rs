//! Punctuation follows the words around it: it never decides what stands for what.

use super::EditClass;
use super::alignment::WordPair;
use super::matching::WordMatch;
use super::words::SentenceWord;
use crate::text::{TermId, Token, TokenKind};

/// Pairs equal marks between words that are pairs themselves: both before and after them, or one of the two.
/// `matches` come in order of `a`.
pub(super) fn punctuation(
    a: (&[Token], &[SentenceWord]),
    b: (&[Token], &[SentenceWord]),
    matches: &[WordMatch],
) -> Vec<WordPair> {
    let (seams_a, seams_b) = (seams(a.0, a.1), seams(b.0, b.1));
    let mut taken = vec![0; seams_b.len()];
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
            let (Some(others), Some(taken)) = (seams_b.get(place), taken.get_mut(place)) else { continue };
            marks.retain(|&(token, term)| {
                let mut left = others.iter().enumerate().skip(*taken).take(FARTHEST);
                let Some((at, other)) = left.find(|(_, o)| o.1 == term) else { return true };
                *taken = at + 1;
                pairs.push(WordPair { a: token, b: other.0, class: EditClass::Shared });
                false
            });
        }
    }
    pairs
}

/// Each mark is looked for among so many of the other sentence's, from the last one found on: more marks between two
/// words are no punctuation, and the cost has to stay linear in them.
const FARTHEST: usize = 32;

/// The marks before the first word, between each two, and after the last.
fn seams(tokens: &[Token], words: &[SentenceWord]) -> Vec<Vec<(u32, TermId)>> {
    let mut seams = vec![Vec::new(); words.len() + 1];
    let mut at = 0;
    for (index, token) in (0..).zip(tokens) {
        if words.get(at).is_some_and(|w| w.token == index) {
            at += 1;
        } else if token.kind == TokenKind::Punctuation
            && let Some(seam) = seams.get_mut(at)
        {
            seam.push((index, token.term));
        }
    }
    seams
}
