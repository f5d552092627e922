//! Names of persons, places and organisations: runs of capitalised words, with titles of persons kept apart.
//!
//! A capital at the start of a sentence, or in a headline that capitalises everything, proves nothing: such a word
//! counts as a name only when the article writes it with a capital elsewhere too, or another sign speaks for it.

use super::mention::{FoundMention, MentionValue, Name};
use super::words::Word;
use crate::language::Vocabulary;
use crate::span::Span;
use crate::text::{TermId, TokenKind};

/// How the article writes its words elsewhere.
pub(super) struct Evidence {
    /// By term: the words that it capitalises where nothing else asks for a capital.
    names: Vec<bool>,
    /// By term: the words that it writes small.
    small: Vec<bool>,
}

/// Sentences with fewer content words are not judged to be in title case.
const TITLE_CASE_WORDS: usize = 4;

impl Evidence {
    /// Looks through all sentences of an article. There are `terms` terms.
    pub(super) fn gather(lines: &[Vec<Word>], vocabulary: &Vocabulary, terms: usize) -> Self {
        let mut evidence = Self { names: vec![false; terms], small: vec![false; terms] };
        let nouns_too = vocabulary.is("calendar", "nouns");
        for line in lines {
            let all = is_title_case(line);
            for (at, word) in line.iter().enumerate().filter(|(_, w)| w.is_word()) {
                let list = if !word.is_capitalized() {
                    &mut evidence.small
                } else if !all
                    && !word.is_acronym()
                    && word.kind == TokenKind::Word
                    && if nouns_too { has_neighbour(line, at, vocabulary) } else { !opens(line, at) }
                {
                    &mut evidence.names
                } else {
                    continue;
                };
                if let Some(known) = list.get_mut(word.term.0 as usize) {
                    *known = true;
                }
            }
        }
        evidence
    }

    fn is_name(&self, word: &Word) -> bool {
        self.names.get(word.term.0 as usize).is_some_and(|known| *known)
    }

    fn is_small(&self, word: &Word) -> bool {
        self.small.get(word.term.0 as usize).is_some_and(|known| *known)
    }
}

/// In languages that capitalise nouns, a name shows by another capital beside it, or a title before it.
fn has_neighbour(line: &[Word], at: usize, vocabulary: &Vocabulary) -> bool {
    let before = at.checked_sub(1).and_then(|i| line.get(i));
    let title = before.is_some_and(|w| vocabulary.has("title", w));
    let is_noun_phrase = |w: &Word| vocabulary.has("determiner", w);
    let determined = before.is_some_and(is_noun_phrase)
        || at
            .checked_sub(2)
            .and_then(|i| line.get(i))
            .is_some_and(|w| before.is_some_and(Word::is_capitalized) && is_noun_phrase(w));
    let next = line.get(at + 1).is_some_and(Word::is_capitalized);
    let previous = before.is_some_and(|w| w.is_capitalized() && w.is_word());
    title || ((next || previous) && !determined)
}

/// Whether every content word of the sentence is capitalised, as in some newsrooms' headlines.
fn is_title_case(line: &[Word]) -> bool {
    let letters =
        |w: &&Word| w.kind == TokenKind::Word && w.raw.chars().next().is_some_and(char::is_alphabetic);
    let mut words = line.iter().filter(letters);
    line.iter().filter(letters).count() >= TITLE_CASE_WORDS && words.all(Word::is_capitalized)
}

/// Whether the word begins a sentence or a quotation, where every word has a capital.
fn opens(line: &[Word], at: usize) -> bool {
    let before = line.get(..at).unwrap_or(&[]).iter().rev();
    match before.clone().next() {
        None => true,
        Some(word) if word.is_word() => false,
        Some(word) => {
            let ends = matches!(word.raw, "." | "!" | "?" | ":" | "…" | "•" | "—" | "|");
            ends || (!word.is_joint() && !matches!(word.raw, "," | ";" | ")" | "%" | "&" | "/"))
        }
    }
}

/// Finds the names of one sentence outside its dates.
pub(super) fn read(
    line: &[Word],
    found: &[FoundMention],
    evidence: &Evidence,
    vocabulary: &Vocabulary,
) -> Vec<FoundMention> {
    let scene = NameReader { line, found, evidence, vocabulary, all_capitalized: is_title_case(line) };
    let mut names = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let end = scene.run_end(at);
        if end > at {
            scene.split(at, end, &mut names);
        }
        at = end.max(at + 1);
    }
    names
}

/// One sentence and what helps to read it.
struct NameReader<'s, 't> {
    line: &'s [Word<'t>],
    found: &'s [FoundMention],
    evidence: &'s Evidence,
    vocabulary: &'s Vocabulary,
    all_capitalized: bool,
}

