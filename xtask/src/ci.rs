//! `cargo xtask ci`: all that a change has to pass.

use crate::args::Args;
use crate::clock::Stopwatch;
use crate::failure::{Outcome, every};
use crate::{lint, size, test};

/// A command's name and its function.
type Part = (&'static str, fn(Args) -> Outcome);

const PARTS: &[Part] = &[("lint", lint::run), ("test", test::run), ("size", size::run)];

/// The command: the commands that contributors run, all of them even when an early one fails.
pub(crate) fn run(args: Args) -> Outcome {
    args.finish()?;
    let watch = Stopwatch::start();
    every(PARTS.iter().map(|&(name, run)| (name, run(Args::new(name, Vec::new())))))?;
    println!("everything passed in {watch}");
    Ok(())
}
