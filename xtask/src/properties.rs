//! `cargo xtask properties`: the property tests on fresh inputs. `cargo xtask test` runs them from fixed seeds, so that
//! it ends the same everywhere; this looks for what breaks.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};

use clap::{Arg, ArgMatches, Command, value_parser};

use crate::clock::timed;
use crate::failure::Outcome;
use crate::{paths, process};

/// Where lines that break a property are added, by the property's name.
const CASES: &str = "tests/cases/properties";

/// What may be asked for.
pub(crate) fn command() -> Command {
    let number =
        |name: &'static str| Arg::new(name).long(name).value_name("N").value_parser(value_parser!(u64));
    Command::new("properties")
        .about("Run the property tests on fresh inputs; print what breaks one as a case to add")
        .arg(number("cases").default_value("10000").help("inputs for each property; 10000 take some minutes"))
        .arg(number("seed").help("begin where an earlier run did"))
        .arg(Arg::new("filter").value_name("FILTER").help("run only tests whose name contains this"))
}

/// The command.
pub(crate) fn run(arguments: &ArgMatches) -> Outcome {
    let number = |name| arguments.get_one::<u64>(name).copied();
    let cases = number("cases").unwrap_or_default();
    let seed = number("seed").unwrap_or_else(fresh);
    let filter = arguments.get_one::<String>("filter");
    let found = paths::scratch().join("properties");
    paths::remove_folder(&found)?;
    paths::make_folder(&found)?;
    let mut cargo = process::cargo();
    cargo.args(["test", "--locked", "--profile", "long", "--no-fail-fast", "--package", "diptych", "--lib"]);
    cargo.args(tests_with_properties()?.iter().flat_map(|test| ["--test", test]));
    cargo.args(filter);
    cargo.env("PROPTEST_CASES", cases.to_string()).env("PROPTEST_RNG_SEED", seed.to_string());
    cargo.env("DIPTYCH_FOUND", &found);
    let outcome =
        timed(&format!("{cases} inputs for each property, from seed {seed}"), || process::run(&mut cargo));
    for name in paths::files(&found)? {
        println!("\na line to add to {CASES}/{name}.txt:\n{}", paths::read_text(&found.join(&name))?);
    }
    outcome
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
