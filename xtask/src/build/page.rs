//! The page: what Trunk makes of `www/pages/index.html` and the crate, and the data beside it.

use std::path::Path;

use super::wasm::{self, Names};
use super::{Job, Mode};
use crate::clock::timed_long;
use crate::failure::{Failure, Outcome};
use crate::{paths, process, tools};

/// Compiles the crate and, side by side with it, Trunk where the machine has none. What Trunk is going to bundle is compiled
/// and optimized when it comes to that.
pub(super) fn compile(job: &Job) -> Outcome {
    // Trunk itself runs offline.
    process::run(process::cargo().args(["fetch", "--locked", "--quiet"]))?;
    std::thread::scope(|scope| {
        let trunk = scope.spawn(tools::trunk);
        let page = compile_wasm(job.mode);
        let trunk = trunk.join().map_err(|_| Failure::work("compiling Trunk ended with a panic."))?;
        page.and(trunk.map(drop))
    })
}

fn compile_wasm(mode: Mode) -> Outcome {
    let compiled = timed_long("compiling the page", "1 to 4 minutes when nothing is compiled yet", || {
        wasm::compile("page", mode)
    })?;
    if mode == Mode::Dev {
        return Ok(());
    }
    let folder = paths::scratch().join("page");
    let bound = wasm::bind(&compiled, "diptych", &folder)?;
    wasm::optimize(&bound, &folder.join("optimized.wasm"), Names::Strip)
}

/// Lets Trunk bundle the page with the compiled crate.
pub(super) fn bundle(job: &Job) -> Outcome {
    let bundle = paths::scratch().join("trunk");
    let mut trunk = tools::trunk()?;
    trunk.args(["build", "--cargo-profile", job.mode.profile(), "--dist"]).arg(&bundle);
    process::run(&mut trunk)?;
    paths::copy_folder(&bundle, &job.staging, &[])?;
    if job.mode == Mode::Dev {
        return Ok(());
    }
    let wasm = job.staging.join("diptych_bg.wasm");
    wasm::optimize(&wasm, &wasm, Names::Strip)
}

/// Copies the data that the page loads by name: the widget's words and the built-in story.
pub(super) fn copy_files(job: &Job) -> Outcome {
    copy_words(&job.staging)?;
    job.story.copy(&job.staging)
}

/// Copies the widget's words in the languages that the wasm does not hold.
fn copy_words(staging: &Path) -> Outcome {
    let folder = paths::root().join("src/ui/strings");
    for name in paths::files(&folder)?.iter().filter(|name| *name != "en.txt") {
        paths::copy_file(&folder.join(name), &staging.join(format!("words-{name}")))?;
    }
    Ok(())
}
