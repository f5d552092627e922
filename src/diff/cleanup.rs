//! The readable form of a word alignment: few, long edits instead of a pepper of tiny ones.

use super::EditClass;
use super::align_words::WordAlignment;
use crate::text::Token;
use std::ops::Range;

/// A stretch of tokens of one or both sentences with one class. The edits of a pair tile both sentences' tokens:
/// every token lies in exactly one edit. `OnlyA` has an empty `b`, `OnlyB` an empty `a`; an empty range says where
/// the missing words would stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// How the two stretches stand to each other.
    pub class: EditClass,
    /// Indices into the first sentence's tokens.
    pub a: Range<u32>,
    /// Indices into the second sentence's tokens.
    pub b: Range<u32>,
}

/// Turns an alignment into edits that a person can read, in the order of the first sentence; what only the second
/// has stands where it follows what it follows there.
pub fn cleanup(alignment: &WordAlignment, a: &[Token], b: &[Token]) -> Vec<Edit> {
    let length = |tokens: &[Token]| u32::try_from(tokens.len()).unwrap_or(u32::MAX);
    let mut edits: Vec<Edit> = Vec::new();
    let (mut at_a, mut at_b) = (0, 0);
    let gap = |edits: &mut Vec<Edit>, a: Range<u32>, b: Range<u32>| {
        if !a.is_empty() {
            edits.push(Edit { class: EditClass::OnlyA, b: b.start..b.start, a: a.clone() });
        }
        if !b.is_empty() {
            edits.push(Edit { class: EditClass::OnlyB, a: a.end..a.end, b });
        }
    };
    for pair in &alignment.pairs {
        if pair.a < at_a || pair.b < at_b {
            continue;
        }
        gap(&mut edits, at_a..pair.a, at_b..pair.b);
        (at_a, at_b) = (pair.a + 1, pair.b + 1);
        edits.push(Edit { class: pair.class, a: pair.a..at_a, b: pair.b..at_b });
    }
    gap(&mut edits, at_a..length(a), at_b..length(b));
    edits
}
