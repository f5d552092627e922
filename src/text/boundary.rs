//! Where one sentence ends and the next begins inside a block.
//!
//! Every mark that can end a sentence in any script is a candidate; the rules then say why it does not end one.
//! Candidates are ours and not those of Unicode Standard Annex #29, which has none before a digit or after an
//! ellipsis and needs five kilobytes more in the page. In doubt two sentences stay one.

use super::boundary_candidate::BoundaryCandidate;
use super::normalize::is_dotted;
use super::quotation::{Quotation, is_double_mark, quotation_at, quotations};
use crate::language::Rules;
use crate::unicode::{fold, is_cluster_start, is_hiragana, is_mark, width, width_of};

/// The starts of the sentences in `block` after the first, in bytes. Cost: linear in the block.
pub(super) fn boundaries(block: &str, rules: &Rules) -> Vec<usize> {
    let brackets = short_brackets(block);
    let quotations = quotations(block);
    let mut starts = Vec::new();
    let mut sentence = 0;
    let mut at = 0;
    while let Some(candidate) = BoundaryCandidate::find(block, at) {
        let quotation = quotation_at(&quotations, candidate.stop);
        let candidate = quotation.map_or(candidate, |q| candidate.with_spaced_close(&q.closing()));
        let ends =
            !within(&brackets, candidate.stop) && ends_sentence(&candidate, sentence, quotation, rules);
        at = candidate.closed;
        if ends && is_cluster_start(block, candidate.next) {
            sentence = candidate.next;
            starts.push(sentence);
        }
    }
    starts
}

/// Whether a sentence that began at `sentence` ends at the candidate.
fn ends_sentence(
    candidate: &BoundaryCandidate,
    sentence: usize,
    quotation: Option<&Quotation>,
    rules: &Rules,
) -> bool {
    let Some(first) = candidate.first() else { return false };
    if first.is_lowercase()
        || candidate.goes_on(quotation.is_some())
        || is_marker(candidate.sentence_before(sentence))
    {
        return false;
    }
    let closes_quote = candidate.closes_quote();
    let marks = candidate.marks();
    if closes_quote
        && !matches!(marks, "." | "।")
        && (is_hiragana(first) || is_attribution(candidate.after(), rules))
    {
        return false;
    }
    if quotation.is_some_and(Quotation::holds_whole_speech) && !closes_quote && candidate.is_wide() {
        return false;
    }
    if is_ellipsis(marks) {
        let capital = first.is_uppercase() && rules.is_starter(&fold(candidate.word_after()));
        return closes_quote
            || (quotation.is_none() && (capital || !first.is_alphabetic()))
            || marks.matches('.').count() > 3;
    }
    if candidate.is_glued() {
        let word = candidate.word_after();
        return rules.is_starter(&fold(word)) || rules.abbreviation(word).title();
    }
    closes_quote || marks != "." || ends_at_stop(candidate, sentence, first, rules)
}

/// Whether a single full stop ends a sentence and not only an abbreviation, initial or ordinal.
fn ends_at_stop(candidate: &BoundaryCandidate, sentence: usize, first: char, rules: &Rules) -> bool {
    let word = candidate.word_before();
    let abbreviation = rules.abbreviation(word);
    let next = fold(candidate.word_after());
    // An initial that follows, as in "W. A. Mozart", is no first word.
    let starter = rules.is_starter(&next) && !candidate.initial_follows();
    let after_number = candidate.number_before();
    if abbreviation.title() && !(abbreviation.short() && after_number) {
        return false;
    }
    if abbreviation.numbered() && (first.is_numeric() || is_ordinal(candidate.word_after())) {
        return false;
    }
    if abbreviation.unit() && after_number {
        let goes_on = rules.is_date(&next) || is_opening(candidate.sentence_before(sentence), rules);
        return starter || if first.is_numeric() { is_dotted(&fold(word)) } else { !goes_on };
    }
    let may_be_abbreviated = is_initial(word) || is_dotted(&fold(word)) || abbreviation.short();
    let may_be_ordinal = rules.ordinals && is_ordinal(word);
    starter || !(may_be_abbreviated || may_be_ordinal)
}

