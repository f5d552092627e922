//! What speaks for and against a pair of sentences telling the same thing, as numbers 0–1000.

use super::prepared::Words;
use super::profile::Word;
use super::sets::{Weights, word};
use super::weighed::{Masses, Weighed};

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
    pub words: &'s Words,
    /// What they weigh.
    pub weighed: &'s Weighed,
}

/// Computes the features of sentence `i` of one document and `j` of another. Cost: the sum of the sentences' lengths.
pub fn features(weights: &Weights<'_>, a: &Side<'_>, i: usize, b: &Side<'_>, j: usize) -> Features {
    let (Some(pa), Some(pb)) = (a.words.profiles.get(i), b.words.profiles.get(j)) else { return [0; COUNT] };
    let (Some(x), Some(y)) = (a.weighed.masses.get(i), b.weighed.masses.get(j)) else { return [0; COUNT] };
    let (both, run) = common(weights, a, i, b, j);
    let of = |mass: fn(&Masses) -> u32| Overlap { mass: mass(&both), masses: (mass(x), mass(y)) };
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
        i32::from(both.numbers == 0 && x.numbers > 0 && y.numbers > 0) * 1000,
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

/// What two sentences share of each set, and their heaviest run of stems.
fn common(weights: &Weights<'_>, a: &Side<'_>, i: usize, b: &Side<'_>, j: usize) -> (Masses, u32) {
    let (sa, sb) = (&a.words.sets, &b.words.sets);
    let mut both = Masses::default();
    let run = words(weights, (a, i), (b, j), &mut both);
    // What one of two equal senses is not, the pair is not.
    merge(sa.senses.of(i), sb.senses.of(j), 2, |x, y| both.add_sense(x & y, weights));
    merge(sa.persons.of(i), sb.persons.of(j), 1, |x, y| both.add_person(x & y, weights));
    merge(sa.dyads.of(i), sb.dyads.of(j), 0, |x, _| both.add_dyad(x, weights));
    merge(sa.numbers.of(i), sb.numbers.of(j), 0, |_, _| both.numbers += 1);
    (both, run)
}

/// Hands the items that two sorted lists share, all but their last `flags` bits, to `take`.
fn merge(a: &[u64], b: &[u64], flags: u32, mut take: impl FnMut(u64, u64)) {
    let (mut i, mut j) = (0, 0);
    while let (Some(&x), Some(&y)) = (a.get(i), b.get(j)) {
        let (p, q) = (x >> flags, y >> flags);
        if p == q {
            take(x, y);
        }
        i += usize::from(p <= q);
        j += usize::from(q <= p);
    }
}

/// Runs are looked for among this many first words of each sentence.
const RUN_WORDS: usize = 200;

/// Adds the stems that two sentences share, and gives the weight of the heaviest run of stems that both have in a row.
fn words(
    weights: &Weights<'_>,
    (a, i): (&Side<'_>, usize),
    (b, j): (&Side<'_>, usize),
    both: &mut Masses,
) -> u32 {
    let (in_a, in_b) = (a.words.sets.words.of(i), b.words.sets.words.of(j));
    let runs = Runs::new((a, i), (b, j));
    let (mut at_a, mut at_b, mut best) = (0, 0, 0);
    while let (Some(&x), Some(&y)) = (in_a.get(at_a), in_b.get(at_b)) {
        let (p, q) = (x >> 32, y >> 32);
        if p != q {
            at_a += usize::from(p < q);
            at_b += usize::from(q < p);
            continue;
        }
        let ((stem, _, light_a), (_, _, light_b)) = (word(x), word(y));
        both.stems = both.stems.saturating_add(weights.stem(stem, light_a).min(weights.stem(stem, light_b)));
        let end = |items: &[u64], from: usize| {
            from + items.get(from..).unwrap_or(&[]).iter().take_while(|item| **item >> 32 == p).count()
        };
        let (end_a, end_b) = (end(in_a, at_a), end(in_b, at_b));
        for x in
            in_a.get(at_a..end_a).unwrap_or(&[]).iter().map(|x| word(*x).1).take_while(|x| *x < RUN_WORDS)
        {
            let others = in_b.get(at_b..end_b).unwrap_or(&[]).iter().map(|y| word(*y).1);
            for y in others.take_while(|y| *y < RUN_WORDS) {
                best = runs.from(x, y).max(best);
            }
        }
        (at_a, at_b) = (end_a, end_b);
    }
    best
}

/// The words of two sentences in order, with what each weighs in a run.
struct Runs<'s> {
    a: (&'s [Word], &'s [u32]),
    b: (&'s [Word], &'s [u32]),
}

impl<'s> Runs<'s> {
    fn new(a: (&Side<'s>, usize), b: (&Side<'s>, usize)) -> Self {
        let of = |(side, at): (&Side<'s>, usize)| {
            let words = side.words.profiles.get(at).map_or(&[][..], |p| p.words.as_slice());
            (
                words.get(..RUN_WORDS).unwrap_or(words),
                side.weighed.runs.get(at).map_or(&[][..], Vec::as_slice),
            )
        };
        Self { a: of(a), b: of(b) }
    }

    fn same(&self, i: usize, j: usize) -> bool {
        matches!((self.a.0.get(i), self.b.0.get(j)), (Some(x), Some(y)) if x.stem == y.stem)
    }

    /// The weight of the run that begins at a pair of equal stems; nothing where it began before.
    fn from(&self, mut i: usize, mut j: usize) -> u32 {
        if i > 0 && j > 0 && self.same(i - 1, j - 1) {
            return 0;
        }
        let mut sum = 0_u32;
        while self.same(i, j) {
            let weight = |weights: &[u32], at: usize| weights.get(at).copied().unwrap_or(0);
            sum = sum.saturating_add(weight(self.a.1, i).min(weight(self.b.1, j)));
            (i, j) = (i + 1, j + 1);
        }
        sum
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
