//! The package for npm: the element as modules, and the comparison alone.

use std::path::PathBuf;

use super::wasm::{self, Names};
use super::{Job, Mode};
use crate::failure::Outcome;
use crate::{notices, paths, process, tools};

/// The core's wasm, optimized, in its folder.
pub(crate) const CORE_WASM: &str = "core_bg.wasm";

/// Compiles the core without components and binds it to JavaScript, in the scratch folder.
pub(super) fn compile_core(_: &Job) -> Outcome {
    let folder = core_folder();
    let compiled = wasm::compile("web", Mode::Published)?;
    let file = wasm::bind(&compiled, "core", &folder)?;
    wasm::optimize(&file, &folder.join(CORE_WASM), Names::Strip)
}

/// Gathers `npm/` from the built page, the core and the files of the package.
pub(super) fn gather(job: &Job) -> Outcome {
    let mut script = tools::build_script("package.mjs")?;
    script.arg(&job.staging).arg(core_folder());
    process::run(script.arg(version()?))
}

/// Puts the project's licenses and the notices of third parties beside the page and into the package.
pub(super) fn write_licenses(job: &Job) -> Outcome {
    notices::write(&job.staging)?;
    notices::write(&job.staging.join("npm"))?;
    Ok(())
}

/// Where the core's wasm and its JavaScript lie.
pub(crate) fn core_folder() -> PathBuf {
    paths::scratch().join("core")
}

fn version() -> Outcome<String> {
    let manifest = paths::read_text(&paths::root().join("Cargo.toml"))?;
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = \""));
    let version = line.and_then(|rest| rest.split('"').next());
    super::require(version.is_some(), "Cargo.toml names no version.")?;
    Ok(version.unwrap_or_default().to_owned())
}
