//! `cargo xtask sbom`: the software bill of materials, `CycloneDX` 1.6 as JSON.
//!
//! Crates as cargo resolves them, npm packages as the lock files name them. The same sources give the same bytes: it has
//! no date and no number of its own.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use crate::failure::{Failure, Outcome};
use crate::json::Json;
use crate::{deny, paths};

/// Folders whose lock files name npm packages; none of them is part of what is published but what esbuild writes.
const NPM: &[&str] = &["xtask/npm", "tests/browser", "benches/browser"];

/// What may be asked for.
pub(crate) fn command() -> Command {
    let out = Arg::new("out").long("out").value_name("FILE").value_parser(value_parser!(PathBuf));
    Command::new("sbom")
        .about("Write the software bill of materials, CycloneDX JSON")
        .arg(out.help("where it goes; target/diptych.cdx.json when not given"))
}

/// The command.
pub(crate) fn run(arguments: &ArgMatches) -> Outcome {
    let out = arguments.get_one::<PathBuf>("out").cloned();
    let out = out.unwrap_or_else(|| paths::target().join("diptych.cdx.json"));
    let workspaces = deny::workspaces()?;
    let mut components = all_crates(&workspaces)?;
    for folder in NPM {
        let text = paths::read_text(&paths::root().join(folder).join("package-lock.json"))?;
        let lock = Json::parse(&text)
            .ok_or_else(|| Failure::work(format!("{folder} has no readable lock file.")))?;
        components.extend(packages(&lock));
    }
    once_each(&mut components, "bom-ref");
    let count = components.len();
    paths::write(&out, format!("{}\n", bill(&workspaces, components)))?;
    println!("{count} components in {}", out.display());
    Ok(())
}

/// Leaves out what has the same `key` as something before it.
fn once_each(list: &mut Vec<Json>, key: &str) {
    let mut seen = BTreeSet::new();
    list.retain(|entry| seen.insert(entry.get(key).to_string()));
}

fn bill(workspaces: &[Json], components: Vec<Json>) -> Json {
    let mut packages = workspaces.iter().flat_map(|workspace| workspace.get("packages").items());
    let own = packages.find(|p| p.get("name").as_text() == Some("diptych"));
    let own = own.map_or(Json::Null, |p| described(p, "application"));
    let listed = components.iter().chain([&own]).map(|c| c.get("bom-ref").to_string());
    let listed: BTreeSet<String> = listed.collect();
    let mut edges: Vec<Json> = workspaces.iter().flat_map(edges).collect();
    // The project's own tools are no components.
    edges.retain(|edge| listed.contains(&edge.get("ref").to_string()));
    once_each(&mut edges, "ref");
    Json::object([
        ("bomFormat", Json::text("CycloneDX")),
        ("specVersion", Json::text("1.6")),
        ("version", Json::Number("1".into())),
        ("metadata", Json::object([("component", own)])),
        ("components", Json::List(components)),
        ("dependencies", Json::List(edges)),
    ])
}

/// Every crate that is not the project's own, those of the program and the page first.
fn all_crates(workspaces: &[Json]) -> Outcome<Vec<Json>> {
    let mut found = Vec::new();
    for (folder, metadata) in deny::WORKSPACES.iter().zip(workspaces) {
        let lock = paths::read_text(&paths::root().join(folder).join("Cargo.lock"))?;
        found.extend(crates(metadata, &lock)?);
    }
    Ok(found)
}

/// Every crate that is not of this workspace.
fn crates(metadata: &Json, lock: &str) -> Outcome<Vec<Json>> {
    let shipped = shipped(metadata);
    let mut found = Vec::new();
    for package in metadata.get("packages").items().iter().filter(|p| p.get("source") != &Json::Null) {
        let Json::Object(mut entries) = described(package, "library") else { continue };
        let id = package.get("id").as_text().unwrap_or_default();
        let scope = if shipped.contains(id) { "required" } else { "excluded" };
        entries.push(("scope".into(), Json::text(scope)));
        let checksum = checksum(package, lock)
            .ok_or_else(|| Failure::work(format!("Cargo.lock has no checksum of {id}.")))?;
        entries.push(("hashes".into(), hashes("SHA-256", checksum)));
        found.push(Json::Object(entries));
    }
    Ok(found)
}

fn described(package: &Json, kind: &str) -> Json {
    let said = |name: &str| Json::text(package.get(name).as_text().unwrap_or_default());
    let expression = Json::object([("expression", said("license"))]);
    Json::object([
        ("type", Json::text(kind)),
        ("bom-ref", Json::text(reference(package))),
        ("name", said("name")),
        ("version", said("version")),
        ("purl", Json::text(reference(package))),
        ("licenses", Json::List(vec![expression])),
    ])
}

/// The package's address in the form of the package-url specification.
fn reference(package: &Json) -> String {
    let said = |name: &str| package.get(name).as_text().unwrap_or_default();
    format!("pkg:cargo/{}@{}", said("name"), said("version"))
}

fn hashes(algorithm: &str, content: impl Into<String>) -> Json {
    Json::List(vec![Json::object([("alg", Json::text(algorithm)), ("content", Json::text(content))])])
}

fn checksum<'l>(package: &Json, lock: &'l str) -> Option<&'l str> {
    let (name, version) = (package.get("name").as_text()?, package.get("version").as_text()?);
    let (_, after) = lock.split_once(&format!("name = \"{name}\"\nversion = \"{version}\"\n"))?;
    let own = after.split("[[package]]").next()?;
    own.split_once("checksum = \"")?.1.split('"').next()
}

