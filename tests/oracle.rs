//! The aligner held against obvious code on small inputs: all pairs in place of the inverted index, plain loops in place
//! of sorted lists.

#![expect(clippy::expect_used, reason = "a test may fail")]

mod support;

use diptych::align::candidates::{ArticlePair, CandidatePair, candidates};
use diptych::align::model::Model;
use diptych::align::prepared::{Prepared, PreparedDocument};
use diptych::align::score::score;
use diptych::align::select::select;
use diptych::align::thresholds::WEAK_PER_SENTENCE;
use diptych::align::{Candidate, SentenceId};
use diptych::text::Lexicon;
use diptych::work::Work;
use diptych::{Article, Document, Options, Sensitivity};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use support::articles::{article_text, seeds};
use support::generated::pair;
use support::property::property;

/// Two articles, prepared as `compare` prepares them.
fn prepared(articles: &[Article]) -> (Vec<Document>, Lexicon) {
    let mut lexicon = Lexicon::default();
    let documents = articles.iter().map(|a| Document::new(a.clone(), &mut lexicon)).collect();
    (documents, lexicon)
}

fn index(at: usize) -> u32 {
    u32::try_from(at).expect("a small input")
}

/// The places of sentences that are word for word the same, first with first, second with second.
fn equal_sentences(a: &Document, b: &Document) -> BTreeSet<(u32, u32)> {
    let words = |d: &Document, s: usize| -> Vec<u32> {
        d.tokens_of(s).iter().filter(|t| t.kind.is_word()).map(|t| t.term.0).collect()
    };
    let mut taken = BTreeSet::new();
    let mut pairs = BTreeSet::new();
    for i in 0..a.sentences.len() {
        let own = words(a, i);
        let free = |j: &usize| !own.is_empty() && !taken.contains(j) && words(b, *j) == own;
        if let Some(j) = (0..b.sentences.len()).find(free) {
            taken.insert(j);
            pairs.insert((index(i), index(j)));
        }
    }
    pairs
}

/// Whether two sentences have a word in common that is not found in any story.
fn share_a_word(x: &PreparedDocument, i: usize, y: &PreparedDocument, j: usize) -> bool {
    let fields = |w: &PreparedDocument, s: usize| -> BTreeSet<u32> {
        w.profiles[s].words.iter().filter(|w| !w.common).map(|w| w.field.0).collect()
    };
    !fields(x, i).is_disjoint(&fields(y, j))
}

/// Every pair that shares a word, and every pair of equal sentences: each sentence looked at beside each.
fn all_pairs(documents: &[Document], prepared: &Prepared) -> ArticlePair {
    let [x, y] = &prepared.documents[..] else { panic!("two articles") };
    let equal = equal_sentences(&documents[0], &documents[1]);
    let mut pairs = Vec::new();
    for i in 0..x.profiles.len() {
        for j in 0..y.profiles.len() {
            let anchored = equal.contains(&(index(i), index(j)));
            if anchored || share_a_word(x, i, y, j) {
                pairs.push(CandidatePair { i: index(i), j: index(j), anchored });
            }
        }
    }
    ArticlePair { a: 0, b: 1, pairs }
}

/// What the index keeps of all pairs: no more than so many partners for a sentence. Smaller inputs reach no cap.
const CAP: usize = 24;

fn is_small(documents: &[Document]) -> bool {
    documents.iter().all(|d| d.sentences.len() <= CAP)
}

/// Holds the index and everything behind it against all pairs.
fn check_links(articles: &[Article]) -> Result<(), TestCaseError> {
    let (documents, lexicon) = prepared(articles);
    prop_assume!(is_small(&documents));
    let prepared = Prepared::new(&documents, &lexicon);
    let mut work = Work::new(Options::default().work_limit);
    let found = candidates(&prepared, &mut work);
    let obvious = vec![all_pairs(&documents, &prepared)];
    prop_assert_eq!(&found, &obvious, "the index finds what looking at all pairs finds");
    let [quick, slow] = [&found, &obvious].map(|pairs| score(&prepared, pairs, Model::shipped(), &mut work));
    for sensitivity in [0, 300, 500, 700, 1000] {
        let sensitivity = Sensitivity::new(sensitivity);
        prop_assert_eq!(select(&quick, sensitivity), select(&slow, sensitivity));
    }
    check_selection(&quick)
}

