//! How much of two sentences stands in the other, and in what relation that puts them.
//!
//! In doubt the relation is the weaker one: *same words* is a claim that a reader will check letter by letter.

use super::EditClass;
use super::align_words::{align_words, cost};
use super::alignment::{WordAlignment, WordPair};
use crate::align::link::Relation;
use crate::order;
use crate::text::{Lexicon, TermId, Token};
use crate::work::Work;

/// How much of each sentence's content words stands in the other, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Of the first sentence, in any form.
    pub a: u32,
    /// Of the second sentence, in any form.
    pub b: u32,
    /// Of the sentence that is covered better, in any form, what moved counted half.
    pub in_order: u32,
    /// Of both together, in the same words, spelling and inflection aside, at the same place.
    pub verbatim: u32,
}

/// What another word at the same place counts, in thousandths of a shared word.
const REWORDED_WEIGHT: u32 = 700;

/// *Same words* from this verbatim share on: one word in seven may differ, as where two outlets attribute one long
/// quotation to different people.
pub const SAME_WORDS: u32 = 850;

/// *Reworded* when both sentences have at least this share in the other.
pub const REWORDED: u32 = 450;

/// What a word that moved counts where the order matters, in thousandths of one in place.
const MOVED_WEIGHT: u32 = 500;

/// A pair is marked when the sentence that is covered better has at least this share in the other, in order; below it
/// marks would be confetti.
pub const MARKED: u32 = 350;

/// Sentences of which one has fewer of its content words in the other, in any order, can't say the same in other
/// words: that much is known without an alignment, in thousandths.
const LEAST_STEMS_SHARED: u32 = 250;

/// In what relation two sentences stand, if they are linked, and their word alignment where that was needed to tell.
/// Symmetric. Cost: linear, and that of an alignment where the sentences share enough words; taken from `work`, and
/// where it does not suffice the relation is the weakest.
pub fn relation(
    lexicon: &Lexicon,
    a: &[Token],
    b: &[Token],
    work: &mut Work,
) -> (Relation, Option<WordAlignment>) {
    if !work.take((a.len() + b.len()) as u64) {
        return (Relation::PartlyShared, None);
    }
    let words = |tokens: &[Token]| -> Vec<TermId> {
        tokens.iter().filter(|t| t.kind.is_word()).map(|t| t.term).collect()
    };
    let (of_a, of_b) = (words(a), words(b));
    if of_a == of_b {
        // Also where there is no content word to share.
        return (Relation::SameWords, None);
    }
    let alike = stems_shared(lexicon, a, b).min(stems_shared(lexicon, b, a)) >= LEAST_STEMS_SHARED;
    if !alike || !work.take(cost(of_a.len(), of_b.len())) {
        return (Relation::PartlyShared, None);
    }
    let alignment = align_words(lexicon, a, b);
    (Share::of(&alignment, a, b).relation(), Some(alignment))
}

/// The share of the content words of `a` that stand somewhere in `b`, in some form.
fn stems_shared(lexicon: &Lexicon, a: &[Token], b: &[Token]) -> u32 {
    let stems = |tokens: &[Token]| -> Vec<u64> {
        tokens.iter().filter(|t| t.kind.is_content()).map(|t| lexicon.stem(t.term).0.into()).collect()
    };
    let (of_a, mut of_b) = (stems(a), stems(b));
    order::sort_numbers(&mut of_b);
    let found = of_a.iter().filter(|stem| of_b.binary_search(stem).is_ok()).count();
    u32::try_from(found * WHOLE as usize / of_a.len().max(1)).unwrap_or(WHOLE)
}

impl Share {
    /// The shares of two aligned sentences. Cost: linear.
    pub fn of(alignment: &WordAlignment, a: &[Token], b: &[Token]) -> Self {
        let aligned = |class| if class == EditClass::Reworded { REWORDED_WEIGHT } else { WHOLE };
        let in_order = |class| if class == EditClass::Moved { MOVED_WEIGHT } else { aligned(class) };
        let verbatim =
            |class| if matches!(class, EditClass::Shared | EditClass::Variant) { WHOLE } else { 0 };
        let of = |tokens: &[Token], side: TokenOf, weight: &dyn Fn(EditClass) -> u32| {
            sum(alignment, tokens, side, weight).checked_div(content(tokens)).unwrap_or(0)
        };
        let both =
            sum(alignment, a, |p| p.a, &verbatim).saturating_add(sum(alignment, b, |p| p.b, &verbatim));
        Self {
            a: of(a, |p| p.a, &aligned),
            b: of(b, |p| p.b, &aligned),
            in_order: of(a, |p| p.a, &in_order).max(of(b, |p| p.b, &in_order)),
            verbatim: both.checked_div(content(a) + content(b)).unwrap_or(0),
        }
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
        self.in_order >= MARKED
    }
}

/// A word that is wholly in the other sentence.
const WHOLE: u32 = 1000;

/// The token of a word pair on one side.
type TokenOf = fn(&WordPair) -> u32;

/// How many content words there are.
fn content(tokens: &[Token]) -> u32 {
    u32::try_from(tokens.iter().filter(|t| t.kind.is_content()).count()).unwrap_or(u32::MAX)
}

/// What the content words of one side weigh, each by its heaviest pair.
fn sum(alignment: &WordAlignment, tokens: &[Token], side: TokenOf, weight: &dyn Fn(EditClass) -> u32) -> u32 {
    let mut weights = vec![0; tokens.len()];
    for pair in &alignment.pairs {
        let at = side(pair) as usize;
        if let (Some(slot), Some(token)) = (weights.get_mut(at), tokens.get(at))
            && token.kind.is_content()
        {
            *slot = weight(pair.class).max(*slot);
        }
    }
    weights.into_iter().fold(0, u32::saturating_add)
}
