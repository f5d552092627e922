//! Quotations in the sentences of an article, and who is said to have said them.
//!
//! One that runs over several sentences gives a mention in each.

use super::mention::{Mention, MentionValue, Quote};
use super::words::Word;
use crate::language::Vocabulary;
use crate::span::Span;
use crate::text::quotation::{Quotation, quotations};
use crate::text::{Article, Sentence};
use std::ops::Range;

/// Finds the quotations of all sentences. Cost: linear.
pub(super) fn find(
    article: &Article,
    sentences: &[Sentence],
    lines: &[Vec<Word>],
    vocabulary: &Vocabulary,
) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut block = None;
    let mut base = 0;
    let mut found = Vec::new();
    for ((index, sentence), line) in (0..).zip(sentences).zip(lines) {
        if block != Some(sentence.block) {
            block = Some(sentence.block);
            let span = article.blocks.get(sentence.block as usize).map_or(Span::default(), |b| b.span);
            base = span.start as usize;
            found = quotations(span.of(&article.text));
        }
        let pieces = pieces(line, base, &found);
        for piece in &pieces {
            let speaker = speaker(line, &pieces, piece, vocabulary);
            mentions.extend(mention(index, line, piece, speaker));
        }
    }
    mentions
}

/// A stretch of words inside quotation marks; `outer` includes the marks.
struct QuotedWords {
    is_single: bool,
    outer: Range<usize>,
    inner: Range<usize>,
}

/// What one sentence holds of the quotations of its block, which begins at byte `base` of the text.
fn pieces(line: &[Word], base: usize, quotations: &[Quotation]) -> Vec<QuotedWords> {
    let start = |word: &Word| word.core.start as usize;
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return Vec::new() };
    let from = quotations.partition_point(|q| base + q.outer.end <= start(first));
    let reached =
        quotations.get(from..).unwrap_or(&[]).iter().take_while(|q| base + q.outer.start <= start(last));
    let words = |range: &Range<usize>| {
        let at = |place: usize| line.partition_point(|word| start(word) < base + place);
        at(range.start)..at(range.end)
    };
    let pieces = reached.map(|q| QuotedWords {
        is_single: q.is_single(),
        outer: words(&q.outer),
        inner: words(&q.inner),
    });
    let says_something =
        |p: &QuotedWords| line.get(p.inner.clone()).is_some_and(|w| w.iter().any(Word::is_word));
    pieces.filter(says_something).collect()
}

fn mention(sentence: u32, line: &[Word], piece: &QuotedWords, speaker: Option<Span>) -> Option<Mention> {
    let outer = line.get(piece.outer.clone())?;
    let inner = line.get(piece.inner.clone())?;
    let (first, last) = (outer.first()?, outer.last()?);
    let quote = Quote {
        first_token: inner.first()?.tokens.start,
        end_token: inner.last()?.tokens.end,
        is_single: piece.is_single,
        speaker,
    };
    Some(Mention {
        sentence,
        first_token: first.tokens.start,
        end_token: last.tokens.end,
        span: first.core.cover(last.core),
        value: MentionValue::Quote(quote),
    })
}

/// Longest name of a speaker, in words.
const SPEAKER_WORDS: usize = 8;

