//! What holds of the comparison of any two sentences.
#![expect(clippy::disallowed_methods, reason = "tests are no part of the page")]

mod support;

use diptych::diff::{Diff, Edit, EditClass, WordAlignment, align_words, diff, readable_edits};
use diptych::mentions::Document;
use diptych::text::{Article, Lexicon, Token};
use proptest::prelude::*;
use std::ops::Range;
use support::property::property;
use support::{invariants, lcs};

fn tokens(text: &str, lexicon: &mut Lexicon) -> Vec<Token> {
    Document::new(Article::from_text(text), lexicon).tokens
}

/// Words that meet often, so that they repeat, move and stand for each other.
fn sentence() -> impl Strategy<Value = String> {
    let words = [
        "the",
        "of",
        "in",
        "a",
        "was",
        "and",
        "not",
        "general",
        "commander",
        "killed",
        "dead",
        "attack",
        "attacks",
        "airstrike",
        "Baghdad",
        "Qassem",
        "Qassim",
        "Department",
        "Defense",
        "Defence",
        "DoD",
        "US",
        "U.S.",
        "United",
        "States",
        "seven",
        "7",
        "eight",
        ",",
        ".",
        "\"",
        "Friday",
        "said",
        "announced",
        "picture",
        "image",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..24).prop_map(|w| w.join(" "))
}

/// Anything at all, or something like a sentence.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![3 => sentence(), 1 => any::<String>(), 1 => "[ a-c.,'\u{e9}\u{4e2d}\u{301}\n-]{0,40}"]
}

/// The edits without their order and without where empty ranges stand.
fn content(edits: &[Edit]) -> Vec<(EditClass, Range<u32>, Range<u32>)> {
    let place = |r: &Range<u32>| if r.start == r.end { 0..0 } else { r.clone() };
    let mut content: Vec<_> = edits.iter().map(|e| (e.class, place(&e.a), place(&e.b))).collect();
    content.sort_by_key(|(class, a, b)| (*class, a.start, a.end, b.start, b.end));
    content
}

fn swapped(edits: &[Edit]) -> Vec<Edit> {
    let class = |class| match class {
        EditClass::OnlyA => EditClass::OnlyB,
        EditClass::OnlyB => EditClass::OnlyA,
        other => other,
    };
    edits.iter().map(|e| Edit { class: class(e.class), a: e.b.clone(), b: e.a.clone() }).collect()
}

fn all_shared(Diff { edits, marked: _ }: &Diff) -> bool {
    edits.iter().all(|e| e.class == EditClass::Shared)
}

/// How many content words stand in order in both, as the alignment has it.
fn in_order(alignment: &WordAlignment, a: &[Token], b: &[Token]) -> usize {
    let same = alignment.pairs.iter().filter(|p| a[p.a as usize].term == b[p.b as usize].term);
    same.filter(|p| a[p.a as usize].kind.is_content()).count()
}

/// Catches what `edits_that_do_not_tile_are_rejected` in `invariants.rs` seeds.
#[test]
fn edits_tile_both_sentences() {
    property(600, (text(), text()), |(a, b)| {
        let mut lexicon = Lexicon::default();
        let (a, b) = (tokens(&a, &mut lexicon), tokens(&b, &mut lexicon));
        let Diff { edits, marked: _ } = diff(&lexicon, &a, &b);
        invariants::edits(&edits, &a, &b).map_err(TestCaseError::fail)?;
        prop_assert!(edits.iter().map(|e| e.a.start).is_sorted(), "{edits:?}");
        let in_place = edits.iter().filter(|e| e.class != EditClass::Moved);
        prop_assert!(in_place.map(|e| e.b.start).is_sorted(), "{edits:?}");
        Ok(())
    });
}

