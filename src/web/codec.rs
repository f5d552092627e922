//! A comparison as bytes, for the way from the worker's instance to the page's.
//!
//! Both ends are instances of one module, so the format needs neither a version nor names.

use crate::compare::Comparison;

/// Writes `comparison`. Cost: linear in its size; about the size of the texts times five.
pub(super) fn encode(comparison: &Comparison) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(comparison)
}

/// Reads what [`encode`] wrote.
///
/// # Errors
/// When the bytes are cut short or were not written by the same version.
#[cfg(any(feature = "page", test))]
pub(super) fn decode(bytes: &[u8]) -> Result<Comparison, postcard::Error> {
    postcard::from_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Options, compare};

    #[test]
    fn a_comparison_comes_back_as_it_was() {
        let text = "A “quoted” word – 7 of 8.\n\nSecond paragraph 🜲 here.";
        let articles = [Article::from_text(text), Article::from_text("A quoted word, seven of eight.")];
        let comparison = compare(&articles, &Options::default());
        let bytes = encode(&comparison).unwrap();
        let back = decode(&bytes).unwrap();
        assert_eq!(back.documents(), comparison.documents());
        assert_eq!(back.candidates(), comparison.candidates());
        assert_eq!(back.notices(), comparison.notices());
        assert_eq!(back.lexicon().len(), comparison.lexicon().len());
    }

    #[test]
    fn bytes_cut_short_are_an_error() {
        let comparison = compare(&[Article::from_text("One. Two.")], &Options::default());
        let bytes = encode(&comparison).unwrap();
        for end in 0..bytes.len() {
            assert!(decode(&bytes[..end]).is_err(), "{end} of {} bytes", bytes.len());
        }
    }

    /// The format knows no names, so a type that is told apart by one could be written but never read.
    #[test]
    fn every_remark_survives_the_way() {
        let article =
            |text: &str, lang: &str| Article { lang: Some(lang.into()), ..Article::from_text(text) };
        let given = [article("One. Two.", "en"), article("One. Two.", "de"), article("", "en")];
        let comparison = compare(&given, &Options::default());
        let mut parts = comparison.into_parts();
        parts.notices.extend([crate::Notice::TooFewArticles, crate::Notice::WorkLimit]);
        let comparison = Comparison::from(parts);
        assert!(comparison.notices().len() >= 5, "{:?}", comparison.notices());
        let back = decode(&encode(&comparison).unwrap()).unwrap();
        assert_eq!(back.notices(), comparison.notices());
    }
}
