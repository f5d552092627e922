//! `cargo xtask train`: makes the weights of the link model from gold alignments.

use clap::{Arg, ArgMatches, Command};

use crate::failure::Outcome;
use crate::process;

/// Takes the arguments of the program that it runs.
pub(crate) fn command() -> Command {
    Command::new("train")
        .about("Fit the link model on gold alignments, cross-validate it, test it, write its weights")
        .arg(Arg::new("arguments").num_args(0..).trailing_var_arg(true).allow_hyphen_values(true))
        .override_usage(
            "cargo xtask train --texts FOLDER [--write FILE] [--with-built-in] [--without FEATURE,…] [--ablate] [--show] \
             [--threshold SCORE]",
        )
}

/// The command. It hands everything to `examples/train`, which uses the crate itself; so this tool need not.
pub(crate) fn run(arguments: &ArgMatches) -> Outcome {
    let build = ["run", "--quiet", "--release", "--example", "train", "--"];
    process::run(
        process::cargo().args(build).args(arguments.get_many::<String>("arguments").unwrap_or_default()),
    )
}
