//! From plain text to tokens: reading, sentences, tokens, terms.
//!
//! In doubt this module keeps: no character is lost, and every later stage addresses the original text by
//! [`Span`](crate::Span).

pub(crate) mod acronym;
mod article;
mod blocks;
mod boundary;
mod boundary_candidate;
mod dateline;
mod kind;
pub mod lexicon;
mod normalize;
pub(crate) mod quotation;
pub mod read;
pub mod segment;
mod sentence;
pub mod shape;
pub(crate) mod spelling;
#[cfg(feature = "serde")]
pub mod story;
mod token;
pub mod tokenize;
mod word_breaks;

pub use article::{Article, Block, BlockKind};
pub use lexicon::{Lexicon, TermId};
pub use read::InputError;
pub use sentence::{Sentence, SentenceKind};
pub use token::{Token, TokenKind};
