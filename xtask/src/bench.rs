//! `cargo xtask bench`: how fast, how good and how large, natively and beside other libraries in Chromium.

use std::path::{Path, PathBuf};

use crate::args::Args;
use crate::clock::timed;
use crate::failure::Outcome;
use crate::{build, paths, process, tools};

/// The command.
pub(crate) fn run(mut args: Args) -> Outcome {
    let (native, browser) = (args.switch("--native"), args.switch("--browser"));
    let runs = args.value("--runs")?.unwrap_or_else(|| "11".into());
    let lines = args.value("--lines")?.unwrap_or_else(|| "100,1000,10000,31000".into());
    args.finish()?;
    let lines: Vec<&str> = lines.split(',').collect();
    let corpora = tools::corpora()?;
    if !browser {
        scale(&corpora, &runs, &lines)?;
    }
    if !native {
        in_chromium(&corpora, &runs, &lines)?;
    }
    Ok(())
}

/// Time, candidates and F1 by size and change, natively.
fn scale(corpora: &Path, runs: &str, lines: &[&str]) -> Outcome {
    let mut cargo = process::cargo();
    cargo.args([
        "run",
        "--quiet",
        "--locked",
        "--release",
        "--package",
        "diptych-bench",
        "--bin",
        "scale",
        "--",
    ]);
    timed("comparing two translations natively", || process::run(cargo.arg(corpora).arg(runs).args(lines)))
}

/// The published build beside other libraries, in turns, in one page.
fn in_chromium(corpora: &Path, runs: &str, lines: &[&str]) -> Outcome {
    let folder = browser_folder();
    let chromium = tools::chromium()?;
    tools::npm_packages(&folder)?;
    let dist = build::build(build::Mode::Published)?;
    let mut node = tools::node();
    node.arg(folder.join("bench.mjs")).arg(dist).arg(chromium).arg(corpora).arg(runs).args(lines);
    timed("comparing beside other libraries in Chromium", || process::run(&mut node))
}

fn browser_folder() -> PathBuf {
    paths::root().join("benches").join("browser")
}
