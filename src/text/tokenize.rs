//! Stage 2: sentences become tokens, each with a comparison key interned as a [`TermId`].

use super::lexicon::{Lexicon, TermId};
use super::read::Article;
use super::segment::Sentence;
use crate::span::Span;
use icu_segmenter::{WordSegmenter, options::WordBreakInvariantOptions};

/// The smallest stretch of text that is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Its comparison key: equal for tokens that differ only in case, quote marks, dashes, possessive and the like.
    pub term: TermId,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum TokenKind {
    /// A word that carries content.
    Word,
    /// A function word of the article's language, such as "the".
    StopWord,
    /// A number in digits, or a number word.
    Number,
    /// Punctuation and symbols.
    Punctuation,
    /// White space.
    Space,
}

impl TokenKind {
    /// Whether the token says something on its own: a word or a number.
    pub fn is_content(self) -> bool {
        matches!(self, Self::Word | Self::Number)
    }

    /// Whether the token is read aloud: content or a function word.
    pub fn is_word(self) -> bool {
        self.is_content() || self == Self::StopWord
    }
}

/// Cuts every sentence into tokens that tile its extent, and writes the token ranges into `sentences`.
/// Cost: linear in the text.
pub fn tokenize(article: &Article, sentences: &mut [Sentence], lexicon: &mut Lexicon) -> Vec<Token> {
    let mut tokens = Vec::new();
    let count = |tokens: &Vec<Token>| u32::try_from(tokens.len()).unwrap_or(u32::MAX);
    let segmenter = WordSegmenter::new_for_non_complex_scripts(WordBreakInvariantOptions::default());
    for sentence in sentences {
        sentence.first_token = count(&tokens);
        let text = sentence.extent.of(&article.text);
        let breaks: Vec<usize> = segmenter.segment_str(text).collect();
        for pair in breaks.windows(2) {
            let piece = text.get(pair[0]..pair[1]).unwrap_or("");
            let base = sentence.extent.start as usize;
            let kind = kind_of(piece);
            let term = lexicon.intern(&key(piece));
            tokens.push(Token { span: Span::new(base + pair[0], base + pair[1]), kind, term });
        }
        sentence.end_token = count(&tokens);
    }
    tokens
}

fn kind_of(piece: &str) -> TokenKind {
    if piece.chars().all(char::is_whitespace) {
        TokenKind::Space
    } else if piece.starts_with(char::is_numeric) {
        TokenKind::Number
    } else if !piece.chars().any(char::is_alphanumeric) {
        TokenKind::Punctuation
    } else if STOP_WORDS.contains(&key(piece).as_str()) {
        TokenKind::StopWord
    } else {
        TokenKind::Word
    }
}

const STOP_WORDS: &[&str] = &[
    "the", "a", "an", "of", "in", "to", "and", "at", "on", "by", "that", "was", "is", "were", "for", "with",
    "as", "from", "it", "its", "he", "his", "has", "had", "have", "be", "been", "also", "which", "who",
    "this",
];

fn key(piece: &str) -> String {
    let folded =
        piece.replace(['\u{2019}', '\u{2018}'], "'").replace(['\u{201c}', '\u{201d}'], "\"").to_lowercase();
    folded.strip_suffix("'s").unwrap_or(&folded).to_owned()
}
