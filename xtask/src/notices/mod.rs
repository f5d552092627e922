//! `cargo xtask notices`: the licenses of everything that others wrote and that is part of what is published.
//!
//! The crates are those that cargo resolves from the lock file for the page and for the command line, the texts those that
//! lie beside their sources. The same lock files and the same compiler give the same bytes.

mod document;
mod parts;

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use crate::failure::{Failure, Outcome};
use crate::{paths, process};

/// The notices, in Markdown.
const NOTICES: &str = "THIRD-PARTY.md";

/// What the compiler's makers say of the standard library, which every wasm file and every program contains.
const RUST_NOTICES: &str = "THIRD-PARTY-RUST.html";

/// What may be asked for.
pub(crate) fn command() -> Command {
    let out = Arg::new("out").long("out").value_name("FOLDER").value_parser(value_parser!(PathBuf));
    Command::new("notices")
        .about("Write the licenses of what others wrote and is published")
        .arg(out.help("where they go; target/ when not given"))
}

/// The command.
pub(crate) fn run(arguments: &ArgMatches) -> Outcome {
    let out = arguments.get_one::<PathBuf>("out").cloned().unwrap_or_else(paths::target);
    paths::make_folder(&out)?;
    let count = write(&out)?;
    println!("{count} parts in {}", out.join(NOTICES).display());
    Ok(())
}

/// Writes the notices and the project's own licenses into `folder`; returns how many parts are named.
pub(crate) fn write(folder: &Path) -> Outcome<usize> {
    let parts = parts::shipped()?;
    paths::write(&folder.join(NOTICES), document::markdown(&parts)?)?;
    paths::copy_file(&rust_notices()?, &folder.join(RUST_NOTICES))?;
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        paths::copy_file(&paths::root().join(name), &folder.join(name))?;
    }
    Ok(parts.len())
}

/// The file in the toolchain's folder.
fn rust_notices() -> Outcome<PathBuf> {
    let sysroot = process::probe(process::program("rustc").args(["--print", "sysroot"]));
    let file = sysroot.map(|folder| Path::new(&folder).join("share/doc/rust/COPYRIGHT-library.html"));
    file.filter(|file| file.is_file()).ok_or_else(|| {
        Failure::usage("the Rust toolchain has no COPYRIGHT-library.html: install it with rustup.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::WASM;
    use std::collections::BTreeSet;

    /// The crates of a dependency tree as `cargo tree` prints it.
    fn tree(options: &[&str]) -> BTreeSet<(String, String)> {
        let mut cargo = process::cargo();
        cargo.args(["tree", "--locked", "--package", "diptych", "--edges", "normal", "--prefix", "none"]);
        let printed = String::from_utf8(process::output(cargo.args(options)).unwrap()).unwrap();
        let named = |line: &str| {
            let (name, rest) = line.split_once(" v")?;
            Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
        };
        printed.lines().filter_map(named).filter(|(name, _)| name != "diptych").collect()
    }

    #[test]
    fn every_crate_of_the_page_and_of_the_command_line_is_named() {
        let markdown = document::markdown(&parts::shipped().unwrap()).unwrap();
        let page = tree(&["--no-default-features", "--features", "page", "--target", WASM]);
        let command_line = tree(&["--target", "all"]);
        for (trees, place) in [(page, "page"), (command_line, "command line")] {
            assert!(trees.len() > 50, "{trees:?}");
            for (name, version) in trees {
                let row = format!("| {name} | {version} | ");
                let row = markdown.lines().find(|line| line.starts_with(&row));
                assert!(
                    row.is_some_and(|row| row.contains(place)),
                    "{name} {version} of the {place}: {row:?}"
                );
            }
        }
    }

    #[test]
    fn what_only_tests_and_builds_use_is_not_named() {
        let names: Vec<_> = parts::shipped().unwrap().into_iter().map(|part| part.name).collect();
        for name in ["proptest", "criterion", "diptych", "xtask"] {
            assert!(!names.iter().any(|named| named == name), "{name}");
        }
    }

    #[test]
    fn every_license_that_is_named_stands_there_with_its_text() {
        let markdown = document::markdown(&parts::shipped().unwrap()).unwrap();
        for words in [
            "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION",
            "Permission is hereby granted, free of charge, to any person obtaining a copy of this software",
            "UNICODE LICENSE V3",
        ] {
            assert!(markdown.contains(words), "{words}");
        }
        let apache = markdown.lines().find(|line| line.starts_with("## ") && line.contains("wasm-bindgen,"));
        assert!(
            apache.is_some_and(|users| users.contains("yew, ")),
            "one text for all that may be had under it"
        );
    }
}
