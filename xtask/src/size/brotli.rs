//! Compressed sizes, by the brotli that Node carries.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::tools::node;

/// One file's sizes in bytes.
pub(super) struct Size {
    pub(super) raw: usize,
    /// At brotli's highest level, as static hosts and CDNs store it.
    pub(super) brotli: usize,
}

const SCRIPT: &str = "
const { brotliCompressSync, constants } = require('node:zlib');
for (const file of process.argv.slice(1)) {
  const bytes = require('node:fs').readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  console.log(bytes.length, brotliCompressSync(bytes, { params }).length);
}";

/// The sizes of the named files in `folder`, in the same order.
pub(super) fn sizes(folder: &Path, names: &[String]) -> Outcome<Vec<Size>> {
    let output = process::output(
        node().args(["--eval", SCRIPT, "--"]).args(names.iter().map(|name| folder.join(name))),
    )?;
    let text = String::from_utf8_lossy(&output);
    let sizes: Option<Vec<Size>> = text.lines().map(parse).collect();
    sizes
        .filter(|sizes| sizes.len() == names.len())
        .ok_or_else(|| Failure::work(format!("could not read the sizes that Node printed: {text}")))
}

fn parse(line: &str) -> Option<Size> {
    let (raw, brotli) = line.split_once(' ')?;
    Some(Size { raw: raw.parse().ok()?, brotli: brotli.parse().ok()? })
}
