//! The vocabulary of links: who is linked to whom, how surely, and in what way.

/// One sentence of one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SentenceId {
    /// Index of the article.
    pub article: u32,
    /// Index of the sentence in it.
    pub sentence: u32,
}

/// How surely two sentences tell the same thing, 0–1000; symmetric. About as many in a thousand links of this score
/// are right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Score(u16);

impl Score {
    /// The surest.
    pub const MAX: u16 = 1000;

    /// A score; values above [`Score::MAX`] count as the largest.
    pub fn new(value: u16) -> Self {
        Self(value.min(Self::MAX))
    }

    /// The value, 0–1000.
    pub fn get(self) -> u16 {
        self.0
    }
}

/// In what way two sentences tell the same thing; later is stronger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Relation {
    /// They share something, but at least one says something substantial beside it.
    PartlyShared,
    /// They say the same in other words.
    Reworded,
    /// One copied the other, or both a third.
    SameWords,
}

/// Two sentences of different articles that may tell the same thing; `a` belongs to the smaller article index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Candidate {
    /// The sentence of the article with the smaller index.
    pub a: SentenceId,
    /// The other sentence.
    pub b: SentenceId,
    /// How surely they tell the same thing.
    pub score: Score,
    /// In what way they do, if they do.
    pub relation: Relation,
}

/// A candidate that was selected.
pub type Link = Candidate;
