//! What speaks for and against a pair of sentences telling the same thing, as numbers 0–1000.

use super::prepared;
use super::profile::Word;
use super::sets::{Weights, word};
use super::weighed::{Masses, Weighed};
use std::cmp::Ordering;

/// How many features a pair has on its own.
pub const COUNT: usize = NAMES.len();

/// Their names, in order.
pub const NAMES: [&str; 48] = [
    "stem-cos",
    "stem-min",
    "stem-max",
    "sense-cos",
    "sense-min",
    "sense-max",
    "event-cos",
    "event-min",
    "event-mass",
    "event-count",
    "name-cos",
    "name-min",
    "name-mass",
    "person-min",
    "both-name-event",
    "number-shared",
    "number-conflict",
    "run-mass",
    "run-share",
    "gram-cos",
    "gram-min",
    "dyad-cos",
    "dyad-min",
    "dyad-mass",
    "quote-both",
    "quote-cos",
    "quote-one",
    "early-both",
    "length-min",
    "length-ratio",
    "stem-mass",
    "flat-cos",
    "flat-min",
    "main-mass",
    "main-share-min",
    "main-share-both",
    "main-cos",
    "main-event-mass",
    "main-event-min",
    "main-person-mass",
    "main-both",
    "main-dyad-mass",
    "action-cos",
    "action-min",
    "action-mass",
    "main-action-mass",
    "main-action-min",
    "main-who-did",
];

/// The features of one pair; symmetric in its two sentences.
pub type Features = [i32; COUNT];

/// One side of a pair: a document, and what its sentences weigh beside the other.
pub struct Side<'s> {
    /// Its sentences.
    pub words: &'s prepared::Words,
    /// What they weigh.
    pub weighed: &'s Weighed,
}

/// Computes the features of sentence `i` of one document and `j` of another. Cost: the sum of the sentences' lengths.
pub fn features(weights: &Weights<'_>, a: &Side<'_>, i: usize, b: &Side<'_>, j: usize) -> Features {
    let (Some(of_a), Some(of_b)) = (a.weighed.masses.get(i), b.weighed.masses.get(j)) else {
        return [0; COUNT];
    };
    let (Some(pa), Some(pb)) = (a.words.profiles.get(i), b.words.profiles.get(j)) else { return [0; COUNT] };
    let (both, run) = common(weights, (a, i), (b, j));
    let of = |mass: fn(&Masses) -> u32| Overlap { mass: mass(&both), masses: (mass(of_a), mass(of_b)) };
    let (stems, senses, events, actions) =
        (of(|m| m.stems), of(|m| m.senses), of(|m| m.events), of(|m| m.actions));
    let (names, persons, dyads) = (of(|m| m.names), of(|m| m.persons), of(|m| m.dyads));
    let (flat, main) = (of(|m| m.flat), of(|m| m.main));
    let (main_events, main_actions) = (of(|m| m.main_events), of(|m| m.main_actions));
    let main_share = (ratio(main.masses.0, flat.masses.0), ratio(main.masses.1, flat.masses.1));
    let grams = grams(&pa.grams, &pb.grams);
    let quoted = |side: &Side<'_>, at: usize| side.weighed.quoted.get(at).copied().unwrap_or(0);
    let quote = (quoted(a, i), quoted(b, j));
    let (la, lb) = (pa.words.len(), pb.words.len());
    [
        stems.cos(),
        stems.min(),
        stems.max(),
        senses.cos(),
        senses.min(),
        senses.max(),
        events.cos(),
        events.min(),
        saturate(events.mass, 400),
        saturate(both.event_count, 8),
        names.cos(),
        names.min(),
        saturate(names.mass, 400),
        persons.min(),
        product(persons.min(), events.min()),
        saturate(both.numbers, 2),
        i32::from(both.numbers == 0 && of_a.numbers > 0 && of_b.numbers > 0) * 1000,
        saturate(run, 400),
        ratio(run, stems.masses.0.min(stems.masses.1)),
        grams.cos(),
        grams.min(),
        dyads.cos(),
        dyads.min(),
        saturate(dyads.mass, 400),
        quote.0.min(quote.1),
        product(quote.0.min(quote.1), stems.min()),
        (quote.0 - quote.1).abs(),
        product(early(i), early(j)),
        saturate(u32::try_from(la.min(lb)).unwrap_or(u32::MAX), 16),
        ratio(u32::try_from(la.min(lb)).unwrap_or(0), u32::try_from(la.max(lb)).unwrap_or(1)),
        saturate(stems.mass, 600),
        flat.cos(),
        flat.min(),
        saturate(main.mass, 256),
        main_share.0.min(main_share.1),
        product(main_share.0, main_share.1),
        main.cos(),
        saturate(main_events.mass, 96),
        main_events.min(),
        saturate(both.main_persons, 128),
        product(saturate(main_events.mass, 96), saturate(both.main_persons, 128)),
        saturate(both.main_dyads, 96),
        actions.cos(),
        actions.min(),
        saturate(actions.mass, 160),
        saturate(main_actions.mass, 64),
        main_actions.min(),
        product(saturate(main_actions.mass, 64), saturate(both.main_persons, 128)),
    ]
}

