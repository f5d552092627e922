//! Folding: one form for spellings that a reader does not tell apart.
//!
//! In doubt two characters fold to one when a reader would not see or say the difference (case, accents, quotation
//! marks, dashes, digits of another script), and stay two when they could mean different things.

use super::digits::digit;
use icu_normalizer::DecomposingNormalizerBorrowed;

/// The text without case, accents and invisible characters; quote marks, dashes, full-width forms and digits in their
/// plain ASCII form. Linear in the text.
pub(crate) fn fold(text: &str) -> String {
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

/// Marks that the key leaves out: accents, Arabic and Hebrew points, and what is not seen at all.
pub(super) fn is_dropped(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36F | 0x591..=0x5BD | 0x610..=0x61A | 0x640 | 0x64B..=0x65F | 0x670 | 0xFE00..=0xFE0F)
        || is_ignorable(c)
}

/// Characters that are not seen: soft hyphen, zero-width spaces and joiners, direction marks, byte-order mark, controls.
pub(crate) fn is_ignorable(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(
            u32::from(c),
            0xAD | 0x61C | 0x180E | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2064 | 0x2066..=0x206F | 0xFEFF | 0xE0000..=0xE007F
        )
}

/// The ASCII form of a sign or letter that has one.
pub(crate) fn plain(c: char) -> Option<&'static str> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_look_the_same_fold_to_the_same() {
        assert_eq!(fold("Cafe\u{301}"), fold("café"));
        assert_eq!(fold("so\u{AD}le\u{200B}mani"), "solemani");
        assert_eq!(fold("ＡＢＣ１２３"), "abc123");
        assert_eq!(fold("٢٠٢٠"), "2020");
        assert_eq!(fold("Straße"), "strasse");
        assert_eq!(fold("`Tis\tSo\0 ` “`”"), "'tis so ' \"'\"");
    }
}
