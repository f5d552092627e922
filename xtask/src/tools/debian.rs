//! Packages from Debian, where this program may install them.

use std::path::Path;

use crate::clock::timed_long;
use crate::failure::Outcome;
use crate::process::{self, probe, program};

/// Whether this is a Debian.
pub(super) fn here() -> bool {
    Path::new("/etc/debian_version").exists()
}

/// Whether this is a Debian whose packages this program may change.
pub(super) fn as_root() -> bool {
    here() && probe(program("id").arg("-u")).as_deref() == Some("0")
}

/// Installs those of `packages` that are missing; `doing` says what.
pub(super) fn install_missing(doing: &str, packages: &[&str]) -> Outcome {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    timed_long(doing, "10 seconds to 2 minutes", || {
        apt(&["update"])?;
        let install = ["install", "--yes", "--no-install-recommends"];
        apt(&install.into_iter().chain(missing).collect::<Vec<_>>())
    })
}

fn installed(package: &str) -> bool {
    let status = probe(program("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package]));
    status.as_deref() == Some("installed")
}

fn apt(words: &[&str]) -> Outcome {
    let mut apt = program("apt-get");
    apt.args(["-qq", "-o", "Dpkg::Use-Pty=0"]).args(words).env("DEBIAN_FRONTEND", "noninteractive");
    process::run(apt.stdout(std::process::Stdio::null()))
}
