//! What speaks for and against a pair of sentences telling the same thing, as numbers 0–1000.

use super::feature_table::{Feature, product, ratio, saturate, values};
use super::overlap::{Overlap, WeighedSentence, shared, shared_grams};
use super::sets::Weights;
use super::weighed::SetWeights;

/// How many features a pair has on its own.
pub const COUNT: usize = FEATURES.len();

/// The features of one pair; symmetric in its two sentences.
pub type Features = [i32; COUNT];

/// The features, in the order of [`Features`].
pub const FEATURES: [Feature<PairEvidence>; 48] = [
    Feature { name: "stem-cos", value: |p| p.stems.cosine() },
    Feature { name: "stem-min", value: |p| p.stems.of_smaller() },
    Feature { name: "stem-max", value: |p| p.stems.of_larger() },
    Feature { name: "sense-cos", value: |p| p.fields.cosine() },
    Feature { name: "sense-min", value: |p| p.fields.of_smaller() },
    Feature { name: "sense-max", value: |p| p.fields.of_larger() },
    Feature { name: "event-cos", value: |p| p.events.cosine() },
    Feature { name: "event-min", value: |p| p.events.of_smaller() },
    Feature { name: "event-mass", value: |p| saturate(p.events.shared, 400) },
    Feature { name: "event-count", value: |p| saturate(p.event_count, 8) },
    Feature { name: "name-cos", value: |p| p.names.cosine() },
    Feature { name: "name-min", value: |p| p.names.of_smaller() },
    Feature { name: "name-mass", value: |p| saturate(p.names.shared, 400) },
    Feature { name: "person-min", value: |p| p.persons.of_smaller() },
    Feature { name: "both-name-event", value: |p| product(p.persons.of_smaller(), p.events.of_smaller()) },
    Feature { name: "number-shared", value: |p| saturate(p.numbers.shared, 2) },
    Feature { name: "number-conflict", value: |p| i32::from(p.numbers.is_disjoint()) * 1000 },
    Feature { name: "run-mass", value: |p| saturate(p.run, 400) },
    Feature { name: "run-share", value: |p| ratio(p.run, p.stems.smaller()) },
    Feature { name: "gram-cos", value: |p| p.grams.cosine() },
    Feature { name: "gram-min", value: |p| p.grams.of_smaller() },
    Feature { name: "dyad-cos", value: |p| p.dyads.cosine() },
    Feature { name: "dyad-min", value: |p| p.dyads.of_smaller() },
    Feature { name: "dyad-mass", value: |p| saturate(p.dyads.shared, 400) },
    Feature { name: "quote-both", value: PairEvidence::quoted_in_both },
    Feature { name: "quote-cos", value: |p| product(p.quoted_in_both(), p.stems.of_smaller()) },
    Feature { name: "quote-one", value: |p| (p.quoted.0 - p.quoted.1).abs() },
    Feature { name: "early-both", value: |p| product(early(p.places.0), early(p.places.1)) },
    Feature { name: "length-min", value: |p| saturate(p.lengths.0.min(p.lengths.1), 16) },
    Feature {
        name: "length-ratio",
        value: |p| ratio(p.lengths.0.min(p.lengths.1), p.lengths.0.max(p.lengths.1)),
    },
    Feature { name: "stem-mass", value: |p| saturate(p.stems.shared, 600) },
    Feature { name: "flat-cos", value: |p| p.flat.cosine() },
    Feature { name: "flat-min", value: |p| p.flat.of_smaller() },
    Feature { name: "main-mass", value: |p| saturate(p.main.shared, 256) },
    Feature { name: "main-share-min", value: |p| p.main_share().0.min(p.main_share().1) },
    Feature { name: "main-share-both", value: |p| product(p.main_share().0, p.main_share().1) },
    Feature { name: "main-cos", value: |p| p.main.cosine() },
    Feature { name: "main-event-mass", value: PairEvidence::main_events },
    Feature { name: "main-event-min", value: |p| p.main_events.of_smaller() },
    Feature { name: "main-person-mass", value: PairEvidence::main_persons },
    Feature { name: "main-both", value: |p| product(p.main_events(), p.main_persons()) },
    Feature { name: "main-dyad-mass", value: |p| saturate(p.main_dyads, 96) },
    Feature { name: "action-cos", value: |p| p.actions.cosine() },
    Feature { name: "action-min", value: |p| p.actions.of_smaller() },
    Feature { name: "action-mass", value: |p| saturate(p.actions.shared, 160) },
    Feature { name: "main-action-mass", value: PairEvidence::main_actions },
    Feature { name: "main-action-min", value: |p| p.main_actions.of_smaller() },
    Feature { name: "main-who-did", value: |p| product(p.main_actions(), p.main_persons()) },
];

