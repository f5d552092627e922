//! Makes the weights of the link model from gold alignments and tells how good they are: `cargo xtask train`.
//!
//! Fits on the gold set of four events, cross-validates by event and by article, tests on the built-in event, which takes
//! no part in training, and writes the weights.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a command prints its report, and never runs in the page"
)]
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail"))]

mod evaluate;
mod fit;
mod gold;
mod report;

use clap::{Arg, ArgAction, Command, value_parser};
use report::Request;
use std::path::PathBuf;
use std::process::ExitCode;

/// Where precision and recall balance; the default sensitivity draws the line here.
const THRESHOLD: &str = "0.3";

fn command() -> Command {
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    let path = |name: &'static str| Arg::new(name).long(name).value_parser(value_parser!(PathBuf));
    Command::new("train")
        .about("Fit the link model on gold alignments, cross-validate it, test it, write its weights")
        .arg(path("texts").required(true).value_name("FOLDER").help("The texts that docs/alignment.md names"))
        .arg(path("write").value_name("FILE").help("Write the weights here"))
        .arg(flag("with-built-in").help("Train on the built-in event as well"))
        .arg(
            Arg::new("without")
                .long("without")
                .value_name("FEATURE,…")
                .value_delimiter(',')
                .help("Leave out these features"),
        )
        .arg(flag("ablate").help("Leave out each feature in turn"))
        .arg(flag("show").help("List false links and misses on the built-in event"))
        .arg(
            Arg::new("threshold")
                .long("threshold")
                .value_name("SCORE")
                .default_value(THRESHOLD)
                .value_parser(value_parser!(f64))
                .help("The score from which on pairs count as linked, 0 to 1"),
        )
}

fn main() -> ExitCode {
    let mut arguments = command().get_matches();
    let request = Request {
        texts: arguments.remove_one("texts").unwrap_or_default(),
        with_built_in: arguments.get_flag("with-built-in"),
        without: arguments.remove_many("without").into_iter().flatten().collect(),
        ablate: arguments.get_flag("ablate"),
        show: arguments.get_flag("show"),
        threshold: arguments.remove_one("threshold").unwrap_or_default(),
        write: arguments.remove_one("write"),
    };
    match report::run(&request) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("train: {message}");
            ExitCode::from(2)
        }
    }
}
