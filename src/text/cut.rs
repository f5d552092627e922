//! Cuts a text into words, numbers, signs and white space, on grapheme cluster boundaries.
//!
//! The rules are those of Unicode Standard Annex #29 for words, with what comparison needs instead: hyphens part
//! words, "U.S." keeps its last stop, elided articles stand alone, runs written without spaces are cut into
//! characters, white space stays together, and what is not seen does not part a word.

use super::key::{digit, fold, is_dotted, is_ignorable};
use super::rules::Rules;
use icu_segmenter::GraphemeClusterSegmenter;

/// A stretch of text, in bytes, and what it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) shape: Shape,
}

/// What a piece looks like, before any language is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Word,
    Number,
    Sign,
    Space,
}

/// A grapheme cluster and the class of its first character.
#[derive(Clone, Copy)]
struct Cluster {
    start: usize,
    first: char,
    class: Class,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Katakana,
    Digit,
    /// A character that is a token of its own: scripts without spaces.
    Alone,
    Space,
    /// Not seen at all.
    Ignorable,
    Sign,
}

/// Cuts `text` into pieces that tile it. Cost: linear.
pub(super) fn cut(text: &str, rules: &Rules) -> Vec<Piece> {
    let clusters = clusters(text);
    let mut cutter = Cutter { text, rules, clusters: &clusters, pieces: Vec::new() };
    let mut at = 0;
    while at < clusters.len() {
        at = cutter.piece(at);
    }
    cutter.pieces
}

struct Cutter<'t> {
    text: &'t str,
    rules: &'t Rules,
    clusters: &'t [Cluster],
    pieces: Vec<Piece>,
}

impl Cutter<'_> {
    /// Cuts the piece that begins at cluster `at` and gives the cluster after it.
    fn piece(&mut self, at: usize) -> usize {
        let (end, shape) = match self.class(at) {
            Some(Class::Space | Class::Ignorable) => {
                (self.run(at, |c| matches!(c.class, Class::Space | Class::Ignorable)), Shape::Space)
            }
            Some(Class::Alone) => (self.run(at + 1, |c| c.class == Class::Ignorable), Shape::Word),
            Some(Class::Katakana) => {
                (self.run(at + 1, |c| matches!(c.class, Class::Katakana | Class::Ignorable)), Shape::Word)
            }
            Some(Class::Digit) => self.number(at),
            Some(Class::Letter) => (self.word(at), Shape::Word),
            _ => (self.sign(at), Shape::Sign),
        };
        self.push(at, end, shape);
        end
    }

    fn push(&mut self, from: usize, to: usize, shape: Shape) {
        let offset = |at: usize| self.clusters.get(at).map_or(self.text.len(), |c| c.start);
        self.pieces.push(Piece { start: offset(from), end: offset(to), shape });
    }

    fn class(&self, at: usize) -> Option<Class> {
        self.clusters.get(at).map(|c| c.class)
    }

    fn first(&self, at: usize) -> Option<char> {
        self.clusters.get(at).map(|c| c.first)
    }

    /// The first cluster from `at` on that `belongs` does not hold for.
    fn run(&self, at: usize, belongs: impl Fn(&Cluster) -> bool) -> usize {
        let rest = self.clusters.get(at..).unwrap_or(&[]);
        at + rest.iter().take_while(|c| belongs(c)).count()
    }

    /// Skips what is not seen.
    fn seen(&self, at: usize) -> usize {
        self.run(at, |c| c.class == Class::Ignorable)
    }

    /// A sign; dots and dashes that follow one another are one.
    fn sign(&self, at: usize) -> usize {
        match self.first(at) {
            Some('.') => self.run(at, |c| c.first == '.'),
            Some('-' | '\u{2010}'..='\u{2015}') => {
                self.run(at, |c| matches!(c.first, '-' | '\u{2010}'..='\u{2015}'))
            }
            _ => at + 1,
        }
    }

    /// A word, from a letter on.
    fn word(&self, from: usize) -> usize {
        let mut at = from;
        // Where the part since the last joined stop begins.
        let mut part = from;
        loop {
            at = self.run(at, |c| {
                matches!(c.class, Class::Letter | Class::Digit | Class::Ignorable) || c.first == '_'
            });
            let next = self.seen(at + 1);
            let goes_on = self.class(next) == Some(Class::Letter);
            match self.first(at) {
                Some('\'' | '\u{2019}' | '\u{FF07}') if goes_on => {
                    if at - from <= LONGEST_ELISION && self.rules.is_elision(&fold(self.text_of(from, at))) {
                        return at + 1;
                    }
                }
                Some('.') if goes_on && self.joins(part, at, next) => part = at + 1,
                Some('.') if part > from && is_dotted(&fold(self.text_of(from, at))) => return at + 1,
                Some('\u{B7}' | '\u{5F4}' | '\u{5F3}') if goes_on => {}
                _ => return at,
            }
            at += 1;
        }
    }

    /// Whether the stop at `at` is inside a word: between single letters, or between small letters as in an address.
    fn joins(&self, part: usize, at: usize, next: usize) -> bool {
        let single = at - part == 1 && self.class(next + 1) != Some(Class::Letter);
        let small = |at: usize| self.first(at).is_some_and(char::is_lowercase);
        single || (at > part && small(at - 1) && small(next))
    }

    /// A number, from a digit on, with what is written onto it: "1,000", "18th", "1990s".
    fn number(&self, from: usize) -> (usize, Shape) {
        let mut at = from;
        loop {
            at = self.run(at, |c| matches!(c.class, Class::Digit | Class::Ignorable));
            let joined = matches!(
                self.first(at),
                Some('.' | ',' | '\'' | '\u{2019}' | '\u{66B}' | '\u{66C}' | '\u{FF0C}' | '\u{FF0E}')
            ) && self.class(self.seen(at + 1)) == Some(Class::Digit);
            if !joined && !self.groups(from, at) {
                break;
            }
            at += 1;
        }
        let end = if self.class(at) == Some(Class::Letter) { self.word(at) } else { at };
        let glued =
            end == at || matches!(fold(self.text_of(at, end)).as_str(), "am" | "pm" | "a.m." | "p.m.");
        (if glued { at } else { end }, Shape::Number)
    }

    /// Whether a space at `at` stands between thousands in this language: "12 500".
    fn groups(&self, from: usize, at: usize) -> bool {
        let digits = |at: usize| self.run(at, |c| c.class == Class::Digit) - at;
        let first = digits(from);
        self.rules.groups.contains(&' ')
            && self.class(at) == Some(Class::Space)
            && self.first(at).is_some_and(|c| !matches!(c, '\n' | '\r'))
            && digits(at + 1) == 3
            && (1..=3).contains(&first)
            && (at - from) % 4 == first % 4
    }

    fn text_of(&self, from: usize, to: usize) -> &str {
        let offset = |at: usize| self.clusters.get(at).map_or(self.text.len(), |c| c.start);
        self.text.get(offset(from)..offset(to)).unwrap_or("")
    }
}

