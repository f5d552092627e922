//! What the page says, one data file a language: `key = text` a line, `{name}` for what is put in, and for counted
//! things one form for each plural category: `one: … | other: …`.

use crate::view::Label;
use std::cell::RefCell;

/// A language with its file.
type File = (&'static str, &'static str);

/// Every language that is compiled in; the first one is what is left when no other fits. A page fetches the others when
/// it speaks one of them, and teaches it by [`learn`].
const FILES: &[File] = &[
    ("en", include_str!("strings/en.txt")),
    #[cfg(not(target_arch = "wasm32"))]
    ("de", include_str!("strings/de.txt")),
    #[cfg(not(target_arch = "wasm32"))]
    ("es", include_str!("strings/es.txt")),
    #[cfg(not(target_arch = "wasm32"))]
    ("fr", include_str!("strings/fr.txt")),
    #[cfg(not(target_arch = "wasm32"))]
    ("ar", include_str!("strings/ar.txt")),
];

thread_local! {
    static LEARNED: RefCell<Vec<File>> = const { RefCell::new(Vec::new()) };
}

/// Adds the file of one more language, for as long as the program runs. A language that is known stays as it is.
pub fn learn(lang: &str, file: String) {
    if file_of(lang).is_none() {
        LEARNED.with_borrow_mut(|learned| learned.push((lang.to_owned().leak(), file.leak())));
    }
}

/// The file of a language, named without script and country.
fn file_of(lang: &str) -> Option<File> {
    let known = |file: &&File| file.0 == lang;
    FILES.iter().find(known).copied().or_else(|| LEARNED.with_borrow(|l| l.iter().find(known).copied()))
}

/// The file that serves a BCP 47 tag.
fn file_for(tag: &str) -> File {
    let primary = tag.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase();
    file_of(&primary).or(FILES.first().copied()).unwrap_or(("en", ""))
}

/// The words of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strings {
    lang: &'static str,
    texts: Vec<(&'static str, &'static str)>,
}

impl Default for Strings {
    fn default() -> Self {
        Self::new("en")
    }
}

impl Strings {
    /// The words for a BCP 47 tag; English for a language without a file.
    pub fn new(tag: &str) -> Self {
        let (lang, text) = file_for(tag);
        let line = |line: &'static str| line.split_once(" = ").map(|(key, text)| (key.trim(), text.trim()));
        Self { lang, texts: text.lines().filter(|l| !l.starts_with('#')).filter_map(line).collect() }
    }

    /// The language that serves a BCP 47 tag: its own, where its words are known.
    pub fn language(tag: &str) -> &'static str {
        file_for(tag).0
    }

    /// Every language there is.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        FILES.iter().map(|(lang, _)| *lang)
    }

    /// The language of the words.
    pub fn lang(&self) -> &'static str {
        self.lang
    }

    /// The direction of the language, as the `dir` attribute names it.
    pub fn dir(&self) -> &'static str {
        if self.lang == "ar" { "rtl" } else { "ltr" }
    }

    /// Every key.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.texts.iter().map(|(key, _)| *key)
    }

    fn find(&self, key: &str) -> Option<&'static str> {
        self.texts.iter().find(|(known, _)| *known == key).map(|(_, text)| *text)
    }

    /// The text of a key; the key itself where there is none.
    pub fn t(&self, key: &'static str) -> &'static str {
        self.find(key).unwrap_or(key)
    }

    /// The text of a key made of two parts, such as a class and what it is for.
    pub fn part(&self, group: &str, key: &str) -> &'static str {
        let name = [group, ".", key].concat();
        self.find(&name).unwrap_or("")
    }

    /// The text of a key with its holes filled.
    pub fn fill(&self, key: &'static str, holes: &[(&str, &str)]) -> String {
        fill(self.t(key), holes)
    }

    /// The text for a count, in the plural form that the language wants; `{n}` is the count.
    pub fn count(&self, key: &'static str, n: usize, holes: &[(&str, &str)]) -> String {
        let category = super::plural::category(self.lang, n);
        let forms = || self.t(key).split('|').filter_map(|form| form.split_once(':'));
        let form =
            |wanted: &str| forms().find(|(name, _)| name.trim() == wanted).map(|(_, text)| text.trim());
        let text = form(category).or_else(|| form("other")).unwrap_or_else(|| self.t(key));
        fill(&fill(text, &[("n", &super::plural::number(self.lang, n))]), holes)
    }

    /// What is said to the reader about something that was done; empty for an unknown key.
    pub fn say(&self, key: &str, what: &str, n: u32) -> String {
        fill(self.part("say", key), &[("what", what), ("n", &super::plural::number(self.lang, n as usize))])
    }

    /// What an article is called.
    pub fn outlet(&self, label: &Label) -> String {
        label.outlet.clone().unwrap_or_else(|| self.fill("outlet", &[("letter", &label.letter)]))
    }
}

fn fill(text: &str, holes: &[(&str, &str)]) -> String {
    let mut filled = text.to_owned();
    for (name, value) in holes {
        filled = filled.replace(&["{", name, "}"].concat(), value);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_key_and_every_hole() {
        let english = Strings::new("en");
        for lang in Strings::languages() {
            let other = Strings::new(lang);
            let missing: Vec<_> = english.keys().filter(|k| other.find(k).is_none()).collect();
            assert!(missing.is_empty(), "{lang} lacks {missing:?}");
            let stray: Vec<_> = other.keys().filter(|k| english.find(k).is_none()).collect();
            assert!(stray.is_empty(), "{lang} has {stray:?} that nothing uses");
            for key in english.keys() {
                for hole in holes(english.t(key)) {
                    assert!(other.t(key).contains(&hole), "{lang}: {key} lacks {hole}");
                }
            }
        }
    }

    fn holes(text: &str) -> Vec<String> {
        text.split('{')
            .skip(1)
            .filter_map(|t| t.split_once('}'))
            .map(|(name, _)| format!("{{{name}}}"))
            .collect()
    }

    #[test]
    fn a_language_is_learned_once() {
        assert_eq!(Strings::language("tlh-Latn"), "en");
        learn("tlh", "close = SoQmoH".to_owned());
        learn("tlh", "close = no".to_owned());
        learn("en", "close = no".to_owned());
        assert_eq!((Strings::language("tlh-Latn"), Strings::new("tlh").t("close")), ("tlh", "SoQmoH"));
        assert_eq!(Strings::new("en").t("close"), "Close");
    }

    #[test]
    fn the_page_knows_where_to_fetch_each_language() {
        let page = include_str!("../../www/engine/source.js");
        for lang in Strings::languages().filter(|lang| *lang != "en") {
            assert!(page.contains(&format!("./words-{lang}.txt")), "{lang}");
        }
    }

    #[test]
    fn counts_take_the_form_that_fits() {
        let strings = Strings::new("en-GB");
        assert_eq!(strings.count("sentences", 1, &[]), "1 sentence");
        assert_eq!(strings.count("sentences", 3, &[]), "3 sentences");
    }
}
