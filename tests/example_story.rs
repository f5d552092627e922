//! The example story, which is published in place of the seeds, has an example of everything that a comparison can say.

#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "a test may fail")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;

fn compared(format: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_diptych"))
        .args(["compare", "examples/story/story.json", "--format", format])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn report() -> Value {
    serde_json::from_str(&compared("json")).expect("JSON")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn word(value: &Value) -> String {
    value.as_str().expect("a word").to_owned()
}

/// Fails and names what of `wanted` is not among `found`.
fn has_all(wanted: &[&str], found: impl Iterator<Item = String>) {
    let found: BTreeSet<String> = found.collect();
    let missing: Vec<_> = wanted.iter().filter(|name| !found.contains(**name)).collect();
    assert!(missing.is_empty(), "the example story has no {missing:?}, only {found:?}");
}

#[test]
fn every_kind_of_sentence_occurs() {
    let report = report();
    let kinds =
        list(&report["articles"]).iter().flat_map(|a| list(&a["sentences"])).map(|s| word(&s["kind"]));
    has_all(&["body", "headline", "caption", "byline", "dateline"], kinds);
}

#[test]
fn every_relation_and_every_class_of_words_occurs() {
    let report = report();
    let links = list(&report["links"]);
    has_all(&["same-words", "reworded", "partly-shared"], links.iter().map(|l| word(&l["relation"])));
    let words = links.iter().flat_map(|l| list(&l["words"]));
    let classes = ["shared", "moved", "variant", "reworded", "only-a", "only-b"];
    has_all(&classes, words.map(|w| word(&w["class"])));
}

#[test]
fn facts_of_every_kind_agree_and_differ() {
    let report = report();
    let facts = list(&report["links"]).iter().flat_map(|l| list(&l["facts"]));
    let told = facts.map(|f| format!("{} {}", word(&f["kind"]), word(&f["verdict"])));
    let wanted = [
        "number agree",
        "number differ",
        "number told-differently",
        "name agree",
        "name differ",
        "date agree",
        "date differ",
        "date told-differently",
        "quote agree",
        "quote differ",
    ];
    has_all(&wanted, told);
}

#[test]
fn sentences_without_a_link_occur_in_every_class() {
    let text = compared("text");
    has_all(&["Only here", "Unsure", "Not news"], text.lines().map(str::to_owned));
}

#[test]
fn a_group_joins_all_articles() {
    let report = report();
    let everywhere = list(&report["groups"]).iter().filter(|group| {
        let articles: BTreeSet<_> = list(&group["members"]).iter().map(|m| m[0].as_u64()).collect();
        articles.len() == list(&report["articles"]).len()
    });
    assert!(everywhere.count() >= 2, "{}", report["groups"]);
}

#[test]
fn two_articles_tell_something_alone() {
    let text = compared("text");
    let (_, alone) = text.split_once("\nOnly here\n").expect("sentences of one article alone");
    let (alone, _) = alone.split_once("\nUnsure\n").expect("sentences that are not sure");
    assert!(["A", "C"].iter().all(|letter| alone.lines().any(|line| line.starts_with(letter))), "{alone}");
}
