//! What two sentences have in common: the shared part of each of their sets, and their heaviest common run of stems.

use super::feature_table::ratio;
use super::items::{Packed, WordItem};
use super::prepared::PreparedDocument;
use super::profile::{Profile, ProfileWord};
use super::sets::Weights;
use super::weighed::{SetWeights, Weighed};
use std::cmp::Ordering;

/// A document, and what its sentences weigh beside another document.
#[derive(Clone, Copy)]
pub struct WeighedDocument<'d> {
    /// Its sentences.
    pub prepared: &'d PreparedDocument,
    /// What they weigh.
    pub weighed: &'d Weighed,
}

/// One sentence of a weighed document.
#[derive(Clone, Copy)]
pub struct WeighedSentence<'d> {
    /// The document.
    pub document: WeighedDocument<'d>,
    /// The index of the sentence.
    pub at: usize,
}

impl<'d> WeighedSentence<'d> {
    /// What its sets weigh.
    pub(super) fn weights(self) -> Option<&'d SetWeights> {
        self.document.weighed.sets.get(self.at)
    }

    /// What it holds.
    pub(super) fn profile(self) -> Option<&'d Profile> {
        self.document.prepared.profiles.get(self.at)
    }

    /// How much of it stands in quotation marks, in thousandths.
    pub(super) fn quoted(self) -> i32 {
        self.document.weighed.quoted.get(self.at).copied().unwrap_or(0)
    }

    fn word_items(self) -> &'d [WordItem] {
        self.document.prepared.sets.words.of(self.at)
    }
}

/// What two weighted sets have in common.
pub(super) struct Overlap {
    /// The weight of what both have.
    pub(super) shared: u32,
    /// The weight of each.
    pub(super) whole: (u32, u32),
}

impl Overlap {
    /// The weight of the smaller set.
    pub(super) fn smaller(&self) -> u32 {
        self.whole.0.min(self.whole.1)
    }

    /// Shared weight in thousandths of the geometric mean of both.
    pub(super) fn cosine(&self) -> i32 {
        let product = u64::from(self.whole.0) * u64::from(self.whole.1);
        ratio(self.shared, u32::try_from(product.isqrt()).unwrap_or(u32::MAX))
    }

    /// Shared weight in thousandths of the smaller.
    pub(super) fn of_smaller(&self) -> i32 {
        ratio(self.shared, self.smaller())
    }

    /// Shared weight in thousandths of the larger.
    pub(super) fn of_larger(&self) -> i32 {
        ratio(self.shared, self.whole.0.max(self.whole.1))
    }

    /// Whether both sets have something, and nothing in common.
    pub(super) fn is_disjoint(&self) -> bool {
        self.shared == 0 && self.whole.0 > 0 && self.whole.1 > 0
    }
}

/// What two sentences share of each set, and the weight of their heaviest common run of stems.
pub(super) fn shared(
    weights: &Weights<'_>,
    a: WeighedSentence<'_>,
    b: WeighedSentence<'_>,
) -> (SetWeights, u32) {
    let (of_a, of_b) = (&a.document.prepared.sets, &b.document.prepared.sets);
    let (i, j) = (a.at, b.at);
    let mut both = SetWeights::default();
    let run = shared_words(weights, a, b, &mut both);
    // What one of two equal items is not, the pair is not.
    intersect(of_a.fields.of(i), of_b.fields.of(j), |item| both.add_field(item, weights));
    intersect(of_a.persons.of(i), of_b.persons.of(j), |item| both.add_person(item, weights));
    intersect(of_a.dyads.of(i), of_b.dyads.of(j), |item| both.add_dyad(item, weights));
    intersect(of_a.numbers.of(i), of_b.numbers.of(j), |_| both.numbers += 1);
    (both, run)
}

