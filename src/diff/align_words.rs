//! Stage 6: which word of one sentence stands for which word of the other.

use super::EditClass;
use crate::text::{Lexicon, TermId, Token, TokenKind};
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// Two words that stand for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordPair {
    /// Index of the token in the first sentence's tokens.
    pub a: u32,
    /// Index of the token in the second sentence's tokens.
    pub b: u32,
    /// How; never `OnlyA` or `OnlyB`.
    pub class: EditClass,
}

/// The word alignment of two sentences: pairs in order of `a`, then `b`. White space is never paired; words without a
/// pair stand in one sentence only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordAlignment {
    /// The pairs.
    pub pairs: Vec<WordPair>,
}

/// Aligns the words of two sentences given by their tokens. Symmetric: swapping the sentences swaps the pairs.
pub fn align_words(_lexicon: &Lexicon, a: &[Token], b: &[Token]) -> WordAlignment {
    let visible = |tokens: &[Token]| -> Vec<(u32, TermId)> {
        (0..).zip(tokens).filter(|(_, t)| t.kind != TokenKind::Space).map(|(i, t)| (i, t.term)).collect()
    };
    let (a, b) = (visible(a), visible(b));
    let terms = |tokens: &[(u32, TermId)]| -> Vec<u32> { tokens.iter().map(|(_, t)| t.0).collect() };
    let (ta, tb) = (terms(&a), terms(&b));
    let pairs = capture_diff_slices(Algorithm::Patience, &ta, &tb)
        .into_iter()
        .filter(|op| op.tag() == DiffTag::Equal)
        .flat_map(|op| op.old_range().zip(op.new_range()))
        .filter_map(|(i, j)| Some(WordPair { a: a.get(i)?.0, b: b.get(j)?.0, class: EditClass::Shared }))
        .collect();
    WordAlignment { pairs }
}
