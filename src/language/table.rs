//! Tables of the project's own words: texts compiled in, read in one pass, looked up by hash.
//!
//! A line is a name and then entries, separated by one space. An entry is a word, or a phrase with `_` for its spaces;
//! `=` gives it a value. Words stand as the comparison sees them, folded, so that nothing is copied while reading.

/// A text of lines, ready for look-ups.
#[derive(Debug, Default)]
pub(crate) struct Table {
    lines: Vec<TableLine>,
    entries: Vec<TableEntry>,
    /// For each hash one more than the last entry that has it.
    heads: Vec<u16>,
}

/// One line: its name, and which entries are its own.
#[derive(Debug)]
struct TableLine {
    name: &'static str,
    from: u16,
    to: u16,
}

/// One word or phrase of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TableEntry {
    /// The word, or the phrase as it stands in the table.
    pub(crate) phrase: &'static str,
    /// What stands behind `=`; empty when nothing does.
    pub(crate) value: &'static str,
    /// The number of its line.
    pub(crate) line: u16,
    /// Where its first word ends.
    first: u16,
    /// One more than the entry before it with the same hash.
    next: u16,
}

impl TableEntry {
    /// The first word of the phrase.
    pub(crate) fn first_word(&self) -> &'static str {
        self.phrase.get(..usize::from(self.first)).unwrap_or(self.phrase)
    }

    /// Whether it is a word and no phrase.
    pub(crate) fn is_word(&self) -> bool {
        usize::from(self.first) == self.phrase.len()
    }
}

/// Twice as many places for hashes as the largest table has entries would need more memory than they save time.
const PLACES: usize = 1 << 11;

impl Table {
    /// Reads texts, one after the other; what follows the first 65,000 entries is passed over. Cost: linear.
    pub(crate) fn read(texts: &[&'static str]) -> Self {
        let mut table = Self { heads: vec![0; PLACES], ..Self::default() };
        for text in texts {
            for line in text.split('\n') {
                table.add(line);
            }
        }
        table
    }

    fn add(&mut self, line: &'static str) {
        let (name, entries) = line.split_once(' ').unwrap_or((line, ""));
        let from = count(self.entries.len());
        let number = count(self.lines.len());
        for entry in entries.split(' ').filter(|e| !e.is_empty()) {
            let (phrase, value) = entry.split_once('=').unwrap_or((entry, ""));
            let first = phrase.split_once('_').map_or(phrase, |(first, _)| first);
            let at = count(self.entries.len() + 1);
            if let Some(head) = self.heads.get_mut(place(first)).filter(|_| at < u16::MAX) {
                self.entries.push(TableEntry {
                    phrase,
                    value,
                    line: number,
                    first: count(first.len()),
                    next: *head,
                });
                *head = at;
            }
        }
        self.lines.push(TableLine { name, from, to: count(self.entries.len()) });
    }

    /// The entries that begin with `word`, later ones first. Cost: one look-up.
    pub(crate) fn find<'t, 'w>(&'t self, word: &'w str) -> TableMatches<'t, 'w> {
        TableMatches { table: self, word, next: self.heads.get(place(word)).copied().unwrap_or(0) }
    }

    /// The name of a line.
    pub(crate) fn name(&self, line: u16) -> &'static str {
        self.lines.get(usize::from(line)).map_or("", |l| l.name)
    }

    /// The entries of all lines of one name, in order.
    pub(crate) fn named<'t>(&'t self, name: &'t str) -> impl Iterator<Item = &'t TableEntry> {
        let lines = self.lines.iter().filter(move |l| l.name == name);
        lines.flat_map(|l| self.entries.get(usize::from(l.from)..usize::from(l.to)).unwrap_or(&[]))
    }

    /// The names of all lines, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.lines.iter().map(|l| l.name)
    }
}

/// Entries that begin with one word.
pub(crate) struct TableMatches<'t, 'w> {
    table: &'t Table,
    word: &'w str,
    next: u16,
}

impl<'t> Iterator for TableMatches<'t, '_> {
    type Item = &'t TableEntry;

    fn next(&mut self) -> Option<&'t TableEntry> {
        while let Some(entry) =
            self.next.checked_sub(1).and_then(|at| self.table.entries.get(usize::from(at)))
        {
            self.next = entry.next;
            if entry.first_word() == self.word {
                return Some(entry);
            }
        }
        None
    }
}

fn count(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// Where entries that begin with a word hang: by its length and three of its letters, which costs the same for any word.
/// Nobody can choose the words of a table, and looking up a word that was chosen to collide costs no more than the few
/// entries that hang there.
fn place(word: &str) -> usize {
    let word = word.as_bytes();
    let at = |at: usize| word.get(at).map_or(0, |byte| u32::from(*byte));
    let ends = at(0) << 16 | at(word.len() / 2) << 8 | at(word.len().wrapping_sub(1));
    let hash = (ends ^ at(1) << 24 ^ at(word.len().wrapping_sub(2)) << 4).wrapping_mul(0x9e37_79b1);
    ((hash >> 12 ^ hash >> 22) as usize).wrapping_add(word.len() * 37) % PLACES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_and_phrases_with_their_values() {
        let table =
            Table::read(&["number one=1 two=2\nat-least at_least at_the_very_least\n", "number one=I"]);
        let one: Vec<_> = table.find("one").map(|e| (e.value, table.name(e.line))).collect();
        assert_eq!(one, [("I", "number"), ("1", "number")]);
        let at: Vec<_> = table.find("at").map(|e| (e.phrase, e.is_word())).collect();
        assert_eq!(at, [("at_the_very_least", false), ("at_least", false)]);
        assert_eq!(table.find("at_least").count() + table.find("three").count() + table.find("").count(), 0);
        assert_eq!(table.named("number").map(|e| e.phrase).collect::<Vec<_>>(), ["one", "two", "one"]);
    }

    #[test]
    fn finds_every_one_of_many() {
        let words: Vec<String> = (0..5000).map(|n| format!("word{n}")).collect();
        let text: &'static str = format!("many {}", words.join(" ")).leak();
        let table = Table::read(&[text]);
        assert!(words.iter().all(|w| table.find(w).count() == 1));
    }
}
