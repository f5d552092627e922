//! The wasm after wasm-bindgen: optimized, stripped, and compiled alone for the core package.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use super::{Job, Mode};
use crate::failure::Outcome;
use crate::tools::{Toolbox, WASM};
use crate::{paths, process};

/// What engines of the last years understand and the compiler emits; named one by one because
/// `--all-features` lets binaryen write types that engines refuse.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// For size, again and again until nothing gets smaller. Functions of one crate stand together, where they compress
/// best. Tiny functions are inlined: an engine compiles each function by itself when it is first called, and what they
/// grow by compresses away.
const LEVEL: &[&str] =
    &["-Os", "-Oz", "--always-inline-max-function-size=6", "--converge", "--reorder-functions-by-name"];

/// Whether function names stay in the file.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Names {
    Strip,
    Keep,
}

/// Optimizes the page's wasm in place.
pub(super) fn optimize_page(job: &Job) -> Outcome {
    let file = job.staging.join("diptych_bg.wasm");
    optimize(&job.tools, &file, &file, Names::Strip)
}

/// Optimizes `from` for size into `to`. The result is kept by the input's content: an unchanged crate
/// costs nothing the second time.
pub(crate) fn optimize(tools: &Toolbox, from: &Path, to: &Path, names: Names) -> Outcome {
    let source = paths::read_bytes(from)?;
    let result = kept("wasm-opt", &(source, LEVEL, FEATURES, names), |partial| {
        let mut wasm_opt = tools.wasm_opt();
        wasm_opt.arg(from).arg("-o").arg(partial).args(LEVEL).args(FEATURES);
        match names {
            Names::Strip => wasm_opt.args(["--strip-debug", "--strip-producers"]),
            Names::Keep => wasm_opt.arg("-g"),
        };
        process::run(&mut wasm_opt)
    })?;
    paths::copy_file(&result, to)
}

/// What `make` writes into the file it is given for this `key`; an earlier result is taken when there is one.
pub(super) fn kept(kind: &str, key: &impl Hash, make: impl FnOnce(&Path) -> Outcome) -> Outcome<PathBuf> {
    let folder = paths::scratch().join(kind);
    paths::make_folder(&folder)?;
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    let result = folder.join(format!("{:016x}", hasher.finish()));
    if !result.exists() {
        let partial = result.with_extension("partial");
        make(&partial)?;
        std::fs::rename(&partial, &result)
            .map_err(|error| crate::failure::Failure::io(format!("write {}", result.display()), &error))?;
    }
    Ok(result)
}

/// Compiles the crate to wasm with exactly these features and binds it to JavaScript as `NAME.js` and
/// `NAME_bg.wasm` in `out`.
///
/// A library that is also loaded by others has one name whatever its features are, so each choice of features has a
/// target folder of its own: in a shared one, cargo may take the other's file for fresh.
pub(crate) fn compile(tools: &Toolbox, features: &str, name: &str, out: &Path) -> Outcome {
    let profile = Mode::Published.profile();
    let place = paths::scratch().join("target").join(features);
    let mut cargo = process::cargo();
    cargo.args([
        "build",
        "--locked",
        "--package",
        "diptych",
        "--lib",
        "--target",
        WASM,
        "--profile",
        profile,
    ]);
    cargo.args(["--no-default-features", "--features", features, "--target-dir"]).arg(&place);
    process::run(&mut cargo)?;
    let compiled = place.join(WASM).join(profile).join("diptych.wasm");
    let mut bind = tools.wasm_bindgen();
    bind.arg(compiled).args(["--target", "web", "--out-name", name, "--out-dir"]).arg(out);
    process::run(&mut bind)
}
