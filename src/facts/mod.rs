//! Stage 7: numbers, names, dates and quotations of two linked sentences, held against each other.
//!
//! In doubt this module says nothing: a false alarm about a figure costs more trust than a missed one. So two figures
//! *differ* only when they stand at the same place: the words beside them say so.

mod date;
mod name;
mod number;
mod place;
mod quote;
mod spelling;

use crate::align::link::SentenceId;
use crate::diff::WordAlignment;
use crate::mentions::Document;
use crate::mentions::MentionKind;
use crate::order;
use crate::span::Span;
use crate::text::Lexicon;
use place::Pair;

/// One fact of a pair of linked sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Fact {
    /// What it is about.
    pub kind: MentionKind,
    /// How the two sentences stand to each other in it.
    pub verdict: Verdict,
    /// Where the first sentence says it, in its article's text.
    pub a: Option<Span>,
    /// Where the second sentence says it, in its article's text.
    pub b: Option<Span>,
}

/// How two sentences stand to each other in one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Verdict {
    /// Both say the same, be it in another spelling or shorter.
    Agree,
    /// They say different things that can't both be the whole truth.
    Differ,
    /// They say it differently, but both can be true: another day of the same night, a vaguer figure, a quotation
    /// that is cut elsewhere or attributed to somebody else.
    ToldDifferently,
    /// Only the first says it.
    OnlyA,
    /// Only the second says it.
    OnlyB,
}

/// The facts of two linked sentences, in the order of the first, then what only the second has. A name that a
/// sentence repeats counts once. Swapping the sentences swaps the sides. Cost: the product of the numbers of mentions.
pub fn facts(
    lexicon: &Lexicon,
    a: (&Document, SentenceId),
    b: (&Document, SentenceId),
    words: &WordAlignment,
) -> Vec<Fact> {
    let pair = Pair::new(lexicon, a, b, words);
    let mut facts = number::facts(&pair);
    facts.extend(date::facts(&pair));
    let quotes = quote::facts(&pair);
    facts.extend(name::facts(&pair, &quotes));
    facts.extend(quotes);
    order::sort_by_key(&mut facts, |f| (f.a.is_none(), f.a, f.b, f.kind));
    facts
}
