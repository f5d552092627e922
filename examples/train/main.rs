//! Makes the weights of the link model from gold alignments and tells how good they are.
//!
//! `cargo xtask train --gold G.tsv --sentences S.json --texts DIR [--test-gold … --test-sentences … --test-texts …]
//! [--write FILE] [--ablate] [--show]`
//!
//! Fits on the gold set, cross-validates by event, tests on the test set, and writes the weights.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a command prints its report, and never runs in the page"
)]

mod evaluate;
mod fit;
mod gold;
mod report;

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match report::run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("train: {message}");
            ExitCode::from(2)
        }
    }
}
