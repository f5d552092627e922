//! Runs: the stretches of text that carry one mark.

use super::class::Mark;
use crate::mentions::MentionKind;
use crate::order;
use crate::span::Span;

/// A stretch of text with the marks it carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text, as the author wrote it.
    pub text: String,
    /// How the words stand in the other sentence of a raised pair.
    pub mark: Option<Mark>,
    /// What differs here, when something does.
    pub fact: Option<MentionKind>,
    /// Whether a search found it.
    pub hit: bool,
}

/// What lies over a sentence: spans into the article's text, each list in order and without overlap.
#[derive(Clone, Debug, Default)]
pub(super) struct Overlay {
    pub(super) marks: Vec<(Span, Mark)>,
    pub(super) facts: Vec<(Span, MentionKind)>,
}

/// Cuts `span` of `text` into runs, so that each carries the same marks throughout. Concatenated they give the text
/// back. White space at the edges of a marked stretch carries no mark: an underline under a blank is noise.
pub(super) fn cut(text: &str, span: Span, overlay: &Overlay) -> Vec<Run> {
    let marks: Vec<(Span, Mark)> = overlay.marks.iter().map(|&(s, m)| (trimmed(text, s), m)).collect();
    let mut edges = vec![span.start, span.end];
    let spans = marks.iter().map(|m| m.0).chain(overlay.facts.iter().map(|f| f.0));
    edges.extend(spans.flat_map(|s| [s.start, s.end]).filter(|&at| span.start < at && at < span.end));
    order::sort(&mut edges);
    edges.dedup();
    let run = |pair: &[u32]| {
        let piece = Span { start: *pair.first()?, end: *pair.last()? };
        Some(Run {
            text: piece.of(text).to_owned(),
            mark: marks.iter().find(|(s, _)| s.contains(piece)).map(|&(_, m)| m),
            fact: overlay.facts.iter().find(|(s, _)| s.contains(piece)).map(|&(_, f)| f),
            hit: false,
        })
    };
    edges.windows(2).filter_map(run).filter(|r| !r.text.is_empty()).collect()
}

/// `span` without the white space at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let piece = span.of(text);
    let start = span.start as usize + (piece.len() - piece.trim_start().len());
    Span::new(start, start + piece.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_give_the_text_back_and_blanks_carry_no_mark() {
        let text = "Seven people died there.";
        let overlay = Overlay {
            marks: vec![(Span::new(0, 6), Mark::Only), (Span::new(6, 18), Mark::Shared)],
            facts: vec![(Span::new(0, 12), MentionKind::Number)],
        };
        let runs = cut(text, Span::new(0, text.len()), &overlay);
        assert_eq!(runs.iter().map(|r| r.text.as_str()).collect::<String>(), text);
        let told: Vec<_> = runs.iter().map(|r| (r.text.as_str(), r.mark, r.fact.is_some())).collect();
        assert_eq!(
            told,
            [
                ("Seven", Some(Mark::Only), true),
                (" ", None, true),
                ("people", Some(Mark::Shared), true),
                (" died", Some(Mark::Shared), false),
                (" there.", None, false),
            ]
        );
    }
}
