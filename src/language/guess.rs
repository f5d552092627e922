//! Which language an article is in: what its source said, else the script and the function words of its text.
//!
//! In doubt between two languages the text is taken for the one whose function words it has more of; a text without
//! any is English when it is in Latin letters.

use super::languages::Language;
use super::rules::Rules;
use crate::unicode::{Script, fold, width_of};

impl Language {
    /// The language of a text: that of its BCP 47 tag where it has one, else a guess. Cost: at most [`SAMPLE`]
    /// characters are looked at.
    pub fn of(tag: Option<&str>, text: &str) -> Self {
        match tag.map(str::trim) {
            Some(tag) if !tag.is_empty() => Self::from_tag(tag),
            _ => Self::guess(text),
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
        by_function_words(most, sample)
    }
}

/// How many characters of a text are looked at: about a page.
const SAMPLE: usize = 4_000;

/// A text with so many English function words among a hundred words is English.
const SURELY_ENGLISH: usize = 33;

/// What may stand inside a word.
const INSIDE: [char; 2] = ['\'', '.'];

/// The language of a script whose function words occur most; the earlier of two with equally many.
fn by_function_words(script: Script, sample: &str) -> Language {
    let of_script = || Language::ALL.iter().copied().filter(move |l| l.script() == Some(script));
    let (first, one) = (of_script().next().unwrap_or(Language::Other), of_script().count() < 2);
    if one {
        return first;
    }
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
    if first == Language::En && hits(first) * 100 >= words.len() * SURELY_ENGLISH && !words.is_empty() {
        return first;
    }
    of_script().rev().max_by_key(|&l| hits(l)).unwrap_or(first)
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
