//! `cargo xtask ci`: all that a change has to pass.

use crate::args::Args;
use crate::clock::Stopwatch;
use crate::failure::Outcome;
use crate::{lint, size, test};

/// The command: the commands that contributors run, in the order that fails soonest.
pub(crate) fn run(args: Args) -> Outcome {
    args.finish()?;
    let watch = Stopwatch::start();
    lint::run(Args::new("lint", Vec::new()))?;
    test::run(Args::new("test", Vec::new()))?;
    size::run(Args::new("size", Vec::new()))?;
    println!("everything passed in {watch}");
    Ok(())
}
