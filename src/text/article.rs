//! An article as it was given, and the blocks that it is made of.

use crate::span::Span;

/// One article as its author gave it. `text` is owned once; everything later is a [`Span`] into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default))]
#[non_exhaustive]
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
#[non_exhaustive]
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
