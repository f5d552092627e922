//! Places where a sentence may end: marks, what closes after them, and the white space before the next word.

use crate::unicode::{is_closer, is_ignorable, is_inner, is_mark, is_opener, is_wide};
use std::ops::Range;

/// A place where a sentence may end. Offsets are bytes in the block.
#[derive(Clone, Copy, Debug)]
pub(super) struct BoundaryCandidate<'b> {
    block: &'b str,
    /// The first of the marks that may end the sentence.
    pub(super) stop: usize,
    /// After the last of them.
    marked: usize,
    /// After the quotation marks and brackets that close behind them.
    pub(super) closed: usize,
    /// Where the next sentence would begin.
    pub(super) next: usize,
}

/// No abbreviation or initial is longer, in characters.
const LONGEST_WORD: usize = 24;

impl<'b> BoundaryCandidate<'b> {
    /// The first candidate from `at` on that has something after it.
    pub(super) fn find(block: &'b str, mut at: usize) -> Option<Self> {
        loop {
            let stop = at + block.get(at..)?.find(is_mark)?;
            let marked = marks(block, stop);
            let closed = closers(block, marked);
            let next = blank(block, closed);
            let candidate = Self { block, stop, marked, closed, next };
            if next >= block.len() {
                return None;
            }
            if next > closed || candidate.needs_no_space() || candidate.is_glued() {
                return Some(candidate);
            }
            at = marked;
        }
    }

    /// Whether the sentence may end here although no space follows, as in Chinese and Japanese.
    fn needs_no_space(&self) -> bool {
        let marks = self.marks();
        let ideographic = marks.contains(['。', '！', '？', '｡', '．']);
        ideographic || (marks.contains(['!', '?', '\u{2026}']) && self.first().is_some_and(is_wide))
    }

    /// Whether the next word follows without the space that it should have: "on Friday.The general".
    pub(super) fn is_glued(&self) -> bool {
        let before = self.block.get(..self.stop).and_then(|b| b.chars().last());
        let small = before.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
        let whole = !self.word_before().contains('.');
        self.next == self.closed && small && whole && self.first().is_some_and(char::is_uppercase)
    }

    /// The same candidate with the mark at `closing`, if that closes the quotation behind a space: `further. " They`.
    pub(super) fn with_spaced_close(self, closing: &Range<usize>) -> Self {
        let spaced = self.block.get(closing.end..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
        if closing.start == self.next && spaced {
            Self { closed: closing.end, next: blank(self.block, closing.end), ..self }
        } else {
            self
        }
    }

    /// Whether the marks, or what follows them, are of a script without spaces.
    pub(super) fn is_wide(&self) -> bool {
        self.marks().contains(is_wide) || self.first().is_some_and(is_wide)
    }

    /// The marks themselves.
    pub(super) fn marks(&self) -> &'b str {
        self.block.get(self.stop..self.marked).unwrap_or("")
    }

