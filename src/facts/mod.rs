//! Stage 7: numbers, names, dates and quotations of two linked sentences, held against each other.
//!
//! In doubt this module says nothing: a false alarm about a figure costs more trust than a missed one.

use crate::align::link::SentenceId;
use crate::diff::WordAlignment;
use crate::span::Span;
use crate::text::mentions::MentionKind;
use crate::text::{Document, Lexicon};

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
pub enum Verdict {
    /// Both say the same.
    Agree,
    /// They say different things that can't both be the whole truth.
    Differ,
    /// They say it differently, but both can be true.
    ToldDifferently,
    /// Only the first says it.
    OnlyA,
    /// Only the second says it.
    OnlyB,
}

/// The facts of two linked sentences, in the order of the first, then what only the second has.
pub fn facts(
    lexicon: &Lexicon,
    a: (&Document, SentenceId),
    b: (&Document, SentenceId),
    _words: &WordAlignment,
) -> Vec<Fact> {
    let numbers = |(document, id): (&Document, SentenceId)| -> Vec<(String, Span)> {
        let mentions =
            document.mentions_of(id.sentence as usize).iter().filter(|m| m.kind() == MentionKind::Number);
        let key = |at: u32| document.tokens.get(at as usize).map_or("", |t| lexicon.key(t.term)).to_owned();
        mentions.map(|m| (key(m.first_token), m.span)).collect()
    };
    let (na, nb) = (numbers(a), numbers(b));
    let fact = |verdict, a, b| Fact { kind: MentionKind::Number, verdict, a, b };
    let mut facts: Vec<Fact> = na
        .iter()
        .map(|(key, span)| match nb.iter().find(|(other, _)| other == key) {
            Some((_, other)) => fact(Verdict::Agree, Some(*span), Some(*other)),
            None => fact(Verdict::OnlyA, Some(*span), None),
        })
        .collect();
    let only_b = nb.iter().filter(|(key, _)| !na.iter().any(|(other, _)| other == key));
    facts.extend(only_b.map(|(_, span)| fact(Verdict::OnlyB, None, Some(*span))));
    facts
}
