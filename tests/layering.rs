//! The import fences: which room of `src/` may know which other, and that no files import one another in a circle.
//!
//! `ARCHITECTURE.md` tells why. A room is a folder or a single file below `src/`; `crate::room::…` in its source is an
//! import, wherever it stands.

#[path = "support/imports.rs"]
mod imports;

use imports::{Files, circles};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A room, the rooms it may import, and the outside crates that it may name.
struct Fence {
    room: &'static str,
    rooms: &'static [&'static str],
    crates: &'static [&'static str],
}

/// What every room may import.
const BASE: &[&str] = &["chain", "span", "options", "order", "notice", "work"];
const ANY: &[&str] = &["*"];

const FENCES: &[Fence] = &[
    Fence { room: "chain", rooms: &[], crates: &[] },
    Fence { room: "span", rooms: &[], crates: &["serde"] },
    Fence { room: "options", rooms: &[], crates: &["serde"] },
    Fence { room: "notice", rooms: &[], crates: &["serde"] },
    Fence { room: "order", rooms: &[], crates: &[] },
    Fence { room: "work", rooms: &[], crates: &[] },
    Fence { room: "unicode", rooms: &[], crates: &["icu_segmenter", "icu_normalizer"] },
    Fence { room: "language", rooms: &["unicode"], crates: &["serde"] },
    Fence { room: "text", rooms: &["unicode", "language"], crates: &["serde"] },
    Fence { room: "input", rooms: &["text"], crates: &["encoding_rs"] },
    Fence { room: "mentions", rooms: &["unicode", "language", "text"], crates: &["serde"] },
    Fence { room: "align", rooms: &["unicode", "language", "text", "mentions"], crates: &["serde"] },
    Fence {
        room: "diff",
        rooms: &["unicode", "language", "text", "mentions", "align::link"],
        crates: &["serde"],
    },
    Fence {
        room: "facts",
        rooms: &["unicode", "language", "text", "mentions", "align::link", "diff"],
        crates: &["serde"],
    },
    Fence {
        room: "compare",
        rooms: &["unicode", "language", "text", "mentions", "align", "diff", "facts"],
        crates: &["serde"],
    },
    Fence {
        room: "view",
        rooms: &["unicode", "language", "text", "mentions", "align", "diff", "facts", "compare"],
        crates: &["serde"],
    },
    Fence {
        room: "export/json",
        rooms: &["text", "mentions", "align", "diff", "facts", "compare"],
        crates: &["serde"],
    },
    Fence { room: "export/articles", rooms: &["text"], crates: &[] },
    Fence { room: "export/digest", rooms: &[], crates: &[] },
    Fence {
        room: "export/html",
        rooms: &["view", "ui", "export::articles", "export::digest"],
        crates: &["yew", "pollster"],
    },
    Fence { room: "export/text", rooms: &["view"], crates: &[] },
    Fence { room: "ui", rooms: &["view"], crates: &["yew", "web_sys", "js_sys", "serde", "wasm_bindgen"] },
    Fence { room: "web", rooms: ANY, crates: ANY },
    Fence { room: "bin", rooms: ANY, crates: ANY },
];

/// Crates that only the fences above let in.
const OUTSIDE: &[&str] = &[
    "encoding_rs",
    "icu_normalizer",
    "icu_segmenter",
    "js_sys",
    "pollster",
    "postcard",
    "serde",
    "serde_json",
    "serde_wasm_bindgen",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "web_sys",
    "yew",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    diptych::order::sort(&mut found);
    found
}

/// Code without comment lines and without the file's own tests, which may look anywhere.
fn code(source: &str) -> String {
    let body = source.split("#[cfg(test)]\nmod tests").next().unwrap_or("");
    body.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The rooms of the crate that `code` names, as `room` or `room::part`.
fn rooms_named(code: &str) -> BTreeSet<String> {
    code.split("crate::").skip(1).flat_map(first_paths).collect()
}

/// `a::b::C` gives `a::b`; `{a::b, c}` gives `a::b` and `c`.
fn first_paths(after: &str) -> Vec<String> {
    let Some(list) = after.strip_prefix('{') else { return vec![first_path(after)] };
    let mut depth = 0;
    let mut paths = vec![String::new()];
    for c in list.chars() {
        match c {
            '}' if depth == 0 => break,
            ',' if depth == 0 => paths.push(String::new()),
            _ => {
                depth += i32::from(c == '{') - i32::from(c == '}');
                if let Some(path) = paths.last_mut() {
                    path.push(c);
                }
            }
        }
    }
    paths.iter().map(|path| first_path(path)).filter(|path| !path.is_empty()).collect()
}

fn first_path(text: &str) -> String {
    let word =
        |part: &str| -> String { part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    let mut parts = text.trim().split("::");
    let first = word(parts.next().unwrap_or(""));
    match parts.next().map(word) {
        Some(second) if second.starts_with(char::is_lowercase) => format!("{first}::{second}"),
        _ => first,
    }
}

/// The outside crates that `code` names.
fn crates_named(code: &str) -> BTreeSet<&'static str> {
    let starts = |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
    let named = |name: &&'static str| code.match_indices(&format!("{name}::")).any(|(at, _)| starts(at));
    OUTSIDE.iter().copied().filter(named).collect()
}

fn fence_of(path: &Path) -> Option<&'static Fence> {
    let below = path.strip_prefix(root().join("src")).ok()?.with_extension("");
    let below = below.to_string_lossy().replace('\\', "/");
    FENCES.iter().find(|f| below == f.room || below.starts_with(&format!("{}/", f.room)))
}

