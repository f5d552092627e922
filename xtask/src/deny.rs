//! Licenses, banned crates and sources of everything that the lock files name, held to `deny.toml` without a network.
//!
//! The file is cargo-deny's own, and `cargo deny check` understands all of it. This check knows the rules that the
//! file uses and needs no program that takes minutes to compile.

use std::collections::BTreeSet;

use crate::failure::{Failure, Outcome};
use crate::json::Json;
use crate::{paths, process};

/// The only place that crates may come from.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Checks everything and tells what breaks a rule.
pub(crate) fn check() -> Outcome {
    let rules = Rules::read(&paths::read_text(&paths::root().join("deny.toml"))?).ok_or_else(|| {
        Failure::usage("deny.toml has a form that is not understood here; see xtask/src/deny.rs.")
    })?;
    let workspaces = workspaces()?;
    let breaches = breaches(&rules, &workspaces);
    for breach in &breaches {
        eprintln!("    {breach}");
    }
    if breaches.is_empty() {
        let crates =
            workspaces.iter().flat_map(|w| w.get("packages").items()).map(|p| p.get("id").to_string());
        eprintln!("    {} crates keep the rules", crates.collect::<BTreeSet<_>>().len());
        return Ok(());
    }
    Err(Failure::work(format!("{} breaches of deny.toml.", breaches.len())))
}

/// The folders of the workspaces, each with a lock file of its own: what is published and tested, and the fuzzer.
pub(crate) const WORKSPACES: [&str; 2] = ["", "fuzz"];

/// What cargo tells of each workspace and everything it depends on, with all features and for all systems. Fails where a
/// lock file is behind.
pub(crate) fn workspaces() -> Outcome<Vec<Json>> {
    let metadata = |folder: &str| {
        let mut cargo = process::cargo();
        cargo.args(["metadata", "--format-version", "1", "--locked", "--all-features", "--quiet"]);
        cargo.arg("--manifest-path").arg(paths::root().join(folder).join("Cargo.toml"));
        Json::parse(&String::from_utf8_lossy(&process::output(&mut cargo)?))
            .ok_or_else(|| Failure::work("cargo's metadata can't be read."))
    };
    WORKSPACES.into_iter().map(metadata).collect()
}

/// What `deny.toml` says.
struct Rules {
    licenses: Vec<String>,
    exceptions: Vec<Exception>,
    bans: Vec<Ban>,
}

/// Further licenses that one crate may have.
struct Exception {
    name: String,
    licenses: Vec<String>,
}

/// A crate that only the wrappers may use.
struct Ban {
    name: String,
    wrappers: Vec<String>,
    reason: String,
}

impl Rules {
    /// Reads the lists that matter; nothing when one is missing or of another form.
    fn read(text: &str) -> Option<Self> {
        let licenses = strings(&value(text, "licenses", "allow")?)?;
        let exceptions = tables(&value(text, "licenses", "exceptions").unwrap_or_default(), |entry| {
            let licenses = strings(field(entry, "allow")?.split(']').next()?)?;
            Some(Exception { name: first(entry, "crate")?, licenses })
        })?;
        let bans = tables(&value(text, "bans", "deny")?, |entry| {
            let wrappers =
                field(entry, "wrappers").map_or(Some(Vec::new()), |list| strings(list.split(']').next()?))?;
            Some(Ban { name: first(entry, "name")?, wrappers, reason: first(entry, "reason")? })
        })?;
        (!licenses.is_empty() && !bans.is_empty()).then_some(Self { licenses, exceptions, bans })
    }

    /// The licenses that a crate may have.
    fn licenses_of(&self, name: &str) -> Vec<String> {
        let own = self.exceptions.iter().filter(|exception| exception.name == name);
        self.licenses.iter().chain(own.flat_map(|exception| &exception.licenses)).cloned().collect()
    }
}

/// What `read` makes of each inline table of a list; nothing where it makes nothing of one.
fn tables<T>(list: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    list.split('{').skip(1).map(|entry| read(entry.split('}').next()?)).collect()
}

