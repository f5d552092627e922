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

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) use chromium::find_or_install as chromium;
pub(crate) use corpora::ready as corpora;
pub(crate) use engines::{Engine, find_or_install as engines};
pub(crate) use npm::{check as check_node, node, ready_in_clone as npm_packages};
pub(crate) use rust::{WASM, check_components, ensure_wasm_target};

use crate::failure::Outcome;
use crate::process;

/// The installed programs.
pub(crate) struct Toolbox {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    npm: PathBuf,
}

impl Toolbox {
    /// Installs what is missing. Everything that only the machine's owner can install is asked for first,
    /// before minutes go into compiling the rest.
    pub(crate) fn ready() -> Outcome<Self> {
        npm::check()?;
        crates::check_lock()?;
        ensure_wasm_target()?;
        let npm = npm::build_packages()?;
        let wasm_bindgen = crates::ready(&crates::WASM_BINDGEN)?;
        let trunk = crates::ready(&crates::TRUNK)?;
        Ok(Self { trunk, wasm_bindgen, npm })
    }

    /// A call of Trunk that finds the installed wasm-bindgen and downloads nothing.
    pub(crate) fn trunk(&self) -> Outcome<Command> {
        let mut command = process::program(self.trunk.join("trunk"));
        command.env("PATH", self.path()?).env("TRUNK_SKIP_VERSION_CHECK", "true");
        // The compiler's own messages tell more than Trunk's diary and its backtraces.
        command.env("RUST_LOG", "error").env("RUST_BACKTRACE", "0");
        // Trunk reads any value but `true` and `false` as a mistake; some shells export `NO_COLOR=1`.
        command.env_remove("NO_COLOR");
        Ok(command)
    }

    /// A call of wasm-bindgen.
    pub(crate) fn wasm_bindgen(&self) -> Command {
        process::program(self.wasm_bindgen.join("wasm-bindgen"))
    }

    /// A call of `wasm-opt`, which npm's binaryen carries as a script for Node.
    pub(crate) fn wasm_opt(&self) -> Command {
        let mut command = node();
        command.arg(self.npm.join("node_modules/binaryen/bin/wasm-opt"));
        command
    }

    /// A call of one of our own scripts in `xtask/js`, which finds npm's packages in the cache.
    pub(crate) fn script(&self, name: &str) -> Command {
        let mut command = node();
        command.arg(script(name)).env("DIPTYCH_NPM", &self.npm);
        command
    }

    fn path(&self) -> Outcome<OsString> {
        let own = [self.trunk.clone(), self.wasm_bindgen.clone()];
        let rest = std::env::var_os("PATH").unwrap_or_default();
        std::env::join_paths(own.into_iter().chain(std::env::split_paths(&rest))).map_err(|error| {
            crate::failure::Failure::usage(format!("the tool cache can't be put on PATH: {error}."))
        })
    }
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
