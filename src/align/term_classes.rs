//! Which terms of a comparison count as one: those of one stem, and those of one semantic field.

use crate::language::Rules;
use crate::text::{Lexicon, TermId};

/// The terms of one stem, or of one semantic field. The numbers carry no meaning beyond equality.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermClass(pub u32);

/// The stem and the semantic field of every term of a lexicon.
pub(crate) struct TermClasses {
    terms: Vec<TermFacts>,
    initials: Vec<Option<char>>,
    /// For each class whether it is a semantic field of common words.
    common: Vec<bool>,
}

/// What is known of one term.
#[derive(Clone, Copy, Default)]
struct TermFacts {
    stem: TermClass,
    /// Its semantic field, or its stem where it has none.
    field: TermClass,
    kind: TermKind,
    pronoun: bool,
}

/// What kind of word a term is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum TermKind {
    /// Found in any story, as the thesaurus marks it.
    Common,
    /// A title or role of a person.
    Role,
    /// An action.
    Action,
    /// Anything else.
    #[default]
    Other,
}

impl TermClasses {
    /// Looks up every term once.
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let mut stems: Vec<Option<TermClass>> = vec![None; lexicon.len()];
        let mut fields: Vec<Option<TermClass>> = vec![None; usize::from(u16::MAX) + 1];
        let mut classes = Self { terms: Vec::new(), initials: Vec::new(), common: Vec::new() };
        let mut next = 0_u32;
        for term in (0..).map(TermId).take(lexicon.len()) {
            let (normalized, rules) = (lexicon.normalized(term), lexicon.rules(term));
            let semantic_field = lexicon.semantic_field(term);
            let mut fresh = || {
                next += 1;
                TermClass(next - 1)
            };
            let stem = match stems.get_mut(lexicon.stem(term).0 as usize) {
                Some(known) => *known.get_or_insert_with(&mut fresh),
                None => fresh(),
            };
            let known = semantic_field.and_then(|field| fields.get_mut(usize::from(field.id)));
            let field = known.map_or(stem, |known| *known.get_or_insert_with(&mut fresh));
            classes.terms.push(TermFacts {
                stem,
                field,
                kind: match semantic_field {
                    Some(field) if field.common => TermKind::Common,
                    Some(field) if field.role => TermKind::Role,
                    Some(field) if field.topic => TermKind::Other,
                    None if !is_verb(normalized, rules) => TermKind::Other,
                    _ => TermKind::Action,
                },
                pronoun: rules.is_person_pronoun(normalized),
            });
            classes.initials.push(normalized.chars().next());
        }
        classes.common = vec![false; next as usize];
        for facts in classes.terms.iter().filter(|f| f.kind == TermKind::Common) {
            if let Some(common) = classes.common.get_mut(facts.field.0 as usize) {
                *common = true;
            }
        }
        classes
    }

    fn of(&self, term: TermId) -> TermFacts {
        self.terms.get(term.0 as usize).copied().unwrap_or_default()
    }

    /// The stem of a term.
    pub(crate) fn stem(&self, term: TermId) -> TermClass {
        self.of(term).stem
    }

    /// The semantic field of a term, or its stem where it has none.
    pub(crate) fn field(&self, term: TermId) -> TermClass {
        self.of(term).field
    }

    /// Whether a term is found in any story.
    pub(crate) fn is_common(&self, term: TermId) -> bool {
        self.of(term).kind == TermKind::Common
    }

    /// Whether a term is a title or role.
    pub(crate) fn is_role(&self, term: TermId) -> bool {
        self.of(term).kind == TermKind::Role
    }

    /// Whether a term tells what happened, as far as can be known: a semantic field of actions, or a form that verbs have.
    pub(crate) fn is_action(&self, term: TermId) -> bool {
        self.of(term).kind == TermKind::Action
    }

    /// Whether a term stands for a person named before.
    pub(crate) fn is_pronoun(&self, term: TermId) -> bool {
        self.of(term).pronoun
    }

    /// The stem of the acronym of several words, where one of the articles writes it.
    pub(crate) fn acronym(&self, lexicon: &Lexicon, words: &[TermId]) -> Option<TermClass> {
        if !(2..=6).contains(&words.len()) {
            return None;
        }
        let mut acronym = String::new();
        for word in words {
            let initial = self.initials.get(word.0 as usize).copied().flatten();
            acronym.push(initial.filter(char::is_ascii_lowercase)?);
        }
        acronym.push('.');
        let known = lexicon.find(&acronym).or_else(|| lexicon.find(acronym.trim_end_matches('.')));
        known.map(|term| self.stem(term))
    }

    /// How many classes there are: one more than the largest.
    pub(crate) fn count(&self) -> usize {
        self.common.len()
    }

    /// For each class whether it is a semantic field of common words.
    pub(crate) fn common(&self) -> Vec<bool> {
        self.common.clone()
    }
}

/// Whether a word of no semantic field looks like a form of a verb; short ones could be anything.
fn is_verb(normalized: &str, rules: &Rules) -> bool {
    normalized.len() > 4 && rules.has_verb_ending(normalized)
}
