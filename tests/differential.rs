//! The same bytes natively and in WebAssembly.
//!
//! The test below writes what this machine's code makes of the built-in story and of [`PAIRS`] generated pairs, one JSON
//! line each, to `differential.jsonl` in cargo's folder for tests' files. `tests/browser/differential.test.mjs` makes the
//! same comparisons with both published wasm files and holds every byte against it.

#![cfg(feature = "cli")]
#![expect(clippy::expect_used, reason = "a test may fail")]

mod support;

use diptych::export::json::Report;
use diptych::{Article, Options, Sensitivity, compare};
use std::io::{BufWriter, Write};
use std::path::Path;
use support::articles::seeds;
use support::generated::{Dice, pair};
use support::invariants::{assert_invariants, assert_words};

/// How many generated pairs are compared in both worlds.
const PAIRS: u64 = 1000;

/// The report of a comparison exactly as the command line writes it.
fn report(texts: &[String], lang: Option<&str>, options: &Options) -> String {
    let article = |text: &String| {
        let mut article = Article::from_text(text.as_str());
        article.lang = lang.map(str::to_owned);
        article
    };
    let comparison = compare(&texts.iter().map(article).collect::<Vec<_>>(), options);
    assert_invariants(&comparison);
    assert_words(&comparison, usize::MAX);
    let selection = comparison.at(options.sensitivity);
    serde_json::to_string(&Report::new(&comparison, &selection)).expect("a report is plain data")
}

/// What is compared: texts, their language and the knobs.
struct Job {
    texts: Vec<String>,
    lang: Option<&'static str>,
    options: Options,
}

/// The seeds two by two and all together, then the generated pairs, some with other knobs and a language.
fn jobs() -> Vec<Job> {
    let seeds: Vec<String> = seeds().into_iter().map(|a| a.text).collect();
    let plain = |texts: Vec<String>| Job { texts, lang: None, options: Options::default() };
    let mut jobs = vec![plain(seeds.clone())];
    for (i, a) in seeds.iter().enumerate() {
        jobs.extend(seeds.iter().skip(i + 1).map(|b| plain(vec![a.clone(), b.clone()])));
    }
    jobs.extend((0..PAIRS).map(|number| {
        let mut dice = Dice::new(!number);
        let lang = [None, None, Some("en"), Some("de"), Some("fr")][dice.below(5)];
        let sensitivity = if dice.once_in(3) { [0, 200, 800, 1000][dice.below(4)] } else { 500 };
        let work_limit =
            if dice.once_in(8) { dice.below(4_000) as u64 } else { Options::default().work_limit };
        let mut options = Options::default();
        options.sensitivity = Sensitivity::new(sensitivity);
        options.work_limit = work_limit;
        Job { texts: pair(number).into(), lang, options }
    }));
    jobs
}

#[test]
fn writes_what_the_wasm_is_held_against() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("differential.jsonl");
    let partial = path.with_extension("partial");
    let mut out = BufWriter::new(std::fs::File::create(&partial).expect("a file of results"));
    let mut linked = 0;
    for Job { texts, lang, options } in jobs() {
        let report = report(&texts, lang, &options);
        linked += u64::from(!report.contains("\"links\":[]"));
        let line = serde_json::json!({
            "texts": texts,
            "lang": lang,
            "options": { "sensitivity": options.sensitivity.get(), "workLimit": options.work_limit },
            "report": report,
        });
        writeln!(out, "{line}").expect("a line of results");
    }
    out.flush().expect("all results");
    std::fs::rename(&partial, &path).expect("the finished file takes its place");
    assert!(
        linked > PAIRS / 2,
        "only {linked} comparisons have a link: there is too little to hold against each other"
    );
}

#[test]
fn a_number_gives_its_pair() {
    assert_eq!(pair(7), pair(7));
    let different: std::collections::BTreeSet<_> = (0..100).map(pair).collect();
    assert!(different.len() > 95, "numbers give different pairs");
}