/// What the features of a pair are computed from; each set is described in `SetWeights`.
pub struct PairEvidence {
    stems: Overlap,
    fields: Overlap,
    events: Overlap,
    actions: Overlap,
    flat: Overlap,
    main: Overlap,
    main_events: Overlap,
    main_actions: Overlap,
    names: Overlap,
    persons: Overlap,
    dyads: Overlap,
    numbers: Overlap,
    grams: Overlap,
    /// How many shared words tell what happened.
    event_count: u32,
    /// How much the shared names belong to the main news.
    main_persons: u32,
    /// How much the shared dyads belong to the main news.
    main_dyads: u32,
    /// The weight of the heaviest run of stems that both have in a row.
    run: u32,
    /// How much of each sentence stands in quotation marks, in thousandths.
    quoted: (i32, i32),
    /// How many content words each has.
    lengths: (u32, u32),
    /// Where each stands in its article.
    places: (usize, usize),
}

impl PairEvidence {
    /// Compares two sentences; nothing if there is no such sentence. Cost: the sum of their lengths.
    fn new(weights: &Weights<'_>, a: WeighedSentence<'_>, b: WeighedSentence<'_>) -> Option<Self> {
        let (of_a, of_b) = (a.weights()?, b.weights()?);
        let (pa, pb) = (a.profile()?, b.profile()?);
        let (both, run) = shared(weights, a, b);
        let of = |set: fn(&SetWeights) -> u32| Overlap { shared: set(&both), whole: (set(of_a), set(of_b)) };
        let length = |words: usize| u32::try_from(words).unwrap_or(u32::MAX);
        Some(Self {
            stems: of(|w| w.stems),
            fields: of(|w| w.fields),
            events: of(|w| w.events),
            actions: of(|w| w.actions),
            flat: of(|w| w.flat),
            main: of(|w| w.main),
            main_events: of(|w| w.main_events),
            main_actions: of(|w| w.main_actions),
            names: of(|w| w.names),
            persons: of(|w| w.persons),
            dyads: of(|w| w.dyads),
            numbers: of(|w| w.numbers),
            grams: shared_grams(&pa.grams, &pb.grams),
            event_count: both.event_count,
            main_persons: both.main_persons,
            main_dyads: both.main_dyads,
            run,
            quoted: (a.quoted(), b.quoted()),
            lengths: (length(pa.words.len()), length(pb.words.len())),
            places: (a.at, b.at),
        })
    }

    fn quoted_in_both(&self) -> i32 {
        self.quoted.0.min(self.quoted.1)
    }

    /// How much of each sentence belongs to the main news.
    fn main_share(&self) -> (i32, i32) {
        (ratio(self.main.whole.0, self.flat.whole.0), ratio(self.main.whole.1, self.flat.whole.1))
    }

    fn main_events(&self) -> i32 {
        saturate(self.main_events.shared, 96)
    }

    fn main_persons(&self) -> i32 {
        saturate(self.main_persons, 128)
    }

    fn main_actions(&self) -> i32 {
        saturate(self.main_actions.shared, 64)
    }
}

/// Computes the features of a sentence of one document and one of another. Cost: the sum of the sentences' lengths.
pub fn features(weights: &Weights<'_>, a: WeighedSentence<'_>, b: WeighedSentence<'_>) -> Features {
    PairEvidence::new(weights, a, b).map_or([0; COUNT], |evidence| values(&FEATURES, &evidence))
}

/// 1000 at the start of an article, falling to half at the fifth sentence.
fn early(sentence: usize) -> i32 {
    i32::try_from(4000 / (4 + sentence.min(4000))).unwrap_or(0)
}
