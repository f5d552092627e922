//! Invariants of sentences and tokens, on any text and on prose that is typeset in different ways.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use diptych::text::{Document, Lexicon, SentenceKind, TokenKind};
use diptych::{Article, Span};
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_segmenter::GraphemeClusterSegmenter;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn document(text: &str) -> (Document, Lexicon) {
    let mut lexicon = Lexicon::default();
    (Document::new(Article::from_text(text), &mut lexicon), lexicon)
}

/// Checks that spans follow one another without gap or overlap from `start` to `end`.
fn check_tiles(spans: impl Iterator<Item = Span>, start: u32, end: u32) -> Result<(), TestCaseError> {
    let mut at = start;
    for span in spans {
        prop_assert_eq!(span.start, at);
        prop_assert!(span.end > span.start, "empty at {}", at);
        at = span.end;
    }
    prop_assert_eq!(at, end);
    Ok(())
}

/// What must hold of any text at all.
fn check(text: &str) -> Result<(), TestCaseError> {
    let (document, lexicon) = document(text);
    let whole = u32::try_from(text.len()).unwrap();
    let boundaries: BTreeSet<usize> = GraphemeClusterSegmenter::new().segment_str(text).collect();
    let on_boundary =
        |span: Span| boundaries.contains(&(span.start as usize)) && boundaries.contains(&(span.end as usize));
    if document.sentences.is_empty() {
        prop_assert!(!text.chars().any(char::is_alphanumeric), "words but no sentence");
        return Ok(());
    }
    check_tiles(document.sentences.iter().map(|s| s.extent), 0, whole)?;
    check_tiles(document.tokens.iter().map(|t| t.span), 0, whole)?;
    for (index, sentence) in document.sentences.iter().enumerate() {
        prop_assert!(sentence.extent.contains(sentence.span) && sentence.span.contains(sentence.lead));
        prop_assert!(on_boundary(sentence.extent), "a sentence splits a character");
        prop_assert!(!sentence.span.is_empty());
        let tokens = document.tokens_of(index);
        check_tiles(tokens.iter().map(|t| t.span), sentence.extent.start, sentence.extent.end)?;
        let block = document.article.blocks[sentence.block as usize];
        prop_assert!(block.span.contains(sentence.span));
    }
    for token in &document.tokens {
        prop_assert!(on_boundary(token.span), "a token splits a character");
        let stem = lexicon.stem(token.term);
        prop_assert_eq!(lexicon.stem(stem), stem, "{}", lexicon.key(token.term));
        prop_assert!(token.kind == TokenKind::Space || !lexicon.key(token.term).is_empty());
    }
    Ok(())
}

/// What a reader reads of a text, whatever its spelling: the kind of each sentence and the keys of its words.
fn reading(text: &str) -> Vec<(SentenceKind, Vec<String>)> {
    let (document, lexicon) = document(text);
    let keys = |index: usize| {
        let tokens = document.tokens_of(index).iter().filter(|t| t.kind != TokenKind::Space);
        tokens.map(|t| lexicon.key(t.term).to_owned()).collect()
    };
    document.sentences.iter().enumerate().map(|(i, s)| (s.kind, keys(i))).collect()
}

/// Pieces of prose in several languages, with what makes boundaries hard.
const PROSE: &[&str] = &[
    "The general",
    "was killed",
    "in Baghdad",
    "on Dec. 27",
    "Gen. Müller",
    "U.S. forces",
    "U.S.",
    "at 6 a.m.",
    "3,5",
    "1,000",
    "12 500",
    "Zoë’s café",
    "“We will go.”",
    "“Really?” he asked.",
    "“Wait… We left.”",
    "He left.",
    "It ended!",
    "Why?",
    "(Photo: AP)",
    "BAGHDAD (AP) —",
    "2020-01-03",
    "By Jane Doe",
    "É. Martin",
    "Crème brûlée.",
    "L’été",
    "«Ça va.»",
    "fiancé’s",
    "한국어 문장이다.",
    "サッカーが好きだ。",
    "がんばれ！",
    "Ёлка стоит.",
    "й",
    "naïve coöperation",
    "Ångström",
    "ﬁn",
    "the",
    "and",
    "Read more: news",
    "Straße",
    "Ñandú.",
    "हिन्दी में।",
    "क़लम",
];

fn prose() -> impl Strategy<Value = String> {
    let gap = prop::sample::select(vec![" ", " ", " ", " ", "\n", "\n\n"]);
    prop::collection::vec((prop::sample::select(PROSE), gap), 1..40)
        .prop_map(|parts| parts.into_iter().map(|(part, gap)| part.to_owned() + gap).collect())
}

/// Texts that attack: anything, and runs of what is special to this code.
fn any_text() -> impl Strategy<Value = String> {
    let special = prop::sample::select(vec![
        ".",
        "..",
        "…",
        "!",
        "?",
        "。",
        "।",
        "\"",
        "'",
        "“",
        "”",
        "’",
        "«",
        "»",
        "(",
        ")",
        "（",
        "」",
        "[1]",
        " ",
        "\u{a0}",
        "\u{202f}",
        "\n",
        "\r\n",
        "\r",
        "\u{2028}",
        "\u{85}",
        "\0",
        "\u{1}",
        "\u{ad}",
        "\u{200b}",
        "\u{200d}",
        "\u{feff}",
        "\u{301}",
        "\u{483}",
        "\u{202e}",
        "\u{2066}",
        "a",
        "B",
        "é",
        "U.S.",
        "1",
        "٣",
        "３",
        "가",
        "\u{1100}",
        "\u{1161}",
        "ソ",
        "の",
        "中",
        "ก",
        "ำ",
        "क",
        "\u{94d}",
        "ष",
        "🇩",
        "🇪",
        "👩",
        "\u{1f3fd}",
        "—",
        "-",
        "•",
        "By ",
        "(AP) — ",
        "2020-01-03",
        "\u{600}",
        "\u{fe0f}",
    ]);
    prop_oneof![".{0,80}", prop::collection::vec(special, 0..60).prop_map(|parts| parts.concat()), prose(),]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sentences_and_tokens_tile_any_text(text in any_text()) {
        check(&text)?;
    }

    #[test]
    fn normalisation_makes_no_difference(text in prose()) {
        let read = reading(&text);
        prop_assert_eq!(&reading(&DecomposingNormalizerBorrowed::new_nfd().normalize(&text)), &read);
        prop_assert_eq!(&reading(&ComposingNormalizerBorrowed::new_nfc().normalize(&text)), &read);
    }

    #[test]
    fn quote_marks_spaces_and_line_ends_make_no_difference(text in prose()) {
        let read = reading(&text);
        prop_assert_eq!(&reading(&text.replace(['“', '”'], "\"").replace('’', "'")), &read);
        prop_assert_eq!(&reading(&text.replace(' ', "\u{a0}")), &read);
        prop_assert_eq!(&reading(&text.replace('\n', "\r\n")), &read);
        prop_assert_eq!(&reading(&text.replace('\n', "\r")), &read);
        prop_assert_eq!(&reading(&text.replace("general", "gen\u{ad}er\u{200b}al")), &read);
    }

    #[test]
    fn reading_bytes_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(article) = Article::read(&bytes) {
            check(&article.text)?;
        }
    }
}
