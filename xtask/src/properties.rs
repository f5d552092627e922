//! `cargo xtask properties`: the property tests on fresh inputs. `cargo xtask test` runs them from fixed seeds, so that
//! it ends the same everywhere; this looks for what breaks.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};

use crate::args::Args;
use crate::clock::timed;
use crate::failure::{Failure, Outcome};
use crate::{paths, process};

/// Where lines that break a property are added, by the property's name.
const CASES: &str = "tests/cases/properties";
/// So many inputs for each property, unless others are asked for: some minutes.
const USUAL: u32 = 10_000;

/// The command.
pub(crate) fn run(mut args: Args) -> Outcome {
    let cases = number(&mut args, "--cases")?.unwrap_or(USUAL.into());
    let seed = number(&mut args, "--seed")?.unwrap_or_else(fresh);
    let filter = args.filter();
    args.finish()?;
    let found = paths::scratch().join("properties");
    paths::remove_folder(&found)?;
    paths::make_folder(&found)?;
    let mut cargo = process::cargo();
    cargo.args(["test", "--locked", "--profile", "long", "--no-fail-fast", "--package", "diptych", "--lib"]);
    cargo.args(tests_with_properties()?.iter().flat_map(|test| ["--test", test]));
    cargo.args(filter);
    cargo.env("PROPTEST_CASES", cases.to_string()).env("PROPTEST_RNG_SEED", seed.to_string());
    cargo.env("DIPTYCH_FOUND", &found);
    let outcome = timed(&format!("{cases} inputs for each property, from seed {seed}"), || process::run(&mut cargo));
    for name in paths::files(&found)? {
        println!("\na line to add to {CASES}/{name}.txt:\n{}", paths::read_text(&found.join(&name))?);
    }
    outcome
}

/// A whole number after the option `name`.
fn number(args: &mut Args, name: &str) -> Outcome<Option<u64>> {
    let Some(word) = args.value(name)? else { return Ok(None) };
    word.parse().map(Some).map_err(|_| Failure::usage(format!("`{name}` needs a whole number, not `{word}`.")))
}

/// A seed that no run had before: the standard library makes one for each of its hash maps.
fn fresh() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// The test files that hold a property.
fn tests_with_properties() -> Outcome<Vec<String>> {
    let folder = paths::root().join("tests");
    let mut tests = Vec::new();
    for name in paths::files(&folder)? {
        let Some(test) = name.strip_suffix(".rs").filter(|test| !test.contains('/')) else { continue };
        if paths::read_text(&folder.join(&name))?.contains("property(") {
            tests.push(test.to_owned());
        }
    }
    Ok(tests)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_run_has_a_seed_of_its_own() {
        assert_ne!(fresh(), fresh());
    }

    #[test]
    fn the_files_with_properties_are_found() {
        let tests = tests_with_properties().unwrap();
        assert!(tests.iter().any(|test| test == "diff_properties"), "{tests:?}");
        assert!(!tests.iter().any(|test| test == "layering"), "{tests:?}");
    }
}
