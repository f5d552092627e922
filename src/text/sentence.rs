//! Sentences as data.

use crate::span::Span;
use std::ops::Range;

/// One sentence of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Sentence {
    /// Its text, without white space around it.
    pub span: Span,
    /// The same with the white space around it: the extents of all sentences tile the article's text.
    pub extent: Span,
    /// Index of its block.
    pub block: u32,
    /// What it is.
    pub kind: SentenceKind,
    /// A dateline at its start, left out of scores and marks; empty where there is none.
    pub dateline: Span,
    /// Its tokens: indices `first_token..end_token` of the document's.
    pub first_token: u32,
    /// One past its last token.
    pub end_token: u32,
}

impl Sentence {
    /// Its tokens, as indices into the document's.
    pub fn token_range(&self) -> Range<usize> {
        self.first_token as usize..self.end_token as usize
    }
}

/// What a sentence is, whatever it is linked to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum SentenceKind {
    /// Running text.
    #[default]
    Body,
    /// A headline or subheading.
    Headline,
    /// A picture's caption or credit.
    Caption,
    /// Who wrote or contributed.
    Byline,
    /// Where and when it was filed, as a line of its own.
    Dateline,
}
