//! Grapheme clusters: what a reader takes for one character. No text is cut inside one.

use icu_segmenter::GraphemeClusterSegmenter;

/// Where the grapheme clusters of a text begin, in bytes. Cost: linear.
pub(crate) fn cluster_starts(text: &str) -> Vec<usize> {
    if text.chars().all(is_simple) {
        return text.char_indices().map(|(start, _)| start).collect();
    }
    let breaks = GraphemeClusterSegmenter::new().segment_str(text);
    breaks.take_while(|&at| at < text.len()).collect()
}

/// Whether a character is a cluster of its own beside others of which this holds: Latin letters, and the signs of
/// print. A carriage return goes with the line feed after it.
fn is_simple(c: char) -> bool {
    c != '\r' && matches!(c, '\0'..'\u{300}' | '\u{2010}'..='\u{2027}')
}

/// The first of the characters that belong to whatever follows them, as the Arabic number sign does.
const FIRST_PREPENDED: char = '\u{600}';

/// Where the grapheme cluster ends that reaches to `at` or over it: white space may belong to the character before it.
pub(crate) fn cluster_end(text: &str, mut at: usize) -> usize {
    while !is_cluster_start(text, at) {
        at += text.get(at..).and_then(|after| after.chars().next()).map_or(1, char::len_utf8);
    }
    at
}

/// Whether a grapheme cluster begins at `at`: no mark there belongs to the character before it.
pub(crate) fn is_cluster_start(text: &str, at: usize) -> bool {
    let (before, after) = (text.get(..at).unwrap_or(""), text.get(at..).unwrap_or(""));
    let (Some(last), Some(first)) = (before.chars().last(), after.chars().next()) else { return true };
    if first.is_ascii() && last < FIRST_PREPENDED && (last, first) != ('\r', '\n') {
        return true;
    }
    let window = text.get(at - last.len_utf8()..at + first.len_utf8()).unwrap_or("");
    GraphemeClusterSegmenter::new().segment_str(window).any(|offset| offset == last.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The segmenter is the oracle.
    #[test]
    fn simple_characters_are_clusters() {
        let simple = || (0..0x2100).filter_map(char::from_u32).filter(|&c| is_simple(c));
        assert!(simple().count() > 700);
        for one in simple() {
            for other in ['a', '\n', '1', '\u{AD}', '\u{A9}', '\u{2019}', one] {
                let text = format!("{one}{other}{one}");
                let breaks: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(&text).collect();
                let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
                assert!(breaks.into_iter().eq(starts), "{text:?}");
            }
        }
    }
}
