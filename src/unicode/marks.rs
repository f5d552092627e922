//! Marks of print: what ends a sentence, what opens and closes, what sits on a letter.

use super::fold::{is_ignorable, plain};

/// Whether a character stands for an apostrophe.
pub(crate) fn is_apostrophe(c: char) -> bool {
    c == '\'' || plain(c) == Some("'")
}

/// A combining mark is part of the word.
pub(crate) fn is_inner(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36F | 0x64B..=0x65F | 0x900..=0x903 | 0x93A..=0x94F) || is_ignorable(c)
}

/// A mark that can end a sentence.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '\u{2026}' | '。' | '！' | '？' | '｡' | '．')
        || matches!(
            u32::from(c),
            0x589 | 0x61D..=0x61F | 0x6D4 | 0x700..=0x702 | 0x964..=0x965 | 0x104A..=0x104B | 0x1362 | 0x1367..=0x1368
                | 0x17D4..=0x17D5 | 0x1803 | 0x1809 | 0x203C..=0x203D | 0x2047..=0x2049 | 0xA4FF
        )
}

/// A mark that can stand before the first word of a sentence.
pub(crate) fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\u{FF02}' | '\'' | '(' | '[' | '\u{2018}'
            ..='\u{201F}' | '«' | '»' | '‹' | '›' | '「' | '『' | '（' | '¿' | '¡' | '【' | '《'
    )
}

/// A mark that can stand after the stop of a sentence and still belong to it.
pub(crate) fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\u{FF02}'
            | '\''
            | ')'
            | ']'
            | '\u{2018}'
            | '\u{2019}'
            | '\u{201C}'
            | '\u{201D}'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
    )
}
