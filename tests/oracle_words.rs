//! The word alignment held against the textbook: sentences of words that are unlike each other leave only one right
//! answer, and the longest common subsequence says how much of it is in order.

mod support;

use diptych::Article;
use diptych::diff::{EditClass, WordAlignment, align_words};
use diptych::mentions::Document;
use diptych::text::{Lexicon, Token};
use proptest::prelude::*;
use std::collections::BTreeMap;
use support::lcs;
use support::property::property;

/// Content words of which no two are alike in letters, stem or meaning.
const UNLIKE: &[&str] = &[
    "harbour", "zebra", "minister", "quartz", "violin", "pumpkin", "justice", "glacier", "lottery",
    "feather", "dungeon", "sailor", "wheat", "chimney", "oxygen", "buckle",
];

fn tokens(text: &str, lexicon: &mut Lexicon) -> Vec<Token> {
    Document::new(Article::from_text(text), lexicon).tokens
}

/// Where each word stands; a word that stands nowhere else twice.
fn places(tokens: &[Token]) -> BTreeMap<u32, u32> {
    let words = (0..).zip(tokens).filter(|(_, t)| t.kind.is_word());
    words.map(|(at, t)| (t.term.0, at)).collect()
}

/// What the textbook says of two sentences without a repeated word: each shared word stands for itself, and the most
/// that can stay in place do. A pair of other words, one said for the other, stays in place with the words around it and
/// weighs as much; so of the shared words no more may move than there are such pairs.
fn check(alignment: &WordAlignment, a: &[Token], b: &[Token]) -> Result<(), TestCaseError> {
    let (at_a, at_b) = (places(a), places(b));
    let expected: Vec<(u32, u32)> = {
        let mut pairs: Vec<_> = at_a.iter().filter_map(|(term, i)| Some((*i, *at_b.get(term)?))).collect();
        pairs.sort_unstable();
        pairs
    };
    let same = alignment.pairs.iter().filter(|p| {
        let (x, y) = (&a[p.a as usize], &b[p.b as usize]);
        x.kind.is_word() && x.term == y.term
    });
    let found: Vec<_> = same.clone().map(|p| (p.a, p.b)).collect();
    prop_assert_eq!(&found, &expected, "each word that both have stands for itself");
    let in_place: Vec<_> = same.filter(|p| p.class == EditClass::Shared).map(|p| (p.a, p.b)).collect();
    prop_assert!(in_place.windows(2).all(|w| w[0].1 < w[1].1), "words in place stand in order in both");
    let terms = |tokens: &[Token]| -> Vec<u32> {
        tokens.iter().filter(|t| t.kind.is_word()).map(|t| t.term.0).collect()
    };
    let other = alignment.pairs.iter().filter(|p| a[p.a as usize].term != b[p.b as usize].term).count();
    let most = lcs::length(&terms(a), &terms(b));
    prop_assert!(
        (in_place.len()..=in_place.len() + other).contains(&most),
        "as many as can be stay in place"
    );
    Ok(())
}

fn sentence() -> impl Strategy<Value = String> {
    (proptest::sample::subsequence(UNLIKE, 1..=UNLIKE.len())).prop_shuffle().prop_map(|words| words.join(" "))
}

#[test]
fn words_without_a_like_are_aligned_as_in_the_textbook() {
    property(256, (sentence(), sentence()), |(a, b)| {
        let mut lexicon = Lexicon::default();
        let (a, b) = (tokens(&a, &mut lexicon), tokens(&b, &mut lexicon));
        check(&align_words(&lexicon, &a, &b), &a, &b)?;
        Ok(())
    });
}

/// Two mistakes that an aligner could make: a moved word called shared, and a shared word left alone.
#[test]
fn a_wrong_alignment_is_rejected() {
    let mut lexicon = Lexicon::default();
    let a = tokens("harbour zebra minister quartz", &mut lexicon);
    let b = tokens("zebra minister quartz harbour", &mut lexicon);
    let right = align_words(&lexicon, &a, &b);
    check(&right, &a, &b).expect("the alignment itself is right");
    let mut all_shared = right.clone();
    all_shared.pairs.iter_mut().for_each(|p| p.class = EditClass::Shared);
    let mut one_lost = right.clone();
    one_lost.pairs.pop();
    let mut all_moved = right;
    all_moved.pairs.iter_mut().for_each(|p| p.class = EditClass::Moved);
    for wrong in [all_shared, one_lost, all_moved] {
        assert!(check(&wrong, &a, &b).is_err(), "{wrong:?}");
    }
}
