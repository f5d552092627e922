//! Every invariant of `ARCHITECTURE.md` on generated articles and on edits of the seeds, and for each a seeded mistake
//! that its check turns down.
//!
//! `cargo xtask properties --cases 12000` makes the long run: more than 100,000 cases.

#![cfg(feature = "cli")]
#![expect(clippy::expect_used, reason = "a test may fail")]
#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use diptych::align::{Candidate, Relation, Score, SentenceId};
use diptych::compare::ComparisonParts;
use diptych::diff::EditClass;
use diptych::export::json::Report;
use diptych::{Article, Comparison, Notice, Options, Sensitivity, compare};
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use proptest::prelude::*;
use support::articles::{article_text, hostile_text, seeds, story_texts};
use support::generated::pair;
use support::invariants::{self, Kept};
use support::offsets::offsets_are_utf16;
use support::property::property;

fn compared(articles: &[Article]) -> Comparison {
    compare(articles, &Options::default())
}

fn limited(articles: &[Article], work_limit: u64) -> Comparison {
    compare(articles, &Options::with_work_limit(work_limit))
}

/// The texts of a generated story, or of a seed and an edit of it.
fn texts() -> impl Strategy<Value = Vec<String>> {
    prop_oneof![2 => story_texts(), 1 => any::<u64>().prop_map(|number| pair(number).into())]
}

fn articles(texts: Vec<String>) -> Vec<Article> {
    texts.into_iter().map(Article::from_text).collect()
}

/// The text of an article, or of one that says everything twice.
fn repeated() -> impl Strategy<Value = String> {
    prop_oneof![article_text(), article_text().prop_map(|text| format!("{text}\n\n{text}"))]
}

/// Two articles that are not too alike and not too unlike, to make mistakes on.
fn sample() -> Vec<Article> {
    ["The bridge was closed on Friday. Seven cars stood on it. Nobody was hurt, the mayor said.\n\nThe bridge was closed on Friday.",
     "On Friday the bridge was shut. Seven cars stood on it. The mayor said that nobody was hurt.\n\nShips wait."]
        .map(Article::from_text)
        .into()
}

fn held(kept: Kept) -> Result<(), TestCaseError> {
    kept.map_err(TestCaseError::fail)
}

/// Says that a check turned a mistake down, with the reason that it gave.
fn rejected(kept: &Kept, because: &str) {
    let breach = kept.as_ref().expect_err("the mistake went through");
    assert!(breach.contains(because), "{breach}");
}

/// A comparison with one thing made wrong.
fn spoilt(articles: &[Article], spoil: impl FnOnce(&mut ComparisonParts)) -> Comparison {
    let mut parts = compared(articles).into_parts();
    spoil(&mut parts);
    Comparison::from(parts)
}

/// The least work limit that gives no notice.
fn needed(articles: &[Article]) -> u64 {
    let told = |limit: u64| limited(articles, limit).notices().contains(&Notice::WorkLimit);
    let mut enough = 1;
    while told(enough) {
        enough *= 2;
    }
    let mut little = enough / 2;
    while little + 1 < enough {
        let middle = little.midpoint(enough);
        if told(middle) { little = middle } else { enough = middle }
    }
    enough
}

/// Checks a comparison cut off at `limit`.
fn cut_off(articles: &[Article], complete: &Comparison, limit: u64) -> Kept {
    let partial = limited(articles, limit);
    invariants::whole(&partial)?;
    invariants::words(&partial, 3)?;
    invariants::partial_is_told(&partial, complete)
}

/// The text with other quotation marks, spaces and line ends, composed otherwise.
fn dressed(text: &str, how: usize) -> String {
    match how {
        0 => text.replace('\'', "\u{2019}").replace('\u{2019}', "'"),
        1 => text.replace('\'', "\u{2019}"),
        2 => text.replace(['\u{201c}', '\u{201d}'], "\""),
        3 => text.replace(' ', "\u{a0}"),
        4 => text.replace('\n', "\r\n"),
        5 => text.replace('\n', "\r"),
        6 => DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned(),
        _ => ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned(),
    }
}

fn undressed(text: &str) -> String {
    let text = text.replace(['\u{201c}', '\u{201d}'], "\"").replace(['\u{2018}', '\u{2019}'], "'");
    let text = text.replace('\u{a0}', " ").replace("\r\n", "\n").replace('\r', "\n");
    DecomposingNormalizerBorrowed::new_nfd().normalize(&text).into_owned()
}

