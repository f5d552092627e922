//! What the fuzzers attack, on everything that they ever found and on the seeds: `cargo xtask fuzz` looks for more.

#![cfg(feature = "input")]
#![expect(clippy::expect_used, reason = "a test may fail")]

#[path = "../fuzz/targets.rs"]
mod targets;

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect()
}

/// Runs a target and says on which case it failed.
fn attack(target: fn(&[u8]), bytes: &[u8], case: &Path) {
    let outcome = std::panic::catch_unwind(|| target(bytes));
    assert!(outcome.is_ok(), "{} fails", case.display());
}

#[test]
fn what_was_found_once_is_right_now() {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/found");
    for (name, target) in targets::TARGETS {
        let cases = files(&found.join(name));
        assert!(!cases.is_empty(), "{name} has no case in fuzz/found");
        for case in cases {
            attack(*target, &fs::read(&case).expect("a readable case"), &case);
        }
    }
}

#[test]
fn the_seeds_stand_every_attack() {
    let seeds = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds"));
    assert!(seeds.len() > 4, "the seeds are there");
    for path in seeds {
        let bytes = fs::read(&path).expect("a readable seed");
        for (name, target) in targets::TARGETS {
            attack(*target, &bytes, &path.with_extension(name));
        }
    }
}

#[test]
fn a_target_is_found_by_its_name() {
    assert!(targets::find("compare").is_some() && targets::find("compar").is_none());
}
