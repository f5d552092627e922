//! Figures held against each other.

use super::fact::{Fact, Verdict};
use super::linked::{LinkedSentences, every, settle};
use super::spelling;
use crate::mentions::{Bound, Mention, MentionKind, MentionValue, Number, Unit};

/// The strength of a match: equal figures before figures that the word alignment pairs before figures that count the
/// same thing; among equals, more shared words around.
const EQUAL: usize = 300;
const ALIGNED: usize = 200;
const SAME_UNIT: usize = 100;

/// What the two sentences say in figures.
pub(super) fn facts(pair: &LinkedSentences) -> Vec<Fact> {
    let (a, b) = (pair.a.of(MentionKind::Number), pair.b.of(MentionKind::Number));
    let numbers = (figures(&a), figures(&b));
    let matches = every(&a, &b, |ma, mb| {
        let (MentionValue::Number(na), MentionValue::Number(nb)) = (&ma.value, &mb.value) else {
            return None;
        };
        let context = pair.context(ma, mb);
        let units = units(pair, na.unit, nb.unit);
        if same_figure(na, nb) {
            let fits = match units {
                UnitRelation::Same => true,
                UnitRelation::Open => na.bound == nb.bound || context > 0,
                UnitRelation::Other => context > 1 && digits_aligned(pair, ma, mb),
            };
            return fits
                .then(|| (verdict(na, nb), EQUAL + context + usize::from(units == UnitRelation::Same)));
        }
        let alone = |numbers: &[Number], unit: Unit| {
            numbers.iter().filter(|n| self::units(pair, n.unit, unit) != UnitRelation::Other).count() == 1
        };
        let only_two = alone(&numbers.0, nb.unit) && alone(&numbers.1, na.unit);
        let strength = match units {
            UnitRelation::Other => return None,
            UnitRelation::Same if is_abstract(na.unit) && !pair.is_enclosed(ma, mb) => return None,
            _ if digits_aligned(pair, ma, mb) => ALIGNED,
            UnitRelation::Same if context > 0 || (only_two && is_countable(na.unit)) => SAME_UNIT,
            UnitRelation::Open | UnitRelation::Same => return None,
        };
        Some((verdict(na, nb), strength + context))
    });
    settle(MentionKind::Number, &a, &b, matches)
}

fn figures(mentions: &[&Mention]) -> Vec<Number> {
    let figure = |m: &&Mention| match &m.value {
        MentionValue::Number(number) => Some(*number),
        _ => None,
    };
    mentions.iter().filter_map(figure).collect()
}

/// Whether the word alignment pairs the figures themselves, not only what they count.
fn digits_aligned(pair: &LinkedSentences, a: &Mention, b: &Mention) -> bool {
    pair.a.figure(a).zip(pair.b.figure(b)).is_some_and(|(i, j)| pair.are_aligned(i, j))
}

fn same_figure(a: &Number, b: &Number) -> bool {
    a.low == b.low && a.high == b.high
}

/// How two figures of the same place stand to each other.
fn verdict(a: &Number, b: &Number) -> Verdict {
    let within = |inner: &Number, outer: &Number| {
        let (low, high) = outer.allowed();
        low <= inner.low && inner.high <= high
    };
    let is_loose = |n: &Number| matches!(n.bound, Bound::Vague | Bound::About) || n.low < n.high;
    if same_figure(a, b) {
        return if a.bound == b.bound { Verdict::Agree } else { Verdict::ToldDifferently };
    }
    let ((low_a, high_a), (low_b, high_b)) = (a.allowed(), b.allowed());
    let overlap = low_a <= high_b && low_b <= high_a;
    let compatible = (a.is_exact() && within(a, b)) || (b.is_exact() && within(b, a));
    if compatible || (overlap && (is_loose(a) || is_loose(b))) {
        Verdict::ToldDifferently
    } else {
        Verdict::Differ
    }
}

/// How what two figures count stands to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum UnitRelation {
    /// The same.
    Same,
    /// At least one does not say, or both are persons under different names.
    Open,
    /// Different things.
    Other,
}

fn units(pair: &LinkedSentences, a: Unit, b: Unit) -> UnitRelation {
    match (a, b) {
        (Unit::Unknown, Unit::Unknown | Unit::Persons(_) | Unit::Things(_))
        | (Unit::Persons(_) | Unit::Things(_), Unit::Unknown) => UnitRelation::Open,
        (Unit::Persons(x), Unit::Persons(y)) if !spelling::alike(pair.lexicon, x, y) => UnitRelation::Open,
        (Unit::Things(x) | Unit::Persons(x), Unit::Things(y) | Unit::Persons(y)) => {
            if spelling::alike(pair.lexicon, x, y) { UnitRelation::Same } else { UnitRelation::Other }
        }
        _ if a == b => UnitRelation::Same,
        _ => UnitRelation::Other,
    }
}

/// Whether figures of this unit may be about anything: the words next to them have to show what.
fn is_abstract(unit: Unit) -> bool {
    matches!(unit, Unit::Percent | Unit::Money(_) | Unit::Rank)
}

/// Whether two figures of this unit in two sentences on one event are likely about the same; years, shares and sums
/// are about anything.
fn is_countable(unit: Unit) -> bool {
    matches!(unit, Unit::Persons(_) | Unit::Things(_))
}
