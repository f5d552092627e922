//! Stage 3: which sentence pairs are worth a score. An inverted index over rare terms, so that the cost grows with the
//! text and never with the product of the lengths.

use super::link::SentenceId;
use crate::text::{Document, TermId, TokenKind};
use std::collections::BTreeMap;

/// A term that more sentences share than this tells nothing about a pair.
const MAX_POSTINGS: usize = 64;

/// Sentence pairs of different articles that share at least one rare term, in order.
/// `work` is taken down by one for each posting pair visited; at zero the search ends.
pub fn candidates(documents: &[Document], work: &mut u64) -> Vec<(SentenceId, SentenceId)> {
    let mut postings: BTreeMap<TermId, Vec<SentenceId>> = BTreeMap::new();
    for (article, document) in (0..).zip(documents) {
        for sentence in 0..document.sentences.len() {
            let id = SentenceId { article, sentence: u32::try_from(sentence).unwrap_or(u32::MAX) };
            for token in document.tokens_of(sentence).iter().filter(|t| t.kind.is_content()) {
                let list = postings.entry(token.term).or_default();
                if list.last() != Some(&id) {
                    list.push(id);
                }
            }
        }
    }
    let mut pairs = Vec::new();
    for list in postings.values().filter(|list| list.len() <= MAX_POSTINGS) {
        for (i, &a) in list.iter().enumerate() {
            for &b in list.iter().skip(i + 1).filter(|b| b.article != a.article) {
                if *work == 0 {
                    break;
                }
                *work -= 1;
                pairs.push((a, b));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Whether a kind of token may tell sentences apart at all.
pub fn is_indexed(kind: TokenKind) -> bool {
    kind.is_content()
}
