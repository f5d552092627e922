//! The invariants of a whole comparison, on generated articles and on edits of the seeds.
//!
//! `PROPTEST_CASES=100000 cargo test --release --test properties` makes the long run.

mod support;

use diptych::align::{Link, Relation, SentenceId};
use diptych::{Article, Comparison, Notice, Options, Sensitivity, compare};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use support::articles::{article, hostile_text, seeds, story};

fn links(comparison: &Comparison) -> Vec<Link> {
    comparison.at(Sensitivity::DEFAULT).links
}

fn compared(articles: &[Article]) -> Comparison {
    compare(articles, &Options::default())
}

/// What must hold of any comparison, whatever went in.
fn check(comparison: &Comparison) -> Result<(), TestCaseError> {
    for document in &comparison.documents {
        let text = &document.article.text;
        let whole: String = document.sentences.iter().map(|s| s.extent.of(text)).collect();
        prop_assert!(whole == *text || document.sentences.is_empty());
        for (i, sentence) in document.sentences.iter().enumerate() {
            let tokens: String = document.tokens_of(i).iter().map(|t| t.span.of(text)).collect();
            prop_assert_eq!(tokens.as_str(), sentence.extent.of(text));
        }
    }
    let exists = |id: SentenceId| {
        comparison
            .documents
            .get(id.article as usize)
            .is_some_and(|d| (id.sentence as usize) < d.sentences.len())
    };
    let order: Vec<_> = comparison.candidates.iter().map(|c| (c.a, c.b)).collect();
    prop_assert!(order.windows(2).all(|w| w[0] < w[1]), "candidates stand in order, once each");
    for c in &comparison.candidates {
        prop_assert!(c.a.article < c.b.article && exists(c.a) && exists(c.b));
    }
    let mut before = 0;
    for sensitivity in [0, 250, 500, 750, 1000] {
        let selection = comparison.at(Sensitivity::new(sensitivity));
        prop_assert!(selection.links.len() >= before, "more sensitivity never takes a link away");
        before = selection.links.len();
        let linked: BTreeSet<SentenceId> = selection.links.iter().flat_map(|l| [l.a, l.b]).collect();
        let grouped: BTreeSet<SentenceId> = selection.groups.iter().flat_map(|g| g.members.clone()).collect();
        prop_assert_eq!(&linked, &grouped);
        for weak in &selection.weak {
            prop_assert!(
                !selection.links.iter().any(|l| (l.a, l.b) == (weak.a, weak.b)),
                "weak is not linked"
            );
        }
        for group in &selection.groups {
            let articles: BTreeSet<u32> = group.members.iter().map(|m| m.article).collect();
            prop_assert_eq!(group.told_by as usize, articles.len());
        }
    }
    Ok(())
}

/// Links and groups as sets of sentences named by `name` of their article, so that two orders can be held side by side.
type Named = (BTreeSet<(BTreeSet<(usize, u32)>, u16, Relation)>, BTreeSet<BTreeSet<(usize, u32)>>);

fn named(comparison: &Comparison, name: &[usize]) -> Named {
    let at = |id: SentenceId| (name[id.article as usize], id.sentence);
    let selection = comparison.at(Sensitivity::DEFAULT);
    let links = selection
        .links
        .iter()
        .map(|l| (BTreeSet::from([at(l.a), at(l.b)]), l.score.get(), l.relation))
        .collect();
    let groups = selection.groups.iter().map(|g| g.members.iter().map(|&m| at(m)).collect()).collect();
    (links, groups)
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
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_story_keeps_the_invariants(articles in story()) {
        check(&compared(&articles))?;
    }

    #[test]
    fn any_text_at_all_gives_a_comparison(texts in prop::collection::vec(hostile_text(), 0..4)) {
        let articles: Vec<Article> = texts.into_iter().map(Article::from_text).collect();
        check(&compared(&articles))?;
    }

    #[test]
    fn a_work_limit_gives_a_partial_result(articles in story(), work_limit in 0_u64..3000) {
        let options = Options { work_limit, ..Options::default() };
        let partial = compare(&articles, &options);
        check(&partial)?;
        if partial.candidates != compared(&articles).candidates {
            prop_assert!(partial.notices.contains(&Notice::WorkLimit), "a partial result says so");
        }
    }

    #[test]
    fn the_order_of_the_articles_does_not_matter(articles in story(), by in 0_usize..4) {
        let count = articles.len();
        let order: Vec<usize> = (0..count).map(|i| (i + by) % count).rev().collect();
        let turned: Vec<Article> = order.iter().map(|&i| articles[i].clone()).collect();
        let identity: Vec<usize> = (0..count).collect();
        prop_assert_eq!(named(&compared(&articles), &identity), named(&compared(&turned), &order));
    }

    #[test]
    fn an_article_is_linked_to_itself_sentence_by_sentence(article in article()) {
        let comparison = compared(&[article.clone(), article]);
        let links = links(&comparison);
        for sentence in 0..comparison.documents[0].sentences.len() {
            let sentence = u32::try_from(sentence).unwrap();
            let own = links.iter().find(|l| l.a.sentence == sentence && l.b.sentence == sentence);
            prop_assert_eq!(own.map(|l| l.relation), Some(Relation::SameWords), "sentence {}", sentence);
        }
    }

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

    #[test]
    fn typography_makes_no_difference(a in article(), b in article()) {
        let plain = compared(&[a.clone(), b.clone()]);
        let other = Article::from_text(typeset(&b.text));
        let dressed = compared(&[a, other]);
        prop_assert_eq!(scores(&plain), scores(&dressed));
    }
}

/// The same text with other quote marks, no-break spaces and line ends.
fn typeset(text: &str) -> String {
    text.replace('\'', "\u{2019}").replace(" of ", "\u{a0}of ").replace('\n', "\r\n")
}

#[test]
fn the_seeds_keep_the_invariants() {
    let comparison = compared(&seeds());
    check(&comparison).unwrap();
    assert!(links(&comparison).len() > 50, "five accounts of one event share many sentences");
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
