//! The words of a comparison as the aligner counts them: stems, and what they stand for.

use crate::text::{Lexicon, TermId};
use std::collections::HashMap;

/// A stem or a class of related words. The numbers carry no meaning beyond equality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit(pub u32);

/// For every term of a lexicon its stem and its sense.
pub struct Units {
    stems: Vec<Unit>,
    senses: Vec<Unit>,
    light: Vec<bool>,
    roles: Vec<bool>,
    actions: Vec<bool>,
    count: usize,
}

impl Units {
    /// Looks up every term once.
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut ids: HashMap<TermId, Unit> = HashMap::new();
        let mut classes: HashMap<u16, Unit> = HashMap::new();
        let mut units = Self {
            stems: Vec::new(),
            senses: Vec::new(),
            light: Vec::new(),
            roles: Vec::new(),
            actions: Vec::new(),
            count: 0,
        };
        let mut next = 0_u32;
        for term in (0..).map(TermId).take(lexicon.len()) {
            let stem = lexicon.stem(term);
            let class = lexicon.related_class(term);
            let mut fresh = || {
                next += 1;
                Unit(next - 1)
            };
            let unit = *ids.entry(stem).or_insert_with(&mut fresh);
            let sense = class.map_or(unit, |c| *classes.entry(c.id).or_insert_with(&mut fresh));
            units.stems.push(unit);
            units.senses.push(sense);
            units.light.push(class.is_some_and(|c| c.light));
            units
                .actions
                .push(class.map_or_else(|| is_verb(lexicon.key(term)), |c| !c.light && !c.role && !c.thing));
            units.roles.push(class.is_some_and(|c| c.role));
        }
        units.count = next as usize;
        units
    }

    /// The stem of a term.
    pub fn stem(&self, term: TermId) -> Unit {
        self.stems.get(term.0 as usize).copied().unwrap_or(Unit(0))
    }

    /// The class of related words that a term belongs to, or its stem.
    pub fn sense(&self, term: TermId) -> Unit {
        self.senses.get(term.0 as usize).copied().unwrap_or(Unit(0))
    }

    /// Whether a term is found in any story.
    pub fn is_light(&self, term: TermId) -> bool {
        self.light.get(term.0 as usize).copied().unwrap_or(false)
    }

    /// Whether a term is a title or role.
    pub fn is_role(&self, term: TermId) -> bool {
        self.roles.get(term.0 as usize).copied().unwrap_or(false)
    }

    /// Whether a term tells what happened, as far as can be known: a class of deeds, or a form that verbs have.
    pub fn is_action(&self, term: TermId) -> bool {
        self.actions.get(term.0 as usize).copied().unwrap_or(false)
    }

    /// One more than the largest unit.
    pub fn count(&self) -> usize {
        self.count
    }
}

/// Whether an English word of no class looks like a form of a verb.
fn is_verb(key: &str) -> bool {
    key.len() > 4 && ["ed", "ing", "ize", "ise", "ized", "ised"].iter().any(|ending| key.ends_with(ending))
}
