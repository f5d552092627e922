//! A Chromium to test with.

use std::path::{Path, PathBuf};

use crate::clock::timed;
use crate::failure::{Failure, Outcome};
use crate::process::{self, probe, program};

/// Fonts beside the browser: without them right-to-left text is drawn as boxes.
const DEBIAN_PACKAGES: &[&str] = &["chromium", "fonts-noto-core"];

const NAMES: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

const PLACES: &[&str] = &[
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// The browser's file. On Debian as root it is installed when missing; elsewhere an installed one is used.
pub(crate) fn find_or_install() -> Outcome<PathBuf> {
    if let Some(chosen) = std::env::var_os("CHROME").filter(|value| !value.is_empty()) {
        let chosen = PathBuf::from(chosen);
        if chosen.is_file() {
            return Ok(chosen);
        }
        return Err(Failure::usage(format!("CHROME names {}, which is no file.", chosen.display())));
    }
    if on_debian_as_root() {
        install_missing()?;
    }
    find().ok_or_else(|| {
        Failure::usage(
            "no Chromium found: install Chromium, Chrome or Edge, or set CHROME to the browser's program file.",
        )
    })
}

fn find() -> Option<PathBuf> {
    let search = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&search).collect();
    let by_name = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    by_name.chain(PLACES.iter().map(PathBuf::from)).find(|file| file.is_file())
}

fn on_debian_as_root() -> bool {
    Path::new("/etc/debian_version").exists() && probe(program("id").arg("-u")).as_deref() == Some("0")
}

fn install_missing() -> Outcome {
    let missing: Vec<_> = DEBIAN_PACKAGES.iter().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    timed("installing Chromium and fonts from Debian (about a minute)", || {
        apt(&["update"])?;
        apt(&["install", "--yes", "--no-install-recommends"]
            .into_iter()
            .chain(missing.into_iter().copied())
            .collect::<Vec<_>>())
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
