//! Stage 1: blocks become sentences.
//!
//! In doubt two sentences stay one: a merged pair can still be linked twice, a wrong cut breaks a quotation.

use super::boundary::{boundaries, cluster_end};
use super::kind::set_kinds;
use super::language::Language;
use super::read::{Article, Block};
use super::rules::Rules;
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
    segment_in(article, Language::of(article))
}

/// The same for an article whose language is known.
pub(super) fn segment_in(article: &Article, language: Language) -> Vec<Sentence> {
    let rules = Rules::of(language);
    let mut sentences = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        for span in split(&article.text, block, rules) {
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
    set_kinds(article, &mut sentences, rules);
    tile(&mut sentences, article.text.len());
    sentences
}

/// The sentences of a block, without white space around them.
fn split(text: &str, block: &Block, rules: &Rules) -> Vec<Span> {
    let body = block.span.of(text);
    let base = block.span.start as usize;
    let starts = boundaries(body, rules);
    let ends = starts.iter().copied().chain([body.len()]);
    let sentence = |(start, end): (usize, usize)| {
        let trimmed = body.get(start..end).unwrap_or("").trim_end();
        let span = || Span::new(base + start, cluster_end(text, base + start + trimmed.len()));
        (!trimmed.is_empty()).then(span)
    };
    [0].into_iter().chain(starts.iter().copied()).zip(ends).filter_map(sentence).collect()
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
