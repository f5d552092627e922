//! Quotation marks of every style make no difference: on generated articles, and on a story whose links they once cost.

mod support;

use diptych::align::SentenceId;
use diptych::{Article, Comparison, Options, Sensitivity, compare};
use proptest::prelude::*;
use support::articles::{article_text, sentence};
use support::invariants;
use support::property::property;

/// What opens and closes a quotation, then one inside another.
type Style = [&'static str; 4];

/// The styles of the languages that articles are in, with the spaces that French sets inside guillemets.
const STYLES: [Style; 14] = [
    ["\"", "\"", "'", "'"],
    ["“", "”", "‘", "’"],
    ["“", "”", "“", "”"],
    ["„", "“", "‚", "‘"],
    ["„", "”", "‚", "’"],
    ["„", "”", "«", "»"],
    ["”", "”", "’", "’"],
    ["»", "«", "›", "‹"],
    ["»", "»", "›", "›"],
    ["«", "»", "‹", "›"],
    ["«", "»", "“", "”"],
    ["«\u{A0}", "\u{A0}»", "‹\u{A0}", "\u{A0}›"],
    ["「", "」", "『", "』"],
    ["＂", "＂", "'", "'"],
];

/// What stands for the marks of a [`Style`] in a text that has none yet.
const PLACEHOLDERS: [char; 4] = ['\u{E000}', '\u{E001}', '\u{E002}', '\u{E003}'];

/// The text with quotation marks of a style.
fn dressed(text: &str, style: &Style) -> String {
    let marks = PLACEHOLDERS.iter().zip(style);
    marks.fold(text.to_owned(), |text, (placeholder, mark)| text.replace(*placeholder, mark))
}

/// The text with one mark for all quotation marks and apostrophes.
fn undressed(text: &str) -> String {
    let text = ["«", "‹"].iter().fold(text.to_owned(), |text, m| text.replace(&format!("{m}\u{A0}"), m));
    let text = ["»", "›"].iter().fold(text, |text, m| text.replace(&format!("\u{A0}{m}"), m));
    let is_mark = |c: char| c != '\u{A0}' && STYLES.iter().flatten().any(|mark| mark.contains(c));
    text.replace(is_mark, "\"")
}

/// A paragraph with a quotation, as newsrooms set them: before its attribution or behind it, whole or in part, over
/// several sentences, with another inside.
fn quoting_paragraph() -> impl Strategy<Value = String> {
    let [open, close, inner_open, inner_close] = PLACEHOLDERS;
    let clause = || sentence().prop_map(|sentence| sentence.trim_end_matches('.').to_owned());
    (clause(), clause(), clause(), 0..5).prop_map(move |(x, y, z, form)| match form {
        0 => format!("{open}{x},{close} said Karl Winter. {y}. {z}."),
        1 => format!("{x}: {open}{y}. {z}!{close} {x}."),
        2 => format!("{open}{x}. {y}.{close} {z}."),
        3 => format!("{open}{x} {inner_open}{y}{inner_close}, {z}{close}, said Karl Winter. {y}."),
        _ => format!("{x} {open}{y}{close} {z}. {open}{y} {inner_open}{z}!{inner_close}{close} {x}."),
    })
}

/// The text of an article with quotations, in placeholders.
fn quoting_text() -> impl Strategy<Value = String> {
    prop::collection::vec(quoting_paragraph(), 1..5).prop_map(|paragraphs| paragraphs.join("\n\n"))
}

fn compared(a: &str, b: &str) -> Comparison {
    compare(&[a, b].map(Article::from_text), &Options::default())
}

#[test]
fn any_quotation_marks_make_no_difference() {
    let texts = (quoting_text(), quoting_text(), article_text(), 0..STYLES.len(), 0..STYLES.len());
    property(256, texts, |(a, b, common, one, other)| {
        let (a, b) = (format!("{common}\n\n{a}"), format!("{b}\n\n{common}"));
        let plain = compared(&dressed(&a, &STYLES[0]), &dressed(&b, &STYLES[0]));
        let styled = compared(&dressed(&a, &STYLES[one]), &dressed(&b, &STYLES[other]));
        invariants::typography_is_free(&plain, &styled, &undressed).map_err(TestCaseError::fail)
    });
}

/// The successor is named in the sentence behind a quotation, which is no part of it.
#[test]
fn a_link_holds_in_quotation_marks_of_any_style() {
    let [open, close, ..] = PLACEHOLDERS;
    let a = format!(
        "Der Minister trat am Montag in Berlin zurück.\n\n{open}Ich gehe heute{close}, sagte Anton Berger in Berlin. \
         Sein Nachfolger wird Karl Winter.\n"
    );
    let b = "Der Minister erklärte am Montag in Berlin seinen Rücktritt.\n\nKarl Winter soll das Amt übernehmen.\n";
    for style in &STYLES {
        let comparison = compared(&dressed(&a, style), b);
        let id = |article, sentence| SentenceId { article, sentence };
        let links = comparison.at(Sensitivity::DEFAULT).links;
        let found = links.iter().any(|link| (link.a, link.b) == (id(0, 2), id(1, 1)));
        assert!(found, "{style:?}: {links:?}");
    }
}

#[test]
fn placeholders_are_dressed_and_undressed() {
    let text = dressed("\u{E000}a \u{E002}b\u{E003}\u{E001}", &STYLES[11]);
    assert_eq!(text, "«\u{A0}a ‹\u{A0}b\u{A0}›\u{A0}»");
    assert_eq!(undressed(&text), "\"a \"b\"\"");
}
