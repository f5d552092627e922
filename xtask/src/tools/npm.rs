//! Node, and packages from npm with the exact versions and checksums of a lock file.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::cached;
use crate::clock::timed_long;
use crate::failure::{Failure, Outcome};
use crate::{paths, process};

/// The oldest Node whose test runner and `DecompressionStream` the scripts can rely on.
const OLDEST_NODE: u32 = 20;

/// A call of Node in the clone's top folder.
pub(crate) fn node() -> Command {
    process::program("node")
}

/// A call of npm in the clone's top folder.
pub(crate) fn npm() -> Command {
    process::program(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Refuses a machine without Node and npm, or with too old a Node.
pub(crate) fn check() -> Outcome {
    let missing = |name: &str| {
        Failure::usage(format!(
            "`{name}` is missing: install Node {OLDEST_NODE} or newer, with npm, and try again."
        ))
    };
    let version = process::probe(node().arg("--version")).ok_or_else(|| missing("node"))?;
    process::probe(npm().arg("--version")).ok_or_else(|| missing("npm"))?;
    if major(&version).is_some_and(|major| major >= OLDEST_NODE) {
        return Ok(());
    }
    Err(Failure::usage(format!("Node is {version}: install Node {OLDEST_NODE} or newer and try again.")))
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// The cached folder with the packages that the build needs, listed in `xtask/npm`.
pub(super) fn build_packages() -> Outcome<PathBuf> {
    let lists = paths::root().join("xtask").join("npm");
    let name = format!("npm-{}", fingerprint(&lists)?);
    cached::folder(&name, "node_modules/.package-lock.json", |partial| {
        for list in ["package.json", "package-lock.json"] {
            paths::copy_file(&lists.join(list), &partial.join(list))?;
        }
        timed_long("installing the build's npm packages, once for all clones", "some seconds", || {
            install(partial)
        })
    })
}

/// Installs the packages that `folder`, a place in the clone, lists, unless they are there already.
pub(crate) fn ready_in_clone(folder: &Path) -> Outcome {
    check()?;
    let stamp = folder.join("node_modules").join(".installed");
    let wanted = fingerprint(folder)?;
    if std::fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    timed_long("installing the browser tests' npm packages", "some seconds", || install(folder))?;
    paths::write(&stamp, wanted)
}

/// Packages that run scripts at their install mostly download something; none here needs to.
fn install(folder: &Path) -> Outcome {
    let options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    process::run(npm().args(options).current_dir(folder).stdout(std::process::Stdio::null()))
}

/// Tells one state of a lock file from another.
fn fingerprint(folder: &Path) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    paths::read_text(&folder.join("package-lock.json"))?.hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_nodes_version() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("node"), None);
    }
}
