//! The sentences of a document as sorted sets, one for each kind of item, and what the items weigh.
//!
//! What a sentence holds is sorted once a document; what it weighs depends on the other article too and is looked up
//! in tables by class.

use super::items::{Dyad, FieldItem, NumberItem, Packed, PersonItem, WordItem};
use super::profile::{Profile, ProfileWord, WordKind};
use super::term_classes::TermClass;
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
    /// The semantic fields of all content words.
    pub fields: Lists<FieldItem>,
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
            let mut items = sorted((0..).zip(words).map(|(at, w)| WordItem::new(w.stem, at, w.common)));
            common_everywhere(&mut items);
            sets.words.push_sorted(items);
            let field = |w: &ProfileWord| FieldItem::new(w.field, w.kind == WordKind::Event, w.action);
            sets.fields.push(words.iter().map(field));
            let of = |kind: WordKind| words.iter().filter(move |w| w.kind == kind);
            let named = of(WordKind::Name).map(|w| PersonItem::new(w.stem, true));
            sets.persons.push(named.chain(carried.iter().map(|stem| PersonItem::new(*stem, false))));
            sets.numbers.push(of(WordKind::Number).map(|w| NumberItem::new(w.stem)));
            sets.dyads.push(words.iter().enumerate().flat_map(|(i, x)| {
                let near = words.iter().skip(i + 1).take(WINDOW).filter(|y| y.field != x.field);
                near.map(|y| Dyad::new(x.field, y.field))
            }));
        }
        sets
    }
}

/// A stem that is not common at one of its places is not common at the others either.
fn common_everywhere(words: &mut [WordItem]) {
    for same in words.chunk_by_mut(|x, y| x.stem() == y.stem()) {
        if same.iter().any(|word| !word.is_common()) {
            for word in same {
                *word = word.not_common();
            }
        }
    }
}

/// How many sentences of a document have each stem and each semantic field.
#[derive(Clone, Debug, Default)]
pub struct Frequencies {
    sentences: u32,
    stems: Vec<u32>,
    fields: Vec<u32>,
    /// The first sentence that has each semantic field or carries each name.
    first: Vec<u32>,
}

impl Frequencies {
    /// Counts. `classes` says how many there are. Cost: linear in the words.
    pub fn new(sets: &Sets, sentences: usize, classes: usize) -> Self {
        let count = u32::try_from(sentences).unwrap_or(u32::MAX);
        let (stems, fields, first) = (vec![0; classes], vec![0; classes], vec![u32::MAX; classes]);
        let mut counted = Self { sentences: count, stems, fields, first };
        for at in 0..count {
            let mut before = None;
            for item in sets.words.of(at as usize) {
                let stem = item.stem();
                if before != Some(stem) {
                    add(&mut counted.stems, stem);
                }
                before = Some(stem);
            }
            for item in sets.fields.of(at as usize) {
                let field = item.field();
                add(&mut counted.fields, field);
                if let Some(first) = counted.first.get_mut(field.0 as usize) {
                    *first = at.min(*first);
                }
            }
        }
        counted
    }

    /// In how many sentences each semantic field stands.
    pub fn fields(&self) -> &[u32] {
        &self.fields
    }
}

fn add(counts: &mut [u32], class: TermClass) {
    if let Some(count) = counts.get_mut(class.0 as usize) {
        *count += 1;
    }
}

/// The weights of stems and semantic fields within a pair of documents: the rarer, the heavier; common ones less.
#[derive(Clone, Debug)]
pub struct Weights<'l> {
    common: &'l [bool],
    stems: Vec<u32>,
    fields: Vec<u32>,
    main: Vec<u32>,
}

impl<'l> Weights<'l> {
    /// Weights for two documents; `common` says of each class whether it is a semantic field of common words.
    pub fn new(a: &Frequencies, b: &Frequencies, common: &'l [bool]) -> Self {
        let sentences = a.sentences.saturating_add(b.sentences);
        let both = |of_a: &[u32], of_b: &[u32]| -> Vec<u32> {
            let counts = of_a.iter().zip(of_b).zip(common);
            counts
                .map(|((x, y), common)| lowered_if_common(rarity(x.saturating_add(*y), sentences), *common))
                .collect()
        };
        let main = a.first.iter().zip(&b.first).zip(common);
        let main = main
            .map(|((x, y), common)| lowered_if_common(MAIN * 4 / (*x).max(*y).saturating_add(4), *common));
        Self {
            common,
            stems: both(&a.stems, &b.stems),
            fields: both(&a.fields, &b.fields),
            main: main.collect(),
        }
    }

    /// The weight of a stem.
    pub fn stem(&self, class: TermClass, common: bool) -> u32 {
        lowered_if_common(at(&self.stems, class), common)
    }

    /// The weight of a semantic field.
    pub fn field(&self, class: TermClass) -> u32 {
        at(&self.fields, class)
    }

    /// Whether it is a semantic field of common words.
    pub fn is_common(&self, class: TermClass) -> bool {
        self.common.get(class.0 as usize).copied().unwrap_or(false)
    }

    /// How much a semantic field or name belongs to the main news, 0–64: what both articles say near their start.
    pub fn main(&self, class: TermClass) -> u32 {
        at(&self.main, class)
    }

    /// The weights of a dyad: by rarity, and by how much it belongs to the main news.
    pub fn dyad(&self, dyad: Dyad) -> (u32, u32) {
        let (x, y) = dyad.fields();
        (self.field(x).min(self.field(y)), self.main(x).min(self.main(y)))
    }
}

fn at(weights: &[u32], class: TermClass) -> u32 {
    weights.get(class.0 as usize).copied().unwrap_or(0)
}

fn lowered_if_common(weight: u32, common: bool) -> u32 {
    if common { weight / COMMON_DIVISOR } else { weight }
}

/// The weight of what stands in so many of so many sentences.
fn rarity(frequency: u32, sentences: u32) -> u32 {
    log2_16(1 + sentences.saturating_add(STEADY) / frequency.max(1))
}

/// What belongs wholly to the main news weighs this much.
pub(crate) const MAIN: u32 = 64;

/// As if both articles had this many sentences more: keeps the weights of very short articles from jumping with each
/// sentence.
const STEADY: u32 = 10;

/// A common word weighs this many times less.
pub(crate) const COMMON_DIVISOR: u32 = 4;

/// Sixteen times the logarithm to base 2, straight between powers of two.
pub(crate) fn log2_16(n: u32) -> u32 {
    let n = n.max(1);
    let whole = n.ilog2();
    let fraction = (u64::from(n - (1 << whole)) * 16) >> whole;
    16 * whole + u32::try_from(fraction).unwrap_or(0)
}
