//! The words of one comparison: every normalized form once, named by a number.

use super::shape::WordShape;
use crate::language::stem::stem;
use crate::language::thesaurus::SemanticField;
use crate::language::{Language, Rules};
use std::collections::HashMap;
use std::sync::OnceLock;

/// A term: a normalized token of one comparison. Equal ids mean equal forms. The numbers follow the order of first
/// use, so nothing may depend on which of two is larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct TermId(pub u32);

/// All terms of a comparison. Two lexicons are equal when they name the same forms and stems by the same numbers.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Lexicon {
    forms: Vec<String>,
    /// The stem of each form.
    stems: Vec<TermId>,
    /// The language of each form. Of several the first in their fixed order decides, so that the order of the articles
    /// does not.
    languages: Vec<Language>,
    /// Only needed while documents are prepared.
    #[cfg_attr(feature = "serde", serde(skip))]
    preparing: Preparing,
    /// The shape of each form, each made when it is first asked for; emptied by a new form.
    #[cfg_attr(feature = "serde", serde(skip))]
    shapes: OnceLock<Vec<OnceLock<WordShape>>>,
}

#[derive(Clone, Debug, Default)]
struct Preparing {
    ids: HashMap<String, TermId>,
}

impl PartialEq for Lexicon {
    fn eq(&self, other: &Self) -> bool {
        self.forms == other.forms && self.stems == other.stems
    }
}

impl Eq for Lexicon {}

impl Lexicon {
    /// The id of `form`, new or known, as a word of `language`; its stem becomes a term too.
    pub fn intern(&mut self, form: &str, language: Language) -> TermId {
        let id = self.id(form);
        let at = id.0 as usize;
        if self.languages.get(at).is_some_and(|&known| language < known) {
            let stem = stem(form, language);
            let stem = if stem == form { id } else { self.id(&stem) };
            if let (Some(known), Some(slot)) = (self.languages.get_mut(at), self.stems.get_mut(at)) {
                *known = language;
                *slot = stem;
                self.shapes.take();
            }
        }
        id
    }

    /// The id of a form, which is its own stem when it is new.
    fn id(&mut self, form: &str) -> TermId {
        if let Some(&id) = self.preparing.ids.get(form) {
            return id;
        }
        self.shapes.take();
        let id = TermId(u32::try_from(self.forms.len()).unwrap_or(u32::MAX));
        self.forms.push(form.to_owned());
        self.stems.push(id);
        self.languages.push(Language::Other);
        self.preparing.ids.insert(form.to_owned(), id);
        id
    }

    /// The id of a form, if it is known. Only while documents are prepared and aligned.
    pub fn find(&self, form: &str) -> Option<TermId> {
        self.preparing.ids.get(form).copied()
    }

    /// The normalized form of a term; empty for an id of another lexicon.
    pub fn normalized(&self, term: TermId) -> &str {
        self.forms.get(term.0 as usize).map_or("", String::as_str)
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
    pub fn shape(&self, term: TermId) -> &WordShape {
        static NONE: WordShape = WordShape::NONE;
        let shapes = self.shapes.get_or_init(|| self.forms.iter().map(|_| OnceLock::new()).collect());
        shapes.get(term.0 as usize).map_or(&NONE, |shape| {
            shape.get_or_init(|| WordShape::new(self.normalized(term), self.normalized(self.stem(term))))
        })
    }

    /// The class of words of news English that a term belongs to, if it has one.
    pub fn semantic_field(&self, term: TermId) -> Option<SemanticField> {
        self.shape(term).class
    }

    /// How many terms there are, stems included.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether there is no term.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }
}
