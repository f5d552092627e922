//! A sentence as the word alignment sees it: its words in order, without white space and punctuation.

use crate::text::{Lexicon, TermId, Token, TokenKind};
use std::cmp::Ordering;

/// One word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct SentenceWord {
    /// Index of its token in the sentence's tokens.
    pub(super) token: u32,
    /// Its normalized form.
    pub(super) term: TermId,
    /// What its spellings and inflections have in common.
    pub(super) stem: TermId,
    /// What it is.
    pub(super) kind: TokenKind,
}

/// The words of a sentence.
pub(super) fn words(lexicon: &Lexicon, tokens: &[Token]) -> Vec<SentenceWord> {
    let words = (0..).zip(tokens).filter(|(_, t)| t.kind.is_word());
    words
        .map(|(token, t)| SentenceWord { token, term: t.term, stem: lexicon.stem(t.term), kind: t.kind })
        .collect()
}

/// Which of two sentences is compared as the first: an order by what they say, so that the answer does not depend on
/// the order in which they were given.
pub(super) fn canonical_order(lexicon: &Lexicon, a: &[Token], b: &[Token]) -> Ordering {
    let keys = |tokens: &[Token]| -> Vec<(TokenKind, TermId)> {
        tokens.iter().filter(|t| t.kind != TokenKind::Space).map(|t| (t.kind, t.term)).collect()
    };
    let (a, b) = (keys(a), keys(b));
    let first_difference = a.iter().zip(&b).find(|(x, y)| x != y);
    match first_difference {
        Some((x, y)) => (lexicon.normalized(x.1), x.0).cmp(&(lexicon.normalized(y.1), y.0)),
        None => a.len().cmp(&b.len()),
    }
}
