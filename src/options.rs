//! The only list of knobs.
//!
//! Command line, element attributes and the README name what stands in [`KNOBS`]; a test holds them against it.

/// How readily sentences count as linked: 0 shows only the surest links, 1000 everything that was scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Sensitivity(u16);

impl Sensitivity {
    /// The largest value.
    pub const MAX: u16 = 1000;
    /// Where precision and recall of the links balance on the gold alignments; see `align::select`.
    pub const DEFAULT: Self = Self(500);

    /// A sensitivity; values above [`Sensitivity::MAX`] count as the largest.
    pub fn new(value: u16) -> Self {
        Self(value.min(Self::MAX))
    }

    /// The value, 0–1000.
    pub fn get(self) -> u16 {
        self.0
    }
}

impl Default for Sensitivity {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// What a caller may choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, rename_all = "camelCase"))]
#[non_exhaustive]
pub struct Options {
    /// Where the line between linked and not linked is drawn first; the reader may move it.
    pub sensitivity: Sensitivity,
    /// The most work `compare` does once the articles are read, in operations; see [`Work`](crate::work::Work). Hitting
    /// it gives a partial result and a notice.
    pub work_limit: u64,
}

impl Options {
    /// The defaults with a limit of so many operations.
    #[doc(hidden)]
    pub fn with_work_limit(work_limit: u64) -> Self {
        Self { work_limit, ..Self::default() }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self { sensitivity: Sensitivity::DEFAULT, work_limit: DEFAULT_WORK_LIMIT }
    }
}

/// Four times what two texts of 31,000 sentences each take; twenty news articles take less than a hundredth of it.
pub const DEFAULT_WORK_LIMIT: u64 = 1_000_000_000;

/// One knob as told to people.
#[derive(Clone, Copy, Debug)]
pub struct Knob {
    /// Its name on the command line and as an attribute.
    pub name: &'static str,
    /// Smallest value.
    pub min: u64,
    /// Largest value.
    pub max: u64,
    /// Value when nothing is said.
    pub default: u64,
    /// What it does, in one sentence.
    pub meaning: &'static str,
    /// Sets it; a value outside the range counts as the nearest one inside.
    pub set: fn(&mut Options, u64),
}

/// Every knob of [`Options`].
pub const KNOBS: &[Knob] = &[
    Knob {
        name: "sensitivity",
        min: 0,
        max: Sensitivity::MAX as u64,
        default: Sensitivity::DEFAULT.0 as u64,
        meaning: "How readily sentences count as linked; larger shows more links.",
        set: |options, value| {
            options.sensitivity = Sensitivity::new(u16::try_from(value).unwrap_or(Sensitivity::MAX));
        },
    },
    Knob {
        name: "work-limit",
        min: 0,
        max: u64::MAX,
        default: DEFAULT_WORK_LIMIT,
        meaning: "The most operations a comparison may take before it stops with a partial result.",
        set: |options, value| options.work_limit = value,
    },
];
