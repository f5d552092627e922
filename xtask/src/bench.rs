//! `cargo xtask bench`: how fast, how good and how large, natively and beside other libraries in Chromium.
//!
//! Prints tables as `docs/benchmarks.md` shows them.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::build::{self, Artifact, Mode, Story};
use crate::clock::timed_long;
use crate::failure::Outcome;
use crate::{paths, process, tools};

/// What may be asked for.
pub(crate) fn command() -> Command {
    let half = |name: &'static str, help| Arg::new(name).long(name).action(ArgAction::SetTrue).help(help);
    let numbers = |name: &'static str| Arg::new(name).long(name).value_parser(value_parser!(u32));
    Command::new("bench")
        .about("Measure time, memory and F1, natively and beside other libraries in Chromium")
        .arg(half("native", "leave out Chromium").conflicts_with("browser"))
        .arg(half("browser", "leave out what runs natively"))
        .arg(numbers("runs").value_name("N").default_value("11").help("runs of each measurement"))
        .arg(
            numbers("lines")
                .value_name("N,N,…")
                .value_delimiter(',')
                .default_value("100,1000,10000,31000")
                .help("lengths of the texts"),
        )
}

/// The command.
pub(crate) fn run(arguments: &ArgMatches) -> Outcome {
    let (native, browser) = (arguments.get_flag("native"), arguments.get_flag("browser"));
    let numbers = |name| arguments.get_many::<u32>(name).unwrap_or_default().map(u32::to_string);
    let runs: String = numbers("runs").collect();
    let lines: Vec<String> = numbers("lines").collect();
    let corpora = tools::corpora()?;
    println!("Machine: {}\n", machine());
    if !browser {
        stages()?;
        scale(&corpora, &runs, &lines)?;
    }
    if !native {
        in_chromium(&corpora, &runs, &lines)?;
    }
    Ok(())
}

/// The processor and how many of it there are, where the system tells.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let told = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = told.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default();
    let (system, arch) = (std::env::consts::OS, std::env::consts::ARCH);
    let model = model.map_or("unknown processor", |(_, model)| model);
    format!("{model}, {cores} cores, {system} {arch}, load at the start {load}")
}

/// As fast as a release. Cargo builds benchmarks so that they unwind and releases so that they abort; both at once would
/// write the library twice under one name.
const PROFILE: &str = "measure";

/// Every stage by itself on two articles, by criterion.
fn stages() -> Outcome {
    let mut cargo = process::cargo();
    cargo.args(["bench", "--quiet", "--locked", "--profile", PROFILE, "--package", "diptych-bench"]);
    cargo.args(["--bench", "stages", "--"]);
    cargo.args(["--output-format", "bencher", "--noplot"]);
    let told = timed_long("measuring every stage", "2 to 4 minutes", || process::output(&mut cargo))?;
    println!("| stage | µs | ± |\n|---|--:|--:|");
    for (name, time, spread) in String::from_utf8_lossy(&told).lines().filter_map(measured) {
        println!("| {name} | {} | {} |", microseconds(time), microseconds(spread));
    }
    println!();
    Ok(())
}

/// Name, nanoseconds and spread from a line `test NAME ... bench: N ns/iter (+/- M)`.
fn measured(line: &str) -> Option<(&str, u64, u64)> {
    let (name, rest) = line.strip_prefix("test ")?.split_once(" ... bench:")?;
    let (time, rest) = rest.split_once(" ns/iter (+/- ")?;
    let number = |text: &str| text.trim().replace(',', "").parse().ok();
    Some((name, number(time)?, number(rest.strip_suffix(')')?)?))
}

fn microseconds(nanoseconds: u64) -> String {
    format!("{}.{}", nanoseconds / 1000, nanoseconds % 1000 / 100)
}

/// Time, memory and F1 by size and change, natively.
fn scale(corpora: &Path, runs: &str, lines: &[String]) -> Outcome {
    let mut cargo = process::cargo();
    cargo.args([
        "run",
        "--quiet",
        "--locked",
        "--profile",
        PROFILE,
        "--package",
        "diptych-bench",
        "--bin",
        "scale",
        "--",
    ]);
    let doing = "comparing two translations natively";
    timed_long(doing, "2 to 5 minutes", || process::run(cargo.arg(corpora).arg(runs).args(lines)))?;
    println!();
    Ok(())
}

/// The published build beside other libraries, in turns, in one page.
fn in_chromium(corpora: &Path, runs: &str, lines: &[String]) -> Outcome {
    let folder = browser_folder();
    let chromium = tools::chromium()?;
    tools::npm_packages(&folder)?;
    let dist = build::build(Mode::Published, Story::Seeds, &[Artifact::Page])?;
    let mut node = tools::node();
    node.arg(folder.join("bench.mjs")).arg(dist).arg(chromium).arg(corpora).arg(runs).args(lines);
    timed_long("comparing beside other libraries in Chromium", "5 to 10 minutes", || process::run(&mut node))
}

fn browser_folder() -> PathBuf {
    paths::root().join("benches").join("browser")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_criterion_is_understood() {
        let line =
            "test 3 prepare (segment, tokenize), two articles ... bench:     1,234,567 ns/iter (+/- 8,901)";
        assert_eq!(measured(line), Some(("3 prepare (segment, tokenize), two articles", 1_234_567, 8901)));
        assert_eq!(measured("Gnuplot not found"), None);
        assert_eq!(microseconds(1_234_567), "1234.5");
    }
}
