//! Finding words in all articles.

use super::reading::Reading;
use super::run::Run;
use crate::align::link::SentenceId;
use crate::span::Span;

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchView {
    /// For each article, in order, how often the words stand in it.
    pub counts: Vec<u32>,
    /// Sentences with the words, in order.
    pub hits: Vec<Hit>,
}

/// A sentence with the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which sentence.
    pub id: SentenceId,
    /// Where in the sentence the words stand, in order.
    pub places: Vec<Span>,
}

impl SearchView {
    /// Where the words stand in a sentence.
    pub fn places(&self, id: SentenceId) -> &[Span] {
        let at = self.hits.binary_search_by_key(&id, |h| h.id).ok();
        at.and_then(|at| self.hits.get(at)).map_or(&[], |h| &h.places)
    }
}

/// The runs of a sentence with what was found in it marked too. `places` count from the sentence's start.
pub fn marked(runs: &[Run], places: &[Span]) -> Vec<Run> {
    let mut out = Vec::new();
    let mut start = 0;
    for run in runs {
        let whole = Span::new(start, start + run.text.len());
        let mut at = whole.start;
        for place in places.iter().filter(|p| p.overlaps(whole)) {
            let (from, to) = (place.start.max(at), place.end.min(whole.end));
            for (end, hit) in [(from, false), (to, true)] {
                let piece = run.text.get((at - whole.start) as usize..(end - whole.start) as usize);
                if let Some(text) = piece.filter(|t| !t.is_empty()) {
                    out.push(Run { text: text.to_owned(), hit, ..*run });
                }
                at = end;
            }
        }
        if let Some(text) = run.text.get((at - whole.start) as usize..).filter(|t| !t.is_empty()) {
            out.push(Run { text: text.to_owned(), ..*run });
        }
        start += run.text.len();
    }
    out
}

impl Reading {
    /// Finds `query`, whatever its case. An empty query finds nothing. Cost: one pass over all texts.
    pub fn search(&self, query: &str) -> SearchView {
        let needle: Vec<char> = lowered(query.trim());
        let mut view = SearchView { counts: vec![0; self.labels().len()], hits: Vec::new() };
        if needle.is_empty() {
            return view;
        }
        for id in self.labels().iter().flat_map(|l| self.sentences(l.article)) {
            let Some(span) = self.sentence(id).map(|s| s.span) else { continue };
            let text = self.text(id.article);
            let places = find(span.of(text), &needle);
            if let Some(count) = view.counts.get_mut(id.article as usize) {
                *count += u32::try_from(places.len()).unwrap_or(u32::MAX);
            }
            if !places.is_empty() {
                view.hits.push(Hit { id, places });
            }
        }
        view
    }
}

/// Every place of `needle` in `text`.
fn find(text: &str, needle: &[char]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut after = 0;
    for (start, _) in text.char_indices() {
        if start < after {
            continue;
        }
        if let Some(length) = text.get(start..).and_then(|rest| matched(rest, needle)) {
            after = start + length;
            spans.push(Span::new(start, after));
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

/// The letters of a text without capitals.
pub(super) fn lowered(text: &str) -> Vec<char> {
    text.chars().flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_makes_no_difference_and_hits_do_not_overlap() {
        let found = |text: &str, needle: &str| -> Vec<(u32, u32)> {
            let needle: Vec<char> = needle.chars().collect();
            find(text, &needle).iter().map(|s| (s.start, s.end)).collect()
        };
        assert_eq!(found("Quds, the quds force", "quds"), [(0, 4), (10, 14)]);
        assert_eq!(found("aaaa", "aa"), [(0, 2), (2, 4)]);
        assert_eq!(found("ÉCOLE", "éco"), [(0, 4)]);
        assert_eq!(found("ab", "abc"), []);
    }

    #[test]
    fn what_is_found_is_marked_across_runs_and_nothing_is_lost() {
        let run = |text: &str| Run { text: text.to_owned(), mark: None, fact: None, hit: false };
        let runs = marked(&[run("Seven peo"), run("ple died")], &[Span::new(6, 12)]);
        let told: Vec<_> = runs.iter().map(|r| (r.text.as_str(), r.hit)).collect();
        assert_eq!(told, [("Seven ", false), ("peo", true), ("ple", true), (" died", false)]);
    }
}
