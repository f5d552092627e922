//! What an article is called.

use crate::mentions::Document;
use crate::unicode::is_right_to_left;

/// An article as its readers know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Index of the article.
    pub article: u32,
    /// A letter by its place, A to Z, then AA and so on.
    pub letter: String,
    /// Who published it, where that is known.
    pub outlet: Option<String>,
    /// Its title, where one is known.
    pub title: Option<String>,
    /// Where it was published; http and https addresses only.
    pub url: Option<String>,
    /// When it was published, as the source says it.
    pub published: Option<String>,
    /// BCP 47 language tag.
    pub lang: Option<String>,
    /// Whether its text runs from right to left.
    pub rtl: bool,
    /// How many sentences it has.
    pub sentences: u32,
}

impl Label {
    /// The label of article `index`. Cost: up to the first strong letter of the text.
    pub fn new(index: u32, document: &Document) -> Self {
        let article = &document.article;
        let known = |text: &Option<String>| text.clone().filter(|t| !t.trim().is_empty());
        Self {
            article: index,
            letter: letter(index),
            outlet: known(&article.outlet),
            title: known(&article.title),
            url: known(&article.url).filter(|u| is_web_address(u)),
            published: known(&article.published),
            lang: known(&article.lang),
            rtl: is_right_to_left(&article.text),
            sentences: u32::try_from(document.sentences.len()).unwrap_or(u32::MAX),
        }
    }

    /// The direction of its text, as the `dir` attribute names it.
    pub fn dir(&self) -> &'static str {
        if self.rtl { "rtl" } else { "ltr" }
    }
}

/// A, B, … Z, AA, AB, … for 0, 1, … 25, 26, 27, …
pub fn letter(index: u32) -> String {
    let last = char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
    match index / 26 {
        0 => last.to_string(),
        rest => letter(rest - 1) + &last.to_string(),
    }
}

fn is_web_address(url: &str) -> bool {
    let url = url.trim_start().to_ascii_lowercase();
    url.starts_with("http://") || url.starts_with("https://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        let letters: Vec<String> = [0, 25, 26, 27, 51, 52].map(letter).into();
        assert_eq!(letters, ["A", "Z", "AA", "AB", "AZ", "BA"]);
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert!(is_web_address("https://example.org/a"));
        assert!(!is_web_address("javascript:alert(1)"));
    }
}
