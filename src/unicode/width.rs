//! How wide a text is, in characters that a reader counts.

use super::fold::is_dropped;

/// How many letters and signs a text has, the same in every normalisation form. Linear in the text.
pub(crate) fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().map(width_of).sum() }
}

/// The width of a character: none for what only sits on another, the number of its letters for a Hangul syllable.
pub(crate) fn width_of(c: char) -> usize {
    match u32::from(c) {
        syllable @ 0xAC00..=0xD7A3 => 2 + usize::from((syllable - 0xAC00) % 28 > 0),
        0x93C | 0x3099..=0x309A => 0,
        _ => usize::from(!is_dropped(c)),
    }
}
