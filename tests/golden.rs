//! The whole report of the built-in story, to be read and to be kept.
//!
//! A change that is meant is accepted with `DIPTYCH_BLESS=1 cargo test --test golden`, and read in the diff.

#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "a test may fail")]

use std::path::Path;
use std::process::Command;

const GOLDEN: &str = "tests/golden/seeds.txt";

#[test]
fn the_seeds_are_reported_as_before() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(env!("CARGO_BIN_EXE_diptych"))
        .args(["compare", "seeds/story.json", "--format", "text"])
        .current_dir(root)
        .output()
        .expect("the program runs");
    let found = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success() && found.lines().count() > 100, "{found}");
    let path = root.join(GOLDEN);
    if std::env::var_os("DIPTYCH_BLESS").is_some() {
        std::fs::write(&path, &found).expect("the golden report can be written");
    }
    let expected = std::fs::read_to_string(&path).expect("the golden report is part of the repository");
    let changed = differences(&expected, &found);
    assert!(
        changed.is_empty(),
        "{} lines of {GOLDEN} changed; if that is meant, accept it with DIPTYCH_BLESS=1 cargo test --test golden\n{}",
        changed.len(),
        changed.join("\n")
    );
}

/// The lines that only one of the texts has, as many times as it has more of them.
fn differences(expected: &str, found: &str) -> Vec<String> {
    let mut left: Vec<&str> = expected.lines().collect();
    let mut added = Vec::new();
    for line in found.lines() {
        match left.iter().position(|l| *l == line) {
            Some(at) => drop(left.remove(at)),
            None => added.push(format!("+ {line}")),
        }
    }
    let same_lines = left.is_empty() && added.is_empty();
    if same_lines && expected != found {
        return vec!["the lines are the same in another order".to_owned()];
    }
    left.iter().map(|line| format!("- {line}")).chain(added).collect()
}
