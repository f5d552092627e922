//! Stage 1: blocks become sentences. ICU4X proposes boundaries after Unicode Standard Annex #29, our rules decide.
//!
//! In doubt two sentences stay one: a merged pair can still be linked twice, a wrong cut breaks a quotation.

use super::read::{Article, Block};
use crate::span::Span;
use icu_segmenter::{SentenceSegmenter, options::SentenceBreakInvariantOptions};
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
    pub lead: Span,
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

/// Splits an article into sentences whose extents tile its text. Their token ranges are filled by the tokenizer.
/// Cost: linear in the text.
pub fn segment(article: &Article) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        for span in split(&article.text, block) {
            sentences.push(Sentence {
                span,
                extent: span,
                block: u32::try_from(index).unwrap_or(u32::MAX),
                kind: SentenceKind::Body,
                lead: Span::new(span.start as usize, span.start as usize),
                first_token: 0,
                end_token: 0,
            });
        }
    }
    tile(&mut sentences, article.text.len());
    sentences
}

fn split(text: &str, block: &Block) -> Vec<Span> {
    let body = block.span.of(text);
    let base = block.span.start as usize;
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let breaks: Vec<usize> = segmenter.segment_str(body).collect();
    breaks
        .windows(2)
        .filter_map(|pair| {
            let piece = body.get(pair[0]..pair[1])?;
            let start = base + pair[0] + (piece.len() - piece.trim_start().len());
            let trimmed = piece.trim();
            (!trimmed.is_empty()).then(|| Span::new(start, start + trimmed.len()))
        })
        .collect()
}

/// Gives the white space between sentences to the sentence before it, and that at the start to the first.
fn tile(sentences: &mut [Sentence], end: usize) {
    let mut next = end;
    for sentence in sentences.iter_mut().rev() {
        sentence.extent = Span::new(sentence.span.start as usize, next);
        next = sentence.span.start as usize;
    }
    if let Some(first) = sentences.first_mut() {
        first.extent.start = 0;
    }
}
