//! What two linked sentences share, word by word.
//!
//! In doubt this module leaves words unmarked: marks that a reader can't trust are worse than none.

pub mod align_words;
pub mod cleanup;

pub use align_words::{WordAlignment, WordPair, align_words};
pub use cleanup::{Edit, cleanup};

/// How a stretch of words stands in the other sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum EditClass {
    /// The same words at the same place.
    Shared,
    /// The same words at another place.
    Moved,
    /// The same word in another form: spelling, inflection, number as word or digits, case, quote marks.
    Variant,
    /// Other words for it at the same place.
    Reworded,
    /// Only the first sentence has it.
    OnlyA,
    /// Only the second sentence has it.
    OnlyB,
}
