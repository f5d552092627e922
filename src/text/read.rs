//! Stage 0: plain text becomes an [`Article`]. The only stage that can fail.

use crate::span::Span;
use std::fmt;

/// One article as its author gave it. `text` is owned once; everything later is a [`Span`] into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default))]
pub struct Article {
    /// A label, where one is known. A headline is part of `text`, not this.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was published, as the source says it.
    pub published: Option<String>,
    /// BCP 47 language tag.
    pub lang: Option<String>,
    /// The whole text.
    pub text: String,
    /// Paragraphs and the like, in order, without overlap; white space between them belongs to none.
    pub blocks: Vec<Block>,
}

/// A paragraph, heading, list item or quote of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Block {
    /// Where it stands, without white space around it.
    pub span: Span,
    /// What the source said it is.
    pub kind: BlockKind,
}

/// What a source said a block is; plain text says nothing, so all its blocks are paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum BlockKind {
    /// A heading of any level.
    Heading,
    /// A paragraph.
    #[default]
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A quotation set apart.
    Quote,
}

/// Why an input is not an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputError {
    /// It holds no letter or digit.
    Empty,
    /// It is a binary file.
    Binary,
    /// It is a PDF file.
    Pdf,
    /// It is a word processor's file or another zip archive.
    Archive,
    /// It is nothing but a web address.
    BareUrl,
    /// It is larger than [`MAX_BYTES`].
    TooLarge,
}

/// The largest article that is read, in bytes: about ten times the longest novels.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "There is no text in it; paste or drop the text of an article.",
            Self::Binary => "This is not a text file; copy the article's text and paste it instead.",
            Self::Pdf => "This is a PDF file, which can't be read here; open it, copy the article's text and paste it.",
            Self::Archive => {
                "This is a document or archive file, which can't be read here; open it, copy the article's text and paste it."
            }
            Self::BareUrl => "Pages can't be fetched from here; open the address, copy the article's text and paste it.",
            Self::TooLarge => "This text is larger than 64 MB; paste the part that you want to compare.",
        })
    }
}

impl std::error::Error for InputError {}

impl Article {
    /// An article of plain text, cut into paragraphs at line breaks. Nothing is rejected here: empty text gives an
    /// article without blocks. Cost: one pass.
    pub fn from_text(text: impl Into<String>) -> Self {
        let text = text.into();
        let blocks = paragraphs(&text);
        Self { text, blocks, ..Self::default() }
    }

    /// Reads what a person typed, pasted or dropped.
    ///
    /// # Errors
    /// [`InputError`], when it is not the text of an article.
    pub fn read(bytes: &[u8]) -> Result<Self, InputError> {
        if bytes.len() > MAX_BYTES {
            return Err(InputError::TooLarge);
        }
        if bytes.starts_with(b"%PDF-") {
            return Err(InputError::Pdf);
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return Err(InputError::Archive);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| InputError::Binary)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.contains('\0') {
            return Err(InputError::Binary);
        }
        if !text.chars().any(char::is_alphanumeric) {
            return Err(InputError::Empty);
        }
        if is_bare_url(text.trim()) {
            return Err(InputError::BareUrl);
        }
        Ok(Self::from_text(text))
    }
}

fn is_bare_url(text: &str) -> bool {
    !text.contains(char::is_whitespace) && (text.starts_with("http://") || text.starts_with("https://"))
}

/// Every non-blank line is a paragraph.
fn paragraphs(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let trimmed = line.trim_start();
        let lead = line.len() - trimmed.len();
        let body = trimmed.trim_end();
        if !body.is_empty() {
            let at = start + lead;
            blocks.push(Block { span: Span::new(at, at + body.len()), kind: BlockKind::Paragraph });
        }
        start += line.len();
    }
    blocks
}
