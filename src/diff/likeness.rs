//! How alike two words are in themselves, whatever stands around them.
//!
//! In doubt two words are not alike: their places in the sentences can still bring them together.

use super::words::SentenceWord;
use crate::language::Rules;
use crate::text::acronym::{self, Initial};
use crate::text::shape::WordShape;
use crate::text::spelling::edit_distance;
use crate::text::{Lexicon, TermId, TokenKind};

/// How two words are alike; later is more alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum WordLikeness {
    /// They belong to the same field: war, money, time.
    Field,
    /// They look alike, as names in different transliterations do, or compounds with a part in common.
    LookAlike,
    /// Another word for a related thing.
    Related,
    /// Another form of the same word.
    Variant,
    /// The same word.
    Same,
}

/// What is compared of a word.
pub(super) struct Form<'l> {
    term: TermId,
    stem: TermId,
    kind: TokenKind,
    shape: &'l WordShape,
    rules: &'static Rules,
}

impl<'l> Form<'l> {
    /// Looks a word up.
    pub(super) fn new(lexicon: &'l Lexicon, word: &SentenceWord) -> Self {
        Self {
            term: word.term,
            stem: word.stem,
            kind: word.kind,
            shape: lexicon.shape(word.term),
            rules: lexicon.rules(word.term),
        }
    }

    /// Whether the word is a number.
    pub(super) fn is_number(&self) -> bool {
        self.kind == TokenKind::Number
    }

    /// Whether the word says something by itself.
    pub(super) fn is_content(&self) -> bool {
        self.kind.is_content()
    }

    /// How many of the words that begin `words` this one abbreviates by their first letters. Longer abbreviations may
    /// leave out a function word between two others.
    pub(super) fn abbreviates(&self, words: &[Self]) -> Option<usize> {
        let short = self.shape.letters.as_slice();
        if self.kind != TokenKind::Word || !acronym::LENGTHS.contains(&short.len()) {
            return None;
        }
        let initial = |word: &Self| Initial {
            letter: word.shape.letters.first().copied().filter(|_| word.shape.letters.len() > 1),
            optional: !word.is_content() && short.len() > 2,
        };
        let nearest = words.get(..words.len().min(2 * short.len())).unwrap_or(&[]);
        acronym::spelled_out(short, &nearest.iter().map(initial).collect::<Vec<_>>())
    }

    /// How alike two words are, if they are at all. Symmetric. Cost: at most the product of their lengths.
    pub(super) fn likeness(&self, other: &Self) -> Option<WordLikeness> {
        if self.term == other.term {
            return Some(WordLikeness::Same);
        }
        let (x, y) = (self.shape, other.shape);
        if self.stem == other.stem || (x.pairs == y.pairs && x.letters == y.letters) {
            return Some(WordLikeness::Variant);
        }
        if !x.synonyms.is_empty() && !y.synonyms.is_empty() {
            let mut common = x.synonyms.iter().filter(|g| y.synonyms.contains(g)).peekable();
            if common.peek().is_some() {
                let one_word = common.any(|g| g.one_lemma);
                return Some(if one_word { WordLikeness::Variant } else { WordLikeness::Related });
            }
        }
        if self.kind != TokenKind::Word || other.kind != TokenKind::Word {
            return None;
        }
        let spelling = if x.pairs & y.pairs == 0 { None } else { spelling(x, y, self.rules) };
        let field = |s: &WordShape| s.class.filter(|class| !class.common).map(|class| class.id);
        spelling.or_else(|| field(x).filter(|id| field(y) == Some(*id)).map(|_| WordLikeness::Field))
    }
}

/// How alike two words are in their letters.
fn spelling(a: &WordShape, b: &WordShape, rules: &Rules) -> Option<WordLikeness> {
    let (x, y) = (a.letters.as_slice(), b.letters.as_slice());
    let (short, long) = (x.len().min(y.len()), x.len().max(y.len()));
    if short < 3 {
        return None;
    }
    let prefix = x.iter().zip(y).take_while(|(p, q)| p == q).count();
    let (rest_x, rest_y) = (x.get(prefix..).unwrap_or(&[]), y.get(prefix..).unwrap_or(&[]));
    let ends = |rest| rules.is_inflection_ending(rest);
    if prefix >= 3 && ends(rest_x) && ends(rest_y) {
        return Some(WordLikeness::Variant);
    }
    if short < 4 {
        return None;
    }
    let distance = if least_distance(a, b) * 5 > long * 2 { long } else { edit_distance(x, y) };
    let same_root = prefix >= 5 && prefix * 2 >= long && long - prefix <= 5;
    let same_sound = a.skeleton == b.skeleton && a.skeleton.len() >= 2;
    if same_root || (long >= 6 && (same_sound || distance * 4 <= long)) {
        return Some(WordLikeness::Variant);
    }
    if distance * 4 <= long || (prefix >= 4 && prefix * 2 >= long && long - prefix <= 5) {
        return Some(WordLikeness::LookAlike);
    }
    if distance * 5 <= long * 2 && short >= 5 {
        return Some(WordLikeness::LookAlike);
    }
    let part = |w: &[char], of: &[char]| w.len() >= 4 && (of.starts_with(w) || of.ends_with(w));
    (part(x, y) || part(y, x)).then_some(WordLikeness::LookAlike)
}

/// A bound for the edit distance that costs little: each letter that only one of the words has must change, and a change
/// touches two pairs of neighboring letters.
fn least_distance(a: &WordShape, b: &WordShape) -> usize {
    let only = |x: u64, y: u64| (x & !y).count_ones().max((y & !x).count_ones()) as usize;
    let letters = only(a.alphabet, b.alphabet).max(only(a.pairs, b.pairs).div_ceil(2));
    letters.max(a.letters.len().abs_diff(b.letters.len()))
}
