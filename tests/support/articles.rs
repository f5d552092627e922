//! Articles to test with: the seeds, edits of them, and generated ones.

use super::strange::{MARKS, STRANGE};
use diptych::Article;
use proptest::collection::vec;
use proptest::prelude::*;

/// The seed articles, in order.
pub fn seeds() -> Vec<Article> {
    [
        "000_28464f7c55bba9b3",
        "001_4e4024296a481e3b",
        "002_955d24485b83f74b",
        "003_09b263de45a9b185",
        "004_04eb678c1c4f6be2",
    ]
    .iter()
    .map(|name| {
        let path = format!("{}/seeds/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        Article::from_text(std::fs::read_to_string(path).expect("the seeds are part of the repository"))
    })
    .collect()
}

/// The paragraphs of all seeds.
pub fn seed_paragraphs() -> Vec<String> {
    let seeds = seeds();
    let lines = seeds.iter().flat_map(|a| a.text.lines());
    lines.filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

const WORDS: &[&str] = &[
    "the",
    "a",
    "of",
    "in",
    "said",
    "on",
    "Friday",
    "court",
    "minister",
    "Berlin",
    "ruled",
    "tariffs",
    "seven",
    "7",
    "at least",
    "killed",
    "wounded",
    "Anna",
    "Keller",
    "Ms.",
    "U.S.",
    "percent",
    "1,200",
    "report",
    "embassy",
    "storm",
    "\u{201c}never\u{201d}",
    "election",
    "results",
    "voters",
    "was",
    "were",
    "by",
    "after",
    "attack",
    "plane",
    "airport",
    "don't",
    "co-operation",
];

/// A sentence of news-like words.
pub fn sentence() -> impl Strategy<Value = String> {
    vec(prop::sample::select(WORDS), 2..16).prop_map(|words| format!("The {}.", words.join(" ")))
}

/// The text of an article: generated sentences, and paragraphs taken from the seeds.
pub fn article_text() -> impl Strategy<Value = String> {
    let paragraph = prop_oneof![
        3 => vec(sentence(), 1..4).prop_map(|sentences| sentences.join(" ")),
        2 => prop::sample::select(seed_paragraphs()),
    ];
    vec(paragraph, 1..7).prop_map(|paragraphs| paragraphs.join("\n\n"))
}

/// The texts of two to four articles that share some paragraphs.
pub fn story_texts() -> impl Strategy<Value = Vec<String>> {
    vec(article_text(), 2..5)
}

/// Text of any characters, those that do harm more often than chance would have it.
pub fn hostile_text() -> impl Strategy<Value = String> {
    let of = |list: &'static [&'static str]| prop::sample::select(list).prop_map(str::to_owned);
    let part = prop_oneof![2 => of(STRANGE), 2 => of(MARKS), 1 => any::<char>().prop_map(String::from), 1 => sentence()];
    vec(part, 0..40).prop_map(|parts| parts.concat())
}
