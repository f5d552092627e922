//! Cuts plain text into blocks: paragraphs and list items.
//!
//! A blank line always parts two blocks. Whether a single line break does is decided for the whole text: when the
//! lines were broken to fit a width, a break where the next word did not fit joins; else every line is a block. In
//! doubt lines are blocks.

use super::article::{Block, BlockKind};
use crate::span::Span;
use crate::unicode::{cluster_end, is_cluster_start, is_ignorable, is_mark, width};

/// A line that has something to see, in bytes of the text, without white space around it.
#[derive(Clone, Copy, Debug)]
struct Line<'t> {
    start: usize,
    body: &'t str,
    /// Whether a blank line stands before it.
    after_blank: bool,
    /// How many characters it has, and its first word.
    width: usize,
    first_word: usize,
}

/// The blocks of a plain text, in order. Cost: linear in the text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines = lines(text);
    let width = wrap_width(&lines);
    let mut blocks: Vec<Block> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let span = Span::new(line.start, line.start + line.body.len());
        let before = index.checked_sub(1).and_then(|i| lines.get(i));
        let joins = before.is_some_and(|before| width.is_some_and(|width| wraps(before, line, width)));
        match blocks.last_mut() {
            Some(block) if joins => block.span = block.span.cover(span),
            _ => blocks.push(Block { span, kind: kind(line.body) }),
        }
    }
    blocks
}

/// The lines of a text that have something to see.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut after_blank = false;
    for raw in text.split_inclusive(is_break) {
        let body = raw.trim();
        let at = start + (raw.len() - raw.trim_start().len());
        // A carriage return before the line feed has ended the line already.
        let second_half = raw == "\n" && text.get(..start).is_some_and(|t| t.ends_with('\r'));
        if body.chars().all(is_ignorable) {
            after_blank |= !second_half;
        } else {
            lines.push(line(text, at, body, after_blank));
            after_blank = false;
        }
        start += raw.len();
    }
    lines
}

fn line<'t>(text: &'t str, mut start: usize, mut body: &'t str, after_blank: bool) -> Line<'t> {
    // A mark at the start belongs to the white space before it.
    while !is_cluster_start(text, start) {
        let before = text.get(..start).and_then(|t| t.chars().last()).map_or(start, char::len_utf8);
        start = start.saturating_sub(before);
        body = text.get(start..start + before + body.len()).unwrap_or(body);
    }
    body = text.get(start..cluster_end(text, start + body.len())).unwrap_or(body);
    let first_word = body.split_whitespace().next().map_or(0, width);
    Line { start, body, after_blank, width: width(body), first_word }
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Texts are wrapped at no less and no more, in characters.
const NARROWEST: usize = 40;
const WIDEST: usize = 100;

/// The width that a text was wrapped to; none when it was not.
///
/// Lines that go on without a capital after a line without a stop are the evidence: at least a quarter of the single
/// line breaks must be such.
fn wrap_width(lines: &[Line<'_>]) -> Option<usize> {
    let fitting = lines.iter().filter(|line| line.width <= WIDEST);
    let width = fitting.clone().map(|line| line.width).max().filter(|&width| width >= NARROWEST)?;
    let too_wide = lines.len() - fitting.count();
    let pairs = lines.iter().zip(lines.iter().skip(1)).filter(|(_, next)| !next.after_blank);
    let (mut breaks, mut going_on) = (0, 0);
    for (line, next) in pairs {
        breaks += 1;
        let small = next.body.chars().next().is_some_and(|c| c.is_alphanumeric() && !c.is_uppercase());
        going_on += usize::from(small && !line.body.ends_with(is_mark) && wraps(line, next, width));
    }
    (going_on > 0 && going_on * 4 >= breaks && too_wide * 20 <= lines.len()).then_some(width)
}

/// Whether `next` goes on in the paragraph of `line`: its first word did not fit any more.
fn wraps(line: &Line<'_>, next: &Line<'_>, width: usize) -> bool {
    !next.after_blank && kind(next.body) == BlockKind::Paragraph && line.width + 1 + next.first_word > width
}

/// A list item begins with a bullet, or with a short number and a bracket.
fn kind(line: &str) -> BlockKind {
    let bullet = line.strip_prefix(['•', '◦', '‣', '▪', '●', '○', '·', '*', '-', '–']);
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.strip_prefix(')').filter(|_| (1..3).contains(&(line.len() - digits.len())));
    match bullet.or(numbered) {
        Some(rest) if rest.starts_with(char::is_whitespace) => BlockKind::ListItem,
        _ => BlockKind::Paragraph,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks of a text, with a star before list items.
    fn texts(text: &str) -> Vec<String> {
        let star = |kind| if kind == BlockKind::ListItem { "* " } else { "" };
        blocks(text).iter().map(|b| format!("{}{}", star(b.kind), b.span.of(text))).collect()
    }

    #[test]
    fn a_hard_wrapped_paragraph_is_one_block() {
        let text = "Dam fails in the valley\n\n\
            The river burst its banks on Monday and flooded the lower part of the\n\
            town, the mayor said. Nobody was hurt, but more than two hundred people\n\
            spent the night in the school.\n\n\
            Engineers had warned of it.\n";
        assert_eq!(texts(text).len(), 3);
        assert!(texts(text)[1].ends_with("in the school."));
        assert_eq!(texts(&text.replace('\n', "\r\n")).len(), 3);
        assert_eq!(texts(&text.replace('\n', "\r")).len(), 3);
    }

    #[test]
    fn single_breaks_between_full_paragraphs_part_them() {
        let text = "Dam fails in the valley\n\
            The river burst its banks on Monday and flooded the town.\n\
            Nobody was hurt, the mayor said.\n\
            Engineers had warned of the danger for years, she added.";
        assert_eq!(texts(text).len(), 4);
    }

    #[test]
    fn list_items_stand_alone() {
        assert_eq!(
            texts("Three parts:\n• Lower taxes\n- Better roads\n1) More police\n2020 was hard."),
            ["Three parts:", "* • Lower taxes", "* - Better roads", "* 1) More police", "2020 was hard."]
        );
    }

    #[test]
    fn blank_text_has_no_block() {
        assert_eq!(texts(" \u{200B}\n\u{FEFF}\r\n"), Vec::<String>::new());
    }
}
