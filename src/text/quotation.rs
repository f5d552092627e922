//! Which stretches of a block are quotations: what stands between quotation marks of any style.
//!
//! Sentence boundaries ask this before there are tokens, and mentions store its answer; everything else asks the
//! mentions. A quotation that is not closed ends with its block. In doubt a mark is an apostrophe.

use crate::unicode::{is_inner, is_opener};
use std::ops::Range;

/// The outermost quotation at some place of a block, in bytes of the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// With its marks.
    pub(crate) outer: Range<usize>,
    /// Without them.
    pub(crate) inner: Range<usize>,
    /// The mark that opens it.
    mark: char,
}

impl Quotation {
    /// Where the mark stands that closes it; empty where none does.
    pub(super) fn closing(&self) -> Range<usize> {
        self.inner.end..self.outer.end
    }

    /// Whether its marks are single ones.
    pub(crate) fn is_single(&self) -> bool {
        !is_double_mark(self.mark)
    }

    /// Whether its marks are of the kind that Japanese embeds whole in a sentence.
    pub(super) fn holds_whole_speech(&self) -> bool {
        matches!(self.mark, '「' | '『')
    }
}

/// Opening marks, and what closes each. German and Danish turn the guillemets round, Swedish and Finnish open with the
/// closing mark, German closes with the mark that English opens with; marks of two styles may be mixed.
const MARKS: &[(char, &[char])] = &[
    ('\u{201C}', &['\u{201D}', '"']),
    ('\u{201E}', &['\u{201C}', '\u{201D}', '"']),
    ('\u{201D}', &['\u{201D}']),
    ('"', &['"', '\u{201D}']),
    ('\u{FF02}', &['\u{FF02}']),
    ('«', &['»']),
    ('»', &['«', '»']),
    ('‹', &['›']),
    ('›', &['‹', '›']),
    ('「', &['」']),
    ('『', &['』']),
    ('\u{2018}', &['\u{2019}']),
    ('\u{201A}', &['\u{2018}', '\u{2019}', '\'']),
    ('\'', &['\'', '\u{2019}']),
];

/// Quotations deeper than this inside others are not told apart: no text nests so deep, and the cost has to stay linear.
const DEEPEST: usize = 8;

/// A quotation mark and its neighbors.
#[derive(Clone, Copy)]
struct QuotationMark {
    at: usize,
    mark: char,
    before: Option<char>,
    after: Option<char>,
}

impl QuotationMark {
    fn end(self) -> usize {
        self.at + self.mark.len_utf8()
    }

    fn behind_word(self) -> bool {
        self.before.is_some_and(is_letter)
    }

    fn before_word(self) -> bool {
        self.after.is_some_and(is_letter)
    }

    /// Whether it stands right behind something.
    fn is_behind(self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace())
    }

    /// Whether it stands right before something.
    fn is_before(self) -> bool {
        self.after.is_some_and(|c| !c.is_whitespace())
    }

    /// What closes a quotation that this mark opens, if it can open one where it stands.
    fn closers(self) -> Option<&'static [char]> {
        let (_, closers) = MARKS.iter().find(|(mark, _)| *mark == self.mark)?;
        let opens = match self.mark {
            // An apostrophe stands behind a letter, or before a year.
            '\'' | '\u{2018}' => {
                !self.behind_word() && self.is_before() && !self.after.is_some_and(char::is_numeric)
            }
            '\u{201A}' | '\u{201D}' | '»' | '›' => !self.behind_word() && self.is_before(),
            _ => self.is_before() || !self.is_behind(),
        };
        opens.then_some(*closers)
    }

    /// Whether it can close a quotation where it stands.
    fn can_close(self) -> bool {
        match self.mark {
            '\'' | '\u{2019}' => self.is_behind() && !self.before_word(),
            '\u{201C}' | '\u{2018}' | '«' | '»' | '‹' | '›' => !self.opens_only(),
            _ => true,
        }
    }

    /// Whether a mark stands between words as only an opening one does.
    fn opens_only(self) -> bool {
        self.before.is_none_or(|c| c.is_whitespace() || (is_opener(c) && !self.behind_word()))
            && self.after.is_some_and(|c| is_letter(c) || is_opener(c))
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_inner(c)
}

/// Whether a mark is one of those that mostly open and close a speech.
pub(super) fn is_double_mark(c: char) -> bool {
    !matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{201A}' | '‹' | '›') && is_mark(c)
}

fn is_mark(c: char) -> bool {
    // Nearly all there is to read; the table has no other mark of ASCII.
    if c.is_ascii() {
        return matches!(c, '"' | '\'');
    }
    MARKS.iter().any(|(mark, closers)| *mark == c || closers.contains(&c))
}

/// The quotation marks of a block, with what stands beside each.
fn marks(block: &str) -> impl DoubleEndedIterator<Item = QuotationMark> + '_ {
    block.char_indices().filter(|&(_, c)| is_mark(c)).map(|(at, mark)| QuotationMark {
        at,
        mark,
        before: block.get(..at).and_then(|before| before.chars().next_back()),
        after: block.get(at + mark.len_utf8()..).and_then(|after| after.chars().next()),
    })
}

