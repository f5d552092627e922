//! Quotations held against each other, and who is said to have said them.

use super::fact::{Fact, Verdict};
use super::linked::{LinkedSentences, SentenceMentions, every, settle};
use super::name::{NameLikeness, likeness};
use crate::diff::lcs::common_subsequence;
use crate::mentions::{Mention, MentionKind, MentionValue, Name, Quote};
use crate::span::Span;
use crate::text::lexicon::TermId;

/// Quotations of which the shorter one shares less of its words (in a hundred) are two quotations.
const SAME_QUOTE_PERCENT: usize = 60;

/// Cut by no more than this share (in a hundred), a quotation is still the same.
const TRIMMED_PERCENT: usize = 20;

/// An attribution is held against another only when the quotation is this long, in words: nobody owns a catchword.
const ATTRIBUTED_WORDS: usize = 5;

/// What the two sentences quote, and as whose words.
pub(super) fn facts(pair: &LinkedSentences) -> Vec<Fact> {
    let (a, b) = (pair.a.of(MentionKind::Quote), pair.b.of(MentionKind::Quote));
    let matches = every(&a, &b, |ma, mb| {
        let (qa, qb) = (words(&pair.a, ma), words(&pair.b, mb));
        let common = common_subsequence(&qa, &qb);
        let shared = common.iter().filter(|pair| pair.is_some()).count();
        let enough = shared * 100 >= qa.len().min(qb.len()) * SAME_QUOTE_PERCENT && shared > 0;
        enough.then(|| (verdict(&common, qb.len()), shared))
    });
    let attributions: Vec<Fact> = matches
        .iter()
        .filter(|m| m.strength >= ATTRIBUTED_WORDS)
        .filter_map(|m| attribution(pair, a.get(m.a)?, b.get(m.b)?))
        .collect();
    let mut facts = settle(MentionKind::Quote, &a, &b, matches);
    facts.extend(attributions);
    facts
}

/// The terms of the words between the marks.
fn words(side: &SentenceMentions, mention: &Mention) -> Vec<TermId> {
    let Some(quote) = quote(mention) else { return Vec::new() };
    let tokens = side.document.tokens.get(quote.first_token as usize..quote.end_token as usize);
    tokens.unwrap_or(&[]).iter().filter(|t| t.kind.is_word()).map(|t| t.term).collect()
}

fn quote(mention: &Mention) -> Option<&Quote> {
    match &mention.value {
        MentionValue::Quote(quote) => Some(quote),
        _ => None,
    }
}

/// A quotation whose words were replaced in the middle is another one; one that is cut is told differently.
fn verdict(common: &[Option<usize>], b_len: usize) -> Verdict {
    let shared: Vec<(usize, usize)> =
        common.iter().enumerate().filter_map(|(i, j)| j.map(|j| (i, j))).collect();
    let replaced = shared.windows(2).any(|pair| match pair {
        [(i, j), (k, l)] => k - i > 1 && l - j > 1,
        _ => false,
    });
    let lost = common.len().max(b_len) - shared.len();
    if replaced {
        Verdict::Differ
    } else if lost * 100 <= common.len().max(b_len) * TRIMMED_PERCENT {
        Verdict::Agree
    } else {
        Verdict::ToldDifferently
    }
}

/// The two speakers of one quotation.
fn attribution(pair: &LinkedSentences, a: &Mention, b: &Mention) -> Option<Fact> {
    let (sa, sb) = (quote(a)?.speaker?, quote(b)?.speaker?);
    let (na, nb) = (speaker(&pair.a, sa), speaker(&pair.b, sb));
    let alike = likeness(pair.lexicon, &na, &nb) != NameLikeness::Other || shares_word(pair, &na, &nb);
    let verdict = if alike { Verdict::Agree } else { Verdict::ToldDifferently };
    Some(Fact { kind: MentionKind::Name, verdict, a: Some(sa), b: Some(sb) })
}

fn shares_word(pair: &LinkedSentences, a: &Name, b: &Name) -> bool {
    a.terms.iter().any(|t| b.terms.iter().any(|u| super::spelling::alike(pair.lexicon, *t, *u)))
}

/// The name within a speaker's span; its content words where there is none.
fn speaker(side: &SentenceMentions, span: Span) -> Name {
    let mut named = side.mentions.iter().filter(|m| span.contains(m.span)).filter_map(|m| match &m.value {
        MentionValue::Name(name) => Some(name.clone()),
        _ => None,
    });
    named.next_back().unwrap_or_else(|| {
        let inside = side.document.tokens.iter().filter(|t| span.contains(t.span) && t.kind.is_content());
        Name { terms: inside.map(|t| t.term).collect(), title: None, is_acronym: false }
    })
}
