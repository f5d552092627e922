//! Numbers, names, dates and quotations of two linked sentences, held against each other.
//!
//! In doubt this module says nothing: a false alarm about a figure costs more trust than a missed one. So two figures
//! *differ* only when they stand at the same place: the words beside them say so.

mod date;
mod fact;
mod linked;
mod name;
mod number;
mod quote;
mod spelling;

use crate::align::link::SentenceId;
use crate::diff::WordAlignment;
use crate::mentions::Document;
use crate::order;
use crate::text::Lexicon;
pub use fact::{Fact, Verdict};
use linked::LinkedSentences;

/// The facts of two linked sentences, in the order of the first, then what only the second has. A name that a
/// sentence repeats counts once. Swapping the sentences swaps the sides. Cost: the product of the numbers of mentions.
pub fn facts(
    lexicon: &Lexicon,
    a: (&Document, SentenceId),
    b: (&Document, SentenceId),
    words: &WordAlignment,
) -> Vec<Fact> {
    let pair = LinkedSentences::new(lexicon, a, b, words);
    let mut facts = number::facts(&pair);
    facts.extend(date::facts(&pair));
    let quotes = quote::facts(&pair);
    facts.extend(name::facts(&pair, &quotes));
    facts.extend(quotes);
    order::sort_by_key(&mut facts, |f| (f.a.is_none(), f.a, f.b, f.kind));
    facts
}
