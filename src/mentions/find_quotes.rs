//! Quotations: what stands between quotation marks of any style, and who is said to have said it.
//!
//! A quotation that is not closed ends with its block. One that runs over several sentences gives a mention in each.

use super::mention::{Mention, MentionValue, Quote};
use super::words::Word;
use crate::language::Vocabulary;
use crate::span::Span;
use crate::text::Sentence;
use std::ops::Range;

/// An open quotation: its closing mark, and how deep other quotations stand in it.
struct Open {
    close: &'static [&'static str],
    depth: u32,
    mark: String,
}

/// Opening marks, and what closes each. German and Danish turn the guillemets round, Swedish and Finnish open with
/// the closing mark; so a mark that can close only closes when something is open.
const MARKS: [(&str, &[&str]); 12] = [
    ("\u{201c}", &["\u{201d}", "\""]),
    ("\u{201e}", &["\u{201c}", "\u{201d}", "\""]),
    ("\u{201d}", &["\u{201d}"]),
    ("\"", &["\"", "\u{201d}"]),
    ("«", &["»"]),
    ("»", &["«", "»"]),
    ("‹", &["›"]),
    ("›", &["‹"]),
    ("「", &["」"]),
    ("『", &["』"]),
    ("\u{2018}", &["\u{2019}"]),
    ("'", &["'", "\u{2019}"]),
];

/// Finds the quotations of all sentences.
pub(super) fn find(sentences: &[Sentence], lines: &[Vec<Word>], vocabulary: &Vocabulary) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut open: Option<Open> = None;
    let mut block = None;
    for ((index, sentence), line) in (0..).zip(sentences).zip(lines) {
        if block != Some(sentence.block) {
            (block, open) = (Some(sentence.block), None);
        }
        let pieces = pieces(line, &mut open);
        for piece in &pieces {
            let speaker = speaker(line, &pieces, piece, vocabulary);
            mentions.extend(mention(index, line, piece, speaker));
        }
    }
    mentions
}

/// A stretch of words inside quotation marks; `outer` includes the marks.
struct Piece {
    outer: Range<usize>,
    inner: Range<usize>,
}

/// The quotations of one sentence; `open` is carried on to the next.
fn pieces(line: &[Word], open: &mut Option<Open>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = open.as_ref().map(|_| (0, 0));
    for at in 0..line.len() {
        let Some(word) = line.get(at) else { break };
        match open {
            None => {
                if let Some(found) = opening(line, at) {
                    *open = Some(found);
                    start = Some((at, at + 1));
                }
            }
            Some(quote) => {
                if closes(line, at, quote) {
                    if let Some((outer, inner)) = start.take() {
                        pieces.push(Piece { outer: outer..at + 1, inner: inner..at });
                    }
                    *open = None;
                } else if word.raw == quote.mark && quote.close.iter().all(|c| *c != quote.mark) {
                    quote.depth += 1;
                }
            }
        }
    }
    if let Some((outer, inner)) = start {
        pieces.push(Piece { outer: outer..line.len(), inner: inner..line.len() });
    }
    pieces.retain(|p| line.get(p.inner.clone()).is_some_and(|words| words.iter().any(Word::is_word)));
    pieces
}

fn opening(line: &[Word], at: usize) -> Option<Open> {
    let word = line.get(at)?;
    let (mark, close) = MARKS.iter().find(|(mark, _)| *mark == word.raw)?;
    let next = line.get(at + 1)?;
    let before = at.checked_sub(1).and_then(|i| line.get(i));
    let behind_word = word.glued && before.is_some_and(Word::is_word);
    // An apostrophe stands behind a letter, or before a year.
    let is_apostrophe = matches!(*mark, "'" | "\u{2018}") && (behind_word || !next.glued || next.is_digits());
    let is_stray = matches!(*mark, "\u{201d}" | "»" | "›") && (behind_word || !next.glued);
    (!is_apostrophe && !is_stray).then(|| Open { close, depth: 0, mark: (*mark).to_owned() })
}

/// Whether the word at `at` closes the quotation.
fn closes(line: &[Word], at: usize, open: &mut Open) -> bool {
    let Some(word) = line.get(at) else { return false };
    if !open.close.contains(&word.raw) {
        return false;
    }
    let next_glued = line.get(at + 1).is_some_and(|w| w.glued && w.is_word());
    if matches!(word.raw, "'" | "\u{2019}") && (next_glued || !word.glued) {
        return false;
    }
    if open.depth > 0 {
        open.depth -= 1;
        return false;
    }
    true
}

fn mention(sentence: u32, line: &[Word], piece: &Piece, speaker: Option<Span>) -> Option<Mention> {
    let outer = line.get(piece.outer.clone())?;
    let inner = line.get(piece.inner.clone())?;
    let (first, last) = (outer.first()?, outer.last()?);
    let quote =
        Quote { first_token: inner.first()?.tokens.start, end_token: inner.last()?.tokens.end, speaker };
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
fn speaker(line: &[Word], pieces: &[Piece], piece: &Piece, vocabulary: &Vocabulary) -> Option<Span> {
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
