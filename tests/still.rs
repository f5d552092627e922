//! The page that the command line writes. What it makes of the built-in story also goes to `still.html` in cargo's folder
//! for tests' files, where `tests/browser/still.test.mjs` opens it and holds it against what the element exports.
#![cfg(feature = "cli")]
#![expect(clippy::expect_used, reason = "a test may fail")]

use std::path::Path;
use std::process::Command;

/// The built-in story as a page.
fn page() -> String {
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/story.json");
    let mut program = Command::new(env!("CARGO_BIN_EXE_diptych"));
    let output = program.arg("compare").arg(story).args(["--format", "html"]).output().expect("it runs");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("a page is UTF-8")
}

#[test]
fn the_page_is_complete_and_the_browser_tests_get_it() {
    let page = page();
    std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("still.html"), &page)
        .expect("it can be written");
    for part in ["<template shadowrootmode=\"open\"><style>", "<table part=\"rows\"", "style-src 'sha256-"] {
        assert_eq!(page.matches(part).count(), 1, "{part}");
    }
    assert_eq!(page.matches("<article ").count(), 5, "the articles stand in it as text");
    for alive in ["<script", "<button", "<input", "<select", " style="] {
        assert!(!page.contains(alive), "{alive} would need a script, or a policy that allows it");
    }
}

#[test]
fn every_element_is_closed() {
    let page = page();
    for name in
        ["diptych-compare", "template", "style", "section", "table", "tbody", "article", "main", "body"]
    {
        let opened = page.matches(&format!("<{name}>")).count() + page.matches(&format!("<{name} ")).count();
        assert_eq!(opened, page.matches(&format!("</{name}>")).count(), "{name}");
    }
}