impl<'t> NameReader<'_, 't> {
    fn word(&self, at: usize) -> Option<&Word<'t>> {
        self.line.get(at)
    }

    fn has(&self, field: &str, at: usize) -> bool {
        self.word(at).is_some_and(|w| self.vocabulary.has(field, w))
    }

    fn is_title(&self, at: usize) -> bool {
        self.has("title", at)
            && self.word(at).is_some_and(Word::is_capitalized)
            && !self.has("organisation", at + 1)
    }

    /// Whether the word can be part of a name.
    fn is_name(&self, at: usize) -> bool {
        let Some(word) = self.word(at).filter(|w| w.is_word() && w.is_capitalized()) else { return false };
        let is_dated = || {
            self.found
                .iter()
                .any(|(from, to, v)| (*from..*to).contains(&at) && matches!(v, MentionValue::Date(_)))
        };
        if self.has("not-name", at) || is_dated() {
            return false;
        }
        if word.is_acronym() {
            return !self.all_capitalized || self.evidence.is_name(word) || word.raw.len() <= 4;
        }
        let nouns_too = self.vocabulary.is("calendar", "nouns");
        if word.kind == TokenKind::StopWord {
            // "The Guardian", "Den Haag", where no sentence begins.
            let plain = self.all_capitalized || nouns_too || opens(self.line, at);
            return !plain
                && self.word(at + 1).is_some_and(|w| w.is_capitalized() && w.kind == TokenKind::Word);
        }
        if nouns_too && self.is_unit(at) {
            return false;
        }
        if self.all_capitalized || nouns_too {
            return self.evidence.is_name(word) || (nouns_too && self.is_title(at) && self.is_name(at + 1));
        }
        !opens(self.line, at) || self.evidence.is_name(word) || self.is_title(at) || self.opens_name(at)
    }

    /// Whether the word only counts or measures.
    fn is_unit(&self, at: usize) -> bool {
        ["money", "magnitude", "percent", "period", "person", "part"].iter().any(|field| self.has(field, at))
    }

    /// Whether the first word of a sentence looks like the first word of a name: a capital follows, and nothing
    /// says that it is a plain word.
    fn opens_name(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        let plain = self.evidence.is_small(word)
            || self.has("opener", at)
            || self.vocabulary.ends_in("opener-ends", &word.lower)
            || word.number.is_some();
        !plain
            && !word.possessive
            && self.word(at + 1).is_some_and(|w| w.is_capitalized() && w.is_word() && !w.glued)
    }

    /// Where the run of name words that begins at `at` ends; `at` when none does.
    fn run_end(&self, at: usize) -> usize {
        let mut end = at;
        loop {
            let next = if end == at { Some(self.opening(at)) } else { self.bridge(end) };
            match next {
                Some(next) if self.is_name(next) => end = next + 1,
                _ => return end,
            }
            if self.word(end - 1).is_some_and(|w| w.possessive) {
                return end;
            }
        }
    }

    /// The first capitalised word of a run that begins at `at`: there, or behind "al-".
    fn opening(&self, at: usize) -> usize {
        let prefix = self.has("name-prefix", at) && self.word(at + 1).is_some_and(Word::is_joint);
        let glued = |i: usize| self.word(i).is_some_and(|w| w.glued);
        if prefix && glued(at + 2) { at + 2 } else { at }
    }

    /// The next name word behind a run that ends at `end`, over hyphens and small words inside names.
    fn bridge(&self, end: usize) -> Option<usize> {
        if self.word(end)?.is_joint() {
            return self.word(end + 1).filter(|w| w.glued).map(|_| end + 1);
        }
        let opening = self.opening(end);
        if opening > end {
            return Some(opening);
        }
        if self.has("name-prefix", end) && self.is_name(end + 1) {
            return Some(end + 1);
        }
        let inner =
            |at: usize| self.has("connector-inner", at) && self.word(at).is_some_and(|w| !w.is_capitalized());
        let skip = (end..end + 2).take_while(|&i| inner(i)).count();
        // English joins nearly anything with "of"; only what heads such names counts.
        if skip > 0 && self.vocabulary.lists("connector-head") && !self.has("connector-head", end - 1) {
            return None;
        }
        let starts_with_article = skip > 0 && self.has("article", end);
        Some(end + skip).filter(|_| !starts_with_article)
    }

    /// Cuts a run into what stands before a title, the title, and the name behind it.
    fn split(&self, from: usize, to: usize, names: &mut Vec<FoundMention>) {
        let Some(title) = (from..to).find(|&i| self.is_title(i)) else {
            self.push(from, to, None, names);
            return;
        };
        let first = (from..title).rev().take_while(|&i| self.has("title-part", i)).last().unwrap_or(title);
        let mut last = title;
        while last < to && self.is_title(last) {
            last += 1;
        }
        last = self.portfolio_end(last, to);
        while last < to && (self.is_title(last) || self.has("connector-inner", last)) {
            last += 1;
        }
        self.push(from, first, None, names);
        let span = self.word(first).zip(self.word(last.saturating_sub(1))).map(|(a, b)| a.core.cover(b.core));
        self.push(last, to, span, names);
    }

    /// Where "of Defense" behind a title ends.
    fn portfolio_end(&self, at: usize, to: usize) -> usize {
        let is_office = at.checked_sub(1).is_some_and(|i| self.has("title-of", i));
        if !is_office || !self.has("connector-inner", at) {
            return at;
        }
        let mut end = at;
        while end < to && self.has("connector-inner", end) {
            end += 1;
        }
        end += usize::from(self.has("title-part", end) && end + 1 < to && !self.has("single-portfolio", end));
        (end + 1).min(to)
    }

    fn push(&self, from: usize, to: usize, title: Option<Span>, names: &mut Vec<FoundMention>) {
        let words = self.line.get(from..to).unwrap_or(&[]);
        let is_small = |w: &&Word| {
            !w.is_capitalized()
                && (self.vocabulary.has("connector-inner", w) || self.vocabulary.has("name-prefix", w))
        };
        let terms: Vec<TermId> =
            words.iter().filter(|w| w.is_word() && !is_small(w)).map(|w| w.term).collect();
        let is_letter = words.len() == 1 && words.iter().all(|w| w.core_text().chars().count() == 1);
        if terms.is_empty() || is_letter {
            return;
        }
        let is_acronym = words.len() == 1 && words.iter().all(Word::is_acronym);
        names.push((from, to, MentionValue::Name(Name { terms, title, is_acronym })));
    }
}
