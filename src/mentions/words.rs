//! The tokens of a sentence, seen the way mentions need them: without white space, and with what stands beside them.

use crate::language::Vocabulary;
use crate::language::table::TableEntry;
use crate::span::Span;
use crate::text::{Lexicon, Sentence, TermId, Token, TokenKind};
use crate::unicode::fold;
use std::ops::Range;

/// A visible token.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    /// Its tokens, as indices into the document's; two where an abbreviation's full stop belongs to it.
    pub tokens: Range<u32>,
    /// As written.
    pub raw: &'t str,
    /// Without case and accents, with plain apostrophes, without possessive and final stop.
    pub lower: String,
    /// What the vocabulary lists that begins with it.
    pub listed: Vec<&'static TableEntry>,
    /// Its value, if it is a number word.
    pub number: Option<u64>,
    /// Where it stands, without the possessive.
    pub core: Span,
    /// Its normalized form.
    pub term: TermId,
    /// The same as text.
    pub normalized: &'t str,
    /// What it is.
    pub kind: TokenKind,
    /// Whether it stands right behind the word before it, without white space.
    pub glued: bool,
    /// Whether it ends in a possessive.
    pub possessive: bool,
}

impl Word<'_> {
    /// Whether it is read aloud.
    pub(super) fn is_word(&self) -> bool {
        self.kind.is_word()
    }

    /// Whether it begins with a capital letter.
    pub(super) fn is_capitalized(&self) -> bool {
        self.raw.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is written in capitals, and long enough for that to say something.
    pub(super) fn is_acronym(&self) -> bool {
        let letters = || self.core_text().chars().filter(|c| c.is_alphabetic());
        letters().count() >= 2
            && letters().filter(|c| c.is_uppercase()).count() >= 2
            && !letters().any(char::is_lowercase)
    }

    /// The text without possessive.
    pub(super) fn core_text(&self) -> &str {
        self.raw.get(..self.core.len()).unwrap_or(self.raw)
    }

    /// Whether it is a hyphen or dash that joins its neighbours.
    pub(super) fn is_joint(&self) -> bool {
        self.glued && matches!(self.raw, "-" | "\u{2010}" | "\u{2011}" | "\u{2013}")
    }

    /// Whether it begins with a digit.
    pub(super) fn is_digits(&self) -> bool {
        self.raw.chars().next().is_some_and(|c| c.is_ascii_digit())
    }
}

/// The words of one sentence, its dateline left out.
pub(super) fn words<'t>(
    text: &'t str,
    sentence: &Sentence,
    tokens: &[Token],
    lexicon: &'t Lexicon,
    vocabulary: &'static Vocabulary,
) -> Vec<Word<'t>> {
    let mut words: Vec<Word<'t>> = Vec::new();
    let mut end = 0;
    for index in sentence.token_range() {
        let Some(token) = tokens.get(index).filter(|t| t.kind != TokenKind::Space) else { continue };
        if token.span.start < sentence.dateline.end {
            continue;
        }
        let glued = token.span.start == end && end > 0;
        end = token.span.end;
        let raw = token.span.of(text);
        let at = u32::try_from(index).unwrap_or(u32::MAX);
        if raw == "."
            && glued
            && let Some(last) = words.last_mut().filter(|w| takes_stop(w, vocabulary))
        {
            last.tokens.end = at.saturating_add(1);
            last.core = last.core.cover(token.span);
            last.raw = last.core.of(text);
            continue;
        }
        words.push(word(text, token, at, glued, lexicon, vocabulary));
    }
    words
}

fn word<'t>(
    text: &'t str,
    token: &Token,
    at: u32,
    glued: bool,
    lexicon: &'t Lexicon,
    vocabulary: &'static Vocabulary,
) -> Word<'t> {
    let span = token.span;
    let raw = span.of(text);
    let lower = fold(raw);
    let cut =
        ["'s", "'"].iter().find_map(|suffix| lower.strip_suffix(suffix)).filter(|rest| !rest.is_empty());
    let possessive = cut.is_some_and(|rest| !vocabulary.is_elision(rest)) && token.kind.is_word();
    let lower = cut.filter(|_| possessive).unwrap_or(&lower).trim_end_matches('.').to_owned();
    let core = if possessive { possessive_core(raw, span) } else { span };
    let is_read = token.kind.is_word();
    Word {
        tokens: at..at.saturating_add(1),
        raw,
        listed: vocabulary.listed(&lower),
        number: if is_read { vocabulary.number_word(&lower) } else { None },
        lower,
        core,
        term: token.term,
        normalized: lexicon.normalized(token.term),
        kind: token.kind,
        glued,
        possessive,
    }
}

/// The span without a possessive ending.
fn possessive_core(raw: &str, span: Span) -> Span {
    let rest = raw.trim_end_matches(['s', 'S']);
    let rest =
        rest.strip_suffix(['\'', '\u{2019}']).or_else(|| raw.strip_suffix(['\'', '\u{2019}'])).unwrap_or(raw);
    Span::new(span.start as usize, span.start as usize + rest.len())
}

/// Whether a full stop right behind the word belongs to it.
fn takes_stop(word: &Word, vocabulary: &Vocabulary) -> bool {
    let is_initial = word.raw.chars().count() == 1 && word.is_capitalized();
    let short = word.raw.chars().count() <= 5 && word.kind.is_word() && !word.raw.ends_with('.');
    short
        && (is_initial
            || word.raw.contains('.')
            || ["title", "month-short", "weekday"]
                .iter()
                .any(|f| vocabulary.of_field(f, &word.listed).any(TableEntry::is_word)))
}
