//! Words that newsrooms use for one another, at two widths, see `README.md`.
//!
//! Classes gather a whole field (attack, raid, missile); groups hold what can stand for one another in a sentence:
//! irregular forms of one word, and other words for one thing. The table is general vocabulary, English only, written
//! by hand, and names nothing that belongs to one event. A language without a table loses nothing but these pairs.

use super::table::Table;
use std::sync::OnceLock;

/// A semantic field: a class of words that may stand for one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SemanticField {
    /// Its number: the line of the table.
    pub id: u16,
    /// Whether its words are found in any story, and so tell little about which.
    pub common: bool,
    /// Whether its words are titles and roles: they say who somebody is, not what happened.
    pub role: bool,
    /// Whether its words name things: a topic, not what happened.
    pub topic: bool,
}

/// A synset: words that can stand for one another in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Synset {
    line: u16,
    /// Whether its members are forms of one lemma.
    pub one_lemma: bool,
}

/// What the table says of a word given by its stem: its class, and its groups. The table is read at the first call;
/// then one look-up.
pub(crate) fn look_up(stem: &str) -> (Option<SemanticField>, Vec<Synset>) {
    static TABLE: OnceLock<Table> = OnceLock::new();
    let table = TABLE.get_or_init(|| Table::read(&[include_str!("thesaurus.txt")]));
    let (mut class, mut groups) = (None, Vec::new());
    for entry in table.find(stem) {
        let (id, name) = (entry.line, table.name(entry.line));
        match name {
            "inflection" | "synonym" => groups.push(Synset { line: id, one_lemma: name == "inflection" }),
            _ => {
                let is = |kind| name == kind;
                class =
                    Some(SemanticField { id, common: is("common"), role: is("role"), topic: is("topic") });
            }
        }
    }
    (class, groups)
}

/// The line of a name, given by its folded words, among names of one and the same that share no letters ("U.S.",
/// "American"). The table, `aliases.txt`, is read at the first call; then one look-up.
pub(crate) fn alias(name: &[&str]) -> Option<u16> {
    static ALIASES: OnceLock<Table> = OnceLock::new();
    let table = ALIASES.get_or_init(|| Table::read(&[include_str!("aliases.txt")]));
    let words = || name.iter().map(|word| word.trim_end_matches('.'));
    table.find(words().next()?).find(|e| e.phrase.split('_').eq(words())).map(|e| e.line)
}

#[cfg(test)]
mod tests {
    use super::super::languages::Language;
    use super::super::stem::stem;
    use std::collections::HashSet;

    #[test]
    fn the_table_lists_stems_and_each_in_one_class() {
        let mut classed = HashSet::new();
        for line in include_str!("thesaurus.txt").lines() {
            let (name, words) = line.split_once(' ').unwrap();
            assert!(["common", "role", "topic", "event", "inflection", "synonym"].contains(&name), "{line}");
            for word in words.split(' ') {
                assert_eq!(word, stem(word, Language::En), "not a stem: {line}");
                let is_class = name != "inflection" && name != "synonym";
                assert!(!is_class || classed.insert(word), "{word} has a class already: {line}");
            }
        }
    }
}