/// A sentence of one side.
type At<'p, 's> = (&'p Side<'s>, usize);

/// What two sentences share of each set, and their heaviest run of stems.
fn common(weights: &Weights<'_>, (a, i): At<'_, '_>, (b, j): At<'_, '_>) -> (Masses, u32) {
    let (of_a, of_b) = (&a.words.sets, &b.words.sets);
    let mut both = Masses::default();
    let run = words(weights, (a, i), (b, j), &mut both);
    // What one of two equal items is not, the pair is not.
    merge(of_a.senses.of(i), of_b.senses.of(j), 2, |item| both.add_sense(item, weights));
    merge(of_a.persons.of(i), of_b.persons.of(j), 1, |item| both.add_person(item, weights));
    merge(of_a.dyads.of(i), of_b.dyads.of(j), 0, |item| both.add_dyad(item, weights));
    merge(of_a.numbers.of(i), of_b.numbers.of(j), 0, |_| both.numbers += 1);
    (both, run)
}

/// Hands the items that two sorted lists share, all but their last `flags` bits, to `take`, with the flags of both.
fn merge(a: &[u64], b: &[u64], flags: u32, mut take: impl FnMut(u64)) {
    let (mut i, mut j) = (0, 0);
    while let (Some(&x), Some(&y)) = (a.get(i), b.get(j)) {
        let (low, high) = (x >> flags, y >> flags);
        if low == high {
            take(x & y);
        }
        i += usize::from(low <= high);
        j += usize::from(high <= low);
    }
}

/// Runs are looked for among this many first words of each sentence.
const RUN_WORDS: usize = 200;

/// Adds the stems that two sentences share, and gives the weight of the heaviest run of stems that both have in a row.
fn words(weights: &Weights<'_>, a: At<'_, '_>, b: At<'_, '_>, both: &mut Masses) -> u32 {
    let (mut in_a, mut in_b) = (a.0.words.sets.words.of(a.1), b.0.words.sets.words.of(b.1));
    let runs = Runs { a: Words::new(a), b: Words::new(b) };
    let mut best = 0;
    while let (Some(&x), Some(&y)) = (in_a.first(), in_b.first()) {
        let (of_a, of_b);
        match (x >> 32).cmp(&(y >> 32)) {
            Ordering::Less => (_, in_a) = same(in_a),
            Ordering::Greater => (_, in_b) = same(in_b),
            Ordering::Equal => {
                (of_a, in_a) = same(in_a);
                (of_b, in_b) = same(in_b);
                let weight = |item| {
                    let (stem, _, light) = word(item);
                    weights.stem(stem, light)
                };
                both.stems = both.stems.saturating_add(weight(x).min(weight(y)));
                best = runs.heaviest(of_a, of_b).max(best);
            }
        }
    }
    best
}

/// Parts a list before the second stem.
fn same(items: &[u64]) -> (&[u64], &[u64]) {
    let stem = items.first().map_or(0, |item| item >> 32);
    let count = items.iter().take_while(|item| **item >> 32 == stem).count();
    items.split_at(count)
}