/// Catches an aligner that takes the sentences as they come and not in `canonical_order`.
#[test]
fn swapping_the_sentences_swaps_everything() {
    property(600, (text(), text()), |(a, b)| {
        let mut lexicon = Lexicon::default();
        let (a, b) = (tokens(&a, &mut lexicon), tokens(&b, &mut lexicon));
        let (there, back) = (align_words(&lexicon, &a, &b), align_words(&lexicon, &b, &a));
        let mut turned: Vec<_> = back.pairs.iter().map(|p| (p.b, p.a, p.class)).collect();
        turned.sort_unstable();
        prop_assert_eq!(there.pairs.iter().map(|p| (p.a, p.b, p.class)).collect::<Vec<_>>(), turned);
        let (there, back) = (diff(&lexicon, &a, &b), diff(&lexicon, &b, &a));
        prop_assert_eq!(content(&there.edits), content(&swapped(&back.edits)));
        prop_assert_eq!(there.marked, back.marked);
        Ok(())
    });
}

/// Catches an order of sentences by the numbers of their terms in `canonical_order`.
#[test]
fn other_term_numbers_change_nothing() {
    property(600, (text(), text()), |(a, b)| {
        let mut lexicon = Lexicon::default();
        let (x, y) = (tokens(&a, &mut lexicon), tokens(&b, &mut lexicon));
        let mut other = Lexicon::default();
        tokens("0 1 2 3 4 5 6 7 8 9", &mut other);
        let (v, u) = (tokens(&b, &mut other), tokens(&a, &mut other));
        prop_assert_eq!(align_words(&lexicon, &x, &y), align_words(&other, &u, &v));
        Ok(())
    });
}

/// Catches an `align_in_order` that has no way of its own for equal sentences.
#[test]
fn a_sentence_shares_everything_with_itself() {
    property(600, text(), |a| {
        let mut lexicon = Lexicon::default();
        let a = tokens(&a, &mut lexicon);
        let diff = diff(&lexicon, &a, &a);
        prop_assert!(all_shared(&diff), "{diff:?}");
        let pairs = align_words(&lexicon, &a, &a).pairs;
        prop_assert!(pairs.iter().all(|p| p.a == p.b && p.class == EditClass::Shared));
        Ok(())
    });
}

/// Catches a `without_lone` that looks twice as far.
#[test]
fn function_words_are_paired_beside_content_words_only() {
    property(600, (sentence(), sentence()), |(a, b)| {
        let mut lexicon = Lexicon::default();
        let (a, b) = (tokens(&a, &mut lexicon), tokens(&b, &mut lexicon));
        let words = |tokens: &[Token]| -> Vec<usize> {
            (0..tokens.len()).filter(|&i| tokens[i].kind.is_word()).collect()
        };
        let (words_a, words_b) = (words(&a), words(&b));
        prop_assume!(words_a.iter().map(|&i| a[i].term).ne(words_b.iter().map(|&j| b[j].term)));
        let place = |words: &[usize], at: u32| words.binary_search(&(at as usize)).ok();
        let pairs = align_words(&lexicon, &a, &b).pairs;
        let placed: Vec<(usize, usize, bool)> = pairs
            .iter()
            .filter_map(|p| {
                let content = a[p.a as usize].kind.is_content() && b[p.b as usize].kind.is_content();
                Some((place(&words_a, p.a)?, place(&words_b, p.b)?, content))
            })
            .collect();
        for &(i, j, _) in placed.iter().filter(|p| !p.2) {
            let near =
                |&(x, y, content): &(usize, usize, bool)| content && x.abs_diff(i) <= 4 && y.abs_diff(j) <= 4;
            prop_assert!(placed.iter().any(near), "{i} {j} of {placed:?}");
        }
        Ok(())
    });
}

