//! Word alignments as data.

use super::EditClass;

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
/// pair stand in one sentence only. A word may have several partners, as an abbreviation has that is spelled out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordAlignment {
    /// The pairs.
    pub pairs: Vec<WordPair>,
}

impl WordAlignment {
    /// The same for sentences with so many more tokens before the first.
    #[must_use]
    pub fn shifted(mut self, a: u32, b: u32) -> Self {
        for pair in &mut self.pairs {
            (pair.a, pair.b) = (pair.a.saturating_add(a), pair.b.saturating_add(b));
        }
        self
    }
}
