//! How good the links are, held against gold alignments. The floors lie a little below what is measured, so that a
//! change that loses quality fails here; `docs/alignment.md` tells the figures.
#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "a test may stop at what its own files lack")]

mod support;

use diptych::{Article, Comparison, Options, compare};
use std::collections::BTreeMap;
use support::links::{Gold, Quality, ids, quality, read};

const SEEDS: [&str; 5] = ["000", "001", "002", "003", "004"];

fn seed(id: &str) -> Article {
    let folder = std::fs::read_dir("seeds").expect("seeds").filter_map(Result::ok);
    let mut files = folder.map(|f| f.path()).filter(|p| {
        let name = p.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        name.starts_with(id) && p.extension().is_some_and(|e| e == "txt")
    });
    Article::from_text(std::fs::read_to_string(files.next().expect("a seed")).expect("text"))
}

fn sentences() -> BTreeMap<String, Vec<String>> {
    let text = std::fs::read_to_string("seeds/gold/sentences.json").expect("gold sentences");
    serde_json::from_str(&text).expect("json")
}

/// Every gold pair compared alone.
fn by_pairs(gold: &Gold) -> Quality {
    let comparisons: Vec<(Vec<String>, Comparison)> = ids(gold)
        .into_iter()
        .map(|(a, b)| (vec![a.clone(), b.clone()], compare(&[seed(&a), seed(&b)], &Options::default())))
        .collect();
    quality(gold, &sentences(), &comparisons)
}

/// All five articles compared at once.
fn together(gold: &Gold) -> Quality {
    let all = compare(&SEEDS.map(seed), &Options::default());
    quality(gold, &sentences(), &[(SEEDS.map(str::to_owned).to_vec(), all)])
}

#[test]
fn links_by_pairs_reach_their_floor() {
    let found = by_pairs(&read("seeds/gold/links-dev.tsv"));
    found.check(&Quality { f1: 685, precision: 755, equivalents: 950, average: 745, top: 966 });
}

#[test]
fn links_with_all_five_articles_reach_their_floor() {
    let found = together(&read("seeds/gold/links-dev.tsv"));
    found.check(&Quality { f1: 700, precision: 755, equivalents: 950, average: 760, top: 966 });
}

#[test]
fn links_of_the_other_seed_pairs_reach_their_floor() {
    let gold = read("seeds/gold/links-more.tsv");
    by_pairs(&gold).check(&Quality { f1: 590, precision: 740, equivalents: 900, average: 610, top: 900 });
    together(&gold).check(&Quality { f1: 620, precision: 740, equivalents: 900, average: 660, top: 900 });
}
