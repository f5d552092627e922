//! Sentence boundaries and kinds: the gold sentences of the seeds, and text cases by language.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use diptych::Article;
use diptych::language::Language;
use diptych::text::Sentence;
use diptych::text::SentenceKind::{self, Byline, Caption, Headline};
use diptych::text::segment::segment;
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
    Article::from_text(read(&path))
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

#[test]
fn the_kinds_of_the_seeds_sentences() {
    let kinds = |name: &str| {
        let article = seed(name);
        let sentences = segment(&article);
        let other = sentences.iter().enumerate().filter(|(_, s)| s.kind != SentenceKind::Body);
        other.map(|(i, s)| (i, s.kind)).collect::<Vec<_>>()
    };
    assert_eq!(kinds("000"), [(0, Caption), (1, Caption)]);
    assert_eq!(kinds("001"), [(0, Headline), (1, Caption), (2, Caption)]);
    assert_eq!(kinds("002"), [(0, Headline), (1, Caption), (2, Caption)]);
    assert_eq!(kinds("003"), []);
    assert_eq!(kinds("004"), [(20, Byline)]);

    let article = seed("003");
    let datelines: Vec<_> = segment(&article).iter().map(|s| s.dateline).filter(|l| !l.is_empty()).collect();
    assert_eq!(datelines.iter().map(|l| l.of(&article.text)).collect::<Vec<_>>(), ["date 2020-01-03"]);
}

/// One text case: what goes in, what must come out line by line, and why it does not yet, where it does not.
struct Case {
    place: String,
    input: String,
    expected: Vec<String>,
    known_failure: Option<String>,
}

/// The cases of a file: input, a line of `---`, expected lines; `===` between cases. Before the input may stand
/// `known-failure: reason` and `#` remarks.
fn cases(path: &Path) -> Vec<Case> {
    let text = read(path);
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let case = |(index, part): (usize, &str)| {
        let lines = part.lines().filter(|l| !l.starts_with("# "));
        let (headers, body): (Vec<&str>, Vec<&str>) = lines.partition(|l| l.starts_with("known-failure: "));
        let divider =
            body.iter().position(|l| *l == "---").unwrap_or_else(|| panic!("{name}: no --- in\n{part}"));
        let (input, expected) = body.split_at(divider);
        let expected = expected.iter().skip(1).filter(|l| !l.is_empty()).map(ToString::to_string).collect();
        Case {
            place: format!("{name}, case {}", index + 1),
            input: input.join("\n").trim_matches('\n').to_owned(),
            expected,
            known_failure: headers.first().map(ToString::to_string),
        }
    };
    text.split("\n===\n").enumerate().map(case).collect()
}

/// Checks every case of a file; gives how many there are and what is wrong.
fn check(path: &Path, lang: Option<&str>, answer: impl Fn(&Article) -> Vec<String>) -> (usize, Vec<String>) {
    let cases = cases(path);
    let mut wrong = Vec::new();
    for case in &cases {
        let mut article = Article::from_text(case.input.as_str());
        article.lang = lang.map(str::to_owned);
        let found = answer(&article);
        match (&case.known_failure, found == case.expected) {
            (None, false) => wrong.push(format!(
                "{}\n  found\n    {}\n  expected\n    {}",
                case.place,
                found.join("\n    "),
                case.expected.join("\n    ")
            )),
            (Some(_), true) => {
                wrong.push(format!("{} succeeds now; drop its known-failure line", case.place));
            }
            _ => {}
        }
    }
    (cases.len(), wrong)
}

#[test]
fn sentences_of_every_language() {
    let mut all_wrong = Vec::new();
    for &language in Language::ALL {
        let path = root().join(format!("tests/cases/segment/{}.txt", language.code()));
        let (count, wrong) = check(&path, Some(language.code()), |article| {
            texts(article, &segment(article)).into_iter().map(|t| t.replace('\n', " ")).collect()
        });
        assert!(count >= 10, "{} has only {count} cases", path.display());
        all_wrong.extend(wrong);
    }
    assert!(all_wrong.is_empty(), "\n{}", all_wrong.join("\n"));
}

#[test]
fn the_language_of_the_cases_is_guessed() {
    for &language in Language::ALL {
        let path = root().join(format!("tests/cases/segment/{}.txt", language.code()));
        let text: String = cases(&path).into_iter().map(|case| case.input + "\n").collect();
        assert_eq!(Language::guess(&text), language);
    }
}

#[test]
fn kinds_and_datelines() {
    let (count, wrong) = check(&root().join("tests/cases/kinds.txt"), None, |article| {
        segment(article).iter().map(|s| labelled(article, *s)).collect()
    });
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(count >= 15);
}

/// A sentence as the kind cases write it: `kind: {dateline} rest`.
fn labelled(article: &Article, sentence: Sentence) -> String {
    let kind = format!("{:?}", sentence.kind).to_lowercase();
    let dateline = sentence.dateline.of(&article.text);
    let rest = sentence.span.of(&article.text).strip_prefix(dateline).unwrap_or_default().trim_start();
    if dateline.is_empty() { format!("{kind}: {rest}") } else { format!("{kind}: {{{dateline}}} {rest}") }
}