    /// What follows, from the next word on.
    pub(super) fn after(&self) -> &'b str {
        self.block.get(self.next..).unwrap_or("")
    }

    /// What stands before the marks, from `sentence` on.
    pub(super) fn sentence_before(&self, sentence: usize) -> &'b str {
        self.block.get(sentence..self.stop).unwrap_or("")
    }

    /// What follows without the marks that open there.
    fn opened(&self) -> &'b str {
        self.after().trim_start_matches(|c: char| is_opener(c) || c.is_whitespace() || is_ignorable(c))
    }

    /// The first character of the next word.
    pub(super) fn first(&self) -> Option<char> {
        self.opened().chars().next()
    }

    /// Whether what follows cannot begin a sentence: a comma, a closing bracket, a dash after a
    /// quotation or inside one.
    pub(super) fn goes_on(&self, quoted: bool) -> bool {
        let after = self.after();
        let dash = after.strip_prefix(['-', '\u{2013}', '\u{2014}']).map(str::trim_start);
        let lower = |rest: &str| rest.starts_with(char::is_lowercase);
        after.starts_with([',', ';', ':', ')', ']', '、', '，', '；', '）', '،', '.', '。'])
            || dash.is_some_and(|rest| quoted || self.closes_quote() || lower(rest))
    }

    /// Whether a quotation mark closes after the marks.
    pub(super) fn closes_quote(&self) -> bool {
        let closers = self.block.get(self.marked..self.closed).unwrap_or("");
        closers.contains(|c| {
            !matches!(c, ')' | ']' | '）') && !c.is_whitespace() && !c.is_ascii_digit() && c != '['
        })
    }

    /// The word before the marks, without brackets, quotation marks and what a hyphen joins to it.
    pub(super) fn word_before(&self) -> &'b str {
        let before = self.block.get(..self.stop).unwrap_or("").trim_end();
        let parts = |c: char| {
            c.is_whitespace()
                || is_wide(c)
                || is_opener(c)
                || is_ignorable(c)
                || matches!(c, '-' | '/' | '\u{2010}'..='\u{2015}' | ')')
        };
        let start = before.char_indices().rev().take(LONGEST_WORD).take_while(|&(_, c)| !parts(c)).last();
        start.and_then(|(at, _)| before.get(at..)).unwrap_or("")
    }

    /// Whether a number stands before the word before the marks.
    pub(super) fn number_before(&self) -> bool {
        let before = self.block.get(..self.stop).unwrap_or("").trim_end();
        before.strip_suffix(self.word_before()).unwrap_or("").trim_end().ends_with(char::is_numeric)
    }

    /// The word that follows.
    pub(super) fn word_after(&self) -> &'b str {
        let rest = self.opened();
        let letters = rest.chars().take(LONGEST_WORD).take_while(|&c| c.is_alphanumeric() || is_inner(c));
        rest.get(..letters.map(char::len_utf8).sum()).unwrap_or("")
    }

    /// Whether the word that follows is an initial.
    pub(super) fn initial_follows(&self) -> bool {
        let mut rest = self.opened().chars().filter(|&c| !is_inner(c));
        rest.next().is_some_and(char::is_uppercase) && rest.next() == Some('.')
    }
}

/// The end of the marks that begin at `stop`, also where spaces part them: ". . .", "! ?".
fn marks(block: &str, stop: usize) -> usize {
    let mut end = skip(block, stop, is_mark);
    loop {
        let spaced = skip(block, end, |c| c == ' ' || c == '\u{A0}');
        let marked = skip(block, spaced, is_mark);
        let alone =
            block.get(marked..).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
        if marked == spaced || !alone {
            return end;
        }
        end = marked;
    }
}

/// The end of what closes after the marks: quotation marks and brackets, also behind a space when another space
/// follows them, and note numbers such as `[3]`. A straight mark behind a space may open as well.
fn closers(block: &str, marked: usize) -> usize {
    let mut end = notes(block, skip(block, marked, is_closer));
    loop {
        let spaced = skip(block, end, |c| c == ' ' || c == '\u{A0}' || c == '\u{202F}');
        let closed = skip(block, spaced, |c| matches!(c, ')' | ']' | '\u{2019}' | '\u{201D}' | '»' | '›'));
        let after = block.get(closed..).and_then(|rest| rest.chars().next());
        if closed == spaced || after.is_some_and(|c| !c.is_whitespace()) {
            return end;
        }
        end = closed;
    }
}

/// The end of the note numbers at `at`, with spaces before them or without.
fn notes(block: &str, mut at: usize) -> usize {
    let note = |rest: &str| {
        let space = rest.len() - rest.trim_start().len();
        let digits = rest.trim_start().strip_prefix('[')?;
        let after = digits.trim_start_matches(|c: char| c.is_ascii_digit());
        (after.len() < digits.len() && after.starts_with(']'))
            .then_some(space + 2 + digits.len() - after.len())
    };
    while let Some(len) = block.get(at..).and_then(note) {
        at += len;
    }
    at
}

/// The first place from `at` on that is neither white nor unseen.
fn blank(block: &str, at: usize) -> usize {
    skip(block, at, |c| c.is_whitespace() || is_ignorable(c))
}

/// The first place from `at` on whose character `belongs` does not hold for.
fn skip(block: &str, at: usize, belongs: impl Fn(char) -> bool) -> usize {
    let rest = block.get(at..).unwrap_or("");
    at + rest.find(|c| !belongs(c)).unwrap_or(rest.len())
}
