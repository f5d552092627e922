//! What the reader chose. Kept outside the components, so that it outlives them.

use super::class::{Class, ClassSet};
use crate::align::link::SentenceId;
use crate::options::Sensitivity;

/// The reader's choices. Everything a link to this view has to carry.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent switches, each with a name in the public interface"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, rename_all = "camelCase"))]
pub struct Choice {
    /// Indices of the articles in the left and the right column; for `None` stands the one that shares most.
    pub pair: [Option<u32>; 2],
    /// The view; `None` leaves it to the width.
    pub view: Option<ViewKind>,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// Where the line between linked and not linked is drawn, 0–1000.
    pub sensitivity: u16,
    /// Classes that the reader switched off in the legend.
    pub hidden: ClassSet,
    /// Whether weak candidates are drawn.
    pub weak: bool,
    /// Whether sentences that are told elsewhere step back.
    pub only_here: bool,
    /// Whether runs of sentences that do not differ are folded away.
    pub only_differences: bool,
    /// Whether the two columns scroll together.
    pub locked: bool,
    /// Whether single-letter keys do anything.
    pub keys: bool,
    /// The pair that the reader keeps raised.
    pub selected: Option<[SentenceId; 2]>,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            pair: [None; 2],
            view: None,
            theme: Theme::Auto,
            sensitivity: Sensitivity::DEFAULT.get(),
            hidden: ClassSet::default(),
            weak: false,
            only_here: false,
            only_differences: false,
            locked: true,
            keys: true,
            selected: None,
        }
    }
}

impl Choice {
    /// Whether the legend shows `class`.
    pub fn shows(&self, class: Class) -> bool {
        !self.hidden.has(class)
    }
}

/// How the comparison is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum ViewKind {
    /// Two articles side by side, each in its own order.
    Columns,
    /// A table with one row for each group of sentences.
    Rows,
    /// One article, with the counterparts of each sentence under it.
    Interleaved,
}

impl ViewKind {
    /// Every view, in the order of the masthead.
    pub const ALL: [Self; 3] = [Self::Columns, Self::Rows, Self::Interleaved];

    /// A short name for style sheets and string tables.
    pub fn key(self) -> &'static str {
        match self {
            Self::Columns => "columns",
            Self::Rows => "rows",
            Self::Interleaved => "interleaved",
        }
    }

    /// The next view, round again after the last.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Columns => Self::Rows,
            Self::Rows => Self::Interleaved,
            Self::Interleaved => Self::Columns,
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Theme {
    /// As the page or the system says.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// A short name for style sheets and string tables.
    pub fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The next theme, round again after the last.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}
