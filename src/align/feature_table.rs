//! What a feature of the link model is: a name, and the function that computes it from the evidence of a pair. Every
//! feature is a whole number of thousandths, 0–1000.

/// One feature that is computed from evidence of type `T`.
pub struct Feature<T> {
    /// What the weights file calls it.
    pub name: &'static str,
    /// Computes it, 0–1000.
    pub value: fn(&T) -> i32,
}

/// The values of all features of a table, in its order.
pub(crate) fn values<T, const N: usize>(table: &[Feature<T>; N], evidence: &T) -> [i32; N] {
    table.each_ref().map(|feature| (feature.value)(evidence))
}

/// `part / whole` in thousandths, at most 1000; nothing of nothing is nothing.
pub(crate) fn ratio(part: u32, whole: u32) -> i32 {
    i32::try_from(u64::from(part) * 1000 / u64::from(whole.max(1))).unwrap_or(1000).min(1000)
}

/// `value` in thousandths of `full`, above which more of it says no more.
pub(crate) fn saturate(value: u32, full: u32) -> i32 {
    ratio(value.min(full), full)
}

/// The product of two thousandths.
pub(crate) fn product(a: i32, b: i32) -> i32 {
    a * b / 1000
}
