//! The two engines beside Chromium: Firefox, and the one that GTK carries.

use std::path::PathBuf;

use super::{debian, found};
use crate::failure::{Failure, Outcome};

/// An engine that tests can drive.
pub(crate) struct Engine {
    /// What people call it.
    pub(crate) name: &'static str,
    /// The environment variable that tells the tests where its program lies, and by which a person may choose one.
    pub(crate) variable: &'static str,
    /// The program, where there is one.
    pub(crate) program: Option<PathBuf>,
}

/// What is looked for, and what brings it on Debian.
struct Wanted {
    name: &'static str,
    variable: &'static str,
    packages: &'static [&'static str],
    doing: &'static str,
    names: &'static [&'static str],
    places: &'static [&'static str],
}

const WANTED: &[Wanted] = &[
    Wanted {
        name: "Firefox",
        variable: "DIPTYCH_FIREFOX",
        packages: &["firefox-esr"],
        doing: "installing Firefox from Debian",
        names: &["firefox-esr", "firefox"],
        places: &[
            "/Applications/Firefox.app/Contents/MacOS/firefox",
            r"C:\Program Files\Mozilla Firefox\firefox.exe",
        ],
    },
    Wanted {
        name: "WebKit",
        variable: "DIPTYCH_WEBKIT",
        // The driver starts its browser inside a bus and a display of its own.
        packages: &["webkit2gtk-driver", "xvfb", "xauth", "dbus"],
        doing: "installing WebKitGTK, its driver and a display from Debian",
        names: &["WebKitWebDriver"],
        places: &[],
    },
];

/// The engines, each with its program where it is installed. On Debian as root the missing ones are installed; there,
/// and wherever CI runs on Debian, a missing one is a failure.
pub(crate) fn find_or_install() -> Outcome<Vec<Engine>> {
    let as_root = debian::as_root();
    let in_ci = std::env::var_os("CI").is_some_and(|value| !value.is_empty());
    WANTED
        .iter()
        .map(|wanted| {
            if as_root {
                debian::install_missing(wanted.doing, wanted.packages)?;
            }
            let engine = find(wanted);
            if engine.program.is_none() && debian::here() && (as_root || in_ci) {
                return Err(Failure::usage(format!(
                    "{} is missing: install {}.",
                    wanted.name,
                    wanted.packages.join(", ")
                )));
            }
            Ok(engine)
        })
        .collect()
}

fn find(wanted: &Wanted) -> Engine {
    let chosen = std::env::var_os(wanted.variable).map(PathBuf::from).filter(|file| file.is_file());
    let program = chosen.or_else(|| found(wanted.names, wanted.places));
    Engine { name: wanted.name, variable: wanted.variable, program }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_that_is_nowhere_has_no_program() {
        let wanted = Wanted {
            name: "Nothing",
            variable: "DIPTYCH_NO_SUCH_VARIABLE",
            packages: &[],
            doing: "",
            names: &["diptych-no-such-program"],
            places: &["/diptych/no/such/file"],
        };
        assert!(find(&wanted).program.is_none());
    }
}
