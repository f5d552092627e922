//! What the documents say about the repository is so: the files that they name exist, and versions agree.

#![allow(clippy::expect_used, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders and files whose names are looked up when a document has them in backticks.
const PLACES: &[&str] = &[
    "src/",
    "tests/",
    "www/",
    "xtask/",
    "docs/",
    "examples/",
    "fuzz/",
    "npm/",
    "seeds/",
    "benches/",
    ".github/",
    ".ci/",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).expect("a file of the repository")
}

/// The Markdown files at the top and in `docs/`, and those of folders that explain themselves.
fn documents() -> Vec<PathBuf> {
    let folders =
        ["", "docs", "npm", "seeds", "examples/story", "tests/cases/diff"].map(|folder| root().join(folder));
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder of the repository"));
    let mut found: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    found.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    found
}

/// The addresses of links within the repository, without what comes after a `#`.
fn links(text: &str) -> BTreeSet<&str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let local = targets.filter_map(|target| target.split('#').next());
    local.filter(|target| !target.is_empty() && !target.contains("://")).collect()
}

/// The paths in backticks, without those that stand for many (`tests/cases/**.txt`, `fuzz/found/TARGET/`) and those that
/// are built or installed.
fn paths(text: &str) -> BTreeSet<&str> {
    let quoted = text.split('`').skip(1).step_by(2).flat_map(str::split_whitespace);
    let one = |path: &&str| {
        let placeholder =
            path.split('/').any(|part| part.len() > 1 && part.chars().all(|c| c.is_ascii_uppercase()));
        PLACES.iter().any(|place| path.starts_with(place))
            && !path.contains(['*', '…', '{', '$'])
            && !["_bg.wasm", "node_modules"].iter().any(|made| path.contains(made))
            && !placeholder
    };
    quoted.filter(one).map(|path| path.trim_end_matches([',', ';', '.'])).collect()
}

#[test]
fn every_file_that_a_document_names_exists() {
    let (mut missing, mut held) = (Vec::new(), 0);
    for document in documents() {
        let text = fs::read_to_string(&document).expect("a document");
        let folder = document.parent().unwrap_or(Path::new("")).to_path_buf();
        let linked = links(&text).into_iter().map(|target| (target, folder.join(target)));
        let quoted = paths(&text).into_iter().map(|path| (path, root().join(path)));
        for (name, path) in linked.chain(quoted) {
            held += 1;
            if !path.exists() {
                missing.push(format!("{}: {name}", document.display()));
            }
        }
    }
    assert!(held > 50, "only {held} names were found");
    assert!(missing.is_empty(), "these do not exist:\n{}", missing.join("\n"));
}

#[test]
fn names_are_found_in_links_and_in_backticks() {
    let text = "[a](docs/a.md#top), [b](https://example.org), `src/x.rs` and `cargo run tests/y.rs`, `tests/*.txt`, `fuzz/found/TARGET/`";
    assert_eq!(links(text), ["docs/a.md"].into());
    assert_eq!(paths(text), ["src/x.rs", "tests/y.rs"].into());
}

#[test]
fn the_citation_names_the_version() {
    let citation = read("CITATION.cff");
    let version = format!("version: {}", env!("CARGO_PKG_VERSION"));
    assert!(citation.lines().any(|line| line == version), "CITATION.cff has not {version}");
}

/// The first block of `language` in a document.
#[cfg(feature = "cli")]
fn block<'t>(text: &'t str, language: &str) -> &'t str {
    let (_, rest) = text.split_once(&format!("\n```{language}\n")).expect("a block of code");
    rest.split("\n```").next().unwrap_or(rest)
}

#[test]
#[cfg(feature = "cli")]
fn the_link_in_the_readme_is_what_the_program_writes() {
    let readme = read("README.md");
    let shown: serde_json::Value = serde_json::from_str(block(&readme, "json")).expect("JSON in the README");
    let (_, told) = readme.split_once("The link of \"").expect("the two sentences");
    let sentences: Vec<&str> = told.split('"').step_by(2).take(2).collect();
    let articles: Vec<_> = sentences.iter().map(|sentence| diptych::Article::from_text(*sentence)).collect();
    let comparison = diptych::compare(&articles, &diptych::Options::default());
    let selection = comparison.at(diptych::Sensitivity::DEFAULT);
    let report = diptych::export::json::Report::new(&comparison, &selection);
    let links = serde_json::to_value(&report.links).expect("a report is plain data");
    assert_eq!(links, serde_json::json!([shown]));
}
