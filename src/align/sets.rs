//! The sentences of a document as sorted sets, one for each part that words play, and what they weigh.
//!
//! What a sentence holds is sorted once a document; what it weighs depends on the other article too and is looked up
//! in tables by unit.

use super::items::{Dyad, NumberItem, Packed, PersonItem, SenseItem, WordItem};
use super::profile::{Part, Profile, Word};
use super::units::Unit;
use crate::order;

/// Sorts items by their numbers, so that the sort exists once for all types of item.
fn sorted<T: Packed>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut numbers: Vec<u64> = items.map(T::bits).collect();
    order::sort_numbers(&mut numbers);
    numbers.into_iter().map(T::of_bits).collect()
}

/// Sorted lists of items, one for each sentence.
#[derive(Clone, Debug)]
pub struct Lists<T> {
    ends: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { ends: Vec::new(), items: Vec::new() }
    }
}

impl<T: Packed> Lists<T> {
    /// Adds the list of the next sentence: what differs only in its flags becomes one item with the flags of all.
    fn push(&mut self, items: impl Iterator<Item = T>) {
        self.push_sorted(sorted(items));
    }

    /// The same for items in order.
    fn push_sorted(&mut self, items: Vec<T>) {
        let from = self.items.len();
        for item in items {
            match self.items.get_mut(from..).and_then(<[T]>::last_mut) {
                Some(last) if last.identity() == item.identity() => *last = last.with_flags_of_either(item),
                _ => self.items.push(item),
            }
        }
        self.ends.push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
    }
}

impl<T> Lists<T> {
    /// How many items all sentences have.
    pub(crate) fn count(&self) -> usize {
        self.items.len()
    }

    /// The items of a sentence, in order.
    pub(crate) fn of(&self, sentence: usize) -> &[T] {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let from = sentence.checked_sub(1).map_or(0, end);
        self.items.get(from..end(sentence)).unwrap_or(&[])
    }
}

/// What the sentences of one document hold.
#[derive(Clone, Debug, Default)]
pub struct Sets {
    /// The stems of all content words with their places.
    pub words: Lists<WordItem>,
    /// The senses of all content words.
    pub senses: Lists<SenseItem>,
    /// Names, with those that a pronoun takes over.
    pub persons: Lists<PersonItem>,
    /// Numbers.
    pub numbers: Lists<NumberItem>,
    /// Two words close to one another, who with what, what with whom.
    pub dyads: Lists<Dyad>,
}

/// A word forms dyads with this many words after it.
const WINDOW: usize = 4;

impl Sets {
    /// The sets of a document's sentences. Cost: linear in the words but for sorting.
    pub fn new(profiles: &[Profile]) -> Self {
        let mut sets = Self::default();
        for Profile { words, carried, .. } in profiles {
            let mut items = sorted((0..).zip(words).map(|(at, w)| WordItem::new(w.stem, at, w.light)));
            common_everywhere(&mut items);
            sets.words.push_sorted(items);
            let sense = |w: &Word| SenseItem::new(w.sense, w.part == Part::Event, w.action);
            sets.senses.push(words.iter().map(sense));
            let of = |part: Part| words.iter().filter(move |w| w.part == part);
            let named = of(Part::Name).map(|w| PersonItem::new(w.stem, true));
            sets.persons.push(named.chain(carried.iter().map(|stem| PersonItem::new(*stem, false))));
            sets.numbers.push(of(Part::Number).map(|w| NumberItem::new(w.stem)));
            sets.dyads.push(words.iter().enumerate().flat_map(|(i, x)| {
                let near = words.iter().skip(i + 1).take(WINDOW).filter(|y| y.sense != x.sense);
                near.map(|y| Dyad::new(x.sense, y.sense))
            }));
        }
        sets
    }
}

