//! How much of two sentences stands in the other, and in what relation that puts them.
//!
//! In doubt the relation is the weaker one: *same words* is a claim that a reader will check letter by letter.

use super::EditClass;
use super::align_words::WordAlignment;
use crate::align::link::Relation;
use crate::text::Token;

/// How much of each sentence's content words stands in the other, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Of the first sentence, in any form.
    pub a: u32,
    /// Of the second sentence, in any form.
    pub b: u32,
    /// Of both together, in the same words, spelling and inflection aside, at the same place.
    pub verbatim: u32,
}

/// What another word at the same place counts, in thousandths of a shared word.
const REWORDED_WEIGHT: u32 = 700;

/// *Same words* from this verbatim share on: one word in ten may differ, as where one outlet trims a clause.
pub const SAME_WORDS: u32 = 880;

/// *Reworded* when both sentences have at least this share in the other.
pub const REWORDED: u32 = 450;

/// A pair is marked when the sentence that is covered better has at least this share in the other; below it marks
/// would be confetti.
pub const MARKED: u32 = 300;

impl Share {
    /// The shares of two aligned sentences. Cost: linear.
    pub fn of(alignment: &WordAlignment, a: &[Token], b: &[Token]) -> Self {
        let content = |tokens: &[Token]| tokens.iter().filter(|t| t.kind.is_content()).count();
        let (all_a, all_b) = (content(a), content(b));
        let (mut in_a, mut in_b) = (vec![0; a.len()], vec![0; b.len()]);
        let mut verbatim = 0_usize;
        for pair in &alignment.pairs {
            let (Some(x), Some(y)) = (a.get(pair.a as usize), b.get(pair.b as usize)) else { continue };
            let weight = if pair.class == EditClass::Reworded { REWORDED_WEIGHT } else { WHOLE };
            if x.kind.is_content() {
                in_a[pair.a as usize] = weight;
            }
            if y.kind.is_content() {
                in_b[pair.b as usize] = weight;
            }
            let same = matches!(pair.class, EditClass::Shared | EditClass::Variant);
            verbatim += usize::from(same && x.kind.is_content()) + usize::from(same && y.kind.is_content());
        }
        let share = |weights: Vec<u32>, all: usize| {
            weights.iter().sum::<u32>() / u32::try_from(all.max(1)).unwrap_or(u32::MAX)
        };
        let verbatim = u32::try_from(verbatim * WHOLE as usize / (all_a + all_b).max(1)).unwrap_or(WHOLE);
        Self { a: share(in_a, all_a), b: share(in_b, all_b), verbatim: verbatim.min(WHOLE) }
    }

    /// In what relation sentences with these shares stand, if they are linked.
    pub fn relation(self) -> Relation {
        if self.verbatim >= SAME_WORDS {
            Relation::SameWords
        } else if self.a.min(self.b) >= REWORDED {
            Relation::Reworded
        } else {
            Relation::PartlyShared
        }
    }

    /// Whether enough is aligned for marks on single words to help a reader.
    pub fn is_marked(self) -> bool {
        self.a.max(self.b) >= MARKED
    }
}

const WHOLE: u32 = 1000;
