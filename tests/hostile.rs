//! Texts that are meant to hurt: each is read in time that grows with its length, and loses nothing.

use diptych::Article;
use diptych::mentions::Document;
use diptych::text::Lexicon;

const LARGE: usize = 200_000;

/// Reads a text and checks that sentences and tokens cover it; gives how many sentences there are.
fn sentences(text: &str) -> usize {
    let mut lexicon = Lexicon::default();
    let document = Document::new(Article::from_text(text), &mut lexicon);
    let extents: usize = document.sentences.iter().map(|s| s.extent.len()).sum();
    let tokens: usize = document.tokens.iter().map(|t| t.span.len()).sum();
    assert_eq!((extents, tokens), (text.len(), text.len()));
    document.sentences.len()
}

#[test]
fn one_word_without_end() {
    assert_eq!(sentences(&"a".repeat(LARGE)), 1);
    assert_eq!(sentences(&"中".repeat(LARGE / 3)), 1);
    assert_eq!(sentences(&"1,".repeat(LARGE / 2)), 1);
    assert_eq!(sentences(&"a'".repeat(LARGE / 2)), 1);
    assert_eq!(sentences(&"a.".repeat(LARGE / 2)), 1);
    assert_eq!(sentences(&"1 000 ".repeat(LARGE / 6)), 1);
}

#[test]
fn marks_without_end() {
    for part in [
        ".", ". ", "…", "! ", "\"", "(", ")", "()", "« ", "a. ", "[1]", "?\" ", "-", "\u{ad}", "。", "'",
        "[", ". \" ",
    ] {
        sentences(&("a".to_owned() + &part.repeat(LARGE / part.len())));
    }
}

#[test]
fn a_letter_under_a_hundred_thousand_accents() {
    let text = format!("A{} b. C.", "\u{301}".repeat(100_000));
    assert_eq!(sentences(&text), 2);
}

#[test]
fn a_million_sentences() {
    assert_eq!(sentences(&"x\n".repeat(1_000_000)), 1_000_000);
}

#[test]
fn a_sentence_of_a_hundred_thousand_words() {
    assert_eq!(sentences(&"word ".repeat(100_000)), 1);
}

#[test]
fn what_is_not_seen_is_kept() {
    for text in [
        "a\u{202e}b\u{2066}c\u{2069}. Done.",
        "\u{feff}One.\u{feff} Two\u{feff}.",
        "so\u{ad}ft. Hy\u{200d}phen\u{200b}.",
        "mixed\r\nends\rand\n\rmore\u{2028}x",
        "1e999 and ٣٤ and ３４",
        "nul\0 and bell\u{7} and escape\u{1b}[0m",
        "<script>alert(1)</script><svg onload=x><math><template>",
    ] {
        assert!(sentences(text) > 0);
    }
}

#[test]
fn a_file_of_the_largest_size_is_refused_or_read() {
    let text = "Nine people died when the river burst its banks on Monday. ".repeat(50_000);
    let article = Article::from_text(text);
    assert_eq!(sentences(&article.text), 50_000);
}
