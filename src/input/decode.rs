//! The text of a file: UTF-8, or UTF-16 with a byte order mark; else the encoding that its markup declares, else
//! Windows-1252, which most old files are in.

use crate::text::InputError;
use crate::text::read::{MAX_BYTES, is_binary, signature_of};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodedText {
    /// The text, without a byte order mark.
    pub text: String,
    /// Whether nothing in the file says what it is encoded in, so that its letters may be wrong.
    pub guessed: bool,
}

/// Decodes a file. Damage to UTF-16 becomes U+FFFD; so does damage to an encoding that the markup declares. Cost: one
/// pass.
///
/// # Errors
/// [`InputError`], when the file is too large or is no text.
pub fn decode(bytes: &[u8]) -> Result<DecodedText, InputError> {
    if bytes.len() > MAX_BYTES {
        return Err(InputError::TooLarge);
    }
    if let Some(error) = signature_of(bytes) {
        return Err(error);
    }
    let decoded = decoded(bytes);
    if is_binary(&decoded.text) { Err(InputError::Binary) } else { Ok(decoded) }
}

fn decoded(bytes: &[u8]) -> DecodedText {
    let sure = |text: &str| DecodedText { text: text.to_owned(), guessed: false };
    match Encoding::for_bom(bytes) {
        // A byte order mark is sure evidence of UTF-16, so damage after it is no reason to guess again.
        Some((encoding, _)) if encoding != UTF_8 => return sure(&encoding.decode_with_bom_removal(bytes).0),
        _ => {}
    }
    let unmarked = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = str::from_utf8(unmarked) {
        return sure(text);
    }
    match declared(bytes) {
        Some(encoding) => sure(&encoding.decode_without_bom_handling(bytes).0),
        None => DecodedText {
            text: WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
            guessed: true,
        },
    }
}

/// A declaration stands in so many bytes at the start of a file, as the HTML standard asks for.
const DECLARED_WITHIN: usize = 1024;
/// So many bytes of a tag may stand before its declaration.
const LONGEST_TAG: usize = 200;
/// The shortest and the longest names of encodings.
const NAME_LENGTHS: std::ops::RangeInclusive<usize> = 3..=20;

/// The encoding that a file declares in a `<meta>` of its markup. UTF-8 is not, because the file is not valid in it, and
/// UTF-16 can't be declared in ASCII.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..DECLARED_WITHIN).unwrap_or(bytes).to_ascii_lowercase();
    let name = places(&start, b"<meta").find_map(|tag| name_in(tag))?;
    let encoding = Encoding::for_label_no_replacement(name)?;
    Some(encoding).filter(|encoding| ![UTF_8, UTF_16BE, UTF_16LE].contains(encoding))
}

/// The name after the first `charset=` of a tag that has one.
fn name_in(tag: &[u8]) -> Option<&[u8]> {
    let end = tag.iter().position(|&b| b == b'>').unwrap_or(tag.len());
    places(tag, b"charset=").take_while(|rest| tag.len() - rest.len() - 8 <= end.min(LONGEST_TAG)).find_map(
        |rest| {
            let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
            let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
            let length = rest.iter().take(*NAME_LENGTHS.end()).take_while(|b| is_name(b)).count();
            rest.get(..length).filter(|name| NAME_LENGTHS.contains(&name.len()))
        },
    )
}

/// What follows each occurrence of `word`.
fn places<'b>(bytes: &'b [u8], word: &'static [u8]) -> impl Iterator<Item = &'b [u8]> {
    let at = bytes.windows(word.len()).enumerate().filter(move |(_, window)| *window == word);
    at.filter_map(move |(at, _)| bytes.get(at + word.len()..))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_text_in_every_encoding_that_tells_itself() {
        let text = "Zoë left.";
        let le: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let be: Vec<u8> =
            [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        for bytes in [&le[..], &be, text.as_bytes(), "\u{FEFF}Zoë left.".as_bytes()] {
            assert_eq!(decode(bytes), Ok(DecodedText { text: text.to_owned(), guessed: false }));
        }
    }

    #[test]
    fn a_declaration_ends_with_its_tag() {
        assert_eq!(name_in(b" charset=koi8-r>"), Some(&b"koi8-r"[..]));
        assert_eq!(name_in(b" content='text/html; charset=\"ibm866\"'>"), Some(&b"ibm866"[..]));
        assert_eq!(name_in(b" name=a><p>charset=koi8-r"), None);
        assert_eq!(name_in(b" charset=x charset=big5"), Some(&b"big5"[..]));
    }

    #[test]
    fn a_file_of_more_than_the_largest_size_is_refused() {
        assert_eq!(decode(&vec![b'a'; MAX_BYTES + 1]), Err(InputError::TooLarge));
    }
}
