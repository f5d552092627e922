//! `cargo xtask lint`: formatting, clippy in every build that is published, documentation, JavaScript, workflow files, and
//! what may be depended on.

use std::process::Command;

use clap::{ArgMatches, Command as Arguments};

use crate::clock::timed;
use crate::failure::{Outcome, every};
use crate::{deny, process, scripts, tools, workflows};

/// One check: what it looks at and the words after `cargo`.
struct Check {
    doing: &'static str,
    words: &'static [&'static str],
}

const CHECKS: &[Check] = &[
    Check { doing: "formatting", words: &["fmt", "--all", "--check"] },
    Check { doing: "clippy, command line and tests", words: &["clippy", "--workspace", "--all-targets"] },
    Check {
        doing: "clippy, the core alone",
        words: &["clippy", "--package", "diptych", "--no-default-features", "--all-targets"],
    },
    Check {
        doing: "clippy, the page",
        words: &[
            "clippy",
            "--package",
            "diptych",
            "--no-default-features",
            "--features",
            "page",
            "--lib",
            "--target",
            tools::WASM,
        ],
    },
    Check {
        doing: "clippy, the core package",
        words: &[
            "clippy",
            "--package",
            "diptych",
            "--no-default-features",
            "--features",
            "web",
            "--lib",
            "--target",
            tools::WASM,
        ],
    },
    Check { doing: "documentation", words: &["doc", "--workspace", "--no-deps", "--document-private-items"] },
];

/// Takes no arguments.
pub(crate) fn command() -> Arguments {
    Arguments::new("lint")
        .about("Check formatting, clippy (native and wasm), documentation, JavaScript, workflow files, and the crates' licenses and sources")
}

/// The command.
pub(crate) fn run(_: &ArgMatches) -> Outcome {
    check()
}

/// Makes every check, also after one has failed.
pub(crate) fn check() -> Outcome {
    tools::check_components()?;
    tools::ensure_wasm_target()?;
    let checks =
        CHECKS.iter().map(|check| (check.doing, timed(check.doing, || process::run(&mut strict(check)))));
    let others = [
        ("licenses, bans and sources of the crates", deny::check as fn() -> Outcome),
        ("format, lints and types of JavaScript", scripts::check),
        ("workflow files", workflows::check),
    ];
    every(checks.chain(others.into_iter().map(|(doing, check)| (doing, timed(doing, check)))))
}

/// The check's call, with warnings as errors in our own code only.
fn strict(check: &Check) -> Command {
    let mut cargo = process::cargo();
    cargo.args(check.words);
    if check.words[0] != "fmt" {
        cargo.arg("--locked");
    }
    match check.words[0] {
        "clippy" => cargo.args(["--keep-going", "--", "-D", "warnings"]),
        "doc" => cargo.env("RUSTDOCFLAGS", "-D warnings"),
        _ => &mut cargo,
    };
    cargo
}
