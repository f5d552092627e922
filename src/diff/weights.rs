//! One sentence as the clean-up sees it: its visible tokens and what each of them weighs for a reader.

use crate::text::{Lexicon, Token, TokenKind};
use std::ops::Range;

/// What a token weighs for a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    /// Says something by itself.
    Content,
    /// Says something, but is found in any story: said, people, day.
    Common,
    /// A function word that turns the meaning.
    Telling,
    /// A function word that can come or go unnoticed.
    Light,
    /// A quotation mark.
    Quote,
    /// Other punctuation.
    Mark,
}

/// The visible tokens of one sentence.
pub(super) struct SentenceWeights {
    tokens: Vec<u32>,
    weights: Vec<Weight>,
}

/// The normalized forms of quotation marks.
const QUOTES: [&str; 2] = ["\"", "'"];

impl SentenceWeights {
    /// The visible tokens among `tokens`. Cost: linear.
    pub(super) fn new(lexicon: &Lexicon, tokens: &[Token]) -> Self {
        let visible = (0..).zip(tokens).filter(|(_, t)| t.kind != TokenKind::Space);
        let (tokens, weights) = visible.map(|(i, t)| (i, weight(lexicon, *t))).unzip();
        Self { tokens, weights }
    }

    /// How many visible tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The place of token `token` among the visible ones.
    pub(super) fn place(&self, token: u32) -> Option<usize> {
        self.tokens.binary_search(&token).ok()
    }

    /// The token at place `place`.
    pub(super) fn token(&self, place: usize) -> Option<u32> {
        self.tokens.get(place).copied()
    }

    /// Whether the stretch holds a content word.
    pub(super) fn has_content(&self, range: &Range<usize>) -> bool {
        self.content(range) > 0
    }

    /// How many content words the stretch holds.
    pub(super) fn content(&self, range: &Range<usize>) -> usize {
        self.of(range).iter().filter(|w| matches!(w, Weight::Content | Weight::Common)).count()
    }

    /// Whether the stretch says enough for a reader to look for where it stands in the other sentence.
    pub(super) fn is_worth_finding(&self, range: &Range<usize>) -> bool {
        self.content(range) > 1 || self.of(range).contains(&Weight::Content)
    }

    /// Whether a reader would not miss the stretch: light words and punctuation only.
    pub(super) fn is_light(&self, range: &Range<usize>) -> bool {
        self.of(range).iter().all(|w| matches!(w, Weight::Light | Weight::Quote | Weight::Mark))
    }

    /// Whether the token at `place` is a quotation mark that opens what follows it: it stands close to the next token,
    /// and not to the one before.
    pub(super) fn is_opening(&self, place: usize) -> bool {
        let close = |x: Option<u32>, y: Option<u32>| x.zip(y).is_some_and(|(x, y)| x + 1 == y);
        let before = place.checked_sub(1).and_then(|before| self.token(before));
        self.weights.get(place) == Some(&Weight::Quote)
            && close(self.token(place), self.token(place + 1))
            && !close(before, self.token(place))
    }

    /// How many words the stretch holds.
    pub(super) fn words(&self, range: &Range<usize>) -> usize {
        self.of(range).iter().filter(|w| !matches!(w, Weight::Quote | Weight::Mark)).count()
    }

    fn of(&self, range: &Range<usize>) -> &[Weight] {
        self.weights.get(range.clone()).unwrap_or(&[])
    }
}

fn weight(lexicon: &Lexicon, token: Token) -> Weight {
    match token.kind {
        TokenKind::Word if lexicon.semantic_field(token.term).is_some_and(|class| class.common) => {
            Weight::Common
        }
        TokenKind::Word | TokenKind::Number => Weight::Content,
        TokenKind::StopWord
            if lexicon.rules(token.term).is_never_absorbed(lexicon.normalized(token.term)) =>
        {
            Weight::Telling
        }
        TokenKind::StopWord => Weight::Light,
        TokenKind::Punctuation if QUOTES.contains(&lexicon.normalized(token.term)) => Weight::Quote,
        TokenKind::Punctuation | TokenKind::Space => Weight::Mark,
    }
}
