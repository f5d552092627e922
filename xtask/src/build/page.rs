//! The page: what Trunk makes of `www/pages/index.html` and the crate, and the data beside it.

use std::path::Path;

use super::Job;
use crate::failure::Outcome;
use crate::{paths, process};

/// Downloads the crates that are not on this machine yet; Trunk itself runs offline.
pub(super) fn fetch(_: &Job) -> Outcome {
    process::run(process::cargo().args(["fetch", "--locked", "--quiet"]))
}

/// Compiles the crate and bundles it with the page.
pub(super) fn bundle(job: &Job) -> Outcome {
    let bundle = paths::scratch().join("trunk");
    let mut trunk = job.tools.trunk()?;
    trunk.args(["build", "--cargo-profile", job.mode.profile(), "--dist"]).arg(&bundle);
    process::run(&mut trunk)?;
    paths::copy_folder(&bundle, &job.staging, &[])
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
