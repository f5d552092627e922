//! Facts as data.

use crate::mentions::MentionKind;
use crate::span::Span;

/// One fact of a pair of linked sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Fact {
    /// What it is about.
    pub kind: MentionKind,
    /// How the two sentences stand to each other in it.
    pub verdict: Verdict,
    /// Where the first sentence says it, in its article's text.
    pub a: Option<Span>,
    /// Where the second sentence says it, in its article's text.
    pub b: Option<Span>,
}

/// How two sentences stand to each other in one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Verdict {
    /// Both say the same, be it in another spelling or shorter.
    Agree,
    /// They say different things that can't both be the whole truth.
    Differ,
    /// They say it differently, but both can be true: another day of the same night, a vaguer figure, a quotation
    /// that is cut elsewhere or attributed to somebody else.
    ToldDifferently,
    /// Only the first says it.
    OnlyA,
    /// Only the second says it.
    OnlyB,
}