/// What the crate itself needs to run, in the page or as a program: everything that no test and no build asks for.
fn shipped(metadata: &Json) -> BTreeSet<String> {
    let nodes = metadata.get("resolve").get("nodes").items();
    let own = metadata.get("packages").items().iter().find(|p| p.get("name").as_text() == Some("diptych"));
    let mut waiting: Vec<String> =
        own.and_then(|p| p.get("id").as_text()).map(str::to_owned).into_iter().collect();
    let mut found = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !found.insert(id.clone()) {
            continue;
        }
        let Some(node) = nodes.iter().find(|n| n.get("id").as_text() == Some(&id)) else { continue };
        for needed in node.get("deps").items() {
            let normal = needed.get("dep_kinds").items().iter().any(|kind| kind.get("kind") == &Json::Null);
            waiting.extend(needed.get("pkg").as_text().filter(|_| normal).map(str::to_owned));
        }
    }
    found
}

/// Which crate needs which.
fn edges(metadata: &Json) -> Vec<Json> {
    let packages = metadata.get("packages").items();
    let named = |id: &Json| packages.iter().find(|p| p.get("id") == id).map(|p| Json::text(reference(p)));
    let nodes = metadata.get("resolve").get("nodes").items().iter();
    let edge = |node: &Json| {
        let needs = node.get("dependencies").items().iter().filter_map(named).collect();
        Some(Json::object([("ref", named(node.get("id"))?), ("dependsOn", Json::List(needs))]))
    };
    nodes.filter_map(edge).collect()
}

/// The packages of an npm lock file, for building, testing and measuring only.
fn packages(lock: &Json) -> Vec<Json> {
    let described = |(place, package): &(String, Json)| {
        let name = place.rsplit_once("node_modules/")?.1;
        let version = package.get("version").as_text()?;
        let purl = format!("pkg:npm/{}@{version}", name.replace('@', "%40"));
        let mut entries = vec![
            ("type".to_owned(), Json::text("library")),
            ("bom-ref".to_owned(), Json::text(purl.clone())),
            ("name".to_owned(), Json::text(name)),
            ("version".to_owned(), Json::text(version)),
            ("purl".to_owned(), Json::text(purl)),
            ("scope".to_owned(), Json::text("excluded")),
        ];
        if let Some(license) = package.get("license").as_text() {
            let expression = Json::object([("expression", Json::text(license))]);
            entries.push(("licenses".to_owned(), Json::List(vec![expression])));
        }
        let integrity = package.get("integrity").as_text().and_then(|text| text.strip_prefix("sha512-"));
        entries.extend(integrity.and_then(hex).map(|hash| ("hashes".to_owned(), hashes("SHA-512", hash))));
        Some(Json::Object(entries))
    };
    lock.get("packages").entries().iter().filter_map(described).collect()
}

/// Base64 as hexadecimal digits.
fn hex(base64: &str) -> Option<String> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut count, mut out) = (0_u32, 0, String::new());
    for letter in base64.trim_end_matches('=').bytes() {
        let value = LETTERS.iter().position(|known| *known == letter)?;
        bits = (bits << 6) | u32::try_from(value).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            let byte = (bits >> count) & 0xff;
            out.extend([byte >> 4, byte & 15].map(|half| char::from_digit(half, 16).unwrap_or('0')));
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_becomes_hexadecimal() {
        assert_eq!(hex("AAECAw==").as_deref(), Some("00010203"));
        assert_eq!(hex("/+8=").as_deref(), Some("ffef"));
        assert_eq!(hex("?"), None);
    }

    #[test]
    fn npm_packages_have_their_place_version_and_hash() {
        let lock = Json::parse(
            r#"{"packages":{"":{"name":"own"},"node_modules/@a/b":{"version":"1.2","license":"MIT","integrity":"sha512-AAEC"}}}"#,
        );
        let told = packages(&lock.unwrap());
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].get("purl").as_text(), Some("pkg:npm/%40a/b@1.2"));
        assert_eq!(told[0].get("hashes").items()[0].get("content").as_text(), Some("000102"));
    }

    #[test]
    fn every_crate_of_the_lock_file_is_in_the_bill() {
        let listed = all_crates(&deny::workspaces().unwrap()).unwrap();
        let locks = deny::WORKSPACES
            .map(|folder| paths::read_text(&paths::root().join(folder).join("Cargo.lock")).unwrap());
        assert_eq!(listed.len(), locks.concat().matches("\nchecksum = ").count());
        let scope = |name: &str| {
            let found = listed.iter().find(|c| c.get("name").as_text() == Some(name));
            found.and_then(|c| c.get("scope").as_text()).map(str::to_owned)
        };
        assert_eq!(scope("yew").as_deref(), Some("required"));
        assert_eq!(scope("proptest").as_deref(), Some("excluded"));
        assert_eq!(scope("libfuzzer-sys").as_deref(), Some("excluded"));
    }

    #[test]
    fn what_depends_on_what_names_only_what_is_listed() {
        let workspaces = deny::workspaces().unwrap();
        let bill = bill(&workspaces, all_crates(&workspaces).unwrap());
        let listed = bill.get("components").items().iter().chain([bill.get("metadata").get("component")]);
        let listed: BTreeSet<String> = listed.map(|c| c.get("bom-ref").to_string()).collect();
        let edges = bill.get("dependencies").items();
        assert!(edges.len() > 100, "the crates depend on one another");
        for edge in edges {
            for named in edge.get("dependsOn").items().iter().chain([edge.get("ref")]) {
                assert!(listed.contains(&named.to_string()), "{named} is not listed");
            }
        }
    }
}
