//! What must hold of any comparison, whatever went in. The fuzz targets assert the same.

use diptych::align::SentenceId;
use diptych::{Comparison, Document, Sensitivity};
use std::collections::BTreeSet;

/// Looks at everything but the words inside links. Cost: a few passes over the result.
///
/// # Panics
/// With the invariant that is broken.
pub fn assert_invariants(comparison: &Comparison) {
    for document in &comparison.documents {
        assert_tiles(document);
    }
    let exists = |id: SentenceId| {
        comparison
            .documents
            .get(id.article as usize)
            .is_some_and(|d| (id.sentence as usize) < d.sentences.len())
    };
    let order: Vec<_> = comparison.candidates.iter().map(|c| (c.a, c.b)).collect();
    assert!(order.windows(2).all(|w| w[0] < w[1]), "candidates stand in order, once each");
    for c in &comparison.candidates {
        assert!(c.a.article < c.b.article, "links connect different articles, the smaller index first");
        assert!(exists(c.a) && exists(c.b), "candidates name sentences that exist");
    }
    let mut before = 0;
    for sensitivity in [0, 250, 500, 750, 1000] {
        before = assert_selection(comparison, sensitivity, before);
    }
}

/// Sentences tile the text and tokens tile the sentences.
fn assert_tiles(document: &Document) {
    let text = &document.article.text;
    let mut end = 0;
    for (index, sentence) in document.sentences.iter().enumerate() {
        assert_eq!(sentence.extent.start, end, "sentence {index} starts where the one before it ended");
        assert!(sentence.extent.contains(sentence.span), "a sentence lies in its extent");
        assert!(text.is_char_boundary(sentence.span.start as usize), "spans lie on character boundaries");
        for token in document.tokens_of(index) {
            assert_eq!(token.span.start, end, "tokens tile sentence {index}");
            assert!(!token.span.of(text).is_empty(), "a token has a character, on character boundaries");
            end = token.span.end;
        }
        assert_eq!(sentence.extent.end, end, "tokens fill sentence {index}");
    }
    if !document.sentences.is_empty() {
        assert_eq!(end as usize, text.len(), "sentences fill the text");
    }
}

fn assert_selection(comparison: &Comparison, sensitivity: u16, before: usize) -> usize {
    let selection = comparison.at(Sensitivity::new(sensitivity));
    assert!(selection.links.len() >= before, "more sensitivity never takes a link away");
    let linked: BTreeSet<SentenceId> = selection.links.iter().flat_map(|l| [l.a, l.b]).collect();
    let grouped: BTreeSet<SentenceId> = selection.groups.iter().flat_map(|g| g.members.clone()).collect();
    assert_eq!(linked, grouped, "the groups hold what is linked");
    let pairs: BTreeSet<_> = selection.links.iter().map(|l| (l.a, l.b)).collect();
    assert!(selection.weak.iter().all(|w| !pairs.contains(&(w.a, w.b))), "a weak candidate is not linked");
    for group in &selection.groups {
        let articles: BTreeSet<u32> = group.members.iter().map(|m| m.article).collect();
        assert_eq!(group.told_by as usize, articles.len(), "told by the articles of its members");
    }
    selection.links.len()
}

/// The edits and facts of the first `most` links keep their promises.
///
/// # Panics
/// With the invariant that is broken.
pub fn assert_words(comparison: &Comparison, most: usize) {
    for link in comparison.at(Sensitivity::DEFAULT).links.iter().take(most) {
        let (a, b) = (comparison.tokens_of(link.a), comparison.tokens_of(link.b));
        let edits = comparison.edits(link.a, link.b);
        assert_tiling(edits.iter().map(|e| e.a.clone()), a.len());
        assert_tiling(edits.iter().map(|e| e.b.clone()), b.len());
        for pair in comparison.words(link.a, link.b).pairs {
            assert!(
                (pair.a as usize) < a.len() && (pair.b as usize) < b.len(),
                "pairs name tokens that exist"
            );
        }
        let _ = comparison.facts(link.a, link.b);
    }
}

fn assert_tiling(ranges: impl Iterator<Item = std::ops::Range<u32>>, count: usize) {
    let mut ranges: Vec<_> = ranges.filter(|r| !r.is_empty()).collect();
    diptych::order::sort_by_key(&mut ranges, |r| r.start);
    let mut end = 0;
    for range in ranges {
        assert_eq!(range.start, end, "edits tile the tokens without gap or overlap");
        end = range.end;
    }
    assert_eq!(end as usize, count, "edits fill the tokens");
}
