//! Which language an article is in: what its source said, else the script and the function words of its text.
//!
//! In doubt between two languages the text is taken for the one whose function words it has more of; a text without
//! any is English when it is in Latin letters.

use super::key::{fold, width_of};
use super::read::Article;
use super::rules::Rules;

/// A language that there are rules for. The order settles ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Italian.
    It,
    /// Portuguese.
    Pt,
    /// Dutch.
    Nl,
    /// Russian.
    Ru,
    /// Arabic.
    Ar,
    /// Hindi.
    Hi,
    /// Chinese.
    Zh,
    /// Japanese.
    Ja,
    /// Korean.
    Ko,
    /// Any other.
    Other,
}

impl Language {
    /// Every language that there are rules for.
    pub const ALL: [Self; 13] = [
        Self::En,
        Self::De,
        Self::Fr,
        Self::Es,
        Self::It,
        Self::Pt,
        Self::Nl,
        Self::Ru,
        Self::Ar,
        Self::Hi,
        Self::Zh,
        Self::Ja,
        Self::Ko,
    ];

    /// The languages that share the Latin script, told apart by their function words.
    const LATIN: [Self; 7] = [Self::En, Self::De, Self::Fr, Self::Es, Self::It, Self::Pt, Self::Nl];

    /// The primary subtag of BCP 47; "und" for [`Language::Other`].
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::It => "it",
            Self::Pt => "pt",
            Self::Nl => "nl",
            Self::Ru => "ru",
            Self::Ar => "ar",
            Self::Hi => "hi",
            Self::Zh => "zh",
            Self::Ja => "ja",
            Self::Ko => "ko",
            Self::Other => "und",
        }
    }

    /// The language of a BCP 47 tag such as "pt-BR"; [`Language::Other`] when there are no rules for it.
    pub fn from_tag(tag: &str) -> Self {
        let primary = primary(tag.trim());
        Self::ALL.into_iter().find(|l| primary.eq_ignore_ascii_case(l.code())).unwrap_or(Self::Other)
    }

    /// The language of an article: its tag, else a guess. Cost: at most [`SAMPLE`] characters are looked at.
    pub fn of(article: &Article) -> Self {
        match article.lang.as_deref().map(str::trim) {
            Some(tag) if !tag.is_empty() => Self::from_tag(tag),
            _ => Self::guess(&article.text),
        }
    }

    /// The most likely language of a text.
    pub fn guess(text: &str) -> Self {
        let sample = head(text, SAMPLE);
        let mut counts = [0_usize; Script::COUNT];
        for (c, script) in sample.chars().filter_map(|c| Some((c, Script::of(c)?))) {
            if let Some(count) = counts.get_mut(script as usize) {
                *count += width_of(c);
            }
        }
        let of = |s: Script| counts.get(s as usize).copied().unwrap_or(0);
        // Japanese mixes kana with Han; a tenth of kana tells it from Chinese, which has none.
        if of(Script::Kana) * 10 > of(Script::Han) && of(Script::Kana) + of(Script::Han) > of(Script::Latin) {
            return Self::Ja;
        }
        let most = Script::ALL.into_iter().rev().max_by_key(|&s| of(s)).unwrap_or(Script::Latin);
        match most {
            Script::Latin => latin(sample),
            Script::Cyrillic => Self::Ru,
            Script::Arabic => Self::Ar,
            Script::Devanagari => Self::Hi,
            Script::Han => Self::Zh,
            Script::Kana => Self::Ja,
            Script::Hangul => Self::Ko,
            Script::Other => Self::Other,
        }
    }
}

/// The primary subtag of a BCP 47 tag: the language without script and region.
pub fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or("")
}

/// How many characters of a text are looked at: about a page.
pub const SAMPLE: usize = 4_000;

/// A text with so many English function words among a hundred words is English.
const SURELY_ENGLISH: usize = 33;

/// What may stand inside a word.
const INSIDE: [char; 2] = ['\'', '.'];

/// The Latin-script language whose function words occur most; the earlier of two with equally many.
fn latin(sample: &str) -> Language {
    let folded = fold(sample);
    // The letters of "U.S." are no words, and "don't" is one; what is not known as a whole may be two: "c'est", "l'été".
    let words = folded.split(|c: char| !c.is_alphanumeric() && !INSIDE.contains(&c));
    let words: Vec<&str> = words.map(|w| w.trim_matches(INSIDE)).filter(|w| !w.is_empty()).collect();
    let hits = |language: Language| {
        let rules = Rules::of(language);
        let in_parts = |w: &str| w.split('\'').filter(|part| rules.is_stop(part)).count();
        words.iter().map(|w| if rules.is_stop(w) { 1 } else { in_parts(w) }).sum::<usize>()
    };
    // No other language shares so many of its words with English: the usual case needs no other table.
    if hits(Language::En) * 100 >= words.len() * SURELY_ENGLISH && !words.is_empty() {
        return Language::En;
    }
    Language::LATIN.into_iter().rev().max_by_key(|&l| hits(l)).unwrap_or(Language::En)
}

/// The first `limit` characters of a text.
fn head(text: &str, limit: usize) -> &str {
    let mut width = 0;
    let end = text.char_indices().find(|&(_, c)| {
        width += width_of(c);
        width > limit
    });
    text.get(..end.map_or(text.len(), |(at, _)| at)).unwrap_or(text)
}

/// The scripts that tell a language or a group of them.
#[derive(Clone, Copy)]
enum Script {
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
    const COUNT: usize = 8;
    const ALL: [Self; Self::COUNT] = [
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
    fn of(c: char) -> Option<Self> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_words_are_enough() {
        for (text, language) in [
            ("The storm don't U.S. percent U.S..", Language::En),
            ("The seven voters Anna U.S. Keller 1,200 storm a Keller U.S. embassy attack.", Language::En),
            ("The M.P.s don\u{2019}t vote.", Language::En),
            ("C\u{2019}est l\u{2019}\u{e9}t\u{e9}, il n\u{2019}y a pas d\u{2019}eau.", Language::Fr),
            ("El ministro dijo que no.", Language::Es),
            ("Bagdad", Language::En),
        ] {
            assert_eq!(Language::guess(text), language, "{text}");
        }
    }
}
