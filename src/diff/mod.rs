//! What two linked sentences share, word by word.
//!
//! In doubt this module leaves words unmarked: marks that a reader can't trust are worse than none.

pub mod align_words;
mod alignment;
mod gaps;
mod hunks;
pub(crate) mod lcs;
mod likeness;
mod matching;
mod moves;
mod punctuation;
pub mod readable_edits;
pub mod share;
mod weights;
mod words;

use crate::text::{Lexicon, Token};
pub use align_words::align_words;
pub use alignment::{WordAlignment, WordPair};
pub use readable_edits::{Edit, readable_edits};
pub use share::{Share, relation};

/// What a reader sees of two linked sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Diff {
    /// The edits, which tile both sentences' tokens.
    pub edits: Vec<Edit>,
    /// Whether the edits are shown as marks on the words. Where too little is aligned they are not: the pair is shown
    /// as linked, with only its facts lit.
    pub marked: bool,
}

impl Diff {
    /// The edits as a reader sees them: where the words are not marked, one plain stretch of each sentence.
    #[must_use]
    pub fn shown(self) -> Vec<Edit> {
        if self.marked {
            return self.edits;
        }
        let end = |side: fn(&Edit) -> u32| self.edits.iter().map(side).max().unwrap_or(0);
        vec![Edit { class: EditClass::Shared, a: 0..end(|e| e.a.end), b: 0..end(|e| e.b.end) }]
    }

    /// The same for sentences with so many more tokens before the first, which make a shared edit of their own.
    #[must_use]
    pub fn shifted(mut self, a: u32, b: u32) -> Self {
        for edit in &mut self.edits {
            edit.a = edit.a.start.saturating_add(a)..edit.a.end.saturating_add(a);
            edit.b = edit.b.start.saturating_add(b)..edit.b.end.saturating_add(b);
        }
        if a > 0 || b > 0 {
            self.edits.insert(0, Edit { class: EditClass::Shared, a: 0..a, b: 0..b });
        }
        self
    }
}

/// Compares two sentences given by their tokens, for a reader. Symmetric but for the order of the edits.
/// Cost: about the product of the lengths, up to a limit; beyond it about linear.
pub fn diff(lexicon: &Lexicon, a: &[Token], b: &[Token]) -> Diff {
    diff_of(lexicon, &align_words(lexicon, a, b), a, b)
}

/// The same from the alignment of the two sentences. Cost: about linear.
pub fn diff_of(lexicon: &Lexicon, alignment: &WordAlignment, a: &[Token], b: &[Token]) -> Diff {
    Diff { edits: readable_edits(lexicon, alignment, a, b), marked: Share::of(alignment, a, b).is_marked() }
}

/// How a stretch of words stands in the other sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
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
