//! Words that are one word in two spellings, and names that are one name.

use crate::language::Rules;
use crate::language::thesaurus::alias;
use crate::text::acronym::{self, Initial};
use crate::text::shape::WordShape;
use crate::text::spelling::{edit_distance, sound};
use crate::text::{Lexicon, TermId};

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
        || spelled_alike(&Spelling::of(lexicon, a), &Spelling::of(lexicon, b), lexicon.rules(a))
}

/// A normalized form and its letters.
struct Spelling<'l> {
    form: &'l str,
    shape: &'l WordShape,
}

impl<'l> Spelling<'l> {
    fn of(lexicon: &'l Lexicon, term: TermId) -> Self {
        Self { form: lexicon.normalized(term), shape: lexicon.shape(term) }
    }
}

fn spelled_alike(a: &Spelling, b: &Spelling, rules: &Rules) -> bool {
    let demonyms = || is_demonym(a.form, b.form, rules) || is_demonym(b.form, a.form, rules);
    a.form == b.form || (begin_alike(a.form, b.form) && (demonyms() || transliterated(a, b)))
}

/// Whether the first letters are one, or consonants that sound alike. Most pairs of words end here.
fn begin_alike(a: &str, b: &str) -> bool {
    let (a, b) = (a.chars().next(), b.chars().next());
    a == b || (a.and_then(sound).is_some() && a.and_then(sound) == b.and_then(sound))
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
fn transliterated(a: &Spelling, b: &Spelling) -> bool {
    let long = |s: &Spelling| s.shape.letters.len() >= MIN_LETTERS && s.form.chars().all(char::is_alphabetic);
    let grows = a.form.starts_with(b.form) || b.form.starts_with(a.form);
    let sounds_alike = a.shape.skeleton == b.shape.skeleton;
    long(a)
        && long(b)
        && !grows
        && sounds_alike
        && edit_distance(&a.shape.letters, &b.shape.letters) <= MAX_EDITS
}

/// Whether the letters of `acronym` are the first letters of all the words, short ones counted or not.
pub(super) fn abbreviates(acronym: &str, words: &[&str]) -> bool {
    let letters: Vec<char> = acronym.chars().filter(|c| c.is_alphanumeric()).collect();
    let initial =
        |word: &&str| Initial { letter: word.chars().next(), optional: word.chars().count() <= SHORT };
    acronym::spelled_out(&letters, &words.iter().map(initial).collect::<Vec<_>>()) == Some(words.len())
}

/// Words of at most so many letters are likely function words.
const SHORT: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn alike(a: &str, b: &str) -> bool {
        let [x, y] = [a, b].map(|form| WordShape::new(form, form));
        let spelling = |form, shape| Spelling { form, shape };
        spelled_alike(&spelling(a, &x), &spelling(b, &y), Rules::of(Language::En))
    }

    #[test]
    fn spellings_of_one_name_are_alike() {
        for (a, b) in [
            ("qassem", "qassim"),
            ("qasem", "qassem"),
            ("kataeb", "kataib"),
            ("gaddafi", "qaddafi"),
            ("wladimir", "vladimir"),
            ("iran", "iranian"),
            ("china", "chinese"),
            ("syria", "syrian"),
        ] {
            assert!(alike(a, b), "{a} {b}");
            assert!(alike(b, a), "{b} {a}");
        }
    }

    #[test]
    fn aliases_share_no_letters() {
        assert!(is_alias(&["us"], &["american"]) && is_alias(&["us."], &["united", "states"]));
        assert!(!is_alias(&["us"], &["united"]) && !is_alias(&["x"], &["x"]));
    }

    #[test]
    fn other_names_are_not() {
        for (a, b) in [("iran", "iraq"), ("milan", "malone"), ("austria", "australia"), ("niger", "nigeria")]
        {
            assert!(!alike(a, b), "{a} {b}");
        }
    }

    #[test]
    fn acronyms_stand_for_their_words() {
        assert!(abbreviates("dod", &["department", "of", "defense"]));
        assert!(abbreviates("pmf", &["popular", "mobilization", "forces"]));
        assert!(!abbreviates("pmf", &["popular", "forces"]));
    }
}
