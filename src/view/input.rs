//! What is wrong with a text that a reader gave, before it is compared.

use crate::text::{Article, InputError};

/// An article that the reader is typing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default))]
pub struct Draft {
    /// What it is called.
    pub outlet: String,
    /// Its text.
    pub text: String,
}

/// Why a text can't be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is nothing to read in it.
    Empty,
    /// It is not text.
    Binary,
    /// It is a PDF file.
    Pdf,
    /// It is a word processor's file or an archive.
    Archive,
    /// It is an address, not the text that stands there.
    Url,
    /// It is too large.
    Large,
}

impl Problem {
    /// A short name for string tables.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Binary => "binary",
            Self::Pdf => "pdf",
            Self::Archive => "archive",
            Self::Url => "url",
            Self::Large => "large",
        }
    }
}

/// What is wrong with `text`; nothing when it can be compared. Cost: at most one pass.
pub fn problem_of(text: &str) -> Option<Problem> {
    Some(match Article::read(text.as_bytes()).err()? {
        InputError::Empty => Problem::Empty,
        InputError::Binary => Problem::Binary,
        InputError::Pdf => Problem::Pdf,
        InputError::Archive => Problem::Archive,
        InputError::BareUrl => Problem::Url,
        InputError::TooLarge => Problem::Large,
    })
}