fn report(comparison: &Comparison) -> serde_json::Value {
    serde_json::to_value(Report::new(comparison, &comparison.at(Sensitivity::DEFAULT))).unwrap()
}

fn every_invariant(articles: &[Article]) -> Result<(), TestCaseError> {
    let comparison = compared(articles);
    held(invariants::whole(&comparison))?;
    held(invariants::words(&comparison, usize::MAX))
}

// A thousand cases and more over all properties at every change.
const CASES: u32 = 128;

#[test]
fn any_articles_keep_every_invariant() {
    property(CASES, texts(), |texts| every_invariant(&articles(texts)));
}

#[test]
fn any_text_keeps_every_invariant() {
    property(CASES, prop::collection::vec(hostile_text(), 0..4), |texts| every_invariant(&articles(texts)));
}

#[test]
fn any_order_of_the_articles_gives_the_same() {
    property(CASES, (texts(), 0_usize..4, any::<bool>()), |(texts, by, back)| {
        let count = texts.len();
        let mut order: Vec<usize> = (0..count).map(|i| (i + by) % count).collect();
        if back {
            order.reverse();
        }
        held(invariants::order_is_free(&compared, &articles(texts), &order))
    });
}

#[test]
fn any_article_is_itself() {
    property(CASES, repeated(), |text| held(invariants::is_itself(&compared, &Article::from_text(text))));
}

#[test]
fn any_text_is_itself() {
    property(CASES, hostile_text(), |text| held(invariants::is_itself(&compared, &Article::from_text(text))));
}

#[test]
fn any_work_limit_is_told() {
    property(CASES, (texts(), 0_u64..1000), |(texts, share)| {
        let articles = articles(texts);
        let complete = compared(&articles);
        let needed = needed(&articles);
        for limit in [needed * share / 1000, needed - 1, needed] {
            held(cut_off(&articles, &complete, limit))?;
        }
        prop_assert_eq!(limited(&articles, needed).into_parts().candidates, complete.candidates());
        Ok(())
    });
}

#[test]
fn any_typography_makes_no_difference() {
    property(CASES, (article_text(), article_text(), 0_usize..8), |(a, b, how)| {
        let plain = compared(&[&a, &b].map(|text| Article::from_text(text.as_str())));
        let other = compared(&[a, dressed(&b, how)].map(Article::from_text));
        held(invariants::typography_is_free(&plain, &other, &undressed))
    });
}

#[test]
fn offsets_of_any_articles_count_utf16() {
    property(CASES, texts(), |texts| held(offsets_are_utf16(&report(&compared(&articles(texts))))));
}

#[test]
fn offsets_of_any_text_count_utf16() {
    property(CASES, (hostile_text(), hostile_text()), |(a, b)| {
        held(offsets_are_utf16(&report(&compared(&[a, b].map(Article::from_text)))))
    });
}

/// Small inputs for walks over every limit: retold, copied, three that confirm one another, and strange.
fn small() -> Vec<Vec<Article>> {
    let three = [
        "The bridge was closed on Friday.",
        "The mayor shut the crossing.",
        "The mayor had the bridge shut on Friday.",
    ];
    let copies = ["The bridge was closed on Friday. Nobody was hurt."; 2];
    let strange =
        ["A\u{301}\u{202e}. 1e999, \u{661}\u{662}!\r\n\0", "\u{feff}1e999? \u{661}\u{662}\u{ad}. A."];
    let articles = |texts: &[&str]| texts.iter().map(|text| Article::from_text(*text)).collect();
    vec![sample(), articles(&copies), articles(&three), articles(&strange)]
}

#[test]
fn a_work_limit_hit_at_every_single_step() {
    let mut stages = [0; 4];
    for articles in small() {
        let complete = compared(&articles);
        let needed = needed(&articles);
        for limit in 0..=needed {
            cut_off(&articles, &complete, limit).unwrap();
            let found = limited(&articles, limit).into_parts().candidates;
            let same = |what: fn(&Candidate) -> (SentenceId, SentenceId, u16)| {
                found.iter().map(what).eq(complete.candidates().iter().map(what))
            };
            let stage = match () {
                () if found.is_empty() => 0,
                () if !same(|c| (c.a, c.b, 0)) => 1,
                () if !same(|c| (c.a, c.b, c.score.get())) => 2,
                () => 3,
            };
            stages[stage] += usize::from(limit < needed);
        }
        assert_eq!(limited(&articles, needed), complete);
    }
    assert!(stages.iter().all(|cut| *cut > 0), "a stage was never cut off: {stages:?}");
}

