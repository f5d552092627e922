//! Which pairs keep the order of both sentences, and which have moved.

use crate::chain::{Placed, heaviest_chain};

/// For each pair whether it stands in place: on the heaviest chain of pairs that rise in both sentences, or beside it
/// without crossing it or another such pair. `pairs` come in order of `a`, then `b`. Cost: `n log n`.
pub(super) fn in_place(pairs: &[Placed]) -> Vec<bool> {
    let chain = heaviest_chain(pairs);
    let mut keeps = vec![false; pairs.len()];
    let mut before = 0;
    let mut rest = chain.iter().copied().peekable();
    for (at, pair) in pairs.iter().enumerate() {
        if rest.next_if_eq(&at).is_some() {
            before = pair.b;
            keeps[at] = true;
            continue;
        }
        let after = rest.peek().and_then(|&next| pairs.get(next)).map_or(usize::MAX, |next| next.b);
        if extends_chain(pairs, &chain, at) && before <= pair.b && pair.b <= after {
            before = pair.b;
            keeps[at] = true;
        }
    }
    keeps
}

/// Whether the pair shares a word with a pair of the chain: one word for several.
fn extends_chain(pairs: &[Placed], chain: &[usize], at: usize) -> bool {
    let Some(pair) = pairs.get(at) else { return false };
    let next = chain.partition_point(|&c| c < at);
    let around = [next.checked_sub(1), Some(next)];
    around
        .into_iter()
        .flatten()
        .filter_map(|n| pairs.get(*chain.get(n)?))
        .any(|c| c.a == pair.a || c.b == pair.b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(pairs: &[(usize, usize, u32)]) -> Vec<bool> {
        in_place(&pairs.iter().map(|&(a, b, weight)| Placed { a, b, weight }).collect::<Vec<_>>())
    }

    #[test]
    fn the_lighter_part_moves() {
        assert_eq!(placed(&[(0, 3, 1), (1, 0, 1), (2, 1, 1), (3, 2, 1)]), [false, true, true, true]);
        assert_eq!(placed(&[(0, 3, 9), (1, 0, 1), (2, 1, 1), (3, 2, 1)]), [true, false, false, false]);
    }

    #[test]
    fn one_word_for_several_stays_in_place() {
        assert_eq!(placed(&[(0, 0, 1), (0, 1, 1), (0, 2, 1), (1, 3, 1)]), [true; 4]);
        assert_eq!(placed(&[(0, 0, 1), (1, 0, 1), (2, 1, 1)]), [true; 3]);
    }

    #[test]
    fn pairs_beside_the_chain_do_not_cross_one_another() {
        assert_eq!(placed(&[(2, 8, 1), (3, 2, 4), (3, 8, 4)]), [true, false, true]);
    }
}
