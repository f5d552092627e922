//! Names held against each other.
//!
//! Most names of two linked sentences agree, in part or in another spelling. Two names *differ* only when each is the
//! other's counterpart beyond doubt: the word alignment pairs them, and the words on both sides of them too.

use super::fact::{Fact, Verdict};
use super::linked::{LinkedSentences, every, settle};
use super::spelling;
use crate::mentions::{Mention, MentionKind, MentionValue, Name};
use crate::span::Span;
use crate::text::lexicon::{Lexicon, TermId};

/// The strength of a match: the same name, then one that is part of the other, then another at the same place.
const SAME: usize = 300;
const PART: usize = 200;
const INSTEAD: usize = 100;

/// Names that share this share of the longer one's words (in a hundred) are one name.
const SHARED_PERCENT: usize = 60;

/// Who and what the two sentences name. Names that an attribution among `quotes` covers are not told again.
pub(super) fn facts(pair: &LinkedSentences, quotes: &[Fact]) -> Vec<Fact> {
    let attributed = |m: &Mention, side: fn(&Fact) -> Option<Span>| {
        quotes.iter().any(|f| f.kind == MentionKind::Name && side(f).is_some_and(|s| s.contains(m.span)))
    };
    let mut a = distinct(pair.lexicon, pair.a.of(MentionKind::Name));
    let mut b = distinct(pair.lexicon, pair.b.of(MentionKind::Name));
    a.retain(|m| !attributed(m, |f| f.a));
    b.retain(|m| !attributed(m, |f| f.b));
    let matches = every(&a, &b, |ma, mb| {
        let (na, nb) = (name(ma)?, name(mb)?);
        let context = pair.context(ma, mb) + pair.aligned(ma, mb);
        match likeness(pair.lexicon, na, nb) {
            NameLikeness::Same => Some((Verdict::Agree, SAME + context)),
            NameLikeness::Part => Some((Verdict::Agree, PART + context)),
            NameLikeness::Other if stands_for(pair, ma, mb) => Some((Verdict::Differ, INSTEAD + context)),
            NameLikeness::Other => None,
        }
    });
    let facts = settle(MentionKind::Name, &a, &b, matches);
    facts.into_iter().filter_map(|fact| found_elsewhere(pair, fact)).collect()
}

/// A name that only one side seems to have, held against the rest of the other sentence: it is dropped when that has
/// it in another form, and agrees when that has its last word without a sign that it is a name.
fn found_elsewhere(pair: &LinkedSentences, fact: Fact) -> Option<Fact> {
    let (own, other, span) = match fact.verdict {
        Verdict::OnlyA => (pair.a, pair.b, fact.a),
        Verdict::OnlyB => (pair.b, pair.a, fact.b),
        _ => return Some(fact),
    };
    let Some(this) = own.mentions.iter().find(|m| Some(m.span) == span).and_then(name) else {
        return Some(fact);
    };
    if other.mentions.iter().filter_map(name).any(|n| likeness(pair.lexicon, this, n) != NameLikeness::Other)
    {
        return None;
    }
    let Some(token) = this.terms.last().and_then(|term| other.word(*term)) else { return Some(fact) };
    let agree = Fact { verdict: Verdict::Agree, ..fact };
    Some(if fact.b.is_none() { Fact { b: Some(token), ..agree } } else { Fact { a: Some(token), ..agree } })
}

fn name(mention: &Mention) -> Option<&Name> {
    match &mention.value {
        MentionValue::Name(name) => Some(name),
        _ => None,
    }
}

/// Each name once, in its first and fullest form.
fn distinct<'m>(lexicon: &Lexicon, mentions: Vec<&'m Mention>) -> Vec<&'m Mention> {
    let mut kept: Vec<&Mention> = Vec::new();
    for mention in mentions {
        let same = |other: &Mention| {
            name(mention).zip(name(other)).is_some_and(|(x, y)| likeness(lexicon, x, y) == NameLikeness::Same)
        };
        if !kept.iter().any(|other| same(other)) {
            kept.push(mention);
        }
    }
    kept
}

/// How two names stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameLikeness {
    /// One name, be it spelled or shortened differently.
    Same,
    /// One is part of the other.
    Part,
    /// Different names.
    Other,
}

pub(super) fn likeness(lexicon: &Lexicon, a: &Name, b: &Name) -> NameLikeness {
    let (ta, tb) = (&a.terms, &b.terms);
    let shared = |x: &[TermId], y: &[TermId]| {
        x.iter().filter(|t| y.iter().any(|u| spelling::alike(lexicon, **t, *u))).count()
    };
    let (in_b, in_a) = (shared(ta, tb), shared(tb, ta));
    if (in_b == ta.len() && in_a == tb.len()) || abbreviated(lexicon, a, b) {
        return NameLikeness::Same;
    }
    let longer = ta.len().max(tb.len());
    if is_its_adjective(lexicon, ta, tb) || is_its_adjective(lexicon, tb, ta) {
        return NameLikeness::Other;
    }
    let alike_in_most = in_b.min(in_a) * 100 >= longer * SHARED_PERCENT && longer > 2;
    if in_b == ta.len() || in_a == tb.len() || alike_in_most {
        NameLikeness::Part
    } else {
        NameLikeness::Other
    }
}

/// Whether `short` is nothing but the adjective that opens a longer name: "Iranian" is not the Iranian Revolutionary
/// Guard.
fn is_its_adjective(lexicon: &Lexicon, short: &[TermId], long: &[TermId]) -> bool {
    match (short, long) {
        ([only], [first, _, ..]) => {
            let key = lexicon.normalized(*only);
            only == first && lexicon.rules(*only).has_adjective_ending(key)
        }
        _ => false,
    }
}

fn abbreviated(lexicon: &Lexicon, a: &Name, b: &Name) -> bool {
    let keys = |n: &Name| -> Vec<&str> { n.terms.iter().map(|t| lexicon.normalized(*t)).collect() };
    let (ka, kb) = (keys(a), keys(b));
    let one = |acronym: &[&str], words: &[&str]| match acronym {
        [acronym] => words.len() > 1 && spelling::abbreviates(acronym, words),
        _ => false,
    };
    spelling::is_alias(&ka, &kb) || one(&ka, &kb) || one(&kb, &ka)
}

/// Whether one name stands where the other does: their words pair up, and so do the words before and behind.
fn stands_for(pair: &LinkedSentences, a: &Mention, b: &Mention) -> bool {
    pair.aligned(a, b) > 0 && pair.is_enclosed(a, b)
}
