//! What the sentences of one document weigh beside another document.

use super::features::ratio;
use super::prepared::Words;
use super::profile::{Part, Profile};
use super::sets::{LIGHT, MAIN, Sets, Weights, person, sense, word};

/// What the sets of one sentence weigh.
#[derive(Clone, Copy, Debug, Default)]
pub struct Masses {
    /// All content words by their stems.
    pub stems: u32,
    /// All content words by their senses.
    pub senses: u32,
    /// What happened: senses of words that are neither names nor numbers.
    pub events: u32,
    /// What happened, where that is known.
    pub actions: u32,
    /// All senses, rare or not.
    pub flat: u32,
    /// Senses by how much they belong to the main news.
    pub main: u32,
    /// The same of what happened.
    pub main_events: u32,
    /// The same of what happened where that is known.
    pub main_actions: u32,
    /// Names.
    pub names: u32,
    /// Names, with those that a pronoun takes over.
    pub persons: u32,
    /// The same by how much they belong to the main news.
    pub main_persons: u32,
    /// Dyads.
    pub dyads: u32,
    /// Dyads by how much they belong to the main news.
    pub main_dyads: u32,
    /// How many of what happened.
    pub event_count: u32,
    /// How many numbers.
    pub numbers: u32,
}

impl Masses {
    /// Adds one sense.
    pub fn add_sense(&mut self, item: u64, weights: &Weights<'_>) {
        let (unit, event, action) = sense(item);
        let (weight, main) = (weights.sense(unit), weights.main(unit));
        add(&mut self.senses, weight);
        add(&mut self.main, main);
        add(&mut self.flat, if weights.is_light(unit) { MAIN / LIGHT } else { MAIN });
        if event {
            add(&mut self.events, weight);
            add(&mut self.main_events, main);
            add(&mut self.event_count, 1);
        }
        if action {
            add(&mut self.actions, weight);
            add(&mut self.main_actions, main);
        }
    }

    /// Adds one name.
    pub fn add_person(&mut self, item: u64, weights: &Weights<'_>) {
        let (unit, own) = person(item);
        let weight = weights.stem(unit, false);
        add(&mut self.persons, weight);
        add(&mut self.main_persons, weights.main(unit));
        if own {
            add(&mut self.names, weight);
        }
    }

    /// Adds one dyad.
    pub fn add_dyad(&mut self, item: u64, weights: &Weights<'_>) {
        let (weight, main) = weights.dyad(item);
        add(&mut self.dyads, weight);
        add(&mut self.main_dyads, main);
    }
}

fn add(sum: &mut u32, weight: u32) {
    *sum = sum.saturating_add(weight);
}

/// One document's sentences, weighed.
pub struct Weighed {
    /// What each sentence weighs.
    pub masses: Vec<Masses>,
    /// What each word of each sentence weighs in a run, names half.
    pub runs: Vec<Vec<u32>>,
    /// How much of each sentence stands in quotation marks, in thousandths.
    pub quoted: Vec<i32>,
}

impl Weighed {
    /// Weighs a document. Cost: linear in its words.
    pub fn new(document: &Words, weights: &Weights<'_>) -> Self {
        let sentences = || document.profiles.iter().enumerate();
        Self {
            masses: sentences().map(|(at, _)| masses(&document.sets, at, weights)).collect(),
            runs: sentences().map(|(at, p)| runs(p, document.sets.words.of(at), weights)).collect(),
            quoted: document.profiles.iter().map(quoted).collect(),
        }
    }
}

fn masses(sets: &Sets, sentence: usize, weights: &Weights<'_>) -> Masses {
    let mut masses = Masses::default();
    let mut before = None;
    for &item in sets.words.of(sentence) {
        let (stem, _, light) = word(item);
        if before != Some(stem) {
            add(&mut masses.stems, weights.stem(stem, light));
        }
        before = Some(stem);
    }
    sets.senses.of(sentence).iter().for_each(|&item| masses.add_sense(item, weights));
    sets.persons.of(sentence).iter().for_each(|&item| masses.add_person(item, weights));
    sets.dyads.of(sentence).iter().for_each(|&item| masses.add_dyad(item, weights));
    masses.numbers = u32::try_from(sets.numbers.of(sentence).len()).unwrap_or(u32::MAX);
    masses
}

fn runs(profile: &Profile, words: &[u64], weights: &Weights<'_>) -> Vec<u32> {
    let mut runs = vec![0; profile.words.len()];
    for &item in words {
        let (stem, at, light) = word(item);
        if let (Some(weight), Some(word)) = (runs.get_mut(at), profile.words.get(at)) {
            let whole = weights.stem(stem, light);
            *weight = if word.part == Part::Name { whole / 2 } else { whole };
        }
    }
    runs
}

/// How much of a sentence stands in quotation marks.
fn quoted(profile: &Profile) -> i32 {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    ratio(count(profile.words.iter().filter(|w| w.quoted).count()), count(profile.words.len()))
}