/// Hands the items that two sorted lists share, whatever their flags, to `take`, with the flags that both have.
fn intersect<T: Packed>(a: &[T], b: &[T], mut take: impl FnMut(T)) {
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        let order = x.identity().cmp(&y.identity());
        if order.is_eq() {
            take(x.with_flags_of_both(*y));
        }
        i += usize::from(order.is_le());
        j += usize::from(order.is_ge());
    }
}

/// Runs are looked for among this many first words of each sentence.
const RUN_WORDS: usize = 200;

/// Adds the stems that two sentences share, and gives the weight of the heaviest run of stems that both have in a row.
fn shared_words(
    weights: &Weights<'_>,
    a: WeighedSentence<'_>,
    b: WeighedSentence<'_>,
    both: &mut SetWeights,
) -> u32 {
    let (mut in_a, mut in_b) = (a.word_items(), b.word_items());
    let runs = Runs { a: RunWords::new(a), b: RunWords::new(b) };
    let mut heaviest = 0;
    while let (Some(x), Some(y)) = (in_a.first(), in_b.first()) {
        let (of_a, of_b);
        match x.stem().cmp(&y.stem()) {
            Ordering::Less => (_, in_a) = split_after_stem(in_a),
            Ordering::Greater => (_, in_b) = split_after_stem(in_b),
            Ordering::Equal => {
                (of_a, in_a) = split_after_stem(in_a);
                (of_b, in_b) = split_after_stem(in_b);
                let weight = |item: &WordItem| weights.stem(item.stem(), item.is_common());
                both.stems = both.stems.saturating_add(weight(x).min(weight(y)));
                heaviest = runs.heaviest(of_a, of_b).max(heaviest);
            }
        }
    }
    heaviest
}

/// Splits a list where its second stem begins.
fn split_after_stem(items: &[WordItem]) -> (&[WordItem], &[WordItem]) {
    let stem = items.first().map(|item| item.stem());
    let count = items.iter().take_while(|item| Some(item.stem()) == stem).count();
    items.split_at(count)
}

/// The first words of a sentence in order, and what each weighs in a run.
struct RunWords<'d> {
    words: &'d [ProfileWord],
    weights: &'d [u32],
}

impl<'d> RunWords<'d> {
    fn new(sentence: WeighedSentence<'d>) -> Self {
        let words = sentence.profile().map_or(&[][..], |p| p.words.as_slice());
        let weights = sentence.document.weighed.runs.get(sentence.at).map_or(&[][..], Vec::as_slice);
        Self { words: words.get(..RUN_WORDS).unwrap_or(words), weights }
    }
}

/// Two sentences in which runs are looked for.
struct Runs<'d> {
    a: RunWords<'d>,
    b: RunWords<'d>,
}

impl Runs<'_> {
    /// The heaviest run that begins at two places of one stem.
    fn heaviest(&self, in_a: &[WordItem], in_b: &[WordItem]) -> u32 {
        let first = |items: &[WordItem]| items.partition_point(|item| item.place() < RUN_WORDS);
        let (first_a, first_b) = (first(in_a), first(in_b));
        let mut heaviest = 0;
        for x in in_a.iter().take(first_a) {
            for y in in_b.iter().take(first_b) {
                heaviest = self.beginning_at(x.place(), y.place()).max(heaviest);
            }
        }
        heaviest
    }

    /// The weight of the run that begins at two words of one stem; nothing where it began before.
    fn beginning_at(&self, mut i: usize, mut j: usize) -> u32 {
        if i > 0 && j > 0 && self.is_same(i - 1, j - 1) {
            return 0;
        }
        let weight = |of: &RunWords<'_>, at: usize| of.weights.get(at).copied().unwrap_or(0);
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

/// The trigrams that two sentences share, each of weight 1.
pub(super) fn shared_grams(a: &[u32], b: &[u32]) -> Overlap {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        shared += u32::from(x == y);
        (i, j) = (i + usize::from(x <= y), j + usize::from(y <= x));
    }
    let size = |s: &[u32]| u32::try_from(s.len()).unwrap_or(u32::MAX);
    Overlap { shared, whole: (size(a), size(b)) }
}
