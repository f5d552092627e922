//! Documents: articles prepared for comparison.

use super::find::find;
use super::mention::Mention;
use crate::language::Language;
use crate::span::Span;
use crate::text::segment::segment_in;
use crate::text::tokenize::tokenize;
use crate::text::{Article, Lexicon, Sentence, Token};

/// One article, prepared: its sentences, tokens and mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Document {
    /// The article as it was given.
    pub article: Article,
    /// Its sentences, in order; their extents tile the text.
    pub sentences: Vec<Sentence>,
    /// Its tokens, in order; they tile the text, and each lies in one sentence.
    pub tokens: Vec<Token>,
    /// Names, numbers, dates and quotations, in order of their first token.
    pub mentions: Vec<Mention>,
}

impl Document {
    /// Prepares `article`: splits it, cuts it into tokens interned in `lexicon`, and finds its mentions.
    /// Cost: linear in the text.
    pub fn new(article: Article, lexicon: &mut Lexicon) -> Self {
        let language = Language::of(article.lang.as_deref(), &article.text);
        let mut sentences = segment_in(&article, language);
        let tokens = tokenize(&article, language, &mut sentences, lexicon);
        let mentions = find(&article, language, &sentences, &tokens, lexicon);
        Self { article, sentences, tokens, mentions }
    }

    /// The tokens of sentence `sentence`, white space and punctuation included; none when there is no such sentence.
    pub fn tokens_of(&self, sentence: usize) -> &[Token] {
        self.sentences.get(sentence).and_then(|s| self.tokens.get(s.token_range())).unwrap_or(&[])
    }

    /// The mentions of sentence `sentence`.
    pub fn mentions_of(&self, sentence: usize) -> &[Mention] {
        let at = |i: usize| self.mentions.partition_point(|m| (m.sentence as usize) < i);
        self.mentions.get(at(sentence)..at(sentence + 1)).unwrap_or(&[])
    }

    /// The text of sentence `sentence`, without the white space around it.
    pub fn sentence_text(&self, sentence: usize) -> &str {
        self.sentences.get(sentence).map_or("", |s| s.span.of(&self.article.text))
    }

    /// The text of a span.
    pub fn text_of(&self, span: Span) -> &str {
        span.of(&self.article.text)
    }
}
