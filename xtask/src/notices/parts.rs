//! What is shipped that others wrote, each with its license and the texts that have to go with it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::failure::{Failure, Outcome};
use crate::tools::WASM;
use crate::{paths, process};

/// A crate or package that is part of something published.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) version: String,
    /// The SPDX expression.
    pub(super) license: String,
    pub(super) authors: Vec<String>,
    /// What it is part of.
    pub(super) places: Vec<&'static str>,
    pub(super) texts: Texts,
}

/// The texts that have to go with a part.
pub(super) enum Texts {
    /// The Apache License, chosen among others, and what its NOTICE file says.
    Apache(Option<String>),
    /// These.
    Own(Vec<String>),
}

/// Something published that contains crates, and the options that make cargo resolve it. The core package holds nothing
/// that the page does not.
const BUILDS: [(&str, &[&str]); 2] = [
    ("page", &["--no-default-features", "--features", "page", "--filter-platform", WASM]),
    ("command line", &[]),
];

/// Packages of npm that leave something of their own in the scripts.
const NPM: [&str; 1] = ["esbuild"];

/// All parts, by name and version.
pub(super) fn shipped() -> Outcome<Vec<Part>> {
    let mut parts: Vec<Part> = Vec::new();
    for (place, options) in BUILDS {
        let metadata = metadata(options)?;
        for package in normal_dependencies(&metadata) {
            let (name, version) = (text(package, "name"), text(package, "version"));
            match parts.iter_mut().find(|part| part.name == name && part.version == version) {
                Some(part) => part.places.push(place),
                None => parts.push(of_crate(package, place)?),
            }
        }
    }
    parts.extend(NPM.into_iter().map(of_npm).collect::<Outcome<Vec<_>>>()?);
    parts.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(parts)
}

/// What cargo tells of the workspace and all that it depends on with these options.
fn metadata(options: &[&str]) -> Outcome<Value> {
    let mut cargo = process::cargo();
    cargo.args(["metadata", "--format-version", "1", "--locked", "--quiet"]).args(options);
    serde_json::from_slice(&process::output(&mut cargo)?)
        .map_err(|error| Failure::work(format!("cargo's metadata can't be read: {error}.")))
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Everything that our crate needs when it runs, directly or not. Macros count: what they write is compiled in.
fn normal_dependencies(metadata: &Value) -> Vec<&Value> {
    let nodes = metadata.get("resolve").map_or(&[][..], |resolve| list(resolve, "nodes"));
    let own = list(metadata, "packages").iter().find(|package| text(package, "name") == "diptych");
    let mut waiting: Vec<&str> = own.map(|package| text(package, "id")).into_iter().collect();
    let mut found = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        let Some(node) = nodes.iter().find(|node| text(node, "id") == id) else { continue };
        for needed in list(node, "deps") {
            let normal = list(needed, "dep_kinds").iter().any(|kind| kind.get("kind") == Some(&Value::Null));
            if normal && found.insert(text(needed, "pkg")) {
                waiting.push(text(needed, "pkg"));
            }
        }
    }
    list(metadata, "packages").iter().filter(|package| found.contains(text(package, "id"))).collect()
}

fn of_crate(package: &Value, place: &'static str) -> Outcome<Part> {
    let (name, version, license) =
        (text(package, "name"), text(package, "version"), text(package, "license"));
    let authors = list(package, "authors").iter().filter_map(Value::as_str).map(without_address).collect();
    let manifest = PathBuf::from(text(package, "manifest_path"));
    let texts = texts(license, manifest.parent().unwrap_or(&manifest))?
        .ok_or_else(|| Failure::work(format!("{name} {version} ({license}) comes without its license.")))?;
    Ok(Part {
        name: name.to_owned(),
        version: version.to_owned(),
        license: license.to_owned(),
        authors,
        places: vec![place],
        texts,
    })
}

/// A package of the build's lock file. Its text is kept here, so that it need not be installed.
fn of_npm(name: &str) -> Outcome<Part> {
    let lock = paths::read_text(&paths::root().join("xtask/npm/package-lock.json"))?;
    let lock: Value = serde_json::from_str(&lock)
        .map_err(|error| Failure::work(format!("xtask/npm/package-lock.json can't be read: {error}.")))?;
    let package = &lock["packages"][format!("node_modules/{name}")];
    if text(package, "version").is_empty() {
        return Err(Failure::work(format!("xtask/npm/package-lock.json does not name {name}.")));
    }
    let file = paths::root().join("xtask/npm/licenses").join(format!("{name}.md"));
    Ok(Part {
        name: name.to_owned(),
        version: text(package, "version").to_owned(),
        license: text(package, "license").to_owned(),
        authors: Vec::new(),
        places: vec!["page"],
        texts: Texts::Own(vec![paths::read_text(&file)?]),
    })
}

fn without_address(author: &str) -> String {
    author.split('<').next().unwrap_or_default().trim().to_owned()
}

/// What has to go with a crate in `folder`; nothing where that is not there.
fn texts(license: &str, folder: &Path) -> Outcome<Option<Texts>> {
    let (licenses, notices) = files(folder)?;
    if may_be_apache(license) {
        return Ok(Some(Texts::Apache((!notices.is_empty()).then(|| notices.join("\n\n")))));
    }
    Ok((!licenses.is_empty()).then(|| Texts::Own(licenses.into_iter().chain(notices).collect())))
}

/// Whether the expression, which may have the old slash for "or", lets the Apache License be chosen alone.
fn may_be_apache(license: &str) -> bool {
    let alternatives = license.replace('/', " OR ");
    !license.contains("AND") && alternatives.split(" OR ").any(|one| one.trim() == "Apache-2.0")
}

/// The texts of the licenses and of the notices at the top of a crate's folder.
fn files(folder: &Path) -> Outcome<(Vec<String>, Vec<String>)> {
    let (mut licenses, mut notices) = (Vec::new(), Vec::new());
    for name in paths::files(folder)? {
        let upper = name.to_ascii_uppercase();
        let begins = |words: &[&str]| !name.contains('/') && words.iter().any(|word| upper.starts_with(word));
        if begins(&["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "UNLICENSE"]) {
            licenses.push(paths::read_text(&folder.join(&name))?);
        } else if begins(&["NOTICE"]) {
            notices.push(paths::read_text(&folder.join(&name))?);
        }
    }
    Ok((licenses, notices))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_apache_license_is_chosen_where_it_may_stand_alone() {
        for license in ["MIT OR Apache-2.0", "MIT/Apache-2.0", "Apache-2.0 / MIT", "Apache-2.0"] {
            assert!(may_be_apache(license), "{license}");
        }
        for license in ["MIT", "(MIT OR Apache-2.0) AND Unicode-3.0", "Apache-2.0 WITH LLVM-exception", ""] {
            assert!(!may_be_apache(license), "{license}");
        }
    }

    #[test]
    fn a_crate_without_its_license_is_refused() {
        let folder = paths::root().join("xtask/src/notices");
        assert!(texts("MIT", &folder).unwrap().is_none());
        assert!(matches!(texts("MIT OR Apache-2.0", &folder).unwrap(), Some(Texts::Apache(None))));
        assert!(matches!(texts("MIT", &paths::root()).unwrap(), Some(Texts::Own(texts)) if texts.len() == 2));
    }

    #[test]
    fn the_address_of_an_author_is_left_out() {
        assert_eq!(without_address("A. Author <a@example.org>"), "A. Author");
    }
}
