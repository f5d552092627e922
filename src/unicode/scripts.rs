//! Scripts: which one a letter belongs to, and how it is written.

/// The scripts that tell a language or a group of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
    Han,
    Kana,
    Hangul,
    Other,
}

impl Script {
    pub(crate) const COUNT: usize = 8;
    pub(crate) const ALL: [Self; Self::COUNT] = [
        Self::Latin,
        Self::Cyrillic,
        Self::Arabic,
        Self::Devanagari,
        Self::Han,
        Self::Kana,
        Self::Hangul,
        Self::Other,
    ];

    /// The script of a letter; none for anything else.
    pub(crate) fn of(c: char) -> Option<Self> {
        if !c.is_alphabetic() {
            return None;
        }
        Some(match u32::from(c) {
            0..=0x24F | 0x1E00..=0x1EFF | 0xFF21..=0xFF5A => Self::Latin,
            0x400..=0x52F => Self::Cyrillic,
            0x600..=0x6FF | 0x750..=0x77F | 0x8A0..=0x8FF => Self::Arabic,
            0x900..=0x97F => Self::Devanagari,
            0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF => Self::Han,
            0x3040..=0x30FF | 0xFF66..=0xFF9F => Self::Kana,
            0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => Self::Hangul,
            _ => Self::Other,
        })
    }
}

/// Whether a character belongs to the scripts that need no spaces, as wide as it is high.
pub(crate) fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x3000..=0x30FF | 0x3400..=0x9FFF | 0xFF01..=0xFF65)
}

/// Whether a character is Hiragana.
pub(crate) fn is_hiragana(c: char) -> bool {
    ('\u{3041}'..='\u{3096}').contains(&c)
}

/// Whether a character is Katakana, whose runs are words.
pub(crate) fn is_katakana(c: char) -> bool {
    matches!(u32::from(c), 0x30A1..=0x30FA | 0x30FC..=0x30FE | 0x31F0..=0x31FF | 0xFF66..=0xFF9F)
}

/// Whether a character belongs to a script that puts no spaces between words: Thai, Lao, Burmese, Khmer, Tai Le,
/// Hiragana, Han. Katakana is told by [`is_katakana`].
pub(crate) fn needs_no_spaces(c: char) -> bool {
    matches!(
        u32::from(c),
        0xE01..=0xE4F
            | 0xE81..=0xEDF
            | 0x1000..=0x109F
            | 0x1780..=0x17D3
            | 0x1950..=0x19DF
            | 0x3005..=0x3007
            | 0x3041..=0x3096
            | 0x3400..=0x4DBF
            | 0x4E00..=0x9FFF
            | 0xF900..=0xFAFF
            | 0x2_0000..=0x3_FFFF
    )
}

/// Whether the first letter of a text belongs to a script that runs from right to left.
pub(crate) fn is_right_to_left(text: &str) -> bool {
    let strong = text.chars().find(|c| c.is_alphabetic());
    strong.is_some_and(|c| {
        matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_follows_the_first_letter() {
        assert!(is_right_to_left("«قتل الجنرال»"));
        assert!(is_right_to_left("2020 שלום"));
        assert!(!is_right_to_left("2020 The general"));
    }
}