/// The first words of a sentence in order, and what each weighs in a run.
struct Words<'s> {
    words: &'s [Word],
    weights: &'s [u32],
}

impl<'s> Words<'s> {
    fn new((side, at): At<'_, 's>) -> Self {
        let words = side.words.profiles.get(at).map_or(&[][..], |p| p.words.as_slice());
        let weights = side.weighed.runs.get(at).map_or(&[][..], Vec::as_slice);
        Self { words: words.get(..RUN_WORDS).unwrap_or(words), weights }
    }
}

/// Two sentences in which runs are looked for.
struct Runs<'s> {
    a: Words<'s>,
    b: Words<'s>,
}

impl Runs<'_> {
    /// The heaviest run that begins at two places of one stem.
    fn heaviest(&self, in_a: &[u64], in_b: &[u64]) -> u32 {
        let first = |items: &'_ [u64]| items.partition_point(|item| word(*item).1 < RUN_WORDS);
        let (first_a, first_b) = (first(in_a), first(in_b));
        let mut best = 0;
        for &x in in_a.iter().take(first_a) {
            for &y in in_b.iter().take(first_b) {
                best = self.beginning_at(word(x).1, word(y).1).max(best);
            }
        }
        best
    }

    /// The weight of the run that begins at two words of one stem; nothing where it began before.
    fn beginning_at(&self, mut i: usize, mut j: usize) -> u32 {
        if i > 0 && j > 0 && self.is_same(i - 1, j - 1) {
            return 0;
        }
        let weight = |of: &Words<'_>, at: usize| of.weights.get(at).copied().unwrap_or(0);
        let mut sum = 0_u32;
        while self.is_same(i, j) {
            sum = sum.saturating_add(weight(&self.a, i).min(weight(&self.b, j)));
            (i, j) = (i + 1, j + 1);
        }
        sum
    }

    fn is_same(&self, i: usize, j: usize) -> bool {
        matches!((self.a.words.get(i), self.b.words.get(j)), (Some(x), Some(y)) if x.stem == y.stem)
    }
}

/// The trigrams that two sentences share.
fn grams(a: &[u32], b: &[u32]) -> Overlap {
    let (mut i, mut j, mut mass) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        mass += u32::from(x == y);
        (i, j) = (i + usize::from(x <= y), j + usize::from(y <= x));
    }
    let size = |s: &[u32]| u32::try_from(s.len()).unwrap_or(u32::MAX);
    Overlap { mass, masses: (size(a), size(b)) }
}

/// What two weighted sets have in common.
struct Overlap {
    mass: u32,
    masses: (u32, u32),
}

impl Overlap {
    /// Shared weight against the geometric mean of both.
    fn cos(&self) -> i32 {
        let product = u64::from(self.masses.0) * u64::from(self.masses.1);
        ratio(self.mass, u32::try_from(product.isqrt()).unwrap_or(u32::MAX))
    }

    /// Shared weight against the smaller.
    fn min(&self) -> i32 {
        ratio(self.mass, self.masses.0.min(self.masses.1))
    }

    /// Shared weight against the larger.
    fn max(&self) -> i32 {
        ratio(self.mass, self.masses.0.max(self.masses.1))
    }
}

/// `part / whole` in thousandths, at most 1000; nothing of nothing is nothing.
pub fn ratio(part: u32, whole: u32) -> i32 {
    i32::try_from(u64::from(part) * 1000 / u64::from(whole.max(1))).unwrap_or(1000).min(1000)
}

/// `value` against a level at which more of it says no more.
pub fn saturate(value: u32, full: u32) -> i32 {
    ratio(value.min(full), full)
}

/// The product of two thousandths.
pub fn product(a: i32, b: i32) -> i32 {
    a * b / 1000
}

/// 1000 at the start of an article, falling to half at the fifth sentence.
fn early(sentence: usize) -> i32 {
    i32::try_from(4000 / (4 + sentence.min(4000))).unwrap_or(0)
}
