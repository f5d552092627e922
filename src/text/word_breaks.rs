//! Cuts a text into words, numbers, signs and white space, on grapheme cluster boundaries.
//!
//! The rules are those of Unicode Standard Annex #29 for words, with what comparison needs instead: hyphens part
//! words, "U.S." keeps its last stop, elided articles stand alone, runs written without spaces are cut into
//! characters, white space stays together, and what is not seen does not part a word.

use super::normalize::is_dotted;
use crate::language::Rules;
use crate::unicode::{cluster_starts, digit, fold, is_ignorable, is_katakana, needs_no_spaces};

/// A stretch of text, in bytes, and what it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: PieceKind,
}

/// What a piece looks like, before any language is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
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
    class: ClusterClass,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ClusterClass {
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
pub(super) fn pieces(text: &str, rules: &Rules) -> Vec<Piece> {
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
        let (end, kind) = match self.class(at) {
            Some(ClusterClass::Space | ClusterClass::Ignorable) => (
                self.run(at, |c| matches!(c.class, ClusterClass::Space | ClusterClass::Ignorable)),
                PieceKind::Space,
            ),
            Some(ClusterClass::Alone) => {
                (self.run(at + 1, |c| c.class == ClusterClass::Ignorable), PieceKind::Word)
            }
            Some(ClusterClass::Katakana) => (
                self.run(at + 1, |c| matches!(c.class, ClusterClass::Katakana | ClusterClass::Ignorable)),
                PieceKind::Word,
            ),
            Some(ClusterClass::Digit) => self.number(at),
            Some(ClusterClass::Letter) => (self.word(at), PieceKind::Word),
            _ => (self.sign(at), PieceKind::Sign),
        };
        self.push(at, end, kind);
        end
    }

    fn push(&mut self, from: usize, to: usize, kind: PieceKind) {
        let offset = |at: usize| self.clusters.get(at).map_or(self.text.len(), |c| c.start);
        self.pieces.push(Piece { start: offset(from), end: offset(to), kind });
    }

    fn class(&self, at: usize) -> Option<ClusterClass> {
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
        self.run(at, |c| c.class == ClusterClass::Ignorable)
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
                matches!(c.class, ClusterClass::Letter | ClusterClass::Digit | ClusterClass::Ignorable)
                    || c.first == '_'
            });
            let next = self.seen(at + 1);
            let goes_on = self.class(next) == Some(ClusterClass::Letter);
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
        let single = at - part == 1 && self.class(next + 1) != Some(ClusterClass::Letter);
        let small = |at: usize| self.first(at).is_some_and(char::is_lowercase);
        single || (at > part && small(at - 1) && small(next))
    }

    /// A number, from a digit on, with what is written onto it: "1,000", "18th", "1990s".
    fn number(&self, from: usize) -> (usize, PieceKind) {
        let mut at = from;
        loop {
            at = self.run(at, |c| matches!(c.class, ClusterClass::Digit | ClusterClass::Ignorable));
            let joined = matches!(
                self.first(at),
                Some('.' | ',' | '\'' | '\u{2019}' | '\u{66B}' | '\u{66C}' | '\u{FF0C}' | '\u{FF0E}')
            ) && self.class(self.seen(at + 1)) == Some(ClusterClass::Digit);
            if !joined && !self.groups(from, at) {
                break;
            }
            at += 1;
        }
        let end = if self.class(at) == Some(ClusterClass::Letter) { self.word(at) } else { at };
        let glued =
            end == at || matches!(fold(self.text_of(at, end)).as_str(), "am" | "pm" | "a.m." | "p.m.");
        (if glued { at } else { end }, PieceKind::Number)
    }

    /// Whether a space at `at` stands between thousands in this language: "12 500".
    fn groups(&self, from: usize, at: usize) -> bool {
        let digits = |at: usize| self.run(at, |c| c.class == ClusterClass::Digit) - at;
        let first = digits(from);
        self.rules.groups.contains(&' ')
            && self.class(at) == Some(ClusterClass::Space)
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
    cluster_starts(text).into_iter().map(cluster).collect()
}

fn class(first: char) -> ClusterClass {
    match u32::from(first) {
        0x41..=0x5A | 0x61..=0x7A => ClusterClass::Letter,
        0x20 => ClusterClass::Space,
        _ if first.is_whitespace() => ClusterClass::Space,
        _ if is_ignorable(first) => ClusterClass::Ignorable,
        _ if digit(first).is_some() => ClusterClass::Digit,
        _ if is_katakana(first) => ClusterClass::Katakana,
        _ if first.is_alphanumeric() && needs_no_spaces(first) => ClusterClass::Alone,
        _ if first.is_alphanumeric() => ClusterClass::Letter,
        _ => ClusterClass::Sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    /// The pieces of a text with a bar between them.
    fn bars(text: &str, language: Language) -> String {
        let pieces = pieces(text, Rules::of(language));
        pieces.iter().map(|p| &text[p.start..p.end]).collect::<Vec<_>>().join("|")
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
