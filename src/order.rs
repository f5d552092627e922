//! Sorting that weighs little in the page.
//!
//! Each call of the standard library's sorts adds five to ten kilobytes of code for its type of item. Here one small
//! merge sort of numbers exists once, and every type of item borrows it for its places. Sorting costs one call through
//! a pointer a comparison.

use std::cmp::Ordering;

/// Sorts `items` as `compare` says; equal ones keep their order. Cost: `n log n` calls of `compare`, and one clone of
/// each item.
pub fn sort_by<T: Clone>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let item = |place: u64| usize::try_from(place).ok().and_then(|at| items.get(at));
    let places = places(items.len() as u64, &|x, y| match (item(x), item(y)) {
        (Some(x), Some(y)) => compare(x, y).is_gt(),
        _ => false,
    });
    let sorted: Vec<T> = places.into_iter().filter_map(|place| item(place).cloned()).collect();
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
    sort_by(items, T::cmp);
}

/// Sorts whole numbers. Cost: `n log n` comparisons and two more lists.
#[inline(never)]
pub fn sort_numbers(numbers: &mut [u64]) {
    let sorted = merged(numbers.to_vec(), |x, y| x > y);
    numbers.copy_from_slice(&sorted);
}

/// The places `0..len`, sorted. Never inlined: it is here so that sorting by places exists once.
#[inline(never)]
fn places(len: u64, after: &dyn Fn(u64, u64) -> bool) -> Vec<u64> {
    merged((0..len).collect(), after)
}

/// Merges stretches that are in order already, twice as long each time; `after` says whether its first number has to
/// stand after its second.
fn merged(mut items: Vec<u64>, after: impl Fn(u64, u64) -> bool) -> Vec<u64> {
    let mut length = 1;
    let mut longer = Vec::with_capacity(items.len());
    while length < items.len() {
        longer.clear();
        for stretch in items.chunks(length * 2) {
            let (mut one, mut other) = stretch.split_at(length.min(stretch.len()));
            // Much of what is sorted is nearly in order.
            if !one.last().zip(other.first()).is_some_and(|(x, y)| after(*x, *y)) {
                longer.extend_from_slice(stretch);
                continue;
            }
            while let ([x, one_rest @ ..], [y, other_rest @ ..]) = (one, other) {
                if after(*x, *y) {
                    longer.push(*y);
                    other = other_rest;
                } else {
                    longer.push(*x);
                    one = one_rest;
                }
            }
            longer.extend_from_slice(one);
            longer.extend_from_slice(other);
        }
        std::mem::swap(&mut items, &mut longer);
        length *= 2;
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::property::property;
    use proptest::prelude::*;

    /// Catches a merge that takes the second of two equal items first.
    #[test]
    fn sorts_as_the_standard_library_does() {
        property(256, proptest::collection::vec((0_u8..5, any::<u8>()), 0..60), |items| {
            let mut expected = items.clone();
            #[expect(clippy::disallowed_methods, reason = "the standard sort is the oracle")]
            expected.sort_by_key(|x| x.0);
            let mut sorted = items;
            sort_by_key(&mut sorted, |x| x.0);
            prop_assert_eq!(sorted, expected);
            Ok(())
        });
    }

    #[test]
    fn sorts_numbers_as_the_standard_library_does() {
        property(256, proptest::collection::vec(any::<u64>(), 0..60), |numbers| {
            let mut expected = numbers.clone();
            expected.sort_unstable();
            let mut sorted = numbers;
            sort_numbers(&mut sorted);
            prop_assert_eq!(sorted, expected);
            Ok(())
        });
    }

    #[test]
    fn sorts_what_owns_memory() {
        let mut words = ["pear", "apple", "fig"].map(str::to_owned);
        sort(&mut words);
        assert_eq!(words, ["apple", "fig", "pear"]);
    }
}
