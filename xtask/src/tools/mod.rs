//! The programs that a build needs beside cargo, installed once into the cache.
//!
//! Each has a folder of its own, `tools/NAME-VERSION`, that appears by one rename when it is complete:
//! an install that was cut off leaves nothing that looks installed.

mod cached;
mod chromium;
mod corpora;
mod crates;
mod debian;
mod engines;
mod npm;
mod rust;

use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) use chromium::find_or_install as chromium;
pub(crate) use corpora::ready as corpora;
pub(crate) use engines::{Engine, find_or_install as engines};
pub(crate) use npm::{check as check_node, node, npm, ready_in_clone as npm_packages};
pub(crate) use rust::{WASM, check_components, ensure_wasm_target};

use crate::failure::{Failure, Outcome};
use crate::process;

/// A call of Trunk that finds the right wasm-bindgen and downloads nothing.
pub(crate) fn trunk() -> Outcome<Command> {
    let (trunk, wasm_bindgen) = (crates::ready(&crates::TRUNK)?, crates::wasm_bindgen()?);
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let folders =
        wasm_bindgen.parent().map(Path::to_path_buf).into_iter().chain(std::env::split_paths(&folders));
    let path = std::env::join_paths(folders)
        .map_err(|error| Failure::usage(format!("the tool cache can't be put on PATH: {error}.")))?;
    let mut command = process::program(trunk);
    command.env("PATH", path).env("TRUNK_SKIP_VERSION_CHECK", "true");
    // The compiler's own messages tell more than Trunk's log and its backtraces.
    command.env("RUST_LOG", "error").env("RUST_BACKTRACE", "0");
    // Trunk reads any value but `true` and `false` as a mistake; some shells export `NO_COLOR=1`.
    command.env_remove("NO_COLOR");
    Ok(command)
}

/// A call of wasm-bindgen.
pub(crate) fn wasm_bindgen() -> Outcome<Command> {
    crates::wasm_bindgen().map(process::program)
}

/// A call of cargo-deny.
pub(crate) fn cargo_deny() -> Outcome<Command> {
    crates::ready(&crates::CARGO_DENY).map(process::program)
}

/// A call of cargo-cyclonedx.
pub(crate) fn cargo_cyclonedx() -> Outcome<Command> {
    crates::ready(&crates::CARGO_CYCLONEDX).map(process::program)
}

/// A call of `wasm-opt`, which npm's binaryen carries as a script for Node.
pub(crate) fn wasm_opt() -> Outcome<Command> {
    let mut command = node();
    command.arg(npm::build_packages()?.join("node_modules/binaryen/bin/wasm-opt"));
    Ok(command)
}

/// A call of one of our own scripts in `xtask/js`, which finds npm's packages in the cache.
pub(crate) fn build_script(name: &str) -> Outcome<Command> {
    let mut command = node();
    command.arg(script(name)).env("DIPTYCH_NPM", npm::build_packages()?);
    Ok(command)
}

/// One of our own scripts in `xtask/js`.
pub(crate) fn script(name: &str) -> PathBuf {
    crate::paths::root().join("xtask").join("js").join(name)
}

/// The first program with one of these names on PATH, else the first of these files.
fn found(names: &[&str], places: &[&str]) -> Option<PathBuf> {
    let search = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&search).collect();
    let by_name = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    by_name.chain(places.iter().map(PathBuf::from)).find(|file| Path::is_file(file))
}
