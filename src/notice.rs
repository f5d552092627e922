//! Remarks that come with a result. The core cannot fail; what a reader should know stands here.

use std::fmt;

/// One remark about a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Notice {
    /// There are fewer than two articles, so there is nothing to compare with.
    TooFewArticles,
    /// The article has no words.
    EmptyArticle {
        /// Index of the article.
        article: u32,
    },
    /// Two articles have the same text.
    SameText {
        /// Index of the first article.
        a: u32,
        /// Index of the second article.
        b: u32,
    },
    /// Two articles are in different languages, so links rest on names and numbers.
    DifferentLanguages {
        /// Index of the first article.
        a: u32,
        /// Index of the second article.
        b: u32,
    },
    /// The work limit was reached: links may be missing.
    WorkLimit,
    /// A view leaves out what stands behind so many sentences of an article.
    PartShown {
        /// The most sentences that are shown of one article.
        sentences: u32,
    },
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFewArticles => f.write_str("There is only one article; add another to compare it with."),
            Self::EmptyArticle { article } => write!(f, "Article {} has no words.", article + 1),
            Self::SameText { a, b } => write!(f, "Articles {} and {} have the same text.", a + 1, b + 1),
            Self::DifferentLanguages { a, b } => write!(
                f,
                "Articles {} and {} are in different languages, so their links rest on names and numbers.",
                a + 1,
                b + 1
            ),
            Self::WorkLimit => f.write_str(
                "These texts are too large to compare completely; the result is approximate and links may be missing.",
            ),
            Self::PartShown { sentences } => {
                write!(f, "Only the first {sentences} sentences of each article are shown.")
            }
        }
    }
}
