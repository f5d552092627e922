//! What a comparison does not depend on: unrelated text beside it, and what was compared before. The invariants of the
//! result itself are in `invariants.rs`.

mod support;

use diptych::align::SentenceId;
use diptych::{Article, Comparison, Notice, Options, Sensitivity, compare};
use proptest::prelude::*;
use std::collections::BTreeMap;
use support::articles::{article, seeds, sentence};
use support::cases_of;

fn compared(articles: &[Article]) -> Comparison {
    compare(articles, &Options::default())
}

/// A change of a score that an unrelated paragraph may cause. Rarity is counted in the articles themselves, in whole
/// numbers: in articles of up to ten sentences a word's weight can step by a half when a sentence more is counted. The
/// largest change of 34,000 generated cases was 101.
const UNRELATED_MARGIN: u16 = 120;

/// One for each article: the same in both would relate them.
const UNRELATED: [&str; 2] = [
    "Gardeners prune roses while snow melts beside quiet ponds.",
    "Choirs rehearse carols until bakers open their shutters.",
];

fn scores(comparison: &Comparison) -> BTreeMap<(SentenceId, SentenceId), u16> {
    comparison.candidates.iter().map(|c| ((c.a, c.b), c.score.get())).collect()
}

fn with_paragraph(article: &Article, paragraph: &str) -> Article {
    Article::from_text(format!("{}\n\n{paragraph}", article.text))
}

/// An article of one sentence, of a few paragraphs, or of a whole page.
fn of_any_length() -> impl Strategy<Value = Article> {
    let page =
        (prop::sample::select(seeds()), article()).prop_map(|(seed, more)| with_paragraph(&seed, &more.text));
    prop_oneof![sentence().prop_map(Article::from_text), article(), page]
}

proptest! {
    #![proptest_config(cases_of(128))]

    /// Catches a guess of the language that initials turn, and a verdict on parallel articles that one pair turns.
    #[test]
    fn an_unrelated_paragraph_changes_next_to_nothing(a in of_any_length(), b in of_any_length()) {
        let plain = compared(&[a.clone(), b.clone()]);
        let longer = compared(&[with_paragraph(&a, UNRELATED[0]), with_paragraph(&b, UNRELATED[1])]);
        let kind = |c: &Comparison, id: SentenceId| c.documents[id.article as usize].sentences[id.sentence as usize].kind;
        let (before, after) = (scores(&plain), scores(&longer));
        let links: Vec<_> = plain.at(Sensitivity::DEFAULT).links.iter().map(|l| (l.a, l.b)).collect();
        for (pair, score) in &before {
            // What stands last may be a caption or byline, and no longer is when something follows.
            if [pair.0, pair.1].iter().any(|&id| kind(&plain, id) != kind(&longer, id)) {
                continue;
            }
            // What is no link may fall out of the few that are kept for a sentence; that is no move of its score.
            let gone = if links.contains(pair) { 0 } else { *score };
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
