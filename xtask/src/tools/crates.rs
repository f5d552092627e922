//! Programs from crates.io, compiled here.

use std::io::IsTerminal;
use std::path::PathBuf;

use super::cached;
use crate::clock::timed;
use crate::failure::{Failure, Outcome};
use crate::{paths, process};

/// A program on crates.io.
pub(super) struct Program {
    package: &'static str,
    version: &'static str,
    binary: &'static str,
    options: &'static [&'static str],
    /// Barely optimized is enough for most: they run for a second at a time.
    optimization: &'static str,
    /// How long compiling takes on two cores, as words.
    takes: &'static str,
}

/// Must be of the version that `Cargo.lock` has of the library: the two talk in a format of their own.
/// Its default features bring TLS for test runners that are not used here.
pub(super) const WASM_BINDGEN: Program = Program {
    package: "wasm-bindgen-cli",
    version: "0.2.126",
    binary: "wasm-bindgen",
    options: &["--no-default-features"],
    optimization: "1",
    takes: "1 to 2 minutes",
};

/// Newer versions ask for a newer compiler than the project does. Nothing is downloaded with it, so it
/// needs no TLS.
pub(super) const TRUNK: Program = Program {
    package: "trunk",
    version: "0.21.14",
    binary: "trunk",
    options: &["--no-default-features"],
    optimization: "0",
    takes: "3 to 5 minutes",
};

/// The folder with the program in it, which is compiled first when the cache does not have it.
pub(super) fn ready(program: &Program) -> Outcome<PathBuf> {
    let Program { package, version, binary, options, optimization, takes } = program;
    let name = format!("{package}-{version}");
    let file = format!("bin/{binary}{}", std::env::consts::EXE_SUFFIX);
    let folder = cached::folder(&name, &file, |partial| {
        // Kept from an install that was cut off, so that the next one goes on where it stopped.
        let objects = partial.with_file_name(format!(".objects-{name}"));
        timed(&format!("compiling {package} {version}, once for all clones: {takes} on two cores"), || {
            let mut cargo = process::cargo();
            cargo
                .args(["install", package, "--version", version, "--locked", "--bin", binary])
                .args(*options);
            cargo.arg("--root").arg(partial).arg("--target-dir").arg(&objects);
            if !std::io::stderr().is_terminal() {
                cargo.arg("--quiet");
            }
            // In the cache and not in the clone, whose cargo settings are not meant for it.
            cargo.current_dir(partial);
            // Their own release settings ask for the slowest build there is.
            cargo.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
            cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", optimization).env_remove("CARGO_TARGET_DIR");
            process::run(&mut cargo)
        })?;
        paths::remove_folder(&objects)
    })?;
    Ok(folder.join("bin"))
}

/// Refuses to build when `Cargo.lock` holds another wasm-bindgen than the one pinned here.
pub(super) fn check_lock() -> Outcome {
    let lock = paths::read_text(&paths::root().join("Cargo.lock"))?;
    match locked_version(&lock, "wasm-bindgen") {
        Some(version) if version == WASM_BINDGEN.version => Ok(()),
        found => Err(Failure::usage(format!(
            "Cargo.lock has wasm-bindgen {}, the build tool {}: they must be the same, so change \
             WASM_BINDGEN in xtask/src/tools/crates.rs or pin the crate again.",
            found.unwrap_or("nowhere"),
            WASM_BINDGEN.version
        ))),
    }
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, after) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    after.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version_of_exactly_that_package() {
        let lock =
            "name = \"wasm-bindgen-macro\"\nversion = \"1\"\n\nname = \"wasm-bindgen\"\nversion = \"2\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("2"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn the_pin_equals_the_lock_file() {
        check_lock().unwrap();
    }
}
