//! Acronyms: the first letters of several words, set as one.

use std::ops::RangeInclusive;

/// How many letters an acronym has.
pub(crate) const LENGTHS: RangeInclusive<usize> = 2..=6;

/// What an acronym can take of a word.
#[derive(Clone, Copy)]
pub(crate) struct Initial {
    /// The word's first letter; none where an acronym never has it.
    pub(crate) letter: Option<char>,
    /// Whether the word may be left out between two others, as function words are.
    pub(crate) optional: bool,
}

/// How many of the words that begin at `words` the letters of an acronym stand for, if they do: each letter for the next
/// word, one optional word left out at a time, never the first or the last. Cost: bounded by [`LENGTHS`].
pub(crate) fn spelled_out(letters: &[char], words: &[Initial]) -> Option<usize> {
    if !LENGTHS.contains(&letters.len()) {
        return None;
    }
    continued(letters, words, 0, false)
}

fn continued(letters: &[char], words: &[Initial], at: usize, may_skip: bool) -> Option<usize> {
    let (first, rest) = letters.split_first()?;
    let word = words.get(at)?;
    let taken = if word.letter != Some(*first) {
        None
    } else if rest.is_empty() {
        (!word.optional).then_some(at + 1)
    } else {
        continued(rest, words, at + 1, true)
    };
    taken.or_else(|| if may_skip && word.optional { continued(letters, words, at + 1, false) } else { None })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many of `words` the acronym stands for; words in brackets are optional.
    fn read(acronym: &str, words: &str) -> Option<usize> {
        let letters: Vec<char> = acronym.chars().collect();
        let initial = |word: &str| {
            let bare = word.trim_start_matches('(');
            Initial { letter: bare.chars().next(), optional: bare.len() < word.len() }
        };
        spelled_out(&letters, &words.split(' ').map(initial).collect::<Vec<_>>())
    }

    #[test]
    fn acronyms_stand_for_their_words() {
        assert_eq!(read("pmf", "popular mobilization forces said"), Some(3));
        assert_eq!(read("dod", "department (of defense"), Some(3));
        assert_eq!(read("doj", "department (of justice"), Some(3));
        assert_eq!(read("dj", "department (of justice"), Some(3));
        assert_eq!(read("mo", "ministry (of oil"), Some(3));
        assert_eq!(read("pmf", "popular forces"), None);
        assert_eq!(read("do", "department (of"), None);
        assert_eq!(read("dc", "district (of (the capital"), None);
        assert_eq!(read("h", "harbour"), None);
    }
}