/// Whether a sentence has only begun, with the time or place of what it tells: "On Monday at 5 a.m. Smith went".
fn is_opening(before: &str, rules: &Rules) -> bool {
    let mut words = before.split_whitespace();
    words.next().is_some_and(|word| rules.is_opening(&fold(word))) && words.nth(OPENING_WORDS).is_none()
}

/// The most words, after the first, of such an opening.
const OPENING_WORDS: usize = 8;

/// One capital letter.
fn is_initial(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && width(word) == 1
}

/// At most three digits, or a Roman numeral.
fn is_ordinal(word: &str) -> bool {
    let roman = |c| matches!(c, 'I' | 'V' | 'X' | 'L');
    !word.is_empty()
        && (word.len() <= 3 && word.chars().all(|c| c.is_ascii_digit()) || word.chars().all(roman))
}

/// The number or letter of a list item is never longer, with what stands before it.
const MARKER_BYTES: usize = 32;

/// Whether all that stands before the stop is the number or letter of a list item.
fn is_marker(before: &str) -> bool {
    if before.len() > MARKER_BYTES {
        return false;
    }
    let bare = before.trim_start_matches(|c: char| !c.is_alphanumeric());
    width(bare) < 4 && (bare.chars().all(|c| c.is_ascii_digit()) || width(bare) < 2)
}

/// Three dots or more, whether in one character, one after the other, or with spaces between them.
fn is_ellipsis(marks: &str) -> bool {
    let dots = marks.matches('.').count();
    !marks.contains(['!', '?']) && (marks.contains('\u{2026}') || dots > 1)
}

/// The most characters and words of "Cohen told the newspaper" after a quotation that ends in a question mark.
const ATTRIBUTION_CHARS: usize = 60;
const ATTRIBUTION_WORDS: usize = 7;

/// Whether what follows a quotation only says whose words it was.
fn is_attribution(after: &str, rules: &Rules) -> bool {
    let end = after.find(|c| is_mark(c) || is_double_mark(c)).unwrap_or(after.len());
    let clause = after.get(..end).unwrap_or("");
    if clause.chars().nth(ATTRIBUTION_CHARS).is_some()
        || clause.split_whitespace().count() > ATTRIBUTION_WORDS
    {
        return false;
    }
    let folded = fold(clause);
    if folded.contains(' ') {
        return folded.split(|c: char| !c.is_alphanumeric()).any(|word| rules.is_attribution(word));
    }
    // Without spaces any one or two characters may be the word.
    let ends: Vec<usize> = folded.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
    let starts = [0].into_iter().chain(ends.iter().copied());
    starts.enumerate().any(|(i, start)| {
        let ends = ends.get(i..).unwrap_or(&[]).iter().take(2);
        ends.filter_map(|&end| folded.get(start..end)).any(|word| rules.is_attribution(word))
    })
}

/// The longest bracket, in characters, that is a remark inside a sentence or a credit, whatever stops it holds.
const BRACKET_WIDTH: usize = 240;

/// The outermost brackets of at most [`BRACKET_WIDTH`], in order.
fn short_brackets(block: &str) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut width = 0;
    for (at, c) in block.char_indices() {
        match c {
            '(' | '[' | '（' | '《' => open.push((at, width)),
            ')' | ']' | '）' | '》' => {
                if let Some((start, _)) = open.pop().filter(|&(_, before)| width - before <= BRACKET_WIDTH) {
                    while pairs.last().is_some_and(|&(inner, _)| inner > start) {
                        pairs.pop();
                    }
                    pairs.push((start, at));
                }
            }
            _ => {}
        }
        width += width_of(c);
    }
    pairs
}

/// Whether `at` lies within one of the sorted, disjoint ranges.
fn within(ranges: &[(usize, usize)], at: usize) -> bool {
    let after = ranges.partition_point(|&(open, _)| open < at);
    after.checked_sub(1).and_then(|i| ranges.get(i)).is_some_and(|&(_, close)| at < close)
}
