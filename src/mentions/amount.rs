//! Numbers and amounts as data.

use crate::text::TermId;

/// A number or amount. Figures are in thousandths, so that "1.5" needs no fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Number {
    /// The figure, or the smaller end of a range, in thousandths.
    pub low: u64,
    /// The figure, or the larger end of a range, in thousandths.
    pub high: u64,
    /// How the figure is meant.
    pub bound: Bound,
    /// What is counted.
    pub unit: Unit,
}

/// How a figure is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Bound {
    /// As it stands; a range lies between its ends.
    Exact,
    /// It, or more.
    AtLeast,
    /// More than it.
    MoreThan,
    /// It, or less.
    AtMost,
    /// Less than it.
    LessThan,
    /// Near it.
    About,
    /// Nobody counted: "several", "hundreds".
    Vague,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Unit {
    /// Not said beside the figure.
    Unknown,
    /// Hundredths.
    Percent,
    /// Years of age.
    Age,
    /// A place in an order.
    Rank,
    /// Money.
    Money(Currency),
    /// Persons, named by this noun.
    Persons(TermId),
    /// Anything else, named by this noun.
    Things(TermId),
}

/// A currency; those of one name count as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Currency {
    /// Any dollar.
    Dollar,
    /// The euro.
    Euro,
    /// Any pound.
    Pound,
    /// The yen.
    Yen,
    /// The yuan.
    Yuan,
    /// Any rupee.
    Rupee,
    /// The rouble.
    Ruble,
    /// Any franc.
    Franc,
    /// Any peso.
    Peso,
}

/// "About" reaches this many parts in a hundred to either side.
const ABOUT_PERCENT: u64 = 10;

impl Number {
    /// The smallest and the largest figure that the words allow, in thousandths.
    pub fn allowed(&self) -> (u64, u64) {
        match self.bound {
            Bound::Exact | Bound::Vague => (self.low, self.high),
            Bound::AtLeast => (self.low, u64::MAX),
            Bound::MoreThan => (self.low.saturating_add(1), u64::MAX),
            Bound::AtMost => (0, self.high),
            Bound::LessThan => (0, self.high.saturating_sub(1)),
            Bound::About => {
                let slack = self.high / 100 * ABOUT_PERCENT;
                (self.low.saturating_sub(slack), self.high.saturating_add(slack))
            }
        }
    }

    /// Whether it names one figure and nothing else.
    pub fn is_exact(&self) -> bool {
        self.bound == Bound::Exact && self.low == self.high
    }
}
