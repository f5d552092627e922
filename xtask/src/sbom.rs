//! `cargo xtask sbom`: bills of materials, `CycloneDX` 1.5 as JSON.
//!
//! cargo-cyclonedx writes the one of the crates in the page and the program, npm those of the packages that build, test and
//! measure them. What would differ from run to run is left out: the same sources give the same bytes.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::Value;

use crate::failure::{Failure, Outcome};
use crate::{paths, process, tools};

/// What may be asked for.
pub(crate) fn command() -> Command {
    let out = Arg::new("out").long("out").value_name("FOLDER").value_parser(value_parser!(PathBuf));
    Command::new("sbom")
        .about("Write the software bills of materials, CycloneDX JSON")
        .arg(out.help("where they go; target/sbom when not given"))
}

/// The command.
pub(crate) fn run(arguments: &ArgMatches) -> Outcome {
    let out = arguments.get_one::<PathBuf>("out").cloned();
    let out = out.unwrap_or_else(|| paths::target().join("sbom"));
    paths::make_folder(&out)?;
    write(&out.join("diptych.cdx.json"), &crates()?)?;
    for folder in npm_folders()? {
        write(&out.join(format!("{}.cdx.json", folder.replace('/', "-"))), &packages(&folder)?)?;
    }
    Ok(())
}

/// The bill of the crates, with all features and for all systems.
fn crates() -> Outcome<Value> {
    /// cargo-cyclonedx writes a file of this name beside the manifest of every member of the workspace.
    const NAME: &str = "written-by-cyclonedx";
    let mut cyclonedx = tools::cargo_cyclonedx()?;
    cyclonedx.args(["cyclonedx", "--format", "json", "--spec-version", "1.5", "--all-features"]);
    cyclonedx.args(["--target", "all", "--override-filename", NAME, "-qq"]);
    process::run(cyclonedx.env("SOURCE_DATE_EPOCH", "0"))?;
    let mut bill = None;
    for member in ["", "benches", "xtask", "xtask/bindgen"] {
        let file = paths::root().join(member).join(format!("{NAME}.json"));
        let text = paths::read_text(&file)?;
        paths::remove_file(&file)?;
        bill.get_or_insert(text);
    }
    parse(&bill.unwrap_or_default())
}

/// The folders of the repository whose lock files name npm packages.
fn npm_folders() -> Outcome<Vec<String>> {
    let listed = process::output(process::program("git").args(["ls-files", "*package-lock.json"]))?;
    let listed = String::from_utf8_lossy(&listed).into_owned();
    Ok(listed.lines().filter_map(|file| Some(file.strip_suffix("/package-lock.json")?.to_owned())).collect())
}

/// The bill of the packages that the lock file in `folder` names.
fn packages(folder: &str) -> Outcome<Value> {
    let mut npm = tools::npm();
    npm.args(["sbom", "--package-lock-only", "--sbom-format", "cyclonedx", "--sbom-type", "application"]);
    let bill = process::output(npm.current_dir(paths::root().join(folder)))?;
    parse(&String::from_utf8_lossy(&bill))
}

fn parse(text: &str) -> Outcome<Value> {
    serde_json::from_str(text).map_err(|error| Failure::work(format!("a bill can't be read: {error}.")))
}

fn write(file: &Path, bill: &Value) -> Outcome {
    let components = bill["components"].as_array().map_or(0, Vec::len);
    let bill = without_this_run(bill.clone());
    paths::write(file, format!("{bill:#}\n").replace(&*paths::root().to_string_lossy(), ""))?;
    println!("{components:>5} components in {}", file.display());
    Ok(())
}

/// The bill without its date and its random number.
fn without_this_run(mut bill: Value) -> Value {
    if let Some(bill) = bill.as_object_mut() {
        bill.remove("serialNumber");
        if let Some(metadata) = bill.get_mut("metadata").and_then(Value::as_object_mut) {
            metadata.remove("timestamp");
        }
    }
    bill
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_and_random_number_are_left_out() {
        let bill = parse(
            r#"{"serialNumber":"urn:uuid:1","metadata":{"timestamp":"now","component":{"name":"a"}},"components":[{}]}"#,
        );
        assert_eq!(
            without_this_run(bill.unwrap()).to_string(),
            r#"{"components":[{}],"metadata":{"component":{"name":"a"}}}"#
        );
    }

    #[test]
    fn npm_names_every_package_of_every_lock_file_with_its_hash() {
        let folders = npm_folders().unwrap();
        assert!(folders.iter().any(|folder| folder == "xtask/npm"), "{folders:?}");
        for folder in folders {
            let bill = packages(&folder).unwrap();
            let components = bill["components"].as_array().unwrap();
            assert!(!components.is_empty(), "{folder}");
            let nameless = components.iter().find(|one| one["purl"].is_null() || one["hashes"].is_null());
            assert_eq!(nameless, None, "{folder}");
        }
    }
}