/// Every content word that both have is paired with an equal one as often as both have it, unless it stands for
/// something else there: so no fewer equal content words are paired than the longest common subsequence has,
/// less those that have another partner. Catches a `LEAST_POINTS` that equal words in no company do not reach.
#[test]
fn no_shared_content_word_is_lost() {
    property(600, (sentence(), sentence()), |(a, b)| {
        let mut lexicon = Lexicon::default();
        let (a, b) = (tokens(&a, &mut lexicon), tokens(&b, &mut lexicon));
        let alignment = align_words(&lexicon, &a, &b);
        let content = |tokens: &[Token]| -> Vec<u32> {
            tokens.iter().filter(|t| t.kind.is_content()).map(|t| t.term.0).collect()
        };
        let oracle = lcs::length(&content(&a), &content(&b));
        let elsewhere = alignment.pairs.iter().filter(|p| {
            let (x, y) = (&a[p.a as usize], &b[p.b as usize]);
            x.term != y.term && (x.kind.is_content() || y.kind.is_content())
        });
        prop_assert!(in_order(&alignment, &a, &b) + 2 * elsewhere.count() >= oracle);
        Ok(())
    });
}

/// Catches what `edits_that_do_not_tile_are_rejected` in `invariants.rs` seeds.
#[test]
fn any_alignment_can_be_cleaned_up() {
    property(600, (text(), text(), prop::collection::vec((0_u32..40, 0_u32..40), 0..12)), |(a, b, seed)| {
        use diptych::diff::WordPair;
        let mut lexicon = Lexicon::default();
        let (a, b) = (tokens(&a, &mut lexicon), tokens(&b, &mut lexicon));
        let classes = [EditClass::Shared, EditClass::Moved, EditClass::Variant, EditClass::Reworded];
        let mut pairs: Vec<WordPair> = seed
            .iter()
            .map(|&(x, y)| WordPair { a: x, b: y, class: classes[((x + y) % 4) as usize] })
            .collect();
        pairs.sort_unstable();
        let edits = readable_edits(&lexicon, &WordAlignment { pairs }, &a, &b);
        invariants::edits(&edits, &a, &b).map_err(TestCaseError::fail)?;
        Ok(())
    });
}

#[test]
fn a_very_long_sentence_ends() {
    let mut lexicon = Lexicon::default();
    let word = |i: usize, of: usize| format!("w{} ", (i * 7919 + i / 3) % of);
    let long = |of: usize| (0..100_000).map(|i| word(i, of)).collect::<String>();
    for (x, y) in [(5000, 4999), (40, 41), (90_000, 3)] {
        let (a, b) = (tokens(&long(x), &mut lexicon), tokens(&long(y), &mut lexicon));
        let Diff { edits, marked: _ } = diff(&lexicon, &a, &b);
        invariants::edits(&edits, &a, &b).unwrap();
    }
}

/// "on" stands in place between two words that moved: they don't move as one phrase over it.
#[test]
fn what_moves_together_takes_nothing_that_stays() {
    let mut lexicon = Lexicon::default();
    let a = tokens("The the the the ruled on on embassy killed airport.\u{301}", &mut lexicon);
    let b = tokens("The the ruled on airport.#The on embassy.", &mut lexicon);
    let Diff { edits, .. } = diff(&lexicon, &a, &b);
    let covered: u32 = edits.iter().map(|e| e.a.end - e.a.start).sum();
    assert_eq!(covered as usize, a.len(), "{edits:?}");
}

/// So long a sentence is searched in order stretch by stretch; what was put into it must not lose the thread. Catches
/// a search that does not cut at words that both have once.
#[test]
fn long_sentences_stay_in_step() {
    const COMMON: [&str; 5] = ["general", "attack", "Baghdad", "airstrike", "Friday"];
    let common = |n: usize| COMMON[n * n % 5].to_owned();
    let one: Vec<String> =
        (0..9000).map(|n| if n % 3 == 0 { format!("word{n}") } else { common(n) }).collect();
    let mut other = one.clone();
    for at in [8000, 6000, 4000, 2000] {
        other.splice(at..at, (0..200).map(common));
    }
    let mut lexicon = Lexicon::default();
    let (a, b) = (tokens(&one.join(" "), &mut lexicon), tokens(&other.join(" "), &mut lexicon));
    let WordAlignment { pairs } = align_words(&lexicon, &a, &b);
    let same = |p: &&diptych::diff::WordPair| a[p.a as usize].term == b[p.b as usize].term;
    let kept = pairs.iter().filter(same).count();
    assert!(kept > 8900, "only {kept} of 9000 words were found again");
}
