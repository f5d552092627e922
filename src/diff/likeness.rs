//! How alike two words are in themselves, whatever stands around them.
//!
//! In doubt two words are not alike: their places in the sentences can still bring them together.

use super::words::Word;
use crate::text::synonyms::{SynonymGroup, synonym_groups};
use crate::text::{Lexicon, TermId, TokenKind};

/// How two words are alike; later is more alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
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

/// What is compared of a word, prepared once.
pub(super) struct Form {
    term: TermId,
    stem: TermId,
    kind: TokenKind,
    letters: Vec<char>,
    /// The consonants, those that sound alike as one, doubled ones once.
    skeleton: Vec<char>,
    /// One bit for each letter.
    alphabet: u64,
    /// One bit for each pair of neighboring letters: words with none in common need no closer look.
    pairs: u64,
    /// The groups of synonyms it belongs to.
    synonyms: &'static [SynonymGroup],
    /// The field it belongs to.
    field: Option<u16>,
}

/// Longer words are no words; comparing them letter by letter would cost too much.
const LONGEST: usize = 32;

impl Form {
    /// Prepares a word. Cost: linear in its letters.
    pub(super) fn new(lexicon: &Lexicon, word: &Word) -> Self {
        let key = lexicon.key(word.term);
        let letters: Vec<char> = key.chars().filter(|c| c.is_alphanumeric()).take(LONGEST).collect();
        let pairs = letters.windows(2).fold(0, |bits, w| bits | 1 << pair_bit(w));
        let alphabet = letters.iter().fold(0, |bits, &c| bits | 1 << (c as u32 % 64));
        Self {
            alphabet,
            term: word.term,
            stem: word.stem,
            kind: word.kind,
            skeleton: skeleton(&letters),
            pairs,
            synonyms: synonym_groups(lexicon.key(word.stem)),
            field: lexicon.related_class(word.term).filter(|class| !class.light).map(|class| class.id),
            letters,
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

    /// The words that this one abbreviates by their first letters, if they begin `words`: how many they are. Longer
    /// abbreviations may leave out a function word between two others.
    pub(super) fn abbreviates(&self, words: &[Self]) -> Option<usize> {
        if self.kind != TokenKind::Word || !(2..=6).contains(&self.letters.len()) {
            return None;
        }
        let mut letters = self.letters.iter().peekable();
        let mut may_skip = false;
        for (at, word) in words.iter().enumerate() {
            if letters.peek().copied() == word.letters.first() && word.letters.len() > 1 {
                letters.next();
                may_skip = self.letters.len() > 2;
            } else if word.is_content() || !std::mem::take(&mut may_skip) {
                return None;
            }
            if letters.peek().is_none() {
                return word.is_content().then_some(at + 1);
            }
        }
        None
    }

    /// How alike two words are, if they are at all. Symmetric. Cost: at most the product of their lengths.
    pub(super) fn likeness(&self, other: &Self) -> Option<Likeness> {
        if self.term == other.term {
            return Some(Likeness::Same);
        }
        if self.stem == other.stem || self.letters == other.letters {
            return Some(Likeness::Variant);
        }
        let common = self.synonyms.iter().filter(|g| other.synonyms.contains(g));
        if let Some(group) = common.max_by_key(|g| g.one_word) {
            return Some(if group.one_word { Likeness::Variant } else { Likeness::Related });
        }
        if self.kind != TokenKind::Word || other.kind != TokenKind::Word {
            return None;
        }
        let field = self.field.is_some() && self.field == other.field;
        self.spelling(other).or(field.then_some(Likeness::Field))
    }

    fn spelling(&self, other: &Self) -> Option<Likeness> {
        let (x, y) = (&self.letters, &other.letters);
        let (short, long) = (x.len().min(y.len()), x.len().max(y.len()));
        if short < 3 || (self.pairs & other.pairs) == 0 {
            return None;
        }
        let prefix = x.iter().zip(y).take_while(|(p, q)| p == q).count();
        let (rest_x, rest_y) = (x.get(prefix..).unwrap_or(&[]), y.get(prefix..).unwrap_or(&[]));
        if prefix >= 3 && is_inflection(rest_x, rest_y) {
            return Some(Likeness::Variant);
        }
        if short < 4 {
            return None;
        }
        let distance = if self.least_distance(other) * 5 > long * 2 { long } else { edit_distance(x, y) };
        let same_root = prefix >= 5 && prefix * 2 >= long && long - prefix <= 5;
        let same_sound = self.skeleton == other.skeleton && self.skeleton.len() >= 2;
        if same_root || (long >= 6 && (same_sound || distance * 4 <= long)) {
            return Some(Likeness::Variant);
        }
        if distance * 4 <= long || (prefix >= 4 && prefix * 2 >= long && long - prefix <= 5) {
            return Some(Likeness::LookAlike);
        }
        if distance * 5 <= long * 2 && short >= 5 {
            return Some(Likeness::LookAlike);
        }
        let part = |w: &[char], of: &[char]| w.len() >= 4 && (of.starts_with(w) || of.ends_with(w));
        (part(x, y) || part(y, x)).then_some(Likeness::LookAlike)
    }

    /// A bound for the edit distance that costs nothing: each letter that only one of the words has must change.
    fn least_distance(&self, other: &Self) -> usize {
        let only = (self.alphabet & !other.alphabet)
            .count_ones()
            .max((other.alphabet & !self.alphabet).count_ones());
        only as usize
    }
}

fn pair_bit(pair: &[char]) -> u32 {
    pair.iter().fold(7, |bits, &c| (bits * 31 + c as u32) % 64)
}

/// Endings that make another form of the same word.
const ENDINGS: &[&str] = &[
    "", "s", "es", "d", "ed", "e", "ing", "er", "y", "ies", "ied", "ly", "n", "an", "i", "ian", "ese", "ish",
    "al", "t",
];

fn is_inflection(x: &[char], y: &[char]) -> bool {
    let ending = |rest: &[char]| {
        let rest: String = rest.iter().collect();
        ENDINGS.contains(&rest.as_str())
    };
    ending(x) && ending(y)
}

/// Consonants, with those that transliterations swap folded into one.
fn skeleton(letters: &[char]) -> Vec<char> {
    let mut out = Vec::new();
    for &c in letters {
        let sound = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'w' => continue,
            'c' | 'q' | 'k' | 'g' => 'k',
            'z' | 's' => 's',
            'v' | 'f' => 'f',
            other => other,
        };
        if out.last() != Some(&sound) {
            out.push(sound);
        }
    }
    out
}

/// How many letters must be put in, left out or replaced to make one word of the other.
fn edit_distance(x: &[char], y: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=y.len()).collect();
    for (i, p) in x.iter().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, q) in y.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(p != q)).min(above + 1).min(row[j] + 1);
            diagonal = above;
        }
    }
    row[y.len()]
}
