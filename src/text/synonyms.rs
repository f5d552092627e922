//! Words that can stand for each other in a sentence: irregular forms of one word, and other words for one thing.
//! Narrower than [`related`](super::related), which gathers whole fields.
//!
//! The table is general vocabulary, English only, and names nothing that belongs to one event. A language without a
//! table loses nothing but these pairs.

use super::language::Language;
use super::stem::stem;
use super::table::Table;
use std::sync::OnceLock;

/// The table: a group a line; forms of one word behind `=`, synonyms without.
const TABLE: &str = include_str!("synonyms.txt");

/// A group of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SynonymGroup {
    line: u16,
    /// Whether its members are forms of one word.
    pub one_word: bool,
}

/// The groups that a word belongs to, by its stem. The table is read at the first call; then one look-up.
pub fn synonym_groups(stem: &str) -> &'static [SynonymGroup] {
    static GROUPS: OnceLock<Table<String, Vec<SynonymGroup>>> = OnceLock::new();
    GROUPS.get_or_init(|| parse(TABLE)).get(stem).map_or(&[], Vec::as_slice)
}

fn parse(table: &str) -> Table<String, Vec<SynonymGroup>> {
    let mut groups: Table<String, Vec<SynonymGroup>> = Table::default();
    for (line, members) in (0..).zip(table.lines()) {
        let one_word = members.starts_with('=');
        for member in members.trim_start_matches('=').split_whitespace() {
            let known = groups.entry(stem(member, Language::En)).or_default();
            if known.last().is_none_or(|last| last.line != line) {
                known.push(SynonymGroup { line, one_word });
            }
        }
    }
    groups
}
