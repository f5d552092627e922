//! Sentences become tokens, each with a normalized form interned as a [`TermId`].
//!
//! Tokens are whole grapheme clusters. In doubt a word stays whole: a cut inside a word gives two words that mean
//! nothing.

use super::article::Article;
use super::lexicon::{Lexicon, TermId};
use super::normalize;
use super::sentence::Sentence;
use super::token::{Token, TokenKind};
use super::word_breaks::{Piece, PieceKind, pieces};
use crate::language::{Language, Rules};
use crate::span::Span;
use crate::unicode::fold;
use std::collections::HashMap;

/// Cuts every sentence into tokens that tile its extent, and writes the token ranges into `sentences`.
/// Cost: linear in the text.
pub fn tokenize(
    article: &Article,
    language: Language,
    sentences: &mut [Sentence],
    lexicon: &mut Lexicon,
) -> Vec<Token> {
    let rules = Rules::of(language);
    let mut tokens = Vec::new();
    // Most words occur again and again: each spelling is named once.
    // The map is of the lexicon's type, whose code is in the page anyway.
    let mut known: HashMap<String, TermId> = HashMap::new();
    let mut names: Vec<(TokenKind, TermId)> = Vec::new();
    let count = |tokens: &Vec<Token>| u32::try_from(tokens.len()).unwrap_or(u32::MAX);
    for sentence in sentences {
        sentence.first_token = count(&tokens);
        let text = sentence.extent.of(&article.text);
        let base = sentence.extent.start as usize;
        let shouted = is_shouted(text);
        let mut after_number = false;
        for Piece { start, end, kind: looks } in pieces(text, rules) {
            let piece = text.get(start..end).unwrap_or("");
            let context = PieceContext { shouted, after_number };
            let mut read = || {
                let (kind, name) = name(piece, looks, context, rules);
                (kind, lexicon.intern(&name, language))
            };
            let plain = !shouted && !after_number;
            let before = known.get(piece).filter(|_| plain).and_then(|at| names.get(at.0 as usize));
            let (kind, term) = match before {
                Some(before) => *before,
                None if plain => {
                    let fresh = read();
                    known.insert(piece.to_owned(), TermId(u32::try_from(names.len()).unwrap_or(u32::MAX)));
                    names.push(fresh);
                    fresh
                }
                None => read(),
            };
            after_number = kind == TokenKind::Number || (after_number && kind == TokenKind::Space);
            tokens.push(Token { span: Span::new(base + start, base + end), kind, term });
        }
        sentence.end_token = count(&tokens);
    }
    tokens
}

/// Where a piece stands, as far as its form depends on it.
#[derive(Clone, Copy)]
struct PieceContext {
    /// In a sentence of capitals, where capitals say nothing.
    shouted: bool,
    /// After a number, where "am" is a time of day.
    after_number: bool,
}

/// The kind and normalized form of a piece.
fn name(piece: &str, kind: PieceKind, context: PieceContext, rules: &Rules) -> (TokenKind, String) {
    match kind {
        PieceKind::Space => (TokenKind::Space, " ".to_owned()),
        PieceKind::Sign => (TokenKind::Punctuation, or_itself(fold(piece), piece)),
        PieceKind::Number => (TokenKind::Number, normalize::number(piece, rules)),
        PieceKind::Word => {
            let folded = fold(piece);
            let name = if context.shouted {
                normalize::word(&folded, rules)
            } else if context.after_number && folded == "am" {
                folded + "."
            } else {
                normalize::word(piece, rules)
            };
            let kind = if name.starts_with(|c: char| c.is_ascii_digit()) {
                TokenKind::Number
            } else if rules.is_stop(&name) {
                TokenKind::StopWord
            } else {
                TokenKind::Word
            };
            (kind, or_itself(name, piece))
        }
    }
}

/// The name, or where it is empty the piece: an accent without a letter to sit on has no other name than itself.
fn or_itself(name: String, piece: &str) -> String {
    if name.is_empty() { piece.to_owned() } else { name }
}

/// Whether a text has capitals and nothing but capitals, in several words.
fn is_shouted(text: &str) -> bool {
    let capitals = || text.split_whitespace().filter(|w| w.chars().filter(|c| c.is_uppercase()).count() > 1);
    !text.chars().any(char::is_lowercase) && capitals().count() > 2
}
