//! What speaks for and against a pair of sentences telling the same thing, as numbers 0–1000.

use super::layers::{Layer, Layers, shared};
use super::profile::{Part, Profile, Word};
use super::units::Unit;

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

/// One side of a pair: a document's profiles and layers.
pub struct Side<'s> {
    /// Its sentences.
    pub profiles: &'s [Profile],
    /// Their weighted sets.
    pub layers: &'s Layers,
}

/// Computes the features of sentence `i` of one document and `j` of another. Cost: the sum of the sentences' lengths,
/// and the product of their first `RUN_WORDS` words.
pub fn features(a: &Side<'_>, i: usize, b: &Side<'_>, j: usize) -> Features {
    let (Some(pa), Some(pb)) = (a.profiles.get(i), b.profiles.get(j)) else { return [0; COUNT] };
    let overlap = |layer: fn(&Layers) -> &Layer| Overlap::of(layer(a.layers), i, layer(b.layers), j);
    let stems = overlap(|l| &l.stems);
    let senses = overlap(|l| &l.senses);
    let events = overlap(|l| &l.events);
    let names = overlap(|l| &l.names);
    let persons = overlap(|l| &l.persons);
    let numbers = overlap(|l| &l.numbers);
    let dyads = overlap(|l| &l.dyads);
    let flat = overlap(|l| &l.flat);
    let main = overlap(|l| &l.main);
    let main_events = overlap(|l| &l.main_events);
    let main_persons = overlap(|l| &l.main_persons);
    let main_dyads = overlap(|l| &l.main_dyads);
    let actions = overlap(|l| &l.actions);
    let main_actions = overlap(|l| &l.main_actions);
    let main_share = (ratio(main.masses.0, flat.masses.0), ratio(main.masses.1, flat.masses.1));
    let grams = Overlap::of_grams(&pa.grams, &pb.grams);
    let run = run(pa, a.layers.stems.of(i), pb, b.layers.stems.of(j));
    let quote = (quoted(pa), quoted(pb));
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
        saturate(events.count, 8),
        names.cos(),
        names.min(),
        saturate(names.mass, 400),
        persons.min(),
        product(persons.min(), events.min()),
        saturate(numbers.count, 2),
        i32::from(numbers.count == 0 && numbers.masses.0 > 0 && numbers.masses.1 > 0) * 1000,
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
        saturate(main_persons.mass, 128),
        product(saturate(main_events.mass, 96), saturate(main_persons.mass, 128)),
        saturate(main_dyads.mass, 96),
        actions.cos(),
        actions.min(),
        saturate(actions.mass, 160),
        saturate(main_actions.mass, 64),
        main_actions.min(),
        product(saturate(main_actions.mass, 64), saturate(main_persons.mass, 128)),
    ]
}

/// What two weighted sets have in common.
struct Overlap {
    mass: u32,
    count: u32,
    masses: (u32, u32),
}

impl Overlap {
    fn of(a: &Layer, i: usize, b: &Layer, j: usize) -> Self {
        let (mass, count) = shared(a.of(i), b.of(j));
        Self { mass, count, masses: (a.mass(i), b.mass(j)) }
    }

    fn of_grams(a: &[u32], b: &[u32]) -> Self {
        let (mut i, mut j, mut count) = (0, 0, 0);
        while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
            let (next_i, next_j) = (usize::from(x <= y), usize::from(y <= x));
            count += u32::from(x == y);
            i += next_i;
            j += next_j;
        }
        let size = |s: &[u32]| u32::try_from(s.len()).unwrap_or(u32::MAX);
        Self { mass: count, count, masses: (size(a), size(b)) }
    }

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

/// How much of a sentence stands in quotation marks.
fn quoted(profile: &Profile) -> i32 {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    ratio(count(profile.words.iter().filter(|w| w.quoted).count()), count(profile.words.len()))
}

/// Runs are looked for among this many first words of each sentence.
const RUN_WORDS: usize = 200;

/// The weight of the heaviest run of stems that both sentences have in a row, names weighing half.
fn run(a: &Profile, in_a: &[(u64, u32)], b: &Profile, in_b: &[(u64, u32)]) -> u32 {
    let rows = weighted(a, in_a);
    let columns = weighted(b, in_b);
    let (mut best, mut above) = (0, vec![0_u32; columns.len() + 1]);
    for x in rows {
        let mut diagonal = 0;
        for (y, cell) in columns.iter().zip(above.iter_mut().skip(1)) {
            let here = if x.0 == y.0 { diagonal + x.1.min(y.1) } else { 0 };
            diagonal = std::mem::replace(cell, here);
            best = best.max(here);
        }
    }
    best
}

/// The stems of a sentence's first words with their weights, names weighing half.
fn weighted(profile: &Profile, weights: &[(u64, u32)]) -> Vec<(Unit, u32)> {
    let weight = |w: &Word| {
        let at = weights.binary_search_by_key(&u64::from(w.stem.0), |x| x.0);
        let full = at.ok().and_then(|at| weights.get(at)).map_or(0, |x| x.1);
        (w.stem, if w.part == Part::Name { full / 2 } else { full })
    };
    profile.words.iter().take(RUN_WORDS).map(weight).collect()
}
