//! The words of one comparison: every comparison key once, named by a number.

use super::shape::Shape;
use crate::language::stem::stem;
use crate::language::thesaurus::RelatedClass;
use crate::language::{Language, Rules};
use std::collections::HashMap;
use std::sync::OnceLock;

/// A term: a normalised token of one comparison. Equal ids mean equal keys. The numbers follow the order of first
/// use, so nothing may depend on which of two is larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct TermId(pub u32);

/// All terms of a comparison. Two lexicons are equal when they name the same keys and stems by the same numbers.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Lexicon {
    keys: Vec<String>,
    /// The stem of each key.
    stems: Vec<TermId>,
    /// The language of each key. Of several the first in their fixed order decides, so that the order of the articles
    /// does not.
    languages: Vec<Language>,
    /// Only needed while documents are prepared.
    #[cfg_attr(feature = "serde", serde(skip))]
    preparing: Preparing,
    /// The shape of each key, each made when it is first asked for; emptied by a new key.
    #[cfg_attr(feature = "serde", serde(skip))]
    shapes: OnceLock<Vec<OnceLock<Shape>>>,
}

#[derive(Clone, Debug, Default)]
struct Preparing {
    ids: HashMap<String, TermId>,
}

impl PartialEq for Lexicon {
    fn eq(&self, other: &Self) -> bool {
        self.keys == other.keys && self.stems == other.stems
    }
}

impl Eq for Lexicon {}

impl Lexicon {
    /// The id of `key`, new or known, as a word of `language`; its stem becomes a term too.
    pub fn intern(&mut self, key: &str, language: Language) -> TermId {
        let id = self.id(key);
        let at = id.0 as usize;
        if self.languages.get(at).is_some_and(|&known| language < known) {
            let stem = stem(key, language);
            let stem = if stem == key { id } else { self.id(&stem) };
            if let (Some(known), Some(slot)) = (self.languages.get_mut(at), self.stems.get_mut(at)) {
                *known = language;
                *slot = stem;
                self.shapes.take();
            }
        }
        id
    }

    /// The id of a key, which is its own stem when it is new.
    fn id(&mut self, key: &str) -> TermId {
        if let Some(&id) = self.preparing.ids.get(key) {
            return id;
        }
        self.shapes.take();
        let id = TermId(u32::try_from(self.keys.len()).unwrap_or(u32::MAX));
        self.keys.push(key.to_owned());
        self.stems.push(id);
        self.languages.push(Language::Other);
        self.preparing.ids.insert(key.to_owned(), id);
        id
    }

    /// The id of a key, if it is known. Only while documents are prepared and aligned.
    pub fn find(&self, key: &str) -> Option<TermId> {
        self.preparing.ids.get(key).copied()
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

    /// What is known of the language that a term is a word of; of no language for an id of another lexicon.
    pub(crate) fn rules(&self, term: TermId) -> &'static Rules {
        Rules::of(self.languages.get(term.0 as usize).copied().unwrap_or(Language::Other))
    }

    /// How a term looks and what it stands for. Cost: linear in its letters at the first call, then one look-up.
    pub fn shape(&self, term: TermId) -> &Shape {
        static NONE: Shape = Shape::NONE;
        let shapes = self.shapes.get_or_init(|| self.keys.iter().map(|_| OnceLock::new()).collect());
        shapes.get(term.0 as usize).map_or(&NONE, |shape| {
            shape.get_or_init(|| Shape::new(self.key(term), self.key(self.stem(term))))
        })
    }

    /// The class of words of news English that a term belongs to, if it has one.
    pub fn related_class(&self, term: TermId) -> Option<RelatedClass> {
        self.shape(term).class
    }

    /// How many terms there are, stems included.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is no term.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}
