//! Plain text becomes an [`Article`], and what is not the text of an article is told.

use super::article::Article;
use super::blocks::blocks;
use std::fmt;

/// Why an input is not an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputError {
    /// It holds no letter or digit.
    Empty,
    /// It is a binary file.
    Binary,
    /// It is a PDF file.
    Pdf,
    /// It is a word processor's file or another archive.
    Archive,
    /// It is nothing but a web address.
    BareUrl,
    /// It is larger than [`MAX_BYTES`].
    TooLarge,
}

/// The largest article that is read, in bytes: about ten times the longest novels.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// How files begin that are no text.
pub const SIGNATURES: &[(&[u8], InputError)] = &[
    (b"%PDF-", InputError::Pdf),
    (b"PK\x03\x04", InputError::Archive),
    (b"PK\x05\x06", InputError::Archive),
    (b"\xD0\xCF\x11\xE0", InputError::Archive),
    (b"{\\rtf", InputError::Archive),
    (b"\x1F\x8B", InputError::Archive),
    (b"Rar!", InputError::Archive),
    (b"7z\xBC\xAF", InputError::Archive),
];

impl InputError {
    /// A short name for tables of sentences.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Binary => "binary",
            Self::Pdf => "pdf",
            Self::Archive => "archive",
            Self::BareUrl => "url",
            Self::TooLarge => "large",
        }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "There is no text in it; paste or drop the text of an article.",
            Self::Binary => "This is not a text file; copy the article's text and paste it instead.",
            Self::Pdf => "This is a PDF file, which can't be read here; open it, copy the article's text and paste it.",
            Self::Archive => {
                "This is a document or archive file, which can't be read here; open it, copy the article's text and paste it."
            }
            Self::BareUrl => "Pages can't be fetched from here; open the address, copy the article's text and paste it.",
            Self::TooLarge => "This text is larger than 64 MB; paste the part that you want to compare.",
        })
    }
}

impl std::error::Error for InputError {}

impl Article {
    /// An article of plain text, cut into paragraphs and list items. Nothing is rejected here: empty text gives an
    /// article without blocks. Cost: one pass.
    pub fn from_text(text: impl Into<String>) -> Self {
        let text = text.into();
        let blocks = blocks(&text);
        Self { text, blocks, ..Self::default() }
    }
}

/// Why `text` is not the text of an article; nothing when it is. Cost: at most one pass.
pub fn problem_of(text: &str) -> Option<InputError> {
    if text.len() > MAX_BYTES {
        return Some(InputError::TooLarge);
    }
    if let Some(error) = signature_of(text.as_bytes()) {
        return Some(error);
    }
    if is_binary(text) {
        return Some(InputError::Binary);
    }
    if !text.chars().any(char::is_alphanumeric) {
        return Some(InputError::Empty);
    }
    text.split_whitespace().all(is_url).then_some(InputError::BareUrl)
}

/// A signature begins within so many bytes of a file.
const SIGNED_WITHIN: usize = 1024;

/// What a file is that begins like no text; a byte order mark and white space before do not count.
pub fn signature_of(bytes: &[u8]) -> Option<InputError> {
    let bytes = bytes.get(..SIGNED_WITHIN).unwrap_or(bytes);
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|&(_, error)| error)
}

/// Whether a text is no text: it has a NUL, or more than one other control character in a hundred UTF-16 units. Those
/// from U+0080 on are left out: they stand in texts that were once read in a wrong encoding.
pub fn is_binary(text: &str) -> bool {
    let control = |c: &char| matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{1F}');
    let controls = text.chars().filter(control).count();
    controls > 0 && (text.contains('\0') || controls > text.encode_utf16().count() / 100)
}

/// Whether a word is a web address, with its scheme or without: "https://…", "www.…", "example.com/news/1".
fn is_url(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let schemed = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let rest = schemed.unwrap_or(&lower);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or("");
    let labels: Vec<&str> = host.split('.').collect();
    let label = |l: &&str| !l.is_empty() && l.chars().all(|c| c.is_alphanumeric() || c == '-');
    let top = labels.last().is_some_and(|l| l.len() > 1 && l.chars().all(char::is_alphabetic));
    let known = schemed.is_some() || rest.starts_with("www.") || rest.len() > host.len() || labels.len() > 2;
    let one = known || word == lower;
    (schemed.is_some() && !host.is_empty()) || (labels.len() > 1 && labels.iter().all(label) && top && one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_article_gets_one_sentence() {
        for (text, error) in [
            ("", InputError::Empty),
            (" \r\n\t ", InputError::Empty),
            ("***", InputError::Empty),
            ("\u{FEFF}", InputError::Empty),
            ("%PDF-1.7 ...", InputError::Pdf),
            ("\u{FEFF}\n%PDF-1.7", InputError::Pdf),
            ("PK\u{3}\u{4}...", InputError::Archive),
            ("{\\rtf1 Hello}", InputError::Archive),
            ("text with \0 in it", InputError::Binary),
            ("\u{1}\u{2} a few words", InputError::Binary),
            ("https://example.com/a?b=c", InputError::BareUrl),
            ("  www.example.org\n", InputError::BareUrl),
            ("edition.example.com/2020/01/03/news/index.html", InputError::BareUrl),
            ("example.com", InputError::BareUrl),
            ("https://example.com/1\nhttps://example.com/2", InputError::BareUrl),
        ] {
            assert_eq!(problem_of(text), Some(error), "{text}");
            let sentence = error.to_string();
            assert!(sentence.ends_with('.') && sentence.matches(". ").count() == 0, "{sentence}");
        }
        assert_eq!(problem_of(&"a".repeat(MAX_BYTES + 1)), Some(InputError::TooLarge));
        assert_eq!(problem_of("Yes."), None);
        assert_eq!(problem_of("See https://example.com for more"), None);
        assert_eq!(problem_of("It isn\u{e2}\u{80}\u{99}t so, he said."), None);
    }
}
