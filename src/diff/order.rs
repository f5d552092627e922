//! Which pairs keep the order of both sentences, and which have moved.

/// A pair of places with its weight.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) weight: u32,
}

/// For each pair whether it stands in place: on the heaviest chain of pairs that rise in both sentences, or beside it
/// without crossing it. `pairs` come in order of `a`, then `b`. Cost: `n log n`.
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
        keeps[at] = extends_chain(pairs, &chain, at) && before <= pair.b && pair.b <= after;
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

/// The indices of the pairs on the heaviest chain that rises strictly in `a` and `b`. Ties go to the earlier pair.
fn heaviest_chain(pairs: &[Placed]) -> Vec<usize> {
    let width = pairs.iter().map(|p| p.b + 2).max().unwrap_or(0);
    // A tree of prefix maxima over `b`: the weight of the best chain that ends there, and its last pair.
    let mut best: Vec<(u64, Option<usize>)> = vec![(0, None); width];
    let mut previous = vec![None; pairs.len()];
    let mut start = 0;
    while start < pairs.len() {
        let end = start + pairs[start..].iter().take_while(|p| p.a == pairs[start].a).count();
        let found: Vec<(u64, Option<usize>)> =
            pairs[start..end].iter().map(|p| highest(&best, p.b)).collect();
        for (offset, (weight, last)) in found.into_iter().enumerate() {
            let at = start + offset;
            previous[at] = last;
            raise(&mut best, pairs[at].b + 1, (weight + u64::from(pairs[at].weight), Some(at)));
        }
        start = end;
    }
    let mut chain = Vec::new();
    let mut at = highest(&best, width.saturating_sub(1)).1;
    while let Some(pair) = at {
        chain.push(pair);
        at = previous[pair];
    }
    chain.reverse();
    chain
}

/// The best chain that ends before place `end`.
fn highest(tree: &[(u64, Option<usize>)], mut end: usize) -> (u64, Option<usize>) {
    let mut best = (0, None);
    while end > 0 {
        if tree[end].0 > best.0 {
            best = tree[end];
        }
        end &= end - 1;
    }
    best
}

fn raise(tree: &mut [(u64, Option<usize>)], mut place: usize, value: (u64, Option<usize>)) {
    while let Some(slot) = tree.get_mut(place) {
        if value.0 > slot.0 {
            *slot = value;
        }
        place += place & place.wrapping_neg();
    }
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
}
