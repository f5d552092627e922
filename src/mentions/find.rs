//! Finds the mentions of a document.
//!
//! In doubt this module finds nothing: a word that only looks like a name or a figure would later look like a fact.

use super::mention::{FoundMention, Mention, MentionValue};
use super::words::{Word, words};
use super::{find_dates, find_names, find_numbers, find_quotes};
use crate::language::{Language, Vocabulary};
use crate::order;
use crate::span::Span;
use crate::text::{Article, Lexicon, Sentence, Token, TokenKind};

/// Finds the mentions of a document, in order of sentence, first token, and length (longest first). Dates, numbers
/// and names don't overlap each other; they may stand inside quotations. Cost: linear in the tokens.
pub(super) fn find(
    article: &Article,
    language: Language,
    sentences: &[Sentence],
    tokens: &[Token],
    lexicon: &Lexicon,
) -> Vec<Mention> {
    let vocabulary = Vocabulary::of(language);
    let lines: Vec<Vec<Word>> =
        sentences.iter().map(|s| words(&article.text, s, tokens, lexicon, vocabulary)).collect();
    let evidence = find_names::Evidence::gather(&lines, vocabulary, lexicon.len());
    let quotes = find_quotes::find(article, sentences, &lines, vocabulary);
    let mut mentions = Vec::new();
    for (index, line) in (0..).zip(&lines) {
        let found = plain(line, &evidence, vocabulary);
        mentions.extend(found.into_iter().map(|(from, to, value)| mention(index, line, from, to, value)));
    }
    mentions.extend(quotes);
    order::sort_by_key(&mut mentions, |m| {
        (m.sentence, m.first_token, std::cmp::Reverse(m.end_token), m.kind())
    });
    mentions
}

/// Dates, numbers and names of one sentence, as ranges of its words.
fn plain(line: &[Word], evidence: &find_names::Evidence, vocabulary: &Vocabulary) -> Vec<FoundMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let hit =
            || find_dates::read(line, at, vocabulary).or_else(|| find_numbers::read(line, at, vocabulary));
        match line.get(at).filter(|word| begins(word, vocabulary)).and_then(|_| hit()) {
            Some(hit) => {
                at = hit.1.max(at + 1);
                found.push(hit);
            }
            None => at += 1,
        }
    }
    let names = find_names::read(line, &found, evidence, vocabulary);
    found.extend(names);
    found
}

/// Whether a date or number can begin with the word; most words need no closer look.
fn begins(word: &Word, vocabulary: &Vocabulary) -> bool {
    let is_plain = word.raw.bytes().all(|b| b.is_ascii_alphabetic());
    !is_plain || word.kind == TokenKind::Number || vocabulary.knows(word)
}

fn mention(sentence: u32, line: &[Word], from: usize, to: usize, value: MentionValue) -> Mention {
    let words = line.get(from..to).unwrap_or(&[]);
    let (first, last) = (words.first(), words.last());
    let first_token = first.map_or(0, |w| w.tokens.start);
    let end_token = last.map_or(first_token, |w| w.tokens.end);
    let start = first.map_or(Span::default(), |w| w.core);
    Mention { sentence, first_token, end_token, span: last.map_or(start, |w| start.cover(w.core)), value }
}
