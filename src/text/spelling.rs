//! How alike two words are in their letters: edit distance, and the consonants that sound alike.

/// Longer words are no words; comparing them letter by letter would cost too much.
pub(crate) const LONGEST: usize = 32;

/// A consonant, with those that transliterations swap folded into one; none for a vowel, which they drop or swap.
pub(crate) fn sound(c: char) -> Option<char> {
    match c {
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' => None,
        'c' | 'q' | 'k' | 'g' => Some('k'),
        'z' | 's' => Some('s'),
        'v' | 'f' | 'w' => Some('f'),
        other => Some(other),
    }
}

/// How many letters must be put in, left out or replaced to make one word of the other (Levenshtein, 1966). Words have
/// at most [`LONGEST`] letters. Cost: the product of the lengths.
pub(crate) fn edit_distance(x: &[char], y: &[char]) -> usize {
    let mut row = [0; LONGEST + 1];
    for (at, cell) in row.iter_mut().enumerate() {
        *cell = at;
    }
    for (i, p) in x.iter().enumerate() {
        let (mut diagonal, mut left) = (i, i + 1);
        for (cell, q) in row.iter_mut().skip(1).zip(y) {
            let above = *cell;
            *cell = (diagonal + usize::from(p != q)).min(above + 1).min(left + 1);
            (diagonal, left) = (above, *cell);
        }
        row[0] = i + 1;
    }
    row.get(y.len()).copied().unwrap_or(LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::property::property;
    use proptest::prelude::*;

    /// The definition, letter by letter.
    fn defined(x: &[char], y: &[char]) -> usize {
        match (x, y) {
            ([], rest) | (rest, []) => rest.len(),
            ([p, xs @ ..], [q, ys @ ..]) if p == q => defined(xs, ys),
            ([_, xs @ ..], [_, ys @ ..]) => 1 + defined(xs, ys).min(defined(x, ys)).min(defined(xs, y)),
        }
    }

    #[test]
    fn the_edit_distance_is_as_defined() {
        property(256, ("[abc]{0,6}", "[abc]{0,6}"), |(x, y)| {
            let (x, y): (Vec<char>, Vec<char>) = (x.chars().collect(), y.chars().collect());
            prop_assert_eq!(edit_distance(&x, &y), defined(&x, &y));
            Ok(())
        });
    }
}