/// One operation less than suffices takes something from a result whose last step can be seen; a limit that suffices
/// exactly takes nothing and says nothing.
#[test]
fn a_limit_that_suffices_exactly_is_not_told() {
    let same = ["The bridge was closed on Friday."; 2].map(Article::from_text);
    let needed = needed(&same);
    let [least, short] = [needed, needed - 1].map(|limit| limited(&same, limit));
    assert_eq!(least, compared(&same));
    assert_ne!(short.candidates(), least.candidates(), "a result that is whole was called partial");
}

#[test]
fn the_seeds_keep_every_invariant() {
    let seeds = seeds();
    let comparison = compared(&seeds);
    invariants::whole(&comparison).unwrap();
    invariants::words(&comparison, usize::MAX).unwrap();
    offsets_are_utf16(&report(&comparison)).unwrap();
    for seed in &seeds {
        invariants::is_itself(&compared, seed).unwrap();
    }
    invariants::order_is_free(&compared, &seeds, &[3, 1, 4, 0, 2]).unwrap();
}

/// Mistakes in cutting: a segmenter that swallows the white space before a sentence, and a tokenizer that reads one
/// token twice or forgets one.
#[test]
fn text_that_is_lost_is_rejected() {
    rejected(
        &invariants::whole(&spoilt(&sample(), |c| c.documents[0].sentences[1].extent.start += 1)),
        "starts elsewhere",
    );
    rejected(
        &invariants::whole(&spoilt(&sample(), |c| c.documents[0].tokens[2].span.start -= 1)),
        "gap or overlap",
    );
    rejected(
        &invariants::whole(&spoilt(&sample(), |c| c.documents[0].sentences.truncate(1))),
        "do not fill the text",
    );
    rejected(&invariants::whole(&spoilt(&sample(), |c| c.documents[0].sentences.clear())), "has no sentence");
}

/// Mistakes in linking: an article linked with itself, a pair found twice, a sentence that there is not.
#[test]
fn links_that_cannot_be_are_rejected() {
    rejected(
        &invariants::whole(&spoilt(&sample(), |c| c.candidates[0].b.article = 0)),
        "does not join two articles",
    );
    rejected(
        &invariants::whole(&spoilt(&sample(), |c| c.candidates.insert(0, c.candidates[0]))),
        "once each",
    );
    rejected(
        &invariants::whole(&spoilt(&sample(), |c| c.candidates.last_mut().unwrap().b.sentence = 99)),
        "there is not",
    );
}

/// Mistakes in selecting: a slider that runs the wrong way, a weak candidate that is also linked, a group forgotten.
#[test]
fn selections_that_contradict_themselves_are_rejected() {
    let comparison = compared(&sample());
    let select = |change: fn(&mut diptych::align::Selection), turned: bool| {
        let made = |s: Sensitivity| {
            let mut selection = comparison.at(if turned { Sensitivity::new(1000 - s.get()) } else { s });
            change(&mut selection);
            selection
        };
        invariants::selections(&comparison, &made)
    };
    rejected(&select(|_| {}, true), "takes a link away");
    rejected(&select(|s| s.weak.extend(s.links.first().copied()), false), "weak and linked");
    rejected(&select(|s| drop(s.groups.pop()), false), "do not hold what is linked");
    rejected(&select(|s| s.groups.iter_mut().for_each(|g| g.told_by += 1), false), "told by others");
}

/// Mistakes in marking: an edit forgotten, an edit drawn twice, one side's words on both.
#[test]
fn edits_that_do_not_tile_are_rejected() {
    let comparison = compared(&sample());
    let link = comparison.at(Sensitivity::new(1000)).links[1];
    let (a, b) = (comparison.tokens_of(link.a), comparison.tokens_of(link.b));
    let edits = comparison.edits(link.a, link.b);
    invariants::edits(&edits, a, b).unwrap();
    rejected(&invariants::edits(&edits[1..], a, b), "do not tile");
    rejected(&invariants::edits(&[&edits[..], &edits[..1]].concat(), a, b), "do not tile");
    let mut one_sided = edits.clone();
    for edit in &mut one_sided {
        edit.class = EditClass::OnlyA;
    }
    rejected(&invariants::edits(&one_sided, a, b), "one side alone");
}

