//! Names, numbers, dates and quotations: the parts of a sentence that a reader checks first.
//!
//! In doubt this module finds nothing: a word that only looks like a name or a figure would later look like a fact.

mod date;
mod name;
mod number;
mod quote;
mod unit;
mod vocabulary;
mod words;

pub use date::{Date, DayPart, Period, Relative};
pub use name::Name;
pub use number::{Bound, Currency, Number, Unit};
pub use quote::Quote;

use super::language::Language;
use super::lexicon::Lexicon;
use super::read::Article;
use super::segment::Sentence;
use super::tokenize::{Token, TokenKind};
use crate::order;
use crate::span::Span;
use vocabulary::Vocabulary;
use words::{Word, words};

/// One name, number, date or quotation in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Mention {
    /// Index of its sentence.
    pub sentence: u32,
    /// Its tokens, as indices into the document's: `first_token..end_token`.
    pub first_token: u32,
    /// One past its last token.
    pub end_token: u32,
    /// Where it stands, as a reader would mark it: a number with its hedge and what is counted ("at least eight
    /// people"), a name without title and possessive, a quotation with its marks.
    pub span: Span,
    /// What it says.
    pub value: MentionValue,
}

/// What a mention says, in a form made for comparing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum MentionValue {
    /// A number or amount.
    Number(Number),
    /// A person, place or organisation.
    Name(Name),
    /// A day, date or time.
    Date(Date),
    /// Words in quotation marks, as far as they stand in this sentence.
    Quote(Quote),
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

impl Mention {
    /// What it is.
    pub fn kind(&self) -> MentionKind {
        match self.value {
            MentionValue::Number(_) => MentionKind::Number,
            MentionValue::Name(_) => MentionKind::Name,
            MentionValue::Date(_) => MentionKind::Date,
            MentionValue::Quote(_) => MentionKind::Quote,
        }
    }
}

/// Finds the mentions of a document, in order of sentence, first token, and length (longest first). Dates, numbers
/// and names don't overlap each other; they may stand inside quotations. Cost: linear in the tokens.
pub fn find(
    article: &Article,
    language: Language,
    sentences: &[Sentence],
    tokens: &[Token],
    lexicon: &Lexicon,
) -> Vec<Mention> {
    let vocabulary = Vocabulary::of(language);
    let lines: Vec<Vec<Word>> =
        sentences.iter().map(|s| words(&article.text, s, tokens, lexicon, vocabulary)).collect();
    let evidence = name::Evidence::gather(&lines, vocabulary, lexicon.len());
    let quotes = quote::find(sentences, &lines, vocabulary);
    let mut mentions = Vec::new();
    for (index, line) in (0..).zip(&lines) {
        let found = plain(line, &evidence, vocabulary);
        mentions.extend(found.into_iter().map(|(from, to, value)| mention(index, line, from, to, value)));
    }
    mentions.extend(quotes);
    order::sort_by_key(&mut mentions, |m| {
        (m.sentence, m.first_token, std::cmp::Reverse(m.end_token), m.kind())
    });
    mentions
}

/// Dates, numbers and names of one sentence, as ranges of its words.
fn plain(line: &[Word], evidence: &name::Evidence, vocabulary: &Vocabulary) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let hit = || date::read(line, at, vocabulary).or_else(|| number::read(line, at, vocabulary));
        match line.get(at).filter(|word| begins(word, vocabulary)).and_then(|_| hit()) {
            Some(hit) => {
                at = hit.1.max(at + 1);
                found.push(hit);
            }
            None => at += 1,
        }
    }
    let names = name::read(line, &found, evidence, vocabulary);
    found.extend(names);
    found
}

/// Whether a date or number can begin with the word; most words need no closer look.
fn begins(word: &Word, vocabulary: &Vocabulary) -> bool {
    let is_plain = word.raw.bytes().all(|b| b.is_ascii_alphabetic());
    !is_plain || word.kind == TokenKind::Number || vocabulary.knows(word)
}

/// First word, one past the last word, value.
type Found = (usize, usize, MentionValue);

fn mention(sentence: u32, line: &[Word], from: usize, to: usize, value: MentionValue) -> Mention {
    let words = line.get(from..to).unwrap_or(&[]);
    let (first, last) = (words.first(), words.last());
    let first_token = first.map_or(0, |w| w.tokens.start);
    let end_token = last.map_or(first_token, |w| w.tokens.end);
    let start = first.map_or(Span::default(), |w| w.core);
    Mention { sentence, first_token, end_token, span: last.map_or(start, |w| start.cover(w.core)), value }
}
