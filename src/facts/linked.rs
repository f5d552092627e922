//! Whether two mentions stand at the same place of their sentences.

use super::fact::{Fact, Verdict};
use crate::align::link::SentenceId;
use crate::diff::WordAlignment;
use crate::mentions::Document;
use crate::mentions::{Mention, MentionKind};
use crate::order;
use crate::span::Span;
use crate::text::{Lexicon, TermId, Token, TokenKind};
use std::ops::Range;

/// Two linked sentences with their mentions and the words that stand for each other.
pub(super) struct LinkedSentences<'p> {
    pub lexicon: &'p Lexicon,
    pub a: SentenceMentions<'p>,
    pub b: SentenceMentions<'p>,
    /// Content words that stand for each other, as indices of the documents' tokens, in order.
    words: Vec<(u32, u32)>,
}

/// One sentence of a pair.
#[derive(Clone, Copy)]
pub(super) struct SentenceMentions<'p> {
    pub document: &'p Document,
    pub mentions: &'p [Mention],
    first_token: u32,
    end_token: u32,
}

/// Words this near to a mention, in tokens with the white space between them, show what it is about.
const REACH: u32 = 8;

/// A sentence with more mentions of one kind is a list; what stands behind these is not compared, because each is
/// held against each of the other sentence.
const MOST_MENTIONS: usize = 100;

impl<'p> SentenceMentions<'p> {
    fn new((document, id): (&'p Document, SentenceId)) -> Self {
        let sentence = id.sentence as usize;
        let tokens = document.sentences.get(sentence).map_or(0..0, |s| s.first_token..s.end_token);
        Self {
            document,
            mentions: document.mentions_of(sentence),
            first_token: tokens.start,
            end_token: tokens.end,
        }
    }

    /// The mentions of one kind, the first [`MOST_MENTIONS`].
    pub(super) fn of(&self, kind: MentionKind) -> Vec<&'p Mention> {
        self.mentions.iter().filter(|m| m.kind() == kind).take(MOST_MENTIONS).collect()
    }

    /// The token of a mention that holds its figure.
    pub(super) fn figure(&self, mention: &Mention) -> Option<u32> {
        tokens(mention).find(|&i| self.token(i).is_some_and(|t| t.kind == TokenKind::Number))
    }

    /// Where the sentence has the term, outside its names.
    pub(super) fn word(&self, term: TermId) -> Option<Span> {
        let tokens = self.document.tokens.get(self.first_token as usize..self.end_token as usize)?;
        let is_named = |span: Span| self.of(MentionKind::Name).iter().any(|m| m.span.overlaps(span));
        tokens.iter().find(|t| t.term == term && t.kind.is_content() && !is_named(t.span)).map(|t| t.span)
    }

    fn content_before(&self, mention: &Mention) -> Option<u32> {
        (self.first_token..mention.first_token).rev().find(|&i| self.is_content(i))
    }

    fn content_behind(&self, mention: &Mention) -> Option<u32> {
        (mention.end_token..self.end_token).find(|&i| self.is_content(i))
    }

    fn token(&self, index: u32) -> Option<&'p Token> {
        self.document.tokens.get(index as usize)
    }

    fn is_content(&self, token: u32) -> bool {
        self.token(token).is_some_and(|t| t.kind.is_content())
    }
}

