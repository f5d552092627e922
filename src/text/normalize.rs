//! Normalized forms: the one spelling that stands for all spellings of a token which mean the same.
//!
//! In doubt two tokens get the same form when a reader would not see or say the difference (case, accents, quote
//! marks, dashes, digits of another script), and different forms when they could mean different things.

use crate::language::Rules;
use crate::unicode::{fold, is_apostrophe};

/// The normalized form of a word.
pub(super) fn word(piece: &str, rules: &Rules) -> String {
    let folded = fold(piece);
    if let Some(acronym) = acronym(piece, &folded, rules) {
        return acronym;
    }
    let bare = folded.strip_suffix("'s").filter(|b| !b.is_empty()).unwrap_or(&folded);
    rules.number(bare).map_or_else(|| bare.to_owned(), str::to_owned)
}

/// The normalized form of an abbreviation of single letters, with or without stops, in capitals where it would else be another
/// word: "U.S.", "u.s." and "US" are "us." and never the pronoun "us".
fn acronym(piece: &str, folded: &str, rules: &Rules) -> Option<String> {
    let owned = folded.strip_suffix("'s").unwrap_or(folded);
    let dotted = is_dotted(owned);
    let letters = if dotted { owned.replace('.', "") } else { owned.to_owned() };
    let own = if owned == folded { None } else { piece.rsplit_once(is_apostrophe) };
    let own = own.map_or(piece, |(own, _)| own);
    let shouted = own.chars().any(char::is_uppercase) && !own.chars().any(char::is_lowercase);
    match rules.is_acronym(&letters) {
        true if dotted || (shouted && letters.chars().count() > 1) => Some(letters + "."),
        false if dotted => Some(letters),
        _ => None,
    }
}

/// Whether a folded word is single letters with stops between them: "u.s", "u.s.", "a.m.".
pub(super) fn is_dotted(folded: &str) -> bool {
    folded.trim_end_matches('.').split('.').all(|part| part.chars().count() == 1)
        && folded.trim_end_matches('.').contains('.')
}

/// The normalized form of a number: ASCII digits, no signs between thousands, a point before decimals.
pub(super) fn number(piece: &str, rules: &Rules) -> String {
    let folded = fold(piece);
    let spaced: String = folded.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let whole = rules.groups.iter().copied().fold(spaced, |n, sign| without_groups(&n, sign));
    match rules.decimal {
        Some(sign) if whole.matches(sign).count() == 1 => whole.replace(sign, "."),
        _ => whole,
    }
}

/// A number without the sign between its thousands, unless the sign stands elsewhere.
fn without_groups(number: &str, sign: char) -> String {
    let end = number.find(|c: char| !c.is_ascii_digit() && c != sign).unwrap_or(number.len());
    let (whole, rest) = number.split_at(end);
    let mut parts = whole.split(sign);
    let first = parts.next().map_or(0, str::len);
    let grouped = (1..=3).contains(&first) && parts.all(|part| part.len() == 3);
    if grouped { whole.replace(sign, "") + rest } else { number.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn an_acronym_is_one_term_and_never_the_pronoun() {
        let rules = Rules::of(Language::En);
        for spelling in ["US", "U.S.", "u.s.", "U.S", "US's", "US’s", "US‘s", "US'S", "U.S.’s"] {
            assert_eq!(word(spelling, rules), "us.", "{spelling}");
        }
        assert_eq!(word("us", rules), "us");
        assert_eq!(word("Us", rules), "us");
        assert_eq!(word("U.N.", rules), word("UN", rules));
        assert_eq!(word("A.M.", rules), word("a.m.", rules));
    }

    #[test]
    fn numbers_follow_the_language() {
        let form = |piece, language| number(piece, Rules::of(language));
        assert_eq!(form("1,000", Language::En), "1000");
        assert_eq!(form("1.000", Language::De), "1000");
        assert_eq!(form("1\u{202F}000", Language::Fr), "1000");
        assert_eq!(form("3,5", Language::Es), "3.5");
        assert_eq!(form("3.5", Language::En), "3.5");
        assert_eq!(form("1,234,567.8", Language::En), "1234567.8");
        assert_eq!(form("1,2,3", Language::En), "1,2,3");
    }
}
