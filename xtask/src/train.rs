//! `cargo xtask train`: makes the weights of the link model from gold alignments.

use crate::args::Args;
use crate::failure::Outcome;
use crate::process;

/// The command. It hands everything to `examples/train`, which uses the crate itself; so this tool need not.
pub(crate) fn run(args: Args) -> Outcome {
    let build = ["run", "--quiet", "--release", "--example", "train", "--"];
    process::run(process::cargo().args(build).args(args.rest()))
}
