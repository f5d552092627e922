//! Blocks become sentences.
//!
//! In doubt two sentences stay one: a merged pair can still be linked twice, a wrong cut breaks a quotation.

use super::article::{Article, Block};
use super::boundary::boundaries;
use super::kind::set_kinds;
use super::sentence::{Sentence, SentenceKind};
use crate::language::{Language, Rules};
use crate::span::Span;
use crate::unicode::cluster_end;

/// Splits an article into sentences whose extents tile its text. Their token ranges are filled by the tokenizer.
/// Cost: linear in the text.
pub fn segment(article: &Article) -> Vec<Sentence> {
    segment_in(article, Language::of(article.lang.as_deref(), &article.text))
}

/// The same for an article whose language is known.
pub(crate) fn segment_in(article: &Article, language: Language) -> Vec<Sentence> {
    let rules = Rules::of(language);
    let mut sentences = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        for span in split(&article.text, block, rules) {
            sentences.push(Sentence {
                span,
                extent: span,
                block: u32::try_from(index).unwrap_or(u32::MAX),
                kind: SentenceKind::Body,
                dateline: Span::new(span.start as usize, span.start as usize),
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