/// Links and weak candidates by their definition, without sorting.
fn check_selection(candidates: &[Candidate]) -> Result<(), TestCaseError> {
    for sensitivity in [0, 250, 500, 750, 1000] {
        let selection = select(candidates, Sensitivity::new(sensitivity));
        let linked: BTreeSet<_> = selection.links.iter().map(|l| (l.a, l.b)).collect();
        let least = selection.links.iter().map(|l| l.score).min();
        for c in candidates {
            let is_link = linked.contains(&(c.a, c.b));
            prop_assert!(
                is_link || least.is_none_or(|least| c.score < least),
                "a line parts links from the rest"
            );
        }
        check_weak(candidates, &linked, &selection.weak)?;
    }
    Ok(())
}

/// Weak candidates: the best that are no links, few for a sentence, and none left out while both have room.
fn check_weak(
    candidates: &[Candidate],
    linked: &BTreeSet<(SentenceId, SentenceId)>,
    weak: &[Candidate],
) -> Result<(), TestCaseError> {
    let mut of: BTreeMap<SentenceId, Vec<u16>> = BTreeMap::new();
    for w in weak {
        prop_assert!(!linked.contains(&(w.a, w.b)));
        of.entry(w.a).or_default().push(w.score.get());
        of.entry(w.b).or_default().push(w.score.get());
    }
    prop_assert!(of.values().all(|scores| scores.len() <= WEAK_PER_SENTENCE));
    let kept: BTreeSet<_> = weak.iter().map(|w| (w.a, w.b)).collect();
    for c in candidates.iter().filter(|c| !linked.contains(&(c.a, c.b)) && !kept.contains(&(c.a, c.b))) {
        let full = |id: SentenceId| {
            of.get(&id).is_some_and(|s| s.len() == WEAK_PER_SENTENCE && s.iter().all(|&s| s >= c.score.get()))
        };
        prop_assert!(full(c.a) || full(c.b), "a weak candidate is left out only behind better ones");
    }
    Ok(())
}

#[test]
fn the_index_finds_what_looking_at_all_pairs_finds() {
    property(256, (article_text(), article_text()), |(a, b)| check_links(&[a, b].map(Article::from_text)));
}

#[test]
fn the_same_on_retold_seeds() {
    property(256, any::<u64>(), |number| check_links(&pair(number).map(Article::from_text)));
}

/// The caps only leave out what would not have been linked: on whole articles the links are those of all pairs.
#[test]
fn on_the_seeds_the_links_are_those_of_all_pairs() {
    let seeds = seeds();
    for (i, a) in seeds.iter().enumerate() {
        for b in &seeds[i + 1..] {
            let (documents, lexicon) = prepared(&[a.clone(), b.clone()]);
            let prepared = Prepared::new(&documents, &lexicon);
            let mut work = Work::new(Options::default().work_limit);
            let found = candidates(&prepared, &mut work);
            let quick = score(&prepared, &found, Model::shipped(), &mut work);
            let slow = score(&prepared, &[all_pairs(&documents, &prepared)], Model::shipped(), &mut work);
            let links = |c: &[Candidate]| select(c, Sensitivity::DEFAULT).links;
            assert_eq!(links(&quick), links(&slow), "seed {i}");
        }
    }
}

/// A cap of one partner, as a mistake in the index would be: the check above has to reject it.
#[test]
fn an_index_that_loses_partners_is_rejected() {
    let articles = [
        Article::from_text("The bridge was closed. The bridge was open. Ships left."),
        Article::from_text("The bridge is shut. A bridge was opened. The ships are gone."),
    ];
    let (documents, lexicon) = prepared(&articles);
    let prepared = Prepared::new(&documents, &lexicon);
    let mut lossy = candidates(&prepared, &mut Work::new(Options::default().work_limit));
    for pair in &mut lossy {
        pair.pairs.dedup_by_key(|p| p.i);
    }
    assert_ne!(lossy, [all_pairs(&documents, &prepared)]);
}
