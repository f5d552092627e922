//! Places in a text, and their translation into the units of the outside world.
//!
//! Inside Rust every place is a byte offset; everything that leaves Rust counts UTF-16 units, because that is how
//! JavaScript counts. [`Utf16Offsets`] is the only converter.

/// A half-open byte range `start..end` in the text of one article, on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span `start..end`; an end before the start gives an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        let start = clamp(start);
        Self { start, end: clamp(end).max(start) }
    }

    /// Length in bytes.
    #[doc(hidden)]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    #[doc(hidden)]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The part of `text` that the span names; empty when the span does not lie in `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Whether `other` lies within this span.
    #[doc(hidden)]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte.
    #[doc(hidden)]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[doc(hidden)]
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Texts are limited to 4 GiB; an offset past that is drawn in rather than wrapped round.
fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// Translates byte offsets of one text into UTF-16 offsets.
///
/// Built in one pass over the text; a look-up walks fewer than 64 bytes.
pub struct Utf16Offsets<'t> {
    text: &'t str,
    /// UTF-16 units that begin before each multiple of `STRIDE` bytes.
    marks: Vec<u32>,
}

/// Bytes between two remembered places.
const STRIDE: usize = 64;

/// UTF-16 units that begin in some bytes of UTF-8: one for each first byte of a character, two where four belong to it.
fn units(bytes: &[u8]) -> usize {
    bytes.iter().map(|byte| usize::from(byte & 0xC0 != 0x80) + usize::from(*byte >= 0xF0)).sum()
}

impl<'t> Utf16Offsets<'t> {
    /// Prepares the look-up for `text`. Cost: one pass.
    pub fn new(text: &'t str) -> Self {
        let mut marks = vec![0];
        let mut before = 0;
        for bytes in text.as_bytes().chunks(STRIDE) {
            before += units(bytes);
            marks.push(clamp(before));
        }
        Self { text, marks }
    }

    /// The UTF-16 offset of byte `byte`; an offset inside a character counts as its start, one past the end as the end.
    pub fn at(&self, byte: u32) -> u32 {
        let byte = self.text.floor_char_boundary(byte as usize);
        let mark = byte / STRIDE;
        let rest = self.text.as_bytes().get(mark * STRIDE..byte).unwrap_or(&[]);
        self.marks.get(mark).copied().unwrap_or(0) + clamp(units(rest))
    }

    /// Both ends of a span, in UTF-16 units.
    pub fn range(&self, span: Span) -> [u32; 2] {
        [self.at(span.start), self.at(span.end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_offsets_count_units_not_bytes() {
        for text in ["é😀a".repeat(300), "a".repeat(2 * STRIDE), "\u{FFFF}".repeat(100), String::new()] {
            let offsets = Utf16Offsets::new(&text);
            for byte in 0..text.len() + 3 {
                let expected = text[..text.floor_char_boundary(byte)].encode_utf16().count();
                assert_eq!(offsets.at(u32::try_from(byte).unwrap()) as usize, expected);
            }
        }
    }

    #[test]
    fn a_span_outside_the_text_is_empty() {
        assert_eq!(Span::new(3, 9).of("abc"), "");
        assert_eq!(Span::new(9, 3), Span::new(9, 9));
    }
}
