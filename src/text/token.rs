//! Tokens as data.

use super::lexicon::TermId;
use crate::span::Span;

/// The smallest stretch of text that is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Its normalized form: equal for tokens that differ only in case, quote marks, dashes, possessive and the like.
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