/// A mistake in ordering: ties broken by the article's index.
#[test]
fn a_preference_for_the_first_article_is_rejected() {
    let biased = |articles: &[Article]| {
        spoilt(articles, |c| {
            let longer = c.documents.iter().map(|d| d.article.text.len()).max();
            let first_is_longer = c.documents.first().map(|d| d.article.text.len()) == longer;
            let best = c.candidates.iter_mut().max_by_key(|c| c.score).unwrap();
            best.score = Score::new(best.score.get() - u16::from(first_is_longer));
        })
    };
    rejected(&invariants::order_is_free(&biased, &sample(), &[1, 0]), "other links or groups");
}

/// Mistakes in anchoring: the second of two equal sentences left alone, and copies called reworded.
#[test]
fn an_article_that_is_not_itself_is_rejected() {
    let [article, _] = <[Article; 2]>::try_from(sample()).unwrap();
    let once = |articles: &[Article]| spoilt(articles, |c| c.candidates.retain(|c| c.a.sentence != 3));
    rejected(&invariants::is_itself(&once, &article), "sentence 3 is not linked");
    let reworded = |articles: &[Article]| {
        spoilt(articles, |c| c.candidates.iter_mut().for_each(|c| c.relation = Relation::Reworded))
    };
    rejected(&invariants::is_itself(&reworded, &article), "as same words");
}

/// Mistakes at the limit: a partial result passed off as whole, another notice lost on the way.
#[test]
fn a_limit_that_is_not_told_is_rejected() {
    let complete = compared(&sample());
    let silent = spoilt(&sample(), |c| c.candidates.truncate(1));
    rejected(&invariants::partial_is_told(&silent, &complete), "says nothing");
    let twice = [sample()[0].clone(), sample()[0].clone()];
    let forgetful = spoilt(&twice, |c| c.notices = vec![Notice::WorkLimit]);
    rejected(&invariants::partial_is_told(&forgetful, &compared(&twice)), "lost another notice");
}

/// Alignments are kept by sentences: a comparison with fewer candidates compares the words of the same sentences.
#[test]
fn words_hang_on_no_other_candidate() {
    let whole = compared(&sample());
    let fewer = spoilt(&sample(), |c| c.candidates.retain(|c| c.a.sentence == 1));
    assert!(fewer.candidates().len() < whole.candidates().len() && !fewer.candidates().is_empty());
    for c in whole.candidates() {
        assert_eq!(whole.words(c.a, c.b), fewer.words(c.a, c.b));
    }
}

/// Mistakes in reading typography: a no-break space that makes one word of two, a text changed on the way.
#[test]
fn typography_that_matters_is_rejected() {
    let [a, b] = <[Article; 2]>::try_from(sample()).unwrap();
    let plain = compared(&[a.clone(), b.clone()]);
    let glued = compared(&[a.clone(), Article::from_text(b.text.replace(' ', "\u{2060}"))]);
    rejected(&invariants::typography_is_free(&plain, &glued, &undressed), "other candidates");
    let mut normalized = plain.clone().into_parts();
    normalized.documents[1].article.text = b.text.replace("shut", "SHUT");
    rejected(&invariants::typography_is_free(&plain, &normalized.into(), &undressed), "other text");
}

/// A mistake at the edge: bytes handed out in place of UTF-16 units.
#[test]
fn offsets_in_bytes_are_rejected() {
    let articles = ["\u{1f30a} Zo\u{eb} left. She won.", "Zo\u{eb} left. She won."].map(Article::from_text);
    let mut report = report(&compared(&articles));
    offsets_are_utf16(&report).unwrap();
    let start = articles[0].text.find("She").unwrap();
    report["articles"][0]["sentences"][1]["start"] = start.into();
    report["articles"][0]["sentences"][1]["end"] = (start + 8).min(articles[0].text.len()).into();
    assert!(std::panic::catch_unwind(|| offsets_are_utf16(&report)).map_or(true, |kept| kept.is_err()));
}