/// A stem that is not common at one of its places is not common at the others either.
fn common_everywhere(words: &mut [WordItem]) {
    for same in words.chunk_by_mut(|x, y| x.stem() == y.stem()) {
        if same.iter().any(|word| !word.is_common()) {
            same.iter_mut().for_each(|word| *word = word.not_common());
        }
    }
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
    pub fn new(sets: &Sets, sentences: usize, units: usize) -> Self {
        let count = u32::try_from(sentences).unwrap_or(u32::MAX);
        let (stems, senses, first) = (vec![0; units], vec![0; units], vec![u32::MAX; units]);
        let mut counted = Self { sentences: count, stems, senses, first };
        for at in 0..count {
            let mut before = None;
            for item in sets.words.of(at as usize) {
                let stem = item.stem();
                if before != Some(stem) {
                    add(&mut counted.stems, stem);
                }
                before = Some(stem);
            }
            for item in sets.senses.of(at as usize) {
                let sense = item.sense();
                add(&mut counted.senses, sense);
                if let Some(first) = counted.first.get_mut(sense.0 as usize) {
                    *first = at.min(*first);
                }
            }
        }
        counted
    }

    /// In how many sentences each sense stands.
    pub fn senses(&self) -> &[u32] {
        &self.senses
    }
}

fn add(counts: &mut [u32], unit: Unit) {
    if let Some(count) = counts.get_mut(unit.0 as usize) {
        *count += 1;
    }
}

/// Weights of units within a pair of documents: the rarer, the heavier; light classes less.
#[derive(Clone, Debug)]
pub struct Weights<'l> {
    light: &'l [bool],
    stems: Vec<u32>,
    senses: Vec<u32>,
    main: Vec<u32>,
}

impl<'l> Weights<'l> {
    /// Weights for two documents; `light` says of each unit whether it is a class found in any story.
    pub fn new(a: &Frequencies, b: &Frequencies, light: &'l [bool]) -> Self {
        let sentences = a.sentences.saturating_add(b.sentences);
        let both = |of_a: &[u32], of_b: &[u32]| -> Vec<u32> {
            let counts = of_a.iter().zip(of_b).zip(light);
            counts.map(|((x, y), light)| lighter(rarity(x.saturating_add(*y), sentences), *light)).collect()
        };
        let main = a.first.iter().zip(&b.first).zip(light);
        let main = main.map(|((x, y), light)| lighter(MAIN * 4 / (*x).max(*y).saturating_add(4), *light));
        Self {
            light,
            stems: both(&a.stems, &b.stems),
            senses: both(&a.senses, &b.senses),
            main: main.collect(),
        }
    }

    /// The weight of a stem.
    pub fn stem(&self, unit: Unit, light: bool) -> u32 {
        lighter(at(&self.stems, unit), light)
    }

    /// The weight of a sense.
    pub fn sense(&self, unit: Unit) -> u32 {
        at(&self.senses, unit)
    }

    /// Whether a sense is found in any story.
    pub fn is_light(&self, unit: Unit) -> bool {
        self.light.get(unit.0 as usize).copied().unwrap_or(false)
    }

    /// How much a sense or name belongs to the main news, 0–64: what both articles say near their start.
    pub fn main(&self, unit: Unit) -> u32 {
        at(&self.main, unit)
    }

    /// The weights of a dyad: by rarity, and by how much it belongs to the main news.
    pub fn dyad(&self, dyad: Dyad) -> (u32, u32) {
        let (x, y) = dyad.senses();
        (self.sense(x).min(self.sense(y)), self.main(x).min(self.main(y)))
    }
}

fn at(weights: &[u32], unit: Unit) -> u32 {
    weights.get(unit.0 as usize).copied().unwrap_or(0)
}

fn lighter(weight: u32, light: bool) -> u32 {
    if light { weight / LIGHT } else { weight }
}

/// The weight of what stands in so many of so many sentences.
fn rarity(frequency: u32, sentences: u32) -> u32 {
    log2_16(1 + sentences.saturating_add(STEADY) / frequency.max(1))
}

/// What belongs wholly to the main news weighs this much.
pub const MAIN: u32 = 64;

/// As if both articles had this many sentences more: keeps the weights of very short articles from jumping with each
/// sentence.
const STEADY: u32 = 10;

/// A light word weighs this many times less.
pub const LIGHT: u32 = 4;

/// Sixteen times the logarithm to base 2, straight between powers of two.
pub fn log2_16(n: u32) -> u32 {
    let n = n.max(1);
    let whole = n.ilog2();
    let fraction = (u64::from(n - (1 << whole)) * 16) >> whole;
    16 * whole + u32::try_from(fraction).unwrap_or(0)
}
