//! `cargo xtask fuzz`: attacks the core with libFuzzer, and the page's JavaScript with a fuzzer of its own.
//!
//! libFuzzer runs on the stable tool chain without sanitizers, which would need nightly: the code is safe Rust, and
//! what is looked for are panics, overflows, endless loops and broken invariants. It sees the core's coverage.

use std::path::PathBuf;

use crate::args::Args;
use crate::clock::timed;
use crate::failure::{Failure, Outcome, every};
use crate::{paths, process, tools};

/// One thing to attack, and the longest input that is worth trying on it.
struct Target {
    name: &'static str,
    /// In bytes; nothing for the page's JavaScript, whose fuzzer knows its own.
    longest: Option<u32>,
}

const TARGETS: &[Target] = &[
    Target { name: "read", longest: Some(4000) },
    Target { name: "segment", longest: Some(2000) },
    Target { name: "tokenize", longest: Some(1000) },
    Target { name: "compare", longest: Some(1200) },
    Target { name: "words", longest: Some(400) },
    Target { name: "story", longest: Some(2000) },
    Target { name: "share", longest: None },
    Target { name: "damaged", longest: None },
    Target { name: "story-js", longest: None },
    Target { name: "html", longest: None },
];

/// What rustc is told so that libFuzzer sees which code ran; the same words as cargo-fuzz's without a sanitizer.
const COVERAGE: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
                        -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
                        -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares";

/// The command.
pub(crate) fn run(mut args: Args) -> Outcome {
    let seconds = seconds(args.value("--minutes")?)?;
    let name = args.filter();
    args.finish()?;
    let chosen: Vec<&Target> =
        TARGETS.iter().filter(|t| name.as_deref().is_none_or(|n| n == t.name)).collect();
    if chosen.is_empty() {
        let names: Vec<&str> = TARGETS.iter().map(|t| t.name).collect();
        return Err(Failure::usage(format!("there is no such target; there are {}.", names.join(", "))));
    }
    let native = chosen.iter().any(|t| t.longest.is_some());
    let program = if native { Some(built()?) } else { None };
    every(chosen.into_iter().map(|target| {
        let outcome = match (target.longest, &program) {
            (Some(longest), Some(program)) => attack(program, target.name, longest, seconds),
            _ => attack_script(target.name, seconds),
        };
        (target.name, outcome)
    }))
}

/// Minutes, with a fraction where wanted, as seconds; ten minutes when nothing is said.
fn seconds(minutes: Option<String>) -> Outcome<u64> {
    let Some(minutes) = minutes else { return Ok(600) };
    let (whole, tenths) = minutes.split_once('.').unwrap_or((&minutes, "0"));
    let parsed = whole.parse::<u64>().ok().zip(tenths.get(..1).and_then(|t| t.parse::<u64>().ok()));
    let seconds = parsed.and_then(|(whole, tenths)| whole.checked_mul(60)?.checked_add(tenths * 6));
    seconds.ok_or_else(|| Failure::usage(format!("`{minutes}` is no number of minutes.")))
}

/// The fuzzer with all targets in it.
fn built() -> Outcome<PathBuf> {
    let host = host()?;
    let folder = paths::target().join("fuzz");
    let mut cargo = process::cargo();
    cargo.args(["build", "--release", "--locked", "--quiet", "--manifest-path", "fuzz/Cargo.toml"]);
    // With a target named, build scripts and macros are left without the counters, which only libFuzzer knows.
    cargo.args(["--target", &host]).arg("--target-dir").arg(&folder).env("RUSTFLAGS", COVERAGE);
    timed("compiling the fuzzer (2 minutes the first time; needs a C++ compiler)", || {
        process::run(&mut cargo)
    })?;
    Ok(folder.join(host).join("release").join("fuzz"))
}

fn host() -> Outcome<String> {
    let version = process::probe(process::program("rustc").arg("-vV")).unwrap_or_default();
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Failure::usage("`rustc -vV` does not tell the machine's name."))
}

/// Cases that were found, kept in the repository and replayed by the tests.
fn found(name: &str) -> PathBuf {
    paths::root().join("fuzz").join("found").join(name)
}

fn attack(program: &PathBuf, name: &str, longest: u32, seconds: u64) -> Outcome {
    let corpus = paths::target().join("fuzz").join("corpus").join(name);
    paths::make_folder(&corpus)?;
    let mut fuzzer = process::program(program);
    fuzzer.env("DIPTYCH_FUZZ_TARGET", name);
    fuzzer.arg(corpus).arg(found(name)).arg(paths::root().join("seeds"));
    fuzzer.arg(format!("-max_total_time={seconds}")).arg(format!("-max_len={longest}"));
    fuzzer.arg(format!("-artifact_prefix={}/", found(name).display()));
    fuzzer.args(["-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1", "-verbosity=0"]);
    timed(&format!("attacking {name} for {seconds} s"), || process::run(&mut fuzzer))
}

fn attack_script(name: &str, seconds: u64) -> Outcome {
    let mut node = tools::node();
    node.arg(paths::root().join("fuzz").join("js").join("fuzz.mjs")).arg(name).arg(seconds.to_string());
    node.arg(found(name));
    timed(&format!("attacking {name} for {seconds} s"), || process::run(&mut node))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_may_have_a_fraction() {
        assert_eq!(seconds(None).unwrap(), 600);
        assert_eq!(seconds(Some("2".into())).unwrap(), 120);
        assert_eq!(seconds(Some("0.5".into())).unwrap(), 30);
        assert!(seconds(Some("soon".into())).unwrap_err().is_usage());
        assert!(seconds(Some("1.".into())).unwrap_err().is_usage());
    }

    #[test]
    fn every_target_has_cases_to_begin_with() {
        for target in TARGETS {
            assert!(!paths::files(&found(target.name)).unwrap().is_empty(), "{}", target.name);
        }
    }
}
