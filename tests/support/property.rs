//! Properties: what must hold of any input.
//!
//! Inputs are made from a seed that is fixed for each property, so that a run ends the same everywhere. Those that once
//! broke a property are tried first: `tests/cases/properties/NAME.txt` holds one as JSON a line. `cargo xtask properties`
//! tries fresh seeds and prints what it finds as a line to add there.

use proptest::prelude::{ProptestConfig, Strategy};
use proptest::test_runner::{RngSeed, TestCaseError, TestError, TestRunner};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::any::type_name_of_val;
use std::fs;
use std::path::{Path, PathBuf};

/// Where inputs that once broke a property are kept, in the repository.
pub(crate) const FOUND: &str = "tests/cases/properties";

/// Fails unless `holds` for each input that is kept for the property, and for `cases` others. The property is named by
/// the test that calls this. `PROPTEST_CASES` asks for another number of cases, `PROPTEST_RNG_SEED` for another seed.
pub(crate) fn property<S>(cases: u32, inputs: S, holds: impl Fn(S::Value) -> Result<(), TestCaseError>)
where
    S: Strategy<Value: Serialize + DeserializeOwned>,
{
    let name = name_of(type_name_of_val(&holds));
    for line in kept(name) {
        let input =
            serde_json::from_str(&line).unwrap_or_else(|error| panic!("{FOUND}/{name}.txt: {error}: {line}"));
        if let Err(breach) = holds(input) {
            panic!("{name} does not hold for a case of {FOUND}/{name}.txt: {breach}\n{line}");
        }
    }
    if let Err(TestError::Fail(breach, input)) = TestRunner::new(config(name, cases)).run(&inputs, holds) {
        let line = serde_json::to_string(&input).expect("inputs can be written");
        report(name, &line);
        panic!("{name} does not hold: {breach}\na line to add to {FOUND}/{name}.txt:\n{line}");
    }
}

/// The function that a closure stands in, by the closure's type.
fn name_of(closure: &'static str) -> &'static str {
    closure.split("::").filter(|part| !part.starts_with('{')).last().unwrap_or(closure)
}

/// The lines of the property's file; none where there is none.
fn kept(name: &str) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOUND).join(name).with_extension("txt");
    let text = if file.exists() {
        fs::read_to_string(file).expect("a readable file of cases")
    } else {
        String::new()
    };
    text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

fn config(name: &str, cases: u32) -> ProptestConfig {
    let asked = |variable: &str| std::env::var(variable).ok()?.parse().ok();
    // Each property has inputs of its own, even where two make them in the same way.
    let own = name.bytes().fold(0, |hash: u64, byte| hash.wrapping_mul(31).wrapping_add(byte.into()));
    ProptestConfig {
        cases: asked("PROPTEST_CASES").and_then(|cases| u32::try_from(cases).ok()).unwrap_or(cases),
        rng_seed: RngSeed::Fixed(own ^ asked("PROPTEST_RNG_SEED").unwrap_or(0)),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Leaves what was found where `cargo xtask properties` looks for it.
fn report(name: &str, line: &str) {
    if let Some(folder) = std::env::var_os("DIPTYCH_FOUND") {
        fs::write(PathBuf::from(folder).join(name), line).expect("a folder to write to");
    }
}
