//! The words of a comparison as the aligner counts them: stems, and what they stand for.

use crate::language::Rules;
use crate::text::{Lexicon, TermId};

/// A stem or a class of related words. The numbers carry no meaning beyond equality.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit(pub u32);

/// For every term of a lexicon what it stands for.
pub struct Units {
    terms: Vec<Facets>,
    initials: Vec<Option<char>>,
    /// For each unit whether it is a class found in any story.
    light: Vec<bool>,
}

/// What one term stands for.
#[derive(Clone, Copy, Default)]
struct Facets {
    stem: Unit,
    sense: Unit,
    role: Role,
    pronoun: bool,
}

/// What kind of word a term is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Role {
    /// Found in any story.
    Light,
    /// A title or role of a person.
    Title,
    /// A deed.
    Deed,
    /// Anything else.
    #[default]
    Other,
}

impl Units {
    /// Looks up every term once.
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut stems: Vec<Option<Unit>> = vec![None; lexicon.len()];
        let mut classes: Vec<Option<Unit>> = vec![None; usize::from(u16::MAX) + 1];
        let mut units = Self { terms: Vec::new(), initials: Vec::new(), light: Vec::new() };
        let mut next = 0_u32;
        for term in (0..).map(TermId).take(lexicon.len()) {
            let (key, rules) = (lexicon.normalized(term), lexicon.rules(term));
            let class = lexicon.semantic_field(term);
            let mut fresh = || {
                next += 1;
                Unit(next - 1)
            };
            let stem = match stems.get_mut(lexicon.stem(term).0 as usize) {
                Some(known) => *known.get_or_insert_with(&mut fresh),
                None => fresh(),
            };
            let class_unit = class.and_then(|c| classes.get_mut(usize::from(c.id)));
            let sense = class_unit.map_or(stem, |known| *known.get_or_insert_with(&mut fresh));
            units.terms.push(Facets {
                stem,
                sense,
                role: match class {
                    Some(class) if class.common => Role::Light,
                    Some(class) if class.role => Role::Title,
                    Some(class) if class.topic => Role::Other,
                    None if !is_verb(key, rules) => Role::Other,
                    _ => Role::Deed,
                },
                pronoun: rules.is_person_pronoun(key),
            });
            units.initials.push(key.chars().next());
        }
        units.light = vec![false; next as usize];
        for facets in units.terms.iter().filter(|f| f.role == Role::Light) {
            if let Some(light) = units.light.get_mut(facets.sense.0 as usize) {
                *light = true;
            }
        }
        units
    }

    fn of(&self, term: TermId) -> Facets {
        self.terms.get(term.0 as usize).copied().unwrap_or_default()
    }

    /// The stem of a term.
    pub fn stem(&self, term: TermId) -> Unit {
        self.of(term).stem
    }

    /// The class of related words that a term belongs to, or its stem.
    pub fn sense(&self, term: TermId) -> Unit {
        self.of(term).sense
    }

    /// Whether a term is found in any story.
    pub fn is_light(&self, term: TermId) -> bool {
        self.of(term).role == Role::Light
    }

    /// Whether a term is a title or role.
    pub fn is_role(&self, term: TermId) -> bool {
        self.of(term).role == Role::Title
    }

    /// Whether a term tells what happened, as far as can be known: a class of deeds, or a form that verbs have.
    pub fn is_action(&self, term: TermId) -> bool {
        self.of(term).role == Role::Deed
    }

    /// Whether a term stands for a person named before.
    pub fn is_pronoun(&self, term: TermId) -> bool {
        self.of(term).pronoun
    }

    /// The stem of the acronym of several words, where one of the articles writes it.
    pub fn acronym(&self, lexicon: &Lexicon, words: &[TermId]) -> Option<Unit> {
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

    /// One more than the largest unit.
    pub fn count(&self) -> usize {
        self.light.len()
    }

    /// For each unit whether it is a class of words found in any story.
    pub fn light(&self) -> Vec<bool> {
        self.light.clone()
    }
}

/// Whether a word of no class looks like a form of a verb; short ones could be anything.
fn is_verb(key: &str, rules: &Rules) -> bool {
    key.len() > 4 && rules.has_verb_ending(key)
}