/// Who said the piece: the subject of the verb of saying that stands nearest to it in the sentence.
fn speaker(
    line: &[Word],
    pieces: &[QuotedWords],
    piece: &QuotedWords,
    vocabulary: &Vocabulary,
) -> Option<Span> {
    let quoted = |at: usize| pieces.iter().any(|p| p.outer.contains(&at));
    let speaks =
        |at: &usize| !quoted(*at) && (is_source(line, *at, vocabulary) || is_speech(line, *at, vocabulary));
    let distance = |at: usize| {
        if at < piece.outer.start { piece.outer.start - at } else { at - piece.outer.end.min(at) }
    };
    let has = |field: &str, at: usize| line.get(at).is_some_and(|w| vocabulary.has(field, w));
    let verb = (0..line.len()).filter(speaks).min_by_key(|&at| (distance(at), at))?;
    let source = vocabulary.phrase("source", line, verb).map(|(len, _)| verb + len);
    let next = source.unwrap_or(verb + 1);
    let first = verb - (0..verb).rev().take_while(|&at| has("auxiliary", at)).count();
    let is_comma = |at: usize| line.get(at).is_some_and(|w| w.raw == ",");
    let follows_quote =
        first.checked_sub(1).is_some_and(|at| quoted(at) || (is_comma(at) && at > 0 && quoted(at - 1)));
    if source.is_some() || follows_quote {
        return subject(line, next..next_stop(line, next, &quoted), vocabulary);
    }
    let nearest = previous_stop(line, verb, &quoted);
    if nearest < verb {
        return subject(line, nearest..verb, vocabulary);
    }
    // "Name, who is this and that, said": the subject stands before the inserted clause.
    let first = (0..verb).find(|&at| !quoted(at)).filter(|_| !quoted(0)).unwrap_or(verb);
    subject(line, first..next_stop(line, first, &quoted).min(verb), vocabulary)
}

/// Whether the word is a verb of saying; a capital would make it part of a name ("States").
fn is_speech(line: &[Word], at: usize, vocabulary: &Vocabulary) -> bool {
    line.get(at).is_some_and(|w| vocabulary.has("speech", w) && !w.is_capitalized())
}

/// Whether "according to" or the like begins at the word.
fn is_source(line: &[Word], at: usize, vocabulary: &Vocabulary) -> bool {
    vocabulary.phrase("source", line, at).is_some()
}

fn is_stop(word: &Word) -> bool {
    matches!(word.raw, "," | ";" | ":" | "—" | "–" | "(" | ")") && !word.is_joint()
}

fn next_stop(line: &[Word], from: usize, quoted: &impl Fn(usize) -> bool) -> usize {
    (from..line.len()).find(|&i| quoted(i) || line.get(i).is_none_or(is_stop)).unwrap_or(line.len())
}

fn previous_stop(line: &[Word], to: usize, quoted: &impl Fn(usize) -> bool) -> usize {
    (0..to).rev().find(|&i| quoted(i) || line.get(i).is_none_or(is_stop)).map_or(0, |i| i + 1)
}

/// The words of `range` that name a speaker: a noun phrase with its determiner, or a name. A medium ("a statement
/// from …") is left out, a pronoun names nobody.
fn subject(line: &[Word], range: Range<usize>, vocabulary: &Vocabulary) -> Option<Span> {
    let has = |field: &str, at: usize| line.get(at).is_some_and(|w| vocabulary.has(field, w));
    let mut start = range.start;
    if let Some(from) =
        range.clone().rev().find(|&at| has("from", at) && at > range.start && has("medium", at - 1))
    {
        start = from + 1;
    }
    let begins =
        |at: usize| has("determiner", at) || line.get(at).is_some_and(|w| w.is_capitalized() && w.is_word());
    let start = (start..range.end).find(|&at| begins(at))?;
    if has("pronoun", start) || has("medium", start) || has("medium", start + 1) {
        return None;
    }
    let is_verb_or_link = |at: usize| {
        (has("speech", at) && !line.get(at).is_some_and(Word::is_capitalized))
            || has("medium-in", at)
            || !line.get(at).is_some_and(|w| w.is_word() || w.is_joint())
    };
    let end = (start + 1..range.end.min(start + SPEAKER_WORDS))
        .find(|&at| is_verb_or_link(at))
        .unwrap_or(range.end.min(start + SPEAKER_WORDS));
    let (first, last) = (line.get(start)?, line.get(end.checked_sub(1)?)?);
    let names_somebody = line.get(start..end)?.iter().any(|w| w.kind.is_content());
    names_somebody.then(|| first.core.cover(last.core))
}
