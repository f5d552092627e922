//! Licenses, banned crates and sources of all crates of both lock files, held to `deny.toml` by cargo-deny without a network.

use crate::failure::{Outcome, every};
use crate::{process, tools};

/// The workspaces, each with a lock file of its own: what is published and tested, and the fuzzer.
const MANIFESTS: [&str; 2] = ["Cargo.toml", "fuzz/Cargo.toml"];

/// Checks everything; cargo-deny prints what breaks a rule.
pub(crate) fn check() -> Outcome {
    every(MANIFESTS.into_iter().map(|manifest| (manifest, check_workspace(manifest))))
}

fn check_workspace(manifest: &str) -> Outcome {
    let place = ["--manifest-path", manifest];
    process::run(process::cargo().args(["fetch", "--locked", "--quiet"]).args(place))?;
    let mut deny = tools::cargo_deny()?;
    deny.args(["--offline", "--locked", "--workspace", "--log-level", "error"]).args(place);
    process::run(deny.args(["--config", "deny.toml", "check", "licenses", "bans", "sources"]))
}
