//! Mentions as data: the names, numbers, dates and quotations of a sentence.

use super::amount::Number;
use super::date::Date;
use crate::span::Span;
use crate::text::TermId;

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
#[non_exhaustive]
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

#[cfg(feature = "ui")]
impl MentionKind {
    /// A short name for style sheets and string tables.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Name => "name",
            Self::Date => "date",
            Self::Quote => "quote",
        }
    }
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

/// A name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Name {
    /// Its words in order, without titles, small words and prefixes such as "al".
    pub terms: Vec<TermId>,
    /// The title of a person that stands right before it: "Gen.", "Secretary of Defense".
    pub title: Option<Span>,
    /// Whether it is one word in capitals, such as "PMF" or "US".
    pub is_acronym: bool,
}

/// Words in quotation marks, as far as they stand in one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Quote {
    /// Its words without the marks, as indices of the document's tokens: `first_token..end_token`.
    pub first_token: u32,
    /// One past the last token of its words.
    pub end_token: u32,
    /// Whether its marks are single ones, which set a word apart as often as they quote somebody.
    pub is_single: bool,
    /// Who said it, as the sentence names them: "Mark Esper", "the department".
    pub speaker: Option<Span>,
}

/// First word, one past the last word, value.
pub(super) type FoundMention = (usize, usize, MentionValue);
