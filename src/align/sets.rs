//! The sentences of a document as sorted sets, one for each part that words play, and what they weigh.
//!
//! What a sentence holds is sorted once a document; what it weighs depends on the other article too and is looked up
//! in tables by unit.

use super::profile::{Part, Profile};
use super::units::Unit;
use crate::order;

/// Sorted lists of items, one for each sentence.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    ends: Vec<u32>,
    items: Vec<u64>,
}

impl Lists {
    /// Ends a sentence: what differs only in the last `flags` bits becomes one item with all of them.
    fn close(&mut self, open: &mut Vec<u64>, flags: u32) {
        order::sort_numbers(open);
        let from = self.items.len();
        for item in open.drain(..) {
            match self.items.get_mut(from..).and_then(<[u64]>::last_mut) {
                Some(last) if *last >> flags == item >> flags => *last |= item,
                _ => self.items.push(item),
            }
        }
        self.ends.push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
    }

    /// How many items all sentences have.
    pub fn count(&self) -> usize {
        self.items.len()
    }

    /// The items of a sentence, in order.
    pub fn of(&self, sentence: usize) -> &[u64] {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let from = sentence.checked_sub(1).map_or(0, end);
        self.items.get(from..end(sentence)).unwrap_or(&[])
    }
}

/// What the sentences of one document hold.
#[derive(Clone, Debug, Default)]
pub struct Sets {
    /// The stems of all content words with their places: see [`word`].
    pub words: Lists,
    /// The senses of all content words: see [`sense`].
    pub senses: Lists,
    /// Names, with those that a pronoun takes over: see [`person`].
    pub persons: Lists,
    /// Numbers.
    pub numbers: Lists,
    /// Two words close to one another, who with what, what with whom: the smaller sense above the larger.
    pub dyads: Lists,
}

/// A stem, the place of the word in its sentence, and whether the stem is found in any story wherever it stands there.
pub fn word(item: u64) -> (Unit, usize, bool) {
    (unit(item >> 32), usize::try_from((item & 0xffff_ffff) >> 1).unwrap_or(usize::MAX), item & 1 == 0)
}

/// A sense, whether it tells what happened, and whether it does so as far as can be known.
pub fn sense(item: u64) -> (Unit, bool, bool) {
    (unit(item >> 2), item & EVENT != 0, item & ACTION != 0)
}

/// The stem of a name, and whether the sentence names it itself.
pub fn person(item: u64) -> (Unit, bool) {
    (unit(item >> 1), item & 1 != 0)
}

/// The two senses of a dyad.
pub fn dyad(item: u64) -> (Unit, Unit) {
    (unit(item >> 32), unit(item & 0xffff_ffff))
}

fn unit(item: u64) -> Unit {
    Unit(u32::try_from(item).unwrap_or(u32::MAX))
}

const EVENT: u64 = 2;
const ACTION: u64 = 1;

/// A word forms dyads with this many words after it.
const WINDOW: usize = 4;

impl Sets {
    /// The sets of a document's sentences. Cost: linear in the words but for sorting.
    pub fn new(profiles: &[Profile]) -> Self {
        let mut sets = Self::default();
        let mut open: Vec<u64> = Vec::new();
        for Profile { words, carried, .. } in profiles {
            for (at, w) in (0_u64..).zip(words) {
                open.push(u64::from(w.stem.0) << 32 | (at & 0x7fff_ffff) << 1 | u64::from(!w.light));
            }
            spread(&mut open);
            sets.words.close(&mut open, 1);
            for w in words {
                let event = if w.part == Part::Event { EVENT } else { 0 };
                open.push(u64::from(w.sense.0) << 2 | event | u64::from(w.action));
            }
            sets.senses.close(&mut open, 2);
            for w in words.iter().filter(|w| w.part == Part::Name) {
                open.push(u64::from(w.stem.0) << 1 | 1);
            }
            open.extend(carried.iter().map(|u| u64::from(u.0) << 1));
            sets.persons.close(&mut open, 1);
            open.extend(words.iter().filter(|w| w.part == Part::Number).map(|w| u64::from(w.stem.0)));
            sets.numbers.close(&mut open, 0);
            for (i, x) in words.iter().enumerate() {
                for y in words.iter().skip(i + 1).take(WINDOW).filter(|y| y.sense != x.sense) {
                    let (low, high) = (x.sense.0.min(y.sense.0), x.sense.0.max(y.sense.0));
                    open.push(u64::from(low) << 32 | u64::from(high));
                }
            }
            sets.dyads.close(&mut open, 0);
        }
        sets
    }
}

/// A stem that one of its places does not find in any story is not found in any story at the others either.
fn spread(words: &mut [u64]) {
    order::sort_numbers(words);
    for same in words.chunk_by_mut(|x, y| x >> 32 == y >> 32) {
        let heavy = same.iter().fold(0, |bit, w| bit | w & 1);
        for word in same {
            *word |= heavy;
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
            for &item in sets.words.of(at as usize) {
                let (stem, ..) = word(item);
                if before != Some(stem) {
                    add(&mut counted.stems, stem);
                }
                before = Some(stem);
            }
            for &item in sets.senses.of(at as usize) {
                let (sense, ..) = sense(item);
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
    pub fn dyad(&self, item: u64) -> (u32, u32) {
        let (x, y) = dyad(item);
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
