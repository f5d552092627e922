//! A Chromium to test with.

use std::path::PathBuf;

use super::{debian, found};
use crate::failure::{Failure, Outcome};

/// Fonts beside the browser: without them right-to-left text is drawn as boxes, and leveling is tested with one serif only.
const DEBIAN_PACKAGES: &[&str] = &["chromium", "fonts-noto-core", "fonts-dejavu-core"];

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
    if debian::as_root() {
        let doing = "installing Chromium and fonts from Debian";
        debian::install_missing(doing, DEBIAN_PACKAGES)?;
    }
    found(NAMES, PLACES).ok_or_else(|| {
        Failure::usage(
            "no Chromium found: install Chromium, Chrome or Edge, or set CHROME to the browser's program file.",
        )
    })
}
