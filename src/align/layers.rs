//! The sentences of two documents as weighted sets, one layer for each part that words play.

use super::profile::{Part, Profile};
use super::units::Unit;
use crate::order;

/// Weighted sets of the sentences of one document: item ids in order, each with its weight.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    starts: Vec<u32>,
    items: Vec<(u64, u32)>,
    masses: Vec<u32>,
}

impl Layer {
    fn push(&mut self, items: &mut Vec<(u64, u32)>) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        order::sort_by_key(items, |item| (item.0, std::cmp::Reverse(item.1)));
        items.dedup_by_key(|item| item.0);
        self.masses.push(items.iter().fold(0_u32, |m, i| m.saturating_add(i.1)));
        self.items.append(items);
        self.starts.push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
    }

    /// The items of a sentence, in order of their ids.
    pub fn of(&self, sentence: usize) -> &[(u64, u32)] {
        match (self.starts.get(sentence), self.starts.get(sentence + 1)) {
            (Some(&from), Some(&to)) => self.items.get(from as usize..to as usize).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// The weight of a sentence's items together.
    pub fn mass(&self, sentence: usize) -> u32 {
        self.masses.get(sentence).copied().unwrap_or(0)
    }
}

/// The weight and the number of the items that two sorted sets share. Cost: the sum of their sizes.
pub fn shared(a: &[(u64, u32)], b: &[(u64, u32)]) -> (u32, u32) {
    let (mut i, mut j, mut mass, mut count) = (0, 0, 0_u32, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                mass = mass.saturating_add(x.1.min(y.1));
                count += 1;
                i += 1;
                j += 1;
            }
        }
    }
    (mass, count)
}

/// How many sentences of a document have each stem and each sense.
#[derive(Clone, Debug, Default)]
pub struct Frequencies {
    sentences: u32,
    stems: Vec<u32>,
    senses: Vec<u32>,
    /// The first sentence that has each sense or carries each name.
    first: Vec<u32>,
}

impl Frequencies {
    /// Counts. `units` is one more than the largest unit. Cost: linear in the words.
    pub fn new(profiles: &[Profile], units: usize) -> Self {
        let mut counted = Self {
            sentences: 0,
            stems: vec![0; units],
            senses: vec![0; units],
            first: vec![u32::MAX; units],
        };
        let (mut stems, mut senses) = (Vec::new(), Vec::new());
        for (at, profile) in (0..).zip(profiles) {
            counted.sentences += 1;
            for word in &profile.words {
                if let Some(first) = counted.first.get_mut(word.sense.0 as usize) {
                    *first = at.min(*first);
                }
            }
            stems.extend(profile.words.iter().map(|w| w.stem));
            senses.extend(profile.words.iter().map(|w| w.sense));
            count(&mut stems, &mut counted.stems);
            count(&mut senses, &mut counted.senses);
        }
        counted
    }

    /// In how many sentences the stem stands.
    pub fn of_stem(&self, unit: Unit) -> u32 {
        self.stems.get(unit.0 as usize).copied().unwrap_or(0)
    }

    fn of_sense(&self, unit: Unit) -> u32 {
        self.senses.get(unit.0 as usize).copied().unwrap_or(0)
    }
}

fn count(units: &mut Vec<Unit>, counts: &mut [u32]) {
    order::sort(units);
    units.dedup();
    for unit in units.drain(..) {
        if let Some(count) = counts.get_mut(unit.0 as usize) {
            *count += 1;
        }
    }
}

/// Weights of units within a pair of documents: the rarer, the heavier.
#[derive(Clone, Copy)]
pub struct Weights<'f> {
    frequencies: [&'f Frequencies; 2],
    sentences: u32,
}

impl<'f> Weights<'f> {
    /// Weights for two documents.
    pub fn new(a: &'f Frequencies, b: &'f Frequencies) -> Self {
        Self { frequencies: [a, b], sentences: a.sentences + b.sentences }
    }

    fn stem(&self, unit: Unit, light: bool) -> u32 {
        self.weight(self.frequencies.iter().map(|f| f.of_stem(unit)).sum(), light)
    }

    fn sense(&self, unit: Unit, light: bool) -> u32 {
        self.weight(self.frequencies.iter().map(|f| f.of_sense(unit)).sum(), light)
    }

    /// How much a sense belongs to the main news, 0–64: what both articles say near their start.
    fn main(&self, unit: Unit, light: bool) -> u32 {
        let first = |f: &Frequencies| f.first.get(unit.0 as usize).copied().unwrap_or(u32::MAX);
        let later = self.frequencies.iter().map(|f| first(f)).max().unwrap_or(u32::MAX);
        let weight = 64 * 4 / later.saturating_add(4);
        if light { weight / LIGHT } else { weight }
    }

    fn weight(&self, frequency: u32, light: bool) -> u32 {
        let weight = log2_16(1 + self.sentences.saturating_add(STEADY) / frequency.max(1));
        if light { weight / LIGHT } else { weight }
    }
}

