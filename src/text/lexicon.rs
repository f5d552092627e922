//! The words of one comparison: every comparison key once, named by a number.

use std::collections::HashMap;

/// A term: a normalised token of one comparison. Equal ids mean equal keys. The numbers follow the order of first
/// use, so nothing may depend on which of two is larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct TermId(pub u32);

/// All terms of a comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Lexicon {
    keys: Vec<String>,
    /// The stem of each key.
    stems: Vec<TermId>,
    /// Only needed while documents are prepared.
    #[cfg_attr(feature = "serde", serde(skip))]
    ids: HashMap<String, TermId>,
}

impl Lexicon {
    /// The id of `key`, new or known.
    pub fn intern(&mut self, key: &str) -> TermId {
        if let Some(&id) = self.ids.get(key) {
            return id;
        }
        let id = TermId(u32::try_from(self.keys.len()).unwrap_or(u32::MAX));
        self.keys.push(key.to_owned());
        self.stems.push(id);
        self.ids.insert(key.to_owned(), id);
        id
    }

    /// The comparison key of a term; empty for an id of another lexicon.
    pub fn key(&self, term: TermId) -> &str {
        self.keys.get(term.0 as usize).map_or("", String::as_str)
    }

    /// The term that stands for all spellings and inflections of a term; the term itself when it is alone. Equal
    /// stems are variants of one word. An id of another lexicon is its own stem.
    pub fn stem(&self, term: TermId) -> TermId {
        self.stems.get(term.0 as usize).copied().unwrap_or(term)
    }

    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is no term.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}
