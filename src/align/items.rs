//! The items of which the sorted sets of a sentence consist, each packed into one number.

use super::term_classes::TermClass;

/// An item of a sorted list, packed into one number: what it stands for, which orders the list, and below it flags.
pub trait Packed: Copy {
    /// How many flags it has, in its last bits.
    const FLAGS: u32;

    /// The item of a packed number.
    fn of_bits(bits: u64) -> Self;

    /// The packed number.
    fn bits(self) -> u64;

    /// What orders it and tells it from others: all but its flags.
    fn identity(self) -> u64 {
        self.bits() >> Self::FLAGS
    }

    /// The same item with the flags that this one or `other` has.
    #[must_use]
    fn with_flags_of_either(self, other: Self) -> Self {
        Self::of_bits(self.bits() | other.bits())
    }

    /// The same item with the flags that this one and `other` have.
    #[must_use]
    fn with_flags_of_both(self, other: Self) -> Self {
        Self::of_bits(self.bits() & other.bits())
    }
}

/// Makes a number of its own type of packed item.
macro_rules! packed {
    ($(#[$doc:meta])* $name:ident, $flags:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name(u64);

        impl Packed for $name {
            const FLAGS: u32 = $flags;

            fn of_bits(bits: u64) -> Self {
                Self(bits)
            }

            fn bits(self) -> u64 {
                self.0
            }
        }
    };
}

packed!(
    /// A content word: from the top 32 bits of stem, 31 of its place in the sentence, and a flag that it is *not* common.
    WordItem,
    1
);
packed!(
    /// A semantic field: above two flags, that it tells what happened, and that it does so as far as can be known.
    FieldItem,
    2
);
packed!(
    /// The stem of a name: above a flag that the sentence names it itself.
    PersonItem,
    1
);
packed!(
    /// A number, by its stem.
    NumberItem,
    0
);
packed!(
    /// Two words close to one another: the smaller semantic field in the upper 32 bits, the larger below.
    Dyad,
    0
);

impl WordItem {
    const NOT_COMMON: u64 = 1;
    const PLACES: u64 = 0x7fff_ffff;

    pub(super) fn new(stem: TermClass, place: u64, common: bool) -> Self {
        Self(u64::from(stem.0) << 32 | (place & Self::PLACES) << 1 | u64::from(!common))
    }

    /// Its stem.
    pub(crate) fn stem(self) -> TermClass {
        class_of(self.0 >> 32)
    }

    /// Which word of the sentence it is.
    pub(crate) fn place(self) -> usize {
        usize::try_from((self.0 >> 1) & Self::PLACES).unwrap_or(usize::MAX)
    }

    /// Whether the stem is found in any story wherever it stands in the sentence.
    pub(crate) fn is_common(self) -> bool {
        self.0 & Self::NOT_COMMON == 0
    }

    /// The same word, not common.
    pub(super) fn not_common(self) -> Self {
        Self(self.0 | Self::NOT_COMMON)
    }
}

impl FieldItem {
    const EVENT: u64 = 2;
    const ACTION: u64 = 1;

    pub(super) fn new(field: TermClass, event: bool, action: bool) -> Self {
        let flags = if event { Self::EVENT } else { 0 } | if action { Self::ACTION } else { 0 };
        Self(u64::from(field.0) << Self::FLAGS | flags)
    }

    /// The semantic field.
    pub(crate) fn field(self) -> TermClass {
        class_of(self.identity())
    }

    /// Whether it tells what happened.
    pub(crate) fn is_event(self) -> bool {
        self.0 & Self::EVENT != 0
    }

    /// Whether it tells what happened, as far as can be known.
    pub(crate) fn is_action(self) -> bool {
        self.0 & Self::ACTION != 0
    }
}

impl PersonItem {
    const NAMED: u64 = 1;

    pub(super) fn new(stem: TermClass, named: bool) -> Self {
        Self(u64::from(stem.0) << Self::FLAGS | if named { Self::NAMED } else { 0 })
    }

    /// The stem of the name.
    pub(crate) fn stem(self) -> TermClass {
        class_of(self.identity())
    }

    /// Whether the sentence names it itself, rather than by a pronoun.
    pub(crate) fn is_named(self) -> bool {
        self.0 & Self::NAMED != 0
    }
}

impl NumberItem {
    pub(super) fn new(stem: TermClass) -> Self {
        Self(u64::from(stem.0))
    }
}

impl Dyad {
    pub(super) fn new(x: TermClass, y: TermClass) -> Self {
        Self(u64::from(x.0.min(y.0)) << 32 | u64::from(x.0.max(y.0)))
    }

    /// Its two semantic fields.
    pub(crate) fn fields(self) -> (TermClass, TermClass) {
        (class_of(self.0 >> 32), class_of(self.0 & 0xffff_ffff))
    }
}

fn class_of(bits: u64) -> TermClass {
    TermClass(u32::try_from(bits).unwrap_or(u32::MAX))
}
