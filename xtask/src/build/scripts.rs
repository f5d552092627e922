//! The page's JavaScript after Trunk: bundled, and packed with everything else into single files.

use std::path::Path;

use super::Job;
use crate::failure::Outcome;
use crate::process;
use crate::tools::Toolbox;

/// Bundles and minifies the modules, and puts the built-in story's articles into the index.
pub(super) fn bundle(job: &Job) -> Outcome {
    process::run(job.tools.script("bundle.mjs").arg(&job.staging))
}

/// Writes `diptych.html`, the page in one file, and `embed.html`, the same for an iframe.
pub(super) fn one_files(job: &Job) -> Outcome {
    one_file(&job.tools, &job.staging, &job.staging.join("diptych.html"), None)?;
    let mut frame = job.tools.script("onefile.mjs");
    process::run(frame.arg(&job.staging).arg(job.staging.join("embed.html")).arg("--frame"))
}

/// Packs the built page in `folder` into the single file `out`, with `story` in place of the built-in one.
pub(crate) fn one_file(tools: &Toolbox, folder: &Path, out: &Path, story: Option<&Path>) -> Outcome {
    let mut script = tools.script("onefile.mjs");
    script.arg(folder).arg(out).args(story);
    process::run(&mut script)
}
