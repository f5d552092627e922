//! Sorting that weighs little in the page.
//!
//! Each call of the standard library's sorts adds five to ten kilobytes of code for its type of item. Here the standard
//! stable sort is built once, over places, and every type of item borrows it. Sorting costs one call through a pointer
//! a comparison; for long lists in a hot loop, pack the key into a `u64` and use `sort_unstable`.

use std::cmp::Ordering;

/// Sorts `items` as `compare` says; equal ones keep their order. Cost: `n log n` calls of `compare`, and one clone of
/// each item.
pub fn sort_by<T: Clone>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = places(items.len(), &|x, y| match (items.get(x), items.get(y)) {
        (Some(x), Some(y)) => compare(x, y),
        _ => Ordering::Equal,
    });
    let sorted: Vec<T> = places.into_iter().filter_map(|at| items.get(at).cloned()).collect();
    for (item, sorted) in items.iter_mut().zip(sorted) {
        *item = sorted;
    }
}

/// Sorts `items` by `key`; equal ones keep their order. Cost: as [`sort_by`].
pub fn sort_by_key<T: Clone, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |x, y| key(x).cmp(&key(y)));
}

/// Sorts `items` in their own order. Cost: as [`sort_by_key`].
pub fn sort<T: Clone + Ord>(items: &mut [T]) {
    sort_by_key(items, Clone::clone);
}

/// The places `0..len` in the order that `compare` gives them. Never inlined: it is here so that the sort exists once.
#[inline(never)]
fn places(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    #[expect(clippy::disallowed_methods, reason = "the one place where the standard sort is built")]
    places.sort_by(|&x, &y| compare(x, y));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items in proptest::collection::vec((0_u8..5, any::<u8>()), 0..60)) {
            let mut expected = items.clone();
            #[expect(clippy::disallowed_methods, reason = "the standard sort is the oracle")]
            expected.sort_by_key(|x| x.0);
            let mut sorted = items;
            sort_by_key(&mut sorted, |x| x.0);
            prop_assert_eq!(sorted, expected);
        }
    }

    #[test]
    fn sorts_what_owns_memory() {
        let mut words = ["pear", "apple", "fig"].map(str::to_owned);
        sort(&mut words);
        assert_eq!(words, ["apple", "fig", "pear"]);
    }
}
