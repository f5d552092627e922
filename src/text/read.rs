//! Plain text becomes an [`Article`]. The only stage that can fail.

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
    /// It is a word processor's file or another zip archive.
    Archive,
    /// It is nothing but a web address.
    BareUrl,
    /// It is larger than [`MAX_BYTES`].
    TooLarge,
}

/// The largest article that is read, in bytes: about ten times the longest novels.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

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

    /// Reads what a person typed, pasted or dropped: UTF-8, or UTF-16 with a byte-order mark.
    ///
    /// # Errors
    /// [`InputError`], when it is not the text of an article.
    #[doc(hidden)]
    pub fn read(bytes: &[u8]) -> Result<Self, InputError> {
        if bytes.len() > MAX_BYTES {
            return Err(InputError::TooLarge);
        }
        let text = decode(bytes)?;
        if !text.chars().any(char::is_alphanumeric) {
            return Err(InputError::Empty);
        }
        if text.split_whitespace().all(is_url) {
            return Err(InputError::BareUrl);
        }
        Ok(Self::from_text(text))
    }
}

/// The text of a file, without the byte-order mark before it.
fn decode(bytes: &[u8]) -> Result<String, InputError> {
    const ARCHIVES: &[&[u8]] =
        &[b"PK\x03\x04", b"PK\x05\x06", b"\xD0\xCF\x11\xE0", b"{\\rtf", b"\x1F\x8B", b"Rar!", b"7z\xBC\xAF"];
    let utf8 = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if utf8.trim_ascii_start().starts_with(b"%PDF-") {
        return Err(InputError::Pdf);
    }
    if ARCHIVES.iter().any(|magic| utf8.starts_with(magic)) {
        return Err(InputError::Archive);
    }
    let utf16 = match bytes {
        [0xFF, 0xFE, rest @ ..] => Some(units(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => Some(units(rest, u16::from_be_bytes)),
        _ => None,
    };
    let text = match utf16 {
        Some(units) => String::from_utf16_lossy(&units),
        None => String::from_utf8(utf8.to_owned()).map_err(|_| InputError::Binary)?,
    };
    if is_binary(&text) { Err(InputError::Binary) } else { Ok(text) }
}

/// The UTF-16 units of a file; half a unit at its end is dropped.
fn units(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Vec<u16> {
    bytes.as_chunks::<2>().0.iter().map(|&pair| unit(pair)).collect()
}

/// Whether a text is no text: it has a NUL, or more than one control character in a hundred.
fn is_binary(text: &str) -> bool {
    let control = |c: &char| c.is_control() && !c.is_whitespace();
    text.contains('\0') || text.chars().filter(control).count() > text.len() / 100
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

    fn read(bytes: &[u8]) -> Result<String, InputError> {
        Article::read(bytes).map(|article| article.text)
    }

    #[test]
    fn what_is_no_article_gets_one_sentence() {
        for (bytes, error) in [
            (&b""[..], InputError::Empty),
            (b" \r\n\t ", InputError::Empty),
            (b"***", InputError::Empty),
            (b"\xEF\xBB\xBF", InputError::Empty),
            (b"%PDF-1.7 ...", InputError::Pdf),
            (b"\xEF\xBB\xBF\n%PDF-1.7", InputError::Pdf),
            (b"PK\x03\x04...", InputError::Archive),
            (b"\xD0\xCF\x11\xE0...", InputError::Archive),
            (b"{\\rtf1 Hello}", InputError::Archive),
            (b"\x89PNG\r\n\x1A\n\0\0", InputError::Binary),
            (b"text with \0 in it", InputError::Binary),
            (b"caf\xE9", InputError::Binary),
            (b"https://example.com/a?b=c", InputError::BareUrl),
            (b"  www.example.org\n", InputError::BareUrl),
            (b"edition.example.com/2020/01/03/news/index.html", InputError::BareUrl),
            (b"example.com", InputError::BareUrl),
            (b"https://example.com/1\nhttps://example.com/2", InputError::BareUrl),
        ] {
            assert_eq!(read(bytes), Err(error), "{}", String::from_utf8_lossy(bytes));
            let sentence = error.to_string();
            assert!(sentence.ends_with('.') && sentence.matches(". ").count() == 0, "{sentence}");
        }
        assert_eq!(Article::read(&vec![b'a'; MAX_BYTES + 1]).map(|_| ()), Err(InputError::TooLarge));
    }

    #[test]
    fn text_is_text_in_every_encoding_that_tells_itself() {
        let le: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain("Zoë left.".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let be: Vec<u8> =
            [0xFE, 0xFF].into_iter().chain("Zoë left.".encode_utf16().flat_map(u16::to_be_bytes)).collect();
        for bytes in [&le[..], &be, "Zoë left.".as_bytes(), "\u{FEFF}Zoë left.".as_bytes()] {
            assert_eq!(read(bytes).as_deref(), Ok("Zoë left."));
        }
        assert_eq!(read(b"\xFF\xFEa\0\x00\xD8b").as_deref(), Ok("a\u{FFFD}"));
        assert!(read(b"Yes.").is_ok() && read(b"See https://example.com for more").is_ok());
    }
}
