//! How a sentence, and a run of words in it, stands to the articles beside it.

use crate::align::link::Relation;
use crate::diff::EditClass;
use crate::facts::Verdict;

/// How a sentence stands to the articles shown beside its own. Also the rows of the legend, with [`Class::Fact`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Class {
    /// Another article has it in the same words.
    Same,
    /// Another article says it in other words.
    Reworded,
    /// Another article shares a part of it.
    Partly,
    /// No other article was found to tell it.
    Only,
    /// There are weak candidates and nothing surer.
    Unsure,
    /// A caption, credit, byline, dateline or headline that nothing is linked to.
    NotNews,
    /// Not a class of sentences: a number, name, date or quotation that differs.
    Fact,
}

impl Class {
    /// Every row of the legend, in its order.
    pub const ALL: [Self; 7] =
        [Self::Same, Self::Reworded, Self::Partly, Self::Only, Self::Unsure, Self::NotNews, Self::Fact];

    /// A short name for style sheets, attributes and string tables.
    pub fn key(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Reworded => "reworded",
            Self::Partly => "partly",
            Self::Only => "only",
            Self::Unsure => "unsure",
            Self::NotNews => "not-news",
            Self::Fact => "fact",
        }
    }

    /// Whether a link stands behind it.
    pub fn is_linked(self) -> bool {
        matches!(self, Self::Same | Self::Reworded | Self::Partly)
    }
}

impl From<Relation> for Class {
    fn from(relation: Relation) -> Self {
        match relation {
            Relation::SameWords => Self::Same,
            Relation::Reworded => Self::Reworded,
            Relation::PartlyShared => Self::Partly,
        }
    }
}

/// A set of legend rows, as the reader's filter keeps it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ClassSet(u8);

impl ClassSet {
    /// The set that a page kept as a number: one bit for each class, in the order of [`Class::ALL`].
    pub fn from_bits(bits: u8) -> Self {
        Self(bits)
    }

    /// Whether `class` is in the set.
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// The set with `class` put in if it was out, and taken out if it was in.
    #[must_use]
    pub fn toggled(self, class: Class) -> Self {
        Self(self.0 ^ (1 << class as u8))
    }
}

/// How a run of words stands in the other sentence of a raised pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// The same words at the same place.
    Shared,
    /// The same words at another place.
    Moved,
    /// The same word in another form.
    Variant,
    /// Other words for it.
    Reworded,
    /// Only this sentence has it.
    Only,
}

impl Mark {
    /// Every mark, in the order of the legend.
    pub const ALL: [Self; 5] = [Self::Shared, Self::Moved, Self::Variant, Self::Reworded, Self::Only];

    /// A short name for style sheets and string tables.
    pub fn key(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Moved => "moved",
            Self::Variant => "variant",
            Self::Reworded => "reworded",
            Self::Only => "only",
        }
    }
}

impl From<EditClass> for Mark {
    fn from(class: EditClass) -> Self {
        match class {
            EditClass::Shared => Self::Shared,
            EditClass::Moved => Self::Moved,
            EditClass::Variant => Self::Variant,
            EditClass::Reworded => Self::Reworded,
            EditClass::OnlyA | EditClass::OnlyB => Self::Only,
        }
    }
}

/// Whether a verdict is one that a reader is warned of.
pub(super) fn is_disputed(verdict: Verdict) -> bool {
    verdict == Verdict::Differ
}
