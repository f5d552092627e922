//! `cargo xtask fuzz`: attacks the core with libFuzzer, and the page's JavaScript with a fuzzer of its own.
//!
//! libFuzzer runs on the stable tool chain without sanitizers, which would need nightly: the code is safe Rust, and
//! what is looked for are panics, overflows, endless loops and broken invariants. It sees the core's coverage.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, builder::PossibleValuesParser};

use crate::clock::{timed, timed_long};
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

/// The scripts that only a browser can run.
const IN_BROWSER: &[&str] = &["html"];

/// What rustc is told so that libFuzzer sees which code ran; the same words as cargo-fuzz's without a sanitizer.
const COVERAGE: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
                        -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
                        -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares";

/// What may be asked for.
pub(crate) fn command() -> Command {
    let targets = PossibleValuesParser::new(TARGETS.iter().map(|target| target.name));
    Command::new("fuzz")
        .about("Attack the core and the page's scripts with made-up texts; found cases stay in fuzz/found")
        .arg(Arg::new("target").value_name("TARGET").value_parser(targets).help("attack only this"))
        .arg(
            Arg::new("minutes")
                .long("minutes")
                .value_name("N")
                .value_parser(seconds)
                .default_value("10")
                .help("time for each target; 0.5 is half a minute"),
        )
}

/// The command.
pub(crate) fn run(arguments: &ArgMatches) -> Outcome {
    let seconds = arguments.get_one::<u64>("minutes").copied().unwrap_or_default();
    let name = arguments.get_one::<String>("target");
    let chosen: Vec<&Target> = TARGETS.iter().filter(|t| name.is_none_or(|n| n == t.name)).collect();
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

/// Minutes, with a fraction where wanted, as seconds.
fn seconds(minutes: &str) -> Result<u64, String> {
    let (whole, tenths) = minutes.split_once('.').unwrap_or((minutes, "0"));
    let parsed = whole.parse::<u64>().ok().zip(tenths.get(..1).and_then(|t| t.parse::<u64>().ok()));
    let seconds = parsed.and_then(|(whole, tenths)| whole.checked_mul(60)?.checked_add(tenths * 6));
    seconds.ok_or_else(|| format!("`{minutes}` is no number of minutes"))
}

/// The fuzzer with all targets in it.
fn built() -> Outcome<PathBuf> {
    let host = host()?;
    let folder = paths::target().join("fuzz");
    let mut cargo = process::cargo();
    cargo.args(["build", "--release", "--locked", "--quiet", "--manifest-path", "fuzz/Cargo.toml"]);
    // With a target named, build scripts and macros are left without the counters, which only libFuzzer knows.
    cargo.args(["--target", &host]).arg("--target-dir").arg(&folder).env("RUSTFLAGS", COVERAGE);
    timed_long("compiling the fuzzer, which needs a C++ compiler", "about 2 minutes the first time", || {
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
    if IN_BROWSER.contains(&name) {
        tools::npm_packages(&paths::browser_tests())?;
        node.env("DIPTYCH_CHROME", tools::chromium()?);
    }
    timed(&format!("attacking {name} for {seconds} s"), || process::run(&mut node))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_may_have_a_fraction() {
        assert_eq!(seconds("2").unwrap(), 120);
        assert_eq!(seconds("0.5").unwrap(), 30);
        assert_eq!(seconds("1."), Err("`1.` is no number of minutes".to_owned()));
        assert!(seconds("soon").is_err());
    }

    #[test]
    fn every_target_has_cases_to_begin_with() {
        for target in TARGETS {
            assert!(!paths::files(&found(target.name)).unwrap().is_empty(), "{}", target.name);
        }
    }
}