/// What follows a key of an inline table.
fn field<'t>(entry: &'t str, key: &str) -> Option<&'t str> {
    entry.split_once(&format!("{key} = ")).map(|(_, after)| after)
}

/// The first text that follows a key of an inline table.
fn first(entry: &str, key: &str) -> Option<String> {
    strings(field(entry, key)?)?.into_iter().next()
}

/// The list that `key` has in a section, as it is written between its brackets.
fn value(text: &str, section: &str, key: &str) -> Option<String> {
    let (_, after) = text.split_once(&format!("\n[{section}]\n"))?;
    let own = after.split("\n[").next()?;
    let lines: String =
        own.lines().filter(|line| !line.trim_start().starts_with('#')).flat_map(|l| [l, "\n"]).collect();
    let (_, list) = format!("\n{lines}")
        .split_once(&format!("\n{key} = ["))
        .map(|(a, b)| (a.to_owned(), b.to_owned()))?;
    let mut depth = 1;
    let end = list.find(|c| {
        depth += i32::from(c == '[') - i32::from(c == ']');
        depth == 0
    })?;
    Some(list[..end].to_owned())
}

/// The texts in quotation marks.
fn strings(list: &str) -> Option<Vec<String>> {
    let parts: Vec<&str> = list.split('"').collect();
    (parts.len() % 2 == 1).then(|| parts.into_iter().skip(1).step_by(2).map(str::to_owned).collect())
}

/// Every breach of any workspace, one line each.
fn breaches(rules: &Rules, workspaces: &[Json]) -> Vec<String> {
    let mut found = Vec::new();
    let mut used = BTreeSet::new();
    for package in workspaces.iter().flat_map(|workspace| workspace.get("packages").items()) {
        let name = package.get("name").as_text().unwrap_or_default();
        let named = format!("{name} {}", package.get("version").as_text().unwrap_or_default());
        match package.get("license").as_text() {
            Some(license) if is_allowed(license, &rules.licenses_of(name), &mut used) => {}
            license => found.push(format!("{named} has the license {}", license.unwrap_or("nobody knows"))),
        }
        if let Some(source) = package.get("source").as_text()
            && source != REGISTRY
        {
            found.push(format!("{named} comes from {source}"));
        }
        for needed in package.get("dependencies").items() {
            let needs = needed.get("name").as_text().unwrap_or_default();
            let own = package.get("source") == &Json::Null;
            if own && needed.get("source") != &Json::Null && needed.get("req").as_text() == Some("*") {
                found.push(format!("{named} takes any version of {needs}"));
            }
        }
    }
    found.extend(workspaces.iter().flat_map(|workspace| banned(rules, workspace)));
    let allowed = rules.licenses.iter().chain(rules.exceptions.iter().flat_map(|e| &e.licenses));
    let unused = allowed.filter(|license| !used.contains(*license));
    found.extend(unused.map(|license| format!("deny.toml allows {license}, which nothing has")));
    let mut seen = BTreeSet::new();
    found.retain(|breach| seen.insert(breach.clone()));
    found
}

/// Banned crates that others than their wrappers use, as the graph of what is really used has it.
fn banned(rules: &Rules, metadata: &Json) -> Vec<String> {
    let name_of = |id: &str| {
        let package = metadata.get("packages").items().iter().find(|p| p.get("id").as_text() == Some(id));
        package.and_then(|p| p.get("name").as_text()).unwrap_or_default().to_owned()
    };
    let mut found = Vec::new();
    for node in metadata.get("resolve").get("nodes").items() {
        let user = name_of(node.get("id").as_text().unwrap_or_default());
        for used in node.get("dependencies").items().iter().filter_map(Json::as_text).map(name_of) {
            for ban in rules.bans.iter().filter(|ban| ban.name == used && !ban.wrappers.contains(&user)) {
                found.push(format!("{user} uses {used}, which is banned: {}", ban.reason));
            }
        }
    }
    found
}

/// Whether an SPDX expression can be met by the allowed licenses, and notes those that met it.
fn is_allowed(expression: &str, allowed: &[String], used: &mut BTreeSet<String>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    any(&words, &mut at, allowed, used) && at == words.len()
}

