//! Comparison keys: what a token is called so that spellings which mean the same are one term.
//!
//! In doubt two tokens get the same key when a reader would not see or say the difference (case, accents, quote
//! marks, dashes, digits of another script), and different keys when they could mean different things.

use super::rules::Rules;
use icu_normalizer::DecomposingNormalizerBorrowed;

/// The text without case, accents and invisible characters; quote marks, dashes, full-width forms and digits in their
/// plain ASCII form. Linear in the text.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    // Printed ASCII is never changed by what stands around it, and nearly all there is.
    while !rest.is_empty() {
        let (printed, other) = rest.split_at(run(rest, true));
        let letters = folded.len();
        folded.push_str(printed);
        if let Some(letters) = folded.get_mut(letters..) {
            letters.make_ascii_lowercase();
        }
        let (other, behind) = other.split_at(run(other, false));
        fold_any(other, &mut folded);
        rest = behind;
    }
    folded
}

/// How many bytes from the start on are printed ASCII, or are not. The backtick is a quotation mark.
fn run(text: &str, printed: bool) -> usize {
    let is_printed = |b: u8| matches!(b, b' '..=b'_' | b'a'..=b'~');
    text.bytes().position(|b| is_printed(b) != printed).unwrap_or(text.len())
}

/// Folds text of any kind.
fn fold_any(text: &str, folded: &mut String) {
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize_iter(text.chars());
    for c in decomposed.filter(|&c| !is_dropped(c)) {
        match plain(c) {
            Some(ascii) => folded.push_str(ascii),
            None if c.is_whitespace() => folded.push(' '),
            None => match digit(c) {
                Some(d) => folded.push(d),
                None => folded.extend(narrow(c).to_lowercase()),
            },
        }
    }
}

/// How many letters and signs a text has, the same in every normalisation form. Linear in the text.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(width_of).sum() }
}

/// The width of a character: none for what only sits on another, the number of its letters for a Hangul syllable.
pub(super) fn width_of(c: char) -> usize {
    match u32::from(c) {
        syllable @ 0xAC00..=0xD7A3 => 2 + usize::from((syllable - 0xAC00) % 28 > 0),
        0x93C | 0x3099..=0x309A => 0,
        _ => usize::from(!is_dropped(c)),
    }
}

/// The comparison key of a word.
pub(super) fn word(piece: &str, rules: &Rules) -> String {
    let folded = fold(piece);
    if let Some(acronym) = acronym(piece, &folded, rules) {
        return acronym;
    }
    let bare = folded.strip_suffix("'s").filter(|b| !b.is_empty()).unwrap_or(&folded);
    rules.number(bare).map_or_else(|| bare.to_owned(), str::to_owned)
}

/// The key of an abbreviation of single letters, with or without stops, in capitals where it would else be another
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

fn is_apostrophe(c: char) -> bool {
    c == '\'' || plain(c) == Some("'")
}

/// Whether a folded word is single letters with stops between them: "u.s", "u.s.", "a.m.".
pub(super) fn is_dotted(folded: &str) -> bool {
    folded.trim_end_matches('.').split('.').all(|part| part.chars().count() == 1)
        && folded.trim_end_matches('.').contains('.')
}

/// The comparison key of a number: ASCII digits, no signs between thousands, a point before decimals.
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

/// Marks that the key leaves out: accents, Arabic and Hebrew points, and what is not seen at all.
fn is_dropped(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36F | 0x591..=0x5BD | 0x610..=0x61A | 0x640 | 0x64B..=0x65F | 0x670 | 0xFE00..=0xFE0F)
        || is_ignorable(c)
}

/// Characters that are not seen: soft hyphen, zero-width spaces and joiners, direction marks, byte-order mark, controls.
pub(super) fn is_ignorable(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(
            u32::from(c),
            0xAD | 0x61C | 0x180E | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2064 | 0x2066..=0x206F | 0xFEFF | 0xE0000..=0xE007F
        )
}

/// The ASCII form of a sign or letter that has one.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{2018}'..='\u{201B}'
        | '\u{2032}'
        | '\u{2039}'
        | '\u{203A}'
        | '\u{2BC}'
        | '\u{60}'
        | '\u{B4}'
        | '\u{FF07}' => "'",
        '\u{201C}'..='\u{201F}' | '\u{2033}' | '\u{AB}' | '\u{BB}' | '\u{300C}'..='\u{300F}' | '\u{FF02}' => {
            "\""
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => "-",
        '\u{3002}' | '\u{FF61}' | '\u{66B}' => ".",
        '\u{3001}' | '\u{60C}' | '\u{66C}' => ",",
        '\u{61B}' => ";",
        '\u{61F}' => "?",
        '\u{2026}' => "...",
        '\u{3C2}' => "\u{3C3}",
        'ß' | '\u{1E9E}' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'đ' | 'Đ' => "d",
        'ł' | 'Ł' => "l",
        'ı' => "i",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        _ => return None,
    })
}

/// The half-width form of a full-width sign or letter.
fn narrow(c: char) -> char {
    match u32::from(c) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
        0x3000 => ' ',
        _ => c,
    }
}

/// Where the ten digits of each script begin.
const ZEROS: &[u32] = &[
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50,
    0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40,
    0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x1_04A0, 0x1_D7CE, 0x1_D7D8,
    0x1_D7E2, 0x1_D7EC, 0x1_D7F6,
];

/// The ASCII digit of a decimal digit of any script.
pub(super) fn digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let code = u32::from(c);
    let zero = ZEROS.get(ZEROS.partition_point(|&z| z <= code).checked_sub(1)?)?;
    char::from_digit(code - zero, 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::language::Language;

    #[test]
    fn spellings_that_look_the_same_fold_to_the_same() {
        assert_eq!(fold("Cafe\u{301}"), fold("café"));
        assert_eq!(fold("so\u{AD}le\u{200B}mani"), "solemani");
        assert_eq!(fold("ＡＢＣ１２３"), "abc123");
        assert_eq!(fold("٢٠٢٠"), "2020");
        assert_eq!(fold("Straße"), "strasse");
        assert_eq!(fold("`Tis\tSo\0 ` “`”"), "'tis so ' \"'\"");
    }

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
        let key = |piece, language| number(piece, Rules::of(language));
        assert_eq!(key("1,000", Language::En), "1000");
        assert_eq!(key("1.000", Language::De), "1000");
        assert_eq!(key("1\u{202F}000", Language::Fr), "1000");
        assert_eq!(key("3,5", Language::Es), "3.5");
        assert_eq!(key("3.5", Language::En), "3.5");
        assert_eq!(key("1,234,567.8", Language::En), "1234567.8");
        assert_eq!(key("1,2,3", Language::En), "1,2,3");
    }
}
