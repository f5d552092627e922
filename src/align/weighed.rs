//! What the sentences of one document weigh beside another document.

use super::feature_table::ratio;
use super::items::{Dyad, FieldItem, PersonItem, WordItem};
use super::prepared::PreparedDocument;
use super::profile::{Profile, WordKind};
use super::sets::{COMMON_DIVISOR, MAIN, Sets, Weights};

/// What the sets of one sentence weigh.
#[derive(Clone, Copy, Debug, Default)]
pub struct SetWeights {
    /// All content words by their stems.
    pub stems: u32,
    /// All content words by their semantic fields.
    pub fields: u32,
    /// What happened: semantic fields of words that are neither names nor numbers.
    pub events: u32,
    /// What happened, where that is known.
    pub actions: u32,
    /// All semantic fields, rare or not.
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

impl SetWeights {
    /// Adds one semantic field.
    pub fn add_field(&mut self, item: FieldItem, weights: &Weights<'_>) {
        let class = item.field();
        let (weight, main) = (weights.field(class), weights.main(class));
        add(&mut self.fields, weight);
        add(&mut self.main, main);
        add(&mut self.flat, if weights.is_common(class) { MAIN / COMMON_DIVISOR } else { MAIN });
        if item.is_event() {
            add(&mut self.events, weight);
            add(&mut self.main_events, main);
            add(&mut self.event_count, 1);
        }
        if item.is_action() {
            add(&mut self.actions, weight);
            add(&mut self.main_actions, main);
        }
    }

    /// Adds one name.
    pub fn add_person(&mut self, item: PersonItem, weights: &Weights<'_>) {
        let weight = weights.stem(item.stem(), false);
        add(&mut self.persons, weight);
        add(&mut self.main_persons, weights.main(item.stem()));
        if item.is_named() {
            add(&mut self.names, weight);
        }
    }

    /// Adds one dyad.
    pub fn add_dyad(&mut self, item: Dyad, weights: &Weights<'_>) {
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
    /// What the sets of each sentence weigh.
    pub sets: Vec<SetWeights>,
    /// What each word of each sentence weighs in a run, names half.
    pub runs: Vec<Vec<u32>>,
    /// How much of each sentence stands in quotation marks, in thousandths.
    pub quoted: Vec<i32>,
}

impl Weighed {
    /// Weighs a document. Cost: linear in its words.
    pub fn new(document: &PreparedDocument, weights: &Weights<'_>) -> Self {
        let sentences = || document.profiles.iter().enumerate();
        Self {
            sets: sentences().map(|(at, _)| set_weights(&document.sets, at, weights)).collect(),
            runs: sentences().map(|(at, p)| runs(p, document.sets.words.of(at), weights)).collect(),
            quoted: document.profiles.iter().map(quoted).collect(),
        }
    }
}

fn set_weights(sets: &Sets, sentence: usize, weights: &Weights<'_>) -> SetWeights {
    let mut sum = SetWeights::default();
    let mut before = None;
    for item in sets.words.of(sentence) {
        if before != Some(item.stem()) {
            add(&mut sum.stems, weights.stem(item.stem(), item.is_common()));
        }
        before = Some(item.stem());
    }
    sets.fields.of(sentence).iter().for_each(|&item| sum.add_field(item, weights));
    sets.persons.of(sentence).iter().for_each(|&item| sum.add_person(item, weights));
    sets.dyads.of(sentence).iter().for_each(|&item| sum.add_dyad(item, weights));
    sum.numbers = u32::try_from(sets.numbers.of(sentence).len()).unwrap_or(u32::MAX);
    sum
}

fn runs(profile: &Profile, words: &[WordItem], weights: &Weights<'_>) -> Vec<u32> {
    let mut runs = vec![0; profile.words.len()];
    for item in words {
        if let (Some(weight), Some(word)) = (runs.get_mut(item.place()), profile.words.get(item.place())) {
            let whole = weights.stem(item.stem(), item.is_common());
            *weight = if word.kind == WordKind::Name { whole / 2 } else { whole };
        }
    }
    runs
}

/// How much of a sentence stands in quotation marks.
fn quoted(profile: &Profile) -> i32 {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    ratio(count(profile.words.iter().filter(|w| w.quoted).count()), count(profile.words.len()))
}