impl<'p> LinkedSentences<'p> {
    pub(super) fn new(
        lexicon: &'p Lexicon,
        a: (&'p Document, SentenceId),
        b: (&'p Document, SentenceId),
        words: &WordAlignment,
    ) -> Self {
        let (a, b) = (SentenceMentions::new(a), SentenceMentions::new(b));
        let place = |side: &SentenceMentions, token: u32| side.first_token.saturating_add(token);
        let words = words.pairs.iter().map(|p| (place(&a, p.a), place(&b, p.b)));
        let words = words.filter(|&(i, j)| a.is_content(i) && b.is_content(j)).collect();
        Self { lexicon, a, b, words }
    }

    /// How many content words of the two mentions stand for each other.
    pub(super) fn aligned(&self, a: &Mention, b: &Mention) -> usize {
        self.count(&tokens(a), &tokens(b))
    }

    /// How many content words right beside the two mentions stand for each other.
    pub(super) fn context(&self, a: &Mention, b: &Mention) -> usize {
        let before = |m: &Mention| m.first_token.saturating_sub(REACH)..m.first_token;
        let behind = |m: &Mention| m.end_token..m.end_token.saturating_add(REACH);
        let around = |m: &Mention| m.first_token.saturating_sub(REACH)..m.end_token.saturating_add(REACH);
        let all = self.count(&around(a), &around(b));
        let inside =
            self.count(&tokens(a), &around(b)) + self.count(&around(a), &tokens(b)) - self.aligned(a, b);
        let same_order = self.count(&before(a), &before(b)) + self.count(&behind(a), &behind(b));
        all.saturating_sub(inside).max(same_order)
    }

    /// Whether the content words next to the two mentions stand for each other, before or behind both.
    pub(super) fn follows(&self, a: &Mention, b: &Mention) -> bool {
        let before = self.a.content_before(a).zip(self.b.content_before(b));
        let behind = self.a.content_behind(a).zip(self.b.content_behind(b));
        [before, behind].into_iter().flatten().any(|(i, j)| self.are_aligned(i, j))
    }

    /// Whether the content words next to the two mentions stand for each other on both sides; the sentence's ends
    /// count as words that do.
    pub(super) fn is_enclosed(&self, a: &Mention, b: &Mention) -> bool {
        let same = |x: Option<u32>, y: Option<u32>| match (x, y) {
            (Some(i), Some(j)) => self.are_aligned(i, j),
            (None, None) => true,
            _ => false,
        };
        same(self.a.content_before(a), self.b.content_before(b))
            && same(self.a.content_behind(a), self.b.content_behind(b))
    }

    /// Whether two tokens stand for each other.
    pub(super) fn are_aligned(&self, a: u32, b: u32) -> bool {
        self.words.binary_search(&(a, b)).is_ok()
    }

    fn count(&self, a: &Range<u32>, b: &Range<u32>) -> usize {
        let from = self.words.partition_point(|(i, _)| *i < a.start);
        let of_a = self.words.get(from..).unwrap_or(&[]).iter().take_while(|(i, _)| *i < a.end);
        of_a.filter(|(_, j)| b.contains(j)).count()
    }
}

fn tokens(mention: &Mention) -> Range<u32> {
    mention.first_token..mention.end_token
}

/// How one mention of each side stand to each other, and how sure it is that they belong together.
#[derive(Clone, Copy)]
pub(super) struct MentionMatch {
    pub a: usize,
    pub b: usize,
    pub verdict: Verdict,
    pub strength: usize,
}

/// Gives each mention at most one partner, the strongest first, and turns the rest into what only one side says.
pub(super) fn settle(
    kind: MentionKind,
    a: &[&Mention],
    b: &[&Mention],
    mut matches: Vec<MentionMatch>,
) -> Vec<Fact> {
    order::sort_by_key(&mut matches, |m| (std::cmp::Reverse(m.strength), m.a + m.b, m.a.abs_diff(m.b), m.a));
    let (mut taken_a, mut taken_b) = (vec![false; a.len()], vec![false; b.len()]);
    let mut facts = Vec::new();
    for m in matches {
        let (Some(ma), Some(mb)) = (a.get(m.a), b.get(m.b)) else { continue };
        let (Some(ta), Some(tb)) = (taken_a.get_mut(m.a), taken_b.get_mut(m.b)) else { continue };
        if !*ta && !*tb {
            (*ta, *tb) = (true, true);
            facts.push(Fact { kind, verdict: m.verdict, a: Some(ma.span), b: Some(mb.span) });
        }
    }
    let rest = |mentions: &[&Mention], taken: &[bool]| -> Vec<_> {
        mentions.iter().zip(taken).filter(|(_, taken)| !**taken).map(|(m, _)| m.span).collect()
    };
    let only_a =
        rest(a, &taken_a).into_iter().map(|s| Fact { kind, verdict: Verdict::OnlyA, a: Some(s), b: None });
    facts.extend(only_a);
    let only_b =
        rest(b, &taken_b).into_iter().map(|s| Fact { kind, verdict: Verdict::OnlyB, a: None, b: Some(s) });
    facts.extend(only_b);
    facts
}

/// Every mention of one side with every mention of the other.
pub(super) fn every<T>(
    a: &[T],
    b: &[T],
    mut judge: impl FnMut(&T, &T) -> Option<(Verdict, usize)>,
) -> Vec<MentionMatch> {
    let mut matches = Vec::new();
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            matches.extend(judge(x, y).map(|(verdict, strength)| MentionMatch {
                a: i,
                b: j,
                verdict,
                strength,
            }));
        }
    }
    matches
}
