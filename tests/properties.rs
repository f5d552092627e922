//! What a comparison does not depend on: unrelated text beside it, and what was compared before. The invariants of the
//! result itself are in `invariants.rs`.

mod support;

use diptych::align::SentenceId;
use diptych::{Article, Comparison, Notice, Options, compare};
use proptest::prelude::*;
use std::collections::BTreeMap;
use support::articles::{article, seeds};
use support::cases_of;

fn compared(articles: &[Article]) -> Comparison {
    compare(articles, &Options::default())
}

/// A change of a link's score that an unrelated paragraph may cause. Rarity is counted in the articles themselves, so the
/// shortest ones move most: two articles of a few words by about 100, those of twenty sentences by less than 20.
const UNRELATED_MARGIN: u16 = 150;

const UNRELATED: &str = "Gardeners prune roses while snow melts beside quiet ponds.";

fn scores(comparison: &Comparison) -> BTreeMap<(SentenceId, SentenceId), u16> {
    comparison.candidates.iter().map(|c| ((c.a, c.b), c.score.get())).collect()
}

fn with_paragraph(article: &Article, paragraph: &str) -> Article {
    Article::from_text(format!("{}\n\n{paragraph}", article.text))
}

proptest! {
    #![proptest_config(cases_of(128))]

    #[test]
    fn an_unrelated_paragraph_changes_next_to_nothing(a in article(), b in article(), first in 0_usize..5) {
        // Articles of real length: in two of a few words each, one more paragraph can move a score by hundreds.
        let seeds = seeds();
        let (a, b) = (with_paragraph(&seeds[first], &a.text), with_paragraph(&seeds[(first + 1) % 5], &b.text));
        let plain = compared(&[a.clone(), b.clone()]);
        let longer = compared(&[with_paragraph(&a, UNRELATED), with_paragraph(&b, UNRELATED)]);
        let kind = |c: &Comparison, id: SentenceId| c.documents[id.article as usize].sentences[id.sentence as usize].kind;
        let (before, after) = (scores(&plain), scores(&longer));
        for (pair, score) in &before {
            // What stands last may be a caption or byline, and no longer is when something follows.
            if [pair.0, pair.1].iter().any(|&id| kind(&plain, id) != kind(&longer, id)) {
                continue;
            }
            // A faint pair may fall out of the few that are kept for a sentence; that is no move of its score.
            let gone = if *score < 300 { *score } else { 0 };
            let now = after.get(pair).copied().unwrap_or(gone);
            prop_assert!(now.abs_diff(*score) <= UNRELATED_MARGIN, "{pair:?}: {score} became {now}");
        }
    }
}

#[test]
fn a_comparison_is_the_same_every_time() {
    let first = compared(&seeds());
    assert!((0..3).all(|_| compared(&seeds()) == first));
}

#[test]
fn calm_answers_to_too_little() {
    let notices = |articles: &[Article]| compared(articles).notices;
    assert_eq!(notices(&[]), [Notice::TooFewArticles]);
    assert_eq!(notices(&[Article::from_text("One sentence.")]), [Notice::TooFewArticles]);
    let empty = [Article::from_text("One sentence."), Article::from_text(" \n")];
    assert_eq!(notices(&empty), [Notice::EmptyArticle { article: 1 }]);
    let same = [Article::from_text("One sentence."), Article::from_text("One sentence.")];
    assert_eq!(notices(&same), [Notice::SameText { a: 0, b: 1 }]);
}
