//! The page's JavaScript after Trunk: bundled, and packed with everything else into single files.

use std::path::{Path, PathBuf};

use super::{Job, wasm};
use crate::failure::Outcome;
use crate::tools::Toolbox;
use crate::{paths, process};

/// Bundles and minifies the modules, and puts the built-in story's articles into the index.
pub(super) fn bundle(job: &Job) -> Outcome {
    process::run(job.tools.script("bundle.mjs").arg(&job.staging))
}

/// Writes `diptych.html`, the page in one file, and `embed.html`, the same for an iframe.
pub(super) fn one_files(job: &Job) -> Outcome {
    one_file(&job.tools, &job.staging, &job.staging.join("diptych.html"), None)?;
    let mut frame = job.tools.script("onefile.mjs");
    frame.arg(&job.staging).arg(squeezed(&job.tools, &job.staging)?);
    process::run(frame.arg(job.staging.join("embed.html")).arg("--frame"))
}

/// Packs the built page in `folder` into the single file `out`, with a story in place of the built-in one, which may
/// come with the address that the page will have.
pub(crate) fn one_file(
    tools: &Toolbox,
    folder: &Path,
    out: &Path,
    story: Option<(&Path, Option<&str>)>,
) -> Outcome {
    let mut script = tools.script("onefile.mjs");
    script.arg(folder).arg(squeezed(tools, folder)?).arg(out);
    if let Some((file, url)) = story {
        script.arg(file).args(url);
    }
    process::run(&mut script)
}

/// The page's wasm as LZMA, made once for each content.
fn squeezed(tools: &Toolbox, folder: &Path) -> Outcome<PathBuf> {
    let wasm = folder.join("diptych_bg.wasm");
    wasm::kept("lzma", &paths::read_bytes(&wasm)?, |out| {
        process::run(tools.script("squeeze.mjs").arg(&wasm).arg(out))
    })
}