/// As if both articles had this many sentences more: keeps the weights of very short articles from jumping with each
/// sentence.
const STEADY: u32 = 10;

/// A light word weighs this many times less.
const LIGHT: u32 = 4;

/// Sixteen times the logarithm to base 2, straight between powers of two.
pub fn log2_16(n: u32) -> u32 {
    let n = n.max(1);
    let whole = n.ilog2();
    let fraction = (u64::from(n - (1 << whole)) * 16) >> whole;
    16 * whole + u32::try_from(fraction).unwrap_or(0)
}

/// All layers of one document.
#[derive(Clone, Debug, Default)]
pub struct Layers {
    /// All content words by their stems.
    pub stems: Layer,
    /// All content words by their senses.
    pub senses: Layer,
    /// What happened: senses of words that are neither names nor numbers.
    pub events: Layer,
    /// Names.
    pub names: Layer,
    /// Names, with those that a pronoun takes over.
    pub persons: Layer,
    /// Numbers.
    pub numbers: Layer,
    /// Two words close to one another: who with what, what with whom.
    pub dyads: Layer,
    /// All senses, rare or not.
    pub flat: Layer,
    /// Senses by how much they belong to the main news.
    pub main: Layer,
    /// The same of what happened.
    pub main_events: Layer,
    /// The same of names, with those that a pronoun takes over.
    pub main_persons: Layer,
    /// What happened, where that is known: rare first.
    pub actions: Layer,
    /// The same by how much it belongs to the main news.
    pub main_actions: Layer,
    /// Dyads by how much they belong to the main news.
    pub main_dyads: Layer,
}

/// A word forms dyads with this many words after it.
const WINDOW: usize = 4;

impl Layers {
    /// The layers of a document's sentences. Cost: linear in the words but for sorting.
    pub fn new(profiles: &[Profile], weights: &Weights<'_>) -> Self {
        let mut layers = Self::default();
        let mut items: Vec<(u64, u32)> = Vec::new();
        for profile in profiles {
            let words = &profile.words;
            let of = |part: Part| words.iter().filter(move |w| w.part == part);
            items.extend(words.iter().map(|w| (u64::from(w.stem.0), weights.stem(w.stem, w.light))));
            layers.stems.push(&mut items);
            items.extend(words.iter().map(|w| (u64::from(w.sense.0), weights.sense(w.sense, w.light))));
            layers.senses.push(&mut items);
            items.extend(of(Part::Event).map(|w| (u64::from(w.sense.0), weights.sense(w.sense, w.light))));
            layers.events.push(&mut items);
            items.extend(of(Part::Name).map(|w| (u64::from(w.stem.0), weights.stem(w.stem, false))));
            let names = items.clone();
            layers.names.push(&mut items);
            items.extend(profile.carried.iter().map(|&u| (u64::from(u.0), weights.stem(u, false))));
            items.extend(names);
            layers.persons.push(&mut items);
            items.extend(of(Part::Number).map(|w| (u64::from(w.stem.0), weights.stem(w.stem, false))));
            layers.numbers.push(&mut items);
            items.extend(words.iter().map(|w| (u64::from(w.sense.0), if w.light { 64 / LIGHT } else { 64 })));
            layers.flat.push(&mut items);
            items.extend(words.iter().map(|w| (u64::from(w.sense.0), weights.main(w.sense, w.light))));
            layers.main.push(&mut items);
            items.extend(of(Part::Event).map(|w| (u64::from(w.sense.0), weights.main(w.sense, w.light))));
            layers.main_events.push(&mut items);
            items.extend(of(Part::Name).map(|w| (u64::from(w.stem.0), weights.main(w.stem, false))));
            items.extend(profile.carried.iter().map(|&u| (u64::from(u.0), weights.main(u, false))));
            layers.main_persons.push(&mut items);
            let actions = || words.iter().filter(|w| w.action);
            items.extend(actions().map(|w| (u64::from(w.sense.0), weights.sense(w.sense, false))));
            layers.actions.push(&mut items);
            items.extend(actions().map(|w| (u64::from(w.sense.0), weights.main(w.sense, false))));
            layers.main_actions.push(&mut items);
            let mut mains: Vec<(u64, u32)> = Vec::new();
            for (i, x) in words.iter().enumerate() {
                let wx = weights.sense(x.sense, x.light);
                for y in words.iter().skip(i + 1).take(WINDOW).filter(|y| y.sense != x.sense) {
                    let wy = weights.sense(y.sense, y.light);
                    let (low, high) = (x.sense.0.min(y.sense.0), x.sense.0.max(y.sense.0));
                    let key = (u64::from(low) << 32) | u64::from(high);
                    items.push((key, wx.min(wy)));
                    mains.push((key, weights.main(x.sense, x.light).min(weights.main(y.sense, y.light))));
                }
            }
            layers.dyads.push(&mut items);
            layers.main_dyads.push(&mut mains);
        }
        layers
    }
}
