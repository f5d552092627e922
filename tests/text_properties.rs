//! Invariants of sentences and tokens, on any text and on prose that is typeset in different ways.

mod support;

use diptych::Article;
use diptych::mentions::Document;
use diptych::text::{Lexicon, SentenceKind, TokenKind};
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use proptest::prelude::*;
use support::articles::hostile_text;
use support::invariants;
use support::property::property;

fn document(text: &str) -> (Document, Lexicon) {
    let mut lexicon = Lexicon::default();
    (Document::new(Article::from_text(text), &mut lexicon), lexicon)
}

/// What must hold of any text at all.
fn check(text: &str) -> Result<(), TestCaseError> {
    let (document, lexicon) = document(text);
    invariants::read(&document, &lexicon).map_err(TestCaseError::fail)
}

/// What a reader reads of a text, whatever its spelling: the kind of each sentence and the keys of its words.
fn reading(text: &str) -> Vec<(SentenceKind, Vec<String>)> {
    let (document, lexicon) = document(text);
    let keys = |index: usize| {
        let tokens = document.tokens_of(index).iter().filter(|t| t.kind != TokenKind::Space);
        tokens.map(|t| lexicon.normalized(t.term).to_owned()).collect()
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

/// Texts that attack: anything, what does harm, and prose.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![".{0,80}", hostile_text(), prose()]
}

/// Catches what `a_text_misread_is_rejected` seeds.
#[test]
fn sentences_and_tokens_tile_any_text() {
    property(256, any_text(), |text| check(&text));
}

/// Catches normalized forms of text that was not decomposed.
#[test]
fn normalisation_makes_no_difference() {
    property(256, prose(), |text| {
        let read = reading(&text);
        prop_assert_eq!(&reading(&DecomposingNormalizerBorrowed::new_nfd().normalize(&text)), &read);
        prop_assert_eq!(&reading(&ComposingNormalizerBorrowed::new_nfc().normalize(&text)), &read);
        Ok(())
    });
}

/// Catches normalized forms in which a no-break space stays one.
#[test]
fn quote_marks_spaces_and_line_ends_make_no_difference() {
    property(256, prose(), |text| {
        let read = reading(&text);
        prop_assert_eq!(&reading(&text.replace(['“', '”'], "\"").replace('’', "'")), &read);
        prop_assert_eq!(&reading(&text.replace(' ', "\u{a0}")), &read);
        prop_assert_eq!(&reading(&text.replace('\n', "\r\n")), &read);
        prop_assert_eq!(&reading(&text.replace('\n', "\r")), &read);
        prop_assert_eq!(&reading(&text.replace("general", "gen\u{ad}er\u{200b}al")), &read);
        Ok(())
    });
}

/// Mistakes in reading: a token that ends between a letter and its accent, a sentence that claims another block, a
/// mention without tokens.
#[test]
fn a_text_misread_is_rejected() {
    let spoilt = |spoil: fn(&mut Document)| {
        let (mut document, lexicon) = document("e\u{301}a 7 men left.\n\nThey won.");
        assert_eq!(invariants::read(&document, &lexicon), Ok(()));
        spoil(&mut document);
        invariants::read(&document, &lexicon).unwrap_err()
    };
    let split = spoilt(|d| {
        d.tokens[0].span.end = 1;
        d.tokens.insert(1, diptych::text::Token { span: diptych::Span::new(1, 4), ..d.tokens[0] });
        for sentence in &mut d.sentences {
            sentence.first_token += u32::from(sentence.first_token > 0);
        }
    });
    assert!(split.contains("splits a character") || split.contains("tokens"), "{split}");
    assert!(spoilt(|d| d.sentences[1].block = 0).contains("in no block"));
    assert!(spoilt(|d| d.mentions[0].end_token = d.mentions[0].first_token).contains("a mention"));
}
