//! Files as the command line reads them: the cases that `tests/browser/input-cases.test.mjs` holds the page to as well.

#![cfg(feature = "input")]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use diptych::Article;
use diptych::input::decode::decode;
use diptych::text::read::SIGNATURES;
use proptest::prelude::*;
use std::fmt::Write;
use support::cases::{Outcome, cases};
use support::property::property;

/// A case's bytes: `\xHH` is one byte, everything else is UTF-8.
fn bytes(input: &str) -> Vec<u8> {
    let mut parts = input.split("\\x");
    let mut bytes = parts.next().unwrap_or("").as_bytes().to_vec();
    for part in parts {
        let (byte, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(byte, 16).unwrap());
        bytes.extend(rest.as_bytes());
    }
    bytes
}

/// A text on one line: control characters and the no-break space as `\xHH`.
fn shown(text: &str) -> String {
    text.chars().fold(String::new(), |mut line, c| {
        let code = u32::from(c);
        if c.is_control() || c == '\u{A0}' {
            let _ = write!(line, "\\x{code:02X}");
        } else {
            line.push(c);
        }
        line
    })
}

#[test]
fn files_are_decoded() {
    let mut outcome = Outcome::default();
    for (file, case) in cases("files") {
        let found = match decode(&bytes(&case.input)) {
            Ok(decoded) if decoded.guessed => format!("guessed: {}", shown(&decoded.text)),
            Ok(decoded) => format!("text: {}", shown(&decoded.text)),
            Err(error) => format!("refused: {}", error.key()),
        };
        outcome.check(&file, &case, &[found]);
    }
    outcome.finish(30);
}

#[test]
fn the_page_knows_the_same_signatures() {
    let script = include_str!("../www/input/decode.js");
    let list = script.split_once("SIGNATURES = ").unwrap().1.split_once(";\n").unwrap().0;
    let page: Vec<(String, String)> = serde_json::from_str(list).unwrap();
    let latin1 = |bytes: &[u8]| bytes.iter().copied().map(char::from).collect::<String>();
    let ours: Vec<_> =
        SIGNATURES.iter().map(|(start, error)| (latin1(start), error.key().to_owned())).collect();
    assert_eq!(page, ours);
}

#[test]
fn any_bytes_are_read_or_refused() {
    property(256, prop::collection::vec(any::<u8>(), 0..200), |bytes| {
        if let Ok(article) = Article::read(&bytes) {
            prop_assert!(!article.blocks.is_empty());
        }
        Ok(())
    });
}