/// A quotation that is not closed yet.
struct OpenQuotation {
    mark: QuotationMark,
    closers: &'static [char],
}

/// The outermost quotations of a block, in order. Cost: linear.
pub(crate) fn quotations(block: &str) -> Vec<Quotation> {
    let last_single = marks(block).rev().find(|m| matches!(m.mark, '\'' | '\u{2019}') && m.can_close());
    // A single mark that nothing closes is an apostrophe, but at the start of a paragraph of a long quotation.
    let is_closed = |m: QuotationMark| {
        !matches!(m.mark, '\'' | '\u{2018}') || m.at == 0 || last_single.is_some_and(|last| last.at > m.at)
    };
    let mut found = Vec::new();
    let mut open: Vec<OpenQuotation> = Vec::new();
    for mark in marks(block) {
        let closed = open.iter().rposition(|o| o.closers.contains(&mark.mark) && mark.can_close());
        if let Some(depth) = closed {
            open.truncate(depth + 1);
            if let Some(closed) = open.pop().filter(|_| depth == 0) {
                found.push(quotation(closed.mark, mark.at..mark.end()));
            }
        } else if open.len() < DEEPEST
            && let Some(closers) = mark.closers().filter(|_| is_closed(mark))
        {
            open.push(OpenQuotation { mark, closers });
        }
    }
    if let Some(unclosed) = open.first() {
        found.push(quotation(unclosed.mark, block.len()..block.len()));
    }
    found
}

fn quotation(opening: QuotationMark, closing: Range<usize>) -> Quotation {
    Quotation { outer: opening.at..closing.end, inner: opening.end()..closing.start, mark: opening.mark }
}

/// The quotation among `quotations` that `at` lies in, its marks left out.
pub(super) fn quotation_at(quotations: &[Quotation], at: usize) -> Option<&Quotation> {
    let after = quotations.partition_point(|q| q.inner.start <= at);
    after.checked_sub(1).and_then(|i| quotations.get(i)).filter(|q| at <= q.inner.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with its quotations in brackets in place of their marks.
    fn bracketed(text: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        for q in quotations(text) {
            let inner = &text[q.inner.clone()];
            out += &[&text[at..q.outer.start], "[", inner, "]"].concat();
            at = q.outer.end;
        }
        out + &text[at..]
    }

    #[test]
    fn the_short_cut_knows_the_marks_of_ascii() {
        let listed = |c: char| MARKS.iter().any(|(mark, closers)| *mark == c || closers.contains(&c));
        assert!(('\0'..='\x7F').all(|c| is_mark(c) == listed(c)));
    }

    #[test]
    fn every_style_is_read() {
        for (open, close) in [
            ("\"", "\""),
            ("“", "”"),
            ("„", "“"),
            ("„", "”"),
            ("”", "”"),
            ("«", "»"),
            ("»", "«"),
            ("»", "»"),
            ("‹", "›"),
            ("›", "‹"),
            ("「", "」"),
            ("『", "』"),
            ("‘", "’"),
            ("‚", "‘"),
            ("'", "'"),
            ("« ", " »"),
        ] {
            let text = format!("He said {open}we go{close}, then {open}it is late!{close} She left.");
            let expected = "He said [we go], then [it is late!] She left.";
            let found = bracketed(&text).replace("[ ", "[").replace(" ]", "]");
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn only_the_outermost_of_nested_quotations_counts() {
        for text in [
            "„Er sagte ‚ich gehe‘ und ging“, sagte er.",
            "„Er sagte »ich gehe« und ging“, sagte er.",
            "»Er sagte ›ich gehe‹ und ging«, sagte er.",
            "“He said ‘I go’ and went”, he said.",
            "‘He said “I go” and didn’t’, he said.",
            "“He said “I go” and went”, he said.",
            "« Il dit « je pars » et part », dit-il.",
            "「彼は『行く』と言った」と言った。",
            "“Get ‘em, rock ’n’ roll”, he said.",
            "“He said „I go“ and went”, he said.",
            "„He said “I go” and went“, he said.",
        ] {
            let all = quotations(text);
            assert!(
                matches!(&all[..], [one] if one.outer.start == 0 && one.outer.end > text.len() / 2),
                "{text} {all:?}"
            );
        }
    }

    #[test]
    fn apostrophes_and_stray_marks_open_nothing() {
        for text in [
            "rock 'n roll",
            "the ’90s and the '80s",
            "the boys' house",
            "L’été",
            "5\" wide",
            "Er ging.“ Sie blieb.",
        ] {
            assert_eq!(bracketed(text), text);
        }
    }

    #[test]
    fn an_unclosed_quotation_ends_with_its_block() {
        assert_eq!(bracketed("Er sagte: „Ich gehe. Du bleibst."), "Er sagte: [Ich gehe. Du bleibst.]");
        assert_eq!(bracketed("‘First paragraph."), "[First paragraph.]");
    }
}