/// No language has a longer word, in letters, that loses its vowel before an apostrophe.
const LONGEST_ELISION: usize = 8;

/// The grapheme clusters of a text.
fn clusters(text: &str) -> Vec<Cluster> {
    let cluster = |start: usize| {
        let first = text.get(start..).and_then(|t| t.chars().next()).unwrap_or(' ');
        Cluster { start, first, class: class(first) }
    };
    if text.chars().all(is_simple) {
        return text
            .char_indices()
            .map(|(start, first)| Cluster { start, first, class: class(first) })
            .collect();
    }
    let breaks = GraphemeClusterSegmenter::new().segment_str(text);
    breaks.take_while(|&at| at < text.len()).map(cluster).collect()
}

/// Whether a character is a cluster of its own beside others of which this holds: Latin letters, and the signs of
/// print. A carriage return goes with the line feed after it.
fn is_simple(c: char) -> bool {
    c != '\r' && matches!(c, '\0'..'\u{300}' | '\u{2010}'..='\u{2027}')
}

fn class(first: char) -> Class {
    match u32::from(first) {
        0x41..=0x5A | 0x61..=0x7A => Class::Letter,
        0x20 => Class::Space,
        _ if first.is_whitespace() => Class::Space,
        _ if is_ignorable(first) => Class::Ignorable,
        _ if digit(first).is_some() => Class::Digit,
        0x30A1..=0x30FA | 0x30FC..=0x30FE | 0x31F0..=0x31FF | 0xFF66..=0xFF9F => Class::Katakana,
        0xE01..=0xE4F
        | 0xE81..=0xEDF
        | 0x1000..=0x109F
        | 0x1780..=0x17D3
        | 0x1950..=0x19DF
        | 0x3005..=0x3007
        | 0x3041..=0x3096
        | 0x3400..=0x4DBF
        | 0x4E00..=0x9FFF
        | 0xF900..=0xFAFF
        | 0x2_0000..=0x3_FFFF
            if first.is_alphanumeric() =>
        {
            Class::Alone
        }
        _ if first.is_alphanumeric() => Class::Letter,
        _ => Class::Sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::language::Language;

    /// The pieces of a text with a bar between them.
    fn bars(text: &str, language: Language) -> String {
        let pieces = cut(text, Rules::of(language));
        pieces.iter().map(|p| &text[p.start..p.end]).collect::<Vec<_>>().join("|")
    }

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

    #[test]
    fn english_pieces() {
        for (text, expected) in [
            ("the U.S.-designated", "the| |U.S.|-|designated"),
            ("Guards’ and Trump's", "Guards|’| |and| |Trump's"),
            ("at 9am or 9 a.m.", "at| |9|am| |or| |9| |a.m."),
            ("1,000 or 3.5%, the 18th", "1,000| |or| |3.5|%|,| |the| |18th"),
            ("wait... no--yes", "wait|...| |no|--|yes"),
            ("Friday.It at example.com.", "Friday|.|It| |at| |example.com|."),
            ("so\u{AD}le\u{200B}mani\u{A0} x", "so\u{AD}le\u{200B}mani|\u{A0} |x"),
            ("J. Smith, Gen. Lee", "J|.| |Smith|,| |Gen|.| |Lee"),
        ] {
            assert_eq!(bars(text, Language::En), expected);
        }
    }

    #[test]
    fn pieces_of_other_languages() {
        for (text, language, expected) in [
            ("L’armée d'Iran", Language::Fr, "L’|armée| |d'|Iran"),
            ("12 500 morts en 2020 300", Language::Fr, "12 500| |morts| |en| |2020| |300"),
            ("ソレイマニ司令官が", Language::Ja, "ソレイマニ|司|令|官|が"),
            ("กำลัง ทหาร", Language::Other, "กำ|ลั|ง| |ท|ห|า|ร"),
            ("이란 사령관은", Language::Ko, "이란| |사령관은"),
            ("من ٣٫٥ مليون", Language::Ar, "من| |٣٫٥| |مليون"),
        ] {
            assert_eq!(bars(text, language), expected);
        }
    }
}
