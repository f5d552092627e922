//! What the crate promises to other programs: every item that can be reached outside `#[doc(hidden)]`, one a line, kept
//! in `tests/golden/public-api.txt`. A change that is meant is accepted with `DIPTYCH_BLESS=1 cargo test --test public_api`.
//!
//! The list is made from rustdoc's JSON. Derived and other trait implementations are not listed.

#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "a test may fail")]

use serde_json::Value;
use std::path::Path;
use std::process::Command;

const GOLDEN: &str = "tests/golden/public-api.txt";

/// A small surface can be kept stable; a new item has to be worth an old one.
const MOST_ITEMS: usize = 120;

/// The version of rustdoc's JSON that this test reads; another toolchain may write another.
const FORMAT_VERSION: u64 = 57;

#[test]
fn the_public_surface_is_as_it_was_and_small() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let items = Api::read(root).items();
    let found = items.join("\n") + "\n";
    let path = root.join(GOLDEN);
    if std::env::var_os("DIPTYCH_BLESS").is_some() {
        std::fs::write(&path, &found).expect("the list can be written");
    }
    let expected = std::fs::read_to_string(&path).expect("the list is part of the repository");
    let lines = |text: &str| -> Vec<String> { text.lines().map(str::to_owned).collect() };
    let (old, new) = (lines(&expected), lines(&found));
    let gone: Vec<String> = old.iter().filter(|l| !new.contains(l)).map(|l| format!("- {l}")).collect();
    let come: Vec<String> = new.iter().filter(|l| !old.contains(l)).map(|l| format!("+ {l}")).collect();
    assert!(
        gone.is_empty() && come.is_empty(),
        "the public surface changed; if that is meant, accept it with DIPTYCH_BLESS=1 cargo test --test public_api\n{}\n{}",
        gone.join("\n"),
        come.join("\n")
    );
    assert!((50..=MOST_ITEMS).contains(&items.len()), "{} public items; at most {MOST_ITEMS}", items.len());
}

/// rustdoc's description of the crate.
struct Api(Value);

impl Api {
    /// Has rustdoc write it, in a target folder of its own. Its JSON is not stable, hence the variable and the check of
    /// its version.
    fn read(root: &Path) -> Self {
        let target = root.join("target/public-api");
        let output = Command::new(env!("CARGO"))
            .args(["rustdoc", "--locked", "--lib", "--features", "cli", "--target-dir"])
            .arg(&target)
            .args(["--", "-Z", "unstable-options", "--output-format", "json", "--document-hidden-items"])
            .current_dir(root)
            .env("RUSTC_BOOTSTRAP", "1")
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let json = std::fs::read(target.join("doc/diptych.json")).expect("rustdoc wrote its JSON");
        let api = Self(serde_json::from_slice(&json).expect("rustdoc writes JSON"));
        assert_eq!(
            api.0["format_version"], FORMAT_VERSION,
            "read the changes of rustdoc's format, then raise the number"
        );
        api
    }

    /// Every item that can be reached, in order.
    fn items(&self) -> Vec<String> {
        let mut items = Vec::new();
        let root = &self.0["index"][self.0["root"].to_string()];
        for item in self.listed(&root["inner"]["module"]["items"]) {
            // A re-export is listed as what it re-exports, under its new name.
            let reexport = &item["inner"]["use"];
            let target = if reexport.is_null() { item } else { self.item(&reexport["id"]) };
            let name = if reexport.is_null() { &item["name"] } else { &reexport["name"] };
            self.add(target, name.as_str().unwrap_or_default(), &mut items);
        }
        diptych::order::sort(&mut items);
        items
    }

    fn add(&self, item: &Value, path: &str, items: &mut Vec<String>) {
        let kind = kind(item);
        let inner = &item["inner"][kind];
        items.push(format!("{path}: {kind}"));
        let parts = ["items", "variants", "fields"].map(|list| &inner[list]);
        let fields =
            [&inner["kind"]["plain"]["fields"], &inner["kind"]["tuple"], &inner["kind"]["struct"]["fields"]];
        for part in parts.into_iter().chain(fields).flat_map(|list| self.listed(list)) {
            self.add(part, &format!("{path}::{}", part["name"].as_str().unwrap_or_default()), items);
        }
        for implementation in self.listed(&inner["impls"]) {
            let own = &implementation["inner"]["impl"];
            if own["trait"].is_null() {
                for part in self.listed(&own["items"]) {
                    self.add(part, &format!("{path}::{}", part["name"].as_str().unwrap_or_default()), items);
                }
            }
        }
    }

    fn item(&self, id: &Value) -> &Value {
        &self.0["index"][id.to_string()]
    }

    /// The items of a list of ids that can be reached. What stands in a trait's or enum's own list is as public as that.
    fn listed<'v>(&'v self, ids: &'v Value) -> impl Iterator<Item = &'v Value> {
        let reached = |item: &&Value| {
            let visibility = item["visibility"].as_str().unwrap_or("restricted");
            !item.is_null() && matches!(visibility, "public" | "default") && !is_hidden(item)
        };
        ids.as_array().into_iter().flatten().map(|id| self.item(id)).filter(reached)
    }
}

fn kind(item: &Value) -> &str {
    item["inner"].as_object().and_then(|inner| inner.keys().next()).map_or("", String::as_str)
}

fn is_hidden(item: &Value) -> bool {
    item["attrs"].as_array().into_iter().flatten().any(|attribute| attribute.to_string().contains("hidden"))
}
