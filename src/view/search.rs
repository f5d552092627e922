//! Finding words in all articles.

use super::reading::Reading;
use super::run::{Overlay, Run, cut};
use crate::align::link::SentenceId;
use crate::span::Span;

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchView {
    /// For each article, in order, how often the words stand in it.
    pub counts: Vec<u32>,
    /// Sentences with the words, in order; at most [`MOST_HITS`].
    pub hits: Vec<Hit>,
}

/// A sentence with the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which sentence.
    pub id: SentenceId,
    /// Its text, with the words marked as found.
    pub runs: Vec<Run>,
}

/// More hits than this are counted and not listed.
pub const MOST_HITS: usize = 200;

impl Reading {
    /// Finds `query`, whatever its case. An empty query finds nothing. Cost: one pass over all texts.
    pub fn search(&self, query: &str) -> SearchView {
        let needle: Vec<char> = query.trim().chars().flat_map(char::to_lowercase).collect();
        let mut view = SearchView { counts: vec![0; self.labels().len()], hits: Vec::new() };
        if needle.is_empty() {
            return view;
        }
        for id in self.labels().iter().flat_map(|l| self.sentences(l.article)) {
            let Some(span) = self.sentence(id).map(|s| s.span) else { continue };
            let text = self.text(id.article);
            let hits = find(span.of(text), &needle, span.start as usize);
            if let Some(count) = view.counts.get_mut(id.article as usize) {
                *count += u32::try_from(hits.len()).unwrap_or(u32::MAX);
            }
            if !hits.is_empty() && view.hits.len() < MOST_HITS {
                let overlay = Overlay { hits, ..Overlay::default() };
                view.hits.push(Hit { id, runs: cut(text, span, &overlay) });
            }
        }
        view
    }
}

/// Every place of `needle` in `text`, which begins at byte `base`.
fn find(text: &str, needle: &[char], base: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut after = 0;
    for (start, _) in text.char_indices() {
        if start < after {
            continue;
        }
        if let Some(length) = text.get(start..).and_then(|rest| matched(rest, needle)) {
            after = start + length;
            spans.push(Span::new(base + start, base + after));
        }
    }
    spans
}

/// How many bytes at the start of `text` are `needle`.
fn matched(text: &str, needle: &[char]) -> Option<usize> {
    let mut wanted = needle.iter();
    let mut length = 0;
    for c in text.chars() {
        if wanted.as_slice().is_empty() {
            break;
        }
        for lower in c.to_lowercase() {
            if wanted.next() != Some(&lower) {
                return None;
            }
        }
        length += c.len_utf8();
    }
    wanted.as_slice().is_empty().then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_makes_no_difference_and_hits_do_not_overlap() {
        let found = |text: &str, needle: &str| -> Vec<(u32, u32)> {
            let needle: Vec<char> = needle.chars().collect();
            find(text, &needle, 0).iter().map(|s| (s.start, s.end)).collect()
        };
        assert_eq!(found("Quds, the quds force", "quds"), [(0, 4), (10, 14)]);
        assert_eq!(found("aaaa", "aa"), [(0, 2), (2, 4)]);
        assert_eq!(found("ÉCOLE", "éco"), [(0, 4)]);
        assert_eq!(found("ab", "abc"), []);
    }
}
