//! `cargo xtask ci`: all that a change has to pass.

use clap::{ArgMatches, Command};

use crate::clock::Stopwatch;
use crate::failure::{Outcome, every};
use crate::{lint, size, test};

/// A command's name and what it does without arguments.
type Part = (&'static str, fn() -> Outcome);

const PARTS: &[Part] = &[("lint", lint::check), ("test", test::all), ("size", size::check)];

/// Takes no arguments.
pub(crate) fn command() -> Command {
    Command::new("ci").about("All that a change has to pass: lint, test, size")
}

/// The command: the commands that contributors run, all of them even when an early one fails.
pub(crate) fn run(_: &ArgMatches) -> Outcome {
    let watch = Stopwatch::start();
    every(PARTS.iter().map(|&(name, check)| (name, check())))?;
    println!("everything passed in {watch}");
    Ok(())
}
