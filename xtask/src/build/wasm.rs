//! From the crate to wasm: compiled, bound to JavaScript, and optimized for size.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use super::Mode;
use crate::clock::timed_long;
use crate::failure::Outcome;
use crate::tools::WASM;
use crate::{paths, process, tools};

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

/// Optimizes `from` for size into `to`. The result is kept by the input's content: an unchanged crate
/// costs nothing the second time.
pub(crate) fn optimize(from: &Path, to: &Path, names: Names) -> Outcome {
    let source = paths::read_bytes(from)?;
    let result = kept("wasm-opt", &(source, LEVEL, FEATURES, names), |partial| {
        let mut wasm_opt = tools::wasm_opt()?;
        wasm_opt.arg(from).arg("-o").arg(partial).args(LEVEL).args(FEATURES);
        match names {
            Names::Strip => wasm_opt.args(["--strip-debug", "--strip-producers"]),
            Names::Keep => wasm_opt.arg("-g"),
        };
        timed_long("optimizing wasm for size", "half a minute to 2 minutes", || process::run(&mut wasm_opt))
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

/// Compiles the crate to wasm with exactly these features; returns the file.
///
/// The file has one name whatever the features are, so each choice of features needs a target folder of its own: in a
/// shared one, cargo takes the other's file for fresh. The page's is the one that Trunk uses.
pub(crate) fn compile(features: &str, mode: Mode) -> Outcome<PathBuf> {
    let place = match features {
        "page" => paths::target(),
        _ => paths::scratch().join("target").join(features),
    };
    let profile = mode.profile();
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
    Ok(place.join(WASM).join(profile).join("diptych.wasm"))
}

/// Binds compiled wasm to JavaScript as `NAME.js` and `NAME_bg.wasm` in `out`; returns the wasm's file.
pub(crate) fn bind(compiled: &Path, name: &str, out: &Path) -> Outcome<PathBuf> {
    paths::make_folder(out)?;
    let mut bind = tools::wasm_bindgen()?;
    bind.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"]).arg(out).arg(compiled);
    process::run(&mut bind)?;
    Ok(out.join(format!("{name}_bg.wasm")))
}
