//! What the Rust tool chain itself has to have.

use std::path::Path;

use crate::clock::timed;
use crate::failure::{Failure, Outcome};
use crate::process::{self, probe, program};

pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target to the tool chain in use when it is not there.
pub(crate) fn ensure_wasm_target() -> Outcome {
    let sysroot = probe(program("rustc").args(["--print", "sysroot"])).ok_or_else(|| {
        Failure::usage("the program `rustc` is missing: install Rust with rustup and try again.")
    })?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).join("lib").exists() {
        return Ok(());
    }
    rustup_exists(&format!("the Rust target {WASM} is missing"))?;
    timed(&format!("adding the Rust target {WASM} (a download of 20 MB)"), || {
        process::run(program("rustup").args(["target", "add", WASM]))
    })
}

/// Adds rustfmt and clippy to the tool chain in use when they are not there.
pub(crate) fn check_components() -> Outcome {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if probe(process::cargo().args([subcommand, "--version"])).is_some() {
            continue;
        }
        rustup_exists(&format!("the Rust component {component} is missing"))?;
        timed(&format!("adding the Rust component {component}"), || {
            process::run(program("rustup").args(["component", "add", component]))
        })?;
    }
    Ok(())
}

fn rustup_exists(what_is_missing: &str) -> Outcome {
    match probe(program("rustup").arg("--version")) {
        Some(_) => Ok(()),
        None => Err(Failure::usage(format!(
            "{what_is_missing}, and so is rustup, which would add it: install rustup and try again."
        ))),
    }
}
