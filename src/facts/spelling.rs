//! Words that are one word in two spellings, and names that are one name.

use crate::language::Rules;
use crate::language::thesaurus::alias;
use crate::text::lexicon::{Lexicon, TermId};

/// Shorter words must be spelled alike to be the same.
const MIN_LETTERS: usize = 4;

/// Spellings of one name differ in at most this many letters.
const MAX_EDITS: usize = 2;

/// Whether two terms are one word: equal, inflected, spelled differently ("Qassem", "Qasim"), or a country and its
/// people ("Iran", "Iranian").
pub(super) fn alike(lexicon: &Lexicon, a: TermId, b: TermId) -> bool {
    a == b
        || lexicon.stem(a) == lexicon.stem(b)
        || (lexicon.shape(a).alias.is_some() && lexicon.shape(a).alias == lexicon.shape(b).alias)
        || keys_alike(lexicon.normalized(a), lexicon.normalized(b), lexicon.rules(a))
}

fn keys_alike(a: &str, b: &str, rules: &Rules) -> bool {
    let demonyms = || is_demonym(a, b, rules) || is_demonym(b, a, rules);
    a == b || (begin_alike(a, b) && (demonyms() || transliterated(a, b)))
}

/// Whether the first letters stand for one sound. Most pairs of words end here.
fn begin_alike(a: &str, b: &str) -> bool {
    a.chars().next().map(sound) == b.chars().next().map(sound)
}

/// Whether two names of any number of words are aliases.
pub(super) fn is_alias(a: &[&str], b: &[&str]) -> bool {
    alias(a).is_some_and(|line| alias(b) == Some(line))
}

/// Whether one word names the people of the other, or is the adjective of it: "Iran", "Iranian".
fn is_demonym(country: &str, people: &str, rules: &Rules) -> bool {
    let root = country.trim_end_matches(['a', 'e', 'y', 'o']);
    let has_root = |root: &str| {
        root.chars().count() >= 3 && people.strip_prefix(root).is_some_and(|end| rules.is_demonym_ending(end))
    };
    country.chars().count() >= MIN_LETTERS
        && (has_root(country) || (root.len() < country.len() && has_root(root)))
}

/// Whether the words have the same consonants in order, and about the same letters.
fn transliterated(a: &str, b: &str) -> bool {
    let long = |s: &str| s.chars().count() >= MIN_LETTERS && s.chars().all(char::is_alphabetic);
    let grows = a.starts_with(b) || b.starts_with(a);
    long(a) && long(b) && !grows && skeleton(a) == skeleton(b) && edits(a, b) <= MAX_EDITS
}

/// The first letter and the consonants, doubled ones once, those that stand for one sound folded.
fn skeleton(word: &str) -> String {
    let mut bones = String::new();
    for (at, c) in word.chars().enumerate() {
        let c = sound(c);
        let is_vowel = matches!(
            c,
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'á' | 'é' | 'í' | 'ó' | 'ú' | 'ä' | 'ö' | 'ü'
        );
        if at == 0 || (!is_vowel && !bones.ends_with(c)) {
            bones.push(c);
        }
    }
    bones
}

/// The letter that stands for all those that spell the sound of `c`.
fn sound(c: char) -> char {
    match c {
        'q' | 'c' => 'k',
        'w' => 'v',
        'z' => 's',
        c => c,
    }
}

/// How many letters must be put in, left out or replaced to make one word of the other.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, y) in row.iter_mut().skip(1).zip(&b) {
            let above = *cell;
            *cell = (diagonal + usize::from(x != *y)).min(above + 1).min(left + 1);
            (diagonal, left) = (above, *cell);
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

/// Whether the letters of `acronym` are the first letters of the words, small words counted or not.
pub(super) fn abbreviates(acronym: &str, words: &[&str]) -> bool {
    let letters: String = acronym.chars().filter(|c| c.is_alphanumeric()).collect();
    let initials = |words: &mut dyn Iterator<Item = &&str>| -> String {
        words.filter_map(|w| w.chars().next()).collect()
    };
    let long: Vec<&&str> = words.iter().filter(|w| w.chars().count() > 3).collect();
    letters.chars().count() >= 2
        && (initials(&mut words.iter()) == letters || initials(&mut long.into_iter()) == letters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn spellings_of_one_name_are_alike() {
        let rules = Rules::of(Language::En);
        for (a, b) in [
            ("qassem", "qassim"),
            ("qasem", "qassem"),
            ("kataeb", "kataib"),
            ("iran", "iranian"),
            ("china", "chinese"),
            ("syria", "syrian"),
        ] {
            assert!(keys_alike(a, b, rules), "{a} {b}");
            assert!(keys_alike(b, a, rules), "{b} {a}");
        }
    }

    #[test]
    fn aliases_share_no_letters() {
        assert!(is_alias(&["us"], &["american"]) && is_alias(&["us."], &["united", "states"]));
        assert!(!is_alias(&["us"], &["united"]) && !is_alias(&["x"], &["x"]));
    }

    #[test]
    fn other_names_are_not() {
        let rules = Rules::of(Language::En);
        for (a, b) in [("iran", "iraq"), ("milan", "malone"), ("austria", "australia"), ("niger", "nigeria")]
        {
            assert!(!keys_alike(a, b, rules), "{a} {b}");
        }
    }

    #[test]
    fn acronyms_stand_for_their_words() {
        assert!(abbreviates("dod", &["department", "of", "defense"]));
        assert!(abbreviates("pmf", &["popular", "mobilization", "forces"]));
        assert!(!abbreviates("pmf", &["popular", "forces"]));
    }
}