/// What in `source` breaks the fence, one line each.
fn breaches(fence: &Fence, source: &str) -> Vec<String> {
    let code = code(source);
    let own = fence.room.replace('/', "::");
    let within = |name: &str, room: &str| name == room || name.starts_with(&format!("{room}::"));
    let may = |name: &str| {
        let re_exported = name.starts_with(char::is_uppercase) && fence.rooms.contains(&"compare");
        fence.rooms == ANY
            || re_exported
            || within(name, &own)
            || BASE.iter().chain(fence.rooms).any(|room| within(name, room))
    };
    let rooms =
        rooms_named(&code).into_iter().filter(|name| !may(name)).map(|name| format!("imports crate::{name}"));
    let crates = crates_named(&code)
        .into_iter()
        .filter(|name| fence.crates != ANY && !fence.crates.contains(name))
        .map(|name| format!("names the crate {name}"));
    rooms.chain(crates).collect()
}

#[test]
fn every_room_keeps_to_its_fence() {
    let mut wrong = Vec::new();
    for path in files(&root().join("src"), "rs") {
        let name = path.strip_prefix(root()).unwrap().display().to_string();
        let front = ["src/lib.rs", "src/export/mod.rs"].contains(&name.as_str());
        match fence_of(&path) {
            Some(fence) => {
                let source = fs::read_to_string(&path).unwrap();
                wrong.extend(breaches(fence, &source).into_iter().map(|what| format!("{name} {what}")));
            }
            None if front => {}
            None => wrong.push(format!("{name} stands in no room: add a fence for it")),
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_breach_is_found() {
    let named = |room: &str| FENCES.iter().find(|f| f.room == room).unwrap();
    let found = |source: &str| breaches(named("align"), source);
    assert_eq!(found("use crate::text::{Lexicon, TermId};\nuse crate::span::Span;"), Vec::<String>::new());
    assert_eq!(found("use crate::view::build;"), ["imports crate::view::build"]);
    assert_eq!(found("use crate::{text::Token, ui::{App, state::Action}};"), ["imports crate::ui"]);
    assert_eq!(found("fn f() { crate::web::start() }"), ["imports crate::web::start"]);
    assert_eq!(found("use yew::prelude::*;"), ["names the crate yew"]);
    assert_eq!(found("// crate::view in a remark"), Vec::<String>::new());
    assert_eq!(breaches(named("diff"), "use crate::align::link::Relation;"), Vec::<String>::new());
    assert_eq!(breaches(named("diff"), "use crate::align::score::score;"), ["imports crate::align::score"]);
}

/// The circles that are still there. None may come; a room that is freed of its own takes it from the list.
const KNOWN_CIRCLES: &[&str] =
    &["ui/browser ui/stage/column ui/stage/hand ui/stage/hand/listeners ui/stage/mod ui/stage/sentence"];

#[test]
fn no_further_files_import_one_another_in_a_circle() {
    let files = Files::of(files(&root().join("src"), "rs").into_iter().map(|path| {
        let name = path.strip_prefix(root().join("src")).unwrap().with_extension("");
        (name.to_string_lossy().replace('\\', "/"), code(&fs::read_to_string(&path).unwrap()))
    }));
    let found: Vec<String> = circles(&files.imports()).iter().map(|circle| circle.join(" ")).collect();
    assert_eq!(found, KNOWN_CIRCLES);
}

#[test]
fn a_circle_is_found() {
    let files = |list: &[(&str, &str)]| {
        Files::of(list.iter().map(|(name, code)| ((*name).to_owned(), (*code).to_owned())))
    };
    let circle = files(&[
        ("a/mod", "mod b;\nmod c;\npub use b::B;"),
        ("a/b", "use super::c::{self, C};\npub struct B;"),
        ("a/c", "use crate::{a::B, d};\npub struct C;"),
        ("d", "fn f() { crate::e::g() }"),
        ("e", "use self::x::Y;"),
    ]);
    assert_eq!(circles(&circle.imports()), [["a/b", "a/c"]]);
    let imports = circle.imports();
    assert_eq!(imports["a/c"], BTreeSet::from(["a/b".to_owned(), "d".to_owned()]));
    assert_eq!(imports["d"], BTreeSet::from(["e".to_owned()]));
    let straight = files(&[("a/mod", "mod b;\npub use b::B;\npub struct A;"), ("a/b", "pub struct B;")]);
    assert_eq!(circles(&straight.imports()), Vec::<Vec<String>>::new());
    let back =
        files(&[("a/mod", "mod b;\nuse b::B;\npub struct A(B);"), ("a/b", "use super::A;\npub struct B;")]);
    assert_eq!(circles(&back.imports()), [["a/b", "a/mod"]]);
}

/// Words that come before the name of a type where it is defined.
const TYPE_KEYWORDS: [&str; 5] = ["struct ", "enum ", "trait ", "type ", "union "];

/// The types that `code` defines. An associated type, which a trait asks for by name, stands further in and is none.
fn types_defined(code: &str) -> Vec<String> {
    let defined = |line: &str| {
        let line = match line.strip_prefix("pub(") {
            Some(rest) => rest.split_once(") ").map_or("", |(_, rest)| rest),
            None => line.strip_prefix("pub ").unwrap_or(line),
        };
        let rest = TYPE_KEYWORDS.iter().find_map(|keyword| line.strip_prefix(keyword))?;
        Some(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>())
    };
    code.lines().filter_map(defined).collect()
}

/// Names that more than one type still has. None may come; who renames one of the two takes it from the list.
const KNOWN_DOUBLE_NAMES: &[&str] =
    &["Change", "Draft", "Message", "Props", "Run", "Scene", "Sentence", "Shown", "Span", "Stage", "Stretch"];

#[test]
fn no_two_types_share_a_name() {
    let (mut seen, mut double) = (BTreeSet::new(), BTreeSet::new());
    for path in files(&root().join("src"), "rs") {
        for name in types_defined(&code(&fs::read_to_string(&path).unwrap())) {
            if !seen.insert(name.clone()) {
                double.insert(name);
            }
        }
    }
    assert!(seen.len() > 100, "types are not found any more");
    assert_eq!(double.into_iter().collect::<Vec<_>>(), KNOWN_DOUBLE_NAMES);
}

#[test]
fn types_are_found_where_they_are_defined() {
    let code =
        "pub(super) struct A<'t> {\n}\npub enum B { C }\nimpl X for A {\n    type Y = B;\n}\ntype D = A;\n";
    assert_eq!(types_defined(code), ["A", "B", "D"]);
}

/// Words that must not stand in the source, with the reason.
const FORBIDDEN: &[(&str, &str)] = &[
    ("inner_html", "text reaches the page as text nodes only"),
    ("from_html_unchecked", "text reaches the page as text nodes only"),
    ("insertAdjacentHTML", "text reaches the page as text nodes only"),
    ("innerHTML", "text reaches the page as text nodes only"),
    ("outerHTML", "text reaches the page as text nodes only"),
    ("document.write", "text reaches the page as text nodes only"),
    ("Instant::now", "the result must not depend on a clock"),
    ("SystemTime::now", "the result must not depend on a clock"),
];

#[test]
fn forbidden_words_are_absent() {
    let mut wrong = Vec::new();
    let sources = files(&root().join("src"), "rs").into_iter().chain(files(&root().join("www"), "js"));
    for path in sources {
        let text = code(&fs::read_to_string(&path).unwrap());
        for (word, reason) in FORBIDDEN {
            if text.contains(word) {
                wrong.push(format!("{}: {word}: {reason}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A script without the lines that begin in a comment, which name types of other modules.
fn script(source: &str) -> String {
    let is_comment = |line: &&str| ["//", "/*", "*"].iter().any(|start| line.trim_start().starts_with(start));
    source.lines().filter(|line| !is_comment(line)).collect::<Vec<_>>().join("\n")
}

#[test]
fn only_the_loader_reaches_the_wasm() {
    let mut wrong = Vec::new();
    for path in files(&root().join("www"), "js") {
        let text = script(&fs::read_to_string(&path).unwrap());
        let is = |names: &[&str]| names.iter().any(|name| path.ends_with(name));
        let names_it = text.contains("diptych_bg.wasm") || text.contains("./diptych.js");
        // source.js says where the files lie; the loader, the worker pool, its policy and what fetches strings ask it.
        if names_it && !is(&["source.js", "source-onefile.js", "worker.js"])
            || text.contains("./source.js")
                && !is(&["loader.js", "strings.js", "trusted-types.js", "worker-pool.js"])
        {
            wrong.push(path.display().to_string());
        }
    }
    assert!(wrong.is_empty(), "these reach the wasm past the loader: {wrong:?}");
}

#[test]
fn only_one_script_parses_html() {
    let parsers = ["DOMParser", "parseHTML(", "createPolicy"];
    let parsing: Vec<_> = files(&root().join("www"), "js")
        .into_iter()
        .filter(|path| {
            let text = script(&fs::read_to_string(path).unwrap());
            parsers.iter().any(|parser| text.contains(parser))
        })
        .collect();
    assert_eq!(parsing, [root().join("www/engine/trusted-types.js")]);
}
