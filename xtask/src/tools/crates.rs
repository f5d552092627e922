//! Programs from crates.io, compiled here unless the machine has them.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use super::{cached, found};
use crate::clock::timed_long;
use crate::failure::{Failure, Outcome};
use crate::{paths, process};

/// A program on crates.io.
pub(super) struct Program {
    package: &'static str,
    version: &'static str,
    binary: &'static str,
    options: &'static [&'static str],
    /// What makes it say its version.
    version_words: &'static [&'static str],
    /// How long compiling takes on two cores, as words.
    takes: &'static str,
}

/// Newer versions ask for a newer compiler than the project does. Nothing is downloaded with it, so it
/// needs no TLS.
pub(super) const TRUNK: Program = Program {
    package: "trunk",
    version: "0.21.14",
    binary: "trunk",
    options: &["--no-default-features"],
    version_words: &["--version"],
    takes: "2 to 5 minutes",
};

/// Holds what crates depend on to `deny.toml`.
pub(super) const CARGO_DENY: Program = Program {
    package: "cargo-deny",
    version: "0.20.2",
    binary: "cargo-deny",
    options: &[],
    version_words: &["--version"],
    takes: "1 to 2 minutes",
};

/// Writes bills of materials.
pub(super) const CARGO_CYCLONEDX: Program = Program {
    package: "cargo-cyclonedx",
    version: "0.5.9",
    binary: "cargo-cyclonedx",
    options: &[],
    version_words: &["cyclonedx", "--version"],
    takes: "1 to 2 minutes",
};

/// The program's file: the one on PATH where it has this version, else the one in the cache, which is compiled first
/// when it is not there.
pub(super) fn ready(program: &Program) -> Outcome<PathBuf> {
    let Program { package, version, binary, options, version_words, takes } = program;
    if let Some(file) = on_path(binary, version, version_words) {
        return Ok(file);
    }
    let source = [&[*package, "--version", *version][..], options].concat();
    installed(&format!("{package}-{version}"), binary, &source, takes)
}

/// The file of our own `wasm-bindgen`, in the version that `Cargo.lock` has of the library: the two talk in a format of
/// their own.
pub(super) fn wasm_bindgen() -> Outcome<PathBuf> {
    let lock = paths::read_text(&paths::root().join("Cargo.lock"))?;
    let version = locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| Failure::usage("Cargo.lock does not name wasm-bindgen."))?;
    if let Some(file) = on_path("wasm-bindgen", version, &["--version"]) {
        return Ok(file);
    }
    let folder = paths::root().join("xtask").join("bindgen");
    let mut hasher = DefaultHasher::new();
    for name in paths::files(&folder)? {
        paths::read_text(&folder.join(name))?.hash(&mut hasher);
    }
    let name = format!("wasm-bindgen-{version}-{:016x}", hasher.finish());
    let place = folder.to_string_lossy();
    installed(&name, "wasm-bindgen", &["--path", &place], "about a minute")
}

/// The program of this name on PATH, where it says that it has this version.
fn on_path(binary: &str, version: &str, version_words: &[&str]) -> Option<PathBuf> {
    let file = found(&[&format!("{binary}{}", std::env::consts::EXE_SUFFIX)], &[])?;
    let says = process::probe(process::program(&file).args(version_words))?;
    says.split_whitespace().any(|word| word == version).then_some(file)
}

/// The program's file in the folder `name` of the cache, where cargo installs it from `source` first when it is missing.
fn installed(name: &str, binary: &str, source: &[&str], takes: &str) -> Outcome<PathBuf> {
    let file = format!("bin/{binary}{}", std::env::consts::EXE_SUFFIX);
    let folder = cached::folder(name, &file, |partial| {
        // Kept from an install that was cut off, so that the next one goes on where it stopped.
        let objects = partial.with_file_name(format!(".objects-{name}"));
        timed_long(&format!("compiling {name}, once for all clones"), takes, || {
            install(binary, source, partial, &objects)
        })?;
        paths::remove_folder(&objects)
    })?;
    Ok(folder.join(file))
}

fn install(binary: &str, source: &[&str], root: &Path, objects: &Path) -> Outcome {
    let mut cargo = process::cargo();
    cargo.args(["install", "--quiet", "--locked", "--bin", binary]).args(source);
    cargo.arg("--root").arg(root).arg("--target-dir").arg(objects);
    // In the cache and not in the clone, whose cargo settings are not meant for it.
    cargo.current_dir(root).env_remove("CARGO_TARGET_DIR");
    // These programs run for seconds: what counts is how soon they are compiled. Their own settings ask for the slowest
    // build there is.
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0").env("CARGO_PROFILE_RELEASE_LTO", "off");
    cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    process::run(&mut cargo)
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
    fn our_wasm_bindgen_has_the_version_of_the_library() {
        let lock = paths::read_text(&paths::root().join("Cargo.lock")).unwrap();
        let library = locked_version(&lock, "wasm-bindgen").unwrap();
        assert_eq!(locked_version(&lock, "wasm-bindgen-cli-support"), Some(library));
        assert_eq!(locked_version(&lock, "diptych-bindgen"), Some(library));
    }

    #[test]
    fn a_program_on_path_counts_in_its_exact_version_only() {
        let says = process::probe(process::program("rustc").arg("--version")).unwrap();
        let version = says.split_whitespace().nth(1).unwrap();
        let found = |binary, version| on_path(binary, version, &["--version"]);
        assert!(found("rustc", version).is_some());
        assert!(found("rustc", &version[..version.len() - 1]).is_none());
        assert!(found("diptych-no-such-program", version).is_none());
    }
}
