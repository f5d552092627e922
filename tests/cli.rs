//! The command line, run as its users run it.

#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "a test may fail")]

use diptych::options::{KNOBS, Knob, Options, Sensitivity};
use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn diptych(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_diptych"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that refuses its arguments does not read.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("the program ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn compared(args: &[&str]) -> Value {
    let output = diptych(args, b"");
    assert!(output.status.success(), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Runs the program in a way that it has to refuse, and gives its sentence.
fn refused(args: &[&str], input: &[u8]) -> String {
    let output = diptych(args, input);
    let message = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{args:?}: {message}");
    assert!(output.stdout.is_empty(), "{args:?} wrote a result");
    assert_eq!(message.lines().count(), 1, "{args:?}: {message}");
    assert!(message.starts_with("diptych: ") && message.ends_with(".\n"), "{args:?}: {message}");
    message
}

/// A file for a test, written anew each time.
fn file(name: &str, content: &[u8]) -> String {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).expect("a place for test files");
    path.display().to_string()
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn one_of(value: &Value, words: &[&str]) {
    assert!(value.as_str().is_some_and(|v| words.contains(&v)), "{value} is none of {words:?}");
}

/// `[start, end]` within a text, or null.
fn offsets(value: &Value, units: &[u16]) -> Option<String> {
    if value.is_null() {
        return None;
    }
    let [start, end] = place(value);
    Some(String::from_utf16(units.get(start..end).expect("offsets in the text")).expect("whole characters"))
}

fn place(value: &Value) -> [usize; 2] {
    let numbers: Vec<usize> = list(value)
        .iter()
        .map(|n| usize::try_from(n.as_u64().expect("an integer")).expect("a small one"))
        .collect();
    numbers.try_into().expect("two numbers")
}

const STORY: &[&str] = &["compare", "seeds/story.json", "--format", "json"];

#[test]
fn the_result_has_the_shape_of_the_contract() {
    let report = compared(STORY);
    assert_eq!(
        keys(&report),
        ["articles", "generator", "groups", "links", "notices", "schema", "stats", "weak"]
    );
    assert_eq!(report["schema"], "diptych/1");
    assert_eq!(list(&report["articles"]).len(), 5);
    for article in list(&report["articles"]) {
        assert_eq!(keys(article), ["lang", "outlet", "published", "sentences", "text", "title", "url"]);
        assert_eq!(article["lang"], "en");
        for sentence in list(&article["sentences"]) {
            assert_eq!(keys(sentence), ["block", "end", "kind", "start", "text"]);
            one_of(&sentence["kind"], &["body", "headline", "caption", "byline", "dateline"]);
        }
    }
    assert!(!list(&report["links"]).is_empty());
    for link in list(&report["links"]) {
        assert_eq!(keys(link), ["a", "b", "facts", "relation", "score", "words"]);
        one_of(&link["relation"], &["same-words", "reworded", "partly-shared"]);
        assert!(link["score"].as_u64().is_some_and(|s| s <= 1000));
        for words in list(&link["words"]) {
            assert_eq!(keys(words), ["a", "b", "class"]);
            one_of(&words["class"], &["shared", "moved", "variant", "reworded", "only-a", "only-b"]);
        }
        for fact in list(&link["facts"]) {
            assert_eq!(keys(fact), ["a", "b", "kind", "verdict"]);
            one_of(&fact["kind"], &["number", "name", "date", "quote"]);
            one_of(&fact["verdict"], &["agree", "differ", "told-differently", "only-a", "only-b"]);
        }
    }
    for weak in list(&report["weak"]) {
        assert_eq!(keys(weak), ["a", "b", "score"]);
    }
    for group in list(&report["groups"]) {
        assert_eq!(keys(group), ["members", "toldBy"]);
        assert!(list(&group["members"]).len() > 1);
    }
}

#[test]
fn every_offset_counts_utf16_units_of_the_text() {
    let report = compared(STORY);
    let articles = list(&report["articles"]);
    let units: Vec<Vec<u16>> =
        articles.iter().map(|a| a["text"].as_str().expect("a text").encode_utf16().collect()).collect();
    for (article, units) in articles.iter().zip(&units) {
        for sentence in list(&article["sentences"]) {
            let span = serde_json::json!([sentence["start"], sentence["end"]]);
            assert_eq!(offsets(&span, units).as_deref(), sentence["text"].as_str());
        }
    }
    for link in list(&report["links"]) {
        let sides = [&link["a"], &link["b"]].map(place);
        assert!(sides[0][0] < sides[1][0], "a is the smaller article");
        for side in ["a", "b"] {
            let [article, sentence] = place(&link[side]);
            let text = articles[article]["sentences"][sentence]["text"].as_str().expect("a sentence");
            let words = list(&link["words"]).iter().filter_map(|w| offsets(&w[side], &units[article]));
            let length: usize = words.map(|w| w.trim_end().len()).sum();
            assert!(length > 0 && length <= text.len() + 1, "{text}");
            for fact in list(&link["facts"]).iter().filter_map(|f| offsets(&f[side], &units[article])) {
                assert!(text.contains(&fact), "{fact} is not in {text}");
            }
        }
    }
}

#[test]
fn the_seeds_figures_differ_where_a_reader_sees_it() {
    let report = compared(&["compare", "seeds/001_4e4024296a481e3b.txt", "seeds/003_09b263de45a9b185.txt"]);
    let articles = list(&report["articles"]);
    let units =
        |i: usize| -> Vec<u16> { articles[i]["text"].as_str().expect("a text").encode_utf16().collect() };
    let (a, b) = (units(0), units(1));
    let differ: Vec<(Option<String>, Option<String>)> = list(&report["links"])
        .iter()
        .flat_map(|l| list(&l["facts"]))
        .filter(|f| f["kind"] == "number" && f["verdict"] == "differ")
        .map(|f| (offsets(&f["a"], &a), offsets(&f["b"], &b)))
        .collect();
    assert_eq!(differ, [(Some("seven people".to_owned()), Some("at least eight people".to_owned()))]);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(diptych(STORY, b"").stdout, diptych(STORY, b"").stdout);
}

#[test]
fn a_story_is_its_files() {
    let files = [
        "000_28464f7c55bba9b3",
        "001_4e4024296a481e3b",
        "002_955d24485b83f74b",
        "003_09b263de45a9b185",
        "004_04eb678c1c4f6be2",
    ];
    let paths: Vec<String> = files.iter().map(|f| format!("seeds/{f}.txt")).collect();
    let mut args = vec!["compare"];
    args.extend(paths.iter().map(String::as_str));
    assert_eq!(compared(&args)["links"], compared(STORY)["links"]);
}

#[test]
fn standard_input_is_an_article() {
    let output = diptych(
        &["compare", "-", "seeds/000_28464f7c55bba9b3.txt"],
        "Café 😀 burned on Friday. Nobody died.".as_bytes(),
    );
    assert!(output.status.success());
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["articles"][0]["sentences"][0]["end"], 25);
}

#[test]
fn more_sensitivity_never_shows_fewer_links() {
    let links = |sensitivity: &str| {
        list(&compared(&["compare", "seeds/story.json", "--sensitivity", sensitivity])["links"]).len()
    };
    let counts = ["0", "300", "500", "700", "1000"].map(links);
    assert!(counts.is_sorted(), "{counts:?}");
    assert!(counts[0] < counts[4]);
}

#[test]
fn a_work_limit_is_told() {
    let report = compared(&["compare", "seeds/story.json", "--work-limit=1"]);
    assert!(list(&report["notices"]).iter().any(|n| n["kind"] == "work-limit"));
}

#[test]
fn identical_articles_are_a_remark_and_no_error() {
    let path = "seeds/003_09b263de45a9b185.txt";
    let report = compared(&["compare", path, path]);
    let notice = list(&report["notices"]).iter().find(|n| n["kind"] == "same-text").expect("a remark");
    assert_eq!(keys(notice), ["articles", "kind", "message"]);
    assert_eq!(notice["articles"], serde_json::json!([0, 1]));
}

#[test]
fn bad_arguments_get_one_sentence() {
    assert!(refused(&[], b"").contains("--help"));
    assert!(refused(&["frobnicate"], b"").contains("frobnicate"));
    assert!(refused(&["compare"], b"").contains("files"));
    assert!(refused(&["compare", "seeds/story.json", "--colour"], b"").contains("--colour"));
    assert!(refused(&["compare", "seeds/story.json", "--format"], b"").contains("--format"));
    assert!(refused(&["compare", "seeds/story.json", "--format", "docx"], b"").contains("docx"));
    assert!(refused(&["compare", "seeds/story.json", "--sensitivity", "1001"], b"").contains("1000"));
    assert!(refused(&["compare", "seeds/story.json", "--sensitivity=high"], b"").contains("high"));
    assert!(refused(&["compare", "seeds/story.json", "--sensitivity", "-5"], b"").contains("-5"));
    assert!(refused(&["compare", "seeds/story.json", "--sensitivity"], b"").contains("--sensitivity"));
    assert!(refused(&["compare", "seeds/story.json", "--title", ""], b"").contains("--title"));
    assert!(refused(&["compare", "seeds/story.json", "--lang", "de"], b"").contains("html"));
    assert!(
        refused(&["compare", "seeds/story.json", "--format", "html", "--lang", "tlh"], b"").contains("tlh")
    );
    assert!(refused(&["compare", "seeds/story.json", "--output", "seeds"], b"").contains("folder"));
    assert!(refused(&["compare", "seeds/story.json", "--output", "no/such/x.json"], b"").contains("no/such"));
    assert!(refused(&["words", "file"], b"").contains("file"));
}

#[test]
fn bad_files_get_one_sentence_that_names_them() {
    let good = "seeds/000_28464f7c55bba9b3.txt";
    let bad = |name: &str, content: &[u8]| {
        let path = file(name, content);
        let message = refused(&["compare", good, &path], b"");
        assert!(message.contains(name), "{message}");
    };
    bad("empty.txt", b"");
    bad("blank.txt", b" \n\t\n");
    bad("binary.txt", b"\x7fELF\0\0\0\xff\xfe");
    bad("paper.pdf", b"%PDF-1.7\n1 0 obj");
    bad("paper.docx", b"PK\x03\x04word/document.xml");
    bad("address.txt", b"https://example.org/article\n");
    assert!(refused(&["compare", good, "seeds/missing.txt"], b"").contains("missing.txt"));
    assert!(refused(&["compare", good, "seeds"], b"").contains("folder"));
    assert!(refused(&["compare", good], b"").contains("one article"));
    assert!(refused(&["compare", "-", "-"], b"Text.").contains('-'));
}

#[test]
fn a_guessed_encoding_is_told() {
    let old = file("old.txt", b"The caf\xe9 burned on Friday.");
    let output = diptych(&["compare", &old, "seeds/000_28464f7c55bba9b3.txt"], b"");
    assert!(output.status.success());
    let told = text(&output.stderr);
    assert!(told.contains("old.txt") && told.contains("Windows-1252") && told.lines().count() == 1, "{told}");
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["articles"][0]["text"], "The café burned on Friday.");
}

#[test]
fn bad_stories_get_one_sentence() {
    let bad = |name: &str, content: &str, about: &str| {
        let message = refused(&["compare", &file(name, content.as_bytes())], b"");
        assert!(message.contains(about), "{message}");
    };
    bad("later.json", r#"{"schema": "diptych-story/2", "articles": [{"text": "A."}]}"#, "diptych-story/2");
    bad("cut.json", r#"{"schema": "diptych-story/1", "art"#, "JSON");
    bad("none.json", r#"{"schema": "diptych-story/1", "articles": []}"#, "no articles");
    bad(
        "hollow.json",
        r#"{"schema": "diptych-story/1", "articles": [{"title": "A"}]}"#,
        "neither text nor file",
    );
    bad("lost.json", r#"{"schema": "diptych-story/1", "articles": [{"file": "lost.txt"}]}"#, "lost.txt");
    bad("away.json", r#"{"schema": "diptych-story/1", "articles": [{"file": "../away.txt"}]}"#, "beside");
    bad("alone.json", r#"{"schema": "diptych-story/1", "articles": [{"text": "Alone."}]}"#, "one article");
}

#[test]
fn a_story_keeps_its_labels_and_ignores_what_it_does_not_know() {
    let story = r#"{"schema": "diptych-story/1", "mood": 3, "articles": [
        {"text": "The court ruled on Monday.", "outlet": "North", "url": "https://example.org/a", "lang": "en", "extra": {}},
        {"text": "A court ruled on Monday.", "outlet": "South", "url": "javascript:alert(1)"}]}"#;
    let report = compared(&["compare", &file("labels.json", story.as_bytes())]);
    assert_eq!(report["articles"][0]["outlet"], "North");
    assert_eq!(report["articles"][0]["url"], "https://example.org/a");
    assert_eq!(report["articles"][1]["url"], Value::Null);
}

#[test]
fn help_and_version_are_no_errors() {
    let help = |args: &[&str]| {
        let output = diptych(args, b"");
        assert!(output.status.success() && output.stderr.is_empty(), "{args:?}");
        text(&output.stdout)
    };
    assert!(help(&["--help"]).contains("compare") && help(&["help"]).contains("words"));
    assert!(help(&["compare", "--help"]).contains("--format"));
    assert!(help(&["words", "-h"]).contains("words"));
    assert!(help(&["--version"]).starts_with("diptych "));
    assert_eq!(help(&["-V"]), help(&["--version"]));
}

/// The flags of `compare` but for those of the knobs.
const OTHER_FLAGS: [&str; 6] = ["--format", "--help", "--lang", "--outlet", "--output", "--title"];

/// What stands in backticks at the start of a table's rows, with the rest of the row.
fn rows(document: &str) -> Vec<(&str, &str)> {
    document.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | ")).collect()
}

#[test]
fn the_knobs_are_the_same_everywhere() {
    let help = text(&diptych(&["compare", "--help"], b"").stdout);
    let readme = include_str!("../README.md");
    let elements = include_str!("../docs/embedding.md");
    let types = include_str!("../npm/core.d.ts");
    for knob in KNOBS {
        let Knob { name, min, max, default, meaning, .. } = knob;
        let options = |value| {
            let mut options = Options::default();
            (knob.set)(&mut options, value);
            options
        };
        assert_eq!(options(*default), Options::default(), "{name}");
        assert_ne!(options(*min), options(*max), "{name}");
        assert!(help.contains(&format!("--{name} <N>")) && help.contains(meaning), "{name} in the help");
        let row = (&*format!("--{name}"), &*format!("{min}–{max} | {default} | {meaning} |"));
        assert!(rows(readme).contains(&row), "{row:?} in the README");
        let words: Vec<&str> = name.split('-').collect();
        let camel = words.iter().enumerate().map(|(at, word)| {
            let (first, rest) = word.split_at(1);
            if at == 0 { (*word).to_owned() } else { first.to_uppercase() + rest }
        });
        assert!(
            types.contains(&format!("  {}?: number;", camel.collect::<String>())),
            "{name} in npm/core.d.ts"
        );
    }
    let known = |flag: &str| {
        OTHER_FLAGS.contains(&flag) || KNOBS.iter().any(|k| flag.strip_prefix("--") == Some(k.name))
    };
    let told = |text: &str| -> Vec<String> {
        let flags = text
            .split([' ', '`', ',', '\n', '=', '[', ']'])
            .filter(|word| word.starts_with("--") && word.len() > 2);
        flags.map(str::to_owned).collect()
    };
    let in_help = told(&help);
    assert!(in_help.iter().all(|flag| known(flag)), "{in_help:?}");
    for flag in OTHER_FLAGS {
        assert!(in_help.iter().any(|f| f == flag), "{flag} in the help");
    }
    let flags = rows(readme).into_iter().map(|(name, _)| name).filter(|name| name.starts_with("--"));
    for flag in flags {
        assert!(known(flag.split('`').next().unwrap_or(flag)), "{flag} of the README");
    }
    let Some((_, row)) = rows(elements).into_iter().find(|(name, _)| *name == "sensitivity") else {
        panic!("docs/embedding.md tells of the sensitivity");
    };
    assert!(row.starts_with(&format!("0–{}", Sensitivity::MAX)), "{row}");
}

#[test]
fn a_page_is_written_in_the_language_that_was_asked_for() {
    let page = |more: &[&str]| {
        let output = diptych(&[&["compare", "seeds/story.json", "--format", "html"], more].concat(), b"");
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    assert!(page(&[]).contains("<html lang=\"en\""));
    let german = page(&["--lang", "de-AT", "--title", "Flughafen <Bagdad>"]);
    assert!(
        german.contains("<html lang=\"de\"") && german.contains("<title>Flughafen &lt;Bagdad&gt;</title>")
    );
}

#[test]
fn the_result_can_go_to_a_file() {
    let path = file("report.json", b"");
    let output = diptych(&[STORY, &["--output", &path]].concat(), b"");
    assert!(output.status.success() && output.stdout.is_empty());
    assert_eq!(std::fs::read(&path).expect("a result"), diptych(STORY, b"").stdout);
    let kept = file("kept.json", b"kept");
    refused(&["compare", "seeds/missing.txt", "--output", &kept], b"");
    assert_eq!(std::fs::read(&kept).expect("a file"), b"kept");
}

#[test]
fn outlets_are_named_in_the_order_of_the_articles() {
    let files = ["seeds/001_4e4024296a481e3b.txt", "seeds/003_09b263de45a9b185.txt"];
    let named = compared(&["compare", files[0], files[1], "--outlet", "North", "--outlet=South"]);
    let outlets: Vec<&Value> = list(&named["articles"]).iter().map(|a| &a["outlet"]).collect();
    assert_eq!(outlets, ["North", "South"]);
    let plain = compared(&["compare", files[0], files[1], "--outlet", "North"]);
    assert_eq!((&plain["articles"][1]["outlet"], &plain["links"]), (&Value::Null, &named["links"]));
    let three = ["compare", files[0], files[1], "--outlet=A", "--outlet=B", "--outlet=C"];
    assert!(refused(&three, b"").contains("3 outlets"));
}

#[test]
fn counts_of_one_stand_in_the_singular() {
    let one = file("one.txt", b"The court ruled on Monday.");
    let output = diptych(&["compare", &one, &one, "--format", "text"], b"");
    let report = text(&output.stdout);
    assert!(report.starts_with("A (1 sentence)\n") && report.contains("A and B: 1 link\n"), "{report}");
}

#[test]
fn words_aligns_one_pair_a_line() {
    let input = "{\"a\": \"Seven people died.\", \"b\": \"At least 7 people died.\"}\n\n{\"a\": \"\", \"b\": \"x\"}\n";
    let output = diptych(&["words"], input.as_bytes());
    assert!(output.status.success(), "{}", text(&output.stderr));
    let lines: Vec<Value> =
        text(&output.stdout).lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(keys(&lines[0]), ["a", "b", "pairs"]);
    assert_eq!(lines[0]["a"], serde_json::json!(["Seven", "people", "died", "."]));
    for pair in list(&lines[0]["pairs"]) {
        one_of(&pair[2], &["shared", "moved", "variant", "reworded"]);
    }
    assert!(refused(&["words"], b"{\"a\": 1}").contains("Line 1"));
}
