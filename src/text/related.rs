//! Words that newsrooms use for one another: a small table of general news English, see `related.txt`.

use super::language::Language;
use super::stem::stem;
use super::table::Table;
use std::sync::OnceLock;

/// A class of words that may stand for one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelatedClass {
    /// Its number: the line of the table.
    pub id: u16,
    /// Whether its words are found in any story, and so tell little about which.
    pub light: bool,
    /// Whether its words are titles and roles: they say who somebody is, not what happened.
    pub role: bool,
    /// Whether its words name things: a topic, not what happened.
    pub thing: bool,
}

const TABLE: &str = include_str!("related.txt");

/// The class of a word given by its stem, if it has one. The table is read at the first call; then one look-up.
pub fn related_class(stem: &str) -> Option<RelatedClass> {
    static CLASSES: OnceLock<Table<String, RelatedClass>> = OnceLock::new();
    CLASSES.get_or_init(|| parse(TABLE)).get(stem).copied()
}

fn parse(table: &str) -> Table<String, RelatedClass> {
    let mut classes = Table::default();
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    for (id, line) in (0..).zip(lines) {
        let light = line.starts_with('-');
        let role = line.starts_with('=');
        let thing = line.starts_with('*');
        for word in line.trim_start_matches(['-', '=', '*']).split_whitespace() {
            classes.entry(stem(word, Language::En)).or_insert(RelatedClass { id, light, role, thing });
        }
    }
    classes
}
