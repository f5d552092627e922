//! Sentence boundaries and kinds: the gold sentences of the seeds, and text cases by language.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use diptych::Article;
use diptych::text::segment::{Sentence, segment};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn seed(name: &str) -> Article {
    let mut files = fs::read_dir(root().join("seeds")).unwrap().map(|f| f.unwrap().path());
    let is_it =
        |p: &PathBuf| p.file_name().is_some_and(|f| f.to_string_lossy().starts_with(&format!("{name}_")));
    let path = files.find(is_it).unwrap_or_else(|| panic!("no seed {name}"));
    Article::read(&fs::read(path).unwrap()).unwrap()
}

fn texts<'t>(article: &'t Article, sentences: &[Sentence]) -> Vec<&'t str> {
    sentences.iter().map(|s| s.span.of(&article.text)).collect()
}

#[test]
fn the_gold_sentences_of_the_seeds_come_out_exactly() {
    let json = read(&root().join("seeds/gold/sentences.json"));
    let gold: BTreeMap<String, Vec<String>> = serde_json::from_str(&json).unwrap();
    let mut differences = Vec::new();
    let mut right = 0;
    for (name, expected) in &gold {
        let article = seed(name);
        let sentences = segment(&article);
        let found = texts(&article, &sentences);
        right += expected.iter().filter(|e| found.contains(&e.as_str())).count();
        for missed in expected.iter().filter(|e| !found.contains(&e.as_str())) {
            differences.push(format!("{name} missing: {missed}"));
        }
        for extra in found.iter().filter(|f| !expected.iter().any(|e| e == *f)) {
            differences.push(format!("{name} extra:   {extra}"));
        }
    }
    assert!(differences.is_empty(), "{right} of 127 right\n{}", differences.join("\n"));
    assert_eq!(right, 127);
}