fn any(words: &[&str], at: &mut usize, allowed: &[String], used: &mut BTreeSet<String>) -> bool {
    let mut met = all(words, at, allowed, used);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= all(words, at, allowed, used);
    }
    met
}

fn all(words: &[&str], at: &mut usize, allowed: &[String], used: &mut BTreeSet<String>) -> bool {
    let mut met = one(words, at, allowed, used);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= one(words, at, allowed, used);
    }
    met
}

fn one(words: &[&str], at: &mut usize, allowed: &[String], used: &mut BTreeSet<String>) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let met = any(words, at, allowed, used);
        *at += 1;
        return met;
    }
    let mut license = (*word).to_owned();
    if words.get(*at) == Some(&"WITH") {
        license = format!("{license} WITH {}", words.get(*at + 1).unwrap_or(&""));
        *at += 2;
    }
    let met = allowed.contains(&license);
    if met {
        used.insert(license);
    }
    met
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# rules\n[licenses]\n# why\nallow = [\"MIT\", \"Zlib\"]\nexceptions = [{ crate = \"test-tool\", allow = [\"NCSA\"] }]\n\n[bans]\nwildcards = \"deny\"\ndeny = [\n    { name = \"heavy\", wrappers = [\"test-tool\"], reason = \"too, much\" },\n    { name = \"bad\", reason = \"no\" },\n]\n\n[sources]\n";

    fn rules() -> Rules {
        Rules::read(FILE).unwrap()
    }

    #[test]
    fn the_rules_are_read() {
        assert_eq!(rules().licenses_of("test-tool"), ["MIT", "Zlib", "NCSA"]);
        let Rules { licenses, bans, .. } = rules();
        assert_eq!(licenses, ["MIT", "Zlib"]);
        let told: Vec<_> =
            bans.iter().map(|b| (b.name.as_str(), b.wrappers.len(), b.reason.as_str())).collect();
        assert_eq!(told, [("heavy", 1, "too, much"), ("bad", 0, "no")]);
        assert!(Rules::read("[licenses]\n").is_none());
        let own = paths::read_text(&paths::root().join("deny.toml")).unwrap();
        assert!(
            Rules::read(&own).unwrap().bans.iter().any(|ban| ban.name == "regex" && ban.wrappers.len() > 1)
        );
    }

    #[test]
    fn an_expression_is_met_by_one_way_through_it() {
        let met = |expression| is_allowed(expression, &rules().licenses, &mut BTreeSet::new());
        assert!(
            met("MIT") && met("MIT OR GPL-3.0") && met("(GPL-3.0 OR MIT) AND Zlib") && met("Apache-2.0/MIT")
        );
        assert!(
            !met("GPL-3.0") && !met("MIT AND GPL-3.0") && !met("") && !met("MIT WITH Classpath-exception")
        );
    }

    #[test]
    fn the_crates_keep_the_rules() {
        check().unwrap();
    }

    #[test]
    fn every_breach_is_told() {
        let metadata = Json::parse(
            r#"{"packages":[
                {"id":"1","name":"own","version":"1","license":"MIT","source":null,"dependencies":[{"name":"heavy","req":"*","source":"x"}]},
                {"id":"2","name":"heavy","version":"2","license":"GPL-3.0","source":"git+https://a.example","dependencies":[]},
                {"id":"3","name":"test-tool","version":"3","license":null,"source":null,"dependencies":[]}],
              "resolve":{"nodes":[{"id":"1","dependencies":["2"]},{"id":"3","dependencies":["2"]}]}}"#,
        );
        assert_eq!(
            breaches(&rules(), &[metadata.clone().unwrap(), metadata.unwrap()]),
            [
                "own 1 takes any version of heavy",
                "heavy 2 has the license GPL-3.0",
                "heavy 2 comes from git+https://a.example",
                "test-tool 3 has the license nobody knows",
                "own uses heavy, which is banned: too, much",
                "deny.toml allows Zlib, which nothing has",
                "deny.toml allows NCSA, which nothing has",
            ]
        );
    }
}
