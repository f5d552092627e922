//! The page's JavaScript after Trunk: bundled, and packed with everything else into single files.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Job, Story, wasm};
use crate::failure::Outcome;
use crate::{paths, process, tools};

/// Bundles and minifies the modules, and puts the built-in story into the index.
pub(super) fn bundle(job: &Job) -> Outcome {
    process::run(tools::build_script("bundle.mjs")?.arg(&job.staging).args(job.story.columns()))
}

/// Writes `diptych.html`, the page in one file, and `embed.html`, the same for an iframe.
pub(super) fn one_files(job: &Job) -> Outcome {
    add_one_files(&job.staging, job.story)
}

/// Writes the same files beside the built page in `folder`.
pub(crate) fn add_one_files(folder: &Path, story: Story) -> Outcome {
    process::run(one_file(folder, &folder.join("diptych.html"))?.args(story.columns()))?;
    process::run(one_file(folder, &folder.join("embed.html"))?.arg("--frame"))
}

/// Packs the built page in `folder` into the single file `out`, with another story in place of the built-in one. `url` is
/// the address that the page will have, if it is known.
pub(crate) fn pack(folder: &Path, out: &Path, story: &Path, url: Option<&str>) -> Outcome {
    let mut script = one_file(folder, out)?;
    script.arg("--story").arg(story);
    if let Some(url) = url {
        script.arg("--url").arg(url);
    }
    process::run(&mut script)
}

/// The call that packs the built page in `folder` into the single file `out`.
fn one_file(folder: &Path, out: &Path) -> Outcome<Command> {
    let mut script = tools::build_script("onefile.mjs")?;
    script.arg(folder).arg(deflated(folder)?).arg(out);
    Ok(script)
}

/// The page's wasm deflated, made once for each content.
fn deflated(folder: &Path) -> Outcome<PathBuf> {
    let wasm = folder.join("diptych_bg.wasm");
    wasm::kept("deflate", &paths::read_bytes(&wasm)?, |out| {
        process::run(tools::build_script("deflate.mjs")?.arg(&wasm).arg(out))
    })
}
